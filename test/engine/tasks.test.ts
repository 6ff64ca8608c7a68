import { describe, expect, it } from 'vitest';
import { SILENT } from '../../main/adapters/logging/logger.ts';
import { createTasks, type TaskWork } from '../../main/engine/tasks.ts';
import type { TaskState } from '../../shared/api/contract.ts';
import { fail, ok } from '../../shared/api/problems.ts';
import type { TaskId } from '../../shared/model/ids.ts';

type Recheck = TaskWork<'credentials.recheck'>;
const nothing = { checked: 0, moved: [], otherwiseChanged: 0 };

function createTestTasks() {
  const told: TaskState[] = [];
  let last = 0;
  const tasks = createTasks({ nextId: () => `task-${(last += 1)}`, emit: (state) => told.push(state), log: SILENT });
  const run = async (work: Recheck): Promise<TaskId> => {
    const started = tasks.start('credentials.recheck', work);
    if (!started.ok) throw new Error('not started');
    return started.value.task;
  };
  const ended = async (task: TaskId): Promise<TaskState> => {
    for (;;) {
      const state = tasks.get(task);
      if (state !== null && state.state !== 'running') return state;
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { tasks, told, run, ended };
}

describe('long work', () => {
  it('tells each phase, and keeps its result for who asks later', async () => {
    const { told, run, ended, tasks } = createTestTasks();
    const task = await run(async ({ progress }) => {
      progress('verifying', 0, 2);
      progress('verifying', 1, 2);
      progress('storing', 2, 2);
      return ok(nothing);
    });
    expect(await ended(task)).toMatchObject({ state: 'done', phase: 'finished', result: nothing });
    expect(told.map((state) => state.phase)).toEqual(['verifying', 'storing', 'finished']);
    expect(tasks.list()[0]).not.toHaveProperty('result');
  });

  it('that is cancelled ends with the part that it did, or with the problem “cancelled”', async () => {
    const { tasks, run, ended } = createTestTasks();
    const untilAborted: Recheck = ({ signal }) =>
      new Promise((resolve) => signal.addEventListener('abort', () => resolve(ok(nothing))));
    const part = await run(untilAborted);
    await new Promise((resolve) => setImmediate(resolve));
    expect(tasks.cancel(part)).toBe(true);
    expect(await ended(part)).toMatchObject({ state: 'cancelled', result: nothing });
    const none = await run(async () => fail('cancelled'));
    expect(await ended(none)).toMatchObject({ state: 'cancelled', problem: { code: 'cancelled' } });
  });

  it('that fails says so with its problem, and a bug with an incident', async () => {
    const { run, ended } = createTestTasks();
    const failing = await run(async () => fail('not-found'));
    expect(await ended(failing)).toMatchObject({ state: 'failed', problem: { code: 'not-found' } });
    const broken = await run(() => Promise.reject(new Error('a bug')));
    expect(await ended(broken)).toMatchObject({ state: 'failed', problem: { code: 'internal' } });
  });

  it('lets go before the engine closes', async () => {
    const { tasks, run } = createTestTasks();
    let over = false;
    await run(
      ({ signal }) =>
        new Promise((resolve) =>
          signal.addEventListener('abort', () => {
            over = true;
            resolve(ok(nothing));
          }),
        ),
    );
    await new Promise((resolve) => setImmediate(resolve));
    await tasks.close();
    expect(over).toBe(true);
  });
});
