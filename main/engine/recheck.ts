import { changesBetween } from '../core/verification/report-changes.ts';
import type { TrustContext } from '../core/ports.ts';
import { fail, ok, type Result } from '../../shared/api/problems.ts';
import type { CancelSignal } from '../../shared/model/cancel-signal.ts';
import type { CandidateId, CredentialKey, DocumentHash } from '../../shared/model/ids.ts';
import type { MovedVerdict, TrustChange, TrustEffect } from '../../shared/model/trust.ts';
import { createBlindView } from './blind-view.ts';
import { breathe } from './breathe.ts';
import type { EngineContext } from './engine-context.ts';
import { judgeAgain, storeJudged, type JudgedAgain } from './judge-again.ts';
import type { TaskContext } from './tasks.ts';
import { tryChange } from './trust-change.ts';

/** Whom to tell how far it is, and who can stop it. */
export interface CheckingTask {
  readonly signal: CancelSignal;
  readonly progress: TaskContext['progress'];
}

/** Whether there is anything for {@link recheck} to do. */
export function isAnythingDue(context: EngineContext): boolean {
  const trust = context.trust();
  return context.workspace.credentials.outdated(context.verifier.trustSnapshot(trust), trust.at).length > 0;
}

/**
 * Judges again what was judged by other trust data or another policy, and what time can have changed since; everything
 * else still holds and is not verified. Where it is cancelled, what was judged until then is kept.
 */
export async function recheck(context: EngineContext, task: CheckingTask): Promise<Result<TrustEffect>> {
  const { workspace, verifier } = context;
  const trust = context.trust();
  const due = workspace.credentials.outdated(verifier.trustSnapshot(trust), trust.at);
  const judged: JudgedAgain[] = [];
  await eachPiece(context, due, trust, task, (piece) => {
    storeJudged(context, piece, { keepHistory: true });
    judged.push(...piece);
  });
  const effect = effectOf(context, judged);
  if (effect.checked > 0) {
    context.record('credentials.rechecked', null, { checked: effect.checked, changed: effect.moved.length });
    context.changed('candidates', 'trust');
  }
  return ok(effect);
}

/** What {@link recheck} would answer if the change were made first; changes nothing. */
export async function previewChange(
  context: EngineContext,
  change: TrustChange,
  task: CheckingTask,
): Promise<Result<TrustEffect>> {
  const { workspace } = context;
  const tried = tryChange(context, change);
  if (!tried.ok) return tried;
  const { trust, touches } = tried.value;
  const documents = workspace.credentials.documents();
  const touched = new Set<DocumentHash>();
  for (const [index, hash] of documents.entries()) {
    if (task.signal.aborted) return fail('cancelled');
    task.progress('reading', index, documents.length);
    const document = workspace.documents.get(hash);
    if (document !== null && touches({ name: document.fileName, bytes: document.bytes })) touched.add(hash);
    if (index % READ_AT_ONCE === 0) await breathe();
  }
  const now = context.trust();
  const due = workspace.credentials.outdated(context.verifier.trustSnapshot(now), now.at);
  const keys = new Set(due.map(({ key }) => key));
  const others = [...touched]
    .flatMap((hash) => workspace.credentials.ofDocument(hash))
    .filter(({ credential }) => !keys.has(credential.key))
    .map(({ credential, candidate }) => ({ key: credential.key, document: credential.document, candidate }));
  const judged: JudgedAgain[] = [];
  await eachPiece(context, [...due, ...others], trust, task, (piece) => judged.push(...piece));
  return task.signal.aborted ? fail('cancelled') : ok(effectOf(context, judged));
}

/** Documents that are read between two moments in which other requests are answered. */
const READ_AT_ONCE = 16;
/** People whose credentials are judged side by side. */
const PEOPLE_AT_ONCE = 8;

interface Due {
  readonly key: CredentialKey;
  readonly document: DocumentHash;
  readonly candidate: CandidateId;
}

async function eachPiece(
  context: EngineContext,
  due: readonly Due[],
  trust: TrustContext,
  task: CheckingTask,
  take: (piece: readonly JudgedAgain[]) => void,
): Promise<void> {
  const people = [...Map.groupBy(due, ({ candidate }) => candidate)];
  let done = 0;
  for (let start = 0; start < people.length && !task.signal.aborted; start += PEOPLE_AT_ONCE) {
    task.progress('verifying', done, due.length);
    const piece = people.slice(start, start + PEOPLE_AT_ONCE);
    const judged = await Promise.all(
      piece.map(([candidate, own]) =>
        judgeAgain(context, candidate, new Set(own.map(({ document }) => document)), trust, task.signal),
      ),
    );
    if (task.signal.aborted) return;
    take(judged.flat());
    done += piece.reduce((sum, [, own]) => sum + own.length, 0);
    await breathe();
  }
}

function effectOf(context: EngineContext, judged: readonly JudgedAgain[]): TrustEffect {
  const view = createBlindView(context);
  const moved: MovedVerdict[] = [];
  let otherwiseChanged = 0;
  for (const { candidate, before, after } of judged) {
    const because = changesBetween(before.report, after.report);
    const [from, to] = [before.report.verdict, after.report.verdict];
    if (from !== to) moved.push(view.movedVerdict({ credential: after, candidate, from, to, because }));
    else if (because.length > 0) otherwiseChanged += 1;
  }
  moved.sort((one, other) => (one.credential < other.credential ? -1 : 1));
  return { checked: judged.length, moved, otherwiseChanged };
}
