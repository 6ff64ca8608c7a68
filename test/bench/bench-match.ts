import { hash } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { exactSearch, MetricKind } from 'usearch';
import { createScanKernel } from '../../main/adapters/vector-scan/scan-kernel.ts';
import { CandidatePool } from '../../main/core/matching/pool/candidate-pool.ts';
import { leastDot } from '../../main/core/matching/pool/least-dot.ts';
import { PoolVectors } from '../../main/core/matching/pool/pool-vectors.ts';
import { createPoolRanker, type PoolRanker, type PoolRanking } from '../../main/core/matching/pool/rank-pool.ts';
import { rankCandidates, type RankingCandidate } from '../../main/core/matching/rank-candidates.ts';
import type { RankingQuestion } from '../../main/core/matching/ranking-frame.ts';
import { DEFAULT_SETTINGS } from '../../main/core/matching/settings.ts';
import { PRIORITIES } from '../../shared/model/job.ts';
import type { ModelState } from '../../shared/model/match.ts';
import { job, requirement } from '../core/matching/sample-evidence.ts';
import { makePerson, makeVectors, vocabulary } from './generate-people.ts';
import { milliseconds, printSpeedUps, sideBySide } from './side-by-side.ts';

const TEXTS = 30_000;
const REQUIREMENTS = 15;
const EXPLAINED = 100;
const SIZES = [10_000, 100_000, 1_000_000];
const ROUNDS = 9;
/** People ranked one after the other for comparison. */
const PLAIN_PEOPLE = 2000;
const MODEL: ModelState = {
  state: 'ready',
  id: 'made-up vectors, calibrated as our encoder',
  sha256: '369c01942a44e081142e84567e1eac99269f7ecf095edb012a56bfd8188fa885',
  calibrated: true,
};
const sha256 = (text: string) => hash('sha256', text);

/** Ranking a million people: scan, order, explanation, and what changes cost. */
export async function benchMatch(): Promise<void> {
  const texts = vocabulary(TEXTS);
  const jobs = [question(texts, 0), question(texts, 1)] as const;
  const vectors = new PoolVectors(MODEL.state === 'ready' ? MODEL.sha256 : '', createScanKernel());
  fillVectors(vectors, texts, jobs);
  console.log(
    `\nMatching: ${REQUIREMENTS} requirements, people of 20 statements in 4 credentials, ${TEXTS.toLocaleString('en')} ` +
      `distinct statements; made-up vectors, of whose pairs ${shareNear(vectors, texts)} can count ` +
      '(0.18 % of pairs of ESCO’s skills by our encoder)',
  );
  collectGarbage();
  console.log(`        memory of this process with texts and vectors ${mega(process.memoryUsage().rss)} MB`);
  // The pool first, so that the memory of the process is the memory of the pool.
  const pool = new CandidatePool(sha256);
  const ranker = createPoolRanker(pool, sha256);
  const people = new Map<string, RankingCandidate>();
  for (const size of SIZES) {
    const made = await milliseconds(() => {
      while (pool.size < size) pool.put(makePerson(pool.size, texts));
      return Promise.resolve();
    });
    await benchPool(pool, ranker, vectors, jobs, people, texts);
    collectGarbage();
    const { rss, arrayBuffers, heapUsed } = process.memoryUsage();
    console.log(
      `        memory of this process ${mega(rss)} MB (arrays ${mega(arrayBuffers)}, heap ${mega(heapUsed)}); ` +
        `made in ${(made / 1000).toFixed(0)} s`,
    );
  }
  await benchScan(texts, jobs[0], vectors);
  await benchPlain(vectors, jobs[0], texts);
}

async function benchPool(
  pool: CandidatePool,
  ranker: PoolRanker,
  vectors: PoolVectors,
  [one, other]: readonly [RankingQuestion, RankingQuestion],
  people: Map<string, RankingCandidate>,
  texts: readonly string[],
): Promise<void> {
  const first = (ranking: PoolRanking) =>
    Array.from({ length: EXPLAINED }, (_, place) => {
      const id = ranking.at(place)?.candidate ?? '';
      const person = people.get(id) ?? makePerson(Number.parseInt(id.slice('person-'.length), 36), texts);
      people.set(id, person);
      return ranking.explain(person);
    });
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
  const times = { all: [], order: [], everybody: [], weight: [], line: [], person: [], dated: [] } as Record<
    string,
    number[]
  >;
  const take = async (name: string, work: () => void) => {
    times[name]?.push(await milliseconds(() => Promise.resolve(work())));
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    rank(one);
    await take('all', () => rank(other));
    await take('weight', () => rank(weighed(0.5 + round / 100)));
    await take('order', () => ranker.rank(weighed(0.7 + round / 100), vectors));
    await take('everybody', () => {
      const ranking = ranker.rank(weighed(0.6 + round / 100), vectors);
      ranking.at(ranking.count - 1);
    });
    await take('line', () => rank(changed(round)));
    const person = makePerson(round, texts);
    const without = { ...person, credentials: person.credentials.slice(1 + (pool.size % 2)) };
    await take('person', () => {
      pool.put(without);
      ranker.rank(changed(round), vectors);
    });
    pool.put(person);
    await take('dated', () => rank(dated));
  }
  const say = (name: string, text: string) => {
    const sorted = (times[name] ?? []).toSorted((a, b) => a - b);
    const [median, best] = [sorted[Math.floor(sorted.length / 2)] ?? 0, sorted[0] ?? 0];
    console.log(`${median.toFixed(1).padStart(7)} ms  ${text} (fastest ${best.toFixed(1)})`);
  };
  console.log(`\n${pool.count.toLocaleString('en')} people (median of ${ROUNDS}, here and now)`);
  say('all', `another job: scanned, everybody ranked, the first ${EXPLAINED} explained`);
  say('weight', `a weight changed: everybody ranked anew, the first ${EXPLAINED} explained`);
  say('order', 'a weight changed: the scores and the first 1,000 in order');
  say('everybody', 'a weight changed: everybody in order');
  say('line', 'one requirement changed');
  say('person', 'one credential gone from one person');
  say('dated', 'another job with one requirement that limits age');
}

/** The scan alone: every requirement against every distinct statement, each way for the nearest 100. */
async function benchScan(
  texts: readonly string[],
  { job: { requirements } }: RankingQuestion,
  vectors: PoolVectors,
): Promise<void> {
  const width = vectors.get(texts[0] ?? '')?.length ?? 0;
  const floats = new Float32Array(texts.length * width);
  for (const [index, text] of texts.entries()) floats.set(vectors.get(text) ?? [], index * width);
  const asked = requirements.map(({ text }) => vectors.get(text) ?? new Float32Array(width));
  const queries = new Float32Array(asked.length * width);
  for (const [index, query] of asked.entries()) queries.set(query, index * width);
  const out = new Float32Array(texts.length);
  const ways = [
    {
      name: 'a plain Float32 loop',
      run: () => {
        for (const query of asked) plainScan(floats, query, out);
        return Promise.resolve();
      },
    },
    {
      name: 'usearch, exact search, one thread',
      run: () => {
        exactSearch(floats, queries, width, 100, MetricKind.IP, 1);
        return Promise.resolve();
      },
    },
    {
      name: 'our int8 scan in WebAssembly SIMD',
      run: () => {
        for (const { text } of requirements) vectors.dots(text);
        return Promise.resolve();
      },
    },
  ];
  printSpeedUps('The scan', requirements.length, 'requirement', await sideBySide(ways, ROUNDS));
}

function plainScan(floats: Float32Array, query: Float32Array, out: Float32Array): void {
  for (let row = 0; row < out.length; row += 1) {
    let sum = 0;
    const start = row * query.length;
    for (let index = 0; index < query.length; index += 1) sum += (floats[start + index] ?? 0) * (query[index] ?? 0);
    out[row] = sum;
  }
}

/** The whole ranking, one person after the other and through the pool. */
async function benchPlain(vectors: PoolVectors, asked: RankingQuestion, texts: readonly string[]): Promise<void> {
  const candidates = Array.from({ length: PLAIN_PEOPLE }, (_, number) => makePerson(number, texts));
  const input = {
    ...asked,
    candidates,
    vectors: new Map(texts.map((text) => [text, vectors.get(text) ?? new Float32Array()])),
    sha256,
  };
  for (const { text } of asked.job.requirements) input.vectors.set(text, vectors.get(text) ?? new Float32Array());
  const plain = await milliseconds(() => Promise.resolve(void rankCandidates(input)));
  const byId = new Map(candidates.map((one) => [one.candidate, one]));
  const pool = new CandidatePool(sha256);
  for (const candidate of candidates) pool.put(candidate);
  const ranker = createPoolRanker(pool, sha256);
  const pooled = await milliseconds(() => {
    const ranking = ranker.rank(asked, vectors);
    for (let place = 0; place < ranking.count; place += 1) {
      const person = byId.get(ranking.at(place)?.candidate ?? candidates[0]?.candidate ?? ('' as never));
      if (person !== undefined) ranking.explain(person);
    }
    return Promise.resolve();
  });
  console.log(
    `\n${pool.size.toLocaleString('en')} people, all of them explained, cold: through the pool ` +
      `${(plain / pooled).toFixed(1)} times as fast as one person after the other`,
  );
}

/** Requirements near statements of the vocabulary, three of them the very words. */
function question(texts: readonly string[], number: number): RankingQuestion {
  const lines = Array.from({ length: REQUIREMENTS }, (_, index) => {
    const near = texts[(number * REQUIREMENTS + index) * 37] ?? '';
    return requirement(index < 3 ? near : `${near} well`, {
      priority: PRIORITIES[index % PRIORITIES.length] ?? 'must',
      level: index % 5 === 0 ? 5 : null,
    });
  });
  return {
    job: job(...lines),
    settings: DEFAULT_SETTINGS,
    model: MODEL,
    judgements: [],
    refusals: [],
    at: '2026-09-01T00:00:00Z',
  };
}

function fillVectors(vectors: PoolVectors, texts: readonly string[], jobs: readonly RankingQuestion[]): void {
  const make = makeVectors();
  for (const [index, text] of texts.entries()) vectors.set(text, make(index));
  for (const { job: asked } of jobs) {
    for (const { text } of asked.requirements) {
      const near = texts.indexOf(text.replace(/ well$/u, ''));
      if (!vectors.has(text)) vectors.set(text, blend(make(near), make(texts.length + near)));
    }
  }
}

function blend(one: Float32Array, other: Float32Array): Float32Array {
  const sum = one.map((value, index) => 0.85 * value + 0.3 * (other[index] ?? 0));
  const length = Math.hypot(...sum);
  return sum.map((value) => value / length);
}

function shareNear(vectors: PoolVectors, texts: readonly string[]): string {
  const least = MODEL.state === 'ready' ? leastDot(MODEL.sha256) : 0;
  let near = 0;
  const asked = texts.filter((_, index) => index % 500 === 0);
  for (const text of asked) for (const dot of vectors.dots(text) ?? []) if (dot >= least) near += 1;
  return `${((near / (asked.length * texts.length)) * 100).toFixed(2)} %`;
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
