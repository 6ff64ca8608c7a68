import type { Instant } from '../../shared/model/ids.ts';
import { WrongUse } from './exit-codes.ts';

/** Reads `--at`: a date (its midnight in UTC) or an RFC 3339 instant. */
export function parseInstant(text: string): Instant {
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/i.test(text);
  const time = isDate || isInstant ? Date.parse(isDate ? `${text}T00:00:00Z` : text) : Number.NaN;
  if (Number.isNaN(time)) throw new WrongUse(`--at needs a date such as 2026-09-01, not “${text}”.`);
  return new Date(time).toISOString().replace('.000Z', 'Z');
}
