import type { ContainerReader, RawFile } from '../container.ts';
import { LIMITS } from '../limits.ts';

/**
 * An ISO 18013-5 mobile document: CBOR with the names of IssuerSigned in it, plain, as base64(url) or as hexadecimal;
 * or the text of its QR code (`mdoc:`), which only starts a conversation with a phone. Named, not read.
 */
export const mdoc: ContainerReader = {
  name: 'mdoc',
  maximumBytes: LIMITS.fileBytes,
  recognises: (file) => file.bytes.length <= LIMITS.fileBytes && (isQrCode(file) || cborOf(file) !== null),
  read(file, readers) {
    const type = typeOf(cborOf(file) ?? Buffer.alloc(0));
    readers.problem({ code: 'format-mdoc', params: type === null ? {} : { type } });
  },
};

function isQrCode({ start }: RawFile): boolean {
  return /^\s*mdoc(?:-openid4vp)?:/i.test(start);
}

function cborOf(file: RawFile): Buffer | null {
  return (
    [
      Buffer.from(file.bytes),
      fromText(file, /^[A-Za-z0-9+/_=\s-]+$/, 'base64'),
      fromText(file, /^[\da-f\s]+$/i, 'hex'),
    ].find(isMdoc) ?? null
  );
}

function isMdoc(bytes: Buffer): boolean {
  const [first] = bytes;
  // A CBOR map (major type 5), perhaps tagged (major type 6).
  const isMap = first !== undefined && ((first >= 0xa0 && first <= 0xbf) || (first >= 0xc0 && first <= 0xdb));
  if (!isMap) return false;
  return bytes.includes('issuerSigned') || (bytes.includes('issuerAuth') && bytes.includes('nameSpaces'));
}

function fromText({ start, bytes }: RawFile, alphabet: RegExp, encoding: 'base64' | 'hex'): Buffer {
  if (!alphabet.test(start)) return Buffer.alloc(0);
  return Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(/\s/g, ''), encoding);
}

/** The text behind the key `docType`, such as `org.iso.18013.5.1.mDL`: a CBOR text of up to 255 bytes. */
function typeOf(cbor: Buffer): string | null {
  const key = cbor.indexOf('docType');
  const head = key < 0 ? undefined : cbor[key + 7];
  if (head === undefined) return null;
  const [start, length] =
    head === 0x78 ? [key + 9, cbor[key + 8] ?? 0] : [key + 8, head >= 0x60 && head < 0x78 ? head - 0x60 : 0];
  const type = cbor.toString('latin1', start, start + length);
  return /^[\w.-]+$/.test(type) ? type : null;
}
