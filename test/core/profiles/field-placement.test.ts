import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadEncoder } from '../../../main/adapters/embedding/load-encoder.ts';
import { createSimilarity } from '../../../main/core/matching/similarity.ts';
import { createPlacer, PLACING_PHRASES } from '../../../main/core/profiles/nearness.ts';
import { placeSkill } from '../../../main/core/profiles/place-skill.ts';
import { ISCED_FIELD_CODES } from '../../../shared/model/isced-fields.ts';
import { makeCredential, statementsOf } from './make-credential.ts';

const data = join(process.env['TESSERA_DATA'] ?? '../shared/data', 'matching/esco/skills_v1.1.1_en.jsonl');
/** Each n-th of some 2,800 concepts. */
const EACH = 9;

/** Measures what PROFILE_SETTINGS.placing says of itself, on concepts whose field ESCO states. */
describe.skipIf(!existsSync(data))('Placing of skills by the shipped model', () => {
  it('puts at least 70 % of what it places in the right field, and places at least half', async () => {
    const concepts = knowledgeWithField().filter((_, index) => index % EACH === 0);
    const statements = concepts.flatMap(({ label }) => statementsOf(makeCredential({ key: 'k', name: label })));
    const similarity = createSimilarity(
      [],
      await vectorsOf([...PLACING_PHRASES, ...statements.map(({ text }) => text)]),
    );
    const placer = createPlacer(similarity);
    const placements = statements.map((statement) => placeSkill(statement, null, placer));

    const inFields = placements.flatMap((placement, index) =>
      placement.kind === 'field' ? [placement.code === concepts[index]?.code] : [],
    );
    const right = inFields.filter(Boolean).length;
    console.log(
      `placed ${inFields.length} of ${concepts.length}, ${right} of these in the field that ESCO states ` +
        `(${(right / inFields.length).toFixed(3)})`,
    );
    expect(right / inFields.length).toBeGreaterThan(0.7);
    expect(inFields.length / concepts.length).toBeGreaterThan(0.5);
  });
});

function knowledgeWithField(): readonly { readonly label: string; readonly code: string }[] {
  return readFileSync(data, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => {
      const concept = JSON.parse(line) as { label: string; type: string; reuse: string; groups?: string[] };
      if (concept.type !== 'knowledge' || concept.reuse === 'transversal') return [];
      const codes = ISCED_FIELD_CODES.filter((code) => concept.groups?.some((group) => group.startsWith(`K${code} `)));
      const [code] = codes;
      return code === undefined || codes.length > 1 ? [] : [{ label: concept.label, code }];
    });
}

async function vectorsOf(texts: readonly string[]): Promise<ReadonlyMap<string, Float32Array>> {
  const encoder = await loadEncoder(join(import.meta.dirname, '../../../main/adapters/embedding/model'));
  if (!encoder.ok) throw new Error(encoder.problem.code);
  const vectors = new Map<string, Float32Array>();
  for (const text of new Set(texts)) vectors.set(text, await encoder.value.encode(text));
  await encoder.value.close();
  return vectors;
}
