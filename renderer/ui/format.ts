import type { Instant } from '../../shared/model/ids.ts';

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const dayAndTime = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** `2026-11-22T…` → `22 Nov 2026`, as the credential's own calendar has it (UTC). What is no date stays as it is. */
export function formatDay(instant: Instant): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? instant : day.format(date);
}

/** A sentence of a check with its instants as days; the exact ones stand in the original. */
export function withReadableDays(sentence: string): string {
  return sentence.replace(/\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})/g, formatDay);
}

/** Day and minute on this computer's clock: for what people did here. */
export function formatMoment(instant: Instant): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? instant : dayAndTime.format(date);
}

/** Points with one decimal: the bands come first, and more digits would feign exactness. */
export function formatPoints(points: number): string {
  return points.toFixed(1);
}

/** A factor or a strength as it is multiplied, with two decimals. */
export function formatFactor(value: number): string {
  return value.toFixed(2);
}

/** The first eight characters of a hash: enough to tell two apart by eye. */
export function shortHash(hash: string): string {
  return hash.slice(0, 8);
}

/** Whole days from `from` to `to`; never less than 0. */
export function daysBetween(from: Instant, to: Instant): number {
  return Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 86_400_000));
}
