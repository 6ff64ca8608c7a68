import { ENCODER } from '../../main/adapters/embedding/model-manifest.ts';
import { createScanKernel } from '../../main/adapters/vector-scan/scan-kernel.ts';
import { PoolVectors } from '../../main/core/matching/pool/pool-vectors.ts';
import type { RankingQuestion } from '../../main/core/matching/ranking-frame.ts';
import { DEFAULT_SETTINGS } from '../../main/core/matching/settings.ts';
import { PRIORITIES } from '../../shared/model/job.ts';
import type { ModelState } from '../../shared/model/match.ts';
import { job, requirement } from '../core/matching/sample-evidence.ts';
import { makeVectors, vocabulary } from './generate-people.ts';

export const TEXTS = 30_000;
export const REQUIREMENTS = 15;
const MODEL: ModelState = {
  state: 'ready',
  id: 'made-up vectors, calibrated as our encoder',
  sha256: ENCODER.sha256,
  calibrated: true,
};

/** What people show and what is asked of them, with vectors of all of it. */
export interface MatchSamples {
  readonly texts: readonly string[];
  readonly questions: readonly RankingQuestion[];
  readonly vectors: PoolVectors;
}

/** @param jobs How many different jobs. */
export function matchSamples(jobs: number): MatchSamples {
  const texts = vocabulary(TEXTS);
  const questions = Array.from({ length: jobs }, (_, number) => question(texts, number));
  const vectors = new PoolVectors(ENCODER.sha256, createScanKernel());
  fillVectors(vectors, texts, questions);
  return { texts, questions, vectors };
}

/** Requirements near statements of the vocabulary, three of them the very words. */
function question(texts: readonly string[], number: number): RankingQuestion {
  const lines = Array.from({ length: REQUIREMENTS }, (_, index) => {
    const near = texts[((number * REQUIREMENTS + index) * 37) % texts.length] ?? '';
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
