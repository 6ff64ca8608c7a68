/**
 * Measures the product's own similarity on sets that the caller names; one JSON line a file.
 *
 *   npm run -s evaluate -- --set DIR [--aliases FILE] [--corpus FILE] [--mode hybrid|encoder|words] [--without STEP …]
 *   npm run -s evaluate -- --matchbench DIR [--jobs dev|all|FROM-TO] [--mode hybrid|words]
 *   npm run -s evaluate -- --table            writes docs/matching-figures.md from the validation sets
 */
import { parseArgs } from 'node:util';
import { InputProblem, readSet } from './read-set.ts';
import { runMatchbench } from './run-matchbench.ts';
import { MODES, runSet, STEPS, type Mode, type Step } from './run-set.ts';
import { writeTable } from './table.ts';

async function main(): Promise<void> {
  const options = readOptions();
  const mode = oneOf(options.mode ?? 'hybrid', MODES, '--mode');
  const without = new Set(
    (options.without ?? []).flatMap((list) => list.split(',')).map((step) => oneOf(step, STEPS, '--without')),
  );
  if (options.table === true) return await writeTable();
  if (options.set !== undefined) return await evaluateSet(options.set, mode, without, options);
  if (options.matchbench !== undefined) {
    for (const line of await runMatchbench(options.matchbench, options.jobs ?? 'all', mode)) print(line);
    return;
  }
  throw new InputProblem('Say what to measure: --set DIR, --matchbench DIR or --table');
}

async function evaluateSet(
  folder: string,
  mode: Mode,
  without: ReadonlySet<Step>,
  { aliases, corpus }: { readonly aliases?: string | undefined; readonly corpus?: string | undefined },
): Promise<void> {
  const set = readSet(folder, aliases ?? null, corpus ?? null);
  for (const line of await runSet(set, mode, without)) print(line);
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        set: { type: 'string' },
        aliases: { type: 'string' },
        corpus: { type: 'string' },
        matchbench: { type: 'string' },
        jobs: { type: 'string' },
        mode: { type: 'string' },
        without: { type: 'string', multiple: true },
        table: { type: 'boolean' },
      },
    }).values;
  } catch (problem) {
    throw new InputProblem(problem instanceof Error ? problem.message : String(problem));
  }
}

function oneOf<Choice extends string>(value: string, choices: readonly Choice[], option: string): Choice {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new InputProblem(`${option} ${value}: not one of ${choices.join(', ')}`);
  return found;
}

function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

try {
  await main();
} catch (problem) {
  if (!(problem instanceof InputProblem)) throw problem;
  process.stderr.write(`${problem.message}\n`);
  process.exitCode = 2;
}
