import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWorkspace } from '../../main/adapters/sqlite/open-workspace.ts';
import { shapeOf } from '../../main/core/profiles/shape.ts';
import type { Client } from '../../shared/api/client.ts';
import { SHAPES, type TProfile } from '../../shared/model/profile.ts';
import { addPack, importFiles, needed, openEngine, poolFiles, saveJob, type TestEngine } from './open-engine.ts';

let folder: string;
let engine: TestEngine;
let client: Client;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tessera-profiles-'));
  reopen();
  await addPack(client);
});
afterEach(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

function reopen() {
  engine = openEngine({ workspace: { folder } });
  client = engine.client;
}

/** Reads and writes beside the engine, as if it had been at an earlier time. */
function inStore<Value>(work: (workspace: ReturnType<typeof storeOf>) => Value): Value {
  const workspace = storeOf();
  const value = work(workspace);
  workspace.close();
  return value;
}

function storeOf() {
  const opened = openWorkspace({ kind: 'file', path: join(folder, 'tessera.sqlite') });
  if (!opened.ok) throw new Error(opened.problem.code);
  return opened.value;
}

async function importPerson(path: string) {
  await importFiles(client, poolFiles(path));
  const [row] = await needed(client.request('candidates.list', {}));
  if (row === undefined) throw new Error('nobody was imported');
  return row.candidate.id;
}

describe('A T-profile in the engine', () => {
  it('takes a person’s word on a skill, keeps it through a restart, and takes it back', async () => {
    const candidate = await importPerson('candidates/d-01');
    const get = () => needed(client.request('profiles.get', { candidate, job: null }));
    const before = await get();
    const part = before.fields[0]?.parts[0];
    const skill = part?.skills[0];
    if (part === undefined || skill === undefined) throw new Error('nothing is placed');
    const target = { candidate, credential: part.credential, pointer: skill.pointer, quote: skill.quote };
    await needed(client.request('profiles.place', { ...target, place: '083', reason: 'It is about fish.' }));
    const edited = (profile: TProfile) => profile.fields.find(({ code }) => code === '083');
    const moved = edited(await get());
    expect(moved?.source).toBe('person');
    // Every credential of the person that says the same has moved with it.
    expect(moved?.parts.flatMap(({ skills }) => skills)).toContainEqual(
      expect.objectContaining({
        quote: skill.quote,
        edit: expect.objectContaining({ by: 'tester', reason: 'It is about fish.' }),
      }),
    );
    await engine.close();
    reopen();
    expect(edited(await get())).toMatchObject({ source: 'person' });
    await needed(client.request('profiles.place', { ...target, place: null, reason: 'I was wrong.' }));
    expect(await get()).toEqual(before);
    const log = await needed(client.request('log.list', { limit: 10 }));
    expect(log.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['profile.placed', 'profile.place-withdrawn']));
  });

  it('finds no skill under words that the credential does not have, nor in another person’s credential', async () => {
    await importFiles(client, [...poolFiles('candidates/d-01'), ...poolFiles('candidates/d-02')]);
    const rows = await needed(client.request('candidates.list', {}));
    const [one, other] = rows.map(({ candidate }) => candidate.id);
    if (one === undefined || other === undefined) throw new Error('two people are needed');
    const profile = await needed(client.request('profiles.get', { candidate: one, job: null }));
    const part = profile.fields[0]?.parts[0];
    if (part === undefined) throw new Error('nothing is placed');
    const target = { credential: part.credential, pointer: part.pointer, place: '083' as const, reason: 'A try.' };
    const answers = [
      await client.request('profiles.place', { ...target, candidate: one, quote: 'Something else' }),
      await client.request('profiles.place', { ...target, candidate: other, quote: part.quote }),
    ];
    for (const answer of answers) expect(answer).toMatchObject({ ok: false, problem: { code: 'not-found' } });
  });

  it('is read against what the job needs', async () => {
    const candidate = await importPerson('candidates/d-01');
    const job = await saveJob(client, 'data-analyst');
    const profile = await needed(client.request('profiles.get', { candidate, job: job.id }));
    expect(profile.needed).toMatchObject({ job: job.id, jobVersion: 1 });
    expect(profile.needed?.fields.length).toBeGreaterThan(0);
    expect(profile.stem).toBe(profile.needed?.coreField?.code);
  });

  it('keeps the shape that was shown until a boundary is passed by the margin', async () => {
    await importFiles(client, [...poolFiles('manifest.csv'), ...poolFiles('candidates')]);
    const rows = await needed(client.request('candidates.list', {}));
    const profiles = await Promise.all(
      rows.map(({ candidate }) => needed(client.request('profiles.get', { candidate: candidate.id, job: null }))),
    );
    // Somebody near a boundary: shown otherwise before, that shape would still hold.
    const near = profiles.flatMap((profile) => {
      const depths = new Map(profile.fields.map(({ code, depth }) => [code, depth]));
      const evidence = { items: profile.evidenceCount, depths, groups: profile.breadth.groups, coreField: null };
      const held = SHAPES.find((shape) => shape !== profile.plainShape && shapeOf(evidence, shape) === shape);
      return held === undefined ? [] : [{ profile, held }];
    });
    const [one] = near;
    if (one === undefined) throw new Error('nobody in the pool is near a boundary');
    const { candidate, plainShape } = one.profile;
    expect(inStore((workspace) => workspace.profiles.shape(candidate, null))).toBe(plainShape);
    inStore((workspace) => workspace.profiles.keepShape(candidate, null, one.held));
    const again = await needed(client.request('profiles.get', { candidate, job: null }));
    expect(again).toMatchObject({ shape: one.held, plainShape });
  });

  it('says what a later import changed', async () => {
    const files = poolFiles('candidates/d-01');
    const manifest = {
      name: 'manifest.csv',
      bytes: new TextEncoder().encode(
        ['file,candidate_ref,name,email', ...files.map(({ name }) => `${name},R1,Ada Example,ada@people.example`)].join(
          '\n',
        ),
      ),
    };
    await importFiles(client, [manifest, ...files.slice(0, 1)]);
    await importFiles(client, [manifest, ...files.slice(1)]);
    const rows = await needed(client.request('candidates.list', {}));
    expect(rows).toHaveLength(1);
    const candidate = rows[0]?.candidate.id;
    if (candidate === undefined) throw new Error('nobody was imported');
    const steps = await needed(client.request('profiles.steps', { candidate, job: null }));
    expect(steps.map(({ isFirst }) => isFirst)).toEqual([false, true]);
    expect(steps[0]?.credentials.length).toBeGreaterThan(0);
    const causes = steps[0]?.fields.flatMap(({ because }) => because.map(({ credential }) => credential)) ?? [];
    expect(causes.length).toBeGreaterThan(0);
    const added = new Set(steps[0]?.credentials.map(({ credential }) => credential));
    expect(causes.every((cause) => added.has(cause))).toBe(true);
  });

  it('goes with the person: no edit, no shape and no wording is left', async () => {
    const candidate = await importPerson('candidates/d-01');
    const profile = await needed(client.request('profiles.get', { candidate, job: null }));
    const part = profile.fields[0]?.parts[0];
    if (part === undefined) throw new Error('nothing is placed');
    const { credential, pointer, quote } = part;
    const edit = { candidate, credential, pointer, quote, place: '083' as const, reason: 'Zqx81 said so.' };
    await needed(client.request('profiles.place', edit));
    await needed(client.request('candidates.erase', { candidate, reason: 'asked' }));
    expect(
      inStore((workspace) => [workspace.profiles.edits(candidate), workspace.profiles.shape(candidate, null)]),
    ).toEqual([[], null]);
    expect(JSON.stringify(await needed(client.request('log.list', { limit: 100 })))).not.toContain('Zqx81');
  });
});

describe('Blind mode', () => {
  it('hides the words of a profile’s edits and steps, and skills can still be moved by the words that are shown', async () => {
    const files = poolFiles('candidates/d-01');
    const first = await importPerson('candidates/d-01');
    const open = await needed(client.request('profiles.get', { candidate: first, job: null }));
    const secret = open.fields[0]?.parts[0]?.quote.split(' ')[0] ?? '';
    await needed(client.request('candidates.erase', { candidate: first, reason: 'again' }));
    // A person who is called like a word of their own skill.
    const name = `Xanthippe ${secret}`;
    const text = ['file,candidate_ref,name,email', ...files.map((file) => `${file.name},R9,${name},x@people.example`)];
    await importFiles(client, [{ name: 'manifest.csv', bytes: new TextEncoder().encode(text.join('\n')) }, ...files]);
    const [row] = await needed(client.request('candidates.list', {}));
    const candidate = row?.candidate.id;
    if (candidate === undefined) throw new Error('nobody was imported');
    const get = () => needed(client.request('profiles.get', { candidate, job: null }));
    const profile = await get();
    const part = profile.fields.flatMap(({ parts }) => parts).find(({ quote }) => !quote.includes(secret));
    if (part === undefined) throw new Error('nothing was hidden');
    const { credential, pointer, quote } = part;
    const reason = `${name} told me.`;
    await needed(client.request('profiles.place', { candidate, credential, pointer, quote, place: '083', reason }));
    const steps = await needed(client.request('profiles.steps', { candidate, job: null }));
    expect((await get()).fields.some(({ code }) => code === '083')).toBe(true);
    expect(JSON.stringify([await get(), steps])).not.toContain('Xanthippe');
  });
});
