import type { Command } from 'commander';
import type { Client } from '../../../shared/api/client.ts';
import { problemSentence } from '../../../shared/messages/problem-messages.ts';
import { isRefused, type FileResult, type ImportReport } from '../../../shared/model/import.ts';
import { collect, type Run } from '../command-options.ts';
import { parseInstant } from '../dates.ts';
import { EXIT, WrongUse, type ExitCode } from '../exit-codes.ts';
import { addPacks, importPaths, stagePaths, withUnreadable } from '../import-paths.ts';
import { needed, withClient } from '../open-client.ts';
import { createProgress, print, printJson, tell } from '../terminal.ts';
import { workspaceFolder } from '../workspace-folder.ts';

interface Options {
  readonly workspace?: string;
  readonly pack: readonly string[];
  readonly at?: string;
  readonly dryRun?: boolean;
  readonly resume?: boolean;
  readonly json?: boolean;
}

/** `tessera import`: files into the workspace. */
export function addImportCommand(program: Command, run: Run): void {
  program
    .command('import')
    .description('import credentials into a workspace')
    .argument('[path...]', 'files, folders or ZIP archives; a manifest.csv among them says whose they are')
    .option('--workspace <folder>', 'the workspace (default: the desktop app’s)')
    .option('--pack <file>', 'issuer pack to add first (may be repeated)', collect, [])
    .option('--at <date>', 'judge as of this date instead of now')
    .option('--dry-run', 'say what would happen and change nothing')
    .option('--resume', 'finish imports that were cancelled or interrupted')
    .option('--json', 'print one JSON line for each file')
    .action((paths: readonly string[], options: Options) => run((signal) => importCommand(paths, options, signal)));
}

async function importCommand(paths: readonly string[], options: Options, signal: AbortSignal): Promise<ExitCode> {
  if (paths.length === 0 && options.resume !== true && options.pack.length === 0) {
    throw new WrongUse('Say what to import: files, folders, --pack or --resume.');
  }
  const at = options.at === undefined ? {} : { at: parseInstant(options.at) };
  const workspace = { folder: workspaceFolder(options.workspace) };
  return withClient({ workspace, ...at }, async (client) => {
    await addPacks(client, options.pack);
    const reports: ImportReport[] = options.resume === true ? await resume(client, signal) : [];
    if (paths.length > 0) {
      const isDryRun = options.dryRun === true;
      reports.push(isDryRun ? await preview(client, paths, signal) : await importPaths(client, paths, signal));
    }
    for (const report of reports) show(report, options);
    if (reports.some((report) => report.cancelled)) return EXIT.failed;
    return reports.some((report) => report.files.some(isRefused)) ? EXIT.doneWithRefusedFiles : EXIT.done;
  });
}

async function resume(client: Client, signal: AbortSignal): Promise<ImportReport[]> {
  const reports: ImportReport[] = [];
  for (const { batch } of await needed(client.request('import.pending', {}))) {
    reports.push(await needed(client.runTask('import.run', { batch }, { onProgress: createProgress(), signal })));
  }
  return reports;
}

async function preview(client: Client, paths: readonly string[], signal: AbortSignal): Promise<ImportReport> {
  const { batch, unreadable } = await stagePaths(client, paths);
  try {
    const report = client.runTask('import.preview', { batch }, { onProgress: createProgress(), signal });
    return withUnreadable(await needed(report), unreadable);
  } finally {
    await client.request('import.discard', { batch });
  }
}

function show(report: ImportReport, options: Options): void {
  for (const file of report.files) {
    if (options.json === true) printJson(lineOf(file));
    else if (isRefused(file))
      print(`Refused: ${file.problems.map((one) => problemSentence(one, file.file)).join(' ')}`);
  }
  const { imported, duplicates, refused, candidates } = report.counts;
  const would = report.dryRun ? 'Would be imported' : 'Imported';
  const summary = `${would}: ${imported} credentials of ${candidates} candidates. Already there: ${duplicates}. Refused files: ${refused}.`;
  const words = report.cancelled ? `${summary} Cancelled; \`tessera import --resume\` does the rest.` : summary;
  if (options.json === true) tell(words);
  else print(words);
}

function lineOf({ file, credentials, problems }: FileResult) {
  return {
    file,
    credentials,
    problems: problems.map((one) => ({ code: one.code, message: problemSentence(one, file) })),
  };
}
