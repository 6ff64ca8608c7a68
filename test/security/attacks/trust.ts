import { generateKeyPairSync, sign } from 'node:crypto';
import { p384 } from '@noble/curves/nist.js';
import type { JsonObject } from '../../../shared/model/json.ts';
import { utf8 } from '../../fixtures/content/secure.ts';
import { issuerPack } from '../../fixtures/content/pack.ts';
import { ISSUERS } from '../../fixtures/content/issuers.ts';
import { signJson, type Signer } from '../../fixtures/signing/data-integrity.ts';
import { base64url, didKey, digest, ed25519TestKey, type TestKey } from '../../fixtures/signing/keys.ts';
import { attackStatusLists } from './status-lists.ts';

/** An invented college that has made every mistake with its keys and its lists. */
export const SEAGLASS = 'did:web:seaglass.example';
export const SEAGLASS_NAME = 'Seaglass College';

const CURRENT = ed25519TestKey('seaglass current');

/** Its keys, by what is the matter with each. */
export const SEAGLASS_KEYS = {
  current: signer('current', CURRENT),
  /** Rotated out at the end of 2023. */
  retired: signer('retired', ed25519TestKey('seaglass retired')),
  /** Comes into use in 2027. */
  coming: signer('coming', ed25519TestKey('seaglass coming')),
  /** Withdrawn after it was stolen. */
  withdrawn: signer('withdrawn', ed25519TestKey('seaglass withdrawn')),
  /** For logging in, not for credentials. */
  login: signer('login', ed25519TestKey('seaglass login')),
  /** Stands in the college's document and is controlled by somebody else. */
  foreign: signer('foreign', ed25519TestKey('seaglass foreign')),
  p384: signer('p384', p384Key('seaglass p384')),
  weak: signer('weak', weakRsaKey()),
} as const satisfies Record<string, Signer>;

/** The sample pack with the college and its lists beside the institutions of the pool, newer than the pool's own pack. */
export async function attackPack(): Promise<JsonObject> {
  const { proof: _proof, ...pool } = await issuerPack();
  const lists = { ...Object(pool['statusLists']), ...(await attackStatusLists(SEAGLASS, SEAGLASS_KEYS.current)) };
  const documents = { ...Object(pool['didDocuments']), [SEAGLASS]: seaglassDocument() };
  const entries = [...[pool['entries'] ?? []].flat(), seaglassEntry()];
  const publisher = ed25519TestKey('pack publisher');
  return signJson(
    {
      ...pool,
      version: '2026.8.2',
      retrievedAt: '2026-08-31T12:00:00Z',
      entries: entries as JsonObject[],
      didDocuments: documents as JsonObject,
      statusLists: lists as JsonObject,
    },
    { key: publisher, verificationMethod: didKey(publisher).verificationMethod },
    '2026-08-31T12:00:00Z',
  );
}

export async function attackPackBytes(): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(utf8(JSON.stringify(await attackPack())));
}

/** The key of a known institution, used by its owner. */
export const HARBOURLIGHT = ISSUERS.harbourlight;

function seaglassEntry(): JsonObject {
  const key = (name: 'current' | 'retired' | 'coming', from: string, until: string | null): JsonObject => ({
    id: SEAGLASS_KEYS[name].verificationMethod,
    type: 'Multikey',
    publicKey: SEAGLASS_KEYS[name].key.multibase,
    validFrom: from,
    validUntil: until,
  });
  return {
    ids: [SEAGLASS],
    names: [SEAGLASS_NAME],
    homepage: 'https://seaglass.example',
    keys: [
      key('current', '2015-01-01T00:00:00Z', null),
      key('retired', '2015-01-01T00:00:00Z', '2023-12-31T00:00:00Z'),
      key('coming', '2027-01-01T00:00:00Z', null),
    ],
    evidence: 'Invented for the attack suite.',
  };
}

function seaglassDocument(): JsonObject {
  const { withdrawn, login, foreign, p384: curve, weak } = SEAGLASS_KEYS;
  const multikey = (each: Signer, more: JsonObject = {}): JsonObject => ({
    id: each.verificationMethod,
    type: 'Multikey',
    controller: SEAGLASS,
    publicKeyMultibase: each.key.multibase,
    ...more,
  });
  const jwk = (each: Signer): JsonObject => ({
    id: each.verificationMethod,
    type: 'JsonWebKey',
    controller: SEAGLASS,
    publicKeyJwk: each.key.publicJwk,
  });
  const methods = [
    multikey(withdrawn, { revoked: '2026-01-01T00:00:00Z' }),
    multikey(login),
    multikey(foreign, { controller: 'did:web:forger.example' }),
    jwk(curve),
    jwk(weak),
  ];
  return {
    '@context': ['https://www.w3.org/ns/did/v1'],
    id: SEAGLASS,
    verificationMethod: methods,
    assertionMethod: [withdrawn, foreign, curve, weak].map((each) => each.verificationMethod),
    authentication: [login.verificationMethod],
  };
}

function signer(name: string, key: TestKey): Signer {
  return { key, verificationMethod: `${SEAGLASS}#${name}` };
}

/** A P-384 key that signs as ES384 does; the `alg` that a token names is the test's to choose. */
function p384Key(label: string): TestKey {
  const secret = Uint8Array.from([...digest(label), ...digest(`${label} more`).slice(0, 16)]);
  const point = p384.getPublicKey(secret, false);
  return {
    algorithm: 'ES256',
    publicJwk: { kty: 'EC', crv: 'P-384', x: base64url(point.slice(1, 49)), y: base64url(point.slice(49, 97)) },
    multibase: null,
    sign: (bytes) => p384.sign(bytes, secret, { lowS: false }),
  };
}

/** 1024 bits: made anew in each run, because nothing hangs on which one it is. */
function weakRsaKey(): TestKey {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
  const { kty = 'RSA', n = '', e = '' } = publicKey.export({ format: 'jwk' });
  return {
    algorithm: 'RS256',
    publicJwk: { kty, n, e },
    multibase: null,
    sign: (bytes) => sign('sha256', bytes, privateKey),
  };
}
