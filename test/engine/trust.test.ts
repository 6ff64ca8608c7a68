import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Client } from '../../shared/api/client.ts';
import { DEFAULT_SETTINGS } from '../../main/core/matching/settings.ts';
import type { JsonObject } from '../../shared/model/json.ts';
import { DEFAULT_POLICY, type TrustEffect } from '../../shared/model/trust.ts';
import { createVerifierPool } from '../../main/engine/verifier-pool.ts';
import type { Verifier } from '../../main/core/ports.ts';
import { importFiles, needed, openEngine, poolFiles, saveJob, type TestEngine } from './open-engine.ts';
import {
  add,
  bytesOf,
  fingerprintOf,
  packWith,
  POOL_PACK_BYTES,
  publishedBy,
  REASON,
  recheck,
} from './trust-workspace.ts';

const engines: TestEngine[] = [];
const folders: string[] = [];
afterEach(async () => {
  await Promise.all(engines.splice(0).map((engine) => engine.close()));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function open(options: Parameters<typeof openEngine>[0] = {}): Client {
  const engine = openEngine(options);
  engines.push(engine);
  return engine.client;
}

async function close(): Promise<void> {
  await engines.pop()?.close();
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-trust-'));
  folders.push(folder);
  return folder;
}

/** What an effect says of verdicts; how many credentials were looked at differs, as a preview leaves some out. */
function moves({ moved, otherwiseChanged }: TrustEffect): Omit<TrustEffect, 'checked'> {
  return { moved, otherwiseChanged };
}

/** A verifier that counts the files it is given. */
function countingVerifier(): Verifier & { readonly files: string[] } {
  const pool = createVerifierPool({ workers: 2 });
  const files: string[] = [];
  return { ...pool, files, verify: (file, ...rest) => (files.push(file.name), pool.verify(file, ...rest)) };
}

async function verdictsOf(client: Client): Promise<readonly string[]> {
  const rows = await needed(client.request('candidates.list', {}));
  const people = await Promise.all(
    rows.map(({ candidate }) => needed(client.request('candidates.get', { candidate: candidate.id }))),
  );
  return people.flatMap(({ credentials }) => credentials.map((one) => `${one.key} ${one.report.verdict}`)).sort();
}

describe('a pack is accepted', () => {
  const pack = packWith();

  it('without a person’s reason only where it is signed by a pinned publisher', async () => {
    const client = open();
    const bytes = publishedBy('office', pack);
    const fingerprint = await fingerprintOf(client, bytes);
    expect(await client.request('trust.addPack', { bytes: bytesOf(pack) })).toMatchObject({
      problem: { code: 'pack-unsigned' },
    });
    expect(await client.request('trust.addPack', { bytes })).toMatchObject({
      problem: { code: 'pack-publisher-unpinned', params: { fingerprint } },
    });
    expect((await needed(client.request('trust.overview', {}))).packs).toEqual([]);
    await needed(client.request('trust.pinPublisher', { fingerprint, name: 'Office', reason: REASON }));
    expect(await needed(client.request('trust.addPack', { bytes }))).toMatchObject({ publisher: fingerprint });
    const { packs, publishers } = await needed(client.request('trust.overview', {}));
    expect(packs).toMatchObject([{ publisher: fingerprint }]);
    expect(publishers).toMatchObject([{ fingerprint, name: 'Office', reason: REASON, pinnedBy: 'tester' }]);
  });

  it('where one of several who signed it is pinned', async () => {
    const client = open();
    const one = publishedBy('stranger', pack);
    const other = publishedBy('office', pack);
    const proofs = [one, other].map((bytes) => JSON.parse(new TextDecoder().decode(bytes)) as JsonObject);
    const both = bytesOf({ ...pack, proof: proofs.map((signed) => signed['proof'] ?? null) });
    expect(await client.request('trust.addPack', { bytes: both })).toMatchObject({
      problem: { code: 'pack-publisher-unpinned' },
    });
    const fingerprint = await fingerprintOf(client, other);
    await needed(client.request('trust.pinPublisher', { fingerprint, name: 'Office', reason: REASON }));
    expect(await needed(client.request('trust.inspectPack', { bytes: both }))).toMatchObject({ publisherPinned: true });
    expect(await client.request('trust.addPack', { bytes: both })).toMatchObject({ ok: true });
  });

  it('with a reason, which is logged', async () => {
    const client = open();
    await needed(client.request('trust.addPack', { bytes: bytesOf(pack), reason: 'handed over in person' }));
    const [entry] = await needed(client.request('log.list', { limit: 1 }));
    expect(entry).toMatchObject({
      kind: 'trust.pack-added',
      by: 'tester',
      detail: { reason: 'handed over in person', publisher: null },
    });
  });

  it('again by itself once it is there', async () => {
    const client = open();
    const first = await add(client, bytesOf(pack));
    expect(await needed(client.request('trust.addPack', { bytes: bytesOf(pack) }))).toEqual(first);
  });

  it('in place of the older one of the same source, and never the other way round', async () => {
    const client = open();
    const newer = packWith({ version: '2', retrievedAt: '2026-08-31T00:00:00Z' });
    await add(client, bytesOf(pack));
    const { sha256 } = await add(client, bytesOf(newer));
    expect((await needed(client.request('trust.overview', {}))).packs).toMatchObject([{ sha256, version: '2' }]);
    const rollback = { problem: { code: 'pack-rollback', params: { version: '2' } } };
    for (const operation of ['trust.addPack', 'trust.inspectPack'] as const) {
      expect(await client.request(operation, { bytes: bytesOf(pack) })).toMatchObject(rollback);
    }
    expect(await client.request('trust.addPack', { bytes: bytesOf(pack), reason: REASON })).toMatchObject(rollback);
    expect(await client.runTask('trust.preview', { change: { kind: 'add-pack', bytes: bytesOf(pack) } })).toMatchObject(
      rollback,
    );
    // Taking the newer one out is no way around it, in this session or the next.
    await needed(client.request('trust.removePack', { sha256 }));
    expect(await client.request('trust.addPack', { bytes: bytesOf(pack), reason: REASON })).toMatchObject(rollback);
  });

  it('not by surprise where somebody else signed it than before', async () => {
    const client = open();
    const bytes = publishedBy('office', pack);
    await add(client, bytes);
    const before = await fingerprintOf(client, bytes);
    const other = publishedBy('stranger', packWith({ retrievedAt: '2026-08-31T00:00:00Z' }));
    const fingerprint = await fingerprintOf(client, other);
    await needed(client.request('trust.pinPublisher', { fingerprint, name: 'Stranger', reason: REASON }));
    const changed = { problem: { code: 'pack-publisher-changed', params: { fingerprint, before } } };
    expect(await client.request('trust.addPack', { bytes: other })).toMatchObject(changed);
    const stripped = bytesOf(packWith({ retrievedAt: '2026-08-31T00:00:00Z' }));
    expect(await client.request('trust.addPack', { bytes: stripped })).toMatchObject({
      problem: { code: 'pack-publisher-changed' },
    });
    expect(await client.request('trust.addPack', { bytes: other, reason: 'the key was changed' })).toMatchObject({
      ok: true,
    });
  });

  it('after a look at it, which changes nothing', async () => {
    const client = open();
    const old = await add(client, bytesOf(pack));
    const all = pack['entries'] as { readonly ids: readonly string[]; readonly names: readonly string[] }[];
    const entries = all.filter((entry) => !entry.names.includes('Quillwater Skills Academy'));
    const bytes = publishedBy('office', packWith({ retrievedAt: '2026-08-31T00:00:00Z', entries }));
    const inspection = await needed(client.request('trust.inspectPack', { bytes }));
    expect(inspection).toMatchObject({ publisherPinned: false, replaces: old, summary: { issuers: all.length - 1 } });
    expect(inspection.difference?.issuersRemoved).toHaveLength(1);
    expect((await needed(client.request('trust.overview', {}))).packs).toEqual([old]);
    expect(
      (await needed(client.request('trust.inspectPack', { bytes: bytesOf(packWith({ source: 'x' })) }))).replaces,
    ).toBe(null);
  });
});

describe('the policy', () => {
  const strict = { recognisedPacks: 'pinned-publisher', expiryGraceDays: 0, staleAfterDays: 90 } as const;

  it('is the one that Tessera comes with until a person sets another, with a reason', async () => {
    const folder = newFolder();
    const client = open({ workspace: { folder } });
    expect((await needed(client.request('trust.overview', {}))).policy).toEqual(DEFAULT_POLICY);
    const set = await needed(client.request('trust.setPolicy', { policy: strict, reason: 'our rule' }));
    expect(set).toEqual({ ...strict, version: 2 });
    expect((await needed(client.request('log.list', { limit: 1 })))[0]).toMatchObject({
      kind: 'trust.policy-set',
      detail: { version: 2, recognisedPacks: 'pinned-publisher', reason: 'our rule' },
    });
    await close();
    expect((await needed(open({ workspace: { folder } }).request('trust.overview', {}))).policy).toEqual(set);
  });

  it('moves verdicts as its preview says, and says why', async () => {
    const client = open();
    await add(client, POOL_PACK_BYTES);
    await importFiles(client, poolFiles('candidates/d-01', 'wrong/expired.json'));
    const before = await verdictsOf(client);
    const policy = { ...strict, expiryGraceDays: 365 };
    const preview = await needed(client.runTask('trust.preview', { change: { kind: 'policy', policy } }));
    expect(await verdictsOf(client)).toEqual(before);
    expect((await needed(client.request('trust.overview', {}))).policy.version).toBe(1);
    const because = preview.moved.flatMap((moved) => moved.because);
    expect(because).toContainEqual(
      expect.objectContaining({ axis: 'issuer', from: 'issuer-recognised', to: 'issuer-pack-unpinned' }),
    );
    await needed(client.request('trust.setPolicy', { policy, reason: REASON }));
    expect(await recheck(client)).toEqual(preview);
    expect(await verdictsOf(client)).not.toEqual(before);
    // Recognising the publisher settles it, as the finding said.
    const fingerprint = await fingerprintOf(client, POOL_PACK_BYTES);
    const pinning = { change: { kind: 'pin-publisher', fingerprint } } as const;
    const promise = await needed(client.runTask('trust.preview', pinning));
    expect(promise.moved.flatMap((moved) => moved.because)).toContainEqual(
      expect.objectContaining({ axis: 'issuer', to: 'issuer-recognised' }),
    );
    expect((await needed(client.request('trust.overview', {}))).publishers).toEqual([]);
    await needed(client.request('trust.pinPublisher', { fingerprint, name: 'Sample', reason: REASON }));
    expect(moves(await recheck(client))).toEqual(moves(promise));
    const unpinning = { change: { kind: 'unpin-publisher', fingerprint } } as const;
    const loss = await needed(client.runTask('trust.preview', unpinning));
    expect(loss.moved.map(({ credential, from, to }) => [credential, to, from])).toEqual(
      promise.moved.map(({ credential, from, to }) => [credential, from, to]),
    );
    await needed(client.request('trust.unpinPublisher', { fingerprint, reason: REASON }));
    expect(moves(await recheck(client))).toEqual(moves(loss));
    expect(await client.runTask('trust.preview', unpinning)).toMatchObject({ problem: { code: 'not-found' } });
  });
});

describe('a report', () => {
  it('holds until its trust data or time change it: nothing is verified twice', async () => {
    const folder = newFolder();
    const first = open({ workspace: { folder } });
    await add(first, POOL_PACK_BYTES);
    await importFiles(first, poolFiles('candidates/d-01', 'candidates/d-02'));
    await close();
    const verifier = countingVerifier();
    const next = open({ workspace: { folder }, verifier, at: '2026-09-02T09:30:00Z' });
    expect(await recheck(next)).toMatchObject({ moved: [], otherwiseChanged: 0 });
    const daily = verifier.files.length;
    expect(await recheck(next)).toEqual({ checked: 0, moved: [], otherwiseChanged: 0 });
    expect(verifier.files.length).toBe(daily);
    expect(daily).toBeLessThan(4);
  });

  it('decays when a pack ends or a credential expires, and only what that touches is verified', async () => {
    const folder = newFolder();
    const first = open({ workspace: { folder } });
    await add(first, POOL_PACK_BYTES);
    await importFiles(first, poolFiles('candidates/d-01'));
    await close();
    const later = open({ workspace: { folder }, at: '2027-03-01T00:00:00Z' });
    const effect = await recheck(later);
    expect(effect.moved.length).toBeGreaterThan(0);
    for (const { to, because } of effect.moved) {
      expect(to).not.toBe('verified');
      expect(because).toContainEqual(expect.objectContaining({ axis: 'issuer', to: 'issuer-pack-expired' }));
    }
    await close();
    // A clock that is set back finds the reports of the future of no use.
    const back = open({ workspace: { folder } });
    expect((await recheck(back)).moved.map((moved) => [moved.to, moved.from])).toEqual(
      effect.moved.map((moved) => [moved.from, moved.to]),
    );
  });

  it('of a file that can’t be read any more is relied on no more', async () => {
    const pool = createVerifierPool({ workers: 1 });
    let isStricter = false;
    const verifier: Verifier = {
      ...pool,
      verify: async (file, ...rest) =>
        isStricter
          ? { file: file.name, credentials: [], problems: [{ code: 'json-too-deep', params: {} }] }
          : pool.verify(file, ...rest),
    };
    const client = open({ verifier });
    await add(client, POOL_PACK_BYTES);
    await importFiles(client, poolFiles('candidates/d-01/bsc-data-2021.json'));
    isStricter = true;
    await needed(client.request('trust.pin', { issuerId: 'did:web:nobody.example', reason: REASON }));
    expect(await recheck(client)).toMatchObject({
      moved: [{ from: 'verified', to: 'cannot-verify-offline', because: [{ to: 'format-not-read-again' }] }],
    });
    expect(await recheck(client)).toMatchObject({ checked: 0 });
  });

  it('is made again before anything is ranked by it', async () => {
    const client = open();
    await importFiles(client, poolFiles('candidates/d-01'));
    const job = await saveJob(client, 'data-analyst');
    await add(client, POOL_PACK_BYTES);
    const before = await verdictsOf(client);
    await needed(client.runTask('ranking.compute', { job: job.id, settings: DEFAULT_SETTINGS }));
    expect(await verdictsOf(client)).not.toEqual(before);
    expect(await recheck(client)).toMatchObject({ checked: 0 });
  });

  it('is kept once where two checks run at the same time', async () => {
    const client = open();
    await importFiles(client, poolFiles('candidates/d-01/bsc-data-2021.json'));
    await add(client, POOL_PACK_BYTES);
    const [one, other] = await Promise.all([recheck(client), recheck(client)]);
    const key = [...one.moved, ...other.moved][0]?.credential;
    if (key === undefined) throw new Error('nothing moved');
    expect(await needed(client.request('credentials.history', { credential: key }))).toHaveLength(2);
  });

  it('is kept when it changes, newest first, with the trust data that it rests on', async () => {
    const client = open();
    await importFiles(client, poolFiles('candidates/d-01/bsc-data-2021.json'));
    const [person] = await needed(client.request('candidates.list', {}));
    if (person === undefined) throw new Error('nobody');
    const [credential] = (await needed(client.request('candidates.get', { candidate: person.candidate.id })))
      .credentials;
    if (credential === undefined) throw new Error('nothing');
    const history = () => needed(client.request('credentials.history', { credential: credential.key }));
    expect(await history()).toEqual([
      {
        at: credential.report.at,
        recordedAt: credential.report.at,
        trustSnapshot: credential.report.trustSnapshot,
        verdict: credential.report.verdict,
        because: [],
      },
    ]);
    await add(client, POOL_PACK_BYTES);
    await recheck(client);
    const after = await history();
    expect(after.map((report) => report.verdict)).toEqual(['verified', credential.report.verdict]);
    expect(new Set(after.map((report) => report.trustSnapshot)).size).toBe(2);
    expect(after[0]?.because.map((reason) => reason.axis)).toContain('key-binding');
    await needed(client.request('trust.pin', { issuerId: 'did:web:nobody.example', reason: REASON }));
    expect((await recheck(client)).checked).toBe(1);
    expect(await history()).toEqual(after);
    expect(await client.request('credentials.history', { credential: 'x' as never })).toMatchObject({
      problem: { code: 'not-found' },
    });
  });
});

describe('what changed since a person last looked', () => {
  it('is told once, as the sum of what happened', async () => {
    const client = open();
    await importFiles(client, poolFiles('candidates/d-01/bsc-data-2021.json'));
    const changes = () => needed(client.request('credentials.changes', {}));
    expect(await changes()).toEqual([]);
    const { sha256 } = await add(client, POOL_PACK_BYTES);
    const effect = await recheck(client);
    const [moved] = effect.moved;
    expect(await changes()).toEqual([{ ...moved, at: expect.any(String) }]);
    await needed(client.request('trust.removePack', { sha256 }));
    await recheck(client);
    // Back to where it was at the last look.
    expect(await changes()).toEqual([]);
    await needed(client.request('credentials.changesSeen', {}));
    await add(client, POOL_PACK_BYTES);
    await recheck(client);
    expect(await changes()).toHaveLength(1);
    await needed(client.request('credentials.changesSeen', {}));
    expect(await changes()).toEqual([]);
  });
});

describe('a preview', () => {
  it('can be cancelled, and then says nothing', async () => {
    const client = open();
    await importFiles(client, poolFiles('candidates/d-01'));
    const abort = new AbortController();
    const running = client.runTask(
      'trust.preview',
      { change: { kind: 'add-pack', bytes: POOL_PACK_BYTES } },
      { signal: abort.signal },
    );
    abort.abort();
    expect(await running).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
  });

  it('judges only what the change can touch', async () => {
    const verifier = countingVerifier();
    const client = open({ verifier });
    await add(client, POOL_PACK_BYTES);
    await importFiles(client, poolFiles('candidates/d-01', 'wrong/unknown-issuer.json'));
    const { issuers } = await needed(client.request('trust.overview', {}));
    const unknown = issuers.find((issuer) => issuer.recognition === 'unknown');
    if (unknown === undefined) throw new Error('no unknown issuer');
    verifier.files.length = 0;
    const change = { kind: 'pin', issuerId: unknown.issuerId } as const;
    const preview = await needed(client.runTask('trust.preview', { change }));
    expect(verifier.files).toHaveLength(1);
    expect(preview).toMatchObject({ checked: 1, moved: [{ because: [{ axis: 'issuer', to: 'issuer-pinned' }] }] });
    verifier.files.length = 0;
    const nobody = { kind: 'pin', issuerId: 'did:web:nobody.example' } as const;
    expect(await needed(client.runTask('trust.preview', { change: nobody }))).toMatchObject({ checked: 0, moved: [] });
    expect(verifier.files).toEqual([]);
  });

  it('of what can’t be done says so', async () => {
    const client = open();
    const preview = (change: Parameters<typeof client.runTask<'trust.preview'>>[1]['change']) =>
      client.runTask('trust.preview', { change });
    expect(await preview({ kind: 'remove-pack', sha256: '0'.repeat(64) })).toMatchObject({
      problem: { code: 'not-found' },
    });
    expect(await preview({ kind: 'unpin', issuerId: 'did:web:nobody.example' })).toMatchObject({
      problem: { code: 'not-found' },
    });
    expect(await preview({ kind: 'add-pack', bytes: Uint8Array.of(1) })).toMatchObject({
      problem: { code: 'pack-malformed' },
    });
  });
});
