import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json, JsonObject } from '../../shared/model/json.ts';
import { issuerPack } from '../fixtures/content/pack.ts';
import { signJson } from '../fixtures/signing/data-integrity.ts';
import { didKey, ed25519TestKey } from '../fixtures/signing/keys.ts';

/** Who signs a pack: the publisher of the sample pack, somebody else, or nobody. */
export type PackSigner = 'pool' | 'stranger' | 'nobody';

/** Writes a pack that differs from the sample pack in some fields, and answers its path. */
export async function writePack(
  folder: string,
  name: string,
  change: (pack: JsonObject) => JsonObject,
  signer: PackSigner = 'pool',
): Promise<string> {
  const { proof: _, ...pool } = await issuerPack();
  const pack = change(pool);
  const path = join(folder, `${name}.json`);
  writeFileSync(path, JSON.stringify(signer === 'nobody' ? pack : signed(pack, signer)));
  return path;
}

/** The same pack without one issuer: neither its entry nor its document. */
export function without(issuerId: string, pack: JsonObject): JsonObject {
  const entries = listOf(pack['entries']).filter((entry) => !listOf(objectOf(entry)['ids']).includes(issuerId));
  const documents = Object.entries(objectOf(pack['didDocuments'])).filter(([id]) => id !== issuerId);
  return { ...pack, entries, didDocuments: Object.fromEntries(documents) };
}

function signed(pack: JsonObject, signer: Exclude<PackSigner, 'nobody'>): JsonObject {
  const key = ed25519TestKey(signer === 'pool' ? 'pack publisher' : 'another pack publisher');
  const { verificationMethod } = didKey(key);
  return signJson(pack, { key, verificationMethod }, String(pack['retrievedAt']));
}

function listOf(value: Json | undefined): readonly Json[] {
  return value !== undefined && isList(value) ? value : [];
}

function objectOf(value: Json | undefined): Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !isList(value) ? value : {};
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
