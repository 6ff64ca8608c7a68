import { openDocument } from '../../adapters/formats/open-document.ts';
import type { KeptReport } from '../../adapters/sqlite/past-report-repository.ts';
import type { StoredCredential } from '../../adapters/sqlite/credential-repository.ts';
import { changesInSum } from '../../core/verification/report-changes.ts';
import type { Handlers } from '../../../shared/api/dispatcher.ts';
import { fail, ok } from '../../../shared/api/problems.ts';
import type { Instant } from '../../../shared/model/ids.ts';
import type { MovedVerdict, PastReport } from '../../../shared/model/trust.ts';
import { createBlindView } from '../blind-view.ts';
import type { EngineContext } from '../engine-context.ts';
import { recheck } from '../recheck.ts';

type Names = Extract<keyof Handlers, `credentials.${string}`>;

/** Single credentials: read in full, judged anew, and how their verdicts moved. */
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
    'credentials.recheck': () => tasks.start('credentials.recheck', (task) => recheck(context, task)),
    'credentials.history': ({ credential: key }) => {
      const stored = workspace.credentials.get(key);
      return stored === null ? fail('not-found', { credential: key }) : ok(historyOf(context, stored));
    },
    'credentials.changes': () => ok(changesOf(context)),
    'credentials.changesSeen': () => {
      workspace.pastReports.markSeen();
      context.changed('trust');
      return ok(null);
    },
  };
}

/** Where nothing has moved yet, the report in force is the whole history. */
function historyOf(context: EngineContext, { credential, candidate }: StoredCredential): readonly PastReport[] {
  const view = createBlindView(context);
  const kept = context.workspace.pastReports.ofCredential(credential.key);
  const { at, trustSnapshot, verdict } = credential.report;
  const only = { at, recordedAt: at, trustSnapshot, verdict, because: [] };
  return (kept.length === 0 ? [only] : kept.map(withoutFrom)).map((report) => ({
    ...report,
    because: view.reasons(report.because, candidate),
  }));
}

function withoutFrom({ from: _, ...report }: KeptReport): PastReport {
  return report;
}

/** One line a credential: from where its verdict was at the last look to where it is now. */
function changesOf(context: EngineContext): readonly (MovedVerdict & { readonly at: Instant })[] {
  const { workspace } = context;
  const view = createBlindView(context);
  const byCredential = Map.groupBy(workspace.pastReports.unseen(), ({ credential }) => credential);
  // The order of the map is that of the first change; people look for the newest.
  const moved = [...byCredential].flatMap(([key, all]) => {
    const steps = all.map(({ report }) => report).filter((report) => report.from !== null);
    const stored = workspace.credentials.get(key);
    const [from, last] = [steps[0]?.from ?? null, steps.at(-1)];
    if (stored === null || from === null || last === undefined || from === last.verdict) return [];
    const because = changesInSum(steps.map((step) => step.because));
    const { credential, candidate } = stored;
    const change = view.movedVerdict({ credential, candidate, from, to: last.verdict, because });
    return [{ ...change, at: last.recordedAt }];
  });
  return moved.toSorted((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0));
}
