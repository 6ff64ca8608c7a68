import type { TrustContext } from '../../core/ports.ts';
import { instantOfSeconds, millisecondsOf } from '../../core/verification/instants.ts';
import { isList, isObject } from '../../core/verification/json-fields.ts';
import { VERIFICATION_LIMITS } from '../../core/verification/verification-limits.ts';
import type { Instant } from '../../../shared/model/ids.ts';
import type { Json } from '../../../shared/model/json.ts';
import { followReferences } from './references.ts';

/**
 * The next instant at which time alone may change a check of a credential; null where none will come. Until then the
 * report is used as it is, and nothing is verified twice.
 *
 * Takes every date that stands in the credential, in its wrapping and in what it leads to in the packs, whatever it is
 * for, with all spans that a rule adds to a date. So it may come early, which costs a verification, but never late; a
 * check that starts to look at a date needs nothing here unless it adds a span of its own.
 */
export function holdsUntil(values: readonly Json[], trust: TrustContext): Instant | null {
  const now = millisecondsOf(trust.at);
  if (now === null) return null;
  const { policy, packs } = trust;
  const stale = policy.staleAfterDays * DAY;
  const references = followReferences(values, packs);
  const found = references.documents.map((document) => ({ dates: datesIn(document), lives: livesIn(document) }));
  // A list without a date of its own lives from when the pack took it over.
  const allLives = found.flatMap(({ lives }) => lives);
  const next = Math.min(
    nextMoment(references.own.flatMap(datesIn), [0, policy.expiryGraceDays * DAY], now),
    ...found.map(({ dates, lives }) => nextMoment(dates, [0, stale, ...lives], now)),
    ...packs.map((pack) => nextMoment(instants([pack.expiresAt ?? '']), [0], now)),
    ...packs.map((pack) =>
      nextMoment(instants([pack.retrievedAt]), [0, stale, VERIFICATION_LIMITS.undatedPackDays * DAY, ...allLives], now),
    ),
  );
  return next <= LAST_DATE ? new Date(next).toISOString() : null;
}

const DAY = 86_400_000;
/** The last instant that ECMAScript can write. */
const LAST_DATE = 8_640_000_000_000_000;

const SKEW = VERIFICATION_LIMITS.clockSkewSeconds * 1000;
/** A rule may ask for before, at or after a moment, and allow for clocks that are ahead. */
const EDGES: readonly number[] = [0, 1, -SKEW, 1 - SKEW, SKEW, SKEW + 1];

/** The first moment after now at which a date, with one of the spans added, may decide; infinity where there is none. */
function nextMoment(dates: readonly number[], spans: readonly number[], now: number): number {
  let next = Infinity;
  for (const date of dates) {
    for (const span of spans) {
      for (const edge of EDGES) {
        const moment = date + span + edge;
        if (moment > now && moment < next) next = moment;
      }
    }
  }
  return next;
}

function instants(texts: readonly string[]): readonly number[] {
  return texts.flatMap((text) => millisecondsOf(text) ?? []);
}

/** Members of a JWT's claims that are seconds since 1970 (RFC 7519 §4.1). */
const NUMERIC_DATES: readonly string[] = ['exp', 'nbf', 'iat'];

function datesIn(value: Json): readonly number[] {
  const dates: number[] = [];
  walk(value, (name, member) => {
    if (typeof member === 'string') {
      if (mayBeDate(member)) dates.push(...instants([member]));
    } else if (typeof member === 'number' && NUMERIC_DATES.includes(name)) {
      dates.push(...instants([instantOfSeconds(member) ?? '']));
    }
  });
  return dates;
}

/** Dates start with a digit, or a minus before the common era, and no other text need be looked at. */
function mayBeDate(text: string): boolean {
  const first = text.charCodeAt(0);
  return (first >= 0x30 && first <= 0x39) || first === 0x2d;
}

/** `ttl` of status lists: milliseconds in a Bitstring Status List, seconds in a token status list. */
function livesIn(value: Json): readonly number[] {
  const lives: number[] = [];
  walk(value, (name, member) => {
    const life = name === 'ttl' && member !== null ? Number(member) : NaN;
    if (life >= 0) lives.push(life, life * 1000);
  });
  return lives;
}

function walk(value: Json, visit: (name: string, member: Json) => void, name = ''): void {
  if (isList(value)) for (const item of value) walk(item, visit, name);
  else if (isObject(value)) for (const [key, member] of Object.entries(value)) walk(member, visit, key);
  else visit(name, value);
}
