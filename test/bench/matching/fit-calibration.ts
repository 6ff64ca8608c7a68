/**
 * Fits the constants of main/core/matching/calibration.ts and prints them with what they are worth. Run it again for
 * another model, another normalisation or another way to feed the model: `npx tsx test/bench/matching/fit-calibration.ts`.
 *
 * A pair is a requirement and the best of one candidate's statements; it is a hit when the candidate holds the skill.
 */
import { BAND_FROM } from '../../../main/core/matching/settings.ts';
import { createSimilarity, type Similarity } from '../../../main/core/matching/similarity.ts';
import {
  adPhrases,
  benchCandidates,
  benchJobs,
  escoLabels,
  hasValidationSets,
  seededRandom,
  vectorsOf,
  type BenchCandidate,
  type Wording,
} from './validation-sets.ts';

const PEOPLE_A_JOB = 10;
const STATEMENTS = 20;

interface Pair {
  readonly set: string;
  readonly cosine: number;
  readonly lexical: number;
  readonly hit: boolean;
}

interface Question {
  readonly set: string;
  readonly requirement: string;
  readonly statements: readonly string[];
  readonly hit: boolean;
}

if (!hasValidationSets()) throw new Error('The validation sets are not there: set TESSERA_DATA');
const random = seededRandom(7);
const questions = [...benchQuestions('easy'), ...benchQuestions('hard'), ...phraseQuestions()];
const texts = questions.flatMap(({ requirement, statements }) => [requirement, ...statements]);
const similarity = createSimilarity([], await vectorsOf(texts));
const pairs = questions.map((question) => ask(question, similarity));

report('with the model', pairs, ({ cosine, lexical }) => [1, cosine, lexical, cosine * lexical]);
report('words alone', pairs, ({ lexical }) => [1, lexical]);

/** Of each job the candidates who hold most of it, who are the hard ones to tell apart, and as many at random. */
function benchQuestions(wording: Wording): readonly Question[] {
  const candidates = benchCandidates(wording);
  return benchJobs().flatMap(({ requirements }) => {
    const held = ({ skills }: BenchCandidate) => requirements.filter(({ skill }) => skills.has(skill)).length;
    const best = candidates.toSorted((a, b) => held(b) - held(a)).slice(0, PEOPLE_A_JOB);
    const others = best.map(() => candidates[Math.floor(random() * candidates.length)]);
    const people = [
      ...best.map((one) => ({ one, set: `${wording}, near` })),
      ...others.map((one) => ({ one, set: `${wording}, random` })),
    ];
    return people.flatMap(({ one, set }) =>
      one === undefined
        ? []
        : requirements.map(({ skill, text }) => ({
            set,
            requirement: text,
            statements: one.texts,
            hit: one.skills.has(skill),
          })),
    );
  });
}

/** A phrase of an ad, once among random labels with the right one and once without. */
function phraseQuestions(): readonly Question[] {
  const labels = escoLabels();
  return adPhrases().flatMap(({ phrase, labels: [right = ''] }) => {
    const others = Array.from({ length: STATEMENTS }, () => labels[Math.floor(random() * labels.length)]?.label ?? '');
    return [
      { set: 'phrases', requirement: phrase, statements: [right, ...others.slice(1)], hit: true },
      { set: 'phrases', requirement: phrase, statements: others, hit: false },
    ];
  });
}

function ask({ set, requirement, statements, hit }: Question, { compare }: Similarity): Pair {
  const all = statements.map((statement) => compare(requirement, statement)).sort((a, b) => b.hybrid - a.hybrid);
  return { set, hit, cosine: all[0]?.cosine ?? 0, lexical: all[0]?.lexical ?? 0 };
}

function report(name: string, all: readonly Pair[], features: (pair: Pair) => readonly number[]): void {
  const weights = fitLogistic(all.map((pair) => ({ features: features(pair), hit: pair.hit })));
  const probability = (pair: Pair) => sigmoid(dot(features(pair), weights));
  console.log(`${name}: ${weights.map((weight) => weight.toFixed(3)).join(' ')}`);
  console.log(`  expected calibration error ${calibrationError(all, probability).toFixed(4)} over ${all.length} pairs`);
  for (const set of new Set(all.map((pair) => pair.set))) {
    const share = (hit: boolean, from: number) => {
      const those = all.filter((pair) => pair.set === set && pair.hit === hit);
      return (those.filter((pair) => probability(pair) >= from).length / those.length).toFixed(3);
    };
    const { possible, strong } = BAND_FROM;
    console.log(
      `  ${set}: possible or better ${share(true, possible)} of hits, ${share(false, possible)} of others; ` +
        `strong ${share(true, strong)} and ${share(false, strong)}`,
    );
  }
}

/** Logistic regression by Newton's method, with a ridge too small to matter. */
function fitLogistic(
  rows: readonly { readonly features: readonly number[]; readonly hit: boolean }[],
): readonly number[] {
  const size = rows[0]?.features.length ?? 0;
  let weights: readonly number[] = Array.from({ length: size }, () => 0);
  for (let step = 0; step < 50; step += 1) {
    const gradient: number[] = weights.map(() => 0);
    const hessian: number[][] = weights.map((_, row) => weights.map((__, column) => (row === column ? 1e-3 : 0)));
    for (const { features, hit } of rows) {
      const p = sigmoid(dot(features, weights));
      features.forEach((left, row) => {
        gradient[row] = (gradient[row] ?? 0) + (Number(hit) - p) * left;
        features.forEach((right, column) => {
          const line = hessian[row];
          if (line !== undefined) line[column] = (line[column] ?? 0) + p * (1 - p) * left * right;
        });
      });
    }
    const change = solve(hessian, gradient);
    weights = weights.map((weight, index) => weight + (change[index] ?? 0));
  }
  return weights;
}

/** Gaussian elimination with partial pivoting. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0]);
  for (let column = 0; column < rows.length; column += 1) {
    const rest = rows.slice(column).sort((a, b) => Math.abs(b[column] ?? 0) - Math.abs(a[column] ?? 0));
    rows.splice(column, rest.length, ...rest);
    const pivot = rows[column] ?? [];
    for (const [index, row] of rows.entries()) {
      const factor = index === column ? 0 : (row[column] ?? 0) / (pivot[column] ?? 1);
      pivot.forEach((value, place) => (row[place] = (row[place] ?? 0) - factor * value));
    }
  }
  return rows.map((row, index) => (row.at(-1) ?? 0) / (row[index] ?? 1));
}

/** Mean distance, over ten bins of P, of what was said from what came true. */
function calibrationError(all: readonly Pair[], probability: (pair: Pair) => number): number {
  const bins = Array.from({ length: 10 }, () => 0);
  for (const pair of all) {
    const p = probability(pair);
    const bin = Math.min(9, Math.floor(p * 10));
    bins[bin] = (bins[bin] ?? 0) + p - Number(pair.hit);
  }
  return bins.reduce((sum, gap) => sum + Math.abs(gap), 0) / all.length;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
