/**
 * The text of a file: UTF-8, or UTF-16 where a byte order mark or the zero bytes around the first character say so.
 * A byte order mark is dropped. Returns null where the bytes are not text of that encoding.
 */
export function decodeText(bytes: Uint8Array): string | null {
  try {
    return DECODERS[encodingOf(bytes)].decode(bytes);
  } catch {
    return null;
  }
}

const DECODERS = {
  'utf-8': new TextDecoder('utf-8', { fatal: true }),
  'utf-16le': new TextDecoder('utf-16le', { fatal: true }),
  'utf-16be': new TextDecoder('utf-16be', { fatal: true }),
};

function encodingOf(bytes: Uint8Array): keyof typeof DECODERS {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // JSON starts with an ASCII character, so a zero byte beside it gives the order away (RFC 4627 section 3).
  if (first !== undefined && first !== 0 && second === 0) return 'utf-16le';
  if (first === 0 && second !== undefined && second !== 0) return 'utf-16be';
  return 'utf-8';
}
