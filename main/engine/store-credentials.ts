import { createHash } from 'node:crypto';
import type { StoredCredential } from '../adapters/sqlite/credential-repository.ts';
import { subjectIdsOf, type CredentialSigns } from '../core/credentials/candidate-evidence.ts';
import { assignCandidates, type AssignedPerson } from '../core/credentials/assign-candidate.ts';
import { outlineOf, type CredentialOutline } from '../core/credentials/credential-outline.ts';
import type { ManifestRow } from '../core/credentials/manifest.ts';
import type { KnownCandidate } from '../core/credentials/people-register.ts';
import { pseudonymOf } from '../core/credentials/pseudonym.ts';
import type { NamedFile, PackedFile } from '../core/ports.ts';
import { readStatementsHiding } from '../core/skills/read-statements.ts';
import type { Candidate } from '../../shared/model/credential.ts';
import type { BatchId, CandidateId, CredentialKey, DocumentHash } from '../../shared/model/ids.ts';
import type { FileResult, ImportedCredential } from '../../shared/model/import.ts';
import type { EngineContext } from './engine-context.ts';
import { packedCredentials, unpackCredential, type PackedCredential } from './packed-file.ts';

/** A staged file after verification; `verified` is null where its bytes are in the workspace already. */
export interface CheckedFile {
  readonly ordinal: number;
  readonly hash: DocumentHash;
  readonly file: NamedFile;
  readonly verified: PackedFile | null;
}

/** What the manifests of a batch say. */
export interface BatchManifest {
  readonly rows: readonly ManifestRow[];
  readonly rowOfFile: ReadonlyMap<string, ManifestRow>;
}

/** What one import learns of people, over all of its pieces. */
export interface PeopleOfImport {
  /** Whose credentials have to be looked at again once all files have been read (see `settleHolders`). */
  readonly toSettle: Set<CandidateId>;
  /** Whom this import brought: all that is known of them is in its own files. */
  readonly newcomers: Set<CandidateId>;
}

export function createPeopleOfImport(toSettle: Iterable<CandidateId>): PeopleOfImport {
  return { toSettle: new Set(toSettle), newcomers: new Set() };
}

/**
 * Stores what some files yielded and marks them as done, all in one transaction: after a crash each file is either
 * imported once or not at all.
 */
export function storeFiles(
  context: EngineContext,
  batch: BatchId,
  files: readonly CheckedFile[],
  manifest: BatchManifest,
  people: PeopleOfImport,
): void {
  const { workspace } = context;
  workspace.transaction(() => {
    // Asked here and not before: another import may have brought the same bytes in the meantime.
    const seen = new Set<DocumentHash>();
    const fresh = new Set(
      files.filter((file) => {
        const isRepeated = seen.has(file.hash);
        seen.add(file.hash);
        return file.verified !== null && !isRepeated && !workspace.documents.has(file.hash);
      }),
    );
    const imported = storeFresh(context, batch, [...fresh], manifest, people);
    for (const file of files) {
      const row = manifest.rowOfFile.get(file.file.name);
      if (row !== undefined && !fresh.has(file)) learnFromRow(context, file.hash, row);
      const credentials = fresh.has(file) ? (imported.get(file.hash) ?? []) : duplicatesOf(context, file.hash);
      if (!fresh.has(file)) for (const { candidate } of credentials) people.toSettle.add(candidate);
      const problems = file.verified?.problems ?? [];
      workspace.batches.finishFile(batch, file.ordinal, {
        file: file.file.name,
        credentials,
        problems,
      } satisfies FileResult);
    }
  });
}

function storeFresh(
  context: EngineContext,
  batch: BatchId,
  files: readonly CheckedFile[],
  manifest: BatchManifest,
  people: PeopleOfImport,
): ReadonlyMap<DocumentHash, readonly ImportedCredential[]> {
  const { workspace } = context;
  const now = context.clock.now();
  const packed = files.flatMap(({ hash, file, verified }) => {
    const credentials = verified === null ? [] : packedCredentials(verified);
    if (credentials.length > 0) workspace.documents.add({ hash, fileName: file.name, bytes: file.bytes }, now);
    return credentials;
  });
  if (packed.length === 0) return new Map();
  const outlines = packed.map(({ outline }) => outline);
  const owners = findOwners(context, batch, outlines, manifest, people.newcomers);
  const namesOfOwner = new Map<CandidateId, readonly string[]>();
  const imported = packed.map((credential) => {
    const { outline } = credential;
    const candidate = owners.get(outline.key);
    if (candidate === undefined) throw new Error('A credential was left without a person');
    if (!people.newcomers.has(candidate) || speaksOfHolder(outline)) people.toSettle.add(candidate);
    const names = namesOfOwner.get(candidate) ?? namesOf(context, candidate);
    namesOfOwner.set(candidate, names);
    return { document: outline.document, outcome: storeCredential(context, credential, candidate, names) };
  });
  const byDocument = Map.groupBy(imported, (one) => one.document);
  return new Map([...byDocument].map(([document, ones]) => [document, ones.map((one) => one.outcome)]));
}

/** Whether it shows whose it is, or names an address by which that may be shown later. */
function speaksOfHolder(credential: CredentialOutline): boolean {
  return credential.holder === 'pass' || namesAddress(credential);
}

function storeCredential(
  context: EngineContext,
  credential: PackedCredential,
  candidate: CandidateId,
  names: readonly string[],
): ImportedCredential {
  const { credentials, statements } = context.workspace;
  const { outline, record } = credential;
  const editions = credentials.editionsOf(outline, candidate);
  credentials.add(outline, record, candidate);
  if (names.length === 0) statements.putText(outline.key, credential.statements);
  else statements.put(outline.key, readStatementsHiding(unpackCredential(credential), names));
  const replaced = replaceOlder(context, outline, editions);
  return describeImported(outline, candidate, replaced ? 'replaces-older' : 'new');
}

/** The name that the employer knows, which must not reach the encoder by way of a narrative either. */
export function namesOf({ workspace }: EngineContext, candidate: CandidateId): readonly string[] {
  const name = workspace.candidates.get(candidate)?.name ?? null;
  return name === null ? [] : [name];
}

/**
 * A later edition of the same award (issuer's id and credential's id) stands in place of an earlier one. Only what
 * verifies may do so, else anyone could push a genuine credential aside by a forgery with a later date.
 */
function replaceOlder(
  { workspace: { credentials } }: EngineContext,
  credential: Edition,
  editions: readonly StoredCredential[],
): boolean {
  let replaced = false;
  for (const other of editions) {
    const pair: readonly Edition[] = [other.credential, credential];
    const [earlier, later] = pair.toSorted((one, two) => instantOf(one) - instantOf(two));
    if (earlier === undefined || later === undefined || instantOf(earlier) === instantOf(later) || !isSound(later))
      continue;
    credentials.markReplaced(earlier.key, later.key);
    replaced ||= later === credential;
  }
  return replaced;
}

/** What decides which of two editions stands. */
type Edition = Pick<CredentialOutline, 'key' | 'validFrom' | 'report'>;

function isSound(credential: Edition): boolean {
  const { verdict } = credential.report;
  return verdict === 'verified' || verdict === 'verified-with-reservations';
}

function instantOf(credential: Edition): number {
  const time = Date.parse(credential.validFrom ?? '');
  return Number.isNaN(time) ? 0 : time;
}

/**
 * A manifest that comes after the files says who a person is that was nameless until then. It completes what is not
 * known and contradicts nothing: a person with another reference, or a reference that is someone else's, stays as is.
 */
function learnFromRow(context: EngineContext, document: DocumentHash, row: ManifestRow): void {
  const { candidates, credentials, statements } = context.workspace;
  const owners = new Set(credentials.ofDocument(document).map((stored) => stored.candidate));
  const takenBy = row.ref === null ? undefined : candidates.list().find((candidate) => candidate.ref === row.ref)?.id;
  for (const id of owners) {
    const before = candidates.get(id);
    if (before === null || (takenBy !== undefined && takenBy !== id)) continue;
    if (before.ref !== null && row.ref !== null && before.ref !== row.ref) continue;
    const after: Candidate = {
      ...before,
      ref: before.ref ?? row.ref,
      name: before.name ?? row.name,
      email: before.email ?? row.email,
      basis: before.basis === 'file' ? 'manifest' : before.basis,
    };
    candidates.put(after);
    if (after.name === before.name) continue;
    for (const { credential } of credentials.ofCandidate(id)) {
      statements.put(credential.key, readStatementsHiding(credential, namesOf(context, id)));
    }
  }
}

function duplicatesOf(context: EngineContext, document: DocumentHash): readonly ImportedCredential[] {
  return context.workspace.credentials
    .ofDocument(document)
    .map((stored) => describeImported(outlineOf(stored.credential), stored.candidate, 'duplicate'));
}

function describeImported(
  credential: CredentialOutline,
  candidate: CandidateId,
  outcome: ImportedCredential['outcome'],
): ImportedCredential {
  return {
    key: credential.key,
    pointer: credential.pointer,
    standard: credential.standard,
    container: credential.container,
    name: credential.title,
    verdict: credential.report.verdict,
    candidate,
    outcome,
  };
}

function findOwners(
  context: EngineContext,
  batch: BatchId,
  credentials: readonly CredentialSigns[],
  manifest: BatchManifest,
  newcomers: Set<CandidateId>,
): ReadonlyMap<CredentialKey, CandidateId> {
  const lines = createLineRefs(context, batch, manifest, credentials);
  const { people, conflicts } = assignCandidates({
    credentials,
    rows: manifest.rows.map(lines.withRef),
    rowOfFile: new Map([...manifest.rowOfFile].map(([file, row]) => [file, lines.withRef(row)])),
    known: lines.known,
    hash: (algorithm, text) => createHash(algorithm).update(text).digest('hex'),
  });
  const owners = new Map<CredentialKey, CandidateId>();
  const ids = people.map((person) => {
    const id = keepPerson(context, person, lines.isLineRef);
    if (person.known === null) newcomers.add(id);
    for (const { key } of person.credentials) owners.set(key, id);
    return id;
  });
  for (const conflict of conflicts) {
    context.record('import.conflict', ids[conflict.decidedFor] ?? null, { kind: conflict.kind, basis: conflict.basis });
  }
  return owners;
}

/**
 * Rows that give a name only are a person of their own by their line; across the pieces of one import the line is
 * carried as a reference, which the workspace never sees.
 */
function createLineRefs(
  context: EngineContext,
  batch: BatchId,
  manifest: BatchManifest,
  credentials: readonly CredentialSigns[],
) {
  const prefix = `line ${batch} `;
  const isLineOnly = (row: ManifestRow) => row.ref === null && row.email === null;
  const refOf = (row: ManifestRow) => (isLineOnly(row) ? `${prefix}${row.line}` : row.ref);
  const refs = new Map<CandidateId, string>();
  if (manifest.rows.some(isLineOnly)) {
    for (const { file, credentials } of context.workspace.batches.results(batch)) {
      const row = manifest.rowOfFile.get(file);
      if (row === undefined || !isLineOnly(row)) continue;
      for (const { candidate } of credentials) refs.set(candidate, `${prefix}${row.line}`);
    }
  }
  const known: readonly KnownCandidate[] = whoMayOwn(context, manifest, credentials).map(
    ({ candidate, subjectIds }) => ({
      id: candidate.id,
      ref: candidate.ref ?? refs.get(candidate.id) ?? null,
      emails: candidate.email === null ? [] : [candidate.email],
      subjectIds,
    }),
  );
  return {
    known,
    withRef: (row: ManifestRow): ManifestRow => ({ ...row, ref: refOf(row) }),
    isLineRef: (ref: string | null) => ref !== null && ref.startsWith(prefix),
  };
}

/**
 * The candidates whom the signs of a piece can point at. An e-mail address or a row of a manifest can point at anyone;
 * without them only a subject id can, and the workspace's people need not all be read for each piece.
 */
function whoMayOwn({ workspace }: EngineContext, manifest: BatchManifest, credentials: readonly CredentialSigns[]) {
  const { candidates } = workspace;
  if (manifest.rows.length > 0 || credentials.some(namesAddress)) return candidates.listKnown();
  return candidates.withSubjectIds([...new Set(credentials.flatMap(subjectIdsOf))]);
}

function namesAddress({ subject }: CredentialSigns): boolean {
  return subject.identifiers.length > 0 || /^mailto:/i.test(subject.id ?? '');
}

function keepPerson(
  context: EngineContext,
  person: AssignedPerson,
  isLineRef: (ref: string | null) => boolean,
): CandidateId {
  const { candidates } = context.workspace;
  const before = person.known === null ? null : candidates.get(person.known);
  const id = before?.id ?? context.newCandidateId(person);
  const ref = isLineRef(person.ref) ? null : person.ref;
  const candidate: Candidate = {
    id,
    pseudonym: before?.pseudonym ?? pseudonymOf(id),
    ref: before?.ref ?? ref,
    name: person.name ?? before?.name ?? null,
    email: before?.email ?? person.email,
    basis: before?.basis ?? person.basis,
    importedAt: before?.importedAt ?? context.clock.now(),
  };
  candidates.put(candidate);
  for (const subjectId of person.subjectIds) candidates.addSubject(id, subjectId);
  return id;
}
