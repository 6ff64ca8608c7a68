const CODES = Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));

export function bytesOfHex(hex: string): Uint8Array {
  const bytes = new Uint8Array(hex.length / 2);
  for (let index = 0; index < bytes.length; index += 1) {
    bytes[index] = Number.parseInt(hex.slice(2 * index, 2 * index + 2), 16);
  }
  return bytes;
}

/** Made in one piece: a text put together digit by digit takes thirty times its size until somebody reads it. */
export function hexOfBytes(bytes: Uint8Array): string {
  const codes: number[] = [];
  for (const byte of bytes) codes.push(CODES[byte >>> 4] ?? 0, CODES[byte & 15] ?? 0);
  return String.fromCharCode(...codes);
}
