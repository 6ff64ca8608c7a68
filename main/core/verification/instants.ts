import type { Instant } from '../../../shared/model/ids.ts';

const DATE_TIME = /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/;

/** Milliseconds since 1970 of an XSD dateTime, which without a zone counts as UTC; null where it is none. */
export function millisecondsOf(text: string): number | null {
  const known = KNOWN.get(text);
  if (known !== undefined) return known;
  const milliseconds = readDateTime(text);
  if (KNOWN.size >= KEPT_DATES) KNOWN.clear();
  KNOWN.set(text, milliseconds);
  return milliseconds;
}

/** A credential's few dates are asked for by many checks. */
const KNOWN = new Map<string, number | null>();
const KEPT_DATES = 256;

function readDateTime(text: string): number | null {
  const parts = DATE_TIME.exec(text);
  if (parts === null) return null;
  const milliseconds = Date.parse(parts[2] === undefined ? `${text}Z` : text);
  return Number.isNaN(milliseconds) ? null : milliseconds;
}

/** The instant of a JWT's NumericDate (seconds since 1970); null where it is not a usable number. */
export function instantOfSeconds(seconds: number): Instant | null {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
