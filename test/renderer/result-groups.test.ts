import { describe, expect, it } from 'vitest';
import { axisCounts, EVERYTHING, filtered, groupCounts } from '../../renderer/features/import/result-groups.ts';
import type { CheckAxis, Verdict } from '../../shared/model/check.ts';
import type { CandidateId, CredentialKey } from '../../shared/model/ids.ts';
import type { FileResult, ImportedCredential } from '../../shared/model/import.ts';

const credential = (verdict: Verdict, ...axes: CheckAxis[]): ImportedCredential => ({
  key: 'K' as CredentialKey,
  pointer: '',
  standard: 'open-badges-3.0',
  container: 'json',
  name: null,
  verdict,
  candidate: 'C' as CandidateId,
  outcome: 'new',
  because: axes.map((axis) => ({ axis, state: 'fail', message: axis })),
});
const file = (name: string, ...credentials: ImportedCredential[]): FileResult => ({
  file: name,
  credentials,
  problems: [],
});
const refused: FileResult = { file: 'r', credentials: [], problems: [{ code: 'file-empty', params: {} }] };
const files = [
  file('a', credential('verified')),
  file('b', credential('verified'), credential('not-valid', 'integrity', 'issuer')),
  file('c', credential('verified-with-reservations', 'issuer')),
  refused,
  file('e', credential('not-valid', 'status')),
];

describe('The result of an import', () => {
  it('counts files by what came of them; one with two outcomes is in both', () => {
    expect(groupCounts(files)).toEqual({
      'not-valid': 2,
      refused: 1,
      'cannot-verify-offline': 0,
      'verified-with-reservations': 1,
      verified: 2,
    });
  });

  it('shows first what needs a look', () => {
    expect(filtered(files, EVERYTHING).map((one) => one.file)).toEqual(['b', 'e', 'r', 'c', 'a']);
  });

  it('shows of a file only what was asked for', () => {
    const [first, second, ...rest] = filtered(files, { group: 'not-valid', axis: 'any' });
    expect(first?.credentials.map(({ verdict }) => verdict)).toEqual(['not-valid']);
    expect([second?.file, rest]).toEqual(['e', []]);
  });

  it('narrows down to what one check found, and says for each how many files that shows', () => {
    expect(axisCounts(files, 'all')).toEqual([
      { axis: 'integrity', count: 1 },
      { axis: 'issuer', count: 2 },
      { axis: 'status', count: 1 },
    ]);
    for (const { axis, count } of axisCounts(files, 'not-valid')) {
      expect(filtered(files, { group: 'not-valid', axis })).toHaveLength(count);
    }
  });

  it('finds refused files, which no check speaks of', () => {
    expect(filtered(files, { group: 'refused', axis: 'any' })).toEqual([refused]);
    expect(axisCounts(files, 'refused')).toEqual([]);
  });
});
