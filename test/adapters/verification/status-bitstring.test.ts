import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../../shared/model/trust.ts';
import type { JsonObject } from '../../../shared/model/json.ts';
import { signJwt } from '../../fixtures/signing/jwt.ts';
import { packKey, signerOf, STRANGER_KEY, trustIn, WEB_ISSUER } from './example-credentials.ts';
import { bitList, bitstring, LIST_URL, packed, packWith, signed, SIGNER, statusOf } from './status-examples.ts';

const entry = (changes: JsonObject = {}): JsonObject => ({
  id: `${LIST_URL}#5`,
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: '5',
  statusListCredential: LIST_URL,
  ...changes,
});
const listOf = (purpose: string | string[], values: Record<number, number>, size = 1, changes: JsonObject = {}) =>
  signed(bitList({ statusPurpose: purpose, encodedList: packed(bitstring(size, values)) }, changes));
const statusWith = (list: JsonObject | string, changes: JsonObject = {}) =>
  statusOf(entry(changes), trustIn(packWith(list)));

describe('a list of messages', () => {
  const statusMessage = [
    { status: '0x0', message: 'pending review' },
    { status: '0x1', message: 'accepted' },
    { status: '0x2', message: 'withdrawn by the applicant' },
    { status: '0x3', message: 'rejected' },
  ];
  const messageEntry = { statusPurpose: 'message', statusSize: 2, statusMessage };

  it.each([
    [0, 'pending review'],
    [1, 'accepted'],
    [2, 'withdrawn by the applicant'],
    [3, 'rejected'],
  ])('shows the message of the value %i and does not guess what follows', async (value, message) => {
    const check = await statusWith(listOf('message', { 4: 3, 5: value, 6: 3 }, 2), messageEntry);
    expect(check).toMatchObject({ state: 'not-checked', code: 'status-message', evidence: { value, message } });
    expect(check.message).toContain(message);
  });

  it('reads the name that drafts gave to the messages, and says where there are none', async () => {
    const list = listOf('message', { 5: 2 }, 2);
    const drafted = { statusPurpose: 'message', statusSize: 2, statusMessages: statusMessage };
    expect((await statusWith(list, drafted)).evidence).toMatchObject({ message: 'withdrawn by the applicant' });
    const silent = { statusPurpose: 'message', statusSize: 2 };
    expect((await statusWith(list, silent)).evidence).toMatchObject({ message: 'no words for the value 2' });
  });

  it('reads sizes that do not divide a byte', async () => {
    const list = listOf('message', { 4: 7, 5: 5, 6: 7 }, 3);
    expect((await statusWith(list, { statusPurpose: 'message', statusSize: 3 })).evidence).toMatchObject({ value: 5 });
  });
});

describe('a list with more than one bit for each place', () => {
  it('revokes by any value but 0', async () => {
    expect((await statusWith(listOf('revocation', { 5: 2 }, 2), { statusSize: 2 })).code).toBe('revoked');
    expect((await statusWith(listOf('revocation', { 4: 3, 6: 3 }, 2), { statusSize: 2 })).code).toBe('status-clear');
  });

  it('has as many places as its bits give', async () => {
    const list = listOf('revocation', {}, 2);
    expect((await statusWith(list, { statusSize: 2, statusListIndex: '1023' })).code).toBe('status-clear');
    expect((await statusWith(list, { statusSize: 2, statusListIndex: '1024' })).code).toBe('status-list-unusable');
  });
});

describe('a list of newer versions', () => {
  it('makes it out of date where one is announced', async () => {
    const check = await statusWith(listOf('refresh', { 5: 1 }), { statusPurpose: 'refresh' });
    expect(check).toMatchObject({ state: 'stale', code: 'status-outdated' });
  });

  it('says nothing about revocation where none is', async () => {
    const check = await statusWith(listOf('refresh', {}), { statusPurpose: 'refresh' });
    expect(check).toMatchObject({ state: 'not-applicable', code: 'status-current' });
  });
});

describe('several entries', () => {
  it('are each looked up for their own purpose; the gravest counts', async () => {
    const list = listOf(['revocation', 'suspension'], { 7: 1 });
    const trust = trustIn(packWith(list));
    const both = (revocation: string, suspension: string) => [
      entry({ statusListIndex: revocation }),
      entry({ statusPurpose: 'suspension', statusListIndex: suspension }),
    ];
    expect((await statusOf(both('5', '6'), trust)).code).toBe('status-clear');
    expect((await statusOf(both('5', '7'), trust)).code).toBe('suspended');
    expect((await statusOf(both('7', '5'), trust)).code).toBe('revoked');
  });

  it('leave nothing green where one of the lists is missing', async () => {
    const entries = [entry(), entry({ statusPurpose: 'suspension', statusListCredential: `${LIST_URL}0` })];
    expect((await statusOf(entries, trustIn(packWith(listOf('revocation', {}))))).code).toBe('status-list-missing');
  });

  it('are not looked at beyond their limit', async () => {
    const many = Array.from({ length: 9 }, (_, index) => entry({ id: `${LIST_URL}#${index}` }));
    expect((await statusOf(many, trustIn(packWith(listOf('revocation', {}))))).code).toBe('status-entry-malformed');
  });
});

describe('the forms of a list', () => {
  const unsigned = bitList({ statusPurpose: 'revocation', encodedList: packed(bitstring(1, { 5: 1 })) });

  it('are JSON with a proof, a JWT, and a JWT in an envelope', async () => {
    const jwt = signJwt({ ...unsigned, iss: WEB_ISSUER }, SIGNER);
    const enveloped = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: 'EnvelopedVerifiableCredential',
      id: `data:application/vc+jwt,${jwt}`,
    };
    for (const list of [signed(unsigned), jwt, enveloped]) expect((await statusWith(list)).code).toBe('revoked');
  });

  it('say in a VC-JWT of the data model 1.1 when they end', async () => {
    const { validFrom: _, ...vc } = unsigned;
    const clear = { ...vc, credentialSubject: { ...bitListSubject(), encodedList: packed(bitstring(1, {})) } };
    const jwt = (exp: string) =>
      signJwt(
        { iss: WEB_ISSUER, exp: Date.parse(exp) / 1000, vc: { ...clear, issuanceDate: '2026-11-01T00:00:00Z' } },
        SIGNER,
      );
    expect((await statusWith(jwt('2027-01-01T00:00:00Z'))).code).toBe('status-clear');
    expect((await statusWith(jwt('2026-11-20T00:00:00Z'))).code).toBe('status-list-stale');
  });

  it('of an envelope around anything else are no list', async () => {
    const enveloped = { type: 'EnvelopedVerifiableCredential', id: 'data:text/html,<script>' };
    expect((await statusWith(enveloped)).code).toBe('status-list-unusable');
  });

  it('must be those of a status list', async () => {
    const other = {
      ...unsigned,
      type: ['VerifiableCredential'],
      credentialSubject: { ...bitListSubject(), type: 'Person' },
    };
    expect((await statusWith(signed(other))).code).toBe('status-list-unusable');
  });

  const bitListSubject = (): JsonObject => ({
    type: 'BitstringStatusList',
    statusPurpose: 'revocation',
    encodedList: packed(bitstring(1, { 5: 1 })),
  });
});

describe('StatusList2021 and RevocationList2020', () => {
  it('of 2021 are read as their successor is, without the multibase prefix', async () => {
    const subject = {
      type: 'StatusList2021',
      statusPurpose: 'revocation',
      encodedList: packed(bitstring(1, { 5: 1 })).slice(1),
    };
    const list = signed(bitList(subject, { type: ['VerifiableCredential', 'StatusList2021Credential'] }));
    expect((await statusWith(list, { type: 'StatusList2021Entry' })).code).toBe('revoked');
    expect((await statusWith(list, { type: 'StatusList2021Entry', statusListIndex: '6' })).code).toBe('status-clear');
  });

  it('of 2020 revoke, and have names of their own', async () => {
    const subject = { type: 'RevocationList2020', encodedList: packed(bitstring(1, { 5: 1 })).slice(1) };
    const list = signed(bitList(subject, { type: ['VerifiableCredential', 'RevocationList2020Credential'] }));
    const old = (index: string) => ({
      id: `${LIST_URL}#${index}`,
      type: 'RevocationList2020Status',
      revocationListIndex: index,
      revocationListCredential: LIST_URL,
    });
    expect((await statusOf(old('5'), trustIn(packWith(list)))).code).toBe('revoked');
    expect((await statusOf(old('6'), trustIn(packWith(list)))).code).toBe('status-clear');
  });
});

describe('the age of a list', () => {
  const clear = (changes: JsonObject, subject: JsonObject = {}) =>
    signed(bitList({ statusPurpose: 'revocation', encodedList: packed(bitstring(1, {})), ...subject }, changes));
  const judged = (list: JsonObject, retrievedAt: string, staleAfterDays = DEFAULT_POLICY.staleAfterDays) =>
    statusOf(entry(), {
      ...trustIn(packWith(list, { retrievedAt })),
      policy: { ...DEFAULT_POLICY, staleAfterDays },
    });

  it('is its own where it says so', async () => {
    const list = clear({ validFrom: '2026-11-20T00:00:00Z' }, { ttl: 86_400_000 });
    expect((await judged(list, '2026-11-21T12:00:00Z')).code).toBe('status-list-stale');
    const ended = clear({ validUntil: '2026-11-21T00:00:00Z' });
    expect((await judged(ended, '2026-11-21T12:00:00Z')).code).toBe('status-list-stale');
  });

  it('is counted from when the pack took it, by the days of the policy, where it says nothing', async () => {
    const list = clear({ validFrom: '2024-01-01T00:00:00Z' });
    const fresh = await judged(list, '2026-11-01T00:00:00Z');
    expect(fresh).toMatchObject({ code: 'status-clear', asOf: '2026-11-01T00:00:00Z' });
    expect((await judged(list, '2026-11-01T00:00:00Z', 7)).code).toBe('status-list-stale');
    expect((await judged(list, '2026-08-01T00:00:00Z')).code).toBe('status-list-stale');
  });

  it('ends with its signature, where that ends', async () => {
    const unsigned = bitList({ statusPurpose: 'revocation', encodedList: packed(bitstring(1, {})) });
    const jwt = (claims: JsonObject) => signJwt({ ...unsigned, validFrom: null, iss: WEB_ISSUER, ...claims }, SIGNER);
    const judgedWith = async (claims: JsonObject) => (await statusWith(jwt(claims))).code;
    const seconds = (instant: string) => Date.parse(instant) / 1000;
    expect(await judgedWith({ exp: seconds('2027-01-01T00:00:00Z') })).toBe('status-clear');
    expect(await judgedWith({ exp: seconds('2026-11-21T00:00:00Z') })).toBe('status-list-stale');
    expect(await judgedWith({ nbf: seconds('2026-11-23T00:00:00Z') })).toBe('status-list-unusable');
  });

  it('does not begin tomorrow', async () => {
    expect((await judged(clear({ validFrom: '2026-11-23T00:00:00Z' }), '2026-11-21T00:00:00Z')).code).toBe(
      'status-list-unusable',
    );
  });
});

describe('a list that another keeps', () => {
  const keeper = signerOf(STRANGER_KEY);
  const list = signed(
    bitList({ statusPurpose: 'revocation', encodedList: packed(bitstring(1, { 5: 1 })) }, { issuer: keeper.did }),
    keeper,
  );
  const entries = (statusListIssuers: readonly string[]) => [
    { ids: [WEB_ISSUER], names: ['Lakeside College'], homepage: null, keys: [packKey()], statusListIssuers },
  ];

  it('is foreign', async () => {
    expect((await statusWith(list)).code).toBe('status-list-foreign');
  });

  it('counts where a pack says that it is kept for the issuer, and only then', async () => {
    const judged = (issuers: readonly string[]) =>
      statusOf(entry(), trustIn(packWith(list, { entries: entries(issuers) })));
    expect((await judged([keeper.did])).code).toBe('revoked');
    expect((await judged(['did:web:elsewhere.example'])).code).toBe('status-list-foreign');
  });
});
