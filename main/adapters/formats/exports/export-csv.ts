import { stringify } from 'csv-stringify/sync';
import type { Shortlist } from '../../../../shared/model/shortlist.ts';
import { shortlistColumns, shortlistRows } from '../../../core/shortlists/shortlist-rows.ts';

/**
 * RFC 4180 with CRLF and a byte order mark, by which spreadsheets read it as UTF-8. A cell that a spreadsheet would run
 * as a formula (it begins with = + - @, a tab or a line break) gets an apostrophe before it: cells come from credentials,
 * and anyone can issue one (CWE-1236).
 */
export function exportCsv(shortlist: Shortlist): Uint8Array {
  const columns = shortlistColumns(shortlist.blind);
  const text = stringify([...shortlistRows(shortlist)], {
    bom: true,
    columns: columns.map(({ key, heading }) => ({ key, header: heading })),
    header: true,
    record_delimiter: 'windows',
    cast: { string: withoutFormula },
  });
  return new TextEncoder().encode(text);
}

function withoutFormula(value: string): string {
  return /^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(value) ? `'${value}` : value;
}
