import { DEFAULT_POLICY } from '../../../shared/model/trust.ts';
import { verifyFile } from '../../../main/engine/verify-file.ts';
import type { HolderHints, IssuerPack, TrustContext, VerifiedFile } from '../../../main/core/ports.ts';
import type { Credential } from '../../../shared/model/credential.ts';
import type { CheckAxis } from '../../../shared/model/check.ts';
import type { JsonObject } from '../../../shared/model/json.ts';
import { CREDENTIALS_V2, OPEN_BADGES_3 } from '../../fixtures/signing/contexts.ts';
import { signCredential, type Signer } from '../../fixtures/signing/data-integrity.ts';
import { didKey, ed25519TestKey, type TestKey } from '../../fixtures/signing/keys.ts';

export const AT = '2026-11-22T00:00:00Z';
export const CREATED = '2026-01-05T00:00:00Z';
export const NOBODY: HolderHints = { emails: [], subjectIds: [] };

export const WEB_ISSUER = 'did:web:lakeside.example';
export const ISSUER_KEY = ed25519TestKey('lakeside');
export const STRANGER_KEY = ed25519TestKey('stranger');
export const HOLDER = didKey(ed25519TestKey('holder')).did;

/** A badge without a proof, by this issuer. */
export function badge(issuer: string, changes: JsonObject = {}): JsonObject {
  return {
    '@context': [CREDENTIALS_V2, OPEN_BADGES_3],
    id: 'urn:uuid:0d5f0a60-0000-4000-8000-000000000001',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: issuer, type: ['Profile'], name: 'Lakeside College' },
    validFrom: '2026-01-05T00:00:00Z',
    name: 'Weaving',
    credentialSubject: {
      id: HOLDER,
      type: ['AchievementSubject'],
      achievement: {
        id: 'urn:uuid:0d5f0a60-0000-4000-8000-000000000002',
        type: ['Achievement'],
        name: 'Weaving',
        description: 'Weaves baskets of willow.',
        criteria: { narrative: 'Three baskets.' },
      },
    },
    ...changes,
  };
}

export function signerOf(key: TestKey, issuer?: string): Signer & { readonly did: string } {
  const own = didKey(key);
  const did = issuer ?? own.did;
  return { key, did, verificationMethod: issuer === undefined ? own.verificationMethod : `${issuer}#key-1` };
}

/** A badge of a did:key issuer, signed. */
export function signedBadge(changes: JsonObject = {}, key = ISSUER_KEY): Promise<JsonObject> {
  const signer = signerOf(key);
  return signCredential(badge(signer.did, changes), signer, 'eddsa-rdfc-2022', CREATED);
}

/** A badge of the did:web issuer, signed with the key that the pack lists. */
export function signedWebBadge(changes: JsonObject = {}, created = CREATED): Promise<JsonObject> {
  return signCredential(badge(WEB_ISSUER, changes), signerOf(ISSUER_KEY, WEB_ISSUER), 'eddsa-rdfc-2022', created);
}

export function pack(parts: Partial<IssuerPack> = {}): IssuerPack {
  return {
    sha256: '0'.repeat(64),
    version: '1',
    source: 'test pack',
    retrievedAt: '2026-11-01T00:00:00Z',
    expiresAt: null,
    publishers: [],
    entries: [{ ids: [WEB_ISSUER], names: ['Lakeside College'], homepage: null, keys: [packKey()] }],
    didDocuments: {},
    statusLists: {},
    schemas: {},
    contexts: {},
    ...parts,
  };
}

export function packKey(
  changes: Partial<IssuerPack['entries'][number]['keys'][number]> = {},
): IssuerPack['entries'][number]['keys'][number] {
  return {
    id: `${WEB_ISSUER}#key-1`,
    type: 'Multikey',
    publicKey: ISSUER_KEY.multibase ?? '',
    validFrom: null,
    validUntil: null,
    ...changes,
  };
}

export const trustIn = (...packs: readonly IssuerPack[]): TrustContext => ({
  packs,
  pins: [],
  publishers: [],
  policy: DEFAULT_POLICY,
  at: AT,
});

export function verifyJson(json: JsonObject | string, trust = trustIn(), holder = NOBODY): Promise<VerifiedFile> {
  const text = typeof json === 'string' ? json : JSON.stringify(json);
  return verifyFile({ name: 'credential', bytes: new TextEncoder().encode(text) }, holder, trust);
}

/** The first credential of a file; a test that finds none has nothing to say. */
export async function verified(json: JsonObject | string, trust = trustIn(), holder = NOBODY): Promise<Credential> {
  const { credentials, problems } = await verifyJson(json, trust, holder);
  const [credential] = credentials;
  if (credential === undefined) throw new Error(`No credential: ${JSON.stringify(problems)}`);
  return credential;
}

export async function codeOf(
  axis: CheckAxis,
  json: JsonObject | string,
  trust = trustIn(),
  holder = NOBODY,
): Promise<string> {
  return (await verified(json, trust, holder)).report.checks[axis].code;
}

/** A copy with the value at a path replaced, or set. */
export function changed(json: JsonObject, path: readonly string[], value: JsonObject[string]): JsonObject {
  const [name, ...rest] = path;
  if (name === undefined) return json;
  const inner = json[name];
  const next = rest.length === 0 ? value : changed(inner as JsonObject, rest, value);
  return { ...json, [name]: next };
}
