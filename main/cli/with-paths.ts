import type { Command } from 'commander';
import type { Client } from '../../shared/api/client.ts';
import { isRefused, type FileResult } from '../../shared/model/import.ts';
import { collect } from './command-options.ts';
import { parseInstant } from './dates.ts';
import { EXIT, WrongUse, type ExitCode } from './exit-codes.ts';
import { addPacks, importPaths } from './import-paths.ts';
import { addTaxonomies } from './taxonomy-files.ts';
import { needed, withClient } from './open-client.ts';
import { problemSentence } from '../../shared/messages/problem-messages.ts';
import { tell } from './terminal.ts';
import { workspaceFolder } from './workspace-folder.ts';

/** Options of every command that works on people: on files in memory, or on a workspace. */
export interface PeopleOptions {
  readonly pack: readonly string[];
  /** Files of taxonomies of skills; absent for a command that does not take any. */
  readonly taxonomy?: readonly string[];
  readonly at?: string;
  readonly workspace?: string;
}

/** Adds the options of {@link PeopleOptions} to a command, in one place of its help. */
export function addPeopleOptions(command: Command, takes: { readonly taxonomies: boolean }): Command {
  command.option('--pack <file>', 'issuer pack to trust (may be repeated)', collect, []);
  if (takes.taxonomies) {
    command.option(
      '--taxonomy <path>',
      'taxonomy of skills to use: ESCO, O*NET, CASE, CTDL-ASN or CSV (may be repeated)',
      collect,
      [],
    );
  }
  return command
    .option('--at <date>', 'judge as of this date instead of now')
    .option('--workspace <folder>', 'the workspace (default: the desktop app’s)');
}

/**
 * Hands `work` a client with people in it: those of the files given, which are read into memory and leave nothing
 * behind; without files those of the workspace.
 */
export async function withPeople(
  paths: readonly string[],
  options: PeopleOptions,
  signal: AbortSignal,
  work: (client: Client) => Promise<void>,
): Promise<ExitCode> {
  if (paths.length > 0 && options.workspace !== undefined) {
    throw new WrongUse('Give files or --workspace, not both. To add files to a workspace, use `tessera import`.');
  }
  if (paths.length === 0 && options.pack.length > 0) {
    throw new WrongUse('--pack goes with files. To add a pack to a workspace, use `tessera import --pack FILE`.');
  }
  const taxonomies = options.taxonomy ?? [];
  if (paths.length === 0 && taxonomies.length > 0) {
    throw new WrongUse('--taxonomy goes with files. To add one to a workspace, use `tessera taxonomy add`.');
  }
  const at = options.at === undefined ? {} : { at: parseInstant(options.at) };
  if (paths.length === 0) {
    return withClient({ workspace: { folder: workspaceFolder(options.workspace) }, ...at }, async (client) => {
      await work(client);
      return EXIT.done;
    });
  }
  return withClient({ workspace: 'memory', ...at }, async (client) => {
    // The person at the command line holds the files themselves; nothing is hidden from whoever gave them.
    await needed(client.request('workspace.set', { blind: false }));
    await addPacks(client, options.pack);
    const isTaxonomyWhole = await addTaxonomies(client, taxonomies, signal);
    const report = await importPaths(client, paths, signal);
    signal.throwIfAborted();
    const refused = report.files.filter(isRefused);
    for (const file of report.files) tellProblems(file);
    await work(client);
    return refused.length > 0 || !isTaxonomyWhole ? EXIT.doneWithRefusedFiles : EXIT.done;
  });
}

/** Tells each problem of a file on stderr. */
export function tellProblems({ file, problems }: FileResult): void {
  for (const problem of problems) tell(`${problemSentence(problem, file)}`);
}
