import { vi } from 'vitest';
import { runCommandLine } from '../../main/cli/command-line.ts';
import type { Ran } from './run-tessera.ts';

/**
 * Runs the command line in this process, one command at a time: the same code as a process of its own (run-tessera.ts),
 * without the second that one takes to start. What is told on the way out is caught.
 */
export async function callTessera(args: readonly string[]): Promise<Ran> {
  const [stdout, stderr] = [caught('stdout'), caught('stderr')];
  try {
    const code = await runCommandLine(args, new AbortController().signal);
    return { code, stdout: stdout.text(), stderr: stderr.text() };
  } finally {
    stdout.restore();
    stderr.restore();
  }
}

function caught(stream: 'stdout' | 'stderr'): { text(): string; restore(): void } {
  let text = '';
  const spy = vi.spyOn(process[stream], 'write').mockImplementation((chunk) => {
    text += typeof chunk === 'string' ? chunk : new TextDecoder().decode(chunk);
    return true;
  });
  return { text: () => text, restore: () => spy.mockRestore() };
}
