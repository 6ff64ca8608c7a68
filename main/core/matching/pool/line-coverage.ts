import type { RequirementCoverage } from '../../../../shared/model/search.ts';
import type { Strengths } from '../explain/sensitivity.ts';
import { fromSteps, stepsOf } from '../round-result.ts';
import { evidencedOfKey } from '../score.ts';
import { BAND_FROM } from '../settings.ts';
import type { PreparedRequirement } from '../wording-strength.ts';
import { Bitset } from './bitset.ts';
import type { LineAnswers } from './line-answers.ts';
import { EVIDENCED, STRENGTH } from './line-values.ts';
import type { SortedRows } from './rank-order.ts';

/** How many people show what a requirement asks. */
export function coverageOf({ requirement }: PreparedRequirement, { values }: LineAnswers): RequirementCoverage {
  const possible = stepsOf(BAND_FROM.possible);
  let [evidenced, alike, strongest] = [0, 0, 0];
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    const strength = value & STRENGTH;
    if (strength > strongest) strongest = strength;
    if ((value & EVIDENCED) !== 0) evidenced += 1;
    else if (strength >= possible) alike += 1;
  }
  const { id, text: requirementText } = requirement;
  return { requirement: id, requirementText, evidenced, alike, strongest: fromSteps(strongest) };
}

/**
 * How many people show any of these at least so strongly.
 * @param least In steps, 1 or more.
 * @param size Rows there are.
 */
export function peopleShowing(lines: readonly LineAnswers[], least: number, size: number): number {
  const showing = new Bitset(size);
  let people = 0;
  for (const { rows, values } of lines) {
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at] ?? 0;
      if (((values[at] ?? 0) & STRENGTH) < least || showing.has(row)) continue;
      showing.add(row);
      people += 1;
    }
  }
  return people;
}

/**
 * Person by person as the ranks are, best first; of each one line after another.
 * @param size Rows there are.
 */
export function strengthsInOrder(lines: readonly LineAnswers[], { rows, keys }: SortedRows, size: number): Strengths {
  // Counted from 1: whoever is in no place has 0.
  const places = new Uint32Array(size);
  for (let place = 0; place < rows.length; place += 1) places[rows[place] ?? 0] = place + 1;
  const strengths = new Uint16Array(rows.length * lines.length);
  for (const [index, { rows: answered, values }] of lines.entries()) {
    for (let at = 0; at < answered.length; at += 1) {
      const place = places[answered[at] ?? 0] ?? 0;
      if (place > 0) strengths[(place - 1) * lines.length + index] = (values[at] ?? 0) & STRENGTH;
    }
  }
  return { strengths, evidenced: Uint16Array.from(keys, evidencedOfKey) };
}
