import { toCheck } from '../core/verification/finding.ts';
import { changesBetween } from '../core/verification/report-changes.ts';
import { reasonsAgainst, verdictOf } from '../core/verification/verdict.ts';
import type { HolderHints, TrustContext } from '../core/ports.ts';
import { readStatementsHiding } from '../core/skills/read-statements.ts';
import type { Problem, ProblemCode } from '../../shared/api/problems.ts';
import type { CancelSignal } from '../../shared/model/cancel-signal.ts';
import type { Credential } from '../../shared/model/credential.ts';
import type { CandidateId, DocumentHash } from '../../shared/model/ids.ts';
import type { EngineContext } from './engine-context.ts';
import { namesOf } from './store-credentials.ts';

/** One credential as it is stored, and as it is judged now. */
export interface JudgedAgain {
  readonly candidate: CandidateId;
  readonly before: Credential;
  readonly after: Credential;
}

/**
 * What is known of a person, as far as it was shown: the e-mail address that the employer gave, and the subject ids of
 * credentials that were presented with a valid signature or that name that address. An id that merely stands in a file
 * shows nothing, and one that was taken for the person's because it was known already shows nothing new.
 */
export function holderHints(context: EngineContext, candidate: CandidateId): HolderHints {
  return hintsFrom(context, candidate, credentialsOf(context, candidate));
}

/**
 * Verifies documents anew for one person and answers what became of that person's credentials in them; stores nothing.
 * What a credential shows of the holder can settle another one, so it goes on until nothing more is learned.
 */
export async function judgeAgain(
  context: EngineContext,
  candidate: CandidateId,
  documents: Iterable<DocumentHash>,
  trust: TrustContext,
  signal: CancelSignal,
): Promise<readonly JudgedAgain[]> {
  const { verifier } = context;
  const stored = new Map(credentialsOf(context, candidate).map((credential) => [credential.key, credential]));
  const now = new Map(stored);
  let hints = hintsFrom(context, candidate, stored.values());
  let due = new Set(documents);
  // Each round learns of at least one more subject id, or ends.
  while (due.size > 0) {
    const verified = await verifyDocuments(context, due, hints, trust, signal);
    if (signal.aborted) return [];
    for (const credential of verified.flatMap((file) => file.credentials)) {
      if (stored.has(credential.key)) now.set(credential.key, credential);
    }
    for (const lost of lostIn(verified, stored.values())) {
      now.set(lost.key, notReadAgain(lost, trust, verifier.trustSnapshot(trust)));
    }
    const learned = hintsFrom(context, candidate, now.values());
    if (sameHints(hints, learned)) break;
    due = new Set(
      [...now.values()].filter((one) => isTouched(one, hints, learned)).map((credential) => credential.document),
    );
    hints = learned;
  }
  return [...stored.values()].flatMap((before) => {
    const after = now.get(before.key) ?? before;
    return after === before ? [] : [{ candidate, before, after }];
  });
}

/** What to do with what moved: an import that settles its own files changes nothing that a person has seen before. */
export interface StoreOptions {
  readonly keepHistory: boolean;
}

/** Writes the new reports over the old ones, and keeps in the history what moved. */
export function storeJudged(context: EngineContext, judged: readonly JudgedAgain[], options: StoreOptions): void {
  const { workspace } = context;
  workspace.transaction(() => {
    for (const { candidate, after } of judged) {
      const stored = workspace.credentials.get(after.key);
      // It may have been erased, or given to somebody else, while it was verified.
      if (stored?.candidate !== candidate) continue;
      workspace.credentials.update(after);
      workspace.statements.put(after.key, readStatementsHiding(after, namesOf(context, candidate)));
      if (options.keepHistory) remember(context, stored.credential, after);
    }
  });
}

function remember({ workspace, clock }: EngineContext, before: Credential, after: Credential): void {
  const because = changesBetween(before.report, after.report);
  const { verdict, at, trustSnapshot } = after.report;
  if (because.length === 0 && verdict === before.report.verdict) return;
  if (workspace.pastReports.ofCredential(after.key).length === 0) {
    const { report } = before;
    const first = { at: report.at, trustSnapshot: report.trustSnapshot, verdict: report.verdict };
    workspace.pastReports.append(after.key, { ...first, recordedAt: report.at, because: [], from: null });
  }
  const recordedAt = clock.now();
  workspace.pastReports.append(after.key, {
    at,
    recordedAt,
    trustSnapshot,
    verdict,
    because,
    from: before.report.verdict,
  });
}

function credentialsOf({ workspace }: EngineContext, candidate: CandidateId): readonly Credential[] {
  return workspace.credentials.ofCandidate(candidate).map((stored) => stored.credential);
}

/** Findings by which the person showed to hold the key of the subject id. */
const SHOWN_BY_KEY: readonly string[] = ['holder-proved', 'holder-proved-earlier', 'holder-key-proved'];

/**
 * Whether a credential shows that its subject id is the person's, without having been told so. A match of the address
 * is the issuer's word, which counts only where the issuer is one whom the employer knows.
 */
function showsSubject({ content, report: { checks } }: Credential): boolean {
  if (SHOWN_BY_KEY.includes(checks.holder.code)) return true;
  return checks.holder.code === 'holder-email-matches' && content === 'signed' && checks.issuer.state === 'pass';
}

function hintsFrom(
  { workspace }: EngineContext,
  candidate: CandidateId,
  credentials: Iterable<Credential>,
): HolderHints {
  const email = workspace.candidates.get(candidate)?.email ?? null;
  const shown = [...credentials].filter(showsSubject);
  const subjectIds = new Set(shown.flatMap((credential) => credential.subject.id ?? []));
  return { emails: email === null ? [] : [email], subjectIds: [...subjectIds].sort() };
}

function sameHints(one: HolderHints, other: HolderHints): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Whether what is known of its subject now differs from what was known when it was verified. */
function isTouched({ subject }: Credential, before: HolderHints, after: HolderHints): boolean {
  const { id } = subject;
  return id !== null && before.subjectIds.includes(id) !== after.subjectIds.includes(id);
}

interface VerifiedDocument {
  readonly document: DocumentHash;
  readonly credentials: readonly Credential[];
  readonly problems: readonly Problem[];
}

async function verifyDocuments(
  { workspace, verifier }: EngineContext,
  documents: ReadonlySet<DocumentHash>,
  hints: HolderHints,
  trust: TrustContext,
  signal: CancelSignal,
): Promise<readonly VerifiedDocument[]> {
  const verified = await Promise.all(
    [...documents].map(async (hash) => {
      const document = workspace.documents.get(hash);
      if (document === null) return [];
      const file = { name: document.fileName, bytes: document.bytes };
      return [{ document: hash, ...(await verifier.verify(file, hints, trust, signal)) }];
    }),
  );
  return verified.flat();
}

/** Problems that are ours and pass: the old report stays, dated as it is, and is due again. */
const PASSING: readonly ProblemCode[] = ['cancelled', 'internal'];

/** Credentials that a file gave once and gives no more, because a later version reads more strictly. */
function lostIn(verified: readonly VerifiedDocument[], stored: Iterable<Credential>): readonly Credential[] {
  const read = verified.filter(({ problems }) => !problems.some(({ code }) => PASSING.includes(code)));
  const documents = new Set(read.map(({ document }) => document));
  const keys = new Set(read.flatMap(({ credentials }) => credentials.map(({ key }) => key)));
  return [...stored].filter(({ document, key }) => documents.has(document) && !keys.has(key));
}

/** Nothing that was found out earlier is relied on where it can't be found out again. */
function notReadAgain(credential: Credential, { at }: TrustContext, trustSnapshot: string): Credential {
  const { report } = credential;
  const checks = { ...report.checks, format: toCheck({ code: 'format-not-read-again' }) };
  return {
    ...credential,
    report: {
      ...report,
      checks,
      verdict: verdictOf(checks),
      against: reasonsAgainst(checks),
      at,
      holdsUntil: null,
      trustSnapshot,
    },
  };
}
