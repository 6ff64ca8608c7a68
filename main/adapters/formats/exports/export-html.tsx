import { renderToStaticMarkup } from 'react-dom/server';
import type { ShortlistHead, ShortlistPerson } from '../../../../shared/model/shortlist.ts';
import { OverviewRow, PersonChapter, RankingReport } from '../../../../shared/reports/RankingReport.tsx';
import { REPORT_STYLES } from '../../../../shared/reports/report-styles.ts';
import type { FilePart } from './file-part.ts';

/**
 * One self-contained page: no script, no outside resource, its own policy that allows neither. Every text of a
 * credential passes through React, which escapes it.
 */
export function exportHtml(head: ShortlistHead): readonly FilePart[] {
  const report = renderToStaticMarkup(
    <RankingReport head={head} overviewRows={<PeopleHere />} chapters={<PeopleHere />} />,
  );
  const [before = '', ...after] = report.split(PEOPLE_HERE);
  const rows: FilePart = (people) =>
    people.map((person) => renderToStaticMarkup(<OverviewRow person={person} />)).join('');
  const chapters: FilePart = (people) => people.map((person) => chapterOf(person, head)).join('');
  const opened = [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
    renderToStaticMarkup(<title>{`Shortlist: ${head.job.title}`}</title>),
    `<style>${REPORT_STYLES}</style>`,
    '</head>',
    `<body>${before}`,
  ].join('\n');
  const closed = '</body>\n</html>\n';
  // Without anybody there is no overview.
  const [last = '', between = ''] = after.toReversed();
  return head.count === 0 ? [opened, last, closed] : [opened, rows, between, chapters, last, closed];
}

/** Chapters are rendered each by itself, so the ids that their pictures refer to are told apart by the person's. */
function chapterOf(person: ShortlistPerson, head: ShortlistHead): string {
  return renderToStaticMarkup(<PersonChapter person={person} head={head} />, {
    identifierPrefix: `${person.candidate}-`,
  });
}

/** Stands where people come in; no text of a credential can look like it, since React escapes them. */
function PeopleHere() {
  return <template data-people="" />;
}

const PEOPLE_HERE = renderToStaticMarkup(<PeopleHere />);
