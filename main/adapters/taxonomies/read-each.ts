import type { OpenedFile, ReadFiles } from './taxonomy-reader.ts';

/** Reads files of a form of which each holds taxonomies of its own, one after the other. */
export async function readEach(
  files: readonly OpenedFile[],
  readOne: (file: OpenedFile) => Promise<ReadFiles>,
): Promise<ReadFiles> {
  const read: ReadFiles[] = [];
  for (const file of files) read.push(await readOne(file));
  return {
    taxonomies: read.flatMap(({ taxonomies }) => taxonomies),
    problems: read.flatMap(({ problems }) => problems),
  };
}
