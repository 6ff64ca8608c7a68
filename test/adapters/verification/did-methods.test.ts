import { describe, expect, it } from 'vitest';
import { didWebUrl } from '../../../main/adapters/verification/did-methods/did-web.ts';
import { isPlainHttpsId } from '../../../main/adapters/verification/did-methods/https-issuer.ts';
import type { IssuerResolution } from '../../../main/adapters/verification/did-methods/issuer-document.ts';
import { resolveIssuer } from '../../../main/adapters/verification/did-methods/registry.ts';
import type { IssuerKey, IssuerPack } from '../../../main/core/ports.ts';
import type { JsonObject } from '../../../shared/model/json.ts';
import { didJwk, didKey, ed25519TestKey, p256TestKey, rsaTestKey } from '../../fixtures/signing/keys.ts';

const KEY = ed25519TestKey('lakeside');
const WEB = 'did:web:lakeside.example';
const key = (changes: Partial<IssuerKey> = {}): IssuerKey => ({
  id: '#key-1',
  type: 'Multikey',
  publicKey: KEY.multibase ?? '',
  validFrom: null,
  validUntil: null,
  ...changes,
});
const packOf = (parts: Partial<IssuerPack>): IssuerPack => ({
  ...{ sha256: '0'.repeat(64), version: '1', source: 'test', retrievedAt: '2026-11-01T00:00:00Z', expiresAt: null },
  ...{ publishers: [], entries: [], didDocuments: {}, statusLists: {}, contexts: {}, schemas: {} },
  ...parts,
});
const listing = (id: string, ...keys: readonly IssuerKey[]): IssuerPack =>
  packOf({ entries: [{ ids: [id], names: [], homepage: null, keys: keys.length === 0 ? [key()] : keys }] });
const withDocument = (document: JsonObject, id = WEB): IssuerPack =>
  packOf({ didDocuments: { [id]: { id, ...document } } });
const methodsOf = (resolution: IssuerResolution) => (resolution.state === 'found' ? resolution.document.methods : []);
/** Even a pack that lists the very id changes nothing about a form that deceives. */
const resolved = (id: string): IssuerResolution => resolveIssuer(id, [listing(id)]);

describe('did:web', () => {
  it.each([
    ['did:web:lakeside.example', 'https://lakeside.example/.well-known/did.json'],
    ['did:web:lakeside.example%3A8443', 'https://lakeside.example:8443/.well-known/did.json'],
    ['did:web:lakeside.example:dept:art', 'https://lakeside.example/dept/art/did.json'],
    ['did:web:lakeside.example%3A8443:dept', 'https://lakeside.example:8443/dept/did.json'],
    ['did:web:a-b.c1.example:~x:y.z:a_b', 'https://a-b.c1.example/~x/y.z/a_b/did.json'],
  ])('is looked for in the packs, and fetched by nobody but a person: %s', (id, url) => {
    expect(resolved(id).state).toBe('found');
    expect(resolveIssuer(id, [])).toEqual({ state: 'missing' });
    expect(didWebUrl(id)).toBe(url);
  });

  it.each([
    ['did:web:LAKESIDE.example', 'capital letters'],
    ['did:web:lakeside.Example', 'capital letters'],
    ['DID:web:lakeside.example', 'capital letters'],
    ['did:WEB:lakeside.example', 'capital letters'],
    ['did:web:lakeside.example.', 'dot at the end'],
    ['did:web:xn--lakesde-4ya.example', 'Punycode'],
    ['did:web:sub.xn--lakesde-4ya.example', 'Punycode'],
    ['did:web:lаkeside.example', 'beyond ASCII'],
    ['did:web:lakeside\u200b.example', 'beyond ASCII'],
    ['did:web:lakeside\u202e.example', 'beyond ASCII'],
    ['did:web:lakeside。example', 'beyond ASCII'],
    ['did:web:lakeside.example%3a8443', 'escaped'],
    ['did:web:lakeside.example%3A8443%3A1', 'escaped'],
    ['did:web:lakeside.example%2Fevil', 'escaped'],
    ['did:web:lakeside.example%3A443%2Fevil', 'port'],
    ['did:web:lakeside%2Eexample', 'escaped'],
    ['did:web:lakeside.example:%2e%2e:x', 'escaped'],
    ['did:web:lakeside.example%3A0443', 'port'],
    ['did:web:lakeside.example%3A99999', 'port'],
    ['did:web:lakeside.example%3A', 'port'],
    ['did:web:lakeside.example:..:other', 'path'],
    ['did:web:lakeside.example:.:other', 'path'],
    ['did:web:lakeside.example::other', 'path'],
    ['did:web:lakeside.example:a/b', 'path'],
    ['did:web:lakeside.example:a b', 'path'],
    ['did:web:user@lakeside.example', 'user name'],
    ['did:web:lakeside.example?versionId=1', 'query'],
    ['did:web:lakeside.example#key-1', 'fragment'],
    ['did:web:127.0.0.1', 'address of a machine'],
    ['did:web:lakeside.example.7', 'address of a machine'],
    ['did:web:localhost', 'top level'],
    ['did:web:-lakeside.example', 'domain'],
    ['did:web:lakeside..example', 'domain'],
    ['did:web:', 'domain'],
  ])('is refused in a form that deceives, whatever a pack lists: %s', (id, reason) => {
    expect(resolved(id)).toEqual({ state: 'refused', reason: expect.stringContaining(reason) });
    expect(didWebUrl(id)).toBeNull();
  });

  it('is found by exactly its id: no port, path or parent stands for another', () => {
    const held = listing(WEB);
    for (const id of [`${WEB}%3A443`, `${WEB}:a`, 'did:web:www.lakeside.example', 'https://lakeside.example']) {
      expect(resolveIssuer(id, [held]).state).toBe('missing');
    }
  });
});

describe('an issuer under a URL', () => {
  it.each([
    'https://lakeside.example',
    'https://lakeside.example/',
    'https://lakeside.example/issuers/1',
    'https://lakeside.example:8443/issuers?id=1',
    'http://lakeside.example/issuer',
    'https://lakeside.example/élan',
  ])('is looked for in the packs: %s', (id) => {
    expect(resolved(id).state).toBe('found');
    expect(resolveIssuer(id, [])).toEqual({ state: 'missing' });
  });

  it.each([
    ['https://LAKESIDE.example/issuer', 'capital letters'],
    ['HTTPS://lakeside.example/issuer', 'none'],
    ['https://user@lakeside.example/issuer', 'user name'],
    ['https://lakeside.example@evil.example/', 'user name'],
    ['https://xn--lakesde-4ya.example/issuer', 'Punycode'],
    ['https://lаkeside.example/issuer', 'beyond ASCII'],
    ['https://lakeside.example./issuer', 'dot at the end'],
    ['https://lakeside.example\\@evil.example/', 'backslashes'],
    ['https://lakeside.example/\tissuer', 'can’t be seen'],
    ['https://lakeside.example/iss\u200buer', 'can’t be seen'],
    [' https://lakeside.example/', 'none'],
    ['https://lakeside.example/a/../b', 'elsewhere'],
    ['https://lakeside.example/a/%2E%2e/b', 'elsewhere'],
    ['https://lakeside.example/./b', 'elsewhere'],
    ['https://lakeside.example:443/', 'port'],
    ['https://lakeside.example:08443/', 'port'],
    ['https://lakeside.example:/', 'port'],
    ['https://2130706433/', 'domain'],
    ['https://127.0.0.1/', 'address of a machine'],
    ['https://0x7f.1/', 'address of a machine'],
    ['https://[::1]/', 'none'],
    ['https:lakeside.example', 'none'],
    ['https:///lakeside.example', 'none'],
  ])('is refused where it says another place than it seems to: %s', (id, reason) => {
    const resolution = resolved(id);
    expect(resolution).toEqual({ state: 'refused', reason: expect.any(String) });
    if (resolution.state === 'refused' && reason !== 'none') expect(resolution.reason).toContain(reason);
    expect(isPlainHttpsId(id)).toBe(false);
  });

  it('is found by exactly its id: what normalising would make the same is not', () => {
    const held = listing('https://lakeside.example/issuer');
    for (const id of [
      'https://lakeside.example/issuer/',
      'https://lakeside.example/issuer#key-1',
      'https://lakeside.example/issuer?',
      'https://lakeside.example/Issuer',
      'https://lakeside.example/%69ssuer',
      'http://lakeside.example/issuer',
    ]) {
      expect(resolveIssuer(id, [held]).state).toBe('missing');
    }
  });

  it('is fetched by https alone', () => {
    expect(isPlainHttpsId('https://lakeside.example/issuer')).toBe(true);
    expect(isPlainHttpsId('http://lakeside.example/issuer')).toBe(false);
  });
});

describe('did:key and did:jwk', () => {
  it.each([
    [didKey(KEY).did, 'Ed25519'],
    [didKey(p256TestKey('lakeside')).did, 'P-256'],
    [didJwk(KEY).did, 'Ed25519'],
    [didJwk(p256TestKey('lakeside')).did, 'P-256'],
    [didJwk(rsaTestKey('nursing-board')).did, 'RSA'],
  ])('are their own key, which no pack can change: %#', (id, kind) => {
    const pack = listing(id, key({ publicKey: ed25519TestKey('stranger').multibase ?? '' }));
    expect(methodsOf(resolveIssuer(id, [pack])).map((method) => [method.kind, method.controller])).toEqual([
      [kind, id],
    ]);
  });

  const jwk = (text: string): string => `did:jwk:${Buffer.from(text).toString('base64url')}`;
  const { x } = KEY.publicJwk;
  it.each([
    ['another case of the method', didKey(KEY).did.replace('did:key', 'did:KEY')],
    ['another case of the scheme', didJwk(KEY).did.replace('did:', 'DID:')],
    ['another base', `did:key:u${Buffer.from('x'.repeat(34)).toString('base64url')}`],
    ['bytes left over', `${didKey(KEY).did}1`],
    ['a character that base58 lacks', didKey(KEY).did.replace('z6', 'z0')],
    ['nothing', 'did:key:'],
    ['a path', `${didKey(KEY).did}/a`],
    ['a field twice', jwk(`{"kty":"OKP","crv":"Ed25519","x":"AAAA","x":"${String(x)}"}`)],
    ['a private key', jwk(`{"kty":"OKP","crv":"Ed25519","x":"${String(x)}","d":"AAAA"}`)],
    ['a key to encrypt with', jwk(`{"kty":"OKP","crv":"Ed25519","x":"${String(x)}","use":"enc"}`)],
    ['padding', `${didJwk(KEY).did}=`],
    ['JSON that is no key', jwk('{}')],
    ['no JSON', jwk('x')],
  ])('are refused with %s', (_, id) => {
    expect(resolveIssuer(id, [listing(id)]).state).toBe('refused');
  });
});

describe('keys of a pack', () => {
  it('take the id in full, whether they give it in full, as a fragment or as a bare name', () => {
    const pack = listing(WEB, key({ id: `${WEB}#a` }), key({ id: '#b' }), key({ id: 'c' }));
    expect(methodsOf(resolveIssuer(WEB, [pack])).map((method) => method.id)).toEqual(
      ['a', 'b', 'c'].map((name) => `${WEB}#${name}`),
    );
  });

  it('come out of the newest pack that knows the id, by instant and not by spelling', () => {
    const older = { ...listing(WEB, key({ id: '#old' })), retrievedAt: '2026-11-01T23:00:00-05:00' };
    const newer = { ...listing(WEB, key({ id: '#new' })), retrievedAt: '2026-11-02T06:00:00Z' };
    const unrelated = { ...listing('did:web:other.example'), retrievedAt: '2026-11-20T00:00:00Z' };
    for (const packs of [
      [older, newer, unrelated],
      [newer, unrelated, older],
    ]) {
      expect(methodsOf(resolveIssuer(WEB, packs)).map((method) => method.id)).toEqual([`${WEB}#new`]);
    }
  });

  it('carry their window and their withdrawal', () => {
    const dates = { validFrom: '2026-01-01T00:00:00Z', validUntil: '2026-06-01T00:00:00Z' };
    const [method] = methodsOf(resolveIssuer(WEB, [listing(WEB, key({ ...dates, revoked: true }))]));
    expect(method).toMatchObject({ ...dates, revoked: true });
  });

  it.each([
    ['Multikey without a context', { type: 'Multikey', publicKeyMultibase: KEY.multibase ?? '' }],
    ['JsonWebKey', { type: 'JsonWebKey', publicKeyJwk: KEY.publicJwk }],
    ['Ed25519VerificationKey2020', { type: 'Ed25519VerificationKey2020', publicKeyMultibase: KEY.multibase ?? '' }],
  ])('are read from a DID document: %s', (_, method) => {
    const document = withDocument({
      verificationMethod: [{ id: '#k', controller: WEB, ...method }],
      assertionMethod: ['#k'],
    });
    const resolution = resolveIssuer(WEB, [document]);
    expect(methodsOf(resolution)).toMatchObject([{ id: `${WEB}#k`, kind: 'Ed25519', controller: WEB }]);
    expect(resolution.state === 'found' && resolution.document.assertionMethods).toEqual([`${WEB}#k`]);
  });

  it('are not read from a document that is another’s', () => {
    const document = {
      id: 'did:web:other.example',
      verificationMethod: [{ id: '#k', publicKeyMultibase: KEY.multibase ?? '' }],
    };
    expect(resolveIssuer(WEB, [packOf({ didDocuments: { [WEB]: document } })]).state).toBe('missing');
  });

  it('may stand in the document and in an entry, and count together', () => {
    const pack = {
      ...withDocument({
        verificationMethod: [{ id: '#a', publicKeyMultibase: KEY.multibase ?? '' }],
        assertionMethod: ['#a'],
      }),
      entries: listing(WEB, key({ id: '#b' })).entries,
    };
    const resolution = resolveIssuer(WEB, [pack]);
    expect(resolution.state === 'found' && resolution.document.assertionMethods).toEqual([`${WEB}#a`, `${WEB}#b`]);
  });
});
