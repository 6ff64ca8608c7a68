import { describe, expect, it } from 'vitest';
import { isJobCsv, readJobCsv } from '../../../main/adapters/job-files/read-job-csv.ts';

const lines = (text: string) => {
  const job = readJobCsv(text);
  if (!job.ok) throw new Error(JSON.stringify(job.problem));
  return job.value.lines;
};

describe('a table of requirements', () => {
  it('gives a line a row, with every column that is known', () => {
    const text = [
      'text,kind,priority,weight,level,alternatives,framework_ids,max_age_years,source,remark',
      '"Welding, by hand",skill,must,0.9,EQF 4,brazing|soldering,https://framework.example/s/1,5,You weld.,ask Ada',
      'Forklift licence,licence,want,,,,,,,',
    ].join('\r\n');
    expect(lines(text)).toMatchObject([
      {
        id: 'r1',
        text: 'Welding, by hand',
        kind: 'skill',
        priority: 'must',
        weight: 0.9,
        level: 4,
        alternatives: ['brazing', 'soldering'],
        frameworkIds: ['https://framework.example/s/1'],
        maxAgeYears: 5,
        sourceSentence: 'You weld.',
      },
      { id: 'r2', text: 'Forklift licence', kind: 'licence', priority: 'want', weight: 0.4, level: null },
    ]);
  });

  it.each([
    ['semicolons, as spreadsheets of many countries write', 'Requirement;Priority\nSQL;want\n'],
    ['tabs', 'skill\timportance\nSQL\tnice-to-have'],
    ['a byte order mark and quotes', '\uFEFF"Text","Priority"\n"SQL","want"'],
    ['empty rows and short ones', 'text,priority,kind\n\nSQL,want\n,,\n'],
  ])('is read with %s', (_, text) => {
    expect(isJobCsv(text)).toBe(true);
    expect(lines(text)).toMatchObject([{ text: 'SQL', priority: 'want', kind: 'skill' }]);
  });

  it.each([
    ['text,priority\nSQL,perhaps', { reason: 'unknown-priority', line: 2 }],
    ['text,priority\n\nSQL,must\n,want', { reason: 'requirement-without-text', line: 3 }],
    ['text,kind\nSQL,magic', { reason: 'unknown-kind', line: 2 }],
    ['text,weight\nSQL,heavy', { reason: 'weight-out-of-range', line: 2 }],
    ['text,level\nSQL,12', { reason: 'level-out-of-range', line: 2 }],
    ['text,priority', { reason: 'no-requirements' }],
    ['text,priority\n"SQL,must', { reason: 'csv-broken' }],
    ['text,priority\nSQL,must,extra', { reason: 'csv-broken' }],
    ['name,colour\nSQL,red', { reason: 'csv-without-text' }],
  ])('%j is refused with its place', (text, params) => {
    expect(readJobCsv(text)).toMatchObject({ ok: false, problem: { code: 'job-malformed', params } });
  });

  it.each(['Requirements\n- SQL, must', 'Skills, experience and knowledge\n- SQL', '{"text": 1, "kind": 2}', ''])(
    'is not taken for one: %j',
    (text) => expect(isJobCsv(text)).toBe(false),
  );
});
