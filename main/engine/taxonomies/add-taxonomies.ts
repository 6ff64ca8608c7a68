import { ARCHIVE_LIMITS } from '../../adapters/formats/limits.ts';
import { createUnpacker } from '../../adapters/formats/unpack-archive.ts';
import { TAXONOMY_LIMITS } from '../../adapters/taxonomies/limits.ts';
import { readTaxonomies, type TaxonomiesRead } from '../../adapters/taxonomies/read-taxonomies.ts';
import type { NamedFile } from '../../core/ports.ts';
import { fail, ok, type Result } from '../../../shared/api/problems.ts';
import type { TaxonomiesAdded, Taxonomy } from '../../../shared/model/taxonomy.ts';
import { breathe } from '../breathe.ts';
import type { EngineContext } from '../engine-context.ts';
import type { TaskContext } from '../tasks.ts';
import { forgetUnusedNames } from './name-vectors.ts';

/**
 * Reads the taxonomies of some files, archives unpacked, and stores all of them at once: a cancelled or crashed work
 * has stored none. What can't be read is named by file, and the rest goes on.
 */
export async function addTaxonomies(
  context: EngineContext,
  files: readonly NamedFile[],
  task: TaskContext,
): Promise<Result<TaxonomiesAdded>> {
  const unpacked = await unpack(files);
  const total = sizeOf(unpacked.files);
  let done = 0;
  const read = await readTaxonomies(unpacked.files, {
    async advance(bytes) {
      done += bytes;
      task.progress('reading', Math.min(Math.round(done), total), total);
      await breathe();
    },
    isCancelled: () => task.signal.aborted,
  });
  if (task.signal.aborted) return fail('cancelled');
  task.progress('storing', 0, read.taxonomies.length);
  const added = store(context, read);
  if (added.length > 0) context.changed('taxonomies');
  return ok({ added, problems: [...unpacked.problems, ...read.problems], unused: read.unused });
}

/** Tables are larger than credentials, and fewer. */
const TAXONOMY_ARCHIVES = {
  ...ARCHIVE_LIMITS,
  entries: TAXONOMY_LIMITS.files,
  entryBytes: TAXONOMY_LIMITS.fileBytes,
  totalBytes: TAXONOMY_LIMITS.archiveBytes,
};

async function unpack(files: readonly NamedFile[]) {
  const unpacker = createUnpacker(TAXONOMY_ARCHIVES);
  const unpacked = [];
  for (const file of files) unpacked.push(await unpacker.unpack(file));
  return {
    files: unpacked.flatMap((one) => one.files),
    problems: unpacked.flatMap((one) => one.problems),
  };
}

function sizeOf(files: readonly NamedFile[]): number {
  return files.reduce((total, { bytes }) => total + bytes.length, 0);
}

function store({ workspace, clock, record }: EngineContext, { taxonomies }: TaxonomiesRead): TaxonomiesAdded['added'] {
  return workspace.transaction(() => {
    const added = taxonomies.map(({ taxonomy: about, concepts }) => {
      const taxonomy: Taxonomy = { ...about, addedAt: clock.now() };
      const replaces = workspace.taxonomies.put(taxonomy, concepts);
      record('taxonomy.added', taxonomy.name, { version: taxonomy.version, sha256: taxonomy.sha256, replaces });
      return { taxonomy, replaces };
    });
    if (added.some(({ replaces }) => replaces)) forgetUnusedNames(workspace);
    return added;
  });
}
