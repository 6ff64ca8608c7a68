/** Algorithms in which issuers hash an identifier (Open Badges 3.0 §B.5 IdentityHash names SHA-256 and MD5; others occur). */
export const IDENTITY_HASH_ALGORITHMS = ['sha256', 'sha384', 'sha512', 'md5'] as const;
export type IdentityHashAlgorithm = (typeof IDENTITY_HASH_ALGORITHMS)[number];

/** A hashed identifier, read: the digest is lower-case hex. */
export interface IdentityHash {
  readonly algorithm: IdentityHashAlgorithm;
  readonly digest: string;
}

/** Characters of a hex digest. */
const DIGEST_LENGTHS: Readonly<Record<IdentityHashAlgorithm, number>> = {
  sha256: 64,
  sha384: 96,
  sha512: 128,
  md5: 32,
};

/**
 * Reads `algorithm$digest`, or a digest by itself, whose length tells the algorithm; null where it is neither, or is of
 * an algorithm that is not compared.
 */
export function readIdentityHash(text: string): IdentityHash | null {
  const [, prefix, digest] = /^(?:([a-z\d-]+)\$)?([\da-f]+)$/.exec(text.trim().toLowerCase()) ?? [];
  if (digest === undefined) return null;
  const named = prefix?.replace('-', '');
  const algorithm = IDENTITY_HASH_ALGORITHMS.find(
    (each) => DIGEST_LENGTHS[each] === digest.length && (named === undefined || named === each),
  );
  return algorithm === undefined ? null : { algorithm, digest };
}

/** Whether a value has the form of a hash, compared or not; no address has. */
export function looksHashed(text: string): boolean {
  return readIdentityHash(text) !== null || /^[a-z\d-]+\$[\da-f]+$/i.test(text.trim());
}

/** E-mail addresses among the identity types: `emailAddress` in Open Badges 3.0, `email` in 2.0, extensions as `ext:…`. */
export function isEmailIdentity(identityType: string): boolean {
  return /^(?:ext:)?e-?mail(?:address)?$/i.test(identityType);
}

/** How an address may have been written when it was hashed. */
export function hashedSpellings(address: string): readonly string[] {
  return [...new Set([address.trim(), address.trim().toLowerCase()])];
}
