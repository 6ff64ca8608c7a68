import type { IssuerPack } from '../ports.ts';

/** Whether two ids are one institution's: they are equal, or an accepted pack lists both in one entry. */
export function isSameInstitution(one: string, other: string, packs: readonly IssuerPack[]): boolean {
  if (one === other) return true;
  return packs.some((pack) => pack.entries.some(({ ids }) => ids.includes(one) && ids.includes(other)));
}
