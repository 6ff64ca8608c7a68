import type { ContainerReader, RawFile } from '../container.ts';

/** Word processor, spreadsheet and presentation files. Named, not read. */
export const office: ContainerReader = {
  name: 'office',
  maximumBytes: Number.MAX_SAFE_INTEGER,
  recognises: (file) => officeKind(file) !== null,
  read: (file, readers) => readers.problem({ code: 'format-office', params: { kind: officeKind(file) ?? '' } }),
};

/** The kind of office file (`docx`, `odt`, `doc`, `rtf` …), or null where it is none. */
export function officeKind({ start, bytes }: Pick<RawFile, 'start' | 'bytes'>): string | null {
  if (start.startsWith('{\\rtf')) return 'rtf';
  // Compound File Binary: Word, Excel and PowerPoint up to 2003.
  if (start.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return 'doc';
  if (!start.startsWith('PK\x03\x04')) return null;
  const openDocument = /mimetypeapplication\/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)/.exec(
    start,
  )?.[1];
  if (openDocument) return { text: 'odt', spreadsheet: 'ods' }[openDocument] ?? 'odp';
  if (!start.includes('[Content_Types].xml') && !start.includes('_rels/.rels')) return null;
  // The part names stand in the central directory at the end as well as before each part.
  const directory = Buffer.from(bytes.subarray(Math.max(0, bytes.length - 65_536))).toString('latin1');
  if (directory.includes('word/')) return 'docx';
  if (directory.includes('xl/')) return 'xlsx';
  return directory.includes('ppt/') ? 'pptx' : 'ooxml';
}
