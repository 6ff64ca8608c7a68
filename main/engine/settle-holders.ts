import type { HolderHints } from '../core/ports.ts';
import type { Credential } from '../../shared/model/credential.ts';
import type { CandidateId } from '../../shared/model/ids.ts';
import type { EngineContext } from './engine-context.ts';
import { holderHints, judgeAgain, storeJudged } from './judge-again.ts';

/**
 * Looks again at credentials whose holder was open when they were verified, now that all files of the import have said
 * what they know of the person. Makes the outcome independent of the order of the files.
 */
export async function settleHolders(
  context: EngineContext,
  candidates: Iterable<CandidateId>,
  signal: AbortSignal,
): Promise<void> {
  const trust = context.trust();
  for (const candidate of candidates) {
    if (signal.aborted) return;
    const hints = holderHints(context, candidate);
    const open = context.workspace.credentials
      .ofCandidate(candidate)
      .map((stored) => stored.credential)
      .filter((credential) => couldBeSettled(credential, hints));
    const documents = new Set(open.map((credential) => credential.document));
    const judged = await judgeAgain(context, candidate, documents, trust, signal);
    if (!signal.aborted) storeJudged(context, judged, { keepHistory: false });
  }
}

function couldBeSettled({ subject, report, content }: Credential, hints: HolderHints): boolean {
  if (report.checks.holder.state === 'pass' || content === 'withheld') return false;
  if (subject.id !== null && hints.subjectIds.includes(subject.id)) return true;
  const namesMail = subject.identifiers.length > 0 || subject.id?.startsWith('mailto:') === true;
  const { state, code } = report.checks.holder;
  const isOpen = state === 'not-checked' || DIFFERS_FROM_RECORD.includes(code);
  return namesMail && hints.emails.length > 0 && isOpen;
}

/** What a record says against a credential in it is outweighed by an address of the candidate's. */
const DIFFERS_FROM_RECORD = ['holder-differs-from-record', 'holder-email-differs-from-record'];
