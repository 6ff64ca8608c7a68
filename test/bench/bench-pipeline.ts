import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeEngine } from '../../main/engine/compose-engine.ts';
import { createEmbedder, MODEL_FOLDER_IN_SOURCES } from '../../main/engine/embedder-host.ts';
import { createVerifierPool } from '../../main/engine/verifier-pool.ts';
import { DEFAULT_SETTINGS } from '../../main/core/matching/settings.ts';
import { createClient } from '../../shared/api/client.ts';
import type { TaskState } from '../../shared/api/contract.ts';
import { AT, needed, saveJob } from '../engine/open-engine.ts';
import { generateBadges } from './generate-badges.ts';

const BADGES = 2000;
/** Files that the client adds with one request. */
const FILES_AT_ONCE = 100;

/** Import to ranking of 2,000 badges of 200 people in a workspace on disk, with the share of each phase. */
export async function benchPipeline(): Promise<void> {
  const badges = await generateBadges(BADGES);
  const folder = mkdtempSync(join(tmpdir(), 'tessera-bench-'));
  const embedder = await createEmbedder(MODEL_FOLDER_IN_SOURCES);
  const verifier = createVerifierPool({ workers: availableParallelism() });
  const engine = composeEngine({ workspace: { folder }, at: AT, embedder, verifier });
  if (!engine.ok) throw new Error(engine.problem.code);
  const client = createClient(engine.value.transport);
  const phases = createStopwatch();

  phases.enter('adding files');
  const { batch } = await needed(client.request('import.begin', {}));
  for (let start = 0; start < BADGES; start += FILES_AT_ONCE) {
    const files = badges.slice(start, start + FILES_AT_ONCE).map(({ name, bytes }) => ({ name, bytes }));
    await needed(client.request('import.add', { batch, files }));
  }
  const onProgress = (state: TaskState) => phases.enter(state.phase);
  const report = await needed(client.runTask('import.run', { batch }, { onProgress }));
  const job = await saveJob(client, 'data-analyst');
  const request = { job: job.id, settings: DEFAULT_SETTINGS };
  await needed(client.runTask('ranking.compute', request, { onProgress }));
  const times = phases.stop();
  const again = performance.now();
  await needed(client.runTask('ranking.compute', request));
  const secondRanking = performance.now() - again;
  await engine.value.close();
  rmSync(folder, { recursive: true, force: true });

  const total = [...times.values()].reduce((sum, time) => sum + time, 0);
  const { imported, candidates } = report.counts;
  console.log(
    `\nImport to ranking (${imported} badges of ${candidates} people; ${(total / 1000).toFixed(1)} s here and now)`,
  );
  for (const [phase, time] of times) console.log(`${((100 * time) / total).toFixed(1).padStart(6)} %  ${phase}`);
  console.log(
    `A second ranking takes ${((100 * secondRanking) / total).toFixed(1)} % of that: nothing is embedded twice.`,
  );
}

/** Adds up the time spent in each phase. */
function createStopwatch() {
  const times = new Map<string, number>();
  let current: string | null = null;
  let since = 0;
  const leave = () => {
    if (current !== null) times.set(current, (times.get(current) ?? 0) + performance.now() - since);
  };
  return {
    enter(phase: string) {
      leave();
      current = phase === 'finished' ? null : phase;
      since = performance.now();
    },
    stop() {
      leave();
      return times;
    },
  };
}
