import type { ContainerReader } from '../container.ts';
import { LIMITS } from '../limits.ts';

/** SD-JWT (RFC 9901) in compact form: a JWS followed by disclosures, each behind a tilde. Named, not read. */
export const sdJwt: ContainerReader = {
  name: 'sd-jwt',
  maximumBytes: LIMITS.fileBytes,
  recognises: ({ start, bytes }) => /^(?:\xef\xbb\xbf)?\s*e[wy][A-Za-z0-9_-]+\./.test(start) && bytes.includes(TILDE),
  read: (_file, readers) => readers.problem({ code: 'format-sd-jwt', params: {} }),
};

const TILDE = 0x7e;
