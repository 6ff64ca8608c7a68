import type { ExportedFile } from '../../../../shared/api/contract.ts';
import { assertNever } from '../../../../shared/model/never.ts';
import type { ShortlistHead } from '../../../../shared/model/shortlist.ts';
import { exportCsv } from './export-csv.ts';
import { exportHtml } from './export-html.tsx';
import { exportJson } from './export-json.ts';
import type { FilePart } from './file-part.ts';

type Format = 'csv' | 'json' | 'html';

/** A file to be written part by part. */
export interface ShortlistFile extends Pick<ExportedFile, 'fileName' | 'mediaType'> {
  readonly parts: readonly FilePart[];
}

/** A ranking in one of the formats. The file's name is made of the job's version and the day, and of no person. */
export function exportRanking(format: Format, head: ShortlistHead): ShortlistFile {
  const fileName = `tessera-shortlist-v${head.job.version}-${head.judgedAt.slice(0, 10)}.${format}`;
  return { fileName, mediaType: MEDIA_TYPES[format], parts: partsOf(format, head) };
}

const MEDIA_TYPES = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json',
  html: 'text/html; charset=utf-8',
} as const;

function partsOf(format: Format, head: ShortlistHead): readonly FilePart[] {
  switch (format) {
    case 'csv':
      return exportCsv(head);
    case 'json':
      return exportJson(head);
    case 'html':
      return exportHtml(head);
    default:
      return assertNever(format);
  }
}
