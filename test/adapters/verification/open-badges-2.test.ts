import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { IssuerPack } from '../../../main/core/ports.ts';
import { verifyFile } from '../../../main/engine/verify-file.ts';
import type { JsonObject } from '../../../shared/model/json.ts';
import { bakePng } from '../../fixtures/signing/bake.ts';
import { drawBadgePng } from '../../fixtures/signing/draw-badge.ts';
import { signJwt } from '../../fixtures/signing/jwt.ts';
import { rsaTestKey } from '../../fixtures/signing/keys.ts';
import { signAssertion } from '../../fixtures/signing/open-badges-2.ts';
import { png as pngOf, svg as svgOf } from '../formats/build-containers.ts';
import {
  changed,
  codeOf,
  NOBODY,
  pack,
  packKey,
  STRANGER_KEY,
  trustIn,
  verified,
  verifyJson,
} from './example-credentials.ts';

const ISSUER = 'https://lakeside.example/issuer';
const KEY_ID = 'https://lakeside.example/keys/1';
const LIST = 'https://lakeside.example/revoked';
const KEY = rsaTestKey('nursing-board');
const SIGNER = { key: KEY, verificationMethod: KEY_ID };
const EMAIL = 'amber.sample@example.org';

const ASSERTION: JsonObject = {
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Assertion',
  id: 'https://lakeside.example/assertions/7',
  recipient: {
    type: 'email',
    hashed: true,
    salt: 'pepper',
    identity: `sha256$${createHash('sha256').update(`${EMAIL}pepper`).digest('hex')}`,
  },
  issuedOn: '2026-01-05T00:00:00Z',
  verification: { type: 'HostedBadge' },
  badge: {
    type: 'BadgeClass',
    id: 'https://lakeside.example/badges/weaving',
    name: 'Weaving',
    description: 'Weaves baskets of willow.',
    criteria: { narrative: 'Three baskets.' },
    issuer: { type: 'Profile', id: ISSUER, name: 'Lakeside College', url: 'https://lakeside.example' },
  },
};

const entry = { ids: [ISSUER], names: ['Lakeside College'], homepage: null };
const key = packKey({ id: KEY_ID, type: 'JsonWebKey', publicKey: KEY.publicJwk });
const listed = (parts: Partial<IssuerPack> = {}): IssuerPack =>
  pack({ entries: [{ ...entry, keys: [key] }], ...parts });
const TRUST = trustIn(listed());
const signed = (changes: JsonObject = {}, header: JsonObject = {}): string =>
  signAssertion({ ...ASSERTION, ...changes }, SIGNER, header);

describe('a signed Open Badges 2.0 assertion', () => {
  it('is verified with the key that a pack has under the name that the badge gives', async () => {
    const credential = await verified(signed(), TRUST, { emails: [EMAIL], subjectIds: [] });
    expect(credential).toMatchObject({
      standard: 'open-badges-2.0',
      content: 'signed',
      issuer: { id: ISSUER, name: 'Lakeside College' },
      achievement: { name: { text: 'Weaving', pointer: '/badge/name' } },
    });
    expect(credential.report).toMatchObject({ verdict: 'verified', recognition: 'recognised' });
    expect(credential.report.checks).toMatchObject({
      integrity: { code: 'signature-valid' },
      'key-binding': { code: 'key-of-issuer' },
      issuer: { code: 'issuer-recognised' },
      holder: { code: 'holder-email-matches' },
    });
  });

  it('travels baked into pictures', async () => {
    const look = { ground: [10, 20, 30], mark: [200, 210, 220], points: 5 } as const;
    const text = signed();
    const files = [
      pngOf([{ type: 'iTXt', keyword: 'openbadges', text }]),
      pngOf([{ type: 'tEXt', keyword: 'openbadges', text }]),
      svgOf(`<openbadges:assertion verify="${text}"/>`),
      { name: 'a.png', bytes: bakePng(drawBadgePng(look), text) },
    ];
    for (const file of files) {
      const [credential] = (await verifyFile(file, NOBODY, TRUST)).credentials;
      expect(credential, file.name).toMatchObject({ standard: 'open-badges-2.0', report: { verdict: 'verified' } });
    }
  });

  it('of which only the badge’s address is known has the issuer whose key it is', async () => {
    const credential = await verified(signed({ badge: 'https://lakeside.example/badges/weaving' }), TRUST);
    expect(credential).toMatchObject({
      issuer: { id: ISSUER, name: 'Lakeside College' },
      achievement: { id: 'https://lakeside.example/badges/weaving', name: null },
      report: { verdict: 'verified' },
    });
    const unknown = await verified(signed({ badge: 'https://lakeside.example/badges/weaving' }));
    expect(unknown).toMatchObject({ issuer: { id: null }, report: { verdict: 'cannot-verify-offline' } });
  });

  it('of version 1 names its key in verify.url', async () => {
    const { verification: _1, type: _2, id: _3, issuedOn: _4, ...rest } = ASSERTION;
    const old = { ...rest, uid: '7', issuedOn: 1_767_571_200, verify: { type: 'signed', url: KEY_ID } };
    const credential = await verified(signJwt(old, { key: KEY, verificationMethod: '' }, { kid: KEY_ID }), TRUST);
    expect(credential).toMatchObject({ validFrom: '2026-01-05T00:00:00Z', report: { verdict: 'verified' } });
  });

  it('can’t be checked without a pack, whatever key it brings along', async () => {
    const own = { ...SIGNER, verificationMethod: KEY_ID };
    const token = signAssertion(ASSERTION, own, { jwk: KEY.publicJwk });
    expect((await verified(token)).report).toMatchObject({
      verdict: 'cannot-verify-offline',
      checks: { integrity: { code: 'key-unavailable' }, 'key-binding': { code: 'issuer-document-missing' } },
    });
  });

  it.each<[string, string, string, string]>([
    ['a key that is not the issuer’s', forged(), 'integrity', 'signature-invalid'],
    ['the name of a key that the issuer does not have', renamed(), 'key-binding', 'key-of-somebody-else'],
    ['another method than that of its key', signed({}, { alg: 'ES256' }), 'integrity', 'key-kind-mismatch'],
    ['no method', signed({}, { alg: 'none' }), 'integrity', 'jwt-algorithm-refused'],
    ['the public key as a shared secret', signed({}, { alg: 'HS256' }), 'integrity', 'jwt-algorithm-refused'],
    ['the type of another token', signed({}, { typ: 'kb+jwt' }), 'integrity', 'token-of-another-kind'],
    ['the address of a key', signed({}, { jku: 'https://lakeside.example/keys' }), 'integrity', 'jwt-header-refused'],
  ])('is not valid with %s', async (_what, token, axis, code) => {
    const { report, content } = await verified(token, TRUST);
    expect(Object.entries(report.checks).find(([name]) => name === axis)?.[1].code).toBe(code);
    expect(report.verdict).toBe('not-valid');
    expect(report.recognition).toBe('unknown');
    expect(content).not.toBe('signed');
  });

  it('is not valid with changed words', async () => {
    const [header = '', , signature = ''] = signed().split('.');
    const better = changed(ASSERTION, ['badge', 'name'], 'Master of weaving');
    const payload = Buffer.from(JSON.stringify(better)).toString('base64url');
    const credential = await verified(`${header}.${payload}.${signature}`, TRUST);
    expect(credential).toMatchObject({ content: 'withheld', achievement: null });
    expect(credential.report.checks.integrity.code).toBe('signature-invalid');
  });

  it('is judged by its dates and by the time in which its key was used', async () => {
    const validity = (changes: JsonObject): Promise<string> => codeOf('validity', signed(changes), TRUST);
    expect(await validity({ expires: '2026-02-01T00:00:00Z' })).toBe('expired');
    expect(await validity({ expires: '2026-02-01' })).toBe('expired');
    expect(await validity({ expires: 1_769_904_000 })).toBe('expired');
    expect(await validity({ expires: '2030-01-01T00:00:00Z' })).toBe('valid-until');
    expect(await validity({ expires: 'soon' })).toBe('date-unreadable');
    expect(await validity({ issuedOn: '2027-01-01T00:00:00Z' })).toBe('not-yet-valid');
    const rotated = listed({ entries: [{ ...entry, keys: [{ ...key, validUntil: '2025-12-31T00:00:00Z' }] }] });
    expect(await codeOf('key-binding', signed(), trustIn(rotated))).toBe('key-outside-window');
  });
});

describe('the revocation of an Open Badges 2.0 assertion', () => {
  const badge = changed(ASSERTION, ['badge', 'issuer', 'revocationList'], LIST);
  const token = signAssertion(badge, SIGNER);
  const list = (revokedAssertions: JsonObject[string], changes: JsonObject = {}): IssuerPack =>
    listed({
      statusLists: { [LIST]: { id: LIST, type: 'RevocationList', issuer: ISSUER, revokedAssertions, ...changes } },
    });
  const status = (trusted: IssuerPack, text = token): Promise<string> => codeOf('status', text, trustIn(trusted));

  it('counts by id, by uid and by address, in a list that a pack carries', async () => {
    const id = 'https://lakeside.example/assertions/7';
    for (const revoked of [[id], [{ id, revocationReason: 'Mistake' }]]) {
      expect(await status(list(revoked))).toBe('revoked-in-unsigned-list');
    }
    const withUid = signAssertion({ ...badge, uid: '7' }, SIGNER);
    expect(await status(list([{ uid: '7' }]), withUid)).toBe('revoked-in-unsigned-list');
    expect((await verified(token, trustIn(list([id])))).report.verdict).toBe('not-valid');
  });

  it('is open where no pack has the list, or where the list is not signed and its publisher not pinned', async () => {
    expect(await status(listed())).toBe('status-list-missing');
    expect(await status(list([]))).toBe('status-list-unsigned');
    expect(await status(list('none'))).toBe('status-list-unusable');
    expect(await status(list([], { id: 'https://lakeside.example/other' }))).toBe('status-list-unusable');
    expect(await status(list([], { issuer: 'https://other.example' }))).toBe('status-list-foreign');
  });

  it('may stand in the issuer’s profile in a pack', async () => {
    const profile = { id: ISSUER, type: 'Profile', revocationList: LIST };
    const trusted = { ...list(['https://lakeside.example/assertions/7']), didDocuments: { [ISSUER]: profile } };
    expect(await status(trusted, signed())).toBe('revoked-in-unsigned-list');
  });

  it('is said by the badge itself', async () => {
    expect(await codeOf('status', signed({ revoked: true }), TRUST)).toBe('revoked-by-itself');
    const hosted = await verified({ ...ASSERTION, revoked: true });
    expect(hosted.report).toMatchObject({ verdict: 'not-valid', checks: { status: { code: 'revoked-by-itself' } } });
  });
});

describe('a hosted Open Badges 2.0 assertion', () => {
  it('can’t be proven by its file, and stays usable as a claim', async () => {
    const credential = await verified(ASSERTION, TRUST, { emails: [EMAIL], subjectIds: [] });
    expect(credential).toMatchObject({ content: 'claimed', achievement: { name: { text: 'Weaving' } } });
    expect(credential.report).toMatchObject({
      verdict: 'cannot-verify-offline',
      recognition: 'unknown',
      checks: {
        integrity: { code: 'hosted-badge' },
        issuer: { code: 'issuer-not-proven' },
        holder: { code: 'holder-email-matches' },
      },
    });
  });

  it('gets no issuer from the name of a key', async () => {
    const verification = { type: 'SignedBadge', creator: KEY_ID };
    const credential = await verified({ ...ASSERTION, badge: 'https://x.example/badge', verification }, TRUST);
    expect(credential.issuer).toEqual({ id: null, name: null });
  });

  it('is warned of where its issuer’s name is that of a known one under another address', async () => {
    const other = changed(ASSERTION, ['badge', 'issuer', 'id'], 'https://lakeside-college.example/issuer');
    expect((await verified(other, TRUST)).report.checks.issuer.code).toBe('issuer-name-imitates');
  });

  it('names its endorsements without believing them', async () => {
    const claim = { id: 'https://lakeside.example/assertions/7', endorsementComment: 'Splendid.' };
    const endorsement = {
      type: 'Endorsement',
      issuer: 'https://guild.example',
      claim,
      verification: { type: 'HostedBadge' },
    };
    for (const each of [endorsement, 'https://guild.example/endorsements/1']) {
      const { report } = await verified({ ...ASSERTION, endorsement: [each] });
      expect(report.checks.endorsements.state).toBe('not-checked');
    }
  });

  it('is no credential where it is only a badge class or an issuer', async () => {
    const { problems } = await verifyJson({
      '@context': 'https://w3id.org/openbadges/v2',
      type: 'BadgeClass',
      name: 'A',
    });
    expect(problems).toMatchObject([{ code: 'not-a-credential', params: { reason: 'badge-without-recipient' } }]);
  });
});

/** Signed by a stranger in the name of the issuer's key. */
function forged(): string {
  return signAssertion(ASSERTION, { key: STRANGER_KEY, verificationMethod: KEY_ID }, { alg: 'RS256' });
}

function renamed(): string {
  return signAssertion(ASSERTION, { key: STRANGER_KEY, verificationMethod: 'https://thief.example/keys/1' });
}
