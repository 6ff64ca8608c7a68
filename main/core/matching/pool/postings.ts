import { varintBytes, writeVarint } from './growing-array.ts';
import type { CandidatePool } from './candidate-pool.ts';

/** The inverted list: for each text those who show it, in rising order of row, and as what. */
export interface Postings {
  /** Texts there were when the list was made; those after are not in it. */
  readonly texts: number;
  /** Of text t the bytes from `starts[t]` to `starts[t + 1]`. */
  readonly starts: Uint32Array;
  /** Of each statement the row, less the row before it in the list, and the class (growing-array.ts). */
  readonly entries: Uint8Array;
  /** Length of the pool's changes then: whoever changed since may show other things now. */
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
  const [rows, texts] = [pool.size, pool.statements.words.length];
  const starts = new Uint32Array(texts + 2);
  const last = new Uint32Array(texts);
  // Counted one further on, so that after the sums each start moves up to its end while the list is written.
  pool.forEachStatement(rows, (row, text, classId) => {
    const bytes = varintBytes(row - (last[text] ?? 0)) + varintBytes(classId);
    starts[text + 2] = (starts[text + 2] ?? 0) + bytes;
    last[text] = row;
  });
  for (let text = 2; text < starts.length; text += 1) starts[text] = (starts[text] ?? 0) + (starts[text - 1] ?? 0);
  const entries = new Uint8Array(starts[texts + 1] ?? 0);
  last.fill(0);
  pool.forEachStatement(rows, (row, text, classId) => {
    const at = writeVarint(entries, starts[text + 1] ?? 0, row - (last[text] ?? 0));
    starts[text + 1] = writeVarint(entries, at, classId);
    last[text] = row;
  });
  return { texts, starts: starts.subarray(0, texts + 1), entries, changes: pool.changes.length };
}
