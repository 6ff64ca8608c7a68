import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalOptions } from '../../main/adapters/verification/canonical-options.ts';
import { openDocument } from '../../main/adapters/formats/open-document.ts';
import { createContextTable } from '../../main/adapters/verification/contexts/context-table.ts';
import { plainStatements } from '../../main/adapters/verification/plain-statements.ts';
import { compactWith, expand, readSignedGraph } from '../../main/adapters/verification/signed-graph.ts';
import type { JsonObject } from '../../shared/model/json.ts';
import { arbitraryBadge, arbitraryDocument } from './generated-documents.ts';
import { dataFiles, describeWithData, dataBytes } from './sample-data.ts';
import type { CanonicalOutcome } from './stock-canonical-worker.ts';

let stock: Worker;
beforeAll(() => {
  stock = new Worker(new URL('./stock-canonical-worker.ts', import.meta.url), { execArgv: ['--import', 'tsx'] });
});
afterAll(() => stock.terminate());

const CONTEXTS = createContextTable([]);
const BATCH = 500;
const POOL = new URL('../fixtures/pool/', import.meta.url);

describe('canonical statements, made by sharing contexts, are byte for byte those of jsonld as it comes', () => {
  it('for every credential of the sample pool', async () => {
    const files = readdirSync(POOL, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(json|jwt|png|svg)$/.test(name),
    );
    const documents = files.flatMap((name) => documentsIn(name, readFileSync(new URL(name, POOL))));
    expect(documents.length).toBeGreaterThan(150);
    const outcomes = await compare(documents);
    expect(outcomes.filter((outcome) => outcome.sha256 !== null).length).toBeGreaterThan(150);
  });

  it('for 10,000 generated documents', async () => {
    const documents = fc.sample(arbitraryDocument(), { seed: 20260901, numRuns: 10_000 });
    const outcomes = await compare(documents);
    // Enough of them have statements, and enough drop something, for the comparison to mean anything.
    expect(outcomes.filter((outcome) => outcome.sha256 !== null).length).toBeGreaterThan(4_000);
    expect(outcomes.filter((outcome) => outcome.sha256 !== null && !outcome.complete).length).toBeGreaterThan(1_000);
  }, 240_000);

  it('for 2,000 generated badges, whose statements are mostly read without jsonld', async () => {
    const documents = fc.sample(arbitraryBadge(), { seed: 20260903, numRuns: 2000 });
    const outcomes = await compare(documents);
    expect(outcomes.filter(({ sha256, complete }) => sha256 !== null && complete).length).toBeGreaterThan(1000);
    let plain = 0;
    let withSeveralBlankNodes = 0;
    for (const document of documents) {
      const statements = plainStatements(await expand(document, CONTEXTS).catch(() => [0]));
      if (statements === null) continue;
      plain += 1;
      const terms = statements.flatMap(({ subject, object }) => [subject, object]);
      const blank = new Set(terms.filter(({ termType }) => termType === 'BlankNode').map(({ value }) => value));
      if (blank.size > 1) withSeveralBlankNodes += 1;
    }
    // Both ways are compared, and of the short one both ends.
    expect(plain).toBeGreaterThan(600);
    expect(plain).toBeLessThan(1800);
    expect(withSeveralBlankNodes).toBeGreaterThan(400);
  }, 240_000);
});

it('gives the options of proofs their statements, whatever was kept of earlier ones', async () => {
  const dates = [
    '2025-06-01T09:00:00Z',
    '2025-06-02T10:00:00.250Z',
    '2026-01-01T00:00:00Z',
    'not a date',
    '2025-06-01',
  ];
  const others: readonly JsonObject[] = [
    {},
    { expires: '2025-06-02T10:00:00.250Z' },
    { 'http://purl.org/dc/terms/created': '2025-06-02' },
    { domain: 'example.org', challenge: '2025-06-01T09:00:00Z' },
    { nonce: 'n', previousProof: 'urn:uuid:8d5e1c0a-0000-4000-8000-000000000001' },
    { verificationMethod: { id: 'did:key:zOther#zOther', type: 'Multikey', controller: { type: 'Person' } } },
  ];
  const contexts = ['https://www.w3.org/ns/credentials/v2', 'https://w3id.org/security/data-integrity/v2'];
  const all = others.flatMap((more) =>
    dates.map((created): JsonObject => ({
      '@context': contexts,
      type: 'DataIntegrityProof',
      cryptosuite: 'eddsa-rdfc-2022',
      created,
      verificationMethod: 'did:key:zExample#zExample',
      proofPurpose: 'assertionMethod',
      ...more,
    })),
  );
  const answer = once(stock, 'message');
  stock.postMessage({ documents: all, compact: false });
  const [theirs] = (await answer) as [readonly CanonicalOutcome[]];
  // Twice, so that what was kept of the first round serves the second.
  for (const round of [1, 2]) {
    const ours = await Promise.all(all.map((options) => canonicalOptions(options, CONTEXTS).then(hashOf, () => null)));
    const expected = theirs.map((outcome) => (outcome.complete ? outcome.sha256 : null));
    expect({ round, hashes: ours }).toEqual({ round, hashes: expected });
  }
});

it('brings statements back into the document’s own terms as jsonld as it comes does', async () => {
  const documents = fc.sample(arbitraryDocument(), { seed: 20260902, numRuns: 300 });
  const outcomes = await compare(documents, true);
  expect(outcomes.filter((outcome) => outcome.compactSha256 !== null).length).toBeGreaterThan(100);
}, 60_000);

describeWithData('canonical statements of published vectors', () => {
  it.each(['1edtech-samples', 'dcc-v1', 'w3c-eddsa', 'w3c-ecdsa'])(
    'are those of jsonld as it comes: %s',
    async (folder) => {
      const documents = dataFiles(folder).flatMap((file) => documentsIn(file, dataBytes(`${folder}/${file}`)));
      expect(documents.length).toBeGreaterThan(0);
      await compare(documents);
    },
  );
});

function documentsIn(name: string, bytes: Uint8Array): readonly JsonObject[] {
  const { found } = openDocument({ name, bytes });
  return found.map(({ json: { proof: _, ...document } }) => document);
}

async function compare(documents: readonly JsonObject[], compact = false): Promise<readonly CanonicalOutcome[]> {
  const all: CanonicalOutcome[] = [];
  for (let start = 0; start < documents.length; start += BATCH) {
    const batch = documents.slice(start, start + BATCH);
    const answer = once(stock, 'message');
    stock.postMessage({ documents: batch, compact });
    const ours: CanonicalOutcome[] = [];
    for (const document of batch) ours.push(await canonicalise(document, compact));
    const [theirs] = (await answer) as [readonly CanonicalOutcome[]];
    for (const [index, outcome] of ours.entries()) {
      if (JSON.stringify(outcome) !== JSON.stringify(theirs[index])) {
        expect({ document: batch[index], ...outcome }).toEqual({ document: batch[index], ...theirs[index] });
      }
    }
    all.push(...ours);
  }
  return all;
}

async function canonicalise(document: JsonObject, compact: boolean): Promise<CanonicalOutcome> {
  const nothing = { sha256: null, complete: false, compactSha256: null };
  const reading = await readSignedGraph(document, CONTEXTS);
  if (!reading.ok) return nothing;
  const { canonical, complete } = reading.graph;
  if (complete || !compact) return { sha256: hashOf(canonical), complete, compactSha256: null };
  try {
    const compacted = await compactWith(await expand(document, CONTEXTS), document, CONTEXTS);
    return { sha256: hashOf(canonical), complete, compactSha256: hashOf(JSON.stringify(compacted)) };
  } catch {
    return nothing;
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
