import { describe, expect, it } from 'vitest';
import { mean } from './metrics.ts';
import type { Mode } from './modes.ts';
import { readSet, type EvaluationSet } from './read-set.ts';
import { runSet } from './run-set.ts';
import { hasValidationData, validationData } from './validation-data.ts';

/** Beside the entries that are right for some phrase, each n-th of the others: enough to get lost among, and fast. */
const EACH = 60;

describe.skipIf(!hasValidationData())('the search on phrases of real ads', () => {
  it('does better by words and meaning together than by either', async () => {
    const set = someOf(readSet(validationData().phrases, validationData().aliases));
    const [words, encoder, hybrid] = await Promise.all(
      (['words', 'encoder', 'hybrid'] as const).map((mode) => mrrOf(set, mode)),
    );
    console.log(`MRR over ${set.entries.length} entries: words ${words}, encoder ${encoder}, hybrid ${hybrid}`);
    expect(encoder).toBeGreaterThan((words ?? 1) + 0.05);
    expect(hybrid).toBeGreaterThan((encoder ?? 1) + 0.01);
    expect(hybrid).toBeGreaterThan(0.87);
  }, 120_000);
});

async function mrrOf(set: EvaluationSet, mode: Mode): Promise<number> {
  const figures: number[] = [];
  for await (const line of runSet(set, mode, new Set(), () => undefined)) if ('mrr' in line) figures.push(line.mrr);
  return mean(figures);
}

function someOf({ name, entries, files }: EvaluationSet): EvaluationSet {
  const phrases = files.filter(({ kind }) => kind === 'phrase');
  const right = new Set(phrases.flatMap(({ queries }) => queries.flatMap(({ relevant }) => relevant)));
  return { name, files: phrases, entries: entries.filter(({ id }, index) => right.has(id) || index % EACH === 0) };
}
