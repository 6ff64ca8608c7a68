import { EventEmitter } from 'node:events';
import type { UtilityProcess } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { FALLS_IN_A_ROW, hostEngine } from '../../main/desktop/engine-host.ts';
import { fail, ok } from '../../shared/api/problems.ts';

/** A utility process that the test plays: what it was sent, and what it says. */
function utilityProcess() {
  const emitter = new EventEmitter();
  const sent: unknown[] = [];
  const kill = vi.fn(() => emitter.emit('exit', 0));
  return {
    process: Object.assign(emitter, {
      postMessage: (message: unknown) => sent.push(message),
      kill,
    }) as unknown as UtilityProcess,
    sent,
    kill,
    says: (message: unknown) => emitter.emit('message', message),
    dies: () => emitter.emit('exit', 1),
  };
}

function hosted() {
  const engines: ReturnType<typeof utilityProcess>[] = [];
  const embedders: ReturnType<typeof utilityProcess>[] = [];
  const started = (list: ReturnType<typeof utilityProcess>[]) => () => {
    const made = utilityProcess();
    list.push(made);
    return made.process;
  };
  const onRestart = vi.fn();
  const onGivenUp = vi.fn();
  const host = hostEngine({ startEngine: started(engines), startEmbedder: started(embedders), onRestart, onGivenUp });
  const latest = (list: ReturnType<typeof utilityProcess>[]) => {
    const last = list.at(-1);
    if (last === undefined) throw new Error('None was started');
    return last;
  };
  return {
    host,
    engine: () => latest(engines),
    embedder: () => latest(embedders),
    engines,
    embedders,
    onRestart,
    onGivenUp,
  };
}

describe('the engine’s host', () => {
  it('carries a request to the engine and its answer back', async () => {
    const { host, engine } = hosted();
    const answer = host.request('jobs.list', {});
    expect(engine().sent).toEqual([{ kind: 'request', id: 1, name: 'jobs.list', input: {} }]);
    engine().says({ kind: 'answer', id: 1, result: ok([]) });
    expect(await answer).toEqual(ok([]));
  });

  it('starts the engine again when it dies, answers what was open and has every screen ask again', async () => {
    const { host, engine, engines, onRestart } = hosted();
    const heard = vi.fn();
    host.subscribe('changed', heard);
    const open = host.request('jobs.list', {});
    engine().dies();
    expect(await open).toEqual(fail('internal', { incident: 'disconnected' }));
    expect(engines).toHaveLength(2);
    expect(onRestart).toHaveBeenCalledOnce();
    expect(heard).toHaveBeenCalledExactlyOnceWith({ concepts: ['candidates', 'jobs', 'trust', 'workspace', 'import'] });
    engine().says({ kind: 'event', name: 'changed', payload: { concepts: ['jobs'] } });
    expect(heard).toHaveBeenLastCalledWith({ concepts: ['jobs'] });
  });

  it('gives up on an engine that falls again and again without an answer in between', async () => {
    const { host, engine, engines, onGivenUp } = hosted();
    for (let fall = 0; fall < FALLS_IN_A_ROW; fall += 1) engine().dies();
    expect(engines).toHaveLength(FALLS_IN_A_ROW);
    expect(onGivenUp).toHaveBeenCalledOnce();
    expect(await host.request('jobs.list', {})).toEqual(fail('internal', { incident: 'engine-stopped' }));
  });

  it('forgives a fall when the engine has worked since', async () => {
    const { host, engine, onGivenUp } = hosted();
    for (let fall = 0; fall < FALLS_IN_A_ROW * 2; fall += 1) {
      const answer = host.request('jobs.list', {});
      engine().says({ kind: 'answer', id: 1, result: ok([]) });
      await answer;
      engine().dies();
    }
    expect(onGivenUp).not.toHaveBeenCalled();
  });

  it('ends the engine and its embedders when the app quits, and starts none again', () => {
    const { host, engine, embedder, engines } = hosted();
    engine().says({ to: 'embedder', start: 1 });
    host.stop();
    expect(engine().kill).toHaveBeenCalledOnce();
    expect(embedder().kill).toHaveBeenCalled();
    expect(engines).toHaveLength(1);
  });
});

describe('the relay between engine and embedder', () => {
  it('starts, feeds, answers and ends embedders as the engine says', () => {
    const { engine, embedder, embedders } = hosted();
    engine().says({ to: 'embedder', start: 7 });
    engine().says({ to: 'embedder', life: 7, message: { request: 1, texts: ['beekeeping'] } });
    expect(embedder().sent).toEqual([{ request: 1, texts: ['beekeeping'] }]);
    embedder().says({ request: 1, state: 'failed' });
    engine().says({ to: 'embedder', stop: 7 });
    expect(engine().sent).toEqual([
      { from: 'embedder', life: 7, message: { request: 1, state: 'failed' } },
      { from: 'embedder', exited: 7 },
    ]);
    expect(embedders).toHaveLength(1);
  });

  it('tells the engine of an embedder that crashed', () => {
    const { engine, embedder } = hosted();
    engine().says({ to: 'embedder', start: 1 });
    embedder().dies();
    expect(engine().sent).toEqual([{ from: 'embedder', exited: 1 }]);
  });

  it('ends the embedders of an engine that died', () => {
    const { engine, embedder } = hosted();
    engine().says({ to: 'embedder', start: 1 });
    engine().dies();
    expect(embedder().kill).toHaveBeenCalledOnce();
  });
});
