import { crc32, inflateRaw } from 'node:zlib';
import { fromBufferPromise, getFileNameLowLevel, type Entry, type ZipFile } from 'yauzl';
import type { NamedFile, Unpacker } from '../../core/ports.ts';
import { fail, ok, type Problem, type Result } from '../../../shared/api/problems.ts';
import { officeKind } from './containers/office.ts';
import { ARCHIVE_LIMITS, type ArchiveLimits } from './limits.ts';

/** Of a file in the archive, of an empty archive, and of one in several parts. */
const SIGNATURES = new Set(['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08']);

/**
 * Unpacks ZIP archives in memory; every other file passes through. Files come out as `archive.zip/folder/file`. An
 * entry that is refused is named in its problem and the rest of the archive goes on. Nothing is ever written to disk,
 * so a path that climbs can't harm here: it is refused because an honest archive has none.
 */
export function createUnpacker(limits: ArchiveLimits = ARCHIVE_LIMITS): Unpacker {
  return {
    async unpack(file) {
      const unpacking: Unpacking = { limits, archiveBytes: file.bytes.length, totalBytes: 0, files: [], problems: [] };
      await unpackFile(file, 0, unpacking);
      return { files: unpacking.files, problems: unpacking.problems };
    },
  };
}

/** The work on one file as it arrived; nested archives share its limits. */
interface Unpacking {
  readonly limits: ArchiveLimits;
  readonly archiveBytes: number;
  totalBytes: number;
  readonly files: NamedFile[];
  readonly problems: { readonly file: string; readonly problem: Problem }[];
}

async function unpackFile(file: NamedFile, depth: number, unpacking: Unpacking): Promise<void> {
  if (!isArchive(file)) {
    unpacking.files.push(file);
  } else if (depth > unpacking.limits.nesting) {
    report(unpacking, file.name, 'zip-nested-too-deep', { limit: unpacking.limits.nesting });
  } else {
    await unpackArchive(file, depth, unpacking);
  }
}

function isArchive({ name, bytes }: NamedFile): boolean {
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  // Word processor files are archives too; they are named as what they are when they are opened.
  if (officeKind({ start, bytes }) !== null) return false;
  return SIGNATURES.has(start.slice(0, 4)) || (/\.zip$/i.test(name) && bytes.length > 0);
}

async function unpackArchive(archive: NamedFile, depth: number, unpacking: Unpacking): Promise<void> {
  const buffer = Buffer.from(archive.bytes.buffer, archive.bytes.byteOffset, archive.bytes.byteLength);
  try {
    // Names are decoded by us and sizes checked by us: the library ends the whole archive at the first bad one.
    const zip = await fromBufferPromise(buffer, { decodeStrings: false, validateEntrySizes: false });
    if (zip.entryCount > unpacking.limits.entries) {
      report(unpacking, archive.name, 'zip-bomb', {
        what: 'entries',
        count: zip.entryCount,
        limit: unpacking.limits.entries,
      });
      return;
    }
    if (zip.entryCount === 0) report(unpacking, archive.name, 'file-empty', {});
    const names = new Set<string>();
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry);
      const path = `${archive.name}/${name}`;
      if (isIgnored(name)) continue;
      const problem = refusal(entry, name, names, unpacking);
      names.add(name);
      const bytes = problem ? { ok: false as const, problem } : await inflate(zip, entry, buffer);
      if (!bytes.ok) {
        unpacking.problems.push({ file: path, problem: bytes.problem });
        if (bytes.problem.params['what'] === 'total') return;
        continue;
      }
      unpacking.totalBytes += bytes.value.length;
      await unpackFile({ name: path, bytes: bytes.value }, depth + 1, unpacking);
    }
  } catch (error) {
    const encrypted = error instanceof Error && error.message.includes('encryption');
    report(unpacking, archive.name, encrypted ? 'zip-encrypted' : 'zip-damaged', {});
  }
}

/** File names are UTF-8 where the flag says so, else code page 437; backslashes stay as they are. */
function nameOf(entry: Entry): string {
  return getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
}

/** Directories, and what operating systems put beside a person's files. */
function isIgnored(name: string): boolean {
  if (name.endsWith('/')) return true;
  const parts = name.split('/');
  const last = parts.at(-1) ?? '';
  return parts.includes('__MACOSX') || last === '.DS_Store' || last === 'Thumbs.db' || last === 'desktop.ini';
}

/** Why an entry is refused by what the directory says of it, before a byte is inflated. */
function refusal(entry: Entry, name: string, names: ReadonlySet<string>, unpacking: Unpacking): Problem | null {
  const { limits, archiveBytes, totalBytes } = unpacking;
  const shown = { entry: name.slice(0, 300) };
  const problem = (code: Problem['code'], params: Problem['params'] = {}): Problem => ({
    code,
    params: { ...shown, ...params },
  });
  if (climbs(name)) return problem('zip-path-traversal');
  if (isSymbolicLink(entry)) return problem('zip-path-traversal', { what: 'link' });
  // Two entries of one name: readers disagree on which one counts.
  if (names.has(name)) return problem('zip-damaged', { what: 'duplicate-name' });
  if (entry.isEncrypted()) return problem('zip-encrypted');
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) return problem('zip-damaged', { what: 'method' });
  const { uncompressedSize: size, compressedSize } = entry;
  if (size >= limits.ratioFromBytes && size > compressedSize * limits.ratio) {
    return problem('zip-bomb', { what: 'ratio', bytes: size, limit: limits.ratio });
  }
  if (size > limits.entryBytes) return problem('file-too-large', { bytes: size, limit: limits.entryBytes });
  const total = totalBytes + size;
  // Entries may overlap in the archive, so that each looks honest and only their sum is a bomb.
  if (total > limits.totalBytes || (total >= limits.ratioFromBytes && total > archiveBytes * limits.ratio)) {
    return problem('zip-bomb', { what: 'total', bytes: total, limit: limits.totalBytes });
  }
  return null;
}

function climbs(name: string): boolean {
  if (name === '' || name.startsWith('/') || name.includes('\\') || name.includes('\0') || /^[a-zA-Z]:/.test(name))
    return true;
  return name.split('/').some((part) => part === '..' || part === '.');
}

/** The upper 16 bits of the external attributes are the Unix mode. */
function isSymbolicLink(entry: Entry): boolean {
  return ((entry.externalFileAttributes >>> 16) & 0xf000) === 0xa000;
}

/** Inflates one entry to no more than the size that the directory declares, and checks it against its CRC-32. */
async function inflate(zip: ZipFile, entry: Entry, archive: Buffer): Promise<Result<Uint8Array>> {
  const shown = { entry: nameOf(entry).slice(0, 300) };
  const damaged = fail('zip-damaged', shown);
  try {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    const data = archive.subarray(fileDataStart, fileDataStart + entry.compressedSize);
    const bytes = entry.compressionMethod === 0 ? data : await inflateUpTo(data, entry.uncompressedSize);
    if (bytes === null) return fail('zip-bomb', { ...shown, what: 'declared-size', bytes: entry.uncompressedSize });
    return bytes.length === entry.uncompressedSize && crc32(bytes) === entry.crc32
      ? ok(Uint8Array.from(bytes))
      : damaged;
  } catch {
    return damaged;
  }
}

/** Null where the data are longer than was declared. */
function inflateUpTo(data: Buffer, size: number): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    // zlib wants at least one byte of room.
    inflateRaw(data, { maxOutputLength: Math.max(size, 1) }, (error, bytes) => {
      if (!error) resolve(bytes);
      else if (error instanceof RangeError) resolve(null);
      else reject(error);
    });
  });
}

function report({ problems }: Unpacking, file: string, code: Problem['code'], params: Problem['params']): void {
  problems.push({ file, problem: { code, params } });
}
