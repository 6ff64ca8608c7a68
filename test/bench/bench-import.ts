import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { generateBadges } from './generate-badges.ts';
import type { PlainLoopData } from './plain-loop-worker.ts';

const AT = '2026-09-01T00:00:00Z';
const SOURCES = join(import.meta.dirname, '..', '..');
/** Beside the app's own bundles, so that packages are found from there as they are found by the app. */
const BUNDLES = join(SOURCES, 'dist', 'bench');

/** What one import came to, as `import-run.ts` prints it. */
export interface ImportRun {
  readonly imported: number;
  readonly duplicates: number;
  /** Files that were given to a worker. */
  readonly verified: number;
  /** From the first request to the end of the import. */
  readonly milliseconds: number;
  /** Of all threads in that time. */
  readonly processorMilliseconds: number;
  /** Of memory, engine's thread and workers together, from the start of the process to its end. */
  readonly peakMegabytes: number;
}

/**
 * Distinct badges, seen for the first time, through staging, verification with all checks and the store on disk, by the
 * engine as it is built; against the plain `@digitalbazaar/vc` loop, in one thread, over the same badges. Then the same
 * workspace is opened again and given the same files.
 */
export async function benchImport(badges = 10_000): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-bench-'));
  try {
    const files = join(folder, 'files');
    mkdirSync(files);
    const generated = await generateBadges(badges);
    for (const { name, bytes } of generated) writeFileSync(join(files, nameOf(name)), bytes);
    await bundle();
    const stock = await measurePlainLoop(generated.map(({ credential }) => credential));
    const workspace = join(folder, 'workspace');
    const cold = await run(files, workspace);
    const again = await run(files, workspace);
    if (cold.imported !== badges || again.imported !== 0) throw new Error('The import did not take every badge once');
    print(badges, stock, cold, again);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function print(badges: number, stock: Stock, cold: ImportRun, again: ImportRun): void {
  const each = (milliseconds: number) => `${(milliseconds / badges).toFixed(2)} ms per badge here and now`;
  const ratio = (by: number) => by.toFixed(2).padStart(6);
  const processor = stock.processorMilliseconds / cold.processorMilliseconds;
  console.log(`\nImport (${badges} distinct badges, cold; ${availableParallelism()} cores; the first line is 1.00)`);
  console.log(
    `  1.00  plain @digitalbazaar/vc, one thread: the signature and nothing else  (${each(stock.milliseconds)})`,
  );
  console.log(
    `${ratio(cold.milliseconds / stock.milliseconds)}  Tessera: staged, verified with every check, stored  (${each(cold.milliseconds)})`,
  );
  console.log(`        ${(stock.milliseconds / cold.milliseconds).toFixed(2)} times as fast as the plain loop`);
  console.log(`        ${processor.toFixed(2)} times its work per second of processor time, on one core`);
  console.log(`        ${cold.peakMegabytes.toFixed(0)} MB of memory at the peak, engine and workers together`);
  console.log(
    `        ${again.verified} of ${again.duplicates} files verified when the workspace was opened again and given the same files`,
  );
}

interface Stock {
  readonly milliseconds: number;
  readonly processorMilliseconds: number;
}

/** In a thread of its own, because our code changes how jsonld shares its work in the whole thread. */
async function measurePlainLoop(credentials: PlainLoopData['credentials']): Promise<Stock> {
  const worker = new Worker(new URL('./plain-loop-worker.ts', import.meta.url), {
    workerData: { credentials, at: AT } satisfies PlainLoopData,
    execArgv: ['--import', 'tsx'],
  });
  await once(worker, 'message');
  const started = performance.now();
  const before = process.cpuUsage();
  worker.postMessage('run');
  await once(worker, 'message');
  const { user, system } = process.cpuUsage(before);
  const milliseconds = performance.now() - started;
  await worker.terminate();
  return { milliseconds, processorMilliseconds: (user + system) / 1000 };
}

/** As the app is built: the sources would be compiled anew by each worker. */
async function bundle(): Promise<void> {
  await build({
    entryPoints: ['test/bench/import-run.ts', 'main/engine/verification-worker.ts'].map((path) => join(SOURCES, path)),
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outdir: BUNDLES,
    entryNames: '[name]',
    logLevel: 'warning',
  });
}

async function run(files: string, workspace: string): Promise<ImportRun> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    join(BUNDLES, 'import-run.js'),
    files,
    workspace,
    AT,
  ]);
  return JSON.parse(stdout) as ImportRun;
}

function nameOf(path: string): string {
  return path.replaceAll('/', '-');
}
