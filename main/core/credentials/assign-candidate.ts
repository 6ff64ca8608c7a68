import type { CandidateBasis } from '../../../shared/model/credential.ts';
import { CANDIDATE_BASES } from '../../../shared/model/credential.ts';
import type { CandidateId, CredentialKey } from '../../../shared/model/ids.ts';
import { subjectIdsOf, type CredentialSigns } from './candidate-evidence.ts';
import { compare } from './compare.ts';
import type { HashFunction } from './known-emails.ts';
import type { ManifestRow } from './manifest.ts';
import { PeopleRegister, type Group, type KnownCandidate, type Person } from './people-register.ts';

export interface AssignmentInput {
  /** Credentials of one file or of a whole batch; CLR members and presentation entries with their parents. */
  readonly credentials: readonly CredentialSigns[];
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
  const signless: Group[] = [];
  for (const cluster of clusterBySubject(others)) {
    if (!assignBySigns(cluster, register, conflicts)) signless.push(...cluster);
  }
  for (const group of signless) register.add(register.ofFile(group.file), group, 'file');
  const people = register.people.filter((person) => person.credentials.length > 0);
  return {
    people: people.map(toAssignedPerson),
    conflicts: conflicts.map(({ person, ...conflict }) => ({ ...conflict, decidedFor: people.indexOf(person) })),
  };
}

type Conflict = Omit<AssignmentConflict, 'decidedFor'> & { readonly person: Person };

function groupByCarrier(credentials: readonly CredentialSigns[]): readonly Group[] {
  const parents = new Map(credentials.map((credential) => [credential.key, credential.parent]));
  const byRoot = new Map<string, CredentialSigns[]>();
  for (const credential of [...credentials].sort((one, other) => compare(one.key, other.key))) {
    const root = `${rootOf(credential, parents)} ${credential.fileName}`;
    byRoot.set(root, [...(byRoot.get(root) ?? []), credential]);
  }
  return [...byRoot.values()].flatMap((members) => {
    const [first] = members;
    if (!first) return [];
    const signed = members.filter((credential) => credential.content === 'signed');
    return [
      {
        file: first.fileName,
        key: first.key,
        credentials: members,
        subjectIds: [...new Set(members.flatMap(subjectIdsOf))].sort(compare),
        signedSubjectIds: [...new Set(signed.flatMap(subjectIdsOf))].sort(compare),
      },
    ];
  });
}

/** Follows parents upwards; a presentation is no credential itself, so its key ends the way. */
function rootOf(credential: CredentialSigns, parents: ReadonlyMap<CredentialKey, CredentialKey | null>): CredentialKey {
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
  // Most often the row is right: its own e-mail is tried before all others are.
  const emailOwner = register.isNamedBy(person, group.credentials) ? person : register.byEmail(group.credentials);
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
  const clusterOfId = new Map<string, Group[]>();
  const clusters = new Set<Group[]>();
  for (const group of groups) {
    const touching = new Set(
      group.subjectIds.map((id) => clusterOfId.get(id)).filter((cluster) => cluster !== undefined),
    );
    const [into = [], ...merged] = touching;
    into.push(group, ...merged.flat());
    for (const emptied of merged) clusters.delete(emptied);
    clusters.add(into);
    for (const id of into.flatMap((one) => one.subjectIds)) clusterOfId.set(id, into);
  }
  return [...clusters]
    .map((cluster) => cluster.sort((one, other) => compare(one.key, other.key)))
    .sort((one, other) => compare(one[0]?.key ?? '', other[0]?.key ?? ''));
}

/** @returns false where no sign points at anyone, so that only the file is left. */
function assignBySigns(cluster: readonly Group[], register: PeopleRegister, conflicts: Conflict[]): boolean {
  const [first] = cluster;
  const ids = [...new Set(cluster.flatMap((group) => group.subjectIds))].sort(compare);
  const [owner, ...otherOwners] = new Set(ids.flatMap((id) => register.bySubject(id) ?? []));
  const emailOwner = register.byEmail(cluster.flatMap((group) => group.credentials));
  if (!first || (ids.length === 0 && !emailOwner)) return false;
  const person = owner ?? emailOwner ?? register.newPerson();
  const basis: CandidateBasis = person === emailOwner && !owner ? 'email-hash' : 'subject-id';
  for (const other of otherOwners) {
    conflicts.push({ kind: 'several-people', file: first.file, person, basis, other: other.known });
  }
  if (owner && emailOwner && owner !== emailOwner) {
    conflicts.push({ kind: 'subject-id-against-email', file: first.file, person, basis, other: emailOwner.known });
  }
  for (const group of cluster) register.add(person, group, basis);
  return true;
}

function toAssignedPerson({ known, ref, name, email, subjectIds, credentials }: Person): AssignedPerson {
  const bases = new Set(credentials.map((credential) => credential.basis));
  const basis = CANDIDATE_BASES.find((candidate) => bases.has(candidate)) ?? 'file';
  return { known, basis, ref, name, email, subjectIds: [...subjectIds].sort(compare), credentials };
}
