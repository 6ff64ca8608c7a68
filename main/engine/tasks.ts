import type { Logger } from '../adapters/logging/logger.ts';
import type { TaskName, TaskResultOf, TaskState } from '../../shared/api/contract.ts';
import { fail, ok, type Result } from '../../shared/api/problems.ts';
import type { TaskId } from '../../shared/model/ids.ts';

/** What long work is given: how to tell its progress, and when to stop. */
export interface TaskContext {
  readonly signal: AbortSignal;
  progress(phase: TaskState['phase'], done: number, total: number): void;
}

export type TaskWork<Name extends TaskName> = (context: TaskContext) => Promise<Result<TaskResultOf<Name>>>;

/** Long work by id. Its last state and result stay, so that a window that was reloaded loses nothing. */
export interface Tasks {
  /** Answers at once; `work` begins after the answer. */
  start<Name extends TaskName>(operation: Name, work: TaskWork<Name>): Result<{ readonly task: TaskId }>;
  get(id: TaskId): TaskState | null;
  /** Newest first, without results. */
  list(): readonly TaskState[];
  /** Tells the work to stop; it ends as `cancelled`, with what was done where it has such a part. */
  cancel(id: TaskId): boolean;
  /** Lets go of the results of ended work: somebody who was erased can stand in them. */
  forgetResults(): void;
  /** Cancels all and waits until each has let go. */
  close(): Promise<void>;
}

export interface TasksOptions {
  readonly nextId: () => string;
  readonly emit: (state: TaskState) => void;
  readonly log: Logger;
}

/** Ended tasks that are kept for a look back. */
const KEPT_TASKS = 50;
/** Progress within one phase is told at most this often; a screen can't show more. */
const PROGRESS_MILLISECONDS = 50;

interface RunningTask {
  state: TaskState;
  readonly abort: AbortController;
  readonly ended: Promise<void>;
}

export function createTasks(options: TasksOptions): Tasks {
  const tasks = new Map<TaskId, RunningTask>();
  return {
    start(operation, work) {
      const id = options.nextId() as TaskId;
      const abort = new AbortController();
      const ended = new Promise<void>((resolve) => {
        // Later, so that the caller knows the id before the first event comes.
        setImmediate(() => void run(id, work).finally(resolve));
      });
      const state: TaskState = { id, operation, phase: 'waiting', done: 0, total: 0, state: 'running' };
      tasks.set(id, { state, abort, ended });
      forgetOldest();
      return ok({ task: id });
    },
    get: (id) => tasks.get(id)?.state ?? null,
    list: () => [...tasks.values()].map((task) => withoutResult(task.state)).reverse(),
    cancel(id) {
      const task = tasks.get(id);
      task?.abort.abort();
      return task !== undefined;
    },
    forgetResults() {
      for (const [id, task] of tasks) if (task.state.state !== 'running') tasks.delete(id);
    },
    async close() {
      for (const task of tasks.values()) task.abort.abort();
      await Promise.all([...tasks.values()].map((task) => task.ended));
    },
  };

  async function run<Name extends TaskName>(id: TaskId, work: TaskWork<Name>): Promise<void> {
    const task = tasks.get(id);
    if (task === undefined) return;
    const { signal } = task.abort;
    let toldAt = 0;
    const progress: TaskContext['progress'] = (phase, done, total) => {
      const isNewPhase = phase !== task.state.phase;
      task.state = { ...task.state, phase, done, total };
      if (!isNewPhase && performance.now() - toldAt < PROGRESS_MILLISECONDS) return;
      toldAt = performance.now();
      options.emit(task.state);
    };
    const started = performance.now();
    const result = await attempt(id, task.state.operation, () => work({ signal, progress }));
    task.state = { ...task.state, phase: 'finished', ...outcome(result, signal.aborted) };
    options.log.info('task ended', {
      task: id,
      operation: task.state.operation,
      state: task.state.state,
      milliseconds: Math.round(performance.now() - started),
    });
    options.emit(task.state);
  }

  async function attempt<Value>(
    incident: TaskId,
    operation: string,
    work: () => Promise<Result<Value>>,
  ): Promise<Result<Value>> {
    try {
      return await work();
    } catch (error) {
      options.log.fault('task failed', error, { incident, task: incident, operation });
      return fail('internal', { incident });
    }
  }

  function forgetOldest(): void {
    const ended = [...tasks.values()].filter((task) => task.state.state !== 'running');
    for (const task of ended.slice(0, Math.max(0, ended.length - KEPT_TASKS))) tasks.delete(task.state.id);
  }
}

function outcome(result: Result<unknown>, aborted: boolean): Pick<TaskState, 'state' | 'result' | 'problem'> {
  if (result.ok) return { state: aborted ? 'cancelled' : 'done', result: result.value };
  if (aborted || result.problem.code === 'cancelled') return { state: 'cancelled', problem: fail('cancelled').problem };
  return { state: 'failed', problem: result.problem };
}

function withoutResult(state: TaskState): TaskState {
  const { result: _, ...rest } = state;
  return rest;
}
