/**
 * Ranks the development jobs of the match bench with the product's own ranking and prints how near it comes to the
 * truth: nDCG@10 and the mean error of the score among the first hundred, with the model and by words alone.
 * `npx tsx test/bench/matching/evaluate.ts [jobs]`
 */
import type { Ranking } from '../../../shared/model/match.ts';
import { ENCODER } from '../../../main/adapters/embedding/model-manifest.ts';
import { DEFAULT_SETTINGS } from '../../../main/core/matching/settings.ts';
import { candidate, credential, job, rank, requirement } from '../../core/matching/sample-evidence.ts';
import {
  benchCandidates,
  benchJobs,
  hasValidationSets,
  vectorsOf,
  type BenchCandidate,
  type BenchJob,
} from './validation-sets.ts';

if (!hasValidationSets()) throw new Error('The validation sets are not there: set TESSERA_DATA');
const jobs = benchJobs().slice(0, Number(process.argv[2] ?? 50));
const model = { state: 'ready', id: ENCODER.id, sha256: ENCODER.sha256, calibrated: true } as const;

for (const wording of ['easy', 'hard'] as const) {
  const people = benchCandidates(wording);
  const asked = jobs.flatMap(({ requirements }) => requirements.map(({ text }) => text));
  const vectors = await vectorsOf([...asked, ...people.flatMap(({ texts }) => texts)]);
  const candidates = people.map(({ id, texts }) => candidate(id, credential({ document: id, tags: texts })));
  for (const useModel of [true, false]) {
    const begun = performance.now();
    const results = jobs.map((one) => {
      const lines = one.requirements.map(({ text, priority }, index) => ({
        ...requirement(text, { priority }),
        id: `r${index}` as never,
      }));
      return judge(
        rank(job(...lines), candidates, { model, vectors, settings: { ...DEFAULT_SETTINGS, useModel } }),
        one,
        people,
      );
    });
    const mean = (of: 'ndcg' | 'error') =>
      (results.reduce((sum, result) => sum + result[of], 0) / results.length).toFixed(3);
    const each = ((performance.now() - begun) / jobs.length).toFixed(0);
    console.log(
      `${wording}, ${useModel ? 'with the model' : 'words alone'}: nDCG@10 ${mean('ndcg')}, error of the score ${mean('error')}, ${each} ms a job`,
    );
  }
}

function judge(ranking: Ranking, { requirements }: BenchJob, people: readonly BenchCandidate[]) {
  const weights = requirements.map(({ priority }) => DEFAULT_SETTINGS.weights[priority]);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const truth = new Map<string, number>(
    people.map(({ id, skills }) => [
      id,
      requirements.reduce((sum, { skill }, index) => sum + (skills.has(skill) ? (weights[index] ?? 0) : 0), 0) / total,
    ]),
  );
  const gain = (values: readonly number[]) =>
    values.slice(0, 10).reduce((sum, value, place) => sum + value / Math.log2(place + 2), 0);
  const found = ranking.candidates.map((one) => truth.get(one.candidate) ?? 0);
  const first = ranking.candidates.slice(0, 100);
  return {
    ndcg: gain(found) / gain([...truth.values()].sort((a, b) => b - a)),
    error:
      first.reduce((sum, one) => sum + Math.abs(one.score / 100 - (truth.get(one.candidate) ?? 0)), 0) / first.length,
  };
}
