import { DEFAULT_POLICY } from '../../shared/model/trust.ts';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'vitest';
import { verifyFile } from '../../main/engine/verify-file.ts';
import type { IssuerPack, TrustContext, VerifiedFile } from '../../main/core/ports.ts';

/** Published credentials of other parties, for tests only; where they are not at hand the tests are skipped. */
const DATA = join(process.env['TESSERA_DATA'] ?? '../shared/data', 'credentials');

/** True where the published credentials are at hand. */
export const DATA_PRESENT = existsSync(DATA);

/** Runs only where the published credentials are there; says so where they are not. */
export const describeWithData = DATA_PRESENT
  ? describe
  : (name: string, _tests: () => void): void => {
      describe.skip(`${name} (no data at ${DATA}; set TESSERA_DATA)`, () => undefined);
    };

export function dataBytes(path: string): Buffer {
  return readFileSync(join(DATA, path));
}

export function dataText(path: string): string {
  return dataBytes(path).toString('utf8').trim();
}

/** Every file under a folder, as paths from there. */
export function dataFiles(folder: string): string[] {
  if (!existsSync(join(DATA, folder))) return [];
  return readdirSync(join(DATA, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(DATA, folder).length + 1))
    .toSorted();
}

export const AT = '2026-11-22T00:00:00Z';

export const NO_TRUST: TrustContext = { packs: [], pins: [], publishers: [], policy: DEFAULT_POLICY, at: AT };

/** A pack with these parts and nothing else. */
export function packWith(parts: Partial<IssuerPack>): IssuerPack {
  return {
    sha256: '0'.repeat(64),
    version: '1',
    source: 'test pack',
    retrievedAt: '2026-11-01T00:00:00Z',
    expiresAt: null,
    publishers: [],
    entries: [],
    didDocuments: {},
    statusLists: {},
    schemas: {},
    contexts: {},
    ...parts,
  };
}

/** Verifies one published file, of nobody in particular. */
export function verifyData(path: string, trust: TrustContext = NO_TRUST): Promise<VerifiedFile> {
  return verifyFile({ name: path, bytes: dataBytes(path) }, { emails: [], subjectIds: [] }, trust);
}
