import { openDocument } from '../../adapters/formats/open-document.ts';
import type { Handlers } from '../../../shared/api/dispatcher.ts';
import { fail, ok } from '../../../shared/api/problems.ts';
import { createBlindView } from '../blind-view.ts';
import type { EngineContext } from '../engine-context.ts';
import { holderHints, verifyAgain, type ChangedVerdict } from '../settle-holders.ts';
import type { TaskContext } from '../tasks.ts';

type Names = 'credentials.get' | 'credentials.recheck';

/** Single credentials: read in full, and judged anew. */
export function credentialHandlers(context: EngineContext): Pick<Handlers, Names> {
  const { workspace, tasks } = context;
  return {
    'credentials.get': ({ credential: key }) => {
      const stored = workspace.credentials.get(key);
      const document = stored === null ? null : workspace.documents.get(stored.credential.document);
      if (stored === null || document === null) return fail('not-found', { credential: key });
      // Read from the original bytes each time: the file is what counts, and no copy of it can drift.
      const { found } = openDocument({ name: document.fileName, bytes: document.bytes });
      const opened = found.find((one) => one.pointer === stored.credential.pointer);
      const view = createBlindView(context);
      const json = JSON.stringify(opened?.json ?? null, null, 2);
      return ok({
        credential: view.credential(stored.credential, stored.candidate),
        json: view.json(json, stored.candidate),
      });
    },
    'credentials.recheck': () => tasks.start('credentials.recheck', async (task) => ok(await recheck(context, task))),
  };
}

/** Verifies everything again that was judged by other trust data or at another time; the rest is up to date. */
async function recheck(context: EngineContext, task: TaskContext) {
  const { workspace, verifier } = context;
  const trust = context.trust();
  const snapshot = verifier.trustSnapshot(trust);
  const people = workspace.candidates.list();
  const changed: ChangedVerdict[] = [];
  let checked = 0;
  for (const [index, { id }] of people.entries()) {
    if (task.signal.aborted) break;
    task.progress('verifying', index, people.length);
    const outdated = workspace.credentials
      .ofCandidate(id)
      .map((stored) => stored.credential)
      .filter(({ report }) => report.trustSnapshot !== snapshot || report.at !== trust.at);
    const documents = new Set(outdated.map((credential) => credential.document));
    changed.push(...(await verifyAgain(context, id, documents, holderHints(context, id), task.signal)));
    checked += outdated.length;
  }
  if (checked > 0) context.record('credentials.rechecked', null, { checked, changed: changed.length });
  context.changed('candidates', 'trust');
  return { checked, changed };
}
