import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SILENT } from '../../main/adapters/logging/logger.ts';
import { openWorkspace, type Workspace } from '../../main/adapters/sqlite/open-workspace.ts';
import type { Embedder } from '../../main/core/ports.ts';
import { createEmbedder, MODEL_FOLDER_IN_SOURCES } from '../../main/engine/embedder-host.ts';
import type { EngineContext } from '../../main/engine/engine-context.ts';
import { forgetPlacings } from '../../main/engine/placings.ts';
import { readProfiles } from '../../main/engine/read-profile.ts';
import { fail } from '../../shared/api/problems.ts';
import type { CandidateId } from '../../shared/model/ids.ts';
import type { TProfile } from '../../shared/model/profile.ts';
import { importFiles, openEngine, poolFiles } from './open-engine.ts';

/** What is kept from person to person makes profiles quick, and must change no bit of them. */
describe('Placings that are kept', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-placings-'));
  let workspace: Workspace;
  let embedder: Embedder & { close(): void };
  let people: readonly CandidateId[];
  beforeAll(async () => {
    const engine = openEngine({ workspace: { folder } });
    await importFiles(engine.client, [
      ...poolFiles('candidates/d-01'),
      ...poolFiles('candidates/d-02'),
      ...poolFiles('candidates/n-01'),
      ...poolFiles('candidates/o-01'),
    ]);
    await engine.close();
    const opened = openWorkspace({ kind: 'file', path: join(folder, 'tessera.sqlite') });
    if (!opened.ok) throw new Error(opened.problem.code);
    workspace = opened.value;
    people = workspace.candidates.list().map(({ id }) => id);
    embedder = await createEmbedder(MODEL_FOLDER_IN_SOURCES);
  });
  afterAll(() => {
    workspace.close();
    embedder.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** All that reading a profile uses of the engine. */
  const contextWith = (one: Embedder) => ({ workspace, embedder: one, log: SILENT }) as unknown as EngineContext;

  async function read(context: EngineContext, ids: readonly CandidateId[]): Promise<readonly TProfile[]> {
    const profiles = await readProfiles(context, ids, null);
    if (!profiles.ok) throw new Error(profiles.problem.code);
    return profiles.value;
  }

  it('give each person the profile that they have by themselves, in whatever order and company', async () => {
    expect(people.length).toBeGreaterThan(3);
    const alone = new Map<CandidateId, string>();
    for (const person of people) {
      const context = contextWith(embedder);
      const [profile] = await read(context, [person]);
      alone.set(person, JSON.stringify(profile));
    }
    const kept = contextWith(embedder);
    for (const order of [people, people.toReversed()]) {
      for (const profile of await read(kept, order)) {
        expect(JSON.stringify(profile)).toBe(alone.get(profile.candidate));
      }
    }
    const [first] = await Promise.all(people.map((person) => read(kept, [person])));
    expect(JSON.stringify(first?.[0])).toBe(alone.get(people[0] ?? ('' as CandidateId)));
  });

  it('survive that they are let go of while somebody waits for them', async () => {
    const [one, other] = people;
    if (one === undefined || other === undefined) throw new Error('two people are needed');
    const [expected] = await read(contextWith(embedder), [other]);
    const context = contextWith(embedder);
    await read(context, [one]);
    const waiting = read(context, [other]);
    forgetPlacings(context);
    expect(await waiting).toEqual([expected]);
  });

  it('fall back to words alone where the model fails on the way', async () => {
    const [one] = people;
    if (one === undefined) throw new Error('somebody is needed');
    const absent = { model: { state: 'absent', code: 'model-missing' } } as const;
    const [byWords] = await read(contextWith({ ...embedder, ...absent }), [one]);
    const failing: Embedder = {
      model: { state: 'ready', id: 'broken', sha256: 'f'.repeat(64), calibrated: false },
      embed: () => Promise.resolve(fail('model-failed')),
    };
    const context = contextWith(failing);
    expect(await read(context, [one])).toEqual([byWords]);
    expect(await read(context, [one])).toEqual([byWords]);
  });
});
