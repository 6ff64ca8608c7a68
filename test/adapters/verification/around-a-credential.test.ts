import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { differenceFromRecord } from '../../../main/adapters/verification/record-subject.ts';
import { compareIdentifiers } from '../../../main/adapters/verification/subject-identifiers.ts';
import { trustSnapshotOf } from '../../../main/adapters/verification/trust-snapshot.ts';
import type { JsonObject } from '../../../shared/model/json.ts';
import { CLR_2, CREDENTIALS_V2, OPEN_BADGES_3 } from '../../fixtures/signing/contexts.ts';
import { signCredential } from '../../fixtures/signing/data-integrity.ts';
import { didKey, ed25519TestKey } from '../../fixtures/signing/keys.ts';
import { presentJson } from '../../fixtures/signing/presentation.ts';
import {
  AT,
  badge,
  changed,
  codeOf,
  CREATED,
  HOLDER,
  ISSUER_KEY,
  pack,
  signedBadge,
  signerOf,
  STRANGER_KEY,
  trustIn,
  verified,
  verifyJson,
} from './example-credentials.ts';

const EMAIL = 'robin@candidates.example';
const identified = (identifier: JsonObject): JsonObject =>
  changed(
    badge('did:x:y'),
    ['credentialSubject', 'identifier'],
    [{ type: 'IdentityObject', identityType: 'emailAddress', ...identifier }],
  );
const hash = (text: string, algorithm = 'sha256'): string =>
  `${algorithm}$${createHash(algorithm).update(text).digest('hex')}`;

describe('identifiers of the subject', () => {
  it.each([
    ['plain', { identityHash: EMAIL, hashed: false }, true],
    ['plain in capitals', { identityHash: EMAIL.toUpperCase(), hashed: false }, true],
    ['hashed', { identityHash: hash(EMAIL), hashed: true }, true],
    ['hashed with a salt', { identityHash: hash(`${EMAIL}pepper`), hashed: true, salt: 'pepper' }, true],
    ['hashed with SHA-384', { identityHash: hash(EMAIL, 'sha384'), hashed: true }, true],
    ['hashed with SHA-512 and a salt', { identityHash: hash(`${EMAIL}s`, 'sha512'), hashed: true, salt: 's' }, true],
    ['a digest without its algorithm', { identityHash: hash(EMAIL).split('$')[1] ?? '', hashed: true }, true],
    ['a digest of an address in capitals', { identityHash: hash(EMAIL).toUpperCase(), hashed: true }, true],
    ['hashed, which only the form says', { identityHash: hash(EMAIL) }, true],
    ['hashed with MD5, as old issuers do', { identityHash: hash(EMAIL, 'md5'), hashed: true }, true],
    ['hashed with another salt', { identityHash: hash(`${EMAIL}pepper`), hashed: true, salt: 'salt' }, false],
    ['of another', { identityHash: hash('kim@candidates.example'), hashed: true }, false],
    ['a hash that calls itself plain', { identityHash: hash(EMAIL), hashed: false }, false],
  ])('%s', (_, identifier, matches) => {
    const facts = compareIdentifiers(identified(identifier), { emails: [EMAIL], subjectIds: [] });
    expect(facts).toEqual([{ identityType: 'emailAddress', matches, comparable: true }]);
  });

  it.each([
    ['a telephone number', { identityType: 'ext:telephone', identityHash: '+44 20 7946 0000', hashed: false }],
    ['a number of the school', { identityType: 'sourcedId', identityHash: '4711', hashed: false }],
    ['the name itself', { identityType: 'name', identityHash: EMAIL, hashed: false }],
    ['an address, hashed in a way that is not computed', { identityHash: `sha3-256$${'ab'.repeat(32)}`, hashed: true }],
    ['an address, hashed to something else than a digest', { identityHash: 'sha256$abc', hashed: true }],
  ])('that are %s are compared with nothing', (_, identifier) => {
    const [fact] = compareIdentifiers(identified(identifier), { emails: [EMAIL], subjectIds: [] });
    expect(fact).toMatchObject({ matches: null, comparable: false });
  });

  it('are compared with nothing where no address is known', () => {
    const facts = compareIdentifiers(identified({ identityHash: EMAIL, hashed: false }), {
      emails: [],
      subjectIds: [],
    });
    expect(facts).toEqual([{ identityType: 'emailAddress', matches: null, comparable: true }]);
  });
});

describe('a presentation', () => {
  const holder = signerOf(ed25519TestKey('holder'));

  it('by the subject proves the holder, and says nothing about when', async () => {
    const presentation = await presentJson([await signedBadge()], holder, CREATED, 'their challenge');
    expect(await codeOf('holder', presentation)).toBe('holder-proved-earlier');
  });

  it('by somebody else makes the credential not theirs, genuine as it is', async () => {
    const presentation = await presentJson([await signedBadge()], signerOf(STRANGER_KEY), CREATED, 'x');
    const credential = await verified(presentation);
    expect(credential.report.checks).toMatchObject({
      holder: { code: 'holder-presented-by-other' },
      integrity: { state: 'pass' },
    });
    expect(credential.report.verdict).toBe('not-valid');
  });

  it('signed by one who claims to be another does not hold', async () => {
    const thief = { ...signerOf(STRANGER_KEY), did: HOLDER };
    const presentation = await presentJson([await signedBadge()], thief, CREATED, 'x');
    expect(await codeOf('holder', presentation)).toBe('holder-presentation-broken');
  });
});

describe('a member of a record', () => {
  const issuer = signerOf(ISSUER_KEY);
  const record = (member: JsonObject, subject: JsonObject = { id: HOLDER }): Promise<JsonObject> =>
    signCredential(
      {
        '@context': [CREDENTIALS_V2, CLR_2, OPEN_BADGES_3],
        id: 'urn:uuid:0d5f0a60-0000-4000-8000-000000000009',
        type: ['VerifiableCredential', 'ClrCredential'],
        issuer: { id: issuer.did, type: ['Profile'], name: 'Lakeside College' },
        validFrom: CREATED,
        name: 'Record',
        credentialSubject: { ...subject, type: ['ClrSubject'], verifiableCredential: [member] },
      },
      issuer,
      'eddsa-rdfc-2022',
      CREATED,
    );
  const memberOf = async (json: JsonObject): Promise<Awaited<ReturnType<typeof verified>> | undefined> =>
    (await verifyJson(json)).credentials.find((each) => each.container === 'clr-member');

  it('is proven by its own proof', async () => {
    const member = await memberOf(await record(await signedBadge({}, STRANGER_KEY)));
    expect(member?.report.checks).toMatchObject({
      integrity: { code: 'signature-valid' },
      'key-binding': { code: 'key-is-issuer' },
    });
  });

  it('is covered by the record where it has none and the issuer is the same', async () => {
    const member = await memberOf(await record(badge(issuer.did)));
    expect(member?.report.checks).toMatchObject({
      integrity: { code: 'covered-by-envelope' },
      'key-binding': { code: 'key-of-envelope' },
    });
    expect(member?.content).toBe('signed');
  });

  it('that was issued to somebody else than the record is theirs, and that is said', async () => {
    const member = await memberOf(await record(await signedBadge(), { id: didKey(STRANGER_KEY).did }));
    expect(member?.report).toMatchObject({
      verdict: 'verified-with-reservations',
      against: expect.arrayContaining(['holder']),
      checks: { holder: { code: 'holder-differs-from-record' }, integrity: { code: 'signature-valid' } },
    });
    const theirs = await memberOf(await record(await signedBadge()));
    expect(theirs?.report.checks.holder.code).toBe('holder-not-proved');
    expect(theirs?.report.against).not.toContain('holder');
    const named = await memberOf(await record(await signedBadge(), { id: 'mailto:kim@candidates.example' }));
    expect(named?.report.checks.holder.code).toBe('holder-not-proved');
  });

  it('by another issuer is not proven by the record', async () => {
    const member = await memberOf(await record(badge(signerOf(STRANGER_KEY).did)));
    expect(member?.report).toMatchObject({
      verdict: 'cannot-verify-offline',
      checks: { 'key-binding': { code: 'envelope-of-another-issuer' } },
    });
  });
});

describe('a member of a record for', () => {
  const address = (text: string, hashed = false): JsonObject => ({
    identifier: [{ type: 'IdentityObject', identityType: 'emailAddress', identityHash: text, hashed }],
  });
  const other = didKey(STRANGER_KEY).did;
  it.each<[string, JsonObject, JsonObject, ReturnType<typeof differenceFromRecord>]>([
    ['the same person', { id: HOLDER }, { id: HOLDER }, null],
    ['the same person by their key', { id: HOLDER }, { id: `${HOLDER}#key` }, null],
    ['somebody else', { id: HOLDER }, { id: other }, 'identifier'],
    ['somebody else by a URL', { id: 'https://a.example/1' }, { id: 'http://a.example/2' }, 'identifier'],
    ['somebody named in another way', { id: HOLDER }, { id: 'urn:uuid:1' }, null],
    ['somebody named by an address', { id: HOLDER }, { id: `mailto:${EMAIL}` }, null],
    ['nobody', { id: HOLDER }, {}, null],
    ['anybody', {}, { id: HOLDER }, null],
    ['one address', address(EMAIL), { id: `mailto:${EMAIL.toUpperCase()}` }, null],
    ['another address', address(EMAIL), { id: 'mailto:kim@candidates.example' }, 'email'],
    ['the hash of the address', address(hash(EMAIL), true), address(EMAIL), null],
    ['an address with that hash', address(EMAIL), address(hash(EMAIL), true), null],
    ['an address without that hash', address(EMAIL), address(hash('kim@candidates.example'), true), 'email'],
    ['two hashes', address(hash(EMAIL), true), address(hash('kim@candidates.example'), true), null],
    [
      'one hash and two ids',
      { id: HOLDER, ...address(hash(EMAIL), true) },
      { id: other, ...address(hash(EMAIL), true) },
      null,
    ],
    [
      'another address and one id',
      { id: HOLDER, ...address(EMAIL) },
      { id: HOLDER, ...address('kim@b.example') },
      null,
    ],
    ['one address and two ids', { id: HOLDER, ...address(EMAIL) }, { id: other, ...address(EMAIL) }, null],
  ])('%s', (_, member, around, difference) => {
    expect(differenceFromRecord({ credentialSubject: member }, { credentialSubject: around })).toBe(difference);
  });
});

describe('the trust snapshot', () => {
  const pin = { issuerId: 'did:web:a.example', reason: 'x', pinnedBy: 'y', pinnedAt: AT };

  it('changes with packs, pins, publishers and policy, and not with time', () => {
    const trust = trustIn(pack());
    const snapshot = trustSnapshotOf(trust);
    expect(trustSnapshotOf({ ...trust, at: '2026-11-22T18:00:00Z' })).toBe(snapshot);
    expect(trustSnapshotOf({ ...trust, at: '2027-11-23T00:00:00Z' })).toBe(snapshot);
    const publisher = { fingerprint: 'ab'.repeat(32), name: 'Office', reason: 'known', pinnedBy: 'me', pinnedAt: AT };
    expect(trustSnapshotOf({ ...trust, publishers: [publisher] })).not.toBe(snapshot);
    for (const change of [
      { version: 2 },
      { recognisedPacks: 'pinned-publisher' },
      { expiryGraceDays: 1 },
      { staleAfterDays: 91 },
    ] as const) {
      expect(trustSnapshotOf({ ...trust, policy: { ...trust.policy, ...change } })).not.toBe(snapshot);
    }
    expect(trustSnapshotOf({ ...trust, pins: [pin] })).not.toBe(snapshot);
    expect(trustSnapshotOf(trustIn(pack({ sha256: '1'.repeat(64) })))).not.toBe(snapshot);
    const [one, other] = [pack({ sha256: '1'.repeat(64) }), pack({ sha256: '2'.repeat(64) })];
    expect(trustSnapshotOf(trustIn(one, other))).toBe(trustSnapshotOf(trustIn(other, one)));
  });
});
