import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = join(import.meta.dirname, '..', '..');

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs the command line as a person does, in a process of its own. `preload` is loaded before it, and before each
 * process and worker thread that it starts. `root` is the checkout.
 */
export function runTessera(
  args: readonly string[],
  preload: readonly string[] = [],
  root: string = ROOT,
): Promise<Ran> {
  const tsx = pathToFileURL(join(ROOT, 'node_modules/tsx/dist/esm/index.mjs')).href;
  const imports = preload.map((path) => `--import=${pathToFileURL(path).href}`);
  const child = spawn(process.execPath, ['--import', tsx, join(root, 'main/cli/tessera.ts'), ...args], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: imports.length === 0 ? '' : [`--import=${tsx}`, ...imports].join(' ') },
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...output }));
  });
}

export function jsonLines(text: string): readonly Record<string, unknown>[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
