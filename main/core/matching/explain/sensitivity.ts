import type { Sensitivity, WeightChange } from '../../../../shared/model/explanation.ts';
import type { CandidateId } from '../../../../shared/model/ids.ts';
import { PRIORITIES, type Requirement } from '../../../../shared/model/job.ts';
import { rankKey, scoreSteps, sharesOf } from '../score.ts';
import { SENSITIVITY } from '../settings.ts';

/** How strongly everybody meets everything: one row a person, one column a requirement. */
export interface Strengths {
  /** Row by row, in the steps of a result (`stepsOf`); its length is people × lines. */
  readonly strengths: Uint16Array;
  /** Evidenced must-haves, one a person. */
  readonly evidenced: ArrayLike<number>;
}

/** What decides the ranks of everybody. */
export interface StrengthTable extends Strengths {
  readonly lines: readonly {
    readonly requirement: Pick<Requirement, 'id' | 'text' | 'priority'>;
    /** As it enters the score, 0 or more. */
    readonly weight: number;
  }[];
}

/**
 * Would other weights move this person? Two answers, both by counting and the same on every run:
 *
 * - *bounds*: with every weight anywhere between −20 % and +20 % at once, another person can come to stand above this
 *   one only where Σ w·d + 0.2·Σ w·|d| > 0 (d: the other's strengths less this one's), because the sum of the weights
 *   divides both scores alike. That is exact for each pair; taken together it bounds the rank.
 * - *single changes*: each requirement's weight alone, and all weights of one priority, times 0.8 and times 1.2.
 *
 * Time grows with people × lines²: with fifteen lines a third of a second among 100,000 people, three among a million.
 *
 * @param row Which person, counted from 0.
 */
export function sensitivityOf(candidate: CandidateId, row: number, table: StrengthTable): Sensitivity {
  const { change, fewPlaces } = SENSITIVITY;
  const rank = rankWith(row, table, null);
  const bounds = boundsOf(row, table);
  // The last bit of a fraction must not put the rank outside its own bounds.
  const [bestRank, worstRank] = [Math.min(rank, bounds.bestRank), Math.max(rank, bounds.worstRank)];
  const widest = widestChange(row, table, rank);
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

function widestChange(row: number, table: StrengthTable, rank: number): WeightChange | null {
  let widest: WeightChange | null = null;
  for (const scenario of scenariosOf(table)) {
    const rankThen = rankWith(row, table, scenario);
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

/** The rank as the ranking itself would give it with these weights. */
function rankWith(row: number, { lines, strengths, evidenced }: StrengthTable, scenario: Scenario | null): number {
  const shares = sharesOf(
    lines.map(({ weight }, column) => (scenario?.columns.includes(column) === true ? weight * scenario.times : weight)),
  );
  const key = (person: number) => rankKey(scoreSteps(shares, strengths, person * lines.length), evidenced[person] ?? 0);
  const own = key(row);
  let above = 0;
  for (let person = 0; person < evidenced.length; person += 1) if (key(person) > own) above += 1;
  return 1 + above;
}

function boundsOf(row: number, { lines, strengths, evidenced }: StrengthTable) {
  const { change } = SENSITIVITY;
  const weights = lines.map(({ weight }) => weight);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  // Scores are whole steps: a distance below one step may be rounded away, and then must-haves decide.
  const step = (total * (1 + change)) / 100;
  let canBeAbove = 0;
  let isAlwaysAbove = 0;
  for (let person = 0; person < evidenced.length; person += 1) {
    if (person === row) continue;
    let difference = 0;
    let play = 0;
    for (let column = 0; column < weights.length; column += 1) {
      const lead =
        (weights[column] ?? 0) *
        ((strengths[person * lines.length + column] ?? 0) - (strengths[row * lines.length + column] ?? 0));
      difference += lead;
      play += change * Math.abs(lead);
    }
    const hasMore = (evidenced[person] ?? 0) > (evidenced[row] ?? 0);
    if (hasMore ? difference + play > -step : difference + play > 0) canBeAbove += 1;
    if (hasMore ? difference - play >= 0 : difference - play > step) isAlwaysAbove += 1;
  }
  return { bestRank: 1 + isAlwaysAbove, worstRank: 1 + canBeAbove };
}
