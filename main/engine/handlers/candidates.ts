import { isManifest, readManifest } from '../../adapters/formats/manifest.ts';
import type { ManifestRow } from '../../core/credentials/manifest.ts';
import { neededTexts as textsOfJob } from '../../core/profiles/needed-profile.ts';
import { PLACING_PHRASES } from '../../core/profiles/nearness.ts';
import { textsToEmbed } from '../../core/matching/wording-strength.ts';
import { normaliseSkillText } from '../../core/skills/normalise.ts';
import type { CandidateRow } from '../../../shared/api/contract.ts';
import type { Handlers } from '../../../shared/api/dispatcher.ts';
import { fail, ok } from '../../../shared/api/problems.ts';
import type { BatchId, CandidateId, DocumentHash } from '../../../shared/model/ids.ts';
import { createBlindView } from '../blind-view.ts';
import type { EngineContext } from '../engine-context.ts';
import { forgetPlacings } from '../placings.ts';
import { forgetPool } from '../pool/workspace-pool.ts';
import { taxonomiesOf } from '../taxonomies/taxonomies-of.ts';
import { textHash } from '../text-vectors.ts';

type Names = 'candidates.list' | 'candidates.get' | 'candidates.reveal' | 'candidates.erase';

/** People: shown as blind mode allows, revealed by a logged act, erased with everything. */
export function candidateHandlers(context: EngineContext): Pick<Handlers, Names> {
  const { workspace } = context;
  return {
    'candidates.list': () => ok(listRows(context)),
    'candidates.get': ({ candidate: id }) => {
      const candidate = workspace.candidates.get(id);
      if (candidate === null) return fail('not-found', { candidate: id });
      const view = createBlindView(context);
      const credentials = workspace.credentials
        .ofCandidate(id)
        .filter((stored) => stored.replacedBy === null)
        .map((stored) => view.credential(stored.credential, id));
      return ok({ candidate: view.candidate(candidate), credentials });
    },
    'candidates.reveal': ({ candidate: id, reason }) => {
      const candidate = workspace.candidates.get(id);
      if (candidate === null) return fail('not-found', { candidate: id });
      context.record('candidate.revealed', id, { reason });
      context.changed('candidates');
      return ok(candidate);
    },
    'candidates.erase': ({ candidate: id, reason }) => {
      if (workspace.candidates.get(id) === null) return fail('not-found', { candidate: id });
      erase(context, id, reason);
      context.changed('candidates', 'import', 'trust');
      return ok(null);
    },
  };
}

function listRows(context: EngineContext): readonly CandidateRow[] {
  const { workspace } = context;
  const view = createBlindView(context);
  const verdicts = workspace.credentials.verdictsByCandidate();
  return workspace.candidates.list().map((candidate) => {
    const counts = { ...NO_VERDICTS, ...verdicts.get(candidate.id) };
    return {
      candidate: view.candidate(candidate),
      credentials: Object.values(counts).reduce((sum, count) => sum + count, 0),
      verdicts: counts,
    };
  });
}

const NO_VERDICTS: CandidateRow['verdicts'] = {
  verified: 0,
  'verified-with-reservations': 0,
  'cannot-verify-offline': 0,
  'not-valid': 0,
};

/**
 * Removes the person and all that came with them: credentials with their history, documents, statements, judgements,
 * what the log says, results of work, staged files of imports, and the vectors that no other text needs. What is freed
 * is overwritten. A document that also holds another person's credentials stays for as long as that person does.
 */
function erase(context: EngineContext, id: CandidateId, reason: string): void {
  const { workspace } = context;
  workspace.transaction(() => {
    const documents = workspace.credentials.ofCandidate(id).map((stored) => stored.credential.document);
    for (const batch of waitingWith(context, id, documents)) workspace.batches.remove(batch);
    workspace.batches.removeMentions(id);
    workspace.credentials.removeOfCandidate(id);
    workspace.documents.removeUnused();
    workspace.candidates.remove(id);
    workspace.log.removeOfSubject(id);
    workspace.vectors.keepOnly(neededTexts(context));
    // The tombstone names nobody; a reason that a person typed could, so it is not kept with it.
    context.record('candidate.erased', null, { reasonGiven: reason.trim() !== '' });
  });
  workspace.flushDeleted();
  context.tasks.forgetResults();
  forgetPool(workspace);
  context.verifier.forgetResults?.();
  forgetPlacings(context);
}

/** Imports that wait with a file of the person's, or with a manifest that names the person. */
function waitingWith(
  { workspace }: EngineContext,
  id: CandidateId,
  documents: readonly DocumentHash[],
): ReadonlySet<BatchId> {
  const { batches } = workspace;
  const person = workspace.candidates.get(id);
  const names = (row: ManifestRow) =>
    (row.ref !== null && row.ref === person?.ref) ||
    (row.name !== null && row.name === person?.name) ||
    (row.email !== null && row.email.toLowerCase() === person?.email?.toLowerCase());
  const naming = batches.pending().filter(({ batch }) =>
    batches.waiting(batch).some(({ ordinal, name }) => {
      const file = /\.csv$/i.test(name) ? batches.read(batch, ordinal) : null;
      const manifest = file !== null && isManifest(file) ? readManifest(file.bytes) : null;
      return manifest?.ok === true && manifest.value.rows.some(names);
    }),
  );
  return new Set([...batches.openWith(documents), ...naming.map((pending) => pending.batch)]);
}

function neededTexts(context: EngineContext): Set<string> {
  const { workspace } = context;
  const statements = workspace.statements.list();
  const requirements = workspace.jobs.list().flatMap((job) => job.requirements);
  const texts = [
    ...textsToEmbed(requirements, statements, taxonomiesOf(context)),
    ...workspace.jobs.list().flatMap(textsOfJob),
    ...PLACING_PHRASES,
    ...statements.map((statement) => normaliseSkillText(statement.text)),
  ];
  return new Set(texts.map(textHash));
}
