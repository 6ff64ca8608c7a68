import { openDocument } from '../adapters/formats/open-document.ts';
import { trustSnapshotOf } from '../adapters/verification/trust-snapshot.ts';
import { verifyCredential, type VerifiedCredential } from '../adapters/verification/verify-credential.ts';
import type { FoundCredential } from '../core/credentials/found-credential.ts';
import { readCredential } from '../core/credentials/read-credential.ts';
import type { HolderHints, NamedFile, TrustContext, VerifiedFile } from '../core/ports.ts';
import type { Credential } from '../../shared/model/credential.ts';
import { credentialKey, type JsonPointer } from '../../shared/model/ids.ts';

/**
 * Opens one file, verifies each credential in it on its own and reads what may be read, in the calling thread and
 * without limits of time; the pool adds those.
 */
export async function verifyFile(file: NamedFile, holder: HolderHints, trust: TrustContext): Promise<VerifiedFile> {
  const { document, found, problems } = openDocument(file);
  const trustSnapshot = trustSnapshotOf(trust);
  const verified = new Map<JsonPointer, VerifiedCredential>();
  const credentials: Credential[] = [];
  for (const each of found) {
    const envelope = envelopeFor(each, found, verified);
    const result = await verifyCredential(each, { holder, trust, trustSnapshot, envelope, followEndorsements: true });
    verified.set(each.pointer, result);
    const parent = each.parent === null ? null : credentialKey(document, each.parent);
    const { content, view, report } = result;
    credentials.push(readCredential({ found: each, document, fileName: file.name, content, view, report, parent }));
  }
  return { file: file.name, credentials, problems };
}

/** What the record around a member proves for it. A presentation proves nothing about its members' issuers. */
function envelopeFor(
  member: FoundCredential,
  found: readonly FoundCredential[],
  verified: ReadonlyMap<JsonPointer, VerifiedCredential>,
): VerifiedCredential['envelope'] | null {
  if (member.container !== 'clr-member') return null;
  const parent = found.find((each) => each.pointer === member.parent);
  const envelope = parent === undefined ? undefined : verified.get(parent.pointer)?.envelope;
  if (parent === undefined || envelope === undefined) return null;
  const place = member.pointer.slice(parent.pointer.length);
  const touches = (path: JsonPointer): boolean => place.startsWith(path) || path.startsWith(`${place}/`);
  return envelope.unsignedPaths.some(touches) ? null : envelope;
}
