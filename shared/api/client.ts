import type {
  EventName,
  Events,
  InputOf,
  OperationName,
  OutputOf,
  TaskName,
  TaskResultOf,
  TaskState,
} from './contract.ts';
import { fail, type Result } from './problems.ts';
import type { Transport } from './transport.ts';
import type { CancelSignal } from '../model/cancel-signal.ts';

/** The contract as typed calls, over whatever transport. */
export interface Client {
  request<Name extends OperationName>(name: Name, input: InputOf<Name>): Promise<Result<OutputOf<Name>>>;
  /** Calls `listener` for each event until the returned function is called. */
  subscribe<Name extends EventName>(event: Name, listener: (payload: Events[Name]) => void): () => void;
  /**
   * Starts long work and waits for its end. Aborting `signal` cancels the work itself; what is then answered is the
   * part that was done, where the work has such a thing, else the problem `cancelled`.
   */
  runTask<Name extends TaskName>(
    name: Name,
    input: InputOf<Name>,
    options?: RunTaskOptions,
  ): Promise<Result<TaskResultOf<Name>>>;
  /** Waits for the end of work that was started before, for example by a window that was reloaded since. */
  followTask<Name extends TaskName>(
    name: Name,
    task: TaskState['id'],
    options?: RunTaskOptions,
  ): Promise<Result<TaskResultOf<Name>>>;
}

export interface RunTaskOptions {
  readonly onProgress?: (state: TaskState) => void;
  readonly signal?: CancelSignal;
}

/** Outputs and events are the engine's own and are taken at their type; the engine parses the inputs. */
export function createClient(transport: Transport): Client {
  const client: Client = {
    request: async (name, input) => (await transport.request(name, input)) as Result<OutputOf<typeof name>>,
    subscribe: (event, listener) => transport.subscribe(event, (payload) => listener(payload as Events[typeof event])),
    async runTask(name, input, options) {
      // Events may overtake the answer that brings the task's id, so listening starts before asking.
      const early: TaskState[] = [];
      const stop = client.subscribe('task', (state) => early.push(state));
      const started = await client.request(name, input);
      stop();
      if (!started.ok) return started;
      const { task } = started.value as { readonly task: TaskState['id'] };
      for (const state of early) if (state.id === task) options?.onProgress?.(state);
      return client.followTask(name, task, options);
    },
    followTask: (name, task, options) => follow<TaskResultOf<typeof name>>(client, task, options ?? {}),
  };
  return client;
}

function follow<Output>(client: Client, task: TaskState['id'], options: RunTaskOptions): Promise<Result<Output>> {
  return new Promise((resolve) => {
    const cancel = () => void client.request('tasks.cancel', { task });
    const end = (result: Result<Output>) => {
      for (const stop of stops) stop();
      options.signal?.removeEventListener('abort', cancel);
      resolve(result);
    };
    const look = (state: TaskState) => {
      if (state.id !== task) return;
      options.onProgress?.(state);
      if (state.state !== 'running') end(resultOf<Output>(state));
    };
    const ask = () => void client.request('tasks.get', { task }).then((now) => (now.ok ? look(now.value) : end(now)));
    // An engine that was started anew says that everything has changed, and knows nothing of the work: then it is over.
    const stops = [client.subscribe('task', look), client.subscribe('changed', ask)];
    options.signal?.addEventListener('abort', cancel);
    if (options.signal?.aborted === true) cancel();
    // It may have ended before the subscription stood.
    ask();
  });
}

function resultOf<Output>(state: TaskState): Result<Output> {
  if (state.problem !== undefined) return { ok: false, problem: state.problem };
  if (state.state === 'cancelled' && state.result === undefined) return fail('cancelled');
  return { ok: true, value: state.result as Output };
}
