import { rankCandidates, type RankingCandidate } from '../../main/core/matching/rank-candidates.ts';
import { DEFAULT_SETTINGS } from '../../main/core/matching/settings.ts';
import type { Job } from '../../shared/model/job.ts';
import type { ModelState, Ranking } from '../../shared/model/match.ts';
import { changedBits, changedPlaces, together, type ChangedBits } from './changed-bits.ts';
import { makeIdentity, type Identity } from './identities.ts';
import { inTheHandsOf, sha256, type Achieved, type Achievements } from './make-people.ts';
import { seeded } from './seeded.ts';

/** What is compared, and by what. */
export interface FairnessCase {
  readonly jobs: readonly Job[];
  /** What each person has achieved. */
  readonly people: readonly Achievements[];
  readonly seed: number;
  readonly model: ModelState;
  readonly vectors: ReadonlyMap<string, Float32Array> | null;
}

export interface FairnessFinding extends ChangedBits {
  readonly check: 'identity-swap' | 'order-of-import' | 'second-run' | 'unrelated-credential';
}

/** The people with the identities that the seed gives them; `others` gives each of them another one. */
export function peopleOf({ people, seed }: Pick<FairnessCase, 'people' | 'seed'>, others = false) {
  return people.map((achievements, index) => inTheHandsOf(`c${index}`, achievements, identityOf(seed, index, others)));
}

/** Every check over every job; nothing may change. For an unrelated credential a bit is a score that went down. */
export function checkFairness(given: FairnessCase): readonly FairnessFinding[] {
  const people = peopleOf(given);
  const swapped = peopleOf(given, true);
  const reversed = people.toReversed().map((person) => ({
    ...person,
    credentials: person.credentials.toReversed(),
    statements: person.statements.toReversed(),
  }));
  const richer = peopleOf({ ...given, people: given.people.map((achievements) => [...achievements, UNRELATED]) });
  const found = given.jobs.map((job) => {
    const before = rank(given, job, people);
    return {
      'identity-swap': compared(before, people, rank(given, job, swapped), swapped),
      'order-of-import': compared(before, people, rank(given, job, reversed), reversed),
      'second-run': sameBytes(before, rank(given, job, people)),
      'unrelated-credential': lowered(before, rank(given, job, richer)),
    };
  });
  const checks = ['identity-swap', 'order-of-import', 'second-run', 'unrelated-credential'] as const;
  return checks.map((check) => ({ check, ...together(...found.map((one) => one[check])) }));
}

function rank({ model, vectors }: FairnessCase, job: Job, candidates: readonly RankingCandidate[]): Ranking {
  return rankCandidates({
    job,
    candidates,
    settings: DEFAULT_SETTINGS,
    model,
    vectors,
    judgements: [],
    refusals: [],
    at: '2026-09-01T00:00:00Z',
    sha256,
  });
}

function compared(
  one: Ranking,
  people: readonly RankingCandidate[],
  other: Ranking,
  others: readonly RankingCandidate[],
): ChangedBits {
  return together(changedBits(one, other), changedPlaces(wordsInOrder(one, people), wordsInOrder(other, others)));
}

/** What stands at each place of the list, by what it shows. */
function wordsInOrder({ candidates }: Ranking, people: readonly RankingCandidate[]): readonly string[] {
  const words = new Map(
    people.map(({ candidate, statements }) => [
      candidate,
      statements
        .map(({ pointer, text }) => `${pointer} ${text}`)
        .sort()
        .join('\n'),
    ]),
  );
  return candidates.map(({ candidate }) => words.get(candidate) ?? '');
}

function sameBytes(one: Ranking, other: Ranking): ChangedBits {
  const [left, right] = [Buffer.from(JSON.stringify(one)), Buffer.from(JSON.stringify(other))];
  const differing = left.filter((byte, index) => byte !== right[index]).length + Math.abs(right.length - left.length);
  return { bits: left.length * 8, changedBits: differing * 8 };
}

function lowered(before: Ranking, after: Ranking): ChangedBits {
  const scores = new Map(after.candidates.map(({ candidate, score }) => [candidate, score]));
  const lower = before.candidates.filter(({ candidate, score }) => (scores.get(candidate) ?? 0) < score);
  return { bits: before.candidates.length, changedBits: lower.length };
}

/** A badge about something that no job asks for. */
const UNRELATED: Achieved = {
  name: 'Folding paper cranes',
  tags: ['origami'],
  criteria: 'A hundred cranes are folded.',
  narrative: '{NAME} folded {their} cranes by {themself}.',
  framework: null,
  eqf: 2,
  awarded: '2014-05-01T00:00:00Z',
  verdict: 'verified-with-reservations',
  recognition: 'unknown',
  isClaimed: false,
};

function identityOf(seed: number, index: number, other: boolean): Identity {
  const serial = `${seed} ${index} ${other ? 'other' : 'own'}`;
  return makeIdentity(seeded(Number.parseInt(sha256(serial).slice(0, 8), 16)), serial);
}
