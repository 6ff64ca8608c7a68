import fc from 'fast-check';
import { createScanKernel } from '../../../../main/adapters/vector-scan/scan-kernel.ts';
import { CandidatePool } from '../../../../main/core/matching/pool/candidate-pool.ts';
import { PoolVectors } from '../../../../main/core/matching/pool/pool-vectors.ts';
import { createPoolRanker } from '../../../../main/core/matching/pool/rank-pool.ts';
import { sha256 } from '../sample-evidence.ts';
import { MODEL, poolCases } from './pool-cases.ts';

/** @returns Of generated pools, the same for the same seed, the bytes of everybody's explanation in order. */
export function rankSamples(seed: number): readonly string[] {
  return fc.sample(poolCases, { seed, numRuns: 60 }).map(({ people, question, vectors }) => {
    const pool = new CandidatePool(sha256);
    for (const person of people) pool.put(person);
    const store =
      vectors === null || MODEL.state !== 'ready' ? null : new PoolVectors(MODEL.sha256, createScanKernel());
    for (const [text, vector] of vectors ?? []) store?.set(text, vector);
    const ranking = createPoolRanker(pool, sha256).rank(question, store);
    const byId = new Map(people.map((person) => [person.candidate, person]));
    return JSON.stringify([
      ranking.inputsHash,
      Array.from({ length: ranking.count }, (_, place) => {
        const person = byId.get(ranking.at(place)?.candidate ?? ('' as never));
        return person === undefined ? null : ranking.explain(person);
      }),
    ]);
  });
}
