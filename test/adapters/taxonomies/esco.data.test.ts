import { describe, expect, it } from 'vitest';
import { identityThrough } from '../../../main/core/taxonomies/identity-through.ts';
import { createTaxonomyIndex } from '../../../main/core/taxonomies/taxonomy-index.ts';
import { normaliseSkillText } from '../../../main/core/skills/normalise.ts';
import { escoTables, hasEsco, labelledPhrases } from './esco-extract.ts';
import { read } from './taxonomy-files.ts';

const ESCO_SKILL = 'http://data.europa.eu/esco/skill/';
const PYTHON = `${ESCO_SKILL}ccd0a1d9-afda-43d9-b901-96344886e14d`;

/** All of ESCO 1.1.1; only on machines that have it. */
describe.skipIf(!hasEsco)('ESCO 1.1.1', async () => {
  if (!hasEsco) return;
  const started = performance.now();
  const { taxonomies, problems } = await read(...escoTables());
  const [{ taxonomy, concepts } = { taxonomy: null, concepts: [] }] = taxonomies;
  const index = createTaxonomyIndex([{ id: 'esco', sha256: taxonomy?.sha256 ?? '', concepts }]);
  const seconds = (performance.now() - started) / 1000;
  const skills = concepts.filter(({ kind }) => kind === 'skill');

  it('is read and indexed whole, in seconds', () => {
    expect(problems).toEqual([]);
    expect(taxonomy?.counts).toMatchObject({ skills: 13_896, groups: 640, labels: 99_830 });
    expect(seconds).toBeLessThan(20);
  });

  it('answers in microseconds', () => {
    const labels = skills.flatMap(({ label, alternatives }) => [label, ...alternatives]).map(normaliseSkillText);
    const from = performance.now();
    let named = 0;
    for (const label of labels) named += index.conceptsNamed(label).length;
    expect(((performance.now() - from) * 1000) / labels.length).toBeLessThan(20);
    expect(named / labels.length).toBeGreaterThan(0.9);
  });

  it('identifies all but few skills by their preferred label, and each with itself', () => {
    const unnamed = skills.filter(({ uri, label }) => !index.conceptsNamed(normaliseSkillText(label)).includes(uri));
    expect(unnamed.length / skills.length).toBeLessThan(0.02);
    for (const { uri, broader } of skills) {
      expect(index.relation(uri, uri)).toBe('same');
      for (const one of broader) expect(index.relation(uri, one)).not.toBe('broader');
    }
  });

  it('knows a narrower skill, its synonyms and its field', () => {
    const asked = { kind: 'skill', text: 'Computer programming', alternatives: [], frameworkIds: [] } as const;
    expect(identityThrough(index, asked, { text: 'python3', frameworkIds: [] })).toMatchObject({
      relation: 'narrower',
      meets: true,
      held: { uri: PYTHON },
    });
    const python = { kind: 'skill', text: 'x', alternatives: [], frameworkIds: [PYTHON] } as const;
    expect(identityThrough(index, python, { text: 'computer programming', frameworkIds: [] })).toMatchObject({
      relation: 'broader',
      meets: false,
    });
    expect(index.fieldOf(PYTHON)).toBe('061');
    expect(index.namesOf(PYTHON).map(({ text }) => text)).toContain('pyston');
  });

  it('is right about most phrases of ads that it names at all', () => {
    const named = labelledPhrases().flatMap(({ query, relevant }) => {
      const [uri] = index.conceptsNamed(normaliseSkillText(query));
      return uri === undefined ? [] : [relevant.some((id) => uri.endsWith(id))];
    });
    expect(named.length).toBeGreaterThanOrEqual(40);
    expect(named.filter((isRight) => isRight).length / named.length).toBeGreaterThan(0.8);
  });

  it('places transversal skills in the groups T1 to T6', () => {
    const groups = new Set(skills.map(({ uri }) => index.transversalGroupOf(uri)));
    expect([...groups].filter((group) => group !== null).sort()).toEqual(['T1', 'T2', 'T3', 'T4', 'T5', 'T6']);
  });
});
