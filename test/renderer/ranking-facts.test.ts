import { describe, expect, it } from 'vitest';
import { toggled } from '../../renderer/features/ranking/chosen-people.ts';
import { leadOver, splitOf, strongestOf, tiedWith } from '../../renderer/features/ranking/ranking-facts.ts';
import { everybodyIn, inScreenOrder, withEveryMust } from '../../renderer/features/ranking/ranking-list.ts';
import { whySentence } from '../../renderer/features/ranking/why-sentence.ts';
import type { CandidateRow } from '../../shared/api/contract.ts';
import type { Verdict } from '../../shared/model/check.ts';
import type { WhyAbove } from '../../shared/model/explanation.ts';
import type { CandidateId, CredentialKey, JobId, RequirementId } from '../../shared/model/ids.ts';
import type {
  MatchTier,
  OtherCandidates,
  RankedCandidate,
  Ranking,
  RequirementMatch,
} from '../../shared/model/match.ts';

function match(
  text: string,
  points: number,
  verdict: Verdict | null = 'verified',
  tier: MatchTier = 'label',
): RequirementMatch {
  return {
    requirement: text as RequirementId,
    requirementText: text,
    tier,
    strength: points / 100,
    band: 'strong',
    evidenced: true,
    claimed: false,
    metBy: null,
    identity: null,
    judgement: null,
    refusals: [],
    factors: [],
    evidence:
      verdict === null
        ? null
        : {
            credential: 'x#' as CredentialKey,
            credentialId: 'x',
            credentialName: 'Knots',
            issuerName: 'Example Harbour',
            pointer: '/name',
            quote: text,
            source: 'tag',
            verdict,
            assessmentBasis: 0,
          },
    points,
  };
}

function ranked(name: string, rank: number, requirements: readonly RequirementMatch[]): RankedCandidate {
  const score = requirements.reduce((sum, { points }) => sum + points, 0);
  return {
    candidate: name as CandidateId,
    rank,
    band: 'strong',
    score,
    mustHaves: { evidenced: 0, total: 0 },
    requirements,
    counterfactual: null,
  };
}

const ranking = (useModel: boolean, candidates: readonly RankedCandidate[]): Ranking => ({
  job: 'J' as JobId,
  jobVersion: 1,
  model: { state: 'absent', code: 'switched-off' },
  settings: { useModel, weights: { must: 1, want: 0.4, trainable: 0.2 } },
  inputsHash: '0'.repeat(64),
  candidates,
});

/** People as the columns of those who are not explained at once. */
const othersOf = (...people: readonly RankedCandidate[]): OtherCandidates => ({
  candidates: people.map(({ candidate }) => candidate),
  ranks: people.map(({ rank }) => rank),
  bands: people.map(({ band }) => band),
  scores: people.map(({ score }) => score),
  evidenced: people.map(({ mustHaves }) => mustHaves.evidenced),
});

describe('the people of a ranking', () => {
  it('are all there, whether they are explained or not', () => {
    const [first, second, third] = ['first', 'second', 'third'].map((name, index) => ({
      ...ranked(name, index + 1, [match('knots', 90 - index)]),
      mustHaves: { evidenced: 2 - index, total: 3 },
    })) as [RankedCandidate, RankedCandidate, RankedCandidate];
    const { requirements: _, counterfactual: __, ...standing } = third;
    const everybody = everybodyIn({ ...ranking(true, [first, second]), others: othersOf(third) });
    expect(everybody.map(({ explained }) => explained)).toEqual([first, second, null]);
    expect(everybody[2]).toEqual({ ...standing, explained: null });
  });

  it('can be chosen, up to as many as can be compared, and taken out again', () => {
    const five = ['a', 'b', 'c', 'd', 'e'].reduce<readonly CandidateId[]>(
      (chosen, name) => toggled(chosen, name as CandidateId),
      [],
    );
    expect(five).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(toggled(five, 'f' as CandidateId)).toBe(five);
    expect(toggled(five, 'b' as CandidateId)).toEqual(['a', 'c', 'd', 'e']);
  });
});

describe('what a ranking says of a person', () => {
  const first = ranked('first', 1, [match('knots', 40), match('sails', 30)]);
  const second = ranked('second', 2, [match('knots', 35), match('sails', 10)]);

  it('tells verified, reserved, claimed and judged evidence apart, and counts what is not valid as none', () => {
    const requirements = [
      match('a', 1, 'verified'),
      match('b', 1, 'verified-with-reservations'),
      match('c', 1, 'cannot-verify-offline'),
      match('d', 0, 'not-valid'),
      match('e', 1, null, 'person'),
      match('f', 0, null, 'none'),
    ];
    expect(splitOf(requirements)).toEqual({ verified: 1, reserved: 1, claimed: 1, judged: 1, none: 2 });
  });

  it('names the requirement that brings most, if any does', () => {
    expect(strongestOf(first)?.requirementText).toBe('knots');
    expect(strongestOf(ranked('none', 1, [match('knots', 0)]))).toBeNull();
  });

  it('names who comes next, the distance, and the requirement that makes most of it', () => {
    const everybody = everybodyIn(ranking(true, [first, second]));
    const lead = leadOver(everybody, first, () => second);
    expect(lead).toMatchObject({ points: 25, widest: { requirementText: 'sails' }, next: { candidate: 'second' } });
    expect(leadOver(everybody, first, () => null)).toMatchObject({ points: 25, widest: null });
    expect(leadOver(everybody, second, () => null)).toBeNull();
  });

  it('counts the others that share a rank', () => {
    const twin = ranked('twin', 1, first.requirements);
    expect(tiedWith(everybodyIn(ranking(true, [first, twin, second])), first)).toBe(1);
    const others = { ...othersOf(second), ranks: [1] };
    expect(tiedWith(everybodyIn({ ...ranking(true, [first, twin]), others }), first)).toBe(2);
  });
});

describe('the filter by must-haves', () => {
  it('keeps those with all of them, in their order, and everybody where none is asked', () => {
    const having = (name: string, evidenced: number, total: number) => ({
      ...ranked(name, 1, []),
      mustHaves: { evidenced, total },
      explained: null,
    });
    const all = [having('a', 2, 2), having('b', 1, 2), having('c', 2, 2)];
    expect(withEveryMust(all).map(({ candidate }) => candidate)).toEqual(['a', 'c']);
    expect(withEveryMust([having('a', 0, 0)])).toHaveLength(1);
  });
});

describe('why one stands above another, in a sentence', () => {
  const names = (candidate: CandidateId) => candidate.toUpperCase();
  const side = (points: number, verdict: Verdict | null = 'verified', tier: MatchTier = 'label') =>
    match('knots', points, verdict, tier);
  const why = (more: Partial<WhyAbove>): WhyAbove => ({
    above: 'a' as CandidateId,
    below: 'b' as CandidateId,
    by: 'points',
    ranks: { above: 1, below: 2 },
    scores: { above: 70, below: 40, difference: 30 },
    mustHaves: { above: 2, below: 1, total: 2 },
    requirements: [
      {
        requirement: 'knots' as RequirementId,
        requirementText: 'knots',
        above: side(40),
        below: side(0, null, 'none'),
        difference: 40,
      },
    ],
    ...more,
  });

  it.each([
    [
      'points',
      why({}),
      'A stands above B by 30.0 points, and the largest difference, 40.0 points, is at “knots”: A shows it by “Knots” (same words), B shows nothing for it.',
    ],
    [
      'must-haves',
      why({ by: 'must-haves', scores: { above: 70, below: 70, difference: 0 } }),
      'A and B both have 70.0 points; A stands above because 2 of 2 must-haves are evidenced, against 1.',
    ],
    [
      'nothing',
      why({ by: 'nothing', ranks: { above: 3, below: 3 }, scores: { above: 70, below: 70, difference: 0 } }),
      'A and B share rank 3: both have 70.0 points and as many must-haves evidenced. Ties are ties.',
    ],
  ])('decided by %s', (_, given, sentence) => {
    expect(whySentence(given, names)).toBe(sentence);
  });
});

describe('the order of the ranking on screen', () => {
  const row = (name: string, importedAt: string): CandidateRow => ({
    candidate: {
      id: name as CandidateId,
      pseudonym: name,
      ref: null,
      name: null,
      email: null,
      basis: 'file',
      importedAt,
    },
    credentials: 1,
    verdicts: { verified: 1, 'verified-with-reservations': 0, 'cannot-verify-offline': 0, 'not-valid': 0 },
  });
  const people = [row('b', '2026-09-02T00:00:00Z'), row('c', '2026-09-01T00:00:00Z'), row('a', '2026-09-02T00:00:00Z')];
  const candidates = ['b', 'a', 'c'].map((name, index) => ranked(name, index + 1, []));
  // The last of them is listed without an explanation.
  const all = (useModel: boolean): Ranking => ({
    ...ranking(useModel, candidates.slice(0, 2)),
    others: othersOf(...candidates.slice(2)),
  });
  const order = (useModel: boolean) =>
    inScreenOrder(everybodyIn(all(useModel)), all(useModel), people).map(({ candidate }) => candidate);

  it('is by rank', () => expect(order(true)).toEqual(['b', 'a', 'c']));
  it('is that of import where AI is off', () => expect(order(false)).toEqual(['c', 'a', 'b']));
});
