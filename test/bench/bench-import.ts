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
 * engine as it is built; against the plain `@digitalbazaar/vc` loop, in one thread, over badges of the same. Then a
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
    const loop = await startPlainLoop(generated.slice(0, badges / STOCK_SHARE).map(({ credential }) => credential));
    const rounds: Round[] = [];
    let before = await loop.run();
    for (let round = 0; round < ROUNDS; round += 1) {
      const cold = await run(files, join(folder, `workspace-${round}`));
      if (cold.imported !== badges) throw new Error('The import did not take every badge once');
      const after = await loop.run();
      rounds.push({ stock: STOCK_SHARE * ((before + after) / 2), cold });
      before = after;
    }
    await loop.end();
    const again = await run(files, join(folder, 'workspace-0'));
    if (again.imported !== 0) throw new Error('A badge was imported twice');
    print(badges, rounds, again);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The plain loop goes over this share of the badges, once before and once after each import, and is reckoned up. */
const STOCK_SHARE = 4;
/** Machines have slow moments: the middle one of several imports counts. */
const ROUNDS = 5;

interface Round {
  /** Milliseconds of the plain loop for all badges, as it ran just before and just after the import. */
  readonly stock: number;
  readonly cold: ImportRun;
}

function print(badges: number, rounds: readonly Round[], again: ImportRun): void {
  const times = ({ stock, cold }: Round) => stock / cold.milliseconds;
  const sorted = rounds.toSorted((one, other) => times(one) - times(other));
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) return;
  const { stock, cold } = middle;
  const each = (milliseconds: number) => `${(milliseconds / badges).toFixed(2)} ms per badge here and now`;
  const peak = Math.max(...rounds.map((round) => round.cold.peakMegabytes));
  console.log(`\nImport (${badges} distinct badges, cold; ${availableParallelism()} cores; the first line is 1.00)`);
  console.log(`  1.00  plain @digitalbazaar/vc, one thread: the signature and nothing else  (${each(stock)})`);
  console.log(
    `${(cold.milliseconds / stock).toFixed(2).padStart(6)}  Tessera: staged, verified with every check, stored  (${each(cold.milliseconds)})`,
  );
  console.log(
    `        ${times(middle).toFixed(2)} times as fast as the plain loop, the middle of ${sorted.map((round) => times(round).toFixed(2)).join(', ')}`,
  );
  console.log(
    `        ${(stock / cold.processorMilliseconds).toFixed(2)} times its work per second of processor time, on one core`,
  );
  console.log(`        ${peak.toFixed(0)} MB of memory at the peak, engine and workers together`);
  console.log(
    `        ${again.verified} of ${again.duplicates} files verified when the workspace was opened again and given the same files`,
  );
}

interface PlainLoop {
  /** Milliseconds of one round. */
  run(): Promise<number>;
  end(): Promise<unknown>;
}

/** In a thread of its own, because our code changes how jsonld shares its work in the whole thread. */
async function startPlainLoop(credentials: PlainLoopData['credentials']): Promise<PlainLoop> {
  const worker = new Worker(new URL('./plain-loop-worker.ts', import.meta.url), {
    workerData: { credentials, at: AT } satisfies PlainLoopData,
    execArgv: ['--import', 'tsx'],
  });
  await once(worker, 'message');
  return {
    async run() {
      const started = performance.now();
      worker.postMessage('run');
      await once(worker, 'message');
      return performance.now() - started;
    },
    end: () => worker.terminate(),
  };
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
