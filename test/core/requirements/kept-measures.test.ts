import { describe, expect, it } from 'vitest';
import { suggestRequirements } from '../../../main/core/requirements/suggest-requirements.ts';
import { readJob } from '../../../main/core/requirements/read-job.ts';
import { requirementOfLine } from '../../../shared/model/job.ts';
import { candidate, credential, job, rank } from '../matching/sample-evidence.ts';

const accepted = (ad: string) => suggestRequirements(ad).lines.map(requirementOfLine);

describe('years and levels that an ad states', () => {
  it('stay with the requirement that is accepted', () => {
    expect(accepted('Requirements\n- At least 3 years of experience with welding\n- German (B2)')).toMatchObject([
      { text: 'welding', years: 3, statedLevel: null },
      { kind: 'language', years: null, statedLevel: 'B2' },
    ]);
  });

  it('change nothing in the match: years stand in for a skill, and no credential states such a level', () => {
    const [asked] = accepted('Requirements\n- At least 10 years of experience with welding');
    if (asked === undefined) throw new Error('Nothing was read.');
    const people = [candidate('a', credential({ name: 'Welding' })), candidate('b', credential({ name: 'Brazing' }))];
    const plain = rank(job({ ...asked, years: null, statedLevel: null }), people);
    expect(rank(job({ ...asked, statedLevel: 'advanced' }), people)).toEqual(plain);
  });

  it('are asked by an EQF level where the ad names a degree, and that level does reach the match', () => {
    const [asked] = accepted('Requirements\n- Bachelor’s degree in welding or equivalent experience');
    expect(asked).toMatchObject({ level: 6 });
  });

  it('are read from a job file and refused where they are no years', () => {
    const file = (years: unknown) => JSON.stringify({ requirements: [{ text: 'welding', years, statedLevel: 'C1' }] });
    const read = readJob(file(4));
    expect(read).toMatchObject({
      ok: true,
      value: { lines: [{ years: 4, statedLevel: 'C1', warnings: ['years-as-proxy'] }] },
    });
    for (const wrong of [0, 51, 2.5, 'four']) {
      expect(readJob(file(wrong))).toMatchObject({ ok: false, problem: { params: { reason: 'years-out-of-range' } } });
    }
  });
});
