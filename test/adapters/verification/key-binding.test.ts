import { describe, expect, it } from 'vitest';
import { resolveIssuer } from '../../../main/adapters/verification/did-methods/registry.ts';
import { keyFromJwk, keyFromMultibase } from '../../../main/adapters/verification/keys/verification-key.ts';
import type { IssuerPack } from '../../../main/core/ports.ts';
import type { JsonObject } from '../../../shared/model/json.ts';
import { signCredential } from '../../fixtures/signing/data-integrity.ts';
import { didJwk, didKey, p256TestKey, rsaTestKey } from '../../fixtures/signing/keys.ts';
import { signJwt } from '../../fixtures/signing/jwt.ts';
import {
  badge,
  codeOf,
  CREATED,
  ISSUER_KEY,
  pack,
  packKey,
  signedBadge,
  signedWebBadge,
  signerOf,
  STRANGER_KEY,
  trustIn,
  verified,
  WEB_ISSUER,
} from './example-credentials.ts';

/** P-384 from the did:key test vectors of the W3C CCG. */
const P384 = 'z82Lm1MpAkeJcix9K8TMiLd5NMAhnwkjjCBeWHXyu3U4oT2MVJJKXkcVBgjGhnLBn2Kaau9';

describe('keys of an id', () => {
  it.each([
    ['did:key with Ed25519', didKey(ISSUER_KEY).did, 'Ed25519'],
    ['did:key with P-256', didKey(p256TestKey('lakeside')).did, 'P-256'],
    ['did:key with P-384', `did:key:${P384}`, 'P-384'],
    ['did:jwk with Ed25519', didJwk(ISSUER_KEY).did, 'Ed25519'],
    ['did:jwk with P-256', didJwk(p256TestKey('lakeside')).did, 'P-256'],
    ['did:jwk with RSA', didJwk(rsaTestKey('nursing-board')).did, 'RSA'],
  ])('follow from the id itself: %s', (_, id, kind) => {
    const resolution = resolveIssuer(id, []);
    expect(resolution.state === 'found' && resolution.document.methods[0]?.kind).toBe(kind);
  });

  it.each(['did:key:z6Mk', 'did:key:zzz', 'did:key:u6Mk', 'did:jwk:e30', 'did:jwk:!', 'did:jwk:'])(
    'are none where the id is no key: %s',
    (id) => {
      expect(resolveIssuer(id, [])).toMatchObject({ state: 'refused' });
    },
  );

  it('give the same key in every form', () => {
    const key = p256TestKey('lakeside');
    const jwk = keyFromMultibase(key.multibase ?? '')?.key?.export({ format: 'jwk' });
    expect(jwk).toEqual(keyFromJwk(key.publicJwk)?.key.export({ format: 'jwk' }));
  });

  it.each([
    'did:web:lakeside.example%3A443%2Fevil',
    'did:web:LAKESIDE.example',
    'did:web:lakeside.example.',
    'did:web:xn--lakesde-4ya.example',
    'did:web:lаkeside.example',
    'did:web:lakeside.example:..:other',
    'https://LAKESIDE.example/issuer',
    'https://user@lakeside.example/issuer',
    'https://xn--lakesde-4ya.example/issuer',
    'https://lakeside.example./issuer',
  ])('are not looked for under an id that deceives: %s', (id) => {
    const listed = pack({
      entries: [{ ids: [id], names: [], homepage: null, keys: [packKey({ id: `${id}#key-1` })] }],
    });
    expect(resolveIssuer(id, [listed])).toMatchObject({ state: 'refused' });
  });

  it('come out of a pack for did:web with a port and a path, https, and any other id', () => {
    for (const id of ['did:web:lakeside.example%3A8443:dept:art', 'https://lakeside.example/issuers/1', 'urn:uuid:7']) {
      const listed = pack({ entries: [{ ids: [id], names: [], homepage: null, keys: [packKey({ id: '#key-1' })] }] });
      const resolution = resolveIssuer(id, [listed]);
      expect(resolution.state === 'found' && resolution.document.methods[0]?.id).toBe(`${id}#key-1`);
    }
  });
});

describe('the key of a credential', () => {
  const bound = (listed: IssuerPack, created = CREATED): Promise<string> =>
    signedWebBadge({}, created).then((json) => codeOf('key-binding', json, trustIn(listed)));
  const withKey = (changes: Partial<IssuerPack['entries'][number]['keys'][number]>): IssuerPack =>
    pack({ entries: [{ ids: [WEB_ISSUER], names: ['Lakeside College'], homepage: null, keys: [packKey(changes)] }] });

  it('is the issuer’s where the issuer is the key', async () => {
    expect(await codeOf('key-binding', await signedBadge())).toBe('key-is-issuer');
  });

  it('is the issuer’s where a pack says so', async () => {
    const credential = await verified(await signedWebBadge(), trustIn(pack()));
    expect(credential.report).toMatchObject({ verdict: 'verified', recognition: 'recognised' });
    expect(credential.report.checks['key-binding']).toMatchObject({
      code: 'key-of-issuer',
      asOf: '2026-11-01T00:00:00Z',
    });
  });

  it('can’t be judged without a pack, however the file vouches for itself', async () => {
    const credential = await verified(await signedWebBadge());
    expect(credential.report.verdict).toBe('cannot-verify-offline');
    expect(credential.content).toBe('claimed');
    const url = 'https://lakeside.example/issuer';
    const own = { key: ISSUER_KEY, verificationMethod: `${url}#${ISSUER_KEY.multibase}` };
    const forged = await verified(await signCredential(badge(url), own, 'eddsa-rdfc-2022', CREATED));
    expect(forged.report.checks).toMatchObject({
      integrity: { code: 'key-unavailable' },
      'key-binding': { code: 'issuer-document-missing' },
    });
  });

  it('fails where somebody else’s key signs in the name of a known or of an unknown issuer', async () => {
    for (const issuer of [WEB_ISSUER, 'https://elsewhere.example', 'urn:uuid:7']) {
      const forged = await signCredential(badge(issuer), signerOf(STRANGER_KEY), 'eddsa-rdfc-2022', CREATED);
      const credential = await verified(forged, trustIn(pack()));
      expect(credential.report.checks['key-binding'].code).toBe('key-of-somebody-else');
      expect(credential.report).toMatchObject({ verdict: 'not-valid', recognition: 'unknown' });
    }
  });

  it('fails under the name of the issuer’s key with another key', async () => {
    const forger = { key: STRANGER_KEY, verificationMethod: `${WEB_ISSUER}#key-1` };
    const forged = await signCredential(badge(WEB_ISSUER), forger, 'eddsa-rdfc-2022', CREATED);
    expect(await codeOf('integrity', forged, trustIn(pack()))).toBe('signature-invalid');
    const unlisted = { key: STRANGER_KEY, verificationMethod: `${WEB_ISSUER}#key-2` };
    const other = await signCredential(badge(WEB_ISSUER), unlisted, 'eddsa-rdfc-2022', CREATED);
    expect(await codeOf('integrity', other, trustIn(pack()))).toBe('key-nonexistent');
  });

  it.each([
    [{ validUntil: '2026-01-04T00:00:00Z' }, 'key-outside-window'],
    [{ validFrom: '2026-01-06T00:00:00Z' }, 'key-outside-window'],
    [{ validFrom: '2026-01-01T00:00:00Z', validUntil: '2026-02-01T00:00:00Z' }, 'key-of-issuer'],
  ])('counts only in the time in which it was used: %j', async (changes, expected) => {
    expect(await bound(withKey(changes))).toBe(expected);
  });

  it('holds for what a key signed before it was replaced, and for nothing after', async () => {
    const rotated = pack({
      entries: [
        {
          ids: [WEB_ISSUER],
          names: ['Lakeside College'],
          homepage: null,
          keys: [
            packKey({ validFrom: '2025-01-01T00:00:00Z', validUntil: '2026-01-05T00:00:00Z' }),
            packKey({ id: '#key-2', publicKey: STRANGER_KEY.multibase ?? '', validFrom: '2026-01-05T00:00:00Z' }),
          ],
        },
      ],
    });
    expect(await bound(rotated, '2026-01-04T12:00:00Z')).toBe('key-of-issuer');
    expect(await bound(rotated, '2026-01-05T00:00:00Z')).toBe('key-of-issuer');
    expect(await bound(rotated, '2026-01-05T00:00:01Z')).toBe('key-outside-window');
    expect(await bound(rotated, '2024-12-31T23:59:59Z')).toBe('key-outside-window');
    const current = { key: STRANGER_KEY, verificationMethod: `${WEB_ISSUER}#key-2` };
    const later = await signCredential(badge(WEB_ISSUER), current, 'eddsa-rdfc-2022', '2026-02-01T00:00:00Z');
    expect(await codeOf('key-binding', later, trustIn(rotated))).toBe('key-of-issuer');
    // The new key under the old one's name, and the other way round, are neither.
    const swapped = { key: STRANGER_KEY, verificationMethod: `${WEB_ISSUER}#key-1` };
    const forged = await signCredential(badge(WEB_ISSUER), swapped, 'eddsa-rdfc-2022', '2026-01-04T12:00:00Z');
    expect(await codeOf('integrity', forged, trustIn(rotated))).toBe('signature-invalid');
  });

  it('holds for nothing where the pack says that the key was withdrawn', async () => {
    expect(await bound(withKey({ revoked: true }))).toBe('key-revoked');
    const ended = { revoked: true, validUntil: '2027-01-01T00:00:00Z' };
    expect(await bound(withKey(ended))).toBe('key-revoked');
  });

  it('is the same key as Multikey and as JWK', async () => {
    expect(await bound(withKey({ type: 'JsonWebKey', publicKey: ISSUER_KEY.publicJwk }))).toBe('key-of-issuer');
  });

  it('says what deceives in an issuer’s id', async () => {
    const id = 'did:web:Lakeside.example';
    const signed = await signCredential(badge(id), signerOf(ISSUER_KEY, id), 'eddsa-rdfc-2022', CREATED);
    const { report } = await verified(
      signed,
      trustIn(pack({ entries: [{ ids: [id], names: [], homepage: null, keys: [packKey()] }] })),
    );
    expect(report.checks['key-binding']).toMatchObject({
      code: 'issuer-id-deceptive',
      message:
        'The issuer’s identifier is written in a form that can deceive (capital letters in the domain): did:web:Lakeside.example.',
    });
    expect(report.verdict).toBe('not-valid');
  });

  it('must be meant for assertions, controlled by the issuer and not revoked, by the DID document', async () => {
    const method = {
      id: `${WEB_ISSUER}#key-1`,
      type: 'Multikey',
      controller: WEB_ISSUER,
      publicKeyMultibase: ISSUER_KEY.multibase ?? '',
    };
    const document = (changes: object, assertion: readonly string[] = [method.id]): IssuerPack =>
      pack({
        entries: [],
        didDocuments: {
          [WEB_ISSUER]: { id: WEB_ISSUER, verificationMethod: [{ ...method, ...changes }], assertionMethod: assertion },
        },
      });
    expect(await bound(document({}))).toBe('key-of-issuer');
    expect(await bound(document({ id: '#key-1' }, ['#key-1']))).toBe('key-of-issuer');
    expect(await bound(document({}, []))).toBe('key-not-for-assertions');
    expect(await bound(document({ controller: 'did:web:other.example' }))).toBe('key-of-somebody-else');
    expect(await bound(document({ revoked: '2026-06-01T00:00:00Z' }))).toBe('key-revoked');
  });

  it('may be named by a did:key without its fragment', async () => {
    const { did } = signerOf(ISSUER_KEY);
    const json = await signCredential(
      badge(did),
      { key: ISSUER_KEY, verificationMethod: did },
      'eddsa-rdfc-2022',
      CREATED,
    );
    expect(await codeOf('key-binding', json)).toBe('key-is-issuer');
  });
});

describe('the key of a JWT', () => {
  const signer = signerOf(ISSUER_KEY);
  const jwt = (header: object = {}, payload: object = {}): string =>
    signJwt({ ...badge(signer.did), iss: signer.did, ...payload }, signer, header as Record<string, string>);

  it('is found by kid, by its fragment, or among the issuer’s keys where none is named', async () => {
    for (const header of [{}, { kid: `#${ISSUER_KEY.multibase}` }, { kid: undefined }]) {
      const credential = await verified(JSON.parse(JSON.stringify(jwt(header as object))) as string);
      expect(credential.report.checks).toMatchObject({
        integrity: { code: 'signature-valid' },
        'key-binding': { code: 'key-is-issuer' },
      });
    }
  });

  it('is never the one that the header brings along', async () => {
    const stranger = signerOf(STRANGER_KEY);
    const token = (header: JsonObject): string =>
      signJwt({ ...badge(signer.did), iss: signer.did }, stranger, { kid: signer.verificationMethod, ...header });
    for (const header of [{ jwk: STRANGER_KEY.publicJwk }, { x5c: ['MIIB'] }]) {
      expect(await codeOf('integrity', token(header))).toBe('signature-invalid');
    }
    for (const header of [{ jku: 'https://x.example/keys' }, { x5u: 'https://x.example' }]) {
      expect(await codeOf('integrity', token(header))).toBe('jwt-header-refused');
    }
  });

  it.each([
    ['none', 'jwt-algorithm-refused'],
    ['HS256', 'jwt-algorithm-refused'],
    ['ES256', 'key-kind-mismatch'],
    ['RS256', 'key-kind-mismatch'],
    ['ES256K', 'suite-not-supported'],
    ['toString', 'suite-not-supported'],
  ])('does not go with the method %s', async (alg, expected) => {
    expect(await codeOf('integrity', jwt({ alg }))).toBe(expected);
  });

  it('is not looked at where the header demands what is not known', async () => {
    expect(await codeOf('integrity', jwt({ crit: ['exp'] }))).toBe('jwt-header-not-understood');
  });

  it.each([
    [{ iss: 'did:web:other.example' }, 'jwt-claims-disagree'],
    [{ sub: 'did:key:z6MkOther' }, 'jwt-claims-disagree'],
    [{ jti: 'urn:uuid:other' }, 'jwt-claims-disagree'],
    [{ nbf: Date.parse('2026-01-06T00:00:00Z') / 1000 }, 'jwt-claims-disagree'],
    [{ nbf: Date.parse('2026-01-05T00:00:00Z') / 1000 }, 'signature-valid'],
    [{ exp: Date.parse('2027-01-01T00:00:00Z') / 1000 }, 'signature-valid'],
  ])('signs claims that must not contradict the credential: %j', async (claims, expected) => {
    expect(await codeOf('integrity', jwt({}, claims))).toBe(expected);
  });
});
