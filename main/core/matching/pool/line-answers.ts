import { Bitset } from './bitset.ts';
import type { CandidatePool } from './candidate-pool.ts';
import { VarintReader } from './growing-array.ts';
import { EVIDENCED, STRENGTH, type LineValues } from './line-values.ts';
import type { Postings } from './postings.ts';
import { scratchOf } from './scratch.ts';

/**
 * Those for whom a requirement counts at all, each once, in rising order of row: a requirement says something of a few people
 * in a hundred, so that what has to be summed up for a ranking is far less than a number for everybody.
 */
export interface LineAnswers {
  readonly rows: Uint32Array;
  /** Beside each row its strength in steps, and {@link EVIDENCED}; never 0. */
  readonly values: Uint16Array;
}

export const NO_ANSWERS: LineAnswers = { rows: new Uint32Array(0), values: new Uint16Array(0) };

/** Goes along the lists of the texts that count, and takes of each person the strongest. */
export function answerAll(pool: CandidatePool, postings: Postings, lineValues: LineValues): LineAnswers {
  const values = scratchOf(pool);
  try {
    return collect(values, gather(pool, postings, lineValues, values));
  } catch (problem) {
    values.fill(0);
    throw problem;
  }
}

/** @returns Whose value is set, and maybe 0. */
function gather(pool: CandidatePool, postings: Postings, lineValues: LineValues, values: Uint16Array): Bitset {
  const { texts, starts, entries } = postings;
  const found = new Bitset(pool.size);
  const byClass = new Int32Array(pool.statements.classes.length);
  const personal = new Bitset(pool.size);
  for (const text of lineValues.counting) {
    if (text >= texts) continue;
    const isPersonal = lineValues.isPersonal(text);
    const reader = new VarintReader(entries, starts[text] ?? 0);
    const end = starts[text + 1] ?? 0;
    byClass.fill(UNKNOWN);
    let row = 0;
    while (reader.at < end) {
      row += reader.next();
      const classId = reader.next();
      if (isPersonal) {
        personal.add(row);
        continue;
      }
      let value = byClass[classId] ?? 0;
      if (value === UNKNOWN) value = byClass[classId] = lineValues.valueOf(text, classId, 0);
      if (value === 0) continue;
      const before = values[row] ?? 0;
      values[row] = Math.max(before & STRENGTH, value & STRENGTH) | ((before | value) & EVIDENCED);
      if (before === 0) found.add(row);
    }
  }
  personal.forEach((row) => {
    found.add(row);
    values[row] = lineValues.valueOfPerson(row);
  });
  return found;
}

/** Leaves the values at 0. */
function collect(values: Uint16Array, found: Bitset): LineAnswers {
  const room = found.count();
  const answers = { rows: new Uint32Array(room), values: new Uint16Array(room) };
  let counting = 0;
  found.forEach((row) => {
    const value = values[row] ?? 0;
    values[row] = 0;
    if (value === 0) return;
    answers.rows[counting] = row;
    answers.values[counting] = value;
    counting += 1;
  });
  return counting === room ? answers : shortened(answers, counting);
}

/** No value: they are 0 or more. */
const UNKNOWN = -1;

/** @param fresh New values by row; 0 for who does not count any more. */
export function withFresh(answers: LineAnswers, fresh: ReadonlyMap<number, number>): LineAnswers {
  if (fresh.size === 0) return answers;
  const room = answers.rows.length + fresh.size;
  const made = { rows: new Uint32Array(room), values: new Uint16Array(room) };
  let counting = 0;
  const add = (row: number, value: number) => {
    made.rows[counting] = row;
    made.values[counting] = value;
    counting += 1;
  };
  const news = [...fresh].filter(([, value]) => value !== 0).sort(([one], [other]) => one - other);
  let next = 0;
  const addNewsBefore = (row: number) => {
    for (let one = news[next]; one !== undefined && one[0] < row; one = news[next]) {
      add(...one);
      next += 1;
    }
  };
  for (let at = 0; at < answers.rows.length; at += 1) {
    const row = answers.rows[at] ?? 0;
    addNewsBefore(row);
    if (!fresh.has(row)) add(row, answers.values[at] ?? 0);
  }
  addNewsBefore(Number.POSITIVE_INFINITY);
  return shortened(made, counting);
}

function shortened({ rows, values }: LineAnswers, length: number): LineAnswers {
  return { rows: rows.slice(0, length), values: values.slice(0, length) };
}
