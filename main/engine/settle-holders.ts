import type { HolderHints } from '../core/ports.ts';
import { readStatementsHiding } from '../core/skills/read-statements.ts';
import type { Credential } from '../../shared/model/credential.ts';
import type { CandidateId, CredentialKey, DocumentHash } from '../../shared/model/ids.ts';
import type { EngineContext } from './engine-context.ts';
import { namesOf } from './store-credentials.ts';

export interface ChangedVerdict {
  readonly credential: CredentialKey;
  readonly from: string;
  readonly to: string;
}

/**
 * What is known of a person, as far as it was shown: the e-mail address that the employer gave, and the subject ids of
 * credentials that were presented with a valid signature or that name that address. An id that merely stands in a file
 * shows nothing.
 */
export function holderHints(context: EngineContext, candidate: CandidateId): HolderHints {
  const email = context.workspace.candidates.get(candidate)?.email ?? null;
  const shown = context.workspace.credentials
    .ofCandidate(candidate)
    .map((stored) => stored.credential)
    .filter((credential) => credential.report.checks.holder.state === 'pass' && credential.subject.id !== null);
  const subjectIds = new Set(shown.flatMap((credential) => credential.subject.id ?? []));
  return { emails: email === null ? [] : [email], subjectIds: [...subjectIds].sort() };
}

/**
 * Looks again at credentials whose holder was open when they were verified, now that all files of the import have said
 * what they know of the person. Makes the outcome independent of the order of the files.
 */
export async function settleHolders(
  context: EngineContext,
  candidates: Iterable<CandidateId>,
  signal: AbortSignal,
): Promise<void> {
  for (const candidate of candidates) {
    if (signal.aborted) return;
    const hints = holderHints(context, candidate);
    const open = context.workspace.credentials
      .ofCandidate(candidate)
      .map((stored) => stored.credential)
      .filter((credential) => couldBeSettled(credential, hints));
    await verifyAgain(context, candidate, new Set(open.map((credential) => credential.document)), hints, signal);
  }
}

function couldBeSettled({ subject, report, content }: Credential, hints: HolderHints): boolean {
  if (report.checks.holder.state === 'pass' || content === 'withheld') return false;
  if (subject.id !== null && hints.subjectIds.includes(subject.id)) return true;
  const namesMail = subject.identifiers.length > 0 || subject.id?.startsWith('mailto:') === true;
  return namesMail && hints.emails.length > 0 && report.checks.holder.state === 'not-checked';
}

/** Verifies documents anew for one person and stores what became of that person's credentials in them. */
export async function verifyAgain(
  context: EngineContext,
  candidate: CandidateId,
  documents: Iterable<DocumentHash>,
  hints: HolderHints,
  signal: AbortSignal,
): Promise<readonly ChangedVerdict[]> {
  const { workspace, verifier } = context;
  const trust = context.trust();
  const changed: ChangedVerdict[] = [];
  for (const hash of documents) {
    if (signal.aborted) break;
    const document = workspace.documents.get(hash);
    if (document === null) continue;
    const file = { name: document.fileName, bytes: document.bytes };
    const verified = await verifier.verify(file, hints, trust, signal);
    if (signal.aborted) break;
    workspace.transaction(() => {
      for (const credential of verified.credentials) {
        const before = workspace.credentials.get(credential.key);
        if (before?.candidate !== candidate) continue;
        workspace.credentials.update(credential);
        workspace.statements.put(credential.key, readStatementsHiding(credential, namesOf(context, candidate)));
        const [from, to] = [before.credential.report.verdict, credential.report.verdict];
        if (from !== to) changed.push({ credential: credential.key, from, to });
      }
    });
  }
  return changed;
}
