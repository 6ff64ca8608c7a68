import type { CandidatePool } from './candidate-pool.ts';

/** The inverted list: for each kind of statement the rows of those who show it, in rising order. */
export interface Postings {
  /** Rows and kinds there were when the list was made; those after are not in it. */
  readonly rows: number;
  readonly kinds: number;
  /** Of kind k the rows from `starts[k]` to `starts[k + 1]`. */
  readonly starts: Uint32Array;
  readonly people: Uint32Array;
  /** Length of the pool's changes then: whoever changed since has other kinds now. */
  readonly changes: number;
}

/**
 * The pool's list, shared by all who rank it, and made anew where so many have changed that asking each of them would
 * take longer.
 */
export function postingsOf(pool: CandidatePool): Postings {
  const known = kept.get(pool);
  const changed = pool.changes.length - (known?.changes ?? 0);
  if (known !== undefined && changed <= Math.max(FEW_PEOPLE, pool.count * SMALL_SHARE)) return known;
  // The old list goes before the new one is made: they are the greatest arrays there are.
  kept.delete(pool);
  pool.trim();
  const made = makePostings(pool);
  kept.set(pool, made);
  return made;
}

const kept = new WeakMap<CandidatePool, Postings>();
const FEW_PEOPLE = 256;
const SMALL_SHARE = 0.02;

function makePostings(pool: CandidatePool): Postings {
  const [rows, kinds] = [pool.size, pool.statements.kindText.length];
  const starts = new Uint32Array(kinds + 2);
  // Counted one further on, so that after the sums each start moves up to its end while people are filled in.
  pool.forEachEntry(rows, (_, kind) => {
    starts[kind + 2] = (starts[kind + 2] ?? 0) + 1;
  });
  for (let kind = 2; kind < starts.length; kind += 1) starts[kind] = (starts[kind] ?? 0) + (starts[kind - 1] ?? 0);
  const people = new Uint32Array(starts[kinds + 1] ?? 0);
  pool.forEachEntry(rows, (row, kind) => {
    const at = starts[kind + 1] ?? 0;
    people[at] = row;
    starts[kind + 1] = at + 1;
  });
  return { rows, kinds, starts: starts.subarray(0, kinds + 1), people, changes: pool.changes.length };
}
