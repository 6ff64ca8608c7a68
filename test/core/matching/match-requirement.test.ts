import { describe, expect, it } from 'vitest';
import { decidingNumbers } from '../../../main/core/matching/deciding-numbers.ts';
import { TAXONOMY } from '../../../main/core/matching/settings.ts';
import { createTaxonomyIndex } from '../../../main/core/taxonomies/taxonomy-index.ts';
import type { CandidateId, JobId, RefusalId, RequirementId } from '../../../shared/model/ids.ts';
import type { Refusal, RequirementMatch } from '../../../shared/model/match.ts';
import { concept, taxonomy } from '../taxonomies/make-taxonomy.ts';
import {
  candidate,
  credential,
  job,
  rank,
  requirement,
  type CredentialWords,
  type RankOptions,
} from './sample-evidence.ts';

const EXCEL = 'http://data.europa.eu/esco/skill/excel';
const matchOf = (
  asked: Parameters<typeof requirement>,
  badges: readonly CredentialWords[],
  options?: RankOptions,
): RequirementMatch => {
  const [first] = rank(job(requirement(...asked)), [candidate('a', ...badges.map(credential))], options).candidates;
  const match = first?.requirements[0];
  if (match === undefined) throw new Error('nothing was matched');
  return match;
};

describe('what met a requirement', () => {
  it.each([
    ['its text', { name: 'Use spreadsheets' }, { kind: 'text', words: 'Use Spreadsheets' }],
    ['an alternative', { name: 'microsoft excel' }, { kind: 'alternative', words: 'Microsoft Excel' }],
    [
      'a framework entry',
      { alignments: [{ targetName: 'Tabellen', targetUrl: `${EXCEL}/` }] },
      { kind: 'framework', words: EXCEL },
    ],
    [
      'the alternative that is most alike',
      { tags: ['microsoft exel'] },
      { kind: 'alternative', words: 'Microsoft Excel' },
    ],
  ] as const)('is named: %s', (_, words, metBy) => {
    const asked = [
      'Use Spreadsheets',
      { alternatives: ['Microsoft Excel', 'equivalent experience'], frameworkIds: [EXCEL] },
    ] as const;
    expect(matchOf([...asked], [words]).metBy).toEqual(metBy);
  });

  it('is nothing where there is no evidence', () => {
    expect(matchOf(['welding'], [])).toMatchObject({ metBy: null, evidence: null, judgement: null, refusals: [] });
  });

  it('says on what assessment the evidence rests', () => {
    const degree = matchOf(['physics'], [{ name: 'Physics', type: 'MasterDegree' }]);
    expect(degree.evidence).toMatchObject({ assessmentBasis: 3, source: 'achievement-name' });
    expect(matchOf(['physics'], [{ name: 'Physics' }]).evidence?.assessmentBasis).toBe(0);
  });
});

describe('the holder’s own claim', () => {
  it.each([
    ['no proof covers it', { content: 'claimed', verdict: 'cannot-verify-offline', recognition: 'unknown' }],
    ['the holder issued it', { recognition: 'self-asserted' }],
  ] as const)('of the very skill evidences nothing until a person confirms it: %s', (_, how) => {
    const claim = { name: 'Welding', ...how };
    expect(matchOf(['welding'], [claim])).toMatchObject({
      tier: 'label',
      strength: 0.6,
      evidenced: false,
      claimed: true,
    });
    const judgements = [
      { candidate: 'a' as CandidateId, requirement: 'welding' as RequirementId, judgement: 'meets' as const },
    ];
    expect(matchOf(['welding'], [claim], { judgements })).toMatchObject({
      tier: 'person',
      evidenced: true,
      claimed: false,
      judgement: 'meets',
    });
  });

  it('does not hide what is proven, and is not told where it is', () => {
    const claimed = { name: 'Welding', document: 'b', content: 'claimed', recognition: 'unknown' } as const;
    const proven = {
      name: 'Welding',
      document: 'c',
      verdict: 'verified-with-reservations',
      recognition: 'unknown',
    } as const;
    expect(matchOf(['welding'], [claimed, proven])).toMatchObject({ evidenced: true, claimed: false });
  });
});

describe('an identity that is weaker than a likeness', () => {
  it('is named beside it, so that a must-have is never shown as met by similarity alone', () => {
    const match = matchOf(
      ['use spreadsheets', { level: 6 }],
      [
        {
          name: 'Use spreadsheets',
          alignments: [{ targetFramework: 'EQF', targetCode: '3', targetName: 'EQF level 3' }],
        },
        { name: 'Using spreadsheets', document: 'other' },
      ],
    );
    expect(match).toMatchObject({ tier: 'similarity', evidenced: true });
    expect(match.identity).toMatchObject({ tier: 'label', evidence: { quote: 'Use spreadsheets' } });
  });
});

describe('a refusal of two wordings', () => {
  const rule = (more: Partial<Refusal> = {}): Refusal => ({
    id: 'r1' as RefusalId,
    at: '2026-09-01T00:00:00Z',
    by: 'somebody',
    reason: 'another trade',
    job: 'job' as JobId,
    asked: 'welding',
    held: 'welding of plastics',
    ...more,
  });
  const badges = [{ name: 'Welding of plastics' }];

  it('takes the evidence away from whoever shows it, names the rule, and leaves the next best', () => {
    expect(matchOf(['welding'], badges).evidence?.quote).toBe('Welding of plastics');
    expect(matchOf(['welding'], badges, { refusals: [rule()] })).toMatchObject({
      tier: 'none',
      evidence: null,
      strength: 0,
      refusals: ['r1'],
    });
    const more = [...badges, { name: 'Welding', document: 'b' }];
    expect(matchOf(['welding'], more, { refusals: [rule()] })).toMatchObject({ evidenced: true, refusals: ['r1'] });
  });

  it('holds against identity as well: a person stands above a label', () => {
    const refusals = [rule({ held: 'welding' })];
    expect(matchOf(['welding'], [{ name: 'Welding' }], { refusals })).toMatchObject({ tier: 'none', evidenced: false });
  });

  it.each([
    ['for every job', { job: null }, 'none'],
    ['for another job only', { job: 'other' as JobId }, 'similarity'],
    ['for another requirement only', { asked: 'brazing' }, 'similarity'],
  ] as const)('%s', (_, more, tier) => {
    expect(matchOf(['welding'], badges, { refusals: [rule(more)] }).tier).toBe(tier);
  });

  it('is among the inputs of the ranking where it holds for the job', () => {
    const hash = (refusals: readonly Refusal[]) =>
      rank(job(requirement('welding')), [candidate('a', ...badges.map(credential))], { refusals }).inputsHash;
    expect(hash([rule()])).not.toBe(hash([]));
    expect(hash([rule({ job: 'other' as JobId })])).toBe(hash([]));
  });
});

describe('a taxonomy', () => {
  const bees = 'https://skills.example/bees';
  const taxonomies = createTaxonomyIndex([
    taxonomy(
      'farm',
      concept(bees, { label: 'keeping bees', alternatives: ['apiculture'] }),
      concept('https://skills.example/queens', { label: 'rearing queens', broader: [bees] }),
      concept('https://skills.example/marking', {
        label: 'marking drones',
        broader: ['https://skills.example/queens'],
      }),
    ),
    taxonomy('other', concept('urn:other:1', { label: 'pollination', close: [bees] })),
    taxonomy('third', concept('urn:third:1', { label: 'Bienenhaltung', exact: [bees] })),
  ]);

  it.each([
    ['another name', { name: 'Apiculture' }, 'same'],
    ['a narrower skill', { tags: ['rearing queens'] }, 'narrower'],
    ['a skill narrower still', { tags: ['marking drones'] }, 'narrower'],
  ] as const)('meets a must-have through %s, and the explanation says so', (_, words, relation) => {
    const match = matchOf(['Keeping bees'], [words], { taxonomies });
    expect(match).toMatchObject({
      tier: 'label',
      evidenced: true,
      metBy: { kind: 'taxonomy', relation, taxonomy: 'farm' },
    });
    expect(matchOf(['Keeping bees'], [words]).evidenced).toBe(false);
  });

  it('takes an exact match of another framework for the same entry', () => {
    const words = { alignments: [{ targetName: 'Imkern', targetUrl: 'urn:third:1' }] };
    const match = matchOf(['Looking after hives', { frameworkIds: [bees] }], [words], { taxonomies });
    expect(match).toMatchObject({ tier: 'framework', evidenced: true, metBy: { kind: 'taxonomy', relation: 'same' } });
  });

  it.each([
    ['a broader skill', 'Rearing queens', 'Keeping bees', 'broader', TAXONOMY.related.broader],
    [
      'a skill two steps broader',
      'Marking drones',
      'Keeping bees',
      'broader',
      TAXONOMY.related.broader * TAXONOMY.related.eachFurtherStep,
    ],
    ['a close match', 'Keeping bees', 'Pollination', 'close', TAXONOMY.related.close],
    ['a close match of an exact one', 'Bienenhaltung', 'Pollination', 'close', TAXONOMY.related.close],
  ] as const)('counts %s as related, which meets no must-have', (_, asked, name, relation, strength) => {
    const match = matchOf([asked], [{ name }], { taxonomies });
    expect(match).toMatchObject({
      tier: 'related',
      strength,
      band: strength >= 0.3 ? 'possible' : 'none',
      evidenced: false,
      claimed: false,
      identity: null,
      metBy: { kind: 'taxonomy', relation },
    });
    expect(match.factors[0]).toMatchObject({ name: 'related-skill', value: strength });
    const [first] = rank(job(requirement(asked)), [candidate('a', credential({ name }))], { taxonomies }).candidates;
    expect(first?.counterfactual?.because).toBe('only-related');
    // A person may say that it is enough.
    const said = { candidate: 'a' as CandidateId, requirement: asked as RequirementId, judgement: 'meets' as const };
    expect(matchOf([asked], [{ name }], { taxonomies, judgements: [said] })).toMatchObject({
      tier: 'person',
      evidenced: true,
    });
  });

  it('counts a related skill by its wording where that is worth more', () => {
    const near = createTaxonomyIndex([
      taxonomy(
        'farm',
        concept('urn:a', { label: 'keeping of bees', broader: ['urn:b'] }),
        concept('urn:b', { label: 'keeping bees' }),
      ),
    ]);
    const [alone, beside] = [{}, { taxonomies: near }].map((options) =>
      matchOf(['keeping of bees'], [{ name: 'Keeping bees' }], options),
    );
    expect(alone?.strength).toBeGreaterThan(TAXONOMY.related.broader);
    expect(beside).toEqual(alone);
  });

  it('counts a related skill less where it is not verified, and not at all where it is not valid', () => {
    const strength = (words: CredentialWords) =>
      matchOf(['Rearing queens'], [{ name: 'Keeping bees', ...words }], { taxonomies }).strength;
    expect(strength({ recognition: 'unknown' })).toBeCloseTo(0.9 * TAXONOMY.related.broader);
    expect(strength({ verdict: 'not-valid' })).toBe(0);
  });

  it('lends its other names to the comparison of wordings, says so, and meets nothing by them', () => {
    const words = { name: 'Apiculture basics' };
    const match = matchOf(['Keeping bees'], [words], { taxonomies });
    expect(match).toMatchObject({
      tier: 'similarity',
      evidenced: false,
      metBy: { kind: 'other-name', words: 'apiculture', taxonomy: 'farm' },
    });
    expect(match.strength).toBeGreaterThan(matchOf(['Keeping bees'], [words]).strength);
    // Not by likeness: what only sounds like the entry has none of its names.
    expect(matchOf(['Keeping of bees'], [words], { taxonomies })).toEqual(matchOf(['Keeping of bees'], [words]));
  });

  it('has every number that decides something in the table that the app shows', () => {
    const listed = decidingNumbers()
      .filter(({ group }) => group === 'Related by a taxonomy')
      .map(({ value }) => value);
    const { related, ...others } = TAXONOMY;
    expect(listed.toSorted()).toEqual([...Object.values(related), ...Object.values(others)].toSorted());
  });

  it('does not turn a broader skill into the narrower one that is asked, nor a word of a narrative into a skill', () => {
    expect(matchOf(['Rearing queens'], [{ name: 'Keeping bees' }], { taxonomies }).evidenced).toBe(false);
    expect(matchOf(['Keeping bees'], [{ criteria: 'apiculture' }], { taxonomies }).evidenced).toBe(false);
  });
});
