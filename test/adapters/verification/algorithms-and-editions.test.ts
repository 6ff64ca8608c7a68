import { constants, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { CONTEXT_EDITIONS } from '../../../main/adapters/verification/contexts/context-editions.ts';
import { createContextTable } from '../../../main/adapters/verification/contexts/context-table.ts';
import type { JsonObject } from '../../../shared/model/json.ts';
import { base64url } from '../../fixtures/signing/keys.ts';
import { eddsaRdfc2022, issue } from '../../fixtures/signing/signing-libraries.js';
import { badge, codeOf, CREATED, ISSUER_KEY, signerOf, verified } from './example-credentials.ts';

describe('the signature methods of a JWT', () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  const ed25519 = generateKeyPairSync('ed25519');
  const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 };

  it.each([
    ['RS256', rsa, (bytes: Buffer) => sign('sha256', bytes, rsa.privateKey)],
    ['PS256', rsa, (bytes: Buffer) => sign('sha256', bytes, { key: rsa.privateKey, ...pss })],
    ['ES384', p384, (bytes: Buffer) => sign('sha384', bytes, { key: p384.privateKey, dsaEncoding: 'ieee-p1363' })],
    ['EdDSA', ed25519, (bytes: Buffer) => sign(null, bytes, ed25519.privateKey)],
    ['Ed25519', ed25519, (bytes: Buffer) => sign(null, bytes, ed25519.privateKey)],
  ])('include %s', async (alg, { publicKey }, signBytes) => {
    expect(await codeOf('integrity', token(alg, publicKey, signBytes))).toBe('signature-valid');
  });

  it('need an RSA key of 2048 bits', async () => {
    const weak = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const jwt = token('RS256', weak.publicKey, (bytes) => sign('sha256', bytes, weak.privateKey));
    const credential = await verified(jwt);
    expect(credential.report.checks.integrity).toMatchObject({ code: 'key-too-weak', evidence: { bits: 1024 } });
    expect(credential.content).toBe('withheld');
  });
});

describe('a vocabulary of which there is more than one edition', () => {
  it.each(CONTEXT_EDITIONS)('$name: a signature made with it holds, and says so', async ({ url, name, document }) => {
    const { did, key, verificationMethod } = signerOf(ISSUER_KEY);
    const edition = createContextTable([], new Map([[url, document]]));
    const suiteSigner = {
      id: verificationMethod,
      algorithm: 'Ed25519',
      sign: async ({ data }: { readonly data: Uint8Array }): Promise<Uint8Array> => key.sign(data),
    };
    const signed = await issue({
      credential: badge(did, { endorsementJwt: ['aaaa.bbbb.cccc'] }),
      suite: eddsaRdfc2022({ signer: suiteSigner, date: CREATED }),
      documentLoader: edition.documentLoader,
      now: new Date(CREATED),
    });
    const credential = await verified(signed);
    expect(credential.report.checks.integrity).toMatchObject({
      code: 'signature-valid-context-variant',
      evidence: { variant: name },
    });
    expect(await codeOf('integrity', { ...signed, name: 'Something else' })).toBe('signature-invalid');
  });
});

/** A JWT by the did:jwk of this key. */
function token(alg: string, publicKey: KeyObject, signBytes: (bytes: Buffer) => Buffer): string {
  const encode = (value: object): string => base64url(Buffer.from(JSON.stringify(value)));
  const did = `did:jwk:${encode(publicKey.export({ format: 'jwk' }))}`;
  const payload: JsonObject = { ...badge(did), iss: did };
  const input = `${encode({ alg, kid: `${did}#0`, typ: 'JWT' })}.${encode(payload)}`;
  return `${input}.${base64url(signBytes(Buffer.from(input)))}`;
}
