import { Bitset } from './bitset.ts';
import type { CandidatePool } from './candidate-pool.ts';
import { VarintReader } from './growing-array.ts';
import { EVIDENCED, STRENGTH, type LineValues } from './line-values.ts';
import type { Postings } from './postings.ts';
import { scratchOf, type Scratch } from './scratch.ts';

/**
 * Those for whom a requirement counts at all, each once and in no order: a requirement says something of a few people
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
  const { texts, starts, entries } = postings;
  const scratch = scratchOf(pool);
  const { values, rows } = scratch;
  const byClass = new Int32Array(pool.statements.classes.length);
  const personal = new Bitset(pool.size);
  let found = 0;
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
      if (before !== 0) continue;
      rows[found] = row;
      found += 1;
    }
  }
  personal.forEach((row) => {
    if (values[row] === 0) {
      rows[found] = row;
      found += 1;
    }
    values[row] = lineValues.valueOfPerson(row);
  });
  return collect(scratch, found, pool.size);
}

/** Leaves the scratch empty. */
function collect({ rows, values }: Scratch, found: number, people: number): LineAnswers {
  // Where many count, rows in rising order are soon read; sorting a few would take longer than it saves.
  if (found * MANY > people) {
    let at = 0;
    for (let row = 0; row < people; row += 1) {
      if (values[row] === 0) continue;
      rows[at] = row;
      at += 1;
    }
    found = at;
  }
  const answers = { rows: rows.slice(0, found), values: new Uint16Array(found) };
  let counting = 0;
  for (let at = 0; at < found; at += 1) {
    const row = rows[at] ?? 0;
    const value = values[row] ?? 0;
    values[row] = 0;
    if (value === 0) continue;
    answers.rows[counting] = row;
    answers.values[counting] = value;
    counting += 1;
  }
  return counting === found ? answers : shortened(answers, counting);
}

/** No value: they are 0 or more. */
const UNKNOWN = -1;
/** One in so many is many. */
const MANY = 8;

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
  for (let at = 0; at < answers.rows.length; at += 1) {
    const row = answers.rows[at] ?? 0;
    if (!fresh.has(row)) add(row, answers.values[at] ?? 0);
  }
  for (const [row, value] of fresh) if (value !== 0) add(row, value);
  return shortened(made, counting);
}

function shortened({ rows, values }: LineAnswers, length: number): LineAnswers {
  return { rows: rows.slice(0, length), values: values.slice(0, length) };
}
