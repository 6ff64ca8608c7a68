import type { IssuerPack, TrustContext } from '../../../core/ports.ts';
import { millisecondsOf } from '../../../core/verification/instants.ts';
import type { Instant } from '../../../../shared/model/ids.ts';

const DAY = 24 * 60 * 60 * 1000;

/** What a list says about its own time. */
export interface ListDates {
  readonly from: Instant | null;
  /** Every end that is stated. */
  readonly until: readonly (Instant | null)[];
  /** Milliseconds for which it may be relied on, from its beginning. */
  readonly ttl: number | null;
}

/** Of when what the list says is, and whether that is out of date at the time of judging. */
export interface ListAge {
  readonly asOf: Instant;
  readonly stale: boolean;
}

/**
 * A list is out of date past its own end, past its time to live, or past the end of the pack that carries it. One that
 * states neither was true when the pack took it over, and is so for as many days as the policy says.
 */
export function ageOf({ from, until, ttl }: ListDates, pack: IssuerPack, trust: TrustContext): ListAge {
  const now = at(trust.at, -Infinity);
  const stated = until.filter((end) => end !== null);
  const start = from === null ? at(pack.retrievedAt, -Infinity) : at(from, -Infinity);
  const ends = [...stated, ...(pack.expiresAt === null ? [] : [pack.expiresAt])].map((end) => at(end, -Infinity));
  if (ttl !== null) ends.push(start + ttl);
  if (stated.length > 0 || ttl !== null) {
    return { asOf: from ?? pack.retrievedAt, stale: Math.min(...ends) <= now };
  }
  const taken = Math.max(start, at(pack.retrievedAt, -Infinity));
  const asOf = from !== null && taken === start ? from : pack.retrievedAt;
  return { asOf, stale: Math.min(...ends, taken + trust.policy.staleAfterDays * DAY) <= now };
}

/** Whether a list begins only after the time of judging; a beginning that can't be read counts as that. */
export function isOfTomorrow(from: Instant | null, trust: TrustContext): boolean {
  return from !== null && at(from, Infinity) > at(trust.at, -Infinity);
}

function at(instant: Instant, otherwise: number): number {
  return millisecondsOf(instant) ?? otherwise;
}
