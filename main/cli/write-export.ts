import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Client } from '../../shared/api/client.ts';
import type { InputOf } from '../../shared/api/contract.ts';
import { needed } from './open-client.ts';

/** Writes a ranking to a file, piece by piece; what is at the path stays until the whole is there. */
export async function writeExport(client: Client, request: InputOf<'export.ranking'>, path: string): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.part`;
  const file = openSync(unfinished, 'w');
  try {
    for await (const bytes of piecesOf(client, request)) writeAll(file, bytes);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
  renameSync(unfinished, path);
}

async function* piecesOf(client: Client, request: InputOf<'export.ranking'>): AsyncGenerator<Uint8Array, void> {
  const begun = await needed(client.request('export.ranking', request));
  yield begun.bytes;
  for (let { more } = begun; more !== null;) {
    const next = await needed(client.request('export.more', { export: more }));
    yield next.bytes;
    more = next.more;
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
}
