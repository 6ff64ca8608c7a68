import { hash } from 'node:crypto';
import type { CandidateId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../adapters/sqlite/open-workspace.ts';
import { Bitset } from '../../core/matching/pool/bitset.ts';
import type { CandidatePool } from '../../core/matching/pool/candidate-pool.ts';
import { GrowingRows } from '../../core/matching/pool/growing-array.ts';

/** Of a person what changes when anything changes that a ranking looks at; nought throughout where nothing is stored. */
type Mark = Uint8Array;

const MARK_BYTES = 12;
const NOTHING_STORED: Mark = new Uint8Array(MARK_BYTES);

export interface MarkedPerson {
  readonly id: CandidateId;
  readonly mark: Mark;
}

/** Remembers of everybody in the pool the mark with which they were read, in twelve bytes each. */
export interface SeenMarks {
  /** Who came, changed and went since they were read. */
  changes(): { readonly read: readonly MarkedPerson[]; readonly gone: readonly CandidateId[] };
  /** Remembers somebody who has just been put into the pool. */
  remember(person: MarkedPerson): void;
}

export function createSeenMarks(workspace: Workspace, pool: CandidatePool): SeenMarks {
  const marks = new GrowingRows(MARK_BYTES);
  return {
    changes() {
      const there = new Bitset(pool.size);
      const read: MarkedPerson[] = [];
      for (const person of currentMarks(workspace)) {
        const row = pool.rowOf(person.id);
        if (row !== undefined) there.add(row);
        if (row === undefined || Buffer.compare(marks.get(row), person.mark) !== 0) read.push(person);
      }
      const gone: CandidateId[] = [];
      pool.forEachRow((row, id) => {
        if (!there.has(row)) gone.push(id);
      });
      return { read, gone };
    },
    remember({ id, mark }) {
      const row = pool.rowOf(id);
      if (row !== undefined) marks.set(row, mark);
    },
  };
}

/** Everybody, one after the other in the order of their ids: a million at once would be hundreds of megabytes. */
function* currentMarks(workspace: Workspace): Generator<MarkedPerson> {
  const credentials = workspace.credentials.marks();
  let next = credentials.next();
  for (const id of workspace.candidates.ids()) {
    const own: string[] = [];
    for (; next.done !== true && next.value.candidate <= id; next = credentials.next()) {
      if (next.value.candidate === id) own.push(next.value.mark);
    }
    yield {
      id,
      mark: own.length === 0 ? NOTHING_STORED : hash('sha256', own.join('\n'), 'buffer').subarray(0, MARK_BYTES),
    };
  }
}
