import type { CandidateRow } from '../../../shared/api/contract.ts';
import type { Verdict } from '../../../shared/model/check.ts';
import { nameOf } from './candidate-name.ts';

export type Column = 'candidate' | 'credentials' | 'verdicts' | 'imported';

export interface ListView {
  readonly search: string;
  /** Only people who have a credential with this verdict. */
  readonly verdict: Verdict | 'any';
  readonly sort: { readonly column: Column; readonly descending: boolean };
}

export const ALL: ListView = { search: '', verdict: 'any', sort: { column: 'candidate', descending: false } };

/** The rows that the view lets through, in its order; equal rows stay in the engine's order. */
export function viewed(rows: readonly CandidateRow[], view: ListView): CandidateRow[] {
  const words = view.search.trim().toLowerCase().split(/\s+/);
  const through = rows.filter(
    (row) => isFound(row, words) && (view.verdict === 'any' || row.verdicts[view.verdict] > 0),
  );
  const sign = view.sort.descending ? -1 : 1;
  return through.sort((one, other) => sign * compare(one, other, view.sort.column));
}

/** True where some row may be hidden. */
export function isFiltered(view: ListView): boolean {
  return view.search.trim() !== '' || view.verdict !== 'any';
}

/** The view after a click on a column's head: names start at A, counts and dates at the most. */
export function sortedBy(view: ListView, column: Column): ListView {
  const descending = view.sort.column === column ? !view.sort.descending : column !== 'candidate';
  return { ...view, sort: { column, descending } };
}

function isFound({ candidate }: CandidateRow, words: readonly string[]): boolean {
  const text = [candidate.pseudonym, candidate.name, candidate.ref, candidate.email].join(' ').toLowerCase();
  return words.every((word) => text.includes(word));
}

const byName = new Intl.Collator('en', { numeric: true });

function compare(one: CandidateRow, other: CandidateRow, column: Column): number {
  switch (column) {
    case 'candidate':
      return byName.compare(nameOf(one.candidate), nameOf(other.candidate));
    case 'credentials':
      return one.credentials - other.credentials;
    case 'verdicts':
      return one.verdicts.verified - other.verdicts.verified;
    case 'imported':
      return one.candidate.importedAt < other.candidate.importedAt ? -1 : 1;
  }
}
