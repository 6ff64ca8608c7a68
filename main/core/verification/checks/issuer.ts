import type { CredentialFacts, IssuerStanding } from '../facts.ts';
import { stateOf, type Finding } from '../finding.ts';
import { millisecondsOf } from '../instants.ts';
import { idOf, isObject, nameOf, objectsOf } from '../json-fields.ts';
import { indexLookAlikes, type LookAlikeIndex } from '../look-alike-names.ts';
import type { IssuerPack } from '../../ports.ts';
import { checkIntegrity } from './integrity.ts';
import { checkKeyBinding } from './key-binding.ts';

/** Does the employer know the issuer: by a pack, by a pin of their own, or only by what the file says. */
export function checkIssuer(facts: CredentialFacts): Finding {
  return issuerStanding(facts).finding;
}

/** How far the issuer is known. A name is a claim: only a proven key of an id on a list makes it recognised. */
export function issuerStanding(facts: CredentialFacts): IssuerStanding {
  const id = idOf(facts.json['issuer']);
  const name = issuerName(facts);
  const proven = stateOf(checkIntegrity(facts)) === 'pass' && stateOf(checkKeyBinding(facts)) === 'pass';
  const entry = id === null ? null : findEntry(facts.trust.packs, id);
  const pin = facts.trust.pins.find((each) => each.issuerId === id);
  if (proven && id !== null) {
    if (entry !== null) return { recognition: 'recognised', finding: recognised(entry, facts.trust.at) };
    if (pin !== undefined)
      return { recognition: 'pinned', finding: { code: 'issuer-pinned', evidence: { by: pin.pinnedBy } } };
  }
  const imitated = entry === null && pin === undefined && name !== null ? imitatedName(facts.trust.packs, name) : null;
  if (imitated !== null) {
    return {
      recognition: 'unknown',
      finding: { code: 'issuer-name-imitates', evidence: { name: name ?? '', recognised: imitated } },
    };
  }
  if (!proven)
    return {
      recognition: 'unknown',
      finding: { code: 'issuer-not-proven', evidence: { name: name ?? id ?? 'not stated' } },
    };
  if (subjectIds(facts).includes(id ?? ''))
    return { recognition: 'self-asserted', finding: { code: 'issuer-self-asserted' } };
  return { recognition: 'unknown', finding: { code: 'issuer-unknown', evidence: { name: name ?? 'it gives' } } };
}

interface FoundEntry {
  readonly pack: IssuerPack;
  readonly name: string;
}

/** The newest pack that lists the issuer; one that is out of date counts only where no current one does. */
function findEntry(packs: readonly IssuerPack[], id: string): FoundEntry | null {
  const found = packs.flatMap((pack) =>
    pack.entries.filter((entry) => entry.ids.includes(id)).map((entry) => ({ pack, name: entry.names[0] ?? id })),
  );
  found.sort((a, b) => expiryOf(b.pack) - expiryOf(a.pack));
  return found[0] ?? null;
}

function expiryOf(pack: IssuerPack): number {
  return pack.expiresAt === null ? Infinity : (millisecondsOf(pack.expiresAt) ?? -Infinity);
}

function recognised(entry: FoundEntry, at: string): Finding {
  const evidence = { name: entry.name, source: entry.pack.source };
  const asOf = entry.pack.retrievedAt;
  const expired = entry.pack.expiresAt !== null && expiryOf(entry.pack) < (millisecondsOf(at) ?? Infinity);
  return expired
    ? { code: 'issuer-pack-expired', evidence: { ...evidence, date: entry.pack.expiresAt ?? '' }, asOf }
    : { code: 'issuer-recognised', evidence, asOf };
}

/** A pack does not change once it was read, and can hold thousands of names. */
const LOOK_ALIKES = new WeakMap<IssuerPack, LookAlikeIndex>();

function imitatedName(packs: readonly IssuerPack[], name: string): string | null {
  for (const pack of packs) {
    const index = LOOK_ALIKES.get(pack) ?? indexLookAlikes(pack.entries.flatMap((entry) => entry.names));
    LOOK_ALIKES.set(pack, index);
    const found = index(name);
    if (found !== null) return found;
  }
  return null;
}

function issuerName(facts: CredentialFacts): string | null {
  const issuer = facts.json['issuer'];
  return isObject(issuer) ? nameOf(issuer['name']) : null;
}

function subjectIds(facts: CredentialFacts): readonly string[] {
  return objectsOf(facts.json['credentialSubject']).flatMap((subject) => idOf(subject) ?? []);
}
