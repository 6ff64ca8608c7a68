import type { Problem } from '../../../shared/api/problems.ts';

/** One line of the employer's manifest: which person a file belongs to. */
export interface ManifestRow {
  /** Line of the manifest, from 1, for messages. */
  readonly line: number;
  /** Path as written, with forward slashes: a file, or a folder or archive with all that is in it. */
  readonly file: string;
  readonly ref: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly job: string | null;
  readonly phone: string | null;
  readonly consentDate: string | null;
  readonly source: string | null;
}

/** A manifest that could be read; rows that could not are problems. */
export interface Manifest {
  readonly rows: readonly ManifestRow[];
  readonly problems: readonly Problem[];
}

/** Which row speaks for which file, by file name. */
export interface BoundManifest {
  readonly rowOfFile: ReadonlyMap<string, ManifestRow>;
  /** `manifest-file-missing` for rows without a file, `manifest-row` for those that name a file twice. */
  readonly problems: readonly Problem[];
}

/**
 * Finds the files of each row. A row names a file by its path from the manifest's folder or any end of its path
 * (`anna/badge.png` is also `pool.zip/anna/badge.png`), or a folder or ZIP with everything in it; a row for the file
 * itself goes before one for its folder. Names are compared without regard to case and Unicode form, because file
 * systems differ in both.
 */
export function bindManifest(
  rows: readonly ManifestRow[],
  files: readonly string[],
  manifestName: string,
): BoundManifest {
  const folder = manifestName.includes('/') ? manifestName.slice(0, manifestName.lastIndexOf('/') + 1) : '';
  const named = files.map((file) => ({ file, path: comparable(file) }));
  const rowOfFile = new Map<string, ManifestRow>();
  const problems: Problem[] = [];
  const claims = rows.map((row) => ({ row, ...filesOf(row, named, comparable(folder)) }));
  for (const { row, files: claimed } of claims.filter((claim) => !claim.whole)) {
    for (const file of claimed) {
      if (rowOfFile.has(file)) problems.push(aboutRow('manifest-row', row, { reason: 'file-named-twice' }));
      else rowOfFile.set(file, row);
    }
  }
  for (const { row, files: claimed } of claims.filter((claim) => claim.whole)) {
    if (claimed.length === 0) problems.push(aboutRow('manifest-file-missing', row));
    for (const file of claimed) if (!rowOfFile.has(file)) rowOfFile.set(file, row);
  }
  return { rowOfFile, problems };
}

function aboutRow(
  code: 'manifest-row' | 'manifest-file-missing',
  row: ManifestRow,
  params: Problem['params'] = {},
): Problem {
  return { code, params: { line: row.line, file: row.file.slice(0, 300), ...params } };
}

interface NamedPath {
  readonly file: string;
  readonly path: string;
}

function filesOf(
  row: ManifestRow,
  files: readonly NamedPath[],
  folder: string,
): { readonly files: readonly string[]; readonly whole: boolean } {
  const path = comparable(row.file).replace(/\/$/, '');
  const beside = files.filter((file) => file.path === folder + path);
  const exact =
    beside.length > 0 ? beside : files.filter((file) => file.path === path || file.path.endsWith(`/${path}`));
  if (exact.length > 0) return { files: exact.map((file) => file.file), whole: false };
  const inside = files.filter(
    (file) => file.path.startsWith(`${folder}${path}/`) || `/${file.path}`.includes(`/${path}/`),
  );
  return { files: inside.map((file) => file.file), whole: true };
}

function comparable(path: string): string {
  return path
    .replaceAll('\\', '/')
    .replace(/^(?:\.?\/)+/, '')
    .normalize('NFC')
    .toLowerCase();
}
