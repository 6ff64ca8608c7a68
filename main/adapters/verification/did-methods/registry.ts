import type { IssuerPack } from '../../../core/ports.ts';
import { didJwk } from './did-jwk.ts';
import { didKey } from './did-key.ts';
import { didWeb } from './did-web.ts';
import { httpsIssuer } from './https-issuer.ts';
import type { DidMethod, IssuerResolution } from './issuer-document.ts';
import { resolveFromPacks } from './pack-documents.ts';

/** One line a method. Ids of any other kind are looked for in the packs as they stand. */
const DID_METHODS: readonly DidMethod[] = [didKey, didJwk, didWeb, httpsIssuer];

/**
 * The keys of an id, from the id itself or out of the packs; never from a network. Most credentials of a batch come
 * from a few issuers, so what was found is kept for as long as the packs are.
 */
export function resolveIssuer(id: string, packs: readonly IssuerPack[]): IssuerResolution {
  const kept = RESOLVED.get(packs) ?? new Map<string, IssuerResolution>();
  RESOLVED.set(packs, kept);
  const known = kept.get(id);
  if (known !== undefined) return known;
  const resolution = resolve(id, packs);
  if (kept.size >= KEPT_ISSUERS) kept.clear();
  kept.set(id, resolution);
  return resolution;
}

const RESOLVED = new WeakMap<readonly IssuerPack[], Map<string, IssuerResolution>>();
/** A kept issuer takes about a kilobyte. */
const KEPT_ISSUERS = 2000;

function resolve(id: string, packs: readonly IssuerPack[]): IssuerResolution {
  const method = DID_METHODS.find((each) => each.recognises(id));
  return method === undefined ? resolveFromPacks(id, packs) : method.resolve(id, packs);
}
