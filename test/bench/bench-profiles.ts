import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SILENT } from '../../main/adapters/logging/logger.ts';
import { openWorkspace } from '../../main/adapters/sqlite/open-workspace.ts';
import { createEmbedder, MODEL_FOLDER_IN_SOURCES } from '../../main/engine/embedder-host.ts';
import type { EngineContext } from '../../main/engine/engine-context.ts';
import { forgetPlacings } from '../../main/engine/placings.ts';
import { readProfiles } from '../../main/engine/read-profile.ts';
import type { CandidateId } from '../../shared/model/ids.ts';
import { importFiles, openEngine, poolFiles } from '../engine/open-engine.ts';
import { printSpeedUps, sideBySide } from './side-by-side.ts';

const ROUNDS = 5;

/** The T-profiles of the sample pool one by one: everything found anew for each person, and wordings placed once. */
export async function benchProfiles(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-bench-'));
  const engine = openEngine({ workspace: { folder } });
  await importFiles(engine.client, [...poolFiles('manifest.csv'), ...poolFiles('candidates')]);
  await engine.close();
  const opened = openWorkspace({ kind: 'file', path: join(folder, 'tessera.sqlite') });
  if (!opened.ok) throw new Error(opened.problem.code);
  const workspace = opened.value;
  const embedder = await createEmbedder(MODEL_FOLDER_IN_SOURCES);
  // All that reading a profile uses of the engine.
  const context = { workspace, embedder, log: SILENT } as unknown as EngineContext;
  const people = workspace.candidates.list().map(({ id }) => id);
  const ways = [
    {
      name: 'every wording compared anew for each person',
      run: () =>
        each(people, async (person) => {
          forgetPlacings(context);
          await read(context, person);
        }),
    },
    {
      name: 'every wording placed once, the first time',
      run: async () => {
        forgetPlacings(context);
        await each(people, (person) => read(context, person));
      },
    },
    // After the way before it everything is remembered.
    { name: 'every wording placed once, from then on', run: () => each(people, (person) => read(context, person)) },
  ];
  printSpeedUps('T-profiles of the sample pool', people.length, 'person', await sideBySide(ways, ROUNDS));
  workspace.close();
  embedder.close();
  rmSync(folder, { recursive: true, force: true });
}

async function each(people: readonly CandidateId[], work: (person: CandidateId) => Promise<void>): Promise<void> {
  for (const person of people) await work(person);
}

async function read(context: EngineContext, person: CandidateId): Promise<void> {
  const profiles = await readProfiles(context, [person], null);
  if (!profiles.ok) throw new Error(profiles.problem.code);
}
