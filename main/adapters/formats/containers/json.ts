import type { ContainerReader } from '../container.ts';
import { decodeText } from '../decode-text.ts';
import { LIMITS } from '../limits.ts';

/** A text file with JSON: what starts with a brace, a bracket or a quoted JWS, behind a byte order mark or white space. */
export const json: ContainerReader = {
  name: 'json',
  maximumBytes: LIMITS.fileBytes,
  recognises: ({ start, name }) =>
    /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*[{["]/.test(start) || /\.(json|jsonld)$/i.test(name) || isBlank(start),
  read(file, readers) {
    const text = decodeText(file.bytes);
    if (text === null) readers.problem({ code: 'broken-json', params: { reason: 'not-utf-8', line: 1, column: 1 } });
    else if (text.trim() === '') readers.problem({ code: 'file-empty', params: {} });
    else readers.text(text, { pointer: '', container: 'json', parent: null, presentation: null });
  },
};

function isBlank(start: string): boolean {
  return /^(?:\xef\xbb\xbf)?\s*$/.test(start);
}
