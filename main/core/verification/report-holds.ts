import type { VerificationReport } from '../../../shared/model/check.ts';

/**
 * A report says what is so from when it was made until the next instant that can change it.
 * @param now milliseconds since 1970
 */
export function reportHolds({ at, holdsUntil }: Pick<VerificationReport, 'at' | 'holdsUntil'>, now: number): boolean {
  return now >= Date.parse(at) && (holdsUntil === null || now < Date.parse(holdsUntil));
}
