import type { Client } from '../../shared/api/client.ts';
import { problemSentence } from '../../shared/messages/problem-messages.ts';
import { taxonomies as words } from '../../shared/messages/taxonomies.en.ts';
import type { TaxonomiesAdded } from '../../shared/model/taxonomy.ts';
import { WrongUse } from './exit-codes.ts';
import { Failed, needed } from './open-client.ts';
import { listFiles, readNeededFile } from './read-paths.ts';
import { createProgress, tell } from './terminal.ts';

/** Reads the taxonomies of some files, folders and archives into the workspace, and tells what is wrong with a file. */
export async function addTaxonomyFiles(
  client: Client,
  paths: readonly string[],
  signal: AbortSignal,
): Promise<TaxonomiesAdded> {
  const files = listFiles(paths).map((name) => ({ name, bytes: readNeededFile(name) }));
  if (files.length === 0) throw new WrongUse('There are no files in these folders.');
  const outcome = await needed(client.runTask('taxonomies.add', { files }, { onProgress: createProgress(), signal }));
  for (const { file, problem } of outcome.problems) tell(problemSentence(problem, file));
  return outcome;
}

/**
 * The taxonomies for one call on files. Where none of them can be read the command ends, or it would answer without
 * what it was told to use.
 *
 * @returns Whether everything in the files could be used.
 */
export async function addTaxonomies(client: Client, paths: readonly string[], signal: AbortSignal): Promise<boolean> {
  if (paths.length === 0) return true;
  const { added, problems } = await addTaxonomyFiles(client, paths, signal);
  if (added.length === 0) throw new Failed(words.done([]));
  return problems.length === 0;
}
