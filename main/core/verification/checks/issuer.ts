import type { CredentialFacts, IssuerStanding } from '../facts.ts';
import { stateOf, type Finding } from '../finding.ts';
import { millisecondsOf } from '../instants.ts';
import { idOf, isObject, nameOf, objectsOf, valuesOf } from '../json-fields.ts';
import { indexDomains, indexLookAlikes, type LookAlikeIndex } from '../look-alike-names.ts';
import { VERIFICATION_LIMITS } from '../verification-limits.ts';
import type { IssuerPack, TrustContext } from '../../ports.ts';
import { checkIntegrity } from './integrity.ts';
import { checkKeyBinding } from './key-binding.ts';

/** Does the employer know the issuer: by a pack, by a pin of their own, or only by what the file says. */
export function checkIssuer(facts: CredentialFacts): Finding {
  return issuerStanding(facts).finding;
}

/** How far the issuer is known. A name is a claim: only a proven key of an id on a list makes it recognised. */
export function issuerStanding(facts: CredentialFacts): IssuerStanding {
  const known = STANDINGS.get(facts);
  if (known !== undefined) return known;
  const standing = judgeStanding(facts);
  STANDINGS.set(facts, standing);
  return standing;
}

/** Asked for by the check, by the report and for each endorsement. */
const STANDINGS = new WeakMap<CredentialFacts, IssuerStanding>();

function judgeStanding(facts: CredentialFacts): IssuerStanding {
  const id = idOf(facts.json['issuer']);
  const name = issuerName(facts);
  const proven = stateOf(checkIntegrity(facts)) === 'pass' && stateOf(checkKeyBinding(facts)) === 'pass';
  const counting = packsThatCount(facts.trust);
  const entry = id === null ? null : findEntry(counting, id);
  const uncounted = id === null ? null : findEntry(facts.trust.packs, id);
  const pin = facts.trust.pins.find((each) => each.issuerId === id);
  if (proven && id !== null) {
    if (entry !== null) return { recognition: 'recognised', finding: recognised(entry, facts.trust.at) };
    if (pin !== undefined)
      return { recognition: 'pinned', finding: { code: 'issuer-pinned', evidence: { by: pin.pinnedBy } } };
    if (uncounted !== null) return { recognition: 'unknown', finding: unpinned(uncounted) };
  }
  const isListed = uncounted !== null || pin !== undefined;
  const imitated = isListed ? null : imitation(facts, id, counting);
  if (imitated !== null)
    return { recognition: 'unknown', finding: { code: 'issuer-name-imitates', evidence: imitated } };
  if (!proven)
    return {
      recognition: 'unknown',
      finding: { code: 'issuer-not-proven', evidence: { name: name ?? id ?? 'not stated' } },
    };
  if (subjectIds(facts).includes(id ?? ''))
    return { recognition: 'self-asserted', finding: { code: 'issuer-self-asserted' } };
  return { recognition: 'unknown', finding: { code: 'issuer-unknown', evidence: { name: name ?? 'it gives' } } };
}

/** Under the stricter policy, only what a publisher signed whom the employer has pinned. */
function packsThatCount({ packs, publishers, policy }: TrustContext): readonly IssuerPack[] {
  if (policy.recognisedPacks === 'accepted') return packs;
  const pinned = new Set(publishers.map((pin) => pin.fingerprint));
  // Every signature of a pack is over all of it, so one publisher whom the employer knows is enough.
  return packs.filter((pack) => pack.publishers.some((one) => pinned.has(one)));
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

function recognised({ name, pack }: FoundEntry, at: string): Finding {
  const evidence = { name, source: pack.source };
  const asOf = pack.retrievedAt;
  const now = millisecondsOf(at) ?? Infinity;
  if (pack.expiresAt !== null) {
    return expiryOf(pack) < now
      ? { code: 'issuer-pack-expired', evidence: { ...evidence, date: pack.expiresAt }, asOf }
      : { code: 'issuer-recognised', evidence, asOf };
  }
  const isOld = (millisecondsOf(pack.retrievedAt) ?? -Infinity) + UNDATED_PACK_MILLISECONDS < now;
  return isOld
    ? { code: 'issuer-pack-old', evidence: { ...evidence, date: pack.retrievedAt }, asOf }
    : { code: 'issuer-recognised', evidence, asOf };
}

const UNDATED_PACK_MILLISECONDS = VERIFICATION_LIMITS.undatedPackDays * 86_400_000;

function unpinned({ name, pack }: FoundEntry): Finding {
  const evidence = { name, source: pack.source, publisher: pack.publishers[0] ?? 'nobody' };
  return { code: 'issuer-pack-unpinned', evidence, asOf: pack.retrievedAt };
}

interface Imitation {
  readonly [name: string]: string;
  readonly name: string;
  readonly recognised: string;
}

/** Whom an issuer that is not on the list could be taken for: by one of its names, or by the domain of its id. */
function imitation(facts: CredentialFacts, id: string | null, packs: readonly IssuerPack[]): Imitation | null {
  for (const name of issuerNames(facts)) {
    const recognised = firstOf(packs, (pack) => preparedNames(pack).byName(name));
    if (recognised !== null) return { name, recognised };
  }
  const domain = id === null ? null : domainOf(id);
  if (domain === null) return null;
  // A domain on one list is nobody's imitation, whatever another list makes of it.
  const isKnown = packs.some((pack) => preparedNames(pack).domains.has(domain));
  const recognised = isKnown ? null : firstOf(packs, (pack) => preparedNames(pack).byDomain(domain));
  return recognised === null ? null : { name: domain, recognised };
}

function firstOf(packs: readonly IssuerPack[], find: (pack: IssuerPack) => string | null): string | null {
  return packs.map(find).find((found) => found !== null) ?? null;
}

/**
 * Whether what is said of an issuer that is called so, or that has this id, can hang on what the pack lists: by its
 * name or domain, or by one that looks like them.
 */
export function bearsOnNames(pack: IssuerPack, nameOrId: string): boolean {
  const { byName, byDomain, domains } = preparedNames(pack);
  if (byName(nameOrId) !== null) return true;
  const domain = domainOf(nameOrId);
  if (domain === null) return false;
  const labels = domain.split('.');
  const isWithin = labels.some((_, start) => domains.has(labels.slice(start).join('.')));
  return isWithin || byDomain(domain) !== null;
}

interface PreparedNames {
  readonly byName: LookAlikeIndex;
  readonly byDomain: LookAlikeIndex;
  readonly domains: ReadonlySet<string>;
}

/** A pack does not change once it was read, and can hold thousands of names. */
const PREPARED = new WeakMap<IssuerPack, PreparedNames>();

function preparedNames(pack: IssuerPack): PreparedNames {
  const known = PREPARED.get(pack);
  if (known !== undefined) return known;
  const domains = pack.entries.flatMap((entry) => entry.ids.flatMap((id) => domainOf(id) ?? []));
  const prepared = {
    byName: indexLookAlikes(pack.entries.flatMap((entry) => entry.names)),
    byDomain: indexDomains(domains),
    domains: new Set(domains),
  };
  PREPARED.set(pack, prepared);
  return prepared;
}

/** The domain of a did:web id or a URL, without its port, in small letters. */
function domainOf(id: string): string | null {
  const domain = /^(?:did:web:|https?:\/\/(?:[^/?#@]*@)?)([^/?#:%]+)/i.exec(id)?.[1];
  return domain?.toLowerCase() ?? null;
}

function issuerName(facts: CredentialFacts): string | null {
  const issuer = facts.json['issuer'];
  return isObject(issuer) ? nameOf(issuer['name']) : null;
}

/** All names that an issuer gives itself, in every language. */
function issuerNames(facts: CredentialFacts): readonly string[] {
  const issuer = facts.json['issuer'];
  const values = isObject(issuer) ? valuesOf(issuer['name']) : [];
  const texts = values.flatMap((value) => (isObject(value) ? Object.values(value) : [value]));
  return texts.filter((text) => typeof text === 'string' && text !== '').map(String);
}

function subjectIds(facts: CredentialFacts): readonly string[] {
  return objectsOf(facts.json['credentialSubject']).flatMap((subject) => idOf(subject) ?? []);
}
