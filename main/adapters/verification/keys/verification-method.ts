import { isObject, textOf } from '../../../core/verification/json-fields.ts';
import type { JsonObject } from '../../../../shared/model/json.ts';
import { decodeBase58Text } from './multibase.ts';
import {
  ed25519Key,
  keyFromJwk,
  keyFromMultibase,
  kindOfJwk,
  unusableKindOf,
  type VerificationKey,
} from './verification-key.ts';

/** The key of a verification method, or the name of its kind where it can't be used. */
export interface MethodKey {
  readonly key: VerificationKey | null;
  readonly kind: string;
}

/** What an older type of verification method may hold; a newer one says by itself what it is. */
const KIND_OF_TYPE: Readonly<Record<string, VerificationKey['kind']>> = {
  Ed25519VerificationKey2018: 'Ed25519',
  Ed25519VerificationKey2020: 'Ed25519',
  EcdsaSecp256r1VerificationKey2019: 'P-256',
  Bls12381G2Key2020: 'BLS12-381-G2',
};

/**
 * Reads the key of a verification method, whichever way it is written: `publicKeyMultibase` (Multikey and the 2020
 * types), `publicKeyJwk` (JsonWebKey, JsonWebKey2020) or `publicKeyBase58` (the 2018 types). Where a method holds two
 * that differ, or holds another key than its type says, it holds none: which of them is meant can't be told.
 */
export function keyOfMethod(method: JsonObject): MethodKey {
  const type = textOf(method['type']);
  const written = [fromMultibase(method), fromJwk(method), fromBase58(method)].filter((each) => each !== null);
  const [first] = written;
  const kind = first?.kind ?? type ?? 'unknown';
  if (first === undefined || first.key === null) return { key: null, kind };
  const expected = type === null ? undefined : KIND_OF_TYPE[type];
  if (expected !== undefined && expected !== first.kind) return { key: null, kind: `${type ?? ''} with ${first.kind}` };
  if (written.some(({ key }) => key === null || !sameKey(key, first.key))) return { key: null, kind: 'ambiguous' };
  return first;
}

function fromMultibase({ publicKeyMultibase }: JsonObject): MethodKey | null {
  if (typeof publicKeyMultibase !== 'string') return null;
  const key = keyFromMultibase(publicKeyMultibase);
  return { key, kind: key?.kind ?? unusableKindOf(publicKeyMultibase) ?? 'unreadable' };
}

function fromJwk({ publicKeyJwk }: JsonObject): MethodKey | null {
  if (!isObject(publicKeyJwk)) return null;
  return { key: keyFromJwk(publicKeyJwk), kind: kindOfJwk(publicKeyJwk) ?? 'unknown' };
}

/** Bytes in base58 don't say of which kind they are: the type does. */
function fromBase58({ publicKeyBase58, type }: JsonObject): MethodKey | null {
  if (typeof publicKeyBase58 !== 'string') return null;
  if (type !== 'Ed25519VerificationKey2018') return { key: null, kind: typeof type === 'string' ? type : 'unknown' };
  const raw = decodeBase58Text(publicKeyBase58);
  return { key: raw === null ? null : ed25519Key(raw), kind: 'Ed25519' };
}

function sameKey(one: VerificationKey, other: VerificationKey | null): boolean {
  if (other === null || one.kind !== other.kind) return false;
  if (one.kind === 'BLS12-381-G2' && other.kind === 'BLS12-381-G2') return Buffer.compare(one.point, other.point) === 0;
  return one.key !== null && other.key !== null && one.key.equals(other.key);
}
