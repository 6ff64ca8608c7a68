import { setTimeout } from 'node:timers/promises';
import { commandOf, descendantsOf } from '../desktop/processes.ts';

/** How often it is looked whether the process has been started, in milliseconds: starting takes far longer. */
const LOOK_EVERY = 20;

/** How long the process runs at a time before it is held again, in milliseconds. */
const SLICE = 100;

export interface HeldProcess {
  /** Lets it run in slices until something is seen, and holds it again. */
  runUntil(seen: () => Promise<boolean>): Promise<void>;
  release(): void;
}

/**
 * Stops a process of the app, from its first moment on where it is not started yet, until it is released: what the
 * window shows while it is at work can then be looked at, and answered, on a machine of any speed. Linux only, where
 * the journeys run; elsewhere nothing is held.
 */
export function holdProcess(name: 'engine-process' | 'embedder-process'): HeldProcess {
  const held = new Set<number>();
  let looking: NodeJS.Timeout | undefined;

  function hold(): void {
    looking ??= setInterval(hold, LOOK_EVERY);
    for (const id of process.platform === 'linux' ? descendantsOf(process.pid) : []) {
      if (held.has(id) || !commandOf(id).includes(name)) continue;
      process.kill(id, 'SIGSTOP');
      held.add(id);
    }
  }

  function release(): void {
    clearInterval(looking);
    looking = undefined;
    for (const id of held) process.kill(id, 'SIGCONT');
    held.clear();
  }

  hold();
  return {
    async runUntil(seen) {
      while (!(await seen())) {
        release();
        await setTimeout(SLICE);
        hold();
        await setTimeout(SLICE);
      }
    },
    release,
  };
}
