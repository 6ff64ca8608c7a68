import { DEFAULT_POLICY } from '../../../shared/model/trust.ts';
import type { CredentialFacts, ProofFacts } from '../../../main/core/verification/facts.ts';
import type { IssuerPack } from '../../../main/core/ports.ts';
import type { JsonObject } from '../../../shared/model/json.ts';

export const ISSUER = 'did:web:lakeside.example';
export const SUBJECT = 'did:key:z6MkSubject';

export const CREDENTIAL: JsonObject = {
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  id: 'urn:uuid:1',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: ISSUER, type: ['Profile'], name: 'Lakeside College' },
  validFrom: '2025-01-01T00:00:00Z',
  credentialSubject: {
    id: SUBJECT,
    type: ['AchievementSubject'],
    achievement: {
      id: 'urn:uuid:2',
      type: ['Achievement'],
      name: 'Weaving',
      description: 'Weaves baskets.',
      criteria: { narrative: 'Three baskets.' },
    },
  },
};

export const PROOF: ProofFacts = {
  suite: 'eddsa-rdfc-2022',
  verificationMethod: `${ISSUER}#key-1`,
  integrity: { code: 'signature-valid', evidence: { suite: 'eddsa-rdfc-2022' } },
  binding: { code: 'key-of-issuer', evidence: { source: 'test pack' } },
  created: '2025-01-01T00:00:00Z',
  expires: null,
  challenge: null,
};

export const PACK: IssuerPack = {
  sha256: '0'.repeat(64),
  version: '1',
  source: 'test pack',
  retrievedAt: '2026-11-01T00:00:00Z',
  expiresAt: '2027-11-01T00:00:00Z',
  publishers: [],
  entries: [{ ids: [ISSUER], names: ['Lakeside College'], homepage: null, keys: [] }],
  didDocuments: {},
  statusLists: {},
  schemas: {},
  contexts: {},
};

/** Facts of a credential in which nothing is wrong, with these changes. */
export function factsWith(changes: Partial<CredentialFacts> = {}): CredentialFacts {
  return {
    standard: 'open-badges-3.0',
    container: 'json',
    json: CREDENTIAL,
    refusal: null,
    proofs: [PROOF],
    unsignedPaths: [],
    envelope: null,
    claims: { notBefore: null, expires: null, issued: null },
    status: [],
    presentation: null,
    identifiers: [],
    endorsements: [],
    schemas: [],
    trust: { packs: [PACK], pins: [], publishers: [], policy: DEFAULT_POLICY, at: '2026-11-22T00:00:00Z' },
    holder: { emails: [], subjectIds: [] },
    ...changes,
  };
}

export function credentialWith(changes: JsonObject): JsonObject {
  return { ...CREDENTIAL, ...changes };
}
