import { stringify } from 'csv-stringify/sync';
import type { ShortlistHead } from '../../../../shared/model/shortlist.ts';
import { shortlistColumns, shortlistRows, type ShortlistRow } from '../../../core/shortlists/shortlist-rows.ts';
import type { FilePart } from './file-part.ts';

/**
 * RFC 4180 with CRLF and a byte order mark, by which spreadsheets read it as UTF-8. A cell that a spreadsheet would run
 * as a formula (it begins with = + - @, a tab or a line break) gets an apostrophe before it: cells come from credentials,
 * and anyone can issue one (CWE-1236).
 */
export function exportCsv(head: ShortlistHead): readonly FilePart[] {
  const columns = shortlistColumns(head.blind).map(({ key, heading }) => ({ key, header: heading }));
  const write = (rows: readonly ShortlistRow[], isHead: boolean) =>
    stringify([...rows], {
      bom: isHead,
      columns,
      header: isHead,
      record_delimiter: 'windows',
      cast: { string: withoutFormula },
    });
  return [write([], true), (people) => write(shortlistRows(head, people), false)];
}

function withoutFormula(value: string): string {
  return /^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(value) ? `'${value}` : value;
}
