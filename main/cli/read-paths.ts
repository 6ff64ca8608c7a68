import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { WrongUse } from './exit-codes.ts';

/**
 * The files of some paths: files as they are given, folders with all that is in them, sorted by code unit, so that the
 * same call does the same on every machine. A file's name is the path as given, joined with what is below it.
 */
export function listFiles(paths: readonly string[]): readonly string[] {
  return [...new Set(paths.flatMap(listPath))];
}

/** The bytes of one file that the command can't do without. */
export function readNeededFile(path: string): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(readFileSync(path));
  } catch {
    throw new WrongUse(`${path} can’t be read.`);
  }
}

/** The bytes of one file among many; null where it can’t be read. */
export function readFileIfPossible(path: string): Uint8Array<ArrayBuffer> | null {
  try {
    return new Uint8Array(readFileSync(path));
  } catch {
    return null;
  }
}

function listPath(path: string): readonly string[] {
  const kind = kindOf(path);
  if (kind === null) throw new WrongUse(`${path} is not there.`);
  return kind === 'folder' ? listFolder(path) : [path];
}

function listFolder(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return kindOf(path) === 'folder' ? listFolder(path) : [path];
    });
}

function kindOf(path: string): 'file' | 'folder' | null {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch {
    return null;
  }
}
