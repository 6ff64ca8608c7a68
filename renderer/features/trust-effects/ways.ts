import { VERDICTS, type Verdict } from '../../../shared/model/check.ts';
import type { MovedVerdict } from '../../../shared/model/trust.ts';

/** A way from one verdict to another, and how many go it. */
export interface Way {
  readonly from: Verdict;
  readonly to: Verdict;
  readonly count: number;
}

/** The ways that verdicts take, the most used first; ways of the same count in the order of the verdicts. */
export function waysOf(moved: readonly Pick<MovedVerdict, 'from' | 'to'>[]): readonly Way[] {
  return VERDICTS.flatMap((from) =>
    VERDICTS.map((to) => ({ from, to, count: moved.filter((one) => one.from === from && one.to === to).length })),
  )
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count);
}
