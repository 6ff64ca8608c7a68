import { describe, expect, it } from 'vitest';
import {
  decisionsOf,
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
  leftOut: [{ text: 'We sail at noon.', reason: 'asks-nothing', rule: null }],
  beyond: 0,
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

  it('keeps the years and the level that the ad states, and saves them with the job', () => {
    const edit = stepJobEdit(NEW_JOB, {
      type: 'suggested',
      title: 'Sailmaker',
      field: null,
      lines: [line('sew seams', { years: 3, statedLevel: 'advanced', warnings: ['years-as-proxy'] })],
      leftOut: [],
      beyond: 0,
    });
    const accepted = stepJobEdit(edit, { type: 'accepted', key: keyOf(edit, 0), spare: id('R1') });
    expect(accepted.requirements).toMatchObject([{ years: 3, statedLevel: 'advanced' }]);
    const saved = jobDraft.parse(draftOf(accepted, null));
    expect(saved.requirements).toMatchObject([{ years: 3, statedLevel: 'advanced' }]);
    const before = { ...saved, requirements: saved.requirements.map(({ years: _, statedLevel: __, ...one }) => one) };
    expect(jobDraft.safeParse(before).success).toBe(true);
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
    const read = stepJobEdit(titled, {
      type: 'suggested',
      title: 'Sailmaker',
      field: null,
      lines: [],
      leftOut: [],
      beyond: 0,
    });
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
    expect(saved).toEqual({ ...editOf(job), suggestions: withLine.suggestions, leftOut: withLine.leftOut });
    expect(saved.isChanged).toBe(false);
  });

  describe('teaches, once it is saved,', () => {
    const accept = (edit: JobEdit, place: number) =>
      stepJobEdit(edit, { type: 'accepted', key: keyOf(edit, place), spare: id('R1') });

    it('nothing by a line that was accepted as it was suggested', () => {
      expect(decisionsOf(accept(suggested, 0))).toEqual([
        { text: 'cut cloth', accepted: true, kind: null, priority: null },
      ]);
    });

    it('what a person made of a line before accepting it, under the words that were read', () => {
      const key = keyOf(suggested, 0);
      const corrected = stepJobEdit(suggested, {
        type: 'corrected',
        key,
        line: line('cutting of cloth', { kind: 'competency', priority: 'want' }),
      });
      expect(decisionsOf(accept(corrected, 0))).toEqual([
        { text: 'cut cloth', accepted: true, kind: 'competency', priority: 'want' },
      ]);
    });

    it('what a person made of it afterwards', () => {
      const accepted = accept(suggested, 0);
      const [requirement] = accepted.requirements;
      if (requirement === undefined) throw new Error('Nothing was accepted.');
      const changed = stepJobEdit(accepted, {
        type: 'changed',
        requirement: { ...requirement, priority: 'trainable' },
      });
      expect(decisionsOf(changed)).toEqual([{ text: 'cut cloth', accepted: true, kind: null, priority: 'trainable' }]);
    });

    it('that a refused line is none, and nothing by one that was taken off again', () => {
      const accepted = accept(suggested, 0);
      const taken = stepJobEdit(accepted, { type: 'removed', id: id('cut cloth') });
      const refused = stepJobEdit(taken, { type: 'rejected', key: keyOf(taken, 0) });
      expect(decisionsOf(refused)).toEqual([{ text: 'sew seams', accepted: false, kind: null, priority: null }]);
    });

    it('that a sentence which was left out asks something, where a person made a line of it', () => {
      const taken = stepJobEdit(suggested, { type: 'taken', text: 'We sail at noon.' });
      expect(taken.leftOut).toEqual([]);
      expect(decisionsOf(accept(taken, 0))).toEqual([
        { text: 'We sail at noon.', accepted: true, kind: 'skill', priority: 'want' },
      ]);
    });

    it('each thing once: after a save nothing is told again', () => {
      const refused = stepJobEdit(suggested, { type: 'rejected', key: keyOf(suggested, 0) });
      const job = {
        id: 'J1' as JobId,
        title: 'Sailmaker',
        field: null,
        requirements: [],
        version: 1,
        savedAt: '2026-09-01T00:00:00Z',
      };
      expect(decisionsOf(stepJobEdit(refused, { type: 'saved', job }))).toEqual([]);
    });
  });
});
