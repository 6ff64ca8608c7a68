import { beforeAll, describe, expect, it } from 'vitest';
import { createContextTable } from '../../main/adapters/verification/contexts/context-table.ts';
import type { JsonObject } from '../../shared/model/json.ts';
import {
  badge,
  changed,
  CREATED,
  ISSUER_KEY,
  signedBadge,
  signerOf,
  verified,
} from '../adapters/verification/example-credentials.ts';
import { CREDENTIALS_V1, OPEN_BADGES_3_UNPROTECTED } from '../fixtures/signing/contexts.ts';
import { signCredential } from '../fixtures/signing/data-integrity.ts';
import { AT } from './sample-data.ts';
import { plainVerdict } from './plain-library.js';

/**
 * Why a library's `verified` is not a verdict: files that `@digitalbazaar/vc`, called as documented, accepts, and what
 * Tessera says of them. A line that turns red because the library now refuses the file can go.
 */
const signer = signerOf(ISSUER_KEY);
const ACHIEVEMENT = ['credentialSubject', 'achievement'];

/** A term whose values are text, as Open Badges defines its own. */
const text = (iri: string): JsonObject => ({ '@id': iri, '@type': 'xsd:string' });

let genuine: JsonObject = {};
let expired: JsonObject = {};
let unprotected: JsonObject = {};
beforeAll(async () => {
  genuine = await signedBadge();
  expired = await signedBadge({ validUntil: '2026-02-01T00:00:00Z' });
  const { validFrom: _, ...older } = badge(signer.did, {
    '@context': [CREDENTIALS_V1, OPEN_BADGES_3_UNPROTECTED],
    issuanceDate: CREATED,
  });
  unprotected = await signCredential(older, signer, 'Ed25519Signature2020', CREATED);
});

describe('files that the plain library accepts', () => {
  it('agree with it where nothing is wrong, but for the issuer whom nobody knows', async () => {
    expect(await plain(genuine)).toBe(true);
    expect((await verified(genuine)).report).toMatchObject({
      verdict: 'verified-with-reservations',
      checks: { issuer: { code: 'issuer-unknown' } },
    });
  });

  it('an expiry that hides behind its full IRI', async () => {
    const { validUntil, ...rest } = expired;
    const typed = { '@type': 'http://www.w3.org/2001/XMLSchema#dateTime', '@value': validUntil ?? '' };
    const hidden = { ...rest, 'https://www.w3.org/2018/credentials#validUntil': typed };
    expect(await plain(hidden)).toBe(true);
    expect((await verified(hidden)).report.verdict).toBe('cannot-verify-offline');
  });

  it('text in a keyword that no signature covers', async () => {
    const padded = changed(genuine, [...ACHIEVEMENT, '@index'], 'Brain surgery');
    expect(await plain(padded)).toBe(true);
    expect((await verified(padded)).report).toMatchObject({
      verdict: 'not-valid',
      checks: { format: { state: 'fail' } },
    });
  });

  it('name and description swapped by a context inside the file', async () => {
    const achievement = (unprotected['credentialSubject'] as JsonObject)['achievement'] as JsonObject;
    const swapped = changed(unprotected, ACHIEVEMENT, {
      ...achievement,
      '@context': { name: text('https://schema.org/description'), description: text('https://schema.org/name') },
      name: achievement['description'] ?? '',
      description: achievement['name'] ?? '',
    });
    expect(await plain(swapped)).toBe(true);
    expect((await verified(swapped)).report).toMatchObject({
      verdict: 'not-valid',
      checks: { format: { state: 'fail' } },
    });
  });

  it('a broken proof beside a good one', async () => {
    const proof = genuine['proof'] as JsonObject;
    const other = await signedBadge({ name: 'Something else' });
    const both = { ...genuine, proof: [proof, other['proof'] ?? {}] };
    expect(await plain(both)).toBe(true);
    expect((await verified(both)).report).toMatchObject({
      verdict: 'not-valid',
      checks: { integrity: { state: 'fail' } },
    });
  });
});

/** The library with our vocabularies and the did:key documents that it asks for. */
function plain(credential: JsonObject): Promise<boolean> {
  const contexts = createContextTable([]);
  const { did, verificationMethod } = signer;
  const method = {
    '@context': 'https://w3id.org/security/multikey/v1',
    id: verificationMethod,
    type: 'Multikey',
    controller: did,
    publicKeyMultibase: ISSUER_KEY.multibase,
  };
  const documents: Readonly<Record<string, object>> = {
    [verificationMethod]: method,
    [did]: { '@context': 'https://w3id.org/security/v2', id: did, assertionMethod: [verificationMethod] },
  };
  const load = async (url: string): ReturnType<typeof contexts.documentLoader> => {
    const document = documents[url];
    return document === undefined ? contexts.documentLoader(url) : { contextUrl: null, documentUrl: url, document };
  };
  return plainVerdict(credential, load, AT);
}
