import { readIssuerPack } from '../../adapters/verification/issuer-pack.ts';
import { millisecondsOf } from '../../core/verification/instants.ts';
import { differenceOfPacks } from '../../core/verification/trust-data/pack-difference.ts';
import type { Problem } from '../../../shared/api/problems.ts';
import type { PackDifference } from '../../../shared/model/trust.ts';

/** How one pack follows another. */
export interface PackComparison {
  readonly sameSource: boolean;
  /** True where the second is the older one: Tessera refuses it where the first is loaded. */
  readonly stepBack: boolean;
  /** True where not all keys that signed the first have signed the second. */
  readonly publisherChanged: boolean;
  readonly difference: PackDifference;
}

/** Compares two packs. A pack that can't be read is named by its place: 0 the older, 1 the newer. */
export function comparePacks(
  older: Uint8Array,
  newer: Uint8Array,
):
  | { readonly ok: true; readonly value: PackComparison }
  | { readonly ok: false; readonly problem: Problem; readonly which: 0 | 1 } {
  const [first, second] = [readIssuerPack(older), readIssuerPack(newer)];
  if (!first.ok) return { ...first, which: 0 };
  if (!second.ok) return { ...second, which: 1 };
  const [before, after] = [first.value, second.value];
  const value: PackComparison = {
    sameSource: before.source === after.source,
    stepBack: (millisecondsOf(after.retrievedAt) ?? 0) < (millisecondsOf(before.retrievedAt) ?? 0),
    publisherChanged: before.publishers.some((publisher) => !after.publishers.includes(publisher)),
    difference: differenceOfPacks(before, after),
  };
  return { ok: true, value };
}
