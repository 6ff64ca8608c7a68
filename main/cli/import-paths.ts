import type { Client } from '../../shared/api/client.ts';
import type { BatchId } from '../../shared/model/ids.ts';
import type { FileResult, ImportReport } from '../../shared/model/import.ts';
import { needed } from './open-client.ts';
import { listFiles, readFileIfPossible, readNeededFile } from './read-paths.ts';
import { createProgress } from './terminal.ts';

/** Adds issuer packs to the workspace. */
export async function addPacks(client: Client, packs: readonly string[]): Promise<void> {
  // Naming the file on the command line is the person's acceptance.
  const reason = 'named on the command line';
  for (const pack of packs)
    await needed(client.request('trust.addPack', { bytes: readNeededFile(pack), reason }), pack);
}

/** Stages the files of some paths in a new batch. Files that can't be read come back as refused. */
export async function stagePaths(
  client: Client,
  paths: readonly string[],
): Promise<{ readonly batch: BatchId; readonly unreadable: readonly FileResult[] }> {
  const names = listFiles(paths);
  const { batch } = await needed(client.request('import.begin', {}));
  const unreadable: FileResult[] = [];
  for (const name of names) {
    const bytes = readFileIfPossible(name);
    if (bytes === null) unreadable.push(unreadableFile(name));
    else await needed(client.request('import.add', { batch, files: [{ name, bytes }] }), name);
  }
  return { batch, unreadable };
}

/** Imports the files of some paths, with progress on stderr. */
export async function importPaths(
  client: Client,
  paths: readonly string[],
  signal?: AbortSignal,
): Promise<ImportReport> {
  const { batch, unreadable } = await stagePaths(client, paths);
  const options = { onProgress: createProgress(), ...(signal === undefined ? {} : { signal }) };
  const report = await needed(client.runTask('import.run', { batch }, options));
  return withUnreadable(report, unreadable);
}

export function withUnreadable(report: ImportReport, unreadable: readonly FileResult[]): ImportReport {
  const { counts } = report;
  return {
    ...report,
    files: [...report.files, ...unreadable],
    counts: { ...counts, files: counts.files + unreadable.length, refused: counts.refused + unreadable.length },
  };
}

function unreadableFile(file: string): FileResult {
  return { file, credentials: [], problems: [{ code: 'file-unreadable', params: {} }] };
}
