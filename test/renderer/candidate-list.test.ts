import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL, isFiltered, sortedBy, viewed } from '../../renderer/features/candidates/candidate-list.ts';
import type { CandidateRow } from '../../shared/api/contract.ts';
import type { Verdict } from '../../shared/model/check.ts';
import type { CandidateId } from '../../shared/model/ids.ts';

const row = (
  pseudonym: string,
  part: {
    readonly name?: string;
    readonly credentials?: number;
    readonly verdicts?: Partial<Record<Verdict, number>>;
  } = {},
): CandidateRow => ({
  candidate: {
    id: pseudonym as CandidateId,
    pseudonym,
    ref: null,
    name: part.name ?? null,
    email: null,
    basis: 'manifest',
    importedAt: '2026-09-01T00:00:00Z',
  },
  credentials: part.credentials ?? 1,
  verdicts: {
    verified: 0,
    'verified-with-reservations': 0,
    'cannot-verify-offline': 0,
    'not-valid': 0,
    ...part.verdicts,
  },
});
const names = (rows: readonly CandidateRow[]) => rows.map(({ candidate }) => candidate.pseudonym);
const people = [row('Candidate B2'), row('Candidate A10'), row('Candidate A9', { name: 'Zoe Example' })];

describe('the list of candidates', () => {
  it('sorts by what a person is called, numbers by their value', () => {
    expect(names(viewed(people, ALL))).toEqual(['Candidate A10', 'Candidate B2', 'Candidate A9']);
    expect(names(viewed([row('Candidate A10'), row('Candidate A9')], ALL))).toEqual(['Candidate A9', 'Candidate A10']);
  });

  it('turns the order on a second press, and begins with the most where it counts', () => {
    const byCount = sortedBy(ALL, 'credentials');
    expect(byCount.sort).toEqual({ column: 'credentials', descending: true });
    expect(sortedBy(byCount, 'credentials').sort.descending).toBe(false);
    expect(sortedBy(byCount, 'candidate').sort.descending).toBe(false);
  });

  it('finds every word of the search in any of the names, whatever their case', () => {
    expect(names(viewed(people, { ...ALL, search: 'example zoe' }))).toEqual(['Candidate A9']);
    expect(names(viewed(people, { ...ALL, search: 'zoe smith' }))).toEqual([]);
  });

  it('shows who has a credential of the verdict asked for', () => {
    const mixed = [row('A', { verdicts: { 'not-valid': 1, verified: 3 } }), row('B', { verdicts: { verified: 1 } })];
    expect(names(viewed(mixed, { ...ALL, verdict: 'not-valid' }))).toEqual(['A']);
  });

  it('loses nobody while nothing filters', () => {
    const rows = fc.array(fc.record({ name: fc.string(), credentials: fc.nat() }).map((part) => row(part.name, part)));
    fc.assert(
      fc.property(rows, (all) => {
        expect(new Set(viewed(all, ALL))).toEqual(new Set(all));
      }),
    );
    expect(isFiltered(ALL)).toBe(false);
    expect(isFiltered({ ...ALL, search: ' ' })).toBe(false);
    expect(isFiltered({ ...ALL, verdict: 'verified' })).toBe(true);
  });
});
