import {
  addSignature,
  createPublisherKey,
  readPublisherKey,
  type PublisherIdentity,
} from '../../adapters/verification/packs/sign-pack.ts';
import { readIssuerPack } from '../../adapters/verification/issuer-pack.ts';
import { fail, ok, type Result } from '../../../shared/api/problems.ts';
import type { Instant } from '../../../shared/model/ids.ts';
import { openPack, packBytes } from './pack-bytes.ts';

export { createPublisherKey, type PublisherIdentity };

export interface SignRequest {
  readonly pack: Uint8Array;
  /** The publisher's private key in PEM. */
  readonly key: string;
  readonly created: Instant;
  /** What becomes of signatures that are there: none may be, they stay, or they go. */
  readonly present: 'refuse' | 'keep' | 'replace';
}

export interface SignedPack extends PublisherIdentity {
  readonly bytes: Uint8Array;
}

/** Signs a pack. Problems: those of readIssuerPack, `publisher-key-unreadable`, `pack-signed-already`. */
export function signPack({ pack, key: pem, created, present }: SignRequest): Result<SignedPack> {
  const key = readPublisherKey(pem);
  if (key === null) return fail('publisher-key-unreadable');
  const opened = openPack(pack);
  if (!opened.ok) return opened;
  const { proof, ...document } = opened.value.json;
  if (proof !== undefined && present === 'refuse') return fail('pack-signed-already');
  const unsigned = proof === undefined || present === 'replace' ? document : opened.value.json;
  const bytes = packBytes(addSignature(unsigned, key, created));
  const written = readIssuerPack(bytes);
  return written.ok ? ok({ bytes, fingerprint: key.fingerprint, did: key.did }) : written;
}
