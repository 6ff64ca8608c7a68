import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '../../shared/api/client.ts';
import type { JsonObject } from '../../shared/model/json.ts';
import { signJson } from '../fixtures/signing/data-integrity.ts';
import { didKey, ed25519TestKey } from '../fixtures/signing/keys.ts';
import { needed, POOL } from './open-engine.ts';

export const REASON = 'for this test';
/** The sample pack as it is. */
export const POOL_PACK_BYTES = new Uint8Array(readFileSync(join(POOL, 'issuer-pack.json')));
const { proof: _, ...UNSIGNED } = JSON.parse(new TextDecoder().decode(POOL_PACK_BYTES)) as JsonObject;

/** The sample pack without its signature, with changes; undefined takes a field away. */
export function packWith(changes: Readonly<Record<string, unknown>> = {}): JsonObject {
  return JSON.parse(JSON.stringify({ ...UNSIGNED, ...changes })) as JsonObject;
}

export function bytesOf(json: JsonObject): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(json));
}

/** Signs a pack as the publisher of this label. */
export function publishedBy(label: string, pack: JsonObject): Uint8Array<ArrayBuffer> {
  const key = ed25519TestKey(`publisher ${label}`);
  const signer = { key, verificationMethod: didKey(key).verificationMethod };
  return bytesOf(signJson(pack, signer, String(pack['retrievedAt'])));
}

/** The fingerprint by which a person would recognise the publisher of a pack. */
export async function fingerprintOf(client: Client, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const { summary } = await needed(client.request('trust.inspectPack', { bytes }));
  if (summary.publisher === null) throw new Error('the pack is not signed');
  return summary.publisher;
}

export async function add(client: Client, bytes: Uint8Array<ArrayBuffer>) {
  return needed(client.request('trust.addPack', { bytes, reason: REASON }));
}

export async function recheck(client: Client) {
  return needed(client.runTask('credentials.recheck', {}));
}
