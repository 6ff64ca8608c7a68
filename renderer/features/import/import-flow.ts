import type { TaskState } from '../../../shared/api/contract.ts';
import type { Problem } from '../../../shared/api/problems.ts';
import type { ImportReport } from '../../../shared/model/import.ts';

/** Where an import stands. One at a time: the engine's work is one after another, and so is a person's attention. */
export type ImportFlow =
  | { readonly step: 'idle'; readonly problem: Problem | null }
  | { readonly step: 'adding'; readonly done: number; readonly total: number }
  | {
      readonly step: 'working';
      readonly kind: 'preview' | 'run';
      readonly task: TaskState | null;
      readonly cancelling: boolean;
    }
  | { readonly step: 'previewed'; readonly report: ImportReport }
  | { readonly step: 'finished'; readonly report: ImportReport };

export type ImportEvent =
  | { readonly type: 'adding'; readonly done: number; readonly total: number }
  | { readonly type: 'started'; readonly kind: 'preview' | 'run' }
  | { readonly type: 'progressed'; readonly task: TaskState }
  | { readonly type: 'cancelling' }
  | { readonly type: 'reported'; readonly report: ImportReport }
  | { readonly type: 'failed'; readonly problem: Problem }
  | { readonly type: 'left' };

export const NOTHING_YET: ImportFlow = { step: 'idle', problem: null };

/** What an event makes of an import. Progress that comes late, after the end, changes nothing. */
export function stepImport(flow: ImportFlow, event: ImportEvent): ImportFlow {
  switch (event.type) {
    case 'adding':
      return { step: 'adding', done: event.done, total: event.total };
    case 'started':
      return { step: 'working', kind: event.kind, task: null, cancelling: false };
    case 'progressed':
      return flow.step === 'working' ? { ...flow, task: event.task } : flow;
    case 'cancelling':
      // Files that were only added have done nothing yet: there is nothing to wait for.
      if (flow.step === 'adding') return NOTHING_YET;
      return flow.step === 'working' ? { ...flow, cancelling: true } : flow;
    case 'reported':
      // A look that was cancelled has seen a part only and would promise too little.
      if (event.report.dryRun)
        return event.report.cancelled ? NOTHING_YET : { step: 'previewed', report: event.report };
      return { step: 'finished', report: event.report };
    case 'failed':
      return event.problem.code === 'cancelled' ? NOTHING_YET : { step: 'idle', problem: event.problem };
    case 'left':
      return NOTHING_YET;
  }
}

/** True while another import must not begin. */
export function isBusy(flow: ImportFlow): boolean {
  return flow.step === 'adding' || flow.step === 'working';
}
