import type { Command } from 'commander';
import type { Run } from '../command-options.ts';
import { addPackBuildCommand } from './pack-build.ts';
import { addPackCompareCommand } from './pack-compare.ts';
import { addPackInspectCommand } from './pack-inspect.ts';
import { addPackMissingCommand } from './pack-missing.ts';
import { addPackKeygenCommand, addPackSignCommand } from './pack-sign.ts';

/** `tessera pack …`: issuer packs from end to end (docs/issuer-packs.md). */
export function addPackCommand(program: Command, run: Run): void {
  const pack = program.command('pack').description('make, sign, read and compare issuer packs');
  for (const add of [
    addPackBuildCommand,
    addPackKeygenCommand,
    addPackSignCommand,
    addPackInspectCommand,
    addPackCompareCommand,
    addPackMissingCommand,
    addPackFetchCommand,
  ]) {
    add(pack, run);
  }
}

/** What `tessera pack fetch` is told. */
export interface FetchOptions {
  readonly missing: string;
  readonly out: string;
  readonly base?: string;
  readonly source?: string;
  readonly packVersion?: string;
  readonly expires?: string;
  readonly refresh?: boolean;
  readonly connectTo?: string;
  readonly json?: boolean;
}

/** The one command that opens connections; what opens them is loaded only when it is called. */
function addPackFetchCommand(program: Command, run: Run): void {
  program
    .command('fetch')
    .description('gather what “pack missing” listed, on a machine with a network; opens connections')
    .requiredOption('--missing <file>', 'the list that “pack missing” wrote')
    .requiredOption('--out <file>', 'where the unsigned pack is written')
    .option('--base <file>', 'a pack to add to')
    .option('--refresh', 'fetch the status lists of the base again as well')
    .option('--source <name>', 'who gathers (default: the base’s)')
    .option('--pack-version <text>', 'version of the pack (default: today’s date)')
    .option('--expires <date>', 'the day until which the pack counts')
    .option('--connect-to <origin>', 'for tests: send every request to this origin on the loopback address')
    .option('--json', 'print what came and what did not as JSON')
    .action((options: FetchOptions) =>
      run(async (signal) => {
        const { fetchPack } = await import('./pack-fetch.ts');
        return fetchPack(options, signal);
      }),
    );
}
