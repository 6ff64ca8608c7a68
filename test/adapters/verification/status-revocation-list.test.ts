import { describe, expect, it } from 'vitest';
import type { IssuerPack } from '../../../main/core/ports.ts';
import type { JsonObject } from '../../../shared/model/json.ts';
import { signJwt } from '../../fixtures/signing/jwt.ts';
import { signerOf, STRANGER_KEY, trustIn, WEB_ISSUER } from './example-credentials.ts';
import { LIST_URL, packWith, SIGNER, signed, statusOf } from './status-examples.ts';

const CREDENTIAL_ID = 'urn:uuid:0d5f0a60-0000-4000-8000-000000000001';
const ENTRY = { id: LIST_URL, type: '1EdTechRevocationList' };
const PUBLISHER = 'f'.repeat(64);

const listOf = (revokedCredential: JsonObject[string], changes: JsonObject = {}): JsonObject => ({
  id: LIST_URL,
  issuer: WEB_ISSUER,
  revokedCredential,
  ...changes,
});
const REVOKED = [{ id: CREDENTIAL_ID, revoked: true, revocationReason: 'Issued by mistake.' }];
const OTHERS = [{ id: 'urn:uuid:other', revoked: true }];

const statusWith = (list: JsonObject | string, changes: Partial<IssuerPack> = {}) =>
  statusOf(ENTRY, trustIn(packWith(list, changes)));
const vouchedFor = (list: JsonObject, publishers: readonly string[] = [PUBLISHER]) =>
  statusOf(ENTRY, {
    ...trustIn(packWith(list, { publishers })),
    publishers: [
      { fingerprint: PUBLISHER, name: 'Ministry', reason: 'x', pinnedBy: 'y', pinnedAt: '2026-01-01T00:00:00Z' },
    ],
  });

describe('a 1EdTech revocation list that is signed', () => {
  it('revokes with its reason, and clears', async () => {
    const check = await statusWith(signed(listOf(REVOKED)));
    expect(check).toMatchObject({ code: 'revoked', evidence: { reason: 'Issued by mistake.' } });
    expect((await statusWith(signed(listOf(OTHERS)))).code).toBe('status-clear');
    expect((await statusWith(signJwt({ ...listOf(REVOKED), iss: WEB_ISSUER }, SIGNER))).code).toBe('revoked');
  });

  it('takes an entry without a flag as revoked, and one that was reinstated not', async () => {
    expect((await statusWith(signed(listOf([{ id: CREDENTIAL_ID }])))).code).toBe('revoked');
    expect((await statusWith(signed(listOf([{ id: CREDENTIAL_ID, revoked: false }])))).code).toBe('status-clear');
  });

  it('is not believed with a signature that does not hold, not even as an unsigned one', async () => {
    const broken = { ...signed(listOf(OTHERS)), revokedCredential: REVOKED };
    expect((await statusWith(broken)).code).toBe('status-list-unproven');
    expect((await vouchedFor(broken)).code).toBe('status-list-unproven');
  });

  it('must be the issuer’s, of this address, and a list', async () => {
    const stranger = signerOf(STRANGER_KEY);
    expect((await statusWith(signed(listOf(REVOKED, { issuer: stranger.did }), stranger))).code).toBe(
      'status-list-foreign',
    );
    expect((await statusWith(signed(listOf(REVOKED, { id: `${LIST_URL}/2` })))).code).toBe('status-list-unusable');
    expect((await statusWith(signed(listOf('all')))).code).toBe('status-list-unusable');
  });

  it('is as old as its pack, by the policy', async () => {
    expect((await statusWith(signed(listOf(OTHERS)), { retrievedAt: '2026-01-01T00:00:00Z' })).code).toBe(
      'status-list-stale',
    );
    expect((await statusWith(signed(listOf(REVOKED)), { retrievedAt: '2026-01-01T00:00:00Z' })).code).toBe('revoked');
  });
});

describe('a 1EdTech revocation list that nobody signed', () => {
  it('revokes from any pack that was accepted', async () => {
    const check = await statusWith(listOf(REVOKED));
    expect(check).toMatchObject({ state: 'fail', code: 'revoked-in-unsigned-list' });
    expect(check.message).toContain('test pack');
  });

  it('clears only where a publisher that is pinned vouches for it', async () => {
    expect((await statusWith(listOf(OTHERS))).code).toBe('status-list-unsigned');
    expect((await statusWith(listOf(OTHERS), { publishers: [PUBLISHER] })).code).toBe('status-list-unsigned');
    expect(await vouchedFor(listOf(OTHERS))).toMatchObject({ state: 'pass', code: 'status-clear-by-pack' });
    const second = await vouchedFor(listOf(OTHERS), ['f'.repeat(64), PUBLISHER]);
    expect(second).toMatchObject({ state: 'pass', code: 'status-clear-by-pack' });
  });

  it('must name the issuer and its own address', async () => {
    expect((await vouchedFor(listOf(OTHERS, { issuer: 'did:web:elsewhere.example' }))).code).toBe(
      'status-list-foreign',
    );
    expect((await vouchedFor({ id: LIST_URL, revokedCredential: OTHERS })).code).toBe('status-list-foreign');
    expect((await vouchedFor(listOf(OTHERS, { id: 'https://elsewhere.example/' }))).code).toBe('status-list-unusable');
  });

  it('is missed where no pack has it, and is read only where it is one', async () => {
    expect((await statusOf({ ...ENTRY, id: `${LIST_URL}/9` }, trustIn(packWith(listOf([]))))).code).toBe(
      'status-list-missing',
    );
    expect((await vouchedFor(listOf('nobody'))).code).toBe('status-list-unusable');
  });
});
