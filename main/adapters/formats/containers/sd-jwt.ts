import type { ContainerReader } from '../container.ts';
import { decodeText } from '../decode-text.ts';
import { LIMITS } from '../limits.ts';

/** A text file with one compact SD-JWT (RFC 9901): a JWS followed by disclosures, each behind a tilde. */
export const sdJwt: ContainerReader = {
  name: 'sd-jwt',
  maximumBytes: LIMITS.fileBytes,
  recognises: ({ start, bytes }) => /^(?:\xef\xbb\xbf)?\s*e[wy][A-Za-z0-9_-]+\./.test(start) && bytes.includes(TILDE),
  read(file, readers) {
    const text = decodeText(file.bytes)?.trim();
    if (text === undefined) readers.problem({ code: 'jwt-malformed', params: { reason: 'parts' } });
    else readers.sdJwt(text, { pointer: '', container: 'sd-jwt', parent: null, presentation: null });
  },
};

const TILDE = 0x7e;
