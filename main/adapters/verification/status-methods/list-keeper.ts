import type { IssuerPack } from '../../../core/ports.ts';
import { isSameInstitution } from '../../../core/verification/same-institution.ts';

/**
 * Whether lists of `keeper` speak for the credentials of an issuer: they are the same institution, or an accepted pack
 * says in the issuer's entry that it keeps them (`statusListIssuers`). The list must be signed with the keeper's own
 * key in any case.
 */
export function keepsListsFor(keeper: string, issuerId: string, packs: readonly IssuerPack[]): boolean {
  if (isSameInstitution(keeper, issuerId, packs)) return true;
  return packs.some(({ entries }) =>
    entries.some((entry) => entry.ids.includes(issuerId) && (entry.statusListIssuers ?? []).includes(keeper)),
  );
}
