import type { IssuerPack } from '../../../core/ports.ts';

/**
 * Whether lists of `keeper` speak for the credentials of an issuer: they are the same, or an accepted pack says in the
 * issuer's entry that it keeps them (`statusListIssuers`), or lists both as ids of one institution. The list must be
 * signed with the keeper's own key in any case.
 */
export function keepsListsFor(keeper: string, issuerId: string, packs: readonly IssuerPack[]): boolean {
  if (keeper === issuerId) return true;
  return packs.some((pack) =>
    pack.entries.some(
      (entry) =>
        entry.ids.includes(issuerId) &&
        (entry.ids.includes(keeper) || (entry.statusListIssuers ?? []).includes(keeper)),
    ),
  );
}
