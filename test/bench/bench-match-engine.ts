/**
 * Entry of a process of its own, built as the engine is, so that its memory is that of ranking and of nothing else:
 * neither of a compiler nor of what the bench compares with. The people are made here too; no store is behind them.
 */
import { hash } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { CandidatePool } from '../../main/core/matching/pool/candidate-pool.ts';
import { createPoolRanker, type PoolRanker, type PoolRanking } from '../../main/core/matching/pool/rank-pool.ts';
import type { RankingCandidate } from '../../main/core/matching/rank-candidates.ts';
import type { RankingQuestion } from '../../main/core/matching/ranking-frame.ts';
import { job } from '../core/matching/sample-evidence.ts';
import { matchSamples, type MatchSamples } from './bench-match-samples.ts';
import { makePerson } from './generate-people.ts';

const EXPLAINED = 100;
const SIZES = [10_000, 100_000, 1_000_000];
const ROUNDS = 9;
const sha256 = (text: string) => hash('sha256', text);

// Two jobs in turn, and for each round of each size one that was never asked.
const samples = matchSamples(2 + ROUNDS * SIZES.length);
collectGarbage();
console.log(`memory of the process of the pool with texts and vectors: ${mega(process.memoryUsage().rss)} MB`);
const pool = new CandidatePool(sha256);
const ranker = createPoolRanker(pool, sha256);
for (const [index, size] of SIZES.entries()) {
  const started = performance.now();
  while (pool.size < size) pool.put(makePerson(pool.size, samples.texts));
  const seconds = (performance.now() - started) / 1000;
  benchPool(pool, ranker, samples, index);
  collectGarbage();
  const { rss, arrayBuffers, heapUsed } = process.memoryUsage();
  console.log(
    `        memory of this process ${mega(rss)} MB (arrays ${mega(arrayBuffers)}, heap ${mega(heapUsed)}); ` +
      `made in ${seconds.toFixed(0)} s, highest so far ${mega(process.resourceUsage().maxRSS * 1024)} MB`,
  );
}

function benchPool(
  pool: CandidatePool,
  ranker: PoolRanker,
  { texts, questions, vectors }: MatchSamples,
  sizeIndex: number,
): void {
  const [one, other, ...neverAsked] = questions;
  if (one === undefined || other === undefined) throw new Error('there are no jobs');
  const people = new Map<string, RankingCandidate>();
  // A store would have read whoever is explained; making the person is not what is measured.
  let making: Taken = { wall: 0, processor: 0 };
  const personOf = (id: string) => {
    const started = now();
    const person = people.get(id) ?? makePerson(Number.parseInt(id.slice('person-'.length), 36), texts);
    people.set(id, person);
    const taken = since(started);
    making = { wall: making.wall + taken.wall, processor: making.processor + taken.processor };
    return person;
  };
  const first = (ranking: PoolRanking) =>
    Array.from({ length: EXPLAINED }, (_, place) => ranking.explain(personOf(ranking.at(place)?.candidate ?? '')));
  const rank = (asked: RankingQuestion) => first(ranker.rank(asked, vectors)).length;
  const weighed = (must: number): RankingQuestion => ({
    ...other,
    settings: { ...other.settings, weights: { ...other.settings.weights, must } },
  });
  const changed = (round: number): RankingQuestion => ({
    ...other,
    job: job(
      ...other.job.requirements.map((line, index) => (index === 0 ? { ...line, level: 3 + (round % 5) } : line)),
    ),
  });
  const dated: RankingQuestion = {
    ...one,
    job: job(...one.job.requirements.map((line, index) => (index === 0 ? { ...line, maxAgeYears: 3 } : line))),
  };
  // Once by once, as each needs what stood before it.
  const times = new Map<string, Taken[]>();
  const take = (name: string, work: () => void) => {
    making = { wall: 0, processor: 0 };
    const started = now();
    work();
    const taken = since(started);
    const own = { wall: taken.wall - making.wall, processor: taken.processor - making.processor };
    times.set(name, [...(times.get(name) ?? []), own]);
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    rank(one);
    take('all', () => rank(other));
    const next = neverAsked[sizeIndex * ROUNDS + round] ?? one;
    take('weight', () => rank(weighed(0.5 + round / 100)));
    take('order', () => ranker.rank(weighed(0.7 + round / 100), vectors));
    take('everybody', () => {
      const ranking = ranker.rank(weighed(0.6 + round / 100), vectors);
      ranking.at(ranking.count - 1);
    });
    take('line', () => rank(changed(round)));
    const person = makePerson(round, texts);
    const without = { ...person, credentials: person.credentials.slice(1 + (pool.size % 2)) };
    take('person', () => {
      pool.put(without);
      ranker.rank(changed(round), vectors);
    });
    pool.put(person);
    take('dated', () => rank(dated));
    take('fresh', () => rank(next));
  }
  const say = (name: string, text: string) => {
    const [wall, processor] = (['wall', 'processor'] as const).map((kind) =>
      (times.get(name) ?? []).map((taken) => taken[kind]).sort((a, b) => a - b),
    );
    const [median, best, used] = [middleOf(wall), wall?.[0] ?? 0, middleOf(processor)].map((time) => time.toFixed(1));
    console.log(`${median?.padStart(7)} ms  ${text} (fastest ${best}, of the processor ${used})`);
  };
  console.log(`\n${pool.count.toLocaleString('en')} people (median of ${ROUNDS}, here and now)`);
  say('all', `another job: scanned, everybody ranked, the first ${EXPLAINED} explained`);
  say('fresh', `a job that nobody has asked before, the first ${EXPLAINED} explained`);
  say('weight', `a weight changed: everybody ranked anew, the first ${EXPLAINED} explained`);
  say('order', 'a weight changed: the scores and the first 1,000 in order');
  say('everybody', 'a weight changed: everybody in order');
  say('line', 'one requirement changed');
  say('person', 'one credential gone from one person');
  say('dated', 'another job with one requirement that limits age');
}

/** Milliseconds on the wall, and of the processor: where others have the machine too, only these say something. */
interface Taken {
  readonly wall: number;
  readonly processor: number;
}

function now(): Taken {
  const { user, system } = process.cpuUsage();
  return { wall: performance.now(), processor: (user + system) / 1000 };
}

function since(started: Taken): Taken {
  const { wall, processor } = now();
  return { wall: wall - started.wall, processor: processor - started.processor };
}

function middleOf(sorted: readonly number[] | undefined): number {
  return sorted?.[Math.floor(sorted.length / 2)] ?? 0;
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  // Twice and to the end, as it happens by itself in an engine that has nothing to do.
  const thoroughly = { type: 'major', execution: 'sync', flavor: 'last-resort' };
  for (let round = 0; round < 2; round += 1) if (typeof collect === 'function') collect(thoroughly);
}

function mega(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(0);
}
