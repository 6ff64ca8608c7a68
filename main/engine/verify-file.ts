import { openDocument } from '../adapters/formats/open-document.ts';
import { giveUpOn } from '../adapters/verification/give-up.ts';
import { trustSnapshotOf } from '../adapters/verification/trust-snapshot.ts';
import {
  verifyCredential,
  type VerifiedCredential,
  type VerifiedPresentations,
} from '../adapters/verification/verify-credential.ts';
import type { FoundCredential } from '../core/credentials/found-credential.ts';
import { readCredential } from '../core/credentials/read-credential.ts';
import type { HolderHints, NamedFile, TrustContext, VerifiedFile } from '../core/ports.ts';
import type { Credential } from '../../shared/model/credential.ts';
import { credentialKey, type JsonPointer } from '../../shared/model/ids.ts';

/** Credentials of a file that are not to be looked at again, by their place among those found. */
export interface GivenUp {
  readonly credentials: readonly number[];
  /** This one and all after it; null where none. */
  readonly from: number | null;
}

export const NOTHING_GIVEN_UP: GivenUp = { credentials: [], from: null };

/** How one file is to be verified. */
export interface FileWork {
  readonly holder: HolderHints;
  readonly trustSnapshot: string;
  readonly givenUp: GivenUp;
  /** Told before each credential, by its place among those found; false where nobody waits for the file any more. */
  goesOn(credential: number): boolean;
}

/**
 * Opens one file, verifies each credential in it on its own and reads what may be read, in the calling thread and
 * without limits of time; the pool adds those.
 */
export async function verifyFile(file: NamedFile, holder: HolderHints, trust: TrustContext): Promise<VerifiedFile> {
  const work = { holder, trustSnapshot: trustSnapshotOf(trust), givenUp: NOTHING_GIVEN_UP, goesOn: () => true };
  return (await verifyFileStepwise(file, trust, work)) ?? { file: file.name, credentials: [], problems: [] };
}

/** The same for the pool. @returns null where it was told not to go on. */
export async function verifyFileStepwise(
  file: NamedFile,
  trust: TrustContext,
  { holder, trustSnapshot, givenUp, goesOn }: FileWork,
): Promise<VerifiedFile | null> {
  const { document, found, problems } = openDocument(file);
  const verified = new Map<JsonPointer, VerifiedCredential>();
  const credentials: Credential[] = [];
  const presentations: VerifiedPresentations = new WeakMap();
  for (const [index, each] of found.entries()) {
    if (!goesOn(index)) return null;
    const around = recordAround(each, found, verified);
    const envelope = around === null ? null : envelopeFor(each, around);
    const endorsementsBeside = isEndorsement(each) ? [] : found.filter(isEndorsement);
    const setting = {
      holder,
      trust,
      trustSnapshot,
      envelope,
      record: around?.verified.view ?? null,
      presentations,
      endorsementsBeside,
    };
    const result = isGivenUp(givenUp, index) ? giveUpOn(each, setting) : await verifyCredential(each, setting);
    verified.set(each.pointer, result);
    const parent = each.parent === null ? null : credentialKey(document, each.parent);
    const { content, view, report } = result;
    credentials.push(readCredential({ found: each, document, fileName: file.name, content, view, report, parent }));
  }
  return { file: file.name, credentials, problems };
}

function isEndorsement({ standard }: FoundCredential): boolean {
  return standard === 'endorsement-3.0';
}

function isGivenUp({ credentials, from }: GivenUp, index: number): boolean {
  return credentials.includes(index) || (from !== null && index >= from);
}

interface RecordAround {
  readonly pointer: JsonPointer;
  readonly verified: VerifiedCredential;
}

/** The record that a member stands in; null for a credential that is no member. */
function recordAround(
  member: FoundCredential,
  found: readonly FoundCredential[],
  verified: ReadonlyMap<JsonPointer, VerifiedCredential>,
): RecordAround | null {
  if (member.container !== 'clr-member') return null;
  const parent = found.find((each) => each.pointer === member.parent);
  const result = parent === undefined ? undefined : verified.get(parent.pointer);
  return parent === undefined || result === undefined ? null : { pointer: parent.pointer, verified: result };
}

/** What the record around a member proves for it. A presentation proves nothing about its members' issuers. */
function envelopeFor(
  member: FoundCredential,
  { pointer, verified }: RecordAround,
): VerifiedCredential['envelope'] | null {
  const { envelope } = verified;
  const place = member.pointer.slice(pointer.length);
  const touches = (path: JsonPointer): boolean => place.startsWith(path) || path.startsWith(`${place}/`);
  return envelope.unsignedPaths.some(touches) ? null : envelope;
}
