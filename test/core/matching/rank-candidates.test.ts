import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CandidateId, RequirementId } from '../../../shared/model/ids.ts';
import type { Ranking } from '../../../shared/model/match.ts';
import { candidate, credential, job, rank, requirement, vectorsFor, type CredentialWords } from './sample-evidence.ts';

const EXCEL_URI = 'http://data.europa.eu/esco/skill/1973c966-f236-40c9-b2d4-5d71a89019be';
const MODEL = {
  state: 'ready',
  id: 'tessera-skill-encoder-1',
  sha256: '369c01942a44e081142e84567e1eac99269f7ecf095edb012a56bfd8188fa885',
  calibrated: true,
} as const;

const only = (ranking: Ranking, index = 0) => ranking.candidates[0]?.requirements[index];
const scoreOf = (ranking: Ranking, id: string) => ranking.candidates.find((one) => one.candidate === id)?.score;

describe('identity before similarity', () => {
  const asked = job(requirement('use spreadsheets', { frameworkIds: [EXCEL_URI], alternatives: ['Microsoft Excel'] }));

  it.each([
    [
      'the same framework URI',
      { alignments: [{ targetName: 'Tabellen', targetUrl: `${EXCEL_URI.replace('http:', 'https:')}/` }] },
      'framework',
    ],
    ['the exact label', { tags: ['Use spreadsheets'] }, 'label'],
    ['an alternative label', { name: 'Microsoft Excel' }, 'label'],
    ['a wording that is only alike', { tags: ['using a spreadsheet'] }, 'similarity'],
  ] as const)('%s', (_, words, tier) => {
    const match = only(
      rank(asked, [candidate('a', credential({ ...words, name: 'name' in words ? words.name : 'Office course' }))]),
    );
    expect(match?.tier).toBe(tier);
    expect(match?.evidenced).toBe(tier !== 'similarity');
  });

  it('quotes the words and the field in which they stand', () => {
    const match = only(rank(asked, [candidate('a', credential({ name: 'Office', tags: ['Microsoft  EXCEL'] }))]));
    expect(match?.evidence).toMatchObject({
      quote: 'Microsoft  EXCEL',
      pointer: '/credentialSubject/achievement/tag/0',
      credentialName: 'Office',
    });
  });
});

describe('a must-have', () => {
  const vectors = vectorsFor({ 'use spreadsheets': [1, 0], 'work with tables': [1, 0] });

  it('is never met by similarity, however strong', () => {
    const ranking = rank(
      job(requirement('use spreadsheets')),
      [candidate('a', credential({ name: 'Work with tables' }))],
      { model: MODEL, vectors },
    );
    expect(only(ranking)).toMatchObject({ tier: 'similarity', band: 'strong', evidenced: false });
    expect(ranking.candidates[0]?.mustHaves).toEqual({ evidenced: 0, total: 1 });
  });

  it('is met by a person, until the person takes it back', () => {
    const pair = { candidate: 'a' as CandidateId, requirement: 'use spreadsheets' as RequirementId };
    const ranked = (judgements: readonly ('meets' | 'not-the-same' | 'withdrawn')[]) =>
      rank(job(requirement('use spreadsheets')), [candidate('a', credential({ name: 'Work with tables' }))], {
        model: MODEL,
        vectors,
        judgements: judgements.map((judgement) => ({ ...pair, judgement })),
      });
    expect(only(ranked(['meets']))).toMatchObject({ tier: 'person', strength: 1, evidenced: true });
    expect(only(ranked(['meets', 'withdrawn']))).toMatchObject({ tier: 'similarity', evidenced: false });
    expect(only(ranked(['not-the-same']))).toMatchObject({ tier: 'none', strength: 0, evidence: null });
  });

  it('is not met by a credential that is not valid, which is reported', () => {
    const match = only(
      rank(job(requirement('use spreadsheets')), [
        candidate('a', credential({ name: 'Use spreadsheets', verdict: 'not-valid' })),
      ]),
    );
    expect(match).toMatchObject({ tier: 'label', strength: 0, band: 'none', evidenced: false, points: 0 });
    expect(match?.evidence?.verdict).toBe('not-valid');
  });

  it('is not met by a failed result', () => {
    const match = only(
      rank(job(requirement('use spreadsheets')), [
        candidate('a', credential({ name: 'Use spreadsheets', results: [{ status: 'Failed' }] })),
      ]),
    );
    expect(match).toMatchObject({ tier: 'none', strength: 0, evidence: null });
  });

  it('that asks a licence is met by a licence of that name, not by a tag', () => {
    const asked = job(requirement('forklift licence', { kind: 'licence' }));
    expect(
      only(rank(asked, [candidate('a', credential({ name: 'Forklift licence', type: 'License' }))]))?.evidenced,
    ).toBe(true);
    expect(
      only(rank(asked, [candidate('a', credential({ name: 'Safety day', tags: ['forklift licence'] }))]))?.evidenced,
    ).toBe(false);
  });
});

describe('a credential that is asked', () => {
  it('is not found in what another credential is about', () => {
    const asked = job(requirement('degree in nursing', { kind: 'credential' }));
    const band = (words: CredentialWords) => only(rank(asked, [candidate('a', credential(words))]))?.band;
    expect(band({ name: 'Degree of nursing' })).not.toBe('none');
    expect(band({ name: 'Open day', tags: ['degree of nursing'], criteria: 'Asks for a degree in nursing' })).toBe(
      'none',
    );
  });
});

describe('factors', () => {
  it.each([
    ['verified, issuer recognised', {}, 100],
    ['verified, issuer unknown', { verdict: 'verified-with-reservations', recognition: 'unknown' }, 90],
    ['not verifiable offline', { verdict: 'cannot-verify-offline', recognition: 'unknown' }, 75],
    ['self-asserted', { recognition: 'self-asserted' }, 60],
    ["the holder's own claim", { content: 'claimed', verdict: 'cannot-verify-offline', recognition: 'unknown' }, 60],
    ['not valid', { verdict: 'not-valid' }, 0],
  ] as const)('verification: %s', (_, words: CredentialWords, score) => {
    expect(
      rank(job(requirement('welding')), [candidate('a', credential({ name: 'Welding', ...words }))]).candidates[0]
        ?.score,
    ).toBe(score);
  });

  it.each([
    ['at the level asked', '6', 100, false],
    ['above it', '7', 100, false],
    ['one below', '5', 75, false],
    ['two below', '4', 50, false],
    ['not stated', null, 100, true],
  ])('level: %s', (_, stated, score, flagged) => {
    const alignments =
      stated === null ? [] : [{ targetFramework: 'EQF', targetCode: stated, targetName: `EQF level ${stated}` }];
    const ranking = rank(job(requirement('welding', { level: 6 })), [
      candidate('a', credential({ name: 'Welding', alignments })),
    ]);
    expect(ranking.candidates[0]?.score).toBe(score);
    expect(only(ranking)?.factors.find(({ name }) => name === 'level')?.flagged).toBe(flagged);
  });

  it('age matters only where the requirement says so', () => {
    const old = candidate('a', credential({ name: 'Welding', awardedDate: '1999-01-01T00:00:00Z' }));
    expect(rank(job(requirement('welding')), [old]).candidates[0]?.score).toBe(100);
    expect(rank(job(requirement('welding', { maxAgeYears: 3 })), [old]).candidates[0]?.score).toBe(50);
  });
});

describe('the score', () => {
  it('weighs must 1, want 0.4, trainable 0.2, and the points add up to it', () => {
    const asked = job(
      requirement('welding'),
      requirement('brazing', { priority: 'want' }),
      requirement('forging', { priority: 'trainable' }),
    );
    const [first] = rank(asked, [candidate('a', credential({ name: 'Welding', tags: ['forging'] }))]).candidates;
    expect(first?.score).toBe(75);
    expect(first?.requirements.map(({ points }) => points)).toEqual([62.5, 0, 12.5]);
  });

  it('leaves characteristics to the interview', () => {
    const asked = job(requirement('welding'), requirement('curious', { kind: 'characteristic' }));
    const [first] = rank(asked, [candidate('a', credential({ name: 'Welding' }))]).candidates;
    expect(first?.requirements.map(({ requirement: id }) => id)).toEqual(['welding']);
    expect(first?.mustHaves.total).toBe(1);
  });

  it('says what one verified credential would change', () => {
    const asked = job(requirement('welding'), requirement('brazing', { priority: 'want' }));
    const ranking = rank(asked, [
      candidate('a', credential({ name: 'Welding' })),
      candidate('b', credential({ name: 'Brazing' })),
    ]);
    expect(ranking.candidates[1]?.counterfactual).toMatchObject({
      requirement: 'welding',
      scoreNow: 28.5714,
      scoreThen: 100,
      rankThen: 1,
    });
    expect(
      rank(job(requirement('welding')), [candidate('a', credential({ name: 'Welding' }))]).candidates[0]
        ?.counterfactual,
    ).toBeNull();
  });

  it('hides nobody: who has nothing stands last with all requirements listed', () => {
    const ranking = rank(job(requirement('welding')), [
      candidate('a'),
      candidate('b', credential({ name: 'Welding' })),
    ]);
    expect(ranking.candidates.map(({ candidate: id, rank: place }) => [id, place])).toEqual([
      ['b', 1],
      ['a', 2],
    ]);
    expect(ranking.candidates[1]?.requirements[0]).toMatchObject({ tier: 'none', strength: 0 });
  });

  it('gives equals one rank', () => {
    const same = (id: string) => candidate(id, credential({ name: 'Welding', document: id }));
    expect(
      rank(job(requirement('welding')), [same('a'), same('b'), candidate('c')]).candidates.map((one) => one.rank),
    ).toEqual([1, 1, 3]);
  });

  it('with the model switched off is the score without a model', () => {
    const asked = job(requirement('use spreadsheets'));
    const people = [candidate('a', credential({ name: 'Work with tables' }))];
    const off = { useModel: false, weights: { must: 1, want: 0.4, trainable: 0.2 } };
    const ranking = rank(asked, people, {
      settings: off,
      model: MODEL,
      vectors: vectorsFor({ 'use spreadsheets': [1], 'work with tables': [1] }),
    });
    expect(ranking.model).toEqual({ state: 'absent', code: 'switched-off' });
    expect(ranking.candidates[0]?.score).toBe(rank(asked, people).candidates[0]?.score);
  });
});

describe('fairness', () => {
  const words = fc.constantFrom(
    'welding',
    'brazing',
    'wound care',
    'use spreadsheets',
    'teach mathematics',
    'plan care',
    'Microsoft Excel',
    'weld pipes',
  );
  const verdict = fc.constantFrom(
    'verified',
    'verified-with-reservations',
    'cannot-verify-offline',
    'not-valid' as const,
  );
  const badge: fc.Arbitrary<CredentialWords> = fc.record({
    document: fc.uuid(),
    name: words,
    tags: fc.array(words, { maxLength: 3 }),
    criteria: fc.array(words, { maxLength: 3 }).map((parts) => parts.join(' and then ')),
    verdict: verdict as fc.Arbitrary<'verified'>,
  });
  const person = fc.array(badge, { maxLength: 4 });
  const asked = job(
    requirement('welding'),
    requirement('use spreadsheets', { priority: 'want' }),
    requirement('plan nursing care', { level: 5 }),
  );
  const scores = (ranking: Ranking) =>
    new Map(ranking.candidates.map(({ candidate: id, rank: place, ...rest }) => [id, { place, rest }]));

  it('swapping names of people and issuers changes no score and no rank', () => {
    fc.assert(
      fc.property(
        fc.array(person, { maxLength: 4 }),
        fc.string(),
        fc.string({ minLength: 1 }),
        (people, name, issuerName) => {
          const ranked = (identity: CredentialWords) =>
            rank(
              asked,
              people.map((badges, index) =>
                candidate(`c${index}`, ...badges.map((one) => credential({ ...one, ...identity }))),
              ),
            );
          const bare = (ranking: Ranking) =>
            ranking.candidates.map(({ candidate: id, rank: place, score, requirements }) => [
              id,
              place,
              score,
              requirements.map(({ strength, tier, band }) => [strength, tier, band]),
            ]);
          expect(bare(ranked({ subjectName: name, issuerName }))).toEqual(bare(ranked({})));
        },
      ),
    );
  });

  it('another credential never lowers a score', () => {
    fc.assert(
      fc.property(person, badge, (badges, extra) => {
        const before = scoreOf(rank(asked, [candidate('a', ...badges.map(credential))]), 'a') ?? 0;
        const after = scoreOf(rank(asked, [candidate('a', ...[...badges, extra].map(credential))]), 'a') ?? 0;
        expect(after).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it("another person's credentials change no score", () => {
    fc.assert(
      fc.property(person, person, (badges, others) => {
        const alone = scoreOf(rank(asked, [candidate('a', ...badges.map(credential))]), 'a');
        expect(
          scoreOf(
            rank(asked, [candidate('b', ...others.map(credential)), candidate('a', ...badges.map(credential))]),
            'a',
          ),
        ).toBe(alone);
      }),
    );
  });

  it('the order of import and of credentials changes nothing, not a byte', () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 4 }), (people) => {
        const forward = people.map((badges, index) => candidate(`c${index}`, ...badges.map(credential)));
        const backward = people
          .map((badges, index) => candidate(`c${index}`, ...badges.map(credential).reverse()))
          .reverse();
        expect(scores(rank(asked, backward))).toEqual(scores(rank(asked, forward)));
        expect(rank(asked, backward).inputsHash).toBe(rank(asked, forward).inputsHash);
        expect(JSON.stringify(rank(asked, forward))).toBe(JSON.stringify(rank(asked, forward)));
      }),
    );
  });
});

describe('an ambiguous name', () => {
  const vectors = vectorsFor({
    rust: [1, 0.4, 0],
    'remove rust from vehicles': [1, 0.3, 0],
    'computer programming': [0, 0, 1],
    'systems programming': [0, 0.1, 1],
    'rust services': [1, 0.4, 0.1],
    'car repair': [0.2, 1, 0],
  });
  const band = (...tags: readonly string[]) =>
    only(
      rank(job(requirement('Rust')), [candidate('a', credential({ name: tags[0] ?? '', tags: tags.slice(1) }))], {
        model: MODEL,
        vectors,
      }),
    )?.band;

  it('counts for little where no skill of the credential is near what the name is about', () => {
    expect(band('Remove rust from vehicles', 'car repair')).toBe('none');
  });
  it('counts where one is', () => {
    expect(band('Rust services', 'systems programming')).toBe('strong');
  });
});
