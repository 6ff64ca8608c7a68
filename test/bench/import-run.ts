/**
 * `import-run FOLDER WORKSPACE`: a process that imports all files of a folder into a workspace on disk, as the app does,
 * and prints what that took as one line of JSON. Given the same workspace again it has to find everything done.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeEngine } from '../../main/engine/compose-engine.ts';
import { createVerifierPool } from '../../main/engine/verifier-pool.ts';
import { createClient } from '../../shared/api/client.ts';
import { fail, type Result } from '../../shared/api/problems.ts';
import type { ImportRun } from './bench-import.ts';

const [folder = '', workspace = '', at = ''] = process.argv.slice(2);
/** Files that the client adds with one request, as the window does. */
const FILES_AT_ONCE = 200;

const verifier = createVerifierPool();
const engine = composeEngine({
  workspace: { folder: workspace },
  at,
  embedder: { model: { state: 'absent', code: 'model-missing' }, embed: () => Promise.resolve(fail('model-missing')) },
  verifier,
});
if (!engine.ok) throw new Error(engine.problem.code);
const client = createClient(engine.value.transport);

// In the app the window reads the files, in a process of its own, while the engine takes the last ones.
const files = readdirSync(folder)
  .sort()
  .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));
const started = performance.now();
const processor = process.cpuUsage();
const { batch } = await needed(client.request('import.begin', {}));
for (let start = 0; start < files.length; start += FILES_AT_ONCE) {
  await needed(client.request('import.add', { batch, files: files.slice(start, start + FILES_AT_ONCE) }));
}
const { counts } = await needed(client.runTask('import.run', { batch }));
const milliseconds = performance.now() - started;
const { user, system } = process.cpuUsage(processor);
// Opening a workspace checks it again: what is up to date is left alone.
await needed(client.runTask('credentials.recheck', {}));
const run: ImportRun = {
  imported: counts.imported,
  duplicates: counts.duplicates,
  verified: verifier.counts().verified,
  milliseconds,
  processorMilliseconds: (user + system) / 1000,
  // In kilobytes.
  peakMegabytes: process.resourceUsage().maxRSS / 1024,
};
console.log(JSON.stringify(run));
await engine.value.close();

async function needed<Value>(answer: Promise<Result<Value>>): Promise<Value> {
  const result = await answer;
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}
