import { parseArgs } from 'node:util';
import { MODES, STEPS, type Mode, type Step } from './modes.ts';
import { InputProblem, readSet } from './read-set.ts';
import { runMatchbench } from './run-matchbench.ts';
import { runSet } from './run-set.ts';
import { writeTable } from './table.ts';

/** Where lines and notes go. */
export interface Output {
  line(line: object): void;
  note(words: string): void;
}

/** @returns The exit code: 0, or 2 where the caller has to put something right; the note says what. */
export async function runCommand(args: readonly string[], output: Output): Promise<0 | 2> {
  try {
    await run(args, output);
    return 0;
  } catch (problem) {
    if (!(problem instanceof InputProblem)) throw problem;
    output.note(problem.message);
    return 2;
  }
}

async function run(args: readonly string[], output: Output): Promise<void> {
  const options = readOptions(args);
  const mode = oneOf(options.mode ?? 'hybrid', MODES, '--mode');
  const without = new Set(
    (options.without ?? []).flatMap((list) => list.split(',')).map((step) => oneOf(step, STEPS, '--without')),
  );
  if (options.table === true) return await writeTable();
  if (options.set !== undefined) return await evaluateSet(options.set, mode, without, options, output);
  if (options.matchbench !== undefined) {
    if ((mode !== 'hybrid' && mode !== 'words') || without.size > 0) {
      throw new InputProblem('--matchbench runs the whole scoring: --mode hybrid or words, and no --without');
    }
    for (const line of await runMatchbench(options.matchbench, options.jobs ?? 'all', mode)) output.line(line);
    return;
  }
  throw new InputProblem('Say what to measure: --set DIR, --matchbench DIR or --table');
}

async function evaluateSet(
  folder: string,
  mode: Mode,
  without: ReadonlySet<Step>,
  { aliases, corpus }: { readonly aliases?: string | undefined; readonly corpus?: string | undefined },
  output: Output,
): Promise<void> {
  const set = readSet(folder, aliases ?? null, corpus ?? null);
  for await (const line of runSet(set, mode, without, output.note)) output.line(line);
}

function readOptions(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
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
