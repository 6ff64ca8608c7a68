import { describe, expect, it } from 'vitest';
import {
  draftOf,
  editOf,
  NEW_JOB,
  stepJobEdit,
  withPriority,
  type JobEdit,
} from '../../renderer/features/jobs/job-draft.ts';
import { jobDraft } from '../../shared/api/contract.ts';
import type { JobId, RequirementId } from '../../shared/model/ids.ts';
import type { SuggestedRequirement } from '../../shared/model/job.ts';

const id = (text: string) => text as RequirementId;
const line = (text: string, part: Partial<SuggestedRequirement> = {}): SuggestedRequirement => ({
  id: id(text),
  text,
  kind: 'skill',
  priority: 'must',
  weight: 1,
  level: null,
  alternatives: [],
  frameworkIds: [],
  maxAgeYears: null,
  sourceSentence: `You ${text}.`,
  warnings: [],
  years: null,
  statedLevel: null,
  rule: null,
  ...part,
});
const suggested = stepJobEdit(NEW_JOB, {
  type: 'suggested',
  title: 'Sailmaker',
  field: '072',
  lines: [line('cut cloth'), line('sew seams', { priority: 'want', weight: 0.6, maxAgeYears: 5 })],
});
const keyOf = (edit: JobEdit, place: number) => edit.suggestions[place]?.key ?? '';

describe('a job while a person works on it', () => {
  it('takes over a suggested line only when the person accepts it, with its sentence', () => {
    expect(suggested.requirements).toEqual([]);
    const accepted = stepJobEdit(suggested, { type: 'accepted', key: keyOf(suggested, 1), spare: id('R1') });
    expect(accepted.requirements).toMatchObject([
      { id: 'sew seams', priority: 'want', weight: 0.6, maxAgeYears: 5, sourceSentence: 'You sew seams.' },
    ]);
    expect(accepted.suggestions).toHaveLength(1);
  });

  it('gives a line a new id where its own is taken', () => {
    const accept = (edit: JobEdit) => stepJobEdit(edit, { type: 'accepted', key: keyOf(edit, 0), spare: id('R1') });
    const once = accept(suggested);
    const again = accept({ ...once, suggestions: suggested.suggestions });
    expect(again.requirements.map((requirement) => requirement.id)).toEqual(['cut cloth', 'R1']);
  });

  it('forgets a rejected line', () => {
    const left = stepJobEdit(suggested, { type: 'rejected', key: keyOf(suggested, 0) });
    expect(left.suggestions.map(({ line: { text } }) => text)).toEqual(['sew seams']);
    expect(left.requirements).toEqual([]);
  });

  it('keeps a title that a person wrote above one that was read', () => {
    const titled = stepJobEdit(NEW_JOB, { type: 'titled', title: 'Rigger' });
    const read = stepJobEdit(titled, { type: 'suggested', title: 'Sailmaker', field: null, lines: [] });
    expect(read.title).toBe('Rigger');
    expect(suggested.title).toBe('Sailmaker');
  });

  it('gives a new priority its usual weight, unless the weight was set by hand', () => {
    const added = stepJobEdit(NEW_JOB, { type: 'added', id: id('R1'), text: 'cut cloth' }).requirements[0];
    if (added === undefined) throw new Error('Nothing was added.');
    expect(withPriority(added, 'must').weight).toBe(1);
    expect(withPriority({ ...added, weight: 0.9 }, 'must').weight).toBe(0.9);
  });

  it('can be saved once it has a title and lines with words', () => {
    const withLine = stepJobEdit(suggested, { type: 'accepted', key: keyOf(suggested, 0), spare: id('R1') });
    expect(draftOf(NEW_JOB, null)).toBe('no-title');
    expect(draftOf(suggested, null)).toBe('no-lines');
    expect(
      draftOf({ ...withLine, requirements: withLine.requirements.map((one) => ({ ...one, text: ' ' })) }, null),
    ).toBe('empty-line');
    expect(jobDraft.safeParse(draftOf(withLine, null)).success).toBe(true);
  });

  it('is what was saved, after it was saved', () => {
    const withLine = stepJobEdit(suggested, { type: 'accepted', key: keyOf(suggested, 0), spare: id('R1') });
    const job = {
      id: 'J1' as JobId,
      title: 'Sailmaker',
      field: null,
      requirements: withLine.requirements,
      version: 1,
      savedAt: '2026-09-01T00:00:00Z',
    };
    const saved = stepJobEdit(withLine, { type: 'saved', job });
    expect(saved).toEqual({ ...editOf(job), suggestions: withLine.suggestions });
    expect(saved.isChanged).toBe(false);
  });
});
