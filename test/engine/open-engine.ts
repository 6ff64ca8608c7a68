import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { composeEngine, type EngineOptions } from '../../main/engine/compose-engine.ts';
import { createVerifierPool } from '../../main/engine/verifier-pool.ts';
import type { Embedder } from '../../main/core/ports.ts';
import { createClient, type Client } from '../../shared/api/client.ts';
import { createInProcessTransport } from '../../shared/api/in-process-transport.ts';
import { fail, type Result } from '../../shared/api/problems.ts';
import type { BatchId } from '../../shared/model/ids.ts';
import type { ImportReport } from '../../shared/model/import.ts';
import type { Job } from '../../shared/model/job.ts';

/** The sample pool (test/fixtures), signed by keys of our own. */
export const POOL = join(import.meta.dirname, '..', 'fixtures', 'pool');
/** The date as of which the pool is judged. */
export const AT = '2026-09-01T00:00:00Z';

/** No encoder: identities and words only. For tests of everything but similarity, which need not load the model. */
export const NO_EMBEDDER: Embedder = {
  model: { state: 'absent', code: 'model-missing' },
  embed: () => Promise.resolve(fail('model-missing')),
};

export interface TestEngine {
  readonly client: Client;
  close(): Promise<void>;
}

/** The real engine with the real verifier and, unless one is given, no encoder. */
export function openEngine(options: Partial<EngineOptions> = {}): TestEngine {
  const engine = composeEngine({
    workspace: 'memory',
    at: AT,
    embedder: NO_EMBEDDER,
    verifier: createVerifierPool({ workers: 2 }),
    by: 'tester',
    ...options,
  });
  if (!engine.ok) throw new Error(engine.problem.code);
  return { client: createClient(createInProcessTransport(engine.value.transport)), close: engine.value.close };
}

export async function needed<Value>(answer: Promise<Result<Value>>): Promise<Value> {
  const result = await answer;
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

export interface TestFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Files of the pool below some of its paths, by name within the pool. */
export function poolFiles(...paths: readonly string[]): readonly TestFile[] {
  return paths
    .flatMap((path) => filesBelow(join(POOL, path)))
    .map((path) => ({ name: relative(POOL, path), bytes: new Uint8Array(readFileSync(path)) }));
}

export function jobOf(name: 'data-analyst' | 'community-nurse'): Omit<Job, 'id' | 'version' | 'savedAt'> {
  return JSON.parse(readFileSync(join(POOL, 'jobs', `${name}.json`), 'utf8')) as Omit<
    Job,
    'id' | 'version' | 'savedAt'
  >;
}

export async function addPack(client: Client): Promise<void> {
  const bytes = new Uint8Array(readFileSync(join(POOL, 'issuer-pack.json')));
  await needed(client.request('trust.addPack', { bytes, reason: 'for this test' }));
}

export async function stage(client: Client, files: readonly TestFile[]): Promise<BatchId> {
  const { batch } = await needed(client.request('import.begin', {}));
  await needed(client.request('import.add', { batch, files: [...files] }));
  return batch;
}

export async function importFiles(client: Client, files: readonly TestFile[]): Promise<ImportReport> {
  return needed(client.runTask('import.run', { batch: await stage(client, files) }));
}

export async function saveJob(client: Client, name: 'data-analyst' | 'community-nurse'): Promise<Job> {
  const { title, field, requirements } = jobOf(name);
  const lines = requirements.map((line) => ({
    ...line,
    alternatives: [...line.alternatives],
    frameworkIds: [...line.frameworkIds],
  }));
  return needed(client.request('jobs.save', { id: null, title, field, requirements: lines }));
}

function filesBelow(path: string): readonly string[] {
  if (!existsSync(path)) throw new Error(`${path} is not in the pool`);
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}
