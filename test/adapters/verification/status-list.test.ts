import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../shared/model/json.ts';
import { signCredential } from '../../fixtures/signing/data-integrity.ts';
import { signJwt } from '../../fixtures/signing/jwt.ts';
import { signStatusList, statusEntry } from '../../fixtures/signing/status-list.ts';
import {
  badge,
  changed,
  codeOf,
  CREATED,
  ISSUER_KEY,
  pack,
  signedWebBadge,
  signerOf,
  STRANGER_KEY,
  trustIn,
  verified,
  WEB_ISSUER,
} from './example-credentials.ts';

const URL = 'https://lakeside.example/status/1';
const DAY = 24 * 60 * 60 * 1000;
const LIST = {
  url: URL,
  purpose: 'revocation',
  issuer: WEB_ISSUER,
  validFrom: '2026-11-21T00:00:00Z',
  ttl: 7 * DAY,
  set: [7],
} as const;
const SIGNER = signerOf(ISSUER_KEY, WEB_ISSUER);

let list: JsonObject = {};
beforeAll(async () => {
  list = await signStatusList(LIST, SIGNER);
});

const badgeAt = (index: number, purpose: 'revocation' | 'suspension' = 'revocation'): Promise<JsonObject> =>
  signedWebBadge({ credentialStatus: statusEntry({ url: URL, purpose }, index) });
const statusWith = async (found: JsonObject | string | null, index = 6): Promise<string> =>
  codeOf('status', await badgeAt(index), trustIn(pack({ statusLists: found === null ? {} : { [URL]: found } })));
/** Signs a list whose subject was changed. */
const resigned = (path: readonly string[], value: JsonObject[string], key = ISSUER_KEY): Promise<JsonObject> => {
  const { proof: _, ...unsigned } = changed(list, path, value);
  return signCredential(unsigned, signerOf(key, WEB_ISSUER), 'eddsa-rdfc-2022', CREATED);
};

describe('a status list out of a pack', () => {
  it('says that a credential was not taken back, and when that was so', async () => {
    const credential = await verified(await badgeAt(6), trustIn(pack({ statusLists: { [URL]: list } })));
    expect(credential.report.checks.status).toMatchObject({
      state: 'pass',
      code: 'status-clear',
      asOf: LIST.validFrom,
    });
    expect(credential.report.verdict).toBe('verified');
  });

  it('revokes by its bit, with the highest bit first', async () => {
    expect(await statusWith(list, 7)).toBe('revoked');
    expect(await statusWith(list, 8)).toBe('status-clear');
    expect(await statusWith(list, 0)).toBe('status-clear');
  });

  it('suspends where that is its purpose', async () => {
    const suspending = await signStatusList({ ...LIST, purpose: 'suspension' }, SIGNER);
    const trust = trustIn(pack({ statusLists: { [URL]: suspending } }));
    expect(await codeOf('status', await badgeAt(7, 'suspension'), trust)).toBe('suspended');
    expect(await codeOf('status', await badgeAt(7, 'revocation'), trust)).toBe('status-list-unusable');
  });

  it('is missed where no pack has it', async () => {
    expect(await statusWith(null)).toBe('status-list-missing');
  });

  it('is not believed unless the issuer signed it', async () => {
    expect(await statusWith(changed(list, ['credentialSubject', 'encodedList'], 'uH4sIAAAAAAAAA'))).toBe(
      'status-list-unproven',
    );
    const { proof: _, ...unsigned } = list;
    expect(await statusWith(unsigned)).toBe('status-list-unproven');
    expect(await statusWith(await resigned([], list, STRANGER_KEY))).toBe('status-list-unproven');
    const foreign = await signStatusList({ ...LIST, issuer: signerOf(STRANGER_KEY).did }, signerOf(STRANGER_KEY));
    expect(await statusWith(foreign)).toBe('status-list-foreign');
  });

  it('is not believed under another id', async () => {
    expect(await statusWith(await resigned(['id'], 'https://lakeside.example/status/2'))).toBe('status-list-unusable');
  });

  it('counts as stale when its time is over, but what it revokes stays revoked', async () => {
    const old = await signStatusList({ ...LIST, validFrom: '2026-11-01T00:00:00Z' }, SIGNER);
    expect(await statusWith(old)).toBe('status-list-stale');
    expect(await statusWith(old, 7)).toBe('revoked');
    const ended = await resigned(['validUntil'], '2026-11-21T12:00:00Z');
    expect(await statusWith(ended)).toBe('status-list-stale');
  });

  it('is as old as the pack that carries it', async () => {
    const trust = trustIn(pack({ statusLists: { [URL]: list }, expiresAt: '2026-11-21T00:00:00Z' }));
    expect(await codeOf('status', await badgeAt(6), trust)).toBe('status-list-stale');
  });

  it('has no place beyond its end', async () => {
    expect(await statusWith(list, 131_072)).toBe('status-list-unusable');
  });

  it('is not inflated beyond its limit', async () => {
    const bomb = `u${gzipSync(Buffer.alloc(64 * 1024 * 1024)).toString('base64url')}`;
    expect(await statusWith(await resigned(['credentialSubject', 'encodedList'], bomb))).toBe('status-list-too-large');
  });

  it('may come as a JWT', async () => {
    const { proof: _, ...unsigned } = list;
    expect(await statusWith(signJwt({ ...unsigned, iss: WEB_ISSUER }, SIGNER), 7)).toBe('revoked');
    expect(await statusWith(signJwt({ ...unsigned, iss: WEB_ISSUER }, signerOf(STRANGER_KEY, WEB_ISSUER)), 7)).toBe(
      'status-list-unproven',
    );
  });
});

describe('a status entry', () => {
  const entryWith = (changes: JsonObject): Promise<string> =>
    signedWebBadge({ credentialStatus: { ...statusEntry(LIST, 6), ...changes } }).then((json) =>
      codeOf('status', json, trustIn(pack({ statusLists: { [URL]: list } }))),
    );

  it.each([
    [{ statusListIndex: '-1' }, 'status-entry-malformed'],
    [{ statusListIndex: '1e3' }, 'status-entry-malformed'],
    [{ statusPurpose: 'message' }, 'status-list-unusable'],
    [{ statusSize: 0 }, 'status-entry-malformed'],
    [{ statusSize: '2' }, 'status-entry-malformed'],
    [{ statusListIndex: 6 }, 'status-clear'],
    [{ statusListIndex: 6.5 }, 'status-entry-malformed'],
    [{ statusListIndex: true }, 'status-entry-malformed'],
    [{ statusPurpose: '__proto__' }, 'status-list-unusable'],
    [{ statusListIndex: '6' }, 'status-clear'],
  ])('%j is %s', async (changes, expected) => {
    expect(await entryWith(changes)).toBe(expected);
  });

  it('of an unknown kind is named', async () => {
    const credentialStatus = { id: 'https://x.example/registry', type: 'CredentialStatusList2017' };
    const json = signJwt({ ...badge(WEB_ISSUER, { credentialStatus }), iss: WEB_ISSUER }, SIGNER);
    const credential = await verified(json, trustIn(pack()));
    expect(credential.report.checks.status).toMatchObject({
      code: 'status-type-unknown',
      evidence: { type: 'CredentialStatusList2017' },
    });
    expect(credential.report.verdict).toBe('verified-with-reservations');
  });
});
