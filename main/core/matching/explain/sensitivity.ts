import type { Sensitivity, WeightChange } from '../../../../shared/model/explanation.ts';
import type { CandidateId } from '../../../../shared/model/ids.ts';
import { PRIORITIES, type Requirement } from '../../../../shared/model/job.ts';
import { roundResult } from '../round-result.ts';
import { SENSITIVITY } from '../settings.ts';

/** What decides the ranks of everybody: one row of strengths a person, one column a requirement. */
export interface StrengthTable {
  readonly lines: readonly {
    readonly requirement: Pick<Requirement, 'id' | 'text' | 'priority'>;
    /** As it enters the score, 0 or more. */
    readonly weight: number;
  }[];
  /** Row by row, 0–1; its length is people × lines. */
  readonly strengths: ArrayLike<number>;
  /** Evidenced must-haves, one a person. */
  readonly evidenced: ArrayLike<number>;
}

/**
 * Would other weights move this person? Two answers, both by counting and the same on every run:
 *
 * - *bounds*: with every weight anywhere between −20 % and +20 % at once, another person can come to stand above this
 *   one only where Σ w·d + 0.2·Σ w·|d| > 0 (d: the other's strengths less this one's), because the sum of the weights
 *   divides both scores alike. That is exact for each pair; taken together it bounds the rank.
 * - *single changes*: each requirement's weight alone, and all weights of one priority, times 0.8 and times 1.2.
 *
 * Time grows with people × lines; a million people and fifteen lines are some fifty million steps.
 *
 * @param row Which person, counted from 0.
 */
export function sensitivityOf(candidate: CandidateId, row: number, table: StrengthTable): Sensitivity {
  const { change, fewPlaces } = SENSITIVITY;
  const sums = weightedSums(table);
  const rank = rankWith(row, table, sums, null);
  const bounds = boundsOf(row, table);
  // A difference that only rounding shows is no difference to the bounds.
  const [bestRank, worstRank] = [Math.min(rank, bounds.bestRank), Math.max(rank, bounds.worstRank)];
  const widest = widestChange(row, table, sums, rank);
  const far = (place: number) => Math.abs(place - rank) > fewPlaces;
  const isSteady = !far(bestRank) && !far(worstRank);
  const moves = widest !== null && far(widest.rankThen);
  return {
    candidate,
    rank,
    change,
    fewPlaces,
    verdict: moves ? 'moves' : isSteady ? 'steady' : 'may-move',
    bestRank,
    worstRank,
    widest,
  };
}

/** Some lines whose weights are multiplied. */
interface Scenario {
  readonly columns: readonly number[];
  readonly times: number;
  readonly changed: WeightChange['changed'];
}

function widestChange(row: number, table: StrengthTable, sums: Float64Array, rank: number): WeightChange | null {
  let widest: WeightChange | null = null;
  for (const scenario of scenariosOf(table)) {
    const rankThen = rankWith(row, table, sums, scenario);
    const isWider = Math.abs(rankThen - rank) > Math.abs((widest?.rankThen ?? rank) - rank);
    if (isWider) widest = { changed: scenario.changed, times: scenario.times, rankThen };
  }
  return widest;
}

function scenariosOf({ lines }: StrengthTable): readonly Scenario[] {
  const { change } = SENSITIVITY;
  const single = lines.map(({ requirement: { id, text } }, column) => ({
    columns: [column],
    changed: { requirement: id, requirementText: text },
  }));
  const byPriority = PRIORITIES.map((priority) => ({
    columns: lines.flatMap(({ requirement }, column) => (requirement.priority === priority ? [column] : [])),
    changed: { priority },
  })).filter(({ columns }) => columns.length > 1);
  return [...single, ...byPriority].flatMap((one) => [
    { ...one, times: 1 - change },
    { ...one, times: 1 + change },
  ]);
}

/** Score first, then evidenced must-haves, as the ranking orders; equals share a rank. */
function rankWith(row: number, table: StrengthTable, sums: Float64Array, scenario: Scenario | null): number {
  const { lines, strengths, evidenced } = table;
  const columns = scenario?.columns ?? [];
  const times = (scenario?.times ?? 1) - 1;
  const total = lines.reduce((sum, { weight }, column) => {
    return sum + (columns.includes(column) ? weight * (1 + times) : weight);
  }, 0);
  const score = (person: number) => {
    let sum = sums[person] ?? 0;
    for (const column of columns) {
      sum += times * (lines[column]?.weight ?? 0) * (strengths[person * lines.length + column] ?? 0);
    }
    return total === 0 ? 0 : roundResult((sum * 100) / total);
  };
  const [own, ownEvidenced] = [score(row), evidenced[row] ?? 0];
  let above = 0;
  for (let person = 0; person < sums.length; person += 1) {
    const other = score(person);
    if (other > own || (other === own && (evidenced[person] ?? 0) > ownEvidenced)) above += 1;
  }
  return 1 + above;
}

function weightedSums({ lines, strengths, evidenced }: StrengthTable): Float64Array {
  const sums = new Float64Array(evidenced.length);
  for (let person = 0; person < sums.length; person += 1) {
    let sum = 0;
    for (const [column, { weight }] of lines.entries()) {
      sum += weight * (strengths[person * lines.length + column] ?? 0);
    }
    sums[person] = sum;
  }
  return sums;
}

/** Differences smaller than what a score is rounded to are none. */
const TELLING = 1e-6;

function boundsOf(row: number, { lines, strengths, evidenced }: StrengthTable) {
  let canBeAbove = 0;
  let isAlwaysAbove = 0;
  for (let person = 0; person < evidenced.length; person += 1) {
    if (person === row) continue;
    let difference = 0;
    let play = 0;
    for (const [column, { weight }] of lines.entries()) {
      const step =
        weight * ((strengths[person * lines.length + column] ?? 0) - (strengths[row * lines.length + column] ?? 0));
      difference += step;
      play += SENSITIVITY.change * Math.abs(step);
    }
    // Whoever is level in points is above by more evidenced must-haves.
    const level = (evidenced[person] ?? 0) > (evidenced[row] ?? 0) ? -TELLING : TELLING;
    if (difference + play > level) canBeAbove += 1;
    if (difference - play > level) isAlwaysAbove += 1;
  }
  return { bestRank: 1 + isAlwaysAbove, worstRank: 1 + canBeAbove };
}
