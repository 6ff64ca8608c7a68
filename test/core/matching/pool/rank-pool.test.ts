import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createScanKernel } from '../../../../main/adapters/vector-scan/scan-kernel.ts';
import { CandidatePool } from '../../../../main/core/matching/pool/candidate-pool.ts';
import type { PoolKernel } from '../../../../main/core/matching/pool/kernel.ts';
import { PLAIN_KERNEL } from '../../../../main/core/matching/pool/plain-kernel.ts';
import { PoolVectors } from '../../../../main/core/matching/pool/pool-vectors.ts';
import { createPoolRanker, type PoolRanker, type PoolRanking } from '../../../../main/core/matching/pool/rank-pool.ts';
import { rankCandidates, type RankingCandidate } from '../../../../main/core/matching/rank-candidates.ts';
import type { Ranking } from '../../../../shared/model/match.ts';
import { sha256 } from '../sample-evidence.ts';
import { MODEL, poolCases, type PoolCase } from './pool-cases.ts';

const SCAN = createScanKernel();

interface Opened {
  readonly pool: CandidatePool;
  readonly ranker: PoolRanker;
  readonly vectors: PoolVectors | null;
}

function open({ people, vectors }: PoolCase, kernel: PoolKernel = SCAN): Opened {
  const pool = new CandidatePool(sha256);
  for (const person of people) pool.put(person);
  return { pool, ranker: createPoolRanker(pool, sha256), vectors: vectorsIn(vectors, kernel) };
}

function vectorsIn(vectors: PoolCase['vectors'], kernel: PoolKernel): PoolVectors | null {
  if (vectors === null || MODEL.state !== 'ready') return null;
  const store = new PoolVectors(MODEL.sha256, kernel);
  for (const [text, vector] of vectors) store.set(text, vector);
  return store;
}

/** All of it explained, as `rankCandidates` gives it. */
function inFull(ranking: PoolRanking, people: readonly RankingCandidate[]): Ranking {
  const byId = new Map(people.map((person) => [person.candidate, person]));
  const { job, jobVersion, model, settings, inputsHash } = ranking;
  const candidates = Array.from({ length: ranking.count }, (_, place) => {
    const person = byId.get(ranking.at(place)?.candidate ?? people[0]?.candidate ?? ('' as never));
    if (person === undefined) throw new Error('nobody stands there');
    const explained = ranking.explain(person);
    if (explained === null) throw new Error('explained as nobody was ranked');
    return explained;
  });
  return { job, jobVersion, model, settings, inputsHash, candidates };
}

const slow = ({ question, people, vectors }: PoolCase) =>
  JSON.stringify(rankCandidates({ ...question, candidates: people, vectors, sha256 }));
const fast = ({ question, people }: PoolCase, { ranker, vectors }: Opened) =>
  JSON.stringify(inFull(ranker.rank(question, vectors), people));

describe('a pool is ranked to the very bytes of one person after the other', () => {
  it('whatever is asked and shown', () => {
    fc.assert(
      fc.property(poolCases, (one) => {
        expect(fast(one, open(one))).toBe(slow(one));
      }),
      { numRuns: 200 },
    );
  });

  it('in plain code as in SIMD, in any order of import, and twice', () => {
    fc.assert(
      fc.property(poolCases, (one) => {
        const opened = open(one);
        const first = fast(one, opened);
        expect(fast(one, opened)).toBe(first);
        expect(fast(one, open(one, PLAIN_KERNEL))).toBe(first);
        const shuffled = { ...one, people: [...one.people].reverse() };
        expect(fast(shuffled, open(shuffled))).toBe(first);
      }),
    );
  });

  it('after people came, changed and went', () => {
    fc.assert(
      fc.property(poolCases, fc.nat(7), fc.nat(7), (one, changed, gone) => {
        const opened = open({ ...one, people: one.people.slice(0, 5) });
        opened.ranker.rank(one.question, opened.vectors);
        for (const person of one.people) opened.pool.put(person);
        const leaves = one.people[gone];
        const moves = one.people[changed];
        const people = one.people
          .filter((person) => person !== leaves)
          .map((person) => (person === moves ? { ...person, credentials: person.credentials.slice(1) } : person));
        if (leaves !== undefined) opened.pool.remove(leaves.candidate);
        for (const person of people) opened.pool.put(person);
        const then = { ...one, people };
        expect(fast(then, opened)).toBe(slow(then));
      }),
    );
  });

  it('after the question changed', () => {
    fc.assert(
      fc.property(poolCases, poolCases, (one, other) => {
        const opened = open(one);
        fast(one, opened);
        const vectors = one.vectors === null ? null : new Map([...(other.vectors ?? []), ...one.vectors]);
        const asked = { ...one, question: { ...other.question, model: one.question.model }, vectors };
        for (const [text, vector] of vectors ?? []) opened.vectors?.set(text, vector);
        expect(fast(asked, opened)).toBe(slow(asked));
        const back = { ...one, vectors };
        expect(fast(back, opened)).toBe(slow(back));
      }),
    );
  });
});

it('an explanation of other evidence than what was ranked is refused', () => {
  const [one] = fc.sample(
    poolCases.filter(({ people }) => people.some(({ statements }) => statements.length > 0)),
    1,
  );
  if (one === undefined) throw new Error('no case');
  const { ranker, vectors } = open(one);
  const ranking = ranker.rank(one.question, vectors);
  expect(ranking.explain({ candidate: 'unknown' as never, credentials: [], statements: [] })).toBeNull();
});
