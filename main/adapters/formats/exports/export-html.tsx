import { renderToStaticMarkup } from 'react-dom/server';
import type { Shortlist } from '../../../../shared/model/shortlist.ts';
import { RankingReport } from '../../../../shared/reports/RankingReport.tsx';
import { REPORT_STYLES } from '../../../../shared/reports/report-styles.ts';

/**
 * One self-contained page: no script, no outside resource, its own policy that allows neither. Every text of a
 * credential passes through React, which escapes it.
 */
export function exportHtml(shortlist: Shortlist): Uint8Array {
  const page = [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
    renderToStaticMarkup(<title>{`Shortlist: ${shortlist.job.title}`}</title>),
    `<style>${REPORT_STYLES}</style>`,
    '</head>',
    `<body>${renderToStaticMarkup(<RankingReport shortlist={shortlist} />)}</body>`,
    '</html>',
    '',
  ].join('\n');
  return new TextEncoder().encode(page);
}
