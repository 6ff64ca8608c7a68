import type { LogEntry } from '../../../shared/api/contract.ts';

/** `trust.pack-added` → `Trust pack added`: kinds are made of words. */
export function kindWords(kind: string): string {
  const words = kind.replace(/[.-]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Whom or what an entry is about and its particulars, with names for the ids that are known. */
export function detailWords({ subject, detail }: LogEntry, names: ReadonlyMap<string, string>): string {
  const named = (value: string) => names.get(value) ?? value;
  const particulars = Object.entries(detail)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? named(value) : String(value)}`);
  return [...(subject === null ? [] : [named(subject)]), ...particulars].join(' · ');
}
