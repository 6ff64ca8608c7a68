import { beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../shared/model/json.ts';
import { addDetachedJws, addProof, type ProofOptions } from '../../fixtures/signing/add-proof.ts';
import type { Signer } from '../../fixtures/signing/data-integrity.ts';
import { didJwk, didKey, ed25519TestKey, p256TestKey, p384TestKey, rsaTestKey } from '../../fixtures/signing/keys.ts';
import { badge, changed, codeOf, pack, trustIn, verified } from './example-credentials.ts';

const KEYS = { Ed25519: ed25519TestKey('suites'), 'P-256': p256TestKey('suites'), 'P-384': p384TestKey('suites') };
type Kind = keyof typeof KEYS;

const signerWith = (kind: Kind): Signer & { readonly did: string } => ({ key: KEYS[kind], ...didKey(KEYS[kind]) });

const SUITES: readonly {
  readonly cryptosuite: ProofOptions['cryptosuite'];
  readonly kind: Kind;
  readonly other: Kind;
}[] = [
  { cryptosuite: 'eddsa-rdfc-2022', kind: 'Ed25519', other: 'P-256' },
  { cryptosuite: 'eddsa-jcs-2022', kind: 'Ed25519', other: 'P-384' },
  { cryptosuite: 'ecdsa-rdfc-2019', kind: 'P-256', other: 'Ed25519' },
  { cryptosuite: 'ecdsa-rdfc-2019', kind: 'P-384', other: 'Ed25519' },
  { cryptosuite: 'ecdsa-jcs-2019', kind: 'P-256', other: 'Ed25519' },
  { cryptosuite: 'ecdsa-jcs-2019', kind: 'P-384', other: 'Ed25519' },
];

describe.each(SUITES)('$cryptosuite with a $kind key', ({ cryptosuite, kind, other }) => {
  const signer = signerWith(kind);
  let good: JsonObject = {};
  beforeAll(async () => {
    good = await addProof(badge(signer.did), signer, { cryptosuite });
  });

  it('holds where nothing was changed, whatever the order of members', async () => {
    const { report } = await verified(good);
    expect(report.checks.integrity).toMatchObject({ code: 'signature-valid', evidence: { suite: cryptosuite } });
    expect(report.checks['key-binding'].code).toBe('key-is-issuer');
    expect(report.unsignedPaths).toEqual([]);
    expect(await codeOf('integrity', Object.fromEntries(Object.entries(good).toReversed()))).toBe('signature-valid');
  });

  it.each([
    ['the name', ['name'], 'Weavinh'],
    ['a nested value', ['credentialSubject', 'achievement', 'criteria', 'narrative'], 'Four baskets.'],
    ['the date of the proof', ['proof', 'created'], '2026-01-06T00:00:00Z'],
    ['the subject', ['credentialSubject', 'id'], 'did:example:thief'],
  ])('sees a change of %s', async (_, path, value) => {
    expect(await codeOf('integrity', changed(good, path, value))).toBe('signature-invalid');
  });

  it('does not take a key of another kind', async () => {
    const { verificationMethod } = signerWith(other);
    expect(await codeOf('integrity', changed(good, ['proof', 'verificationMethod'], verificationMethod))).toBe(
      'key-kind-mismatch',
    );
  });

  it('does not take another key of the same kind', async () => {
    const { verificationMethod } = didKey(
      { Ed25519: ed25519TestKey, 'P-256': p256TestKey, 'P-384': p384TestKey }[kind]('another'),
    );
    expect(await codeOf('integrity', changed(good, ['proof', 'verificationMethod'], verificationMethod))).toBe(
      'signature-invalid',
    );
  });

  it('does not take a proof that was made for another purpose', async () => {
    const proof = await addProof(badge(signer.did), signer, { cryptosuite, proofPurpose: 'authentication' });
    expect(await codeOf('integrity', proof)).toBe('proof-purpose-wrong');
  });

  it.each([
    ['nothing', ''],
    ['no multibase', 'aabbcc'],
    ['letters that base58 does not have', 'z0OIl'],
    ['too short', 'z3FXQ'],
    ['too long', `z${'2'.repeat(300)}`],
    ['a text without end', `z${'2'.repeat(200_000)}`],
  ])('names a proof value that is malformed: %s', async (_, proofValue) => {
    expect(await codeOf('integrity', changed(good, ['proof', 'proofValue'], proofValue))).toBe('proof-malformed');
  });

  it('names a proof value that is no text', async () => {
    expect(await codeOf('integrity', changed(good, ['proof', 'proofValue'], { a: 1 }))).toBe('proof-malformed');
    expect(await codeOf('integrity', changed(good, ['proof', 'proofValue'], null))).toBe('proof-malformed');
  });

  it('does not hold with a signature of zeros', async () => {
    const zeros = `u${Buffer.alloc(kind === 'P-384' ? 96 : 64).toString('base64url')}`;
    expect(await codeOf('integrity', changed(good, ['proof', 'proofValue'], zeros))).toBe('signature-invalid');
  });
});

describe('a proof over canonical JSON', () => {
  it('names contexts that the document begins with, or is malformed', async () => {
    const signer = signerWith('P-256');
    const signed = await addProof(badge(signer.did), signer, { cryptosuite: 'ecdsa-jcs-2019' });
    const bent = changed(signed, ['proof', '@context'], ['https://example.org/other']);
    expect(await codeOf('integrity', bent)).toBe('proof-malformed');
  });
});

describe('the older forms of signature', () => {
  const ED25519_2018 = 'https://w3id.org/security/suites/ed25519-2018/v1';
  const JWS_2020 = 'https://w3id.org/security/suites/jws-2020/v1';
  const older = (did: string, suite: string): JsonObject => {
    const { '@context': contexts, ...rest } = badge(did);
    return { '@context': [...(contexts as readonly string[]), suite], ...rest };
  };
  const RSA = rsaTestKey('nursing-board');
  const cases = [
    { type: 'Ed25519Signature2018', context: ED25519_2018, signer: signerWith('Ed25519') },
    { type: 'JsonWebSignature2020', context: JWS_2020, signer: signerWith('Ed25519') },
    { type: 'JsonWebSignature2020', context: JWS_2020, signer: signerWith('P-256') },
    { type: 'JsonWebSignature2020', context: JWS_2020, signer: signerWith('P-384') },
  ] as const;

  it.each(cases)(
    '$type with $signer.key.algorithm holds, and is said to be older',
    async ({ type, context, signer }) => {
      const signed = await addDetachedJws(older(signer.did, context), signer, type);
      const { report } = await verified(signed);
      expect(report.checks.integrity).toMatchObject({
        state: 'pass',
        code: 'signature-valid-older-form',
        evidence: { suite: type },
      });
      expect(report.checks.integrity.message).toContain('older form');
      expect(await codeOf('integrity', { ...signed, name: 'Something else' })).toBe('signature-invalid');
    },
  );

  const signer = signerWith('Ed25519');
  const bent = (header: JsonObject): Promise<JsonObject> =>
    addDetachedJws(older(signer.did, ED25519_2018), signer, 'Ed25519Signature2018', { header });

  it.each([
    ['an encoded payload', { alg: 'EdDSA', b64: true, crit: ['b64'] }, 'proof-malformed'],
    ['no word about the payload', { alg: 'EdDSA' }, 'proof-malformed'],
    ['a payload that is not critical', { alg: 'EdDSA', b64: false }, 'proof-malformed'],
    [
      'a demand that is not known',
      { alg: 'EdDSA', b64: false, crit: ['b64', 'exp'], exp: 1 },
      'jwt-header-not-understood',
    ],
    ['a key of its own', { alg: 'EdDSA', b64: false, crit: ['b64'], jwk: {} }, 'jwt-header-not-understood'],
    ['no method', { alg: 'none', b64: false, crit: ['b64'] }, 'jwt-algorithm-refused'],
    ['a shared secret', { alg: 'HS256', b64: false, crit: ['b64'] }, 'jwt-algorithm-refused'],
    ['a method of other keys', { alg: 'ES256', b64: false, crit: ['b64'] }, 'jwt-algorithm-refused'],
  ])('does not take a header with %s', async (_, header, code) => {
    expect(await codeOf('integrity', await bent(header))).toBe(code);
  });

  it('does not take a method that goes with another kind of key', async () => {
    const header = { alg: 'ES256', b64: false, crit: ['b64'] };
    const signed = await addDetachedJws(older(signer.did, JWS_2020), signer, 'JsonWebSignature2020', { header });
    expect(await codeOf('integrity', signed)).toBe('key-kind-mismatch');
  });

  it.each([
    ['three parts', (jws: string) => jws.replace('..', '.e30.')],
    ['no signature', (jws: string) => jws.replace(/\.\..*$/, '..')],
    // The last of the 86 letters of a signature holds four bits that must be zero.
    ['a second spelling', (jws: string) => `${jws.slice(0, -1)}${jws.endsWith('A') ? 'B' : 'h'}`],
    ['no JSON in its header', (jws: string) => jws.replace(/^[^.]+/, 'bm8')],
  ])('does not take a value with %s', async (_, jws) => {
    const signed = await addDetachedJws(older(signer.did, ED25519_2018), signer, 'Ed25519Signature2018', { jws });
    expect(await codeOf('integrity', signed)).toBe('proof-malformed');
  });

  it('does not take a method for RSA that is not the one of the suite', async () => {
    const { did, verificationMethod } = didJwk(RSA);
    const rsaSigner = { key: RSA, verificationMethod };
    const signed = await addDetachedJws(older(did, JWS_2020), rsaSigner, 'JsonWebSignature2020');
    expect(await codeOf('integrity', signed)).toBe('jwt-algorithm-refused');
  });
});

describe('an ECDSA signature', () => {
  it('may have either of its two values of s, which sign the same bytes', async () => {
    const signer = signerWith('P-256');
    const signed = await addProof(badge(signer.did), signer, { cryptosuite: 'ecdsa-jcs-2019' });
    const value = String((signed['proof'] as JsonObject)['proofValue']);
    const { decodeMultibase } = await import('../../../main/adapters/verification/keys/multibase.ts');
    const bytes = Buffer.from(decodeMultibase(value) ?? []);
    const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
    const s = order - BigInt(`0x${bytes.subarray(32).toString('hex')}`);
    const other = Buffer.concat([bytes.subarray(0, 32), Buffer.from(s.toString(16).padStart(64, '0'), 'hex')]);
    const twin = changed(signed, ['proof', 'proofValue'], `u${other.toString('base64url')}`);
    expect(await codeOf('integrity', twin)).toBe('signature-valid');
  });
});

describe('a stranger who signs beside the issuer', () => {
  it('does not make text the issuer’s that the issuer did not sign', async () => {
    const issuer = signerWith('Ed25519');
    const stranger = signerWith('P-256');
    const signed = await addProof(badge(issuer.did), issuer, { cryptosuite: 'eddsa-rdfc-2022' });
    const padded = { ...signed, jobTitle: 'Head surgeon' };
    expect((await verified(padded)).report.unsignedPaths).toEqual(['/jobTitle']);
    const both = await addProof(padded, stranger, { cryptosuite: 'ecdsa-jcs-2019' });
    const { report, content } = await verified(both);
    expect(report.checks.integrity.code).toBe('signature-valid-in-part');
    expect(report.unsignedPaths).toEqual(['/jobTitle']);
    expect(content).toBe('signed');
  });
});

describe('a suite that is not known', () => {
  it('is named and leaves the others as they are', async () => {
    const signer = signerWith('Ed25519');
    const signed = await addProof(badge(signer.did), signer, { cryptosuite: 'eddsa-rdfc-2022' });
    const unknown = { ...(signed['proof'] as JsonObject), cryptosuite: 'mldsa44-rdfc-2024' };
    const both = { ...signed, proof: [signed['proof'] as JsonObject, unknown] };
    const { report } = await verified(both);
    expect(report.checks.integrity).toMatchObject({
      code: 'signature-valid-others-not-checked',
      evidence: { others: 'mldsa44-rdfc-2024' },
    });
    expect(await codeOf('integrity', { ...signed, proof: unknown }, trustIn(pack()))).toBe('suite-not-supported');
  });
});
