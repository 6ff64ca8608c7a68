import type { ExportedFile } from '../../../../shared/api/contract.ts';
import { assertNever } from '../../../../shared/model/never.ts';
import type { Shortlist } from '../../../../shared/model/shortlist.ts';
import { buildShortlist, type ShortlistInput } from '../../../core/shortlists/build-shortlist.ts';
import { exportCsv } from './export-csv.ts';
import { exportHtml } from './export-html.tsx';
import { exportJson } from './export-json.ts';

export interface RankingExport extends ShortlistInput {
  readonly format: 'csv' | 'json' | 'html';
}

/** Writes a ranking in one of the formats. The file's name is made of the job's version and the day, and of no person. */
export function exportRanking({ format, ...input }: RankingExport): ExportedFile {
  const shortlist = buildShortlist(input);
  const fileName = `tessera-shortlist-v${shortlist.job.version}-${shortlist.judgedAt.slice(0, 10)}.${format}`;
  return { fileName, mediaType: MEDIA_TYPES[format], bytes: write(format, shortlist) };
}

const MEDIA_TYPES = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json',
  html: 'text/html; charset=utf-8',
} as const;

function write(format: RankingExport['format'], shortlist: Shortlist): Uint8Array {
  switch (format) {
    case 'csv':
      return exportCsv(shortlist);
    case 'json':
      return exportJson(shortlist);
    case 'html':
      return exportHtml(shortlist);
    default:
      return assertNever(format);
  }
}
