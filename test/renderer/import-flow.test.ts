import { describe, expect, it } from 'vitest';
import { isBusy, NOTHING_YET, stepImport, type ImportFlow } from '../../renderer/features/import/import-flow.ts';
import { piecesOf } from '../../renderer/features/import/chosen-files.ts';
import { reportAsText } from '../../renderer/features/import/report-as-text.ts';
import type { TaskState } from '../../shared/api/contract.ts';
import type { BatchId, CandidateId, CredentialKey, TaskId } from '../../shared/model/ids.ts';
import type { ImportReport } from '../../shared/model/import.ts';

const report = (part: Partial<ImportReport>): ImportReport => ({
  batch: 'B1' as BatchId,
  dryRun: false,
  files: [],
  counts: { files: 0, imported: 0, duplicates: 0, refused: 0, candidates: 0 },
  cancelled: false,
  ...part,
});
const task: TaskState = {
  id: 'T1' as TaskId,
  operation: 'import.run',
  phase: 'verifying',
  done: 3,
  total: 9,
  state: 'running',
};
const running: ImportFlow = { step: 'working', kind: 'run', task: null, cancelling: false };

describe('an import on screen', () => {
  it('is looked at first, and what it would do is shown', () => {
    const dry = report({ dryRun: true });
    const adding = stepImport(NOTHING_YET, { type: 'adding', done: 1, total: 2 });
    const looking = stepImport(adding, { type: 'started', kind: 'preview' });
    expect([adding, looking].map(isBusy)).toEqual([true, true]);
    expect(stepImport(looking, { type: 'reported', report: dry })).toEqual({ step: 'previewed', report: dry });
  });

  it('shows its progress while it runs, and none that comes late', () => {
    expect(stepImport(running, { type: 'progressed', task })).toEqual({ ...running, task });
    const finished = stepImport(running, { type: 'reported', report: report({}) });
    expect(stepImport(finished, { type: 'progressed', task })).toBe(finished);
  });

  it('keeps the result of what was finished before it was cancelled', () => {
    const cut = report({ cancelled: true });
    const cancelling = stepImport(running, { type: 'cancelling' });
    expect(cancelling).toMatchObject({ cancelling: true });
    expect(stepImport(cancelling, { type: 'reported', report: cut })).toEqual({ step: 'finished', report: cut });
  });

  it('leaves at once while files are only being added', () => {
    const adding = stepImport(NOTHING_YET, { type: 'adding', done: 1, total: 2 });
    expect(stepImport(adding, { type: 'cancelling' })).toBe(NOTHING_YET);
  });

  it('shows no look that was cancelled, for it would promise too little', () => {
    const cut = report({ dryRun: true, cancelled: true });
    expect(stepImport(running, { type: 'reported', report: cut })).toBe(NOTHING_YET);
  });

  it('says what failed, but not that a person cancelled', () => {
    const problem = { code: 'internal', params: {} } as const;
    expect(stepImport(running, { type: 'failed', problem })).toEqual({ step: 'idle', problem });
    expect(stepImport(running, { type: 'failed', problem: { code: 'cancelled', params: {} } })).toBe(NOTHING_YET);
  });
});

describe('the pieces in which files cross', () => {
  const chosen = (size: number, name = 'a.json') => ({ name, file: { size } as File });
  const mebibyte = 1024 * 1024;

  it('hold every file once, in order', () => {
    const files = Array.from({ length: 450 }, (_, index) => chosen(1, `${index}`));
    expect(piecesOf(files).flat()).toEqual(files);
    expect(piecesOf(files).map((piece) => piece.length)).toEqual([200, 200, 50]);
  });

  it('are cut by size, and a large file is a piece of its own', () => {
    const sizes = [10, 10, 40, 1].map((count) => chosen(count * mebibyte));
    expect(piecesOf(sizes).map((piece) => piece.length)).toEqual([1, 1, 1, 1]);
    expect(piecesOf([chosen(mebibyte), chosen(mebibyte)])).toHaveLength(1);
    expect(piecesOf([])).toEqual([]);
  });
});

describe('a report as text', () => {
  it('has a line for each credential and each problem, with the file and the next step', () => {
    const text = reportAsText(
      report({
        files: [
          {
            file: 'ada/badge.json',
            credentials: [
              {
                key: 'x#' as CredentialKey,
                pointer: '',
                standard: 'open-badges-3.0',
                container: 'json',
                name: 'Sails and Knots',
                verdict: 'verified',
                candidate: 'C1' as CandidateId,
                outcome: 'new',
              },
            ],
            problems: [],
          },
          { file: 'ada/letter.pdf', credentials: [], problems: [{ code: 'format-pdf', params: {} }] },
        ],
      }),
    );
    const [first, second] = text.split('\n');
    expect(first).toBe('ada/badge.json: Sails and Knots – Verified – New');
    expect(second).toMatch(/^ada\/letter\.pdf: .+\. .+\.$/);
  });
});
