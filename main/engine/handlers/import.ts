import type { Handlers } from '../../../shared/api/dispatcher.ts';
import { fail, ok } from '../../../shared/api/problems.ts';
import type { BatchId } from '../../../shared/model/ids.ts';
import type { EngineContext } from '../engine-context.ts';
import { previewImport, runImport, toStaged } from '../import-batch.ts';
import type { TaskContext } from '../tasks.ts';

type Names = 'import.begin' | 'import.add' | 'import.preview' | 'import.run' | 'import.pending' | 'import.discard';

/** Batches of files: opened, filled piece by piece, looked at, imported, or thrown away. */
export function importHandlers(context: EngineContext): Pick<Handlers, Names> {
  const { workspace, tasks } = context;
  /** Batches at work; a second run of the same one would only get in the way of the first. */
  const busy = new Set<BatchId>();

  /** Busy from the request on, not only from when the task begins: a second request may come in between. */
  function exclusively<Value>(batch: BatchId, work: (task: TaskContext) => Promise<Value>): typeof work {
    busy.add(batch);
    return (task) => work(task).finally(() => busy.delete(batch));
  }

  return {
    'import.begin': () => {
      const batch = context.ids.next() as BatchId;
      workspace.batches.create(batch, context.clock.now());
      context.verifier.prepare?.();
      return ok({ batch });
    },
    'import.add': ({ batch, files }) => {
      if (!workspace.batches.isOpen(batch)) return fail('not-found', { batch });
      workspace.transaction(() => workspace.batches.stage(batch, files.map(toStaged)));
      context.changed('import');
      return ok({ added: files.length });
    },
    'import.preview': ({ batch }) => {
      if (busy.has(batch)) return fail('not-found', { batch });
      return tasks.start(
        'import.preview',
        exclusively(batch, (task) => previewImport(context, batch, task)),
      );
    },
    'import.run': ({ batch }) => {
      if (busy.has(batch)) return fail('not-found', { batch });
      return tasks.start(
        'import.run',
        exclusively(batch, (task) => runImport(context, batch, task)),
      );
    },
    'import.pending': () => ok(workspace.batches.pending()),
    'import.discard': ({ batch }) => {
      if (busy.has(batch) || !workspace.batches.isOpen(batch)) return fail('not-found', { batch });
      workspace.transaction(() => {
        workspace.batches.remove(batch);
        context.record('import.discarded', null);
      });
      workspace.flushDeleted();
      context.verifier.forgetResults?.();
      context.changed('import');
      return ok(null);
    },
  };
}
