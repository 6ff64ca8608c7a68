import { encode as encodeBase58 } from 'base58-universal';

/** Reading base58 takes time by the square of the length; no key and no signature in it is anywhere near this long. */
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

/**
 * Bytes of a text in base58btc without a multibase prefix (`publicKeyBase58`); null where it is none.
 *
 * Every signature is written so, and the package that writes it here reads it digit by digit through all bytes, which
 * takes an eighth of the time of verifying it; it also passes over white space, which would be a second spelling.
 */
export function decodeBase58Text(text: string): Uint8Array | null {
  if (text === '' || text.length > LONGEST_BASE58) return null;
  let value = 0n;
  for (let start = 0; start < text.length; start += DIGITS_AT_ONCE) {
    const end = Math.min(text.length, start + DIGITS_AT_ONCE);
    let part = 0;
    for (let index = start; index < end; index += 1) {
      const worth = WORTHS.get(text.charCodeAt(index));
      if (worth === undefined) return null;
      part = part * 58 + worth;
    }
    value = value * (PLACES[end - start] ?? 1n) + BigInt(part);
  }
  // A leading one is a leading byte of zero.
  const zeros = /^1*/.exec(text)?.[0].length ?? 0;
  const hex = value === 0n ? '' : value.toString(16);
  return Buffer.concat([new Uint8Array(zeros), Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')]);
}

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
/** So many digits make a number that a double holds exactly; a big integer of each digit would cost ten times as much. */
const DIGITS_AT_ONCE = 9;
const PLACES = Array.from({ length: DIGITS_AT_ONCE + 1 }, (_, digits) => 58n ** BigInt(digits));
const WORTHS = new Map([...BASE58].map((digit, worth) => [digit.charCodeAt(0), worth]));

/** Multibase text in base58btc. */
export function encodeMultibase(bytes: Uint8Array): string {
  return `z${encodeBase58(bytes)}`;
}
