import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import { textOf, textsOf } from '../../core/verification/json-fields.ts';
import type { JsonObject } from '../../../shared/model/json.ts';

/**
 * Whether a digest that something gives (`digestSRI` of Subresource Integrity, `digestMultibase`; VCDM 2.0 §5.3) is that
 * of one of the documents, in canonical JSON or as it stands. Null where it gives none.
 */
export function isFixedTo(resource: JsonObject, documents: readonly JsonObject[]): boolean | null {
  const written = [
    ...textsOf(resource['digestSRI']).flatMap((text) => text.split(/\s+/)),
    ...(textOf(resource['digestMultibase']) === null ? [] : [String(resource['digestMultibase'])]),
  ].filter((text) => text !== '');
  if (written.length === 0) return null;
  const texts = documents.flatMap((document) => [canonicalize(document) ?? '', JSON.stringify(document)]);
  const digests = new Set(texts.flatMap(writtenDigests));
  return written.some((each) => digests.has(each.replace(/=+$/, '')));
}

/** Algorithms of Subresource Integrity, with their multihash codes. */
const ALGORITHMS = [
  ['sha256', 0x12],
  ['sha384', 0x20],
  ['sha512', 0x13],
] as const;

function writtenDigests(text: string): readonly string[] {
  return ALGORITHMS.flatMap(([algorithm, code]) => {
    const digest = createHash(algorithm).update(text).digest();
    const multihash = Buffer.concat([Uint8Array.of(code, digest.length), digest]);
    return [
      `${algorithm}-${digest.toString('base64').replace(/=+$/, '')}`,
      `${algorithm}-${digest.toString('base64url')}`,
      `u${multihash.toString('base64url')}`,
    ];
  });
}
