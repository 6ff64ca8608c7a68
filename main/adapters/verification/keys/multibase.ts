import { decode as decodeBase58, encode as encodeBase58 } from 'base58-universal';

/** Bytes of a multibase text in base58btc (`z`) or base64url (`u`), the two that Multikey allows; null for anything else. */
export function decodeMultibase(text: string): Uint8Array | null {
  try {
    if (text.startsWith('z')) return decodeBase58(text.slice(1));
    if (text.startsWith('u') && /^[\w-]*$/.test(text)) return Buffer.from(text.slice(1), 'base64url');
    return null;
  } catch {
    return null;
  }
}

/** Multibase text in base58btc. */
export function encodeMultibase(bytes: Uint8Array): string {
  return `z${encodeBase58(bytes)}`;
}
