import type { ContainerReader, RawFile } from '../container.ts';
import { LIMITS } from '../limits.ts';

/** An ISO 18013-5 mobile document: CBOR with the names of IssuerSigned in it, plain or as base64url. Named, not read. */
export const mdoc: ContainerReader = {
  name: 'mdoc',
  maximumBytes: LIMITS.fileBytes,
  recognises: (file) =>
    file.bytes.length <= LIMITS.fileBytes && (isMdoc(Buffer.from(file.bytes)) || isMdoc(fromBase64(file))),
  read: (_file, readers) => readers.problem({ code: 'format-mdoc', params: {} }),
};

function isMdoc(bytes: Buffer): boolean {
  const [first] = bytes;
  // A CBOR map (major type 5), perhaps tagged (major type 6).
  const isMap = first !== undefined && ((first >= 0xa0 && first <= 0xbf) || (first >= 0xc0 && first <= 0xdb));
  if (!isMap) return false;
  return bytes.includes('issuerSigned') || (bytes.includes('issuerAuth') && bytes.includes('nameSpaces'));
}

function fromBase64({ start, bytes }: RawFile): Buffer {
  if (!/^[A-Za-z0-9+/_=\s-]+$/.test(start)) return Buffer.alloc(0);
  return Buffer.from(Buffer.from(bytes).toString('latin1'), 'base64');
}
