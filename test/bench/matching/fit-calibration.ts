/**
 * Fits the pair calibration of main/core/matching/hybrid/model-numbers.ts and the related credit of settings.ts, and
 * prints them with what they are worth on the jobs that they were not fitted on; the forecasts on those go into
 * reliability-data.ts. Run it again for another model, another normalisation or another way to feed the model:
 * `npx tsx test/bench/matching/fit-calibration.ts`.
 *
 * A pair is what the scoring sees: a requirement and the best of one candidate's statements, of the candidates nearest
 * to the job, who are the ones that people look at. It is a hit when the candidate holds the skill.
 */
import { join } from 'node:path';
import { ENCODER } from '../../../main/adapters/embedding/model-manifest.ts';
import { LEAST_STRENGTH, SIMILARITY } from '../../../main/core/matching/settings.ts';
import { createSimilarity } from '../../../main/core/matching/similarity.ts';
import { normaliseSkillText } from '../../../main/core/skills/normalise.ts';
import type { ReliabilityTable } from '../../../shared/model/reliability.ts';
import { expectedCalibrationError, gradedNdcg, mean, reliabilityTable, type Forecast } from '../../evaluate/metrics.ts';
import { readBenchCandidates, readBenchJobs, type BenchCandidate } from '../../evaluate/run-matchbench.ts';
import { validationData } from '../../evaluate/validation-data.ts';
import { vectorsOf } from '../../evaluate/vector-store.ts';
import { dot, fitLogistic, sigmoid } from './logistic.ts';
import { writeReliability } from './write-reliability.ts';

/** Candidates of a job that are compared; the first hundred of the ranking are among them. */
const NEAREST = 250;
/** Of these, those whose pairs are fitted on. */
const FITTED = 100;

interface Pair {
  readonly cosine: number;
  readonly lexical: number;
  readonly exact: boolean;
  readonly hit: boolean;
}

interface Compared {
  readonly weights: readonly number[];
  /** Of each near candidate, nearest first: all statements against each requirement. */
  readonly people: readonly { readonly truth: number; readonly pairs: readonly (readonly Pair[])[] }[];
  readonly truths: readonly number[];
}

type Features = (pair: Pair) => readonly number[];
const WITH_MODEL: Features = ({ cosine, lexical }) => [1, cosine, lexical, cosine * lexical];
const WORDS_ALONE: Features = ({ lexical }) => [1, lexical];

const data = validationData();
const jobs = readBenchJobs(data.matchbench, 'dev');
const wordings = ['easy', 'hard'] as const;
const compared = new Map<string, readonly Compared[]>();
for (const wording of wordings) compared.set(wording, await compareAll(wording));

const withModel = fit(
  'with the model',
  WITH_MODEL,
  (pair) => SIMILARITY.embeddingWeight * pair.cosine + SIMILARITY.lexicalWeight * pair.lexical,
);
const wordsAlone = fit('words alone', WORDS_ALONE, ({ lexical }) => lexical);
const [a = 0, b = 0, d = 0, e = 0] = withModel.weights;
const [constant = 0, letters = 0] = wordsAlone.weights;
console.log(`model-numbers.ts, '${ENCODER.sha256}': pair: ${JSON.stringify({ a, b, d, e })}`);
console.log(`model-numbers.ts, WORDS_ONLY: pair: ${JSON.stringify({ a: constant, b: 0, d: letters, e: 0 })}`);
await writeReliability([
  { model: ENCODER.sha256, pairs: withModel.pairs },
  { model: null, pairs: wordsAlone.pairs },
]);

async function compareAll(wording: string): Promise<readonly Compared[]> {
  const people = readBenchCandidates(join(data.matchbench, `candidates_${wording}.jsonl`));
  const asked = jobs.flatMap(({ requirements }) => requirements.map(({ text }) => text));
  const vectors = await vectorsOf([...asked, ...people.flatMap(({ texts }) => texts)]);
  const { compare } = createSimilarity([], vectors);
  const texts = [...new Set(people.flatMap((one) => one.texts))];
  const known = texts.map((text) => vectors.get(normaliseSkillText(text)));
  return jobs.map(({ requirements }) => {
    const weights = requirements.map(({ priority }) => (priority === 'must' ? 1 : 0.4));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const truthOf = ({ skills }: BenchCandidate) =>
      requirements.reduce((sum, { skill }, index) => sum + (skills.has(skill) ? (weights[index] ?? 0) : 0), 0) / total;
    const nearness = people.map(() => 0);
    for (const [index, { text }] of requirements.entries()) {
      const own = vectors.get(normaliseSkillText(text)) ?? new Float32Array();
      const cosines = new Map(texts.map((statement, place) => [statement, dotOf(own, known[place])]));
      for (const [person, one] of people.entries()) {
        const best = Math.max(...one.texts.map((statement) => cosines.get(statement) ?? 0));
        nearness[person] = (nearness[person] ?? 0) + (weights[index] ?? 0) * best;
      }
    }
    const near = [...people.keys()].sort((a, b) => (nearness[b] ?? 0) - (nearness[a] ?? 0)).slice(0, NEAREST);
    return {
      weights,
      truths: people.map(truthOf),
      people: near.flatMap((person) => {
        const one = people[person];
        return one === undefined
          ? []
          : [{ truth: truthOf(one), pairs: requirements.map((asked) => pairsWith(asked, one)) }];
      }),
    };
  });

  function pairsWith({ skill, text }: { readonly skill: string; readonly text: string }, one: BenchCandidate) {
    return one.texts.map((statement): Pair => {
      const { cosine, lexical } = compare(text, statement);
      return { cosine: cosine ?? 0, lexical, exact: lexical > 0.9999, hit: one.skills.has(skill) };
    });
  }
}

function dotOf(a: Float32Array, b: Float32Array = new Float32Array()): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}

/** The weights fitted on all jobs, and what weights fitted on half of them say of the pairs of the other half. */
function fit(name: string, features: Features, hybrid: (pair: Pair) => number): Fitted {
  console.log(name);
  const even = jobs.map((_, index) => index % 2 === 0);
  const odd = even.map((is) => !is);
  const held = [even, odd].flatMap((half) => {
    const others = half === even ? odd : even;
    const weights = weightsOn(half, features, hybrid);
    const forecasts = forecastsOn(others, features, hybrid, weights);
    report('half of the jobs', weights, forecasts);
    reportRelated(others, features, hybrid, weights);
    return forecasts;
  });
  const all = jobs.map(() => true);
  const weights = weightsOn(all, features, hybrid).map((weight) => Number(weight.toFixed(3)));
  report('all jobs', weights, forecastsOn(all, features, hybrid, weights));
  reportRelated(all, features, hybrid, weights);
  return { weights, pairs: reliabilityTable([held]) };
}

interface Fitted {
  readonly weights: readonly number[];
  readonly pairs: ReliabilityTable;
}

type Weights = readonly number[];

function weightsOn(of: readonly boolean[], features: Features, hybrid: (pair: Pair) => number): Weights {
  return fitLogistic(pairsOf(of, hybrid).map((pair) => ({ features: features(pair), hit: pair.hit })));
}

function forecastsOn(
  of: readonly boolean[],
  features: Features,
  hybrid: (pair: Pair) => number,
  weights: Weights,
): readonly Forecast[] {
  return pairsOf(of, hybrid).map((pair) => ({ probability: sigmoid(dot(features(pair), weights)), right: pair.hit }));
}

function report(title: string, weights: Weights, forecasts: readonly Forecast[]): void {
  console.log(
    `  ${title}: ${weights.map((weight) => weight.toFixed(3)).join(' ')}; calibration error on the others ` +
      `${expectedCalibrationError(forecasts).toFixed(4)} over ${forecasts.length} pairs`,
  );
}

function reportRelated(
  of: readonly boolean[],
  features: Features,
  hybrid: (pair: Pair) => number,
  weights: Weights,
): void {
  for (const share of [0, 0.05, 0.1, 0.15, 0.2]) {
    for (const from of share === 0 ? [0.4] : [0.35, 0.4, 0.45]) {
      const related = { from, span: 0.85 - from, share };
      const strength = (pair: Pair) => {
        if (pair.exact) return 1;
        const q = Math.min(1, Math.max(0, (hybrid(pair) - related.from) / related.span));
        const m = (sigmoid(dot(features(pair), weights)) + related.share * q) / (1 + related.share);
        return m < LEAST_STRENGTH ? 0 : m;
      };
      console.log(
        `    related ${JSON.stringify(related)}: ${wordings.map((wording) => worth(wording, of, strength)).join('; ')}`,
      );
    }
  }
}

/** The best pair of each requirement of the nearest candidates; without the exact ones, which identity decides. */
function pairsOf(of: readonly boolean[], hybrid: (pair: Pair) => number): readonly Pair[] {
  return wordings.flatMap((wording) =>
    (compared.get(wording) ?? [])
      .filter((_, index) => of[index])
      .flatMap(({ people }) =>
        people
          .slice(0, FITTED)
          .flatMap(({ pairs }) => pairs.flatMap((own) => own.toSorted((a, b) => hybrid(b) - hybrid(a)).slice(0, 1)))
          .filter(({ exact }) => !exact),
      ),
  );
}

function worth(wording: string, of: readonly boolean[], strength: (pair: Pair) => number): string {
  const figures = (compared.get(wording) ?? [])
    .filter((_, index) => of[index])
    .map(({ weights, people, truths }) => {
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      const ranked = people
        .map(({ truth, pairs }) => ({
          truth,
          score:
            pairs.reduce((sum, own, index) => sum + (weights[index] ?? 0) * Math.max(...own.map(strength)), 0) / total,
        }))
        .sort((a, b) => b.score - a.score);
      return {
        ndcg: gradedNdcg(
          ranked.map(({ truth }) => truth),
          truths,
          10,
        ),
        error: mean(ranked.slice(0, 100).map(({ truth, score }) => Math.abs(score - truth))),
      };
    });
  return `${wording} nDCG@10 ${mean(figures.map(({ ndcg }) => ndcg)).toFixed(3)}, error ${mean(figures.map(({ error }) => error)).toFixed(4)}`;
}
