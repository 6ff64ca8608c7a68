import { createContext, use, useEffect, useMemo, useReducer, useRef, type ReactNode } from 'react';
import type { TaskName, TaskState } from '../../../shared/api/contract.ts';
import type { Result } from '../../../shared/api/problems.ts';
import type { BatchId } from '../../../shared/model/ids.ts';
import type { ImportReport } from '../../../shared/model/import.ts';
import { importing } from '../../../shared/messages/ui.en.ts';
import { ask, engine, problemOf } from '../../api/engine.ts';
import { queryClient } from '../../api/query-client.ts';
import { announce } from '../../ui/announcer.tsx';
import { piecesOf, type ChosenFile } from './chosen-files.ts';
import { NOTHING_YET, stepImport, type ImportEvent, type ImportFlow } from './import-flow.ts';

interface ImportControl {
  readonly flow: ImportFlow;
  /** Adds files to a new batch and looks what importing them would do. */
  readonly add: (files: readonly ChosenFile[]) => void;
  /** Imports a batch: one that was looked at, or one that was left unfinished. */
  readonly run: (batch: BatchId) => void;
  readonly cancel: () => void;
  readonly discard: (batch: BatchId) => void;
  /** Closes a result. */
  readonly leave: () => void;
}

const ImportContext = createContext<ImportControl | null>(null);

export function useImport(): ImportControl {
  const control = use(ImportContext);
  if (control === null) throw new Error('useImport stands outside of ImportProvider.');
  return control;
}

/** Holds the import above all screens, so that it goes on while a person looks at something else. */
export function ImportProvider({ children }: { readonly children: ReactNode }) {
  const [flow, dispatch] = useReducer(stepImport, NOTHING_YET);
  const abort = useRef<AbortController>(null);

  useEffect(() => {
    const stop = new AbortController();
    void followLastImport(dispatch, abort, stop.signal);
    return () => stop.abort();
  }, []);

  const control = useMemo<ImportControl>(
    () => ({
      flow,
      add: (files) => void addAndPreview(files, dispatch, abort),
      run: (batch) => void start('import.run', batch, dispatch, abort),
      cancel: () => {
        dispatch({ type: 'cancelling' });
        abort.current?.abort();
      },
      discard: (batch) => {
        dispatch({ type: 'left' });
        void engine.request('import.discard', { batch }).then(refreshPending);
      },
      leave: () => dispatch({ type: 'left' }),
    }),
    [flow],
  );
  return <ImportContext value={control}>{children}</ImportContext>;
}

type Dispatch = (event: ImportEvent) => void;
type Abort = { current: AbortController | null };
type ImportTask = Extract<TaskName, 'import.preview' | 'import.run'>;

async function addAndPreview(files: readonly ChosenFile[], dispatch: Dispatch, abort: Abort): Promise<void> {
  if (files.length === 0) {
    announce(importing.emptyFolder);
    return;
  }
  const adding = new AbortController();
  abort.current = adding;
  try {
    dispatch({ type: 'adding', done: 0, total: files.length });
    const { batch } = await ask('import.begin', {});
    let done = 0;
    for (const piece of piecesOf(files)) {
      await ask('import.add', { batch, files: await Promise.all(piece.map(bytesOf)) });
      if (adding.signal.aborted) {
        // The screen has gone on already; what was added has to go as well.
        await ask('import.discard', { batch });
        refreshPending();
        return;
      }
      done += piece.length;
      dispatch({ type: 'adding', done, total: files.length });
    }
    await start('import.preview', batch, dispatch, abort);
  } catch (error) {
    dispatch({ type: 'failed', problem: problemOf(error) });
  }
}

async function bytesOf({ name, file }: ChosenFile): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  return { name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

async function start(name: ImportTask, batch: BatchId, dispatch: Dispatch, abort: Abort): Promise<void> {
  end(await engine.runTask(name, { batch }, watch(name, dispatch, abort)), dispatch);
}

/** A window that was reloaded finds its last import where it is by now. */
async function followLastImport(dispatch: Dispatch, abort: Abort, stopped: AbortSignal): Promise<void> {
  const tasks = await engine.request('tasks.list', {});
  if (!tasks.ok || stopped.aborted) return;
  const isRun = ({ operation }: TaskState) => operation === 'import.run';
  const isPreview = ({ operation }: TaskState) => operation === 'import.preview';
  const running = tasks.value.find((task) => task.state === 'running' && (isRun(task) || isPreview(task)));
  const last =
    running ??
    tasks.value
      .filter((task) => task.state === 'done' && isRun(task))
      .sort(byId)
      .at(-1);
  if (last === undefined) return;
  const name: ImportTask = isRun(last) ? 'import.run' : 'import.preview';
  const result = await engine.followTask(name, last.id, watch(name, dispatch, abort));
  if (!stopped.aborted) end(result, dispatch);
}

/** Ids of tasks are made in order. */
const byId = (one: TaskState, other: TaskState) => (one.id < other.id ? -1 : 1);

function watch(name: ImportTask, dispatch: Dispatch, abort: Abort) {
  const controller = new AbortController();
  abort.current = controller;
  dispatch({ type: 'started', kind: name === 'import.run' ? 'run' : 'preview' });
  return {
    signal: controller.signal,
    onProgress: (task: TaskState) => dispatch({ type: 'progressed', task }),
  };
}

function end(result: Result<ImportReport>, dispatch: Dispatch): void {
  refreshPending();
  if (!result.ok) {
    dispatch({ type: 'failed', problem: result.problem });
    return;
  }
  dispatch({ type: 'reported', report: result.value });
  const { dryRun, counts } = result.value;
  announce(dryRun ? importing.announcePreview(counts.files) : importing.announceDone(counts.imported, counts.refused));
}

function refreshPending(): void {
  void queryClient.invalidateQueries({ queryKey: ['import'] });
}
