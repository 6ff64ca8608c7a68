import type { ContainerReader, RawFile } from '../container.ts';

/**
 * PDF, recognised by its header within the first kilobyte (ISO 32000 annex H.3.4.1). Named, not read: a signature in it
 * (PAdES) rests on certificates and trusted lists, and an attachment may be anything. Which of these it has is said,
 * because it decides what to ask for.
 */
export const pdf: ContainerReader = {
  name: 'pdf',
  maximumBytes: Number.MAX_SAFE_INTEGER,
  recognises: ({ start }) => /^[^{[]{0,1024}%PDF-/.test(start),
  read: (file, readers) => readers.problem({ code: 'format-pdf', params: { kind: kindOf(file) } }),
};

function kindOf({ bytes }: RawFile): 'plain' | 'signed' | 'attachment' | 'signed-attachment' {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const attached = all.includes('/EmbeddedFile');
  if (isSigned(all)) return attached ? 'signed-attachment' : 'signed';
  return attached ? 'attachment' : 'plain';
}

/** A signature dictionary stands uncompressed in the file, as its byte range counts from there (ISO 32000 section 12.8.1). */
function isSigned(all: Buffer): boolean {
  if (!all.includes('/ByteRange')) return false;
  return ['/adbe.pkcs7', '/adbe.x509', '/ETSI.CAdES', '/ETSI.RFC3161'].some((filter) => all.includes(filter));
}
