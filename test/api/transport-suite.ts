import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClient } from '../../shared/api/client.ts';
import { contract } from '../../shared/api/contract.ts';
import { fail } from '../../shared/api/problems.ts';
import type { Transport } from '../../shared/api/transport.ts';
import type { TaskId } from '../../shared/model/ids.ts';
import { createEchoEndpoint, EXAMPLE_INPUTS, OPERATIONS } from './example-endpoint.ts';

/** A transport under test, joined to `endpoint` at its far end. */
export interface OpenedTransport {
  readonly transport: Transport;
  close(): Promise<void> | void;
}

/**
 * The one suite for every transport: in process, message ports, and Electron's IPC. Each host calls it with how it is
 * opened; what holds over one border then holds over all.
 */
export function describeTransport(
  name: string,
  open: (endpoint: ReturnType<typeof createEchoEndpoint>) => Promise<OpenedTransport> | OpenedTransport,
): void {
  describe(`the transport ${name}`, () => {
    let endpoint: ReturnType<typeof createEchoEndpoint>;
    let opened: OpenedTransport;
    let transport: Transport;
    beforeEach(async () => {
      endpoint = createEchoEndpoint({
        'jobs.remove': () => {
          throw new Error('a bug that quotes ada@example.org');
        },
        'jobs.get': () => fail('not-found', { job: 'j' }),
      });
      opened = await open(endpoint);
      transport = opened.transport;
    });
    afterEach(() => opened.close());

    it.each(OPERATIONS.filter((operation) => operation !== 'jobs.remove' && operation !== 'jobs.get'))(
      'reaches %s with its input whole',
      async (operation) => {
        expect(await transport.request(operation, EXAMPLE_INPUTS[operation])).toEqual({
          ok: true,
          value: { name: operation, input: EXAMPLE_INPUTS[operation] },
        });
      },
    );

    it('carries bytes as bytes', async () => {
      const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
      const answer = await transport.request('trust.addPack', { bytes });
      expect(answer).toEqual({ ok: true, value: { name: 'trust.addPack', input: { bytes } } });
    });

    it('answers failures as values', async () => {
      expect(await transport.request('jobs.get', { job: 'j' })).toEqual(fail('not-found', { job: 'j' }));
    });

    it('answers a bug with an incident id and keeps its words for the log', async () => {
      const answer = await transport.request('jobs.remove', { job: 'j' });
      expect(answer).toEqual(fail('internal', { incident: 'incident-1' }));
      expect(endpoint.faults).toMatchObject([{ incident: 'incident-1', operation: 'jobs.remove' }]);
    });

    it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'jobs', '', 'jobs.list '])(
      'knows no operation %j',
      async (operation) => {
        expect(await transport.request(operation, {})).toMatchObject({
          ok: false,
          problem: { code: 'unknown-operation' },
        });
      },
    );

    it.each([
      ['nothing', undefined],
      ['null', null],
      ['a number', 7],
      ['an unknown key', { limit: 1, extra: true }],
      ['a value out of range', { limit: 100_000 }],
      ['text for a number', { limit: '10' }],
    ])('refuses %s as input of log.list', async (_, input) => {
      expect(await transport.request('log.list', input)).toMatchObject({
        ok: false,
        problem: { code: 'invalid-input' },
      });
    });

    it('refuses what is too large, too many or too deep before it is parsed', async () => {
      const deep = Array.from({ length: 12 }).reduce((inner) => ({ inner }), {});
      for (const input of [{ bytes: new Uint8Array(20_000) }, { list: Array.from({ length: 600 }, () => 0) }, deep]) {
        expect(await transport.request('trust.addPack', input)).toMatchObject({
          ok: false,
          problem: { code: 'too-large' },
        });
      }
    });

    it('answers whatever arrives with a result', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.oneof(fc.string(), fc.constantFrom(...OPERATIONS)),
          fc.jsonValue({ maxDepth: 4 }),
          async (operation, input) => {
            const answer = await transport.request(operation, input);
            expect(typeof answer.ok).toBe('boolean');
          },
        ),
        { numRuns: 60 },
      );
    });

    it('brings events to those who listen, until they stop', async () => {
      const heard: unknown[] = [];
      const stop = transport.subscribe('changed', (payload) => heard.push(payload));
      // A request that has come back shows that what was sent before has arrived.
      await transport.request('jobs.list', {});
      endpoint.emit('changed', { concepts: ['jobs'] });
      await transport.request('jobs.list', {});
      expect(heard).toEqual([{ concepts: ['jobs'] }]);
      stop();
      endpoint.emit('changed', { concepts: ['jobs'] });
      await transport.request('jobs.list', {});
      expect(heard).toHaveLength(1);
    });

    it('answers many requests at once, each with its own answer', async () => {
      const answers = await Promise.all(
        Array.from({ length: 100 }, (_, index) => transport.request('log.list', { limit: index + 1 })),
      );
      expect(answers).toEqual(
        answers.map((_, index) => ({ ok: true, value: { name: 'log.list', input: { limit: index + 1 } } })),
      );
    });
  });

  describe(`the client over ${name}`, () => {
    const task = 'task-1' as TaskId;
    const running = {
      id: task,
      operation: 'import.run',
      phase: 'reading',
      done: 0,
      total: 2,
      state: 'running',
    } as const;
    const report = { imported: 2 };

    async function clientOf(endpoint: ReturnType<typeof createEchoEndpoint>) {
      const opened = await open(endpoint);
      return { client: createClient(opened.transport), close: () => opened.close() };
    }

    it('waits for the result of long work and tells its progress', async () => {
      const endpoint = createEchoEndpoint({
        'import.run': () => ({ ok: true, value: { task } }),
        'tasks.get': () => ({ ok: true, value: running }),
      });
      const { client, close } = await clientOf(endpoint);
      const phases: string[] = [];
      const done = client.runTask(
        'import.run',
        { batch: 'b' as never },
        { onProgress: (state) => phases.push(state.phase) },
      );
      await client.request('jobs.list', {});
      endpoint.emit('task', { ...running, phase: 'verifying', done: 1 });
      endpoint.emit('task', { ...running, id: 'another', state: 'failed' });
      endpoint.emit('task', { ...running, phase: 'finished', state: 'done', result: report });
      expect(await done).toEqual({ ok: true, value: report });
      expect(phases).toContain('verifying');
      await close();
    });

    it('has the result even when the work ended before the answer came', async () => {
      const ended = { ...running, phase: 'finished', state: 'done', result: report } as const;
      const endpoint = createEchoEndpoint({
        'import.run': () => {
          endpoint.emit('task', ended);
          return { ok: true, value: { task } };
        },
        'tasks.get': () => ({ ok: true, value: ended }),
      });
      const { client, close } = await clientOf(endpoint);
      expect(await client.runTask('import.run', { batch: 'b' as never })).toEqual({ ok: true, value: report });
      await close();
    });

    it('does not wait for work of which an engine that was started anew knows nothing', async () => {
      let restarted = false;
      const endpoint = createEchoEndpoint({
        'import.run': () => ({ ok: true, value: { task } }),
        'tasks.get': () => (restarted ? fail('not-found', { task }) : { ok: true, value: running }),
      });
      const { client, close } = await clientOf(endpoint);
      const done = client.runTask('import.run', { batch: 'b' as never });
      await client.request('jobs.list', {});
      await client.request('jobs.list', {});
      restarted = true;
      endpoint.emit('changed', { concepts: ['workspace'] });
      expect(await done).toEqual(fail('not-found', { task }));
      await close();
    });

    it('cancels the work itself when its signal is aborted', async () => {
      const abort = new AbortController();
      const endpoint = createEchoEndpoint({
        'import.run': () => ({ ok: true, value: { task } }),
        'tasks.get': () => ({ ok: true, value: running }),
        'tasks.cancel': () => {
          endpoint.emit('task', { ...running, phase: 'finished', state: 'cancelled' });
          return { ok: true, value: null };
        },
      });
      const { client, close } = await clientOf(endpoint);
      const done = client.runTask('import.run', { batch: 'b' as never }, { signal: abort.signal });
      await client.request('jobs.list', {});
      abort.abort();
      expect(await done).toEqual(fail('cancelled'));
      await close();
    });
  });
}

/** Each operation of the contract has an example, so that the suite above reaches all of them. */
export const CONTRACT_NAMES = Object.keys(contract);
