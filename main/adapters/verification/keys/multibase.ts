import { decode as decodeBase58, encode as encodeBase58 } from 'base58-universal';

/** Decoding base58 takes time by the square of the length; no key and no signature in it is anywhere near this long. */
const LONGEST_BASE58 = 2048;

/**
 * Bytes of a multibase text in base58btc (`z`) or base64url (`u`), the two that Multikey allows; null for anything
 * else, also for a base64url text that isn't written in its one canonical way (RFC 4648 §3.5): a key or a signature
 * must not have two spellings.
 */
export function decodeMultibase(text: string): Uint8Array | null {
  if (text.startsWith('z')) return decodeBase58Text(text.slice(1));
  if (!text.startsWith('u')) return null;
  const bytes = Buffer.from(text.slice(1), 'base64url');
  return bytes.toString('base64url') === text.slice(1) ? bytes : null;
}

/** Bytes of a text in base58btc without a multibase prefix (`publicKeyBase58`); null where it is none. */
export function decodeBase58Text(text: string): Uint8Array | null {
  if (text === '' || text.length > LONGEST_BASE58) return null;
  try {
    // For a character that base58 lacks it answers nothing.
    return decodeBase58(text) ?? null;
  } catch {
    return null;
  }
}

/** Multibase text in base58btc. */
export function encodeMultibase(bytes: Uint8Array): string {
  return `z${encodeBase58(bytes)}`;
}
