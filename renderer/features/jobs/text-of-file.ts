/**
 * The text of a file that a person opened: UTF-16 where its byte order mark says so, UTF-8 where the bytes are that, and
 * Windows-1252 otherwise, in which older programs save an ad with its pound signs and quotation marks.
 */
export function textOfFile(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
