import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../shared/model/json.ts';
import { CREDENTIALS_V1, CREDENTIALS_V2, OPEN_BADGES_3 } from '../../fixtures/signing/contexts.ts';
import { openBadgePayload, signJwt, vcClaimPayload } from '../../fixtures/signing/jwt.ts';
import { base64url, didKey, ed25519TestKey } from '../../fixtures/signing/keys.ts';
import {
  badge,
  codeOf,
  HOLDER,
  ISSUER_KEY,
  NOBODY,
  signerOf,
  STRANGER_KEY,
  trustIn,
  verified,
  verifyJson,
} from './example-credentials.ts';

const ISSUER = signerOf(ISSUER_KEY);
const BADGE = badge(ISSUER.did);
const HOLDER_KEY = ed25519TestKey('holder');
const PRESENTER = { key: HOLDER_KEY, ...didKey(HOLDER_KEY) };

const token = (header: JsonObject = {}, payload: JsonObject = BADGE): string => signJwt(payload, ISSUER, header);

describe('a token that is a credential', () => {
  it.each<[string, string]>([
    ['VC-JOSE-COSE: the payload is the credential', token({ typ: 'vc+jwt', cty: 'vc' })],
    ['the same with the type of an earlier draft', token({ typ: 'vc+ld+jwt' })],
    ['the same with its media type in full', token({ typ: 'application/vc+jwt' })],
    ['Open Badges 3.0: the credential with registered claims', token({ typ: 'JWT' }, openBadgePayload(BADGE))],
    ['a claim vc, as in VCDM 1.1', token({}, vcClaimPayload(BADGE))],
    ['without a type', token({ typ: 'JWT' })],
    ['with line breaks around it', `\n  ${token()}\r\n`],
  ])('is read and verified: %s', async (_what, text) => {
    const credential = await verified(text);
    expect(credential).toMatchObject({ content: 'signed', achievement: { name: { text: 'Weaving' } } });
    expect(credential.report.checks.integrity.code).toBe('signature-valid');
  });

  it.each([
    'vp+jwt',
    'kb+jwt',
    'dc+sd-jwt',
    'at+jwt',
    'openid4vci-proof+jwt',
    'statuslist+jwt',
    'dpop+jwt',
    'application/AT+JWT',
  ])('is none where it was signed as %s', async (typ) => {
    const credential = await verified(token({ typ }));
    expect(credential).toMatchObject({ content: 'withheld', report: { verdict: 'not-valid' } });
    expect(credential.report.checks.integrity.code).toBe('token-of-another-kind');
  });

  it.each<[string, JsonObject, string]>([
    ['a type that nobody knows', { typ: 'badge+jwt' }, 'jwt-header-not-understood'],
    ['a type that is no text', { typ: 7 }, 'jwt-header-not-understood'],
    ['a token inside', { cty: 'JWT' }, 'jwt-header-not-understood'],
    ['an extension that must be understood', { crit: ['exp'], exp: 1 }, 'jwt-header-not-understood'],
    ['a payload that is not encoded', { crit: ['b64'], b64: false }, 'jwt-header-not-understood'],
    ['the address of a key', { jku: 'https://keys.example' }, 'jwt-header-refused'],
    ['the address of a certificate', { x5u: 'https://keys.example' }, 'jwt-header-refused'],
    ['no signature', { alg: 'none' }, 'jwt-algorithm-refused'],
    ['no signature, in other letters', { alg: 'nOnE' }, 'jwt-algorithm-refused'],
    ['a shared secret', { alg: 'HS512' }, 'jwt-algorithm-refused'],
    ['a method that is no text', { alg: ['EdDSA'] }, 'jwt-algorithm-refused'],
    ['a method of another key', { alg: 'PS256' }, 'key-kind-mismatch'],
    ['a method with SHA-1', { alg: 'RS1' }, 'suite-not-supported'],
  ])('is not believed where its header has %s', async (_what, header, code) => {
    const { report } = await verified(token(header));
    expect(report.checks.integrity.code).toBe(code);
    expect(report.verdict).not.toBe('verified');
  });

  it('names what its header demands', async () => {
    const { report } = await verified(token({ crit: ['https://example.org/x'] }));
    expect(report.checks.integrity.message).toContain('https://example.org/x');
  });

  it.each<[string, JsonObject, string]>([
    ['an end that is no number', { exp: '1' }, 'proof-malformed'],
    ['a beginning that is no number', { nbf: null }, 'proof-malformed'],
    ['a date beyond all dates', { iat: 1e300 }, 'proof-malformed'],
    ['another issuer', { iss: 'did:web:other.example' }, 'jwt-claims-disagree'],
    ['another id', { jti: 'urn:uuid:other' }, 'jwt-claims-disagree'],
    ['another person', { sub: 'did:example:other' }, 'jwt-claims-disagree'],
    [
      'an end that the credential does not have',
      { validUntil: '2030-01-01T00:00:00Z', exp: 1e9 },
      'jwt-claims-disagree',
    ],
    [
      'none of its several persons',
      { credentialSubject: [{ id: 'did:example:a' }, { id: 'did:example:b' }], sub: 'did:example:c' },
      'jwt-claims-disagree',
    ],
    [
      'one of its several persons',
      { credentialSubject: [{ id: 'did:example:a' }, { id: 'did:example:b' }], sub: 'did:example:b' },
      'signature-valid',
    ],
  ])('is held to what its claims say: %s', async (_what, claims, code) => {
    expect(await codeOf('integrity', token({}, { ...BADGE, ...claims }))).toBe(code);
  });

  it('holds no second credential inside where it is one itself', async () => {
    const both = { ...BADGE, vc: badge(ISSUER.did, { name: 'Another' }) };
    expect(await codeOf('integrity', token({ typ: 'vc+jwt' }, both))).toBe('proof-malformed');
  });

  it.each<[string, string]>([
    ['a claim stands twice', jws('{"alg":"EdDSA"}', '{"iss":"a","iss":"b"}')],
    ['a header parameter stands twice', jws('{"alg":"EdDSA","alg":"none"}', JSON.stringify(BADGE))],
  ])('is refused where %s', async (_what, text) => {
    expect((await verifyJson(text)).problems).toMatchObject([{ code: 'duplicate-json-key' }]);
  });

  it('has one text only: bits that no decoder looks at are not taken', async () => {
    const [header = '', payload = '', signature = ''] = token().split('.');
    const last = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const other = last.charAt(last.indexOf(signature.slice(-1)) ^ 1);
    const same = `${signature.slice(0, -1)}${other}`;
    expect(Buffer.from(same, 'base64url')).toEqual(Buffer.from(signature, 'base64url'));
    expect((await verifyJson(`${header}.${payload}.${same}`)).problems).toMatchObject([
      { code: 'jwt-malformed', params: { reason: 'signature' } },
    ]);
  });
});

describe('an enveloped credential', () => {
  const envelope = (type: string, text: string, kind = 'EnvelopedVerifiableCredential'): JsonObject => ({
    '@context': CREDENTIALS_V2,
    id: `data:application/${type},${text}`,
    type: kind,
  });
  const presentation = (credentials: readonly JsonObject[]): JsonObject => ({
    '@context': [CREDENTIALS_V2],
    type: ['VerifiablePresentation'],
    holder: HOLDER,
    verifiableCredential: credentials,
  });

  it('is that of the token in its id', async () => {
    for (const type of ['vc+jwt', 'vc+ld+jwt', 'jwt', 'vc+jwt;charset=utf-8']) {
      expect(await verified(envelope(type, token({ typ: 'vc+jwt' })))).toMatchObject({ content: 'signed' });
    }
  });

  it('is not read from an address or from other data', async () => {
    for (const id of ['https://x.example', 'data:text/html,<b>', `data:application/vc+jwt;base64,${token()}`, 7]) {
      const json = { ...envelope('vc+jwt', ''), id };
      expect((await verifyJson(json)).problems).toMatchObject([
        { code: 'jwt-malformed', params: { reason: 'envelope' } },
      ]);
    }
  });

  it('travels in a presentation that is itself a token, enveloped or plain', async () => {
    const inside = presentation([envelope('vc+jwt', token({ typ: 'vc+jwt' }))]);
    const signed = signJwt(inside, PRESENTER, { typ: 'vp+jwt' });
    for (const text of [signed, envelope('vp+jwt', signed, 'EnvelopedVerifiablePresentation')]) {
      const { report, content } = await verified(text);
      expect(content).toBe('signed');
      expect(report.checks.holder.code).toBe('holder-proved-earlier');
    }
  });

  it('is not shown to be the candidate’s by a token of another kind, or by one that somebody else signed', async () => {
    const inside = presentation([envelope('vc+jwt', token({ typ: 'vc+jwt' }))]);
    const holderOf = async (text: string): Promise<string> => codeOf('holder', text, trustIn(), NOBODY);
    expect(await holderOf(signJwt(inside, PRESENTER, { typ: 'vc+jwt' }))).toBe('holder-presentation-broken');
    expect(await holderOf(signJwt(inside, PRESENTER, { typ: 'kb+jwt' }))).toBe('holder-presentation-broken');
    expect(await holderOf(signJwt(inside, PRESENTER, { jku: 'https://x.example' }))).toBe('holder-presentation-broken');
    const thief = { ...signerOf(STRANGER_KEY), did: HOLDER };
    expect(await holderOf(signJwt(inside, thief, { typ: 'vp+jwt' }))).toBe('holder-presentation-broken');
  });

  it('of VCDM 1.1 gets from the claims what its vc leaves out', async () => {
    const { issuer: _1, validFrom: _2, ...rest } = BADGE;
    const vc = { ...rest, '@context': [CREDENTIALS_V1, OPEN_BADGES_3] };
    const { report, issuer, validFrom } = await verified(token({}, { vc, iss: ISSUER.did, nbf: 1_767_571_200 }));
    expect({ issuer: issuer.id, validFrom }).toEqual({ issuer: ISSUER.did, validFrom: '2026-01-05T00:00:00Z' });
    expect(report.checks['key-binding'].code).toBe('key-is-issuer');
  });
});

function jws(header: string, payload: string): string {
  return `${base64url(Buffer.from(header))}.${base64url(Buffer.from(payload))}.AAAA`;
}
