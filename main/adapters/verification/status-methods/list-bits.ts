import { gunzipSync, inflateSync } from 'node:zlib';
import type { Finding } from '../../../core/verification/finding.ts';
import { VERIFICATION_LIMITS } from '../../../core/verification/verification-limits.ts';
import type { JsonObject } from '../../../../shared/model/json.ts';
import { unusable } from './proven-status-list.ts';

/** How a list is packed: GZIP in the lists of the W3C, ZLIB in those of the IETF. */
export type ListPacking = 'gzip' | 'zlib';

/**
 * The bytes of a packed list, base64url with or without the multibase prefix `u`. Inflating stops at
 * `VERIFICATION_LIMITS.statusListBytes`, whatever the packed size is.
 * @param list the list that it stands in; bytes up to 2 MB are kept as long as that is.
 */
export function bitsOf(list: JsonObject, encoded: string | null, packing: ListPacking): Uint8Array | Finding {
  const kept = KEPT.get(list);
  if (kept !== undefined) return kept;
  const bits = inflate(encoded, packing);
  if ('code' in bits || bits.length <= KEPT_BYTES) KEPT.set(list, bits);
  return bits;
}

const KEPT = new WeakMap<JsonObject, Uint8Array | Finding>();
const KEPT_BYTES = 2 * 1024 * 1024;

function inflate(encoded: string | null, packing: ListPacking): Uint8Array | Finding {
  if (encoded === null || !/^[\w-]+=*$/.test(encoded)) return unusable('its bits are not written as they should be');
  // `u` is the multibase prefix; without it GZIP begins with `H` and ZLIB with `e`.
  const packed = Buffer.from(encoded.startsWith('u') ? encoded.slice(1) : encoded, 'base64url');
  const limit = { maxOutputLength: VERIFICATION_LIMITS.statusListBytes };
  try {
    return packing === 'gzip' ? gunzipSync(packed, limit) : inflateSync(packed, limit);
  } catch (error) {
    const tooLarge = error instanceof RangeError;
    const megabytes = VERIFICATION_LIMITS.statusListBytes / 1024 / 1024;
    return tooLarge
      ? { code: 'status-list-too-large', evidence: { megabytes } }
      : unusable('its bits can’t be unpacked');
  }
}

/**
 * The value at a place, where each takes `size` bits (1–32).
 * @param first which bit of a byte comes first: `high` in the W3C's lists (§3.2), `low` in the IETF's (§4.1).
 * @returns null beyond the end.
 */
export function valueAt(bits: Uint8Array, index: number, size: number, first: 'high' | 'low'): number | null {
  const start = index * size;
  if (start + size > bits.length * 8) return null;
  let value = 0;
  for (let place = start; place < start + size; place += 1) {
    const byte = bits[Math.floor(place / 8)] ?? 0;
    const within = place % 8;
    const bit = first === 'high' ? (byte >> (7 - within)) & 1 : (byte >> within) & 1;
    // High first: the first bit weighs most. Low first: the first bit weighs least.
    value = first === 'high' ? value * 2 + bit : value + bit * 2 ** (place - start);
  }
  return value;
}
