import type { SubjectIdentifier } from '../../../shared/model/credential.ts';
import { list, member, object, stated, type Located } from './located.ts';
import { looksHashed } from '../verification/identity-hash.ts';

/** Identifiers of the subject (OB 3.0 IdentityObject). Without `hashed`, a value that looks like a hash is one. */
export function readIdentifiers(identifiers: Located | null): readonly SubjectIdentifier[] {
  return list(identifiers).flatMap((entry) => {
    const identity = object(entry);
    const identityHash = stated(member(identity, 'identityHash'));
    if (identityHash === null) return [];
    return [
      {
        identityHash,
        identityType: stated(member(identity, 'identityType')) ?? 'identifier',
        hashed: isHashed(member(identity, 'hashed'), identityHash),
        salt: stated(member(identity, 'salt')),
      },
    ];
  });
}

/** The subject's name where an identifier gives it (OB 3.0 IdentifierTypeEnum `name`); null where it is hashed or absent. */
export function readName(identifiers: Located | null): string | null {
  const named = readIdentifiers(identifiers).find(({ identityType, hashed }) => identityType === 'name' && !hashed);
  return named?.identityHash ?? null;
}

export function isHashed(flag: Located | null, identity: string): boolean {
  if (typeof flag?.value === 'boolean') return flag.value;
  if (typeof flag?.value === 'string') return flag.value.toLowerCase() === 'true';
  return looksHashed(identity);
}
