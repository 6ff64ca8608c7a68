import type { ContainerReader } from '../container.ts';
import { decodeText } from '../decode-text.ts';
import { LIMITS } from '../limits.ts';

/** A text file with one compact JWS (VC-JWT, VC-JOSE-COSE, VP-JWT, a signed Open Badges 2.0 assertion). */
export const vcJwt: ContainerReader = {
  name: 'vc-jwt',
  maximumBytes: LIMITS.fileBytes,
  recognises: ({ start }) => /^(?:\xef\xbb\xbf)?\s*e[wy][A-Za-z0-9_-]+(?:\.|$)/.test(start),
  read(file, readers) {
    const text = decodeText(file.bytes)?.trim();
    if (text === undefined) readers.problem({ code: 'jwt-malformed', params: { reason: 'parts' } });
    else readers.jws(text, { pointer: '', container: 'vc-jwt', parent: null, presentation: null });
  },
};
