import { Command, CommanderError } from 'commander';
import { addDemoCommand } from './commands/demo.ts';
import { addExportCommand } from './commands/export.ts';
import { addImportCommand } from './commands/import.ts';
import { addMatchCommand } from './commands/match.ts';
import { addPackCommand } from './commands/pack.ts';
import { addProfileCommand } from './commands/profile.ts';
import { addVerifyCommand } from './commands/verify.ts';
import type { Run } from './command-options.ts';
import { EXIT, WrongUse } from './exit-codes.ts';
import { Failed } from './open-client.ts';
import { tell } from './terminal.ts';

/**
 * The command line: `tessera verify | import | match | profile | export | pack | demo`.
 * Exit codes: 0 done, 1 done with refused files, 2 wrong use, 3 failed.
 */
const abort = new AbortController();
process.once('SIGINT', () => abort.abort());
// A reader such as `head` that has had enough is no failure.
process.stdout.on('error', () => undefined);

const run: Run = async (work) => {
  process.exitCode = await work(abort.signal);
};

const program = new Command('tessera')
  .description('Checks candidates’ verifiable credentials offline and matches them to a job.')
  .exitOverride();
for (const add of [
  addVerifyCommand,
  addImportCommand,
  addMatchCommand,
  addProfileCommand,
  addExportCommand,
  addPackCommand,
  addDemoCommand,
]) {
  add(program, run);
}

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = explain(error);
}

function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.wrongUse;
  if (error instanceof WrongUse) {
    tell(error.message);
    return EXIT.wrongUse;
  }
  if (abort.signal.aborted) {
    tell('Cancelled.');
    return EXIT.failed;
  }
  if (error instanceof Failed) tell(error.message);
  else tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return EXIT.failed;
}
