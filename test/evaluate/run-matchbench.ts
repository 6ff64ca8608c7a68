import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ENCODER } from '../../main/adapters/embedding/model-manifest.ts';
import { calibratedMatch, hasCalibration } from '../../main/core/matching/calibration.ts';
import { DEFAULT_SETTINGS } from '../../main/core/matching/settings.ts';
import type { RequirementId } from '../../shared/model/ids.ts';
import type { Ranking } from '../../shared/model/match.ts';
import { candidate, credential, job, rank, requirement } from '../core/matching/sample-evidence.ts';
import { expectedCalibrationError, gradedNdcg, mean, round, spearman, type Forecast } from './metrics.ts';
import { InputProblem, readJsonLines } from './read-set.ts';
import type { Mode } from './modes.ts';
import { vectorsOf } from './vector-store.ts';

/** One job: requirements in words, each with the skill that is meant. */
export interface BenchJob {
  readonly id: string;
  readonly requirements: readonly {
    readonly skill: string;
    readonly text: string;
    readonly priority: 'must' | 'want';
  }[];
}

/** One candidate: skills held, in words of their own. */
export interface BenchCandidate {
  readonly id: string;
  readonly skills: ReadonlySet<string>;
  readonly texts: readonly string[];
}

export interface BenchLine {
  readonly set: 'matchbench';
  readonly file: string;
  readonly mode: Mode;
  readonly jobs: number;
  readonly candidates: number;
  readonly ndcg10: number;
  /** Between score and truth, over all candidates. */
  readonly spearman: number;
  /** Share of the twenty truly best who stand among the first twenty; equal truths at the border count as one. */
  readonly recall20: number;
  /** Mean distance of score / 100 from the truth, among the first hundred of the ranking. */
  readonly error: number;
  /**
   * Expected calibration error of P among the first hundred, over the pairs that identity did not decide: the
   * candidate holds the skill, or not. Where too little likeness was found to count, P is nought.
   */
  readonly ece: number;
}

/** Development jobs: the first fifty. */
const DEVELOPMENT_JOBS = 50;

export function readBenchJobs(folder: string, which: string): readonly BenchJob[] {
  const all = readRows(join(folder, 'jobs.jsonl'), (row): BenchJob | null => {
    const [must, nice, mustText, niceText] = [row['must'], row['nice'], row['must_text'], row['nice_text']].map(
      strings,
    );
    if (typeof row['id'] !== 'string' || !must || !nice || !mustText || !niceText) return null;
    if (must.length !== mustText.length || nice.length !== niceText.length) return null;
    return {
      id: row['id'],
      requirements: [
        ...must.map((skill, index) => ({ skill, text: mustText[index] ?? '', priority: 'must' as const })),
        ...nice.map((skill, index) => ({ skill, text: niceText[index] ?? '', priority: 'want' as const })),
      ],
    };
  });
  const [from, to] = rangeOf(which);
  const chosen = all.slice(from, to);
  if (chosen.length === 0) throw new InputProblem(`--jobs ${which}: ${folder} has ${all.length} jobs`);
  return chosen;
}

export function readBenchCandidates(file: string): readonly BenchCandidate[] {
  return readRows(file, (row) => {
    const [skills, texts] = [strings(row['skill_ids']), strings(row['texts'])];
    return typeof row['id'] !== 'string' || !skills || !texts
      ? null
      : { id: row['id'], skills: new Set(skills), texts };
  });
}

/** Ranks every candidate for every job by the whole scoring of the product, each candidate with one credential. */
export async function runMatchbench(folder: string, which: string, mode: Mode): Promise<readonly BenchLine[]> {
  const jobs = readBenchJobs(folder, which);
  const files = readdirSync(folder)
    .filter((name) => /^candidates.*\.jsonl$/u.test(name))
    .sort();
  if (files.length === 0) throw new InputProblem(`${folder} has no candidates_*.jsonl`);
  const lines: BenchLine[] = [];
  for (const file of files) lines.push(await runFile(folder, file, jobs, mode));
  return lines;
}

async function runFile(folder: string, file: string, jobs: readonly BenchJob[], mode: Mode): Promise<BenchLine> {
  const people = readBenchCandidates(join(folder, file));
  const asked = jobs.flatMap(({ requirements }) => requirements.map(({ text }) => text));
  const withModel = mode !== 'words';
  const vectors = withModel ? await vectorsOf([...asked, ...people.flatMap(({ texts }) => texts)]) : null;
  const model = withModel
    ? ({
        state: 'ready',
        id: ENCODER.id,
        sha256: ENCODER.sha256,
        calibrated: hasCalibration(ENCODER.sha256),
      } as const)
    : ({ state: 'absent', code: 'model-missing' } as const);
  const candidates = people.map(({ id, texts }) => candidate(id, credential({ document: id, tags: texts })));
  const forecasts: Forecast[] = [];
  const figures = jobs.map((one) => {
    const lines = one.requirements.map(({ text, priority }, index) => ({
      ...requirement(text, { priority }),
      id: `r${index}` as RequirementId,
    }));
    const ranking = rank(job(...lines), candidates, { model, vectors });
    forecasts.push(...forecastsIn(ranking, one, people, withModel));
    return judge(ranking, one, people);
  });
  const of = (figure: 'ndcg10' | 'spearman' | 'recall20' | 'error') => round(mean(figures.map((one) => one[figure])));
  return {
    set: 'matchbench',
    file,
    mode,
    jobs: jobs.length,
    candidates: people.length,
    ndcg10: of('ndcg10'),
    spearman: of('spearman'),
    recall20: of('recall20'),
    error: of('error'),
    ece: round(expectedCalibrationError(forecasts)),
  };
}

/** P of each match by similarity, read from the explanation, beside the truth; where nothing was found, nought. */
function forecastsIn(
  { candidates }: Ranking,
  { requirements }: BenchJob,
  people: readonly BenchCandidate[],
  withModel: boolean,
): readonly Forecast[] {
  const skills = new Map(people.map((one) => [one.id, one.skills]));
  return candidates.slice(0, FIRST).flatMap(({ candidate: id, requirements: matches }) =>
    matches.flatMap(({ tier, factors }, index): readonly Forecast[] => {
      const factor = (name: string) => factors.find((one) => one.name === name)?.value ?? null;
      const lexical = factor('word-similarity');
      const right = skills.get(id)?.has(requirements[index]?.skill ?? '') ?? false;
      if (tier === 'none') return [{ probability: 0, right }];
      if (tier !== 'similarity' || lexical === null) return [];
      const similarity = { cosine: factor('text-similarity'), lexical, hybrid: 0 };
      const probability = calibratedMatch(similarity, withModel ? ENCODER.sha256 : null);
      return probability === null ? [] : [{ probability, right }];
    }),
  );
}

/** Candidates at the top of a ranking, whose scores people look at. */
const FIRST = 100;

function judge(ranking: Ranking, { requirements }: BenchJob, people: readonly BenchCandidate[]) {
  const weights = requirements.map(({ priority }) => DEFAULT_SETTINGS.weights[priority]);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const truth = new Map<string, number>(
    people.map(({ id, skills }) => [
      id,
      requirements.reduce((sum, { skill }, index) => sum + (skills.has(skill) ? (weights[index] ?? 0) : 0), 0) / total,
    ]),
  );
  const truthOf = ({ candidate: id }: Ranking['candidates'][number]) => truth.get(id) ?? 0;
  const found = ranking.candidates.map(truthOf);
  const best = [...truth.values()].sort((a, b) => b - a).slice(0, 20);
  const border = best.at(-1) ?? 0;
  return {
    ndcg10: gradedNdcg(found, [...truth.values()], 10),
    spearman: spearman(
      ranking.candidates.map(({ score }) => score),
      found,
    ),
    recall20: found.slice(0, 20).filter((value) => value > 0 && value >= border).length / Math.max(1, best.length),
    error: mean(ranking.candidates.slice(0, FIRST).map((one) => Math.abs(one.score / 100 - truthOf(one)))),
  };
}

function rangeOf(which: string): readonly [from: number, to: number] {
  if (which === 'dev') return [0, DEVELOPMENT_JOBS];
  if (which === 'all') return [0, Infinity];
  const [, from, to] = /^(\d+)-(\d+)$/u.exec(which) ?? [];
  if (from === undefined || to === undefined) {
    throw new InputProblem(`--jobs ${which}: not dev, all or FROM-TO (from 0, TO not included)`);
  }
  return [Number(from), Number(to)];
}

function readRows<Row>(file: string, read: (row: Record<string, unknown>) => Row | null): readonly Row[] {
  if (!existsSync(file)) throw new InputProblem(`There is no ${file}`);
  return readJsonLines(file).map(({ value, line }) => {
    const row = typeof value === 'object' && value !== null ? read(value as Record<string, unknown>) : null;
    if (row === null) throw new InputProblem(`${file}, line ${line}: not a row of the match bench`);
    return row;
  });
}

function strings(value: unknown): readonly string[] | null {
  return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : null;
}
