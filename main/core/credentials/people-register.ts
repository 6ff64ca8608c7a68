import type { CandidateBasis } from '../../../shared/model/credential.ts';
import type { CandidateId, CredentialKey } from '../../../shared/model/ids.ts';
import { comparableEmail, type CredentialSigns } from './candidate-evidence.ts';
import { compare } from './compare.ts';
import { KnownEmails, type HashFunction } from './known-emails.ts';
import type { ManifestRow } from './manifest.ts';

/** A candidate of the workspace, by what credentials and manifests have said of the person so far. */
export interface KnownCandidate {
  readonly id: CandidateId;
  readonly ref: string | null;
  readonly emails: readonly string[];
  readonly subjectIds: readonly string[];
}

/** Credentials that can't be parted: a presentation or CLR with all that it carries, or one credential alone. */
export interface Group {
  readonly file: string;
  /** Smallest key of the group: the order of work must not depend on the order of import. */
  readonly key: string;
  readonly credentials: readonly CredentialSigns[];
  readonly subjectIds: readonly string[];
  /** Those that stand in a credential with a proof that passed. */
  readonly signedSubjectIds: readonly string[];
}

/** One person while files are being assigned. */
export interface Person {
  readonly known: CandidateId | null;
  ref: string | null;
  name: string | null;
  email: string | null;
  readonly emails: Set<string>;
  readonly subjectIds: Set<string>;
  readonly credentials: { readonly key: CredentialKey; readonly basis: CandidateBasis }[];
}

/** What the register starts from. */
export interface RegisterInput {
  readonly rows: readonly ManifestRow[];
  readonly rowOfFile: ReadonlyMap<string, ManifestRow>;
  readonly known: readonly KnownCandidate[];
  readonly hash: HashFunction;
}

/** Who is known by which sign, while files are being assigned. */
export class PeopleRegister {
  readonly people: Person[] = [];
  readonly #byRow = new Map<string, Person>();
  readonly #byFile = new Map<string, Set<Person>>();
  readonly #bySubject = new Map<string, Person>();
  readonly #byEmail = new Map<string, Person>();
  readonly #emails: KnownEmails;
  readonly #hash: HashFunction;

  constructor({ known, rows, rowOfFile, hash }: RegisterInput) {
    this.#hash = hash;
    this.#emails = new KnownEmails(hash);
    for (const candidate of [...known].sort((one, other) => compare(one.id, other.id))) this.#addKnown(candidate);
    for (const row of [...rows, ...rowOfFile.values()].sort((one, other) => one.line - other.line)) this.ofRow(row);
  }

  /** Rows of one candidate_ref are one person; without a ref rows of one e-mail are; else the row is its own. */
  ofRow(row: ManifestRow): Person {
    const key = rowKey(row);
    const person = this.#byRow.get(key) ?? this.#byEmailOfRow(row) ?? this.#new(null, row.ref);
    person.ref ??= row.ref;
    person.name ??= row.name;
    person.email ??= row.email;
    this.#byRow.set(key, person);
    if (row.email !== null) this.#addEmail(row.email, person);
    return person;
  }

  /** The person to whom the rest of the file went, where that is one; else a person for the file. */
  ofFile(file: string): Person {
    const [person, ...others] = this.#byFile.get(file) ?? [];
    return person && others.length === 0 ? person : this.#ofFileAlone(file);
  }

  newPerson(): Person {
    return this.#new(null, null);
  }

  bySubject(id: string): Person | undefined {
    return this.#bySubject.get(id);
  }

  /** The person whose e-mail the credentials name. */
  byEmail(credentials: readonly CredentialSigns[]): Person | undefined {
    const [email] = this.#emails.namedBy(credentials);
    return email === undefined ? undefined : this.#byEmail.get(email);
  }

  /** Whether the credentials name this person's e-mail, perhaps beside others. */
  isNamedBy(person: Person, credentials: readonly CredentialSigns[]): boolean {
    if (person.emails.size === 0) return false;
    const emails = new KnownEmails(this.#hash);
    for (const email of person.emails) emails.add(email);
    return emails.namedBy(credentials).length > 0;
  }

  add(person: Person, group: Group, basis: CandidateBasis): void {
    for (const { key } of group.credentials) person.credentials.push({ key, basis });
    this.#byFile.set(group.file, (this.#byFile.get(group.file) ?? new Set()).add(person));
    // An unsigned file that the manifest gives to one person must not take another one's id away.
    const learnt = basis === 'manifest' ? group.signedSubjectIds : group.subjectIds;
    for (const id of learnt) {
      // Who had the id first keeps it; a conflict was reported by the caller.
      if (!this.#bySubject.has(id)) this.#bySubject.set(id, person);
      if (this.#bySubject.get(id) === person) person.subjectIds.add(id);
    }
  }

  /** An e-mail does not join two people whom the employer gave two refs. */
  #byEmailOfRow({ email, ref }: ManifestRow): Person | undefined {
    const person = email === null ? undefined : this.#byEmail.get(comparableEmail(email));
    return person && (ref === null || person.ref === null) ? person : undefined;
  }

  #ofFileAlone(file: string): Person {
    const key = `file ${file}`;
    const person = this.#byRow.get(key) ?? this.newPerson();
    this.#byRow.set(key, person);
    return person;
  }

  #addKnown({ id, ref, emails, subjectIds }: KnownCandidate): void {
    const person = this.#new(id, ref);
    if (ref !== null && !this.#byRow.has(refKey(ref))) this.#byRow.set(refKey(ref), person);
    for (const email of emails) this.#addEmail(email, person);
    for (const subject of subjectIds) {
      if (!this.#bySubject.has(subject)) this.#bySubject.set(subject, person);
      person.subjectIds.add(subject);
    }
  }

  #addEmail(email: string, person: Person): void {
    person.emails.add(email);
    this.#emails.add(email);
    const comparable = comparableEmail(email);
    if (!this.#byEmail.has(comparable)) this.#byEmail.set(comparable, person);
  }

  #new(known: CandidateId | null, ref: string | null): Person {
    const person: Person = {
      known,
      ref,
      name: null,
      email: null,
      emails: new Set(),
      subjectIds: new Set(),
      credentials: [],
    };
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
