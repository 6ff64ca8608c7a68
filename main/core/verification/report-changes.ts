import { CHECK_AXES, type VerificationReport } from '../../../shared/model/check.ts';
import type { MovedVerdict } from '../../../shared/model/trust.ts';

/** What moved between two reports of one credential: each axis whose finding is another one now. */
export type ReportChanges = MovedVerdict['because'];

type Judged = Pick<VerificationReport, 'checks'>;

/** The axes whose code differs, in the order in which a person reads them, with the newer report's sentences. */
export function changesBetween(before: Judged, after: Judged): ReportChanges {
  return CHECK_AXES.flatMap((axis) => {
    const [from, to] = [before.checks[axis], after.checks[axis]];
    return from.code === to.code ? [] : [{ axis, from: from.code, to: to.code, message: to.message }];
  });
}

/** Several changes after one another, seen as one: what came back to where it was is no change. */
export function changesInSum(steps: readonly ReportChanges[]): ReportChanges {
  const byAxis = new Map<string, ReportChanges[number]>();
  for (const step of steps.flat()) {
    byAxis.set(step.axis, { ...step, from: byAxis.get(step.axis)?.from ?? step.from });
  }
  return CHECK_AXES.flatMap((axis) => {
    const change = byAxis.get(axis);
    return change === undefined || change.from === change.to ? [] : [change];
  });
}
