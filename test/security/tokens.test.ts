import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Credential } from '../../shared/model/credential.ts';
import type { Json, JsonObject } from '../../shared/model/json.ts';
import { awardCredential } from '../fixtures/content/award.ts';
import { ISSUERS } from '../fixtures/content/issuers.ts';
import { utf8 } from '../fixtures/content/secure.ts';
import { openBadgePayload, signJwt, vcClaimPayload } from '../fixtures/signing/jwt.ts';
import { base64url, didKey, ed25519TestKey, p256TestKey } from '../fixtures/signing/keys.ts';
import { verify } from './sample-trust.ts';
import { textOf } from './specimens.ts';

const FORGER = ed25519TestKey('forger');
const AS_FORGER = { key: FORGER, ...didKey(FORGER) };
const TALLYROOK = ISSUERS.tallyrook.token ?? never();
const HARBOURLIGHT = ISSUERS.harbourlight.token;
const CREDENTIAL = awardCredential({ definition: 'dashboards', on: '2025-03-19' }, {}, 'tokens', '2.0');
const PAYLOAD = openBadgePayload(CREDENTIAL);

describe('a token of a known issuer', () => {
  it('proves itself when its issuer signed it', async () => {
    const credential = await only(signJwt(PAYLOAD, HARBOURLIGHT));
    expect(credential.report.verdict).toBe('verified');
  });

  it.each(['none', 'None', 'NONE', 'nOnE'])('is refused with the algorithm %s', async (alg) => {
    const credential = await only(`${encode({ alg })}.${encode(PAYLOAD)}.`);
    expect(credential.report.checks.integrity).toMatchObject({ state: 'fail', code: 'jwt-algorithm-refused' });
    expect(credential.content).toBe('withheld');
  });

  it.each(['HS256', 'HS384', 'HS512'])('is refused with %s, whose secret would be the public key', async (alg) => {
    const input = `${encode({ alg, kid: HARBOURLIGHT.verificationMethod })}.${encode(PAYLOAD)}`;
    const secret = Buffer.from(String(HARBOURLIGHT.key.publicJwk['x']), 'base64url');
    const hash = createHmac(alg.replace('HS', 'sha'), secret).update(input).digest();
    const credential = await only(`${input}.${base64url(hash)}`);
    expect(credential.report.checks.integrity).toMatchObject({ state: 'fail', code: 'jwt-algorithm-refused' });
  });

  it.each([
    ['jwk', FORGER.publicJwk, 'signature-invalid'],
    ['jku', 'https://forger.example/keys.json', 'jwt-header-refused'],
    ['x5u', 'https://forger.example/chain.pem', 'jwt-header-refused'],
    ['x5c', ['MIIB'], 'signature-invalid'],
  ] satisfies [string, Json, string][])(
    'is not proven by a key that the header brings along (%s)',
    async (...given) => {
      const [member, value, code] = given;
      const forged = { key: FORGER, verificationMethod: HARBOURLIGHT.verificationMethod };
      const credential = await only(signJwt(PAYLOAD, forged, { [member]: value }));
      expect(credential.report.checks.integrity).toMatchObject({ state: 'fail', code });
      const unnamed = await only(signJwt(PAYLOAD, forged, { [member]: value, kid: null }));
      expect(unnamed.report.checks.integrity.state).not.toBe('pass');
      expect(unnamed.content).not.toBe('signed');
    },
  );

  it('is not proven by the key of another issuer', async () => {
    const credential = await only(signJwt(PAYLOAD, TALLYROOK));
    expect(credential.report.checks['key-binding']).toMatchObject({ state: 'fail', code: 'key-of-somebody-else' });
    expect(credential.report.verdict).toBe('not-valid');
  });

  it('is not proven by the forger’s own key', async () => {
    const credential = await only(signJwt(PAYLOAD, AS_FORGER));
    expect(credential.report.checks['key-binding']).toMatchObject({ state: 'fail', code: 'key-of-somebody-else' });
  });

  it('is refused when its key is asked to do another algorithm', async () => {
    const confused = {
      key: { ...p256TestKey('northmoor token'), algorithm: 'RS256' as const },
      verificationMethod: HARBOURLIGHT.verificationMethod,
    };
    const credential = await only(signJwt(PAYLOAD, confused));
    expect(credential.report.checks.integrity).toMatchObject({ state: 'fail', code: 'key-kind-mismatch' });
  });

  it('is not judged where its header demands what we do not know', async () => {
    const credential = await only(signJwt(PAYLOAD, HARBOURLIGHT, { crit: ['exp'], exp: 1 }));
    expect(credential.report.checks.integrity).toMatchObject({
      state: 'not-checked',
      code: 'jwt-header-not-understood',
    });
  });
});

describe('claims of a token', () => {
  const other = '2025-12-24T00:00:00Z';
  it.each([
    ['iss', ISSUERS.northmoor.id],
    ['jti', 'urn:uuid:00000000-0000-8000-8000-000000000000'],
    ['nbf', Date.parse(other) / 1000],
  ] satisfies [string, Json][])('must not say otherwise than the credential: %s', async (claim, value) => {
    for (const payload of [PAYLOAD, vcClaimPayload(CREDENTIAL)]) {
      const credential = await only(signJwt({ ...payload, [claim]: value }, HARBOURLIGHT));
      expect(credential.report.verdict).toBe('not-valid');
      expect(credential.content).toBe('withheld');
    }
  });

  it('end the validity even where the credential names no end', async () => {
    const credential = await only(
      signJwt({ ...PAYLOAD, exp: Date.parse('2026-01-01T00:00:00Z') / 1000 }, HARBOURLIGHT),
    );
    expect(credential.report.checks.validity).toMatchObject({ state: 'fail', code: 'expired' });
  });

  it('are refused when one stands twice', async () => {
    const twice = JSON.stringify(PAYLOAD).replace(/^\{/, '{"name":"Astronaut Licence",');
    const input = `${encode({ alg: 'EdDSA', kid: HARBOURLIGHT.verificationMethod })}.${base64url(utf8(twice))}`;
    const token = `${input}.${base64url(HARBOURLIGHT.key.sign(utf8(input)))}`;
    const { credentials, problems } = await verify(textOf('credential.jwt', token));
    expect(credentials).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual(['duplicate-json-key']);
  });
});

async function only(token: string): Promise<Credential> {
  const { credentials, problems } = await verify(textOf('credential.jwt', token));
  expect(problems).toEqual([]);
  const [credential] = credentials;
  if (credential === undefined || credentials.length > 1) throw new Error('Expected one credential');
  return credential;
}

const encode = (value: JsonObject): string => base64url(utf8(JSON.stringify(value)));

function never(): never {
  throw new Error('No key');
}
