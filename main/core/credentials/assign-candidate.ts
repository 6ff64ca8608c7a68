import type { CandidateBasis, Credential } from '../../../shared/model/credential.ts';
import { CANDIDATE_BASES } from '../../../shared/model/credential.ts';
import type { CandidateId, CredentialKey } from '../../../shared/model/ids.ts';
import { comparableEmail, emailsOf, subjectIdsOf, type HashFunction } from './candidate-evidence.ts';
import type { ManifestRow } from './manifest.ts';

/** A candidate of the workspace, by what credentials and manifests have said of the person so far. */
export interface KnownCandidate {
  readonly id: CandidateId;
  readonly ref: string | null;
  readonly emails: readonly string[];
  readonly subjectIds: readonly string[];
}

export interface AssignmentInput {
  /** Credentials of one file or of a whole batch; CLR members and presentation entries with their parents. */
  readonly credentials: readonly Credential[];
  /** The manifest's row for each file that has one, by file name (see `bindManifest`). */
  readonly rowOfFile: ReadonlyMap<string, ManifestRow>;
  /** All rows: an e-mail of any of them can be recognised in a credential, whichever file the row names. */
  readonly rows: readonly ManifestRow[];
  readonly known: readonly KnownCandidate[];
  readonly hash: HashFunction;
}

/** One person, with all that the input says belongs to them. */
export interface AssignedPerson {
  /** The candidate to whom it is added; null for a new one, whose id the caller makes. */
  readonly known: CandidateId | null;
  /** The strongest basis of any of the credentials. */
  readonly basis: CandidateBasis;
  /** From the manifest only: a credential's subject is not who the employer says they are. */
  readonly ref: string | null;
  readonly name: string | null;
  readonly email: string | null;
  /** To be remembered, so that later files find the person. */
  readonly subjectIds: readonly string[];
  readonly credentials: readonly { readonly key: CredentialKey; readonly basis: CandidateBasis }[];
}

/** Two signs that point at different people; the person given is the one decided for. */
export interface AssignmentConflict {
  readonly kind:
    'manifest-against-subject-id' | 'manifest-against-email' | 'subject-id-against-email' | 'several-people';
  readonly file: string;
  /** Index into `people`. */
  readonly decidedFor: number;
  readonly basis: CandidateBasis;
  /** The other person where that is a candidate of the workspace. */
  readonly other: CandidateId | null;
}

export interface Assignment {
  readonly people: readonly AssignedPerson[];
  readonly conflicts: readonly AssignmentConflict[];
}

/**
 * Decides which person each credential belongs to. The manifest's row for a file decides; else the subject's id, else
 * an e-mail of the manifest or of a known candidate that the subject's (hashed) identity names, else the file itself is
 * a person. Never a name. What one file says about a person (subject id) is known for all files of the same input, so
 * the order of files does not matter within it. What CLRs and presentations carry goes with them.
 *
 * Where signs disagree the stronger one decides and the disagreement is reported; nobody is merged because of it.
 */
export function assignCandidates(input: AssignmentInput): Assignment {
  const groups = groupByCarrier(input.credentials);
  const register = new PeopleRegister(input);
  const conflicts: Conflict[] = [];
  // Files of the manifest first: they settle to whom subject ids belong before the others are looked at.
  const listed = groups.filter((group) => input.rowOfFile.has(group.file));
  const others = groups.filter((group) => !input.rowOfFile.has(group.file));
  for (const group of listed) assignByManifest(group, register, input, conflicts);
  for (const cluster of clusterBySubject(others)) assignBySigns(cluster, register, conflicts);
  const people = register.people.filter((person) => person.credentials.length > 0);
  return {
    people: people.map(toAssignedPerson),
    conflicts: conflicts.map(({ person, ...conflict }) => ({ ...conflict, decidedFor: people.indexOf(person) })),
  };
}

type Conflict = Omit<AssignmentConflict, 'decidedFor'> & { readonly person: Person };

/** Credentials that can't be parted: a presentation or CLR with all that it carries, or one credential alone. */
interface Group {
  readonly file: string;
  /** Smallest key of the group: the order of work must not depend on the order of import. */
  readonly key: string;
  readonly credentials: readonly Credential[];
  readonly subjectIds: readonly string[];
}

interface Person {
  readonly known: CandidateId | null;
  readonly ref: string | null;
  name: string | null;
  email: string | null;
  readonly subjectIds: Set<string>;
  readonly credentials: { readonly key: CredentialKey; readonly basis: CandidateBasis }[];
}

function groupByCarrier(credentials: readonly Credential[]): readonly Group[] {
  const parents = new Map(credentials.map((credential) => [credential.key, credential.parent]));
  const byRoot = new Map<string, Credential[]>();
  for (const credential of [...credentials].sort((one, other) => compare(one.key, other.key))) {
    const root = `${rootOf(credential, parents)} ${credential.fileName}`;
    byRoot.set(root, [...(byRoot.get(root) ?? []), credential]);
  }
  return [...byRoot.values()].flatMap((members) => {
    const [first] = members;
    if (!first) return [];
    const subjectIds = [...new Set(members.flatMap(subjectIdsOf))].sort(compare);
    return [{ file: first.fileName, key: first.key, credentials: members, subjectIds }];
  });
}

/** Follows parents upwards; a presentation is no credential itself, so its key ends the way. */
function rootOf(credential: Credential, parents: ReadonlyMap<CredentialKey, CredentialKey | null>): CredentialKey {
  let root = credential.key;
  const seen = new Set<CredentialKey>();
  for (let parent = credential.parent; parent !== null && !seen.has(parent); parent = parents.get(parent) ?? null) {
    seen.add(parent);
    root = parent;
  }
  return root;
}

function assignByManifest(group: Group, register: PeopleRegister, input: AssignmentInput, conflicts: Conflict[]): void {
  const row = input.rowOfFile.get(group.file);
  if (!row) return;
  const person = register.ofRow(row);
  const emailOwner = register.byEmail(group.credentials);
  for (const id of group.subjectIds) {
    const owner = register.bySubject(id);
    if (owner && owner !== person) {
      conflicts.push({
        kind: 'manifest-against-subject-id',
        file: group.file,
        person,
        basis: 'manifest',
        other: owner.known,
      });
    }
  }
  if (emailOwner && emailOwner !== person) {
    conflicts.push({
      kind: 'manifest-against-email',
      file: group.file,
      person,
      basis: 'manifest',
      other: emailOwner.known,
    });
  }
  register.add(person, group, emailOwner === person ? 'email-hash' : 'manifest');
}

/** Groups that share a subject id, in whatever order they came: one person with several files. */
function clusterBySubject(groups: readonly Group[]): readonly (readonly Group[])[] {
  const clusters: { ids: Set<string>; groups: Group[] }[] = [];
  for (const group of groups) {
    const touching = clusters.filter((cluster) => group.subjectIds.some((id) => cluster.ids.has(id)));
    const merged = {
      ids: new Set([...touching.flatMap((cluster) => [...cluster.ids]), ...group.subjectIds]),
      groups: [...touching.flatMap((cluster) => cluster.groups), group],
    };
    for (const cluster of touching) clusters.splice(clusters.indexOf(cluster), 1);
    clusters.push(merged);
  }
  return clusters
    .map((cluster) => cluster.groups.sort((one, other) => compare(one.key, other.key)))
    .sort((one, other) => compare(one[0]?.key ?? '', other[0]?.key ?? ''));
}

function assignBySigns(cluster: readonly Group[], register: PeopleRegister, conflicts: Conflict[]): void {
  const [first] = cluster;
  if (!first) return;
  const credentials = cluster.flatMap((group) => group.credentials);
  const ids = [...new Set(cluster.flatMap((group) => group.subjectIds))].sort(compare);
  const owners = [...new Set(ids.flatMap((id) => register.bySubject(id) ?? []))];
  const emailOwner = register.byEmail(credentials);
  const [owner, ...otherOwners] = owners;
  const person = owner ?? emailOwner ?? (ids.length > 0 ? register.newPerson() : register.ofFile(first.file));
  const basis: CandidateBasis =
    ids.length > 0 && (owner || !emailOwner) ? 'subject-id' : emailOwner ? 'email-hash' : 'file';
  for (const other of otherOwners) {
    conflicts.push({ kind: 'several-people', file: first.file, person, basis, other: other.known });
  }
  if (owner && emailOwner && owner !== emailOwner) {
    conflicts.push({ kind: 'subject-id-against-email', file: first.file, person, basis, other: emailOwner.known });
  }
  for (const group of cluster) register.add(person, group, basis);
}

/** Who is known by which sign, while files are being assigned. */
class PeopleRegister {
  readonly people: Person[] = [];
  readonly #byRow = new Map<string, Person>();
  readonly #byFile = new Map<string, Person>();
  readonly #bySubject = new Map<string, Person>();
  readonly #byEmail = new Map<string, Person>();
  readonly #hash: HashFunction;

  constructor({ known, rows, rowOfFile, hash }: AssignmentInput) {
    this.#hash = hash;
    for (const candidate of [...known].sort((one, other) => compare(one.id, other.id))) this.#addKnown(candidate);
    for (const row of [...rows, ...rowOfFile.values()].sort((one, other) => one.line - other.line)) this.ofRow(row);
  }

  /** Rows of one candidate_ref are one person; without a ref rows of one e-mail are; else the row is its own. */
  ofRow(row: ManifestRow): Person {
    const key = rowKey(row);
    const email = row.email === null ? null : comparableEmail(row.email);
    const person = this.#byRow.get(key) ?? (row.ref === null && email !== null ? this.#byEmail.get(email) : undefined);
    const found = person ?? this.#new({ known: null, ref: row.ref });
    found.name ??= row.name;
    found.email ??= row.email;
    this.#byRow.set(key, found);
    if (email !== null && !this.#byEmail.has(email)) this.#byEmail.set(email, found);
    return found;
  }

  ofFile(file: string): Person {
    const person = this.#byFile.get(file) ?? this.newPerson();
    this.#byFile.set(file, person);
    return person;
  }

  newPerson(): Person {
    return this.#new({ known: null, ref: null });
  }

  bySubject(id: string): Person | undefined {
    return this.#bySubject.get(id);
  }

  byEmail(credentials: readonly Credential[]): Person | undefined {
    const emails = [...this.#byEmail.keys()];
    const [email] = credentials.flatMap((credential) => emailsOf(credential, emails, this.#hash)).sort(compare);
    return email === undefined ? undefined : this.#byEmail.get(email);
  }

  add(person: Person, group: Group, basis: CandidateBasis): void {
    for (const { key } of group.credentials) person.credentials.push({ key, basis });
    for (const id of group.subjectIds) {
      // Who had the id first keeps it; a conflict was reported by the caller.
      if (!this.#bySubject.has(id)) this.#bySubject.set(id, person);
      if (this.#bySubject.get(id) === person) person.subjectIds.add(id);
    }
  }

  #addKnown({ id, ref, emails, subjectIds }: KnownCandidate): void {
    const person = this.#new({ known: id, ref });
    if (ref !== null && !this.#byRow.has(refKey(ref))) this.#byRow.set(refKey(ref), person);
    for (const email of emails.map(comparableEmail)) if (!this.#byEmail.has(email)) this.#byEmail.set(email, person);
    for (const subject of subjectIds) if (!this.#bySubject.has(subject)) this.#bySubject.set(subject, person);
    for (const subject of subjectIds) person.subjectIds.add(subject);
  }

  #new({ known, ref }: Pick<Person, 'known' | 'ref'>): Person {
    const person: Person = { known, ref, name: null, email: null, subjectIds: new Set(), credentials: [] };
    this.people.push(person);
    return person;
  }
}

function rowKey(row: ManifestRow): string {
  if (row.ref !== null) return refKey(row.ref);
  return row.email === null ? `line ${row.line}` : `email ${comparableEmail(row.email)}`;
}

function refKey(ref: string): string {
  return `ref ${ref.trim()}`;
}

function toAssignedPerson({ known, ref, name, email, subjectIds, credentials }: Person): AssignedPerson {
  const bases = new Set(credentials.map((credential) => credential.basis));
  const basis = CANDIDATE_BASES.find((candidate) => bases.has(candidate)) ?? 'file';
  return { known, basis, ref, name, email, subjectIds: [...subjectIds].sort(compare), credentials };
}

/** By code units: the same on every machine, unlike localeCompare. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
