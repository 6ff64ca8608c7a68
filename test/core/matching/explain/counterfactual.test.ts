import { describe, expect, it } from 'vitest';
import { candidate, credential, job, rank, requirement, type CredentialWords } from '../sample-evidence.ts';

const asked = job(
  requirement('welding', { level: 5, maxAgeYears: 3 }),
  requirement('brazing', { priority: 'trainable', weight: 0.05 }),
);
const level = (of: number) => [{ targetFramework: 'EQF', targetCode: String(of), targetName: `EQF level ${of}` }];

const counterfactualOf = (...badges: readonly CredentialWords[]) =>
  rank(asked, [
    candidate('a', ...badges.map(credential)),
    candidate('b', credential({ name: 'Brazing' })),
  ]).candidates.find(({ candidate: id }) => id === 'a')?.counterfactual;

describe('the document that would settle a gap', () => {
  it.each([
    ['nothing shows it', { name: 'Poetry' }, 'not-shown'],
    ['it is only alike', { name: 'Welding of pipes' }, 'only-alike'],
    ['it is only claimed', { name: 'Welding', content: 'claimed', recognition: 'unknown' }, 'claimed'],
    ['the credential is not valid', { name: 'Welding', verdict: 'not-valid' }, 'not-valid'],
    [
      'the issuer is unknown',
      { name: 'Welding', recognition: 'unknown', verdict: 'verified-with-reservations' },
      'not-verified-in-full',
    ],
    ['the level is below', { name: 'Welding', alignments: level(4) }, 'level-below'],
    ['it is too old', { name: 'Welding', awardedDate: '2001-01-01T00:00:00Z' }, 'too-old'],
  ] as const)('says why it is open: %s', (_, words, because) => {
    expect(counterfactualOf(words as CredentialWords)).toMatchObject({
      requirement: 'welding',
      because,
      level: 5,
      maxAgeYears: 3,
    });
  });

  it('is kept: with that document the candidate stands where it was said', () => {
    const promised = counterfactualOf({ name: 'Brazing', document: 'x' });
    const ranking = rank(asked, [
      candidate(
        'a',
        credential({ name: 'Brazing', document: 'x' }),
        credential({ name: 'Welding', awardedDate: '2026-01-01T00:00:00Z', alignments: level(5) }),
      ),
      candidate('b', credential({ name: 'Brazing' })),
    ]);
    const then = ranking.candidates.find(({ candidate: id }) => id === 'a');
    expect([then?.score, then?.rank]).toEqual([promised?.scoreThen, promised?.rankThen]);
  });

  it('is none where nothing could be added', () => {
    expect(
      counterfactualOf({
        name: 'Welding',
        tags: ['brazing'],
        awardedDate: '2026-01-01T00:00:00Z',
        alignments: level(6),
      }),
    ).toBeNull();
  });
});
