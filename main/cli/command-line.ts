import { Command, CommanderError } from 'commander';
import { addDemoCommand } from './commands/demo.ts';
import { addExportCommand } from './commands/export.ts';
import { addImportCommand } from './commands/import.ts';
import { addMatchCommand } from './commands/match.ts';
import { addPackCommand } from './commands/pack.ts';
import { addProfileCommand } from './commands/profile.ts';
import { addSearchCommand } from './commands/search.ts';
import { addTaxonomyCommand } from './commands/taxonomy.ts';
import { addVerifyCommand } from './commands/verify.ts';
import type { Run } from './command-options.ts';
import { EXIT, WrongUse, type ExitCode } from './exit-codes.ts';
import { Failed } from './open-client.ts';
import { tell } from './terminal.ts';

/**
 * Carries out what was typed after `tessera`, prints what comes of it, and says how it ended. Each command loads what it
 * works with only when it is called (test/cli/loading.test.ts holds that), so that the others start fast.
 */
export async function runCommandLine(args: readonly string[], signal: AbortSignal): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  const run: Run = async (work) => {
    code = await work(signal);
  };
  const program = new Command('tessera')
    .description('Checks candidates’ verifiable credentials offline and matches them to a job.')
    // Options after the name of a command are its own: “profile” and “profile place” both have some of the same name.
    .enablePositionalOptions()
    .exitOverride();
  for (const add of [
    addVerifyCommand,
    addImportCommand,
    addMatchCommand,
    addProfileCommand,
    addSearchCommand,
    addExportCommand,
    addPackCommand,
    addTaxonomyCommand,
    addDemoCommand,
  ]) {
    add(program, run);
  }
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    return explain(error, signal);
  }
}

function explain(error: unknown, signal: AbortSignal): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.wrongUse;
  if (error instanceof WrongUse) {
    tell(error.message);
    return EXIT.wrongUse;
  }
  if (signal.aborted) {
    tell('Cancelled.');
    return EXIT.failed;
  }
  if (error instanceof Failed) tell(error.message);
  else tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return EXIT.failed;
}
