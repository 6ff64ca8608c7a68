import type { Handlers } from '../../../shared/api/dispatcher.ts';
import { fail, ok } from '../../../shared/api/problems.ts';
import type { WorkspaceStatus } from '../../../shared/api/contract.ts';
import type { ModelState } from '../../../shared/model/match.ts';
import type { EngineContext } from '../engine-context.ts';

type Names = 'workspace.status' | 'workspace.set' | 'log.list' | 'tasks.get' | 'tasks.list' | 'tasks.cancel';

/** The workspace itself: its state, its settings, its log, its long work. */
export function workspaceHandlers(context: EngineContext): Pick<Handlers, Names> {
  const { workspace, tasks } = context;
  return {
    'workspace.status': () => ok(statusOf(context)),
    'workspace.set': ({ blind, theme, useModel }) => {
      const before = workspace.settings.read();
      const after = {
        blind: blind ?? before.blind,
        theme: theme ?? before.theme,
        useModel: useModel ?? before.useModel,
      };
      workspace.transaction(() => {
        workspace.settings.write(after);
        if (after.blind !== before.blind) context.record('workspace.blind', null, { blind: after.blind });
        if (after.useModel !== before.useModel)
          context.record('workspace.use-model', null, { useModel: after.useModel });
      });
      context.changed('workspace', 'candidates');
      return ok(statusOf(context));
    },
    'log.list': ({ limit }) => ok(workspace.log.list(limit)),
    'tasks.get': ({ task }) => {
      const state = tasks.get(task);
      return state === null ? fail('not-found', { task }) : ok(state);
    },
    'tasks.list': () => ok(tasks.list()),
    'tasks.cancel': ({ task }) => (tasks.cancel(task) ? ok(null) : fail('not-found', { task })),
  };
}

function statusOf(context: EngineContext): WorkspaceStatus {
  const { workspace } = context;
  const { blind, theme, useModel } = workspace.settings.read();
  const model: ModelState = useModel ? context.embedder.model : { state: 'absent', code: 'switched-off' };
  return {
    candidates: workspace.candidates.count(),
    credentials: workspace.credentials.count(),
    jobs: workspace.jobs.count(),
    model,
    judgedAt: context.judgedAt(),
    fixedDate: context.fixedDate !== null,
    blind,
    theme,
  };
}
