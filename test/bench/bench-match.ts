import { fork } from 'node:child_process';
import { once } from 'node:events';
import { hash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { exactSearch, MetricKind } from 'usearch';
import { CandidatePool } from '../../main/core/matching/pool/candidate-pool.ts';
import { leastDot } from '../../main/core/matching/pool/least-dot.ts';
import { createPoolRanker } from '../../main/core/matching/pool/rank-pool.ts';
import { rankCandidates } from '../../main/core/matching/rank-candidates.ts';
import { matchSamples, REQUIREMENTS, TEXTS, type MatchSamples } from './bench-match-samples.ts';
import { makePerson } from './generate-people.ts';
import { milliseconds, printSpeedUps, sideBySide } from './side-by-side.ts';

const ROUNDS = 9;
/** People ranked one after the other for comparison. */
const PLAIN_PEOPLE = 2000;
const sha256 = (text: string) => hash('sha256', text);

/** Ranking a million people: scan, order, explanation, what changes cost, and memory. */
export async function benchMatch(): Promise<void> {
  const samples = matchSamples(1);
  console.log(
    `\nMatching: ${REQUIREMENTS} requirements, people of 20 statements in 4 credentials, ${TEXTS.toLocaleString('en')} ` +
      `distinct statements; made-up vectors, of whose pairs ${shareNear(samples)} can count ` +
      '(0.18 % of pairs of ESCO’s skills by our encoder)',
  );
  await runEngine();
  await benchScan(samples);
  await benchPlain(samples);
}

/** In a process of its own, built as the engine is. */
async function runEngine(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'tessera-bench-'));
  try {
    const outfile = join(folder, 'bench-match-engine.mjs');
    const entry = join(import.meta.dirname, 'bench-match-engine.ts');
    await build({ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'warning' });
    const [code] = await once(fork(outfile, { execArgv: [] }), 'exit');
    if (code !== 0) throw new Error(`the process of the pool ended with ${String(code)}`);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The scan alone: every requirement against every distinct statement, for what is near. */
async function benchScan({ texts, questions, vectors }: MatchSamples): Promise<void> {
  const requirements = questions.flatMap(({ job }) => job.requirements);
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
        vectors.near(
          requirements.map(({ text }) => text),
          leastDot(vectors.modelSha256),
        );
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
async function benchPlain({ texts, questions, vectors }: MatchSamples): Promise<void> {
  const [asked] = questions;
  if (asked === undefined) throw new Error('there is no job');
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

function shareNear({ texts, vectors }: MatchSamples): string {
  const asked = texts.filter((_, index) => index % 500 === 0);
  const near = vectors.near(asked, leastDot(vectors.modelSha256)).reduce((sum, rows) => sum + (rows?.length ?? 0), 0);
  return `${((near / (asked.length * texts.length)) * 100).toFixed(2)} %`;
}
