import type { TaskState } from '../../shared/api/contract.ts';

/** Results go to stdout and nothing else does. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value));
}

/** Prints one JSON object whose last member is a list of things that come one by one. */
export async function printJsonList<Item>(
  head: object,
  name: string,
  items: AsyncIterable<Item>,
  outputOf: (item: Item) => unknown,
): Promise<void> {
  process.stdout.write(`${JSON.stringify(head).slice(0, -1)},${JSON.stringify(name)}:[`);
  let separator = '';
  for await (const item of items) {
    process.stdout.write(`${separator}${JSON.stringify(outputOf(item))}`);
    separator = ',';
  }
  process.stdout.write(']}\n');
}

/** What a person should know while results go elsewhere. */
export function tell(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Shows long work on stderr: one line that moves on a terminal, else a line for each phase. */
export function createProgress(): (state: TaskState) => void {
  let phase: string | null = null;
  return (state) => {
    const words =
      state.state === 'running' ? `${PHASES[state.phase]} ${state.done} of ${state.total}` : PHASES.finished;
    if (process.stderr.isTTY) {
      process.stderr.write(`\r\u001b[K${words}${state.state === 'running' ? '' : '\n'}`);
      return;
    }
    // Verifying and storing take turns; only the way forward is told.
    const isNews = state.phase !== phase && !QUIET_PHASES.has(state.phase) && state.state === 'running';
    if (isNews && !(state.phase === 'verifying' && state.done > 0)) tell(words);
    phase = state.phase;
  };
}

const QUIET_PHASES: ReadonlySet<TaskState['phase']> = new Set(['waiting', 'storing']);

const PHASES: Record<TaskState['phase'], string> = {
  waiting: 'Waiting',
  reading: 'Reading files',
  verifying: 'Verifying',
  storing: 'Storing',
  embedding: 'Preparing texts',
  ranking: 'Ranking',
  finished: 'Done',
};
