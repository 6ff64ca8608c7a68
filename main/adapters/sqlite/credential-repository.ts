import { compare } from '../../core/credentials/compare.ts';
import { outlineOf, type CredentialOutline } from '../../core/credentials/credential-outline.ts';
import { reportHolds } from '../../core/verification/report-holds.ts';
import { findingsAgainst } from '../../core/verification/findings-against.ts';
import type { Verdict } from '../../../shared/model/check.ts';
import type { Credential } from '../../../shared/model/credential.ts';
import type { CandidateId, CredentialKey, DocumentHash, Instant } from '../../../shared/model/ids.ts';
import type { ImportFinding } from '../../../shared/model/import.ts';
import type { SeenIssuer } from '../../../shared/model/trust.ts';
import type { Database } from './connection.ts';
import { readRecord, writeRecord } from './records.ts';

/** A credential in the store: whose it is, and which later one stands in its place. */
export interface StoredCredential {
  readonly credential: Credential;
  readonly candidate: CandidateId;
  readonly replacedBy: CredentialKey | null;
}

/** A credential that has to be judged again, by what is needed to do so. */
export interface OutdatedCredential {
  readonly key: CredentialKey;
  readonly document: DocumentHash;
  readonly candidate: CandidateId;
}

/** How a credential stands. */
export interface Standing {
  readonly verdict: Verdict;
  /** What keeps it from being verified, gravest first. */
  readonly findings: readonly ImportFinding[];
}

export interface CredentialRepository {
  get(key: CredentialKey): StoredCredential | null;
  /** In order of key, replaced ones included. */
  list(): readonly StoredCredential[];
  ofCandidate(candidate: CandidateId): readonly StoredCredential[];
  ofDocument(document: DocumentHash): readonly StoredCredential[];
  documents(): readonly DocumentHash[];
  /** Those whose report rests on other trust data than these, or that time can have changed since it was made. */
  outdated(trustSnapshot: string, at: Instant): readonly OutdatedCredential[];
  /** Null where there is no such credential. */
  standing(key: CredentialKey): Standing | null;
  /** Adds a credential, whose record is given as it is kept: JSON in UTF-8. */
  add(outline: CredentialOutline, record: Uint8Array, candidate: CandidateId): void;
  /** Writes the credential as it was read and verified anew. */
  update(credential: Credential): void;
  /** Other editions of a credential that one person has: same issuer id and credential id, and nothing has replaced them yet. */
  editionsOf(
    credential: Pick<Credential, 'key' | 'issuer' | 'credentialId'>,
    candidate: CandidateId,
  ): readonly StoredCredential[];
  markReplaced(older: CredentialKey, by: CredentialKey): void;
  verdictsByCandidate(): ReadonlyMap<CandidateId, Readonly<Partial<Record<Verdict, number>>>>;
  issuers(): readonly SeenIssuer[];
  /** Of every credential that stands, what changes whenever its record does; by candidate, then by key. */
  marks(): IterableIterator<{ readonly candidate: CandidateId; readonly mark: string }>;
  count(): number;
  removeOfCandidate(candidate: CandidateId): void;
}

interface Row {
  candidate: string;
  replaced_by: string | null;
  record: string;
}

interface StandingRow {
  verdict: string;
  findings: string | null;
}

interface DatedRow {
  key: string;
  document: string;
  candidate: string;
  trust_snapshot: string;
  judged_at: string | null;
  holds_until: string | null;
}

function holdsAt({ judged_at: at, holds_until: holdsUntil }: DatedRow, now: number): boolean {
  return at !== null && reportHolds({ at, holdsUntil }, now);
}

export function createCredentialRepository(database: Database): CredentialRepository {
  const columns = 'candidate, replaced_by, record';
  const get = database.prepare<[string], Row>(`SELECT ${columns} FROM credentials WHERE key = ?`);
  const standing = database.prepare<[string], StandingRow>('SELECT verdict, findings FROM credentials WHERE key = ?');
  const list = database.prepare<[], Row>(`SELECT ${columns} FROM credentials ORDER BY key`);
  const ofCandidate = database.prepare<[string], Row>(
    `SELECT ${columns} FROM credentials WHERE candidate = ? ORDER BY key`,
  );
  const ofDocument = database.prepare<[string], Row>(
    `SELECT ${columns} FROM credentials WHERE document = ? ORDER BY key`,
  );
  const documents = database.prepare<[], { document: string }>(
    'SELECT DISTINCT document FROM credentials ORDER BY document',
  );
  const insert = database.prepare(
    `INSERT INTO credentials (key, document, candidate, issuer_id, credential_id, valid_from, verdict, trust_snapshot,
       judged_at, holds_until, findings, record)
     VALUES (@key, @document, @candidate, @issuerId, @credentialId, @validFrom, @verdict, @trustSnapshot,
       @judgedAt, @holdsUntil, @findings, CAST(@record AS TEXT))`,
  );
  const update = database.prepare(
    `UPDATE credentials SET issuer_id = @issuerId, credential_id = @credentialId, valid_from = @validFrom,
       verdict = @verdict, trust_snapshot = @trustSnapshot, judged_at = @judgedAt, holds_until = @holdsUntil,
       findings = @findings, record = @record WHERE key = @key`,
  );
  const dated = database.prepare<[], DatedRow>(
    'SELECT key, document, candidate, trust_snapshot, judged_at, holds_until FROM credentials ORDER BY key',
  );
  // The plus keeps the query planner from going through all that the person has.
  const editions = database.prepare<[string, string, string, string], Row>(
    `SELECT ${columns} FROM credentials
     WHERE issuer_id = ? AND credential_id = ? AND replaced_by IS NULL AND key <> ? AND +candidate = ?`,
  );
  const markReplaced = database.prepare('UPDATE credentials SET replaced_by = ? WHERE key = ?');
  const verdicts = database.prepare<[], { candidate: string; verdict: string; count: number }>(
    `SELECT candidate, verdict, count(*) AS count FROM credentials
     WHERE replaced_by IS NULL GROUP BY candidate, verdict ORDER BY candidate, verdict`,
  );
  const issuers = database.prepare<[], { issuer_id: string; name: string | null; recognition: string; count: number }>(
    `SELECT issuer_id, json_extract(record, '$.issuer.name') AS name,
       json_extract(record, '$.report.recognition') AS recognition, count(*) AS count
     FROM credentials WHERE issuer_id IS NOT NULL GROUP BY issuer_id ORDER BY issuer_id`,
  );
  const marks = database.prepare<[], { candidate: CandidateId; mark: string }>(
    `SELECT candidate, key || ' ' || verdict || ' ' || trust_snapshot || ' ' || coalesce(judged_at, '') AS mark
     FROM credentials WHERE replaced_by IS NULL ORDER BY candidate, key`,
  );
  const count = database.prepare<[], { count: number }>('SELECT count(*) AS count FROM credentials');
  const removeOfCandidate = database.prepare('DELETE FROM credentials WHERE candidate = ?');
  return {
    get(key) {
      const row = get.get(key);
      return row === undefined ? null : toStored(row);
    },
    standing(key) {
      const row = standing.get(key);
      if (row === undefined) return null;
      const findings = row.findings === null ? findingsOfRecord(get.get(key)) : readFindings(row.findings);
      return { verdict: row.verdict as Verdict, findings };
    },
    list: () => list.all().map(toStored),
    ofCandidate: (candidate) => ofCandidate.all(candidate).map(toStored),
    ofDocument: (document) => ofDocument.all(document).map(toStored),
    documents: () => documents.all().map((row) => row.document as DocumentHash),
    outdated(trustSnapshot, at) {
      const now = Date.parse(at);
      return dated
        .all()
        .filter((row) => row.trust_snapshot !== trustSnapshot || !holdsAt(row, now))
        .map((row) => ({
          key: row.key as CredentialKey,
          document: row.document as DocumentHash,
          candidate: row.candidate as CandidateId,
        }));
    },
    add: (outline, record, candidate) =>
      void insert.run({ ...columnsOf(outline), document: outline.document, record, candidate }),
    update: (credential) => void update.run({ ...columnsOf(outlineOf(credential)), record: writeRecord(credential) }),
    editionsOf: ({ key, issuer, credentialId }, candidate) =>
      credentialId === null || issuer.id === null
        ? []
        : editions.all(issuer.id, credentialId, key, candidate).map(toStored).toSorted(byDate),
    markReplaced: (older, by) => void markReplaced.run(by, older),
    verdictsByCandidate() {
      const byCandidate = Map.groupBy(verdicts.all(), (row) => row.candidate as CandidateId);
      return new Map(
        [...byCandidate].map(([candidate, rows]) => [
          candidate,
          Object.fromEntries(rows.map((row) => [row.verdict, row.count])),
        ]),
      );
    },
    issuers: () =>
      issuers.all().map((row) => ({
        issuerId: row.issuer_id,
        claimedName: row.name,
        recognition: row.recognition as SeenIssuer['recognition'],
        credentials: row.count,
      })),
    marks: () => marks.iterate(),
    count: () => count.get()?.count ?? 0,
    removeOfCandidate: (candidate) => void removeOfCandidate.run(candidate),
  };
}

function byDate({ credential: one }: StoredCredential, { credential: other }: StoredCredential): number {
  return compare(one.validFrom ?? '', other.validFrom ?? '') || compare(one.key, other.key);
}

function columnsOf({ key, issuer, credentialId, validFrom, report, findings }: CredentialOutline) {
  return {
    key,
    issuerId: issuer.id,
    credentialId,
    validFrom,
    verdict: report.verdict,
    trustSnapshot: report.trustSnapshot,
    judgedAt: report.at,
    holdsUntil: report.holdsUntil,
    findings: writeRecord(findings),
  };
}

function readFindings(findings: string): readonly ImportFinding[] {
  return readRecord<readonly ImportFinding[]>(findings);
}

/** For credentials that were written before findings stood by themselves. */
function findingsOfRecord(row: Row | undefined): readonly ImportFinding[] {
  return row === undefined ? [] : findingsAgainst(readRecord<Credential>(row.record).report);
}

function toStored(row: Row): StoredCredential {
  return {
    credential: readRecord<Credential>(row.record),
    candidate: row.candidate as CandidateId,
    replacedBy: row.replaced_by as CredentialKey | null,
  };
}
