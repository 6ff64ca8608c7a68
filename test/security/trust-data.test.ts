import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readIssuerPack } from '../../main/adapters/verification/issuer-pack.ts';
import type { TrustContext } from '../../main/core/ports.ts';
import type { Check } from '../../shared/model/check.ts';
import type { Json, JsonObject } from '../../shared/model/json.ts';
import { ISSUERS } from '../fixtures/content/issuers.ts';
import { utf8 } from '../fixtures/content/secure.ts';
import { STATUS_LISTS } from '../fixtures/content/status-lists.ts';
import { changed } from '../fixtures/content/wrong-case.ts';
import { POOL_FOLDER } from '../fixtures/make-pool.ts';
import { signJson } from '../fixtures/signing/data-integrity.ts';
import { didKey, ed25519TestKey } from '../fixtures/signing/keys.ts';
import { signStatusList } from '../fixtures/signing/status-list.ts';
import { NOBODY, SAMPLE_TRUST, verify } from './sample-trust.ts';
import { leavesOf } from './specimens.ts';

const PACK: JsonObject = JSON.parse(readFileSync(join(POOL_FOLDER, 'issuer-pack.json'), 'utf8'));
const LIST = STATUS_LISTS.harbourlightRevocation;
const REVOKED = { name: 'revoked.json', bytes: readFileSync(join(POOL_FOLDER, 'wrong/revoked.json')) };

describe('an issuer pack', () => {
  it('is refused when any value in it was changed after signing', () => {
    const survivors = leavesOf(PACK).filter((path) => {
      const pack = readIssuerPack(bytesOf(changed(PACK, path, `${String(valueAt(path))}x`)));
      return pack.ok;
    });
    expect(survivors).toEqual([]);
  });

  it('is recognised as its publisher’s by the key, not by what it says', () => {
    const key = ed25519TestKey('forger');
    const { proof: _proof, ...body } = PACK;
    const forged = readIssuerPack(bytesOf(signJson(body, { key, ...didKey(key) }, '2026-08-30T12:00:00Z')));
    expect(forged.ok && forged.value.publishers).not.toEqual(SAMPLE_TRUST.packs[0]?.publishers);
  });
});

describe('a status list in a pack', () => {
  it('counts as it was signed', async () => {
    expect(await statusOf(SAMPLE_TRUST)).toMatchObject({ state: 'fail', code: 'revoked' });
  });

  it('does not clear a revoked credential when its bits were changed after signing', async () => {
    const clean = await signStatusList({ ...LIST, set: [] }, ISSUERS.harbourlight.proof);
    const bits = subjectOf(clean)['encodedList'] ?? null;
    const list = SAMPLE_TRUST.packs[0]?.statusLists[LIST.url];
    if (list === undefined || typeof list === 'string') throw new Error('The sample pack has no such list');
    const status = await statusOf(withList(changed(list, ['credentialSubject', 'encodedList'], bits)));
    expect(status).toMatchObject({ state: 'not-checked', code: 'status-list-unproven' });
  });

  it('does not clear a revoked credential when somebody else signed it', async () => {
    const status = await statusOf(
      withList(await signStatusList({ ...LIST, issuer: ISSUERS.quillwater.id, set: [] }, ISSUERS.quillwater.proof)),
    );
    expect(status.state).not.toBe('pass');
  });

  it('does not clear a revoked credential when it is the list of another purpose or another address', async () => {
    for (const list of [
      await signStatusList({ ...LIST, purpose: 'suspension', set: [] }, ISSUERS.harbourlight.proof),
      await signStatusList(
        { ...LIST, url: 'https://harbourlight.example/status/revocation/2', set: [] },
        ISSUERS.harbourlight.proof,
      ),
    ]) {
      expect((await statusOf(withList(list))).state).not.toBe('pass');
    }
  });
});

async function statusOf(trust: TrustContext): Promise<Check> {
  const [credential] = (await verify(REVOKED, NOBODY, trust)).credentials;
  if (credential === undefined) throw new Error('Expected a credential');
  return credential.report.checks.status;
}

/** The sample trust data with another document at the address of the list. */
function withList(list: JsonObject): TrustContext {
  const packs = SAMPLE_TRUST.packs.map((pack) => ({
    ...pack,
    sha256: '0'.repeat(64),
    statusLists: { [LIST.url]: list },
  }));
  return { ...SAMPLE_TRUST, packs };
}

function subjectOf(credential: JsonObject): JsonObject {
  const subject = credential['credentialSubject'];
  if (subject === null || typeof subject !== 'object' || Array.isArray(subject)) throw new Error('No subject');
  return subject as JsonObject;
}

function valueAt(path: readonly (string | number)[]): Json {
  return path.reduce<unknown>((value, step) => Reflect.get(Object(value), step), PACK) as Json;
}

const bytesOf = (value: JsonObject): Uint8Array => utf8(JSON.stringify(value));
