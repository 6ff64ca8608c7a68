import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { buildProfile } from '../../main/core/profiles/build-profile.ts';
import { neededProfile } from '../../main/core/profiles/needed-profile.ts';
import type { CandidateId } from '../../shared/model/ids.ts';
import { ComparePicture } from '../../shared/reports/ComparePicture.tsx';
import { CompareTable } from '../../shared/reports/CompareTable.tsx';
import { compareColumns, shownColumns } from '../../shared/reports/profile-picture/compare-layout.ts';
import { makeCredential, statementsOf, wordPlacer } from '../core/profiles/make-credential.ts';
import { fullPool, job } from '../core/shortlists/make-ranking.ts';

const needed = neededProfile(job, wordPlacer);

function profileOf(candidate: string, credentials: ReturnType<typeof fullPool>) {
  const statements = credentials.flatMap(statementsOf);
  return buildProfile({ candidate: candidate as CandidateId, needed, credentials, statements, placer: wordPlacer });
}

const translator = makeCredential({ key: 't', name: 'Translation', type: 'MasterDegree', field: 'Translation' });
const people = [
  { label: 'Candidate 7QK3', profile: profileOf('a', fullPool()) },
  { label: 'Candidate 2MD8', profile: profileOf('b', [translator]) },
];
const picture = <ComparePicture needed={needed} people={people} jobTitle={job.title} />;
const table = <CompareTable needed={needed} people={people} jobTitle={job.title} />;

describe('The picture of several people over a job', () => {
  it('is an image that says what it shows and whose bars are whose', () => {
    const svg = renderToStaticMarkup(picture);
    expect(svg).toContain('role="img"');
    expect(svg).toContain(`T-profiles over what the job “${job.title}” needs</title>`);
    expect(svg).toMatch(/<desc[^>]*>[^<]*A Candidate 7QK3, B Candidate 2MD8/u);
  });

  it('marks every person in every field by a letter, and an empty place by an outline', () => {
    const svg = renderToStaticMarkup(picture);
    const { columns } = shownColumns(
      compareColumns(
        needed,
        people.map(({ profile }) => profile),
      ),
      7,
    );
    // Once in each of six groups, once in each field.
    expect(svg.match(/>B</gu)).toHaveLength(6 + columns.length);
    const empty = columns.flatMap(({ bars }) => bars).filter(({ segments }) => segments.length === 0).length;
    expect(empty).toBeGreaterThan(0);
    expect(svg.match(/stroke-dasharray="3 3"[^>]*><\/path>/gu)?.length ?? 0).toBeGreaterThanOrEqual(empty);
  });

  it('tells verified, reserved and claimed apart by pattern', () => {
    const svg = renderToStaticMarkup(picture);
    expect(svg.match(/<pattern /gu)).toHaveLength(2);
    expect(new Set([...svg.matchAll(/fill="(url\(#[^"]*[rc]\))"/gu)].map(([, fill]) => fill)).size).toBe(2);
  });

  it('has different ids for its clips, also beside another picture', () => {
    const svg = renderToStaticMarkup(
      <>
        {picture}
        {picture}
      </>,
    );
    const ids = [...svg.matchAll(/\sid="([^"]*)"/gu)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has the core field in the middle and what the job needs nearest to it', () => {
    const columns = compareColumns(
      needed,
      people.map(({ profile }) => profile),
    );
    expect(columns[0]).toMatchObject({ code: needed.coreField?.code, isCore: true });
    const asked = columns.slice(1).map((column) => column.needed ?? 0);
    expect(asked).toEqual(asked.toSorted((a, b) => b - a));
    const shown = shownColumns(columns, 3);
    expect(shown.columns.map(({ isCore }) => isCore)).toEqual([false, true, false]);
    expect(shown.leftOut).toBe(columns.length - 3);
  });
});

describe('The table beside it', () => {
  it('has a row for every field and group, and a column for the job and each person', () => {
    const html = renderToStaticMarkup(table);
    const profiles = people.map(({ profile }) => profile);
    expect(html.match(/<th scope="row"/gu)).toHaveLength(compareColumns(needed, profiles).length + 6);
    expect(html.match(/<th scope="col"/gu)).toHaveLength(2 + people.length);
    expect(html.match(/<td/gu)).toHaveLength((compareColumns(needed, profiles).length + 6) * (1 + people.length));
  });

  it('says in words who reaches what the job needs, who is short, and how the evidence stands', () => {
    const html = renderToStaticMarkup(table);
    expect(html).toMatch(/\d+ %, reaches it/u);
    expect(html).toMatch(/\d+ %, \d+ % short/u);
    expect(html).toContain('nothing evidenced');
    expect(html).toContain('Verified with reservations');
    expect(html).toContain('core field of the job');
  });
});
