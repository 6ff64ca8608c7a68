import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../main/core/matching/settings.ts';
import type { Client } from '../../shared/api/client.ts';
import type { CandidateId, JobId } from '../../shared/model/ids.ts';
import { didKey, ed25519TestKey } from '../fixtures/signing/keys.ts';
import { issueSdJwt, presentSdJwt } from '../fixtures/signing/sd-jwt.ts';
import {
  addPack,
  importFiles,
  needed,
  openEngine,
  poolFiles,
  saveJob,
  type TestEngine,
  type TestFile,
} from './open-engine.ts';

let folder: string;
let engine: TestEngine;
let client: Client;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tessera-privacy-'));
  engine = openEngine({ workspace: { folder } });
  client = engine.client;
  await addPack(client);
});
afterEach(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

const MARK = { ref: 'REF-Zqx81', name: 'Xanthippe Quillfeather', email: 'xanthippe.zqx81@people.example' };

/** A manifest that gives the files of one person to somebody whose words are easy to find again. */
function markedManifest(files: readonly TestFile[], name = MARK.name): TestFile {
  const rows = files.map((file) => `${file.name},${MARK.ref},${name},${MARK.email}`);
  const text = ['file,candidate_ref,name,email', ...rows].join('\n');
  return { name: 'manifest.csv', bytes: new TextEncoder().encode(text) };
}

async function importMarked(name = MARK.name) {
  const files = poolFiles('candidates/d-01');
  await importFiles(client, [markedManifest(files, name), ...files]);
  const [row] = await needed(client.request('candidates.list', {}));
  if (row === undefined) throw new Error('nobody was imported');
  return { id: row.candidate.id, files };
}

const marks = Object.values(MARK);

describe('blind mode', () => {
  it('keeps what a token says of a person out of every answer', async () => {
    const key = ed25519TestKey('privacy');
    const signer = { key, ...didKey(key) };
    const personal = {
      given_name: 'Xanthippe',
      family_name: 'Quillfeather',
      name: MARK.name,
      email: MARK.email,
      birthdate: '1987-03-21',
      sub: MARK.ref,
    };
    const claims = { iss: signer.did, vct: 'urn:example:identity', iat: 1_767_600_000, ...personal };
    const token = presentSdJwt(issueSdJwt(claims, Object.keys(personal), signer));
    await importFiles(client, [{ name: 'identity.txt', bytes: new TextEncoder().encode(token) }]);
    const [row] = await needed(client.request('candidates.list', {}));
    if (row === undefined) throw new Error('nobody was imported');
    const { credentials } = await needed(client.request('candidates.get', { candidate: row.candidate.id }));
    const opened = await Promise.all(
      credentials.map((each) => client.request('credentials.get', { credential: each.key })),
    );
    expect(opened).toHaveLength(1);
    const text = JSON.stringify([row, credentials, opened]);
    expect(text).toContain('urn:example:identity');
    for (const mark of [...marks, 'Xanthippe', 'Quillfeather', '1987-03-21']) expect(text).not.toContain(mark);
  });

  it('is on by default and keeps name, e-mail, reference and subject out of every answer', async () => {
    const { id } = await importMarked();
    const job = await saveJob(client, 'data-analyst');
    const { credentials } = await needed(client.request('candidates.get', { candidate: id }));
    const answers = [
      await client.request('candidates.list', {}),
      await client.request('candidates.get', { candidate: id }),
      ...(await Promise.all(credentials.map(({ key }) => client.request('credentials.get', { credential: key })))),
      await client.runTask('ranking.compute', { job: job.id, settings: DEFAULT_SETTINGS }),
      await client.request('profiles.get', { candidate: id, job: job.id }),
    ];
    const words = JSON.stringify(answers);
    for (const mark of marks) expect(words).not.toContain(mark);
    expect(credentials.map((credential) => credential.subject)).toEqual(
      credentials.map(() => ({ id: null, name: null, identifiers: [] })),
    );
  });

  it('hides no word of the checks because it is also somebody’s surname', async () => {
    const { id } = await importMarked('Xanthippe Northmoor');
    const { credentials } = await needed(client.request('candidates.get', { candidate: id }));
    const messages = credentials.flatMap(({ report }) => Object.values(report.checks).map(({ message }) => message));
    expect(messages.join(' ')).toContain('Northmoor University');
  });

  it('keeps the name of somebody who issued to themselves, who is an issuer as well', async () => {
    const files = poolFiles('wrong/self-asserted.json');
    await importFiles(client, [...poolFiles('manifest.csv'), ...files]);
    const [row] = await needed(client.request('candidates.list', {}));
    if (row === undefined) throw new Error('nobody was imported');
    const job = await saveJob(client, 'data-analyst');
    const answers = [
      await client.request('candidates.get', { candidate: row.candidate.id }),
      await client.request('trust.overview', {}),
      await client.request('profiles.get', { candidate: row.candidate.id, job: null }),
      await client.runTask('ranking.compute', { job: job.id, settings: DEFAULT_SETTINGS }),
    ];
    expect(JSON.stringify(answers)).not.toContain('Quincy');
  });

  it('holds in what trust data would change or have changed, and in the history of a verdict', async () => {
    await importMarked();
    const { packs } = await needed(client.request('trust.overview', {}));
    const [pack] = packs;
    if (pack === undefined) throw new Error('no pack');
    const preview = await needed(
      client.runTask('trust.preview', { change: { kind: 'remove-pack', sha256: pack.sha256 } }),
    );
    await needed(client.request('trust.removePack', { sha256: pack.sha256 }));
    const effect = await needed(client.runTask('credentials.recheck', {}));
    const changes = await needed(client.request('credentials.changes', {}));
    expect(effect.moved.length).toBeGreaterThan(0);
    expect([preview.moved.length, changes.length]).toEqual([effect.moved.length, effect.moved.length]);
    const histories = await Promise.all(
      effect.moved.map(({ credential }) => needed(client.request('credentials.history', { credential }))),
    );
    const missing = await needed(client.request('trust.missing', {}));
    const words = JSON.stringify([preview, effect, changes, histories, missing]);
    for (const mark of [...marks, ...(await subjectIds())]) expect(words).not.toContain(mark);
    const [first] = effect.moved;
    expect(first?.person).toMatch(/^Candidate /);
    await needed(client.request('workspace.set', { blind: false }));
    const named = await needed(client.request('credentials.changes', {}));
    expect(new Set(named.map(({ person }) => person))).toEqual(new Set([MARK.name]));
  });

  it('holds in exports, whatever is asked', async () => {
    await importMarked();
    const job = await saveJob(client, 'data-analyst');
    for (const format of ['csv', 'json', 'html'] as const) {
      const request = { job: job.id, settings: DEFAULT_SETTINGS, format, named: true };
      const { bytes, fileName } = await needed(client.request('export.ranking', request));
      const text = fileName + new TextDecoder().decode(bytes);
      for (const mark of marks) expect(text).not.toContain(mark);
    }
  });

  it('ends for one person by a reveal, which is a logged act with its reason', async () => {
    const { id } = await importMarked();
    const revealed = await needed(client.request('candidates.reveal', { candidate: id, reason: 'invited' }));
    expect(revealed).toMatchObject(MARK);
    expect((await needed(client.request('candidates.get', { candidate: id }))).candidate).toMatchObject(MARK);
    const [entry] = await needed(client.request('log.list', { limit: 1 }));
    expect(entry).toMatchObject({
      kind: 'candidate.revealed',
      by: 'tester',
      subject: id,
      detail: { reason: 'invited' },
    });
  });

  it('can be switched off for the workspace, which is logged as well', async () => {
    const { id } = await importMarked();
    await needed(client.request('workspace.set', { blind: false }));
    expect((await needed(client.request('candidates.get', { candidate: id }))).candidate).toMatchObject(MARK);
    expect((await needed(client.request('log.list', { limit: 1 })))[0]).toMatchObject({ kind: 'workspace.blind' });
  });
});

describe('erasing a person', () => {
  it('leaves no byte of the files, the name, the address or the skills in the workspace', async () => {
    const { id, files } = await importMarked();
    const job = await saveJob(client, 'data-analyst');
    await needed(client.runTask('ranking.compute', { job: job.id, settings: DEFAULT_SETTINGS }));
    await needed(client.request('candidates.reveal', { candidate: id, reason: `talked to ${MARK.name}` }));
    const requirement = job.requirements[0]?.id;
    if (requirement === undefined) throw new Error('no requirement');
    const reason = `as ${MARK.name} showed`;
    await needed(
      client.request('ranking.judge', { job: job.id, requirement, candidate: id, judgement: 'meets', reason }),
    );
    // What moved is in the history, with the person's subject ids in the sentences.
    const { packs } = await needed(client.request('trust.overview', {}));
    for (const { sha256 } of packs) await needed(client.request('trust.removePack', { sha256 }));
    await needed(client.runTask('credentials.recheck', {}));
    const [moved] = await needed(client.request('credentials.changes', {}));
    if (moved === undefined) throw new Error('nothing moved');
    const traces = [...marks, id, ...files.map(aTraceOf), moved.credential, ...(await subjectIds())];
    const before = everythingOnDisk();
    for (const trace of traces.slice(0, 4)) expect(before.includes(trace)).toBe(true);

    await needed(client.request('candidates.erase', { candidate: id, reason: `${MARK.name} asked for it` }));

    const after = everythingOnDisk();
    for (const trace of traces) expect(after.includes(trace), trace).toBe(false);
    expect(await needed(client.request('candidates.list', {}))).toEqual([]);
    const kinds = (await needed(client.request('log.list', { limit: 100 }))).map((entry) => entry.kind);
    expect(kinds).toContain('candidate.erased');
    expect(kinds).not.toContain('candidate.revealed');
    expect(await needed(client.request('credentials.changes', {}))).toEqual([]);
    expect(await needed(client.request('tasks.list', {}))).toEqual([]);
  });

  it('takes along why a wording was refused, in the rule and in the log; the rule stays', async () => {
    const { id } = await importMarked();
    const job = await saveJob(client, 'data-analyst');
    const refuse = (await refusalOfFirst(client, job.id, id))(`as ${MARK.name} said on the phone`);
    await needed(refuse);
    const [rule] = await needed(client.request('refusals.list', {}));
    expect(rule?.reason).toContain(MARK.name);
    expect(everythingOnDisk().includes(`as ${MARK.name} said`)).toBe(true);

    await needed(client.request('candidates.erase', { candidate: id, reason: 'asked' }));

    expect(await needed(client.request('refusals.list', {}))).toEqual([{ ...rule, reason: null }]);
    const disk = everythingOnDisk();
    for (const mark of [...marks, 'on the phone', id]) expect(disk.includes(mark), mark).toBe(false);
  });

  it('takes along why a refusal was taken back', async () => {
    const { id } = await importMarked();
    const job = await saveJob(client, 'data-analyst');
    await needed((await refusalOfFirst(client, job.id, id))('another thing'));
    const [rule] = await needed(client.request('refusals.list', {}));
    if (rule === undefined) throw new Error('no rule');
    await needed(client.request('refusals.remove', { refusal: rule.id, reason: `${MARK.name} showed me` }));
    await needed(client.request('candidates.erase', { candidate: id, reason: 'asked' }));
    const disk = everythingOnDisk();
    for (const mark of [...marks, 'showed me', id]) expect(disk.includes(mark), mark).toBe(false);
  });

  it('throws away imports that still wait with the person’s files or name', async () => {
    const { id, files } = await importMarked();
    const { batch } = await needed(client.request('import.begin', {}));
    await needed(client.request('import.add', { batch, files: [markedManifest(files)] }));
    await needed(client.request('candidates.erase', { candidate: id, reason: 'asked' }));
    expect(await needed(client.request('import.pending', {}))).toEqual([]);
    const disk = everythingOnDisk();
    for (const mark of marks) expect(disk.includes(mark), mark).toBe(false);
  });

  it('leaves everybody else as they were', async () => {
    const { id } = await importMarked();
    const other = await importFiles(client, poolFiles('candidates/d-02'));
    await needed(client.request('candidates.erase', { candidate: id, reason: 'asked' }));
    const again = await importFiles(client, poolFiles('candidates/d-02'));
    expect(again.counts).toMatchObject({ imported: 0, duplicates: other.counts.imported });
  });
});

describe('the log file', () => {
  it('holds no name, address, file name or word of a credential, even after a bug', async () => {
    const { id } = await importMarked();
    await client.request('candidates.get', { candidate: id });
    await client.request('candidates.reveal', { candidate: id, reason: MARK.name });
    await engine.close();
    const log = readFileSync(join(folder, 'tessera.log'), 'utf8');
    expect(log).toContain('task ended');
    for (const word of [...marks, 'd-01', '.json', 'Statistics']) expect(log).not.toContain(word);
    engine = openEngine({ workspace: { folder } });
  });
});

/** Refuses, for a reason, the first identity that somebody's credentials show. */
async function refusalOfFirst(to: Client, job: JobId, candidate: CandidateId) {
  const settings = DEFAULT_SETTINGS;
  const [ranked] = (await needed(to.runTask('ranking.compute', { job, settings }))).candidates;
  const match = ranked?.requirements.find(({ tier }) => tier === 'label');
  if (match?.evidence == null) throw new Error('nothing is shown');
  const { credential, pointer } = match.evidence;
  const shown = { job, settings, candidate, requirement: match.requirement, credential, pointer, everyJob: true };
  return (reason: string) => to.request('refusals.add', { ...shown, reason });
}

/** The ids under which everyone's credentials were issued, as they stand in the store. */
async function subjectIds(): Promise<readonly string[]> {
  await needed(client.request('workspace.set', { blind: false }));
  const rows = await needed(client.request('candidates.list', {}));
  const people = await Promise.all(
    rows.map(({ candidate }) => needed(client.request('candidates.get', { candidate: candidate.id }))),
  );
  await needed(client.request('workspace.set', { blind: true }));
  const ids = people.flatMap(({ credentials }) => credentials.flatMap(({ subject }) => subject.id ?? []));
  expect(ids.length).toBeGreaterThan(0);
  return ids;
}

/** A piece from the middle of a file, long enough to be found nowhere else. */
function aTraceOf(file: TestFile): string {
  const middle = Math.floor(file.bytes.length / 2);
  return Buffer.from(file.bytes.subarray(middle, middle + 160)).toString('latin1');
}

function everythingOnDisk(): string {
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name)).toString('latin1'))
    .join('\n');
}
