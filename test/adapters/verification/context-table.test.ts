import { createRequire } from 'node:module';
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import {
  carriedContext,
  carriedContextUrls,
  ContextUnknown,
  createContextTable,
} from '../../../main/adapters/verification/contexts/context-table.ts';
import { expand, readSignedGraph } from '../../../main/adapters/verification/signed-graph.ts';
import type { JsonObject } from '../../../shared/model/json.ts';
import { badge, pack, WEB_ISSUER } from './example-credentials.ts';

const UNKNOWN = 'https://x.example/context';

describe('the table of vocabularies', () => {
  it('carries what credentials are written in', () => {
    for (const url of [
      'https://www.w3.org/2018/credentials/v1',
      'https://www.w3.org/ns/credentials/v2',
      'https://w3id.org/security/suites/ed25519-2020/v1',
      'https://w3id.org/security/data-integrity/v2',
      'https://w3id.org/vc/status-list/2021/v1',
      'https://www.w3.org/ns/credentials/status/v1',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.0.json',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
      'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json',
    ]) {
      expect(carriedContext(url), url).not.toBeNull();
    }
  });

  it('refuses everything else, without asking jsonld’s own loader', async () => {
    const asked: string[] = [];
    const usual = jsonld.documentLoader;
    jsonld.documentLoader = async (url) => {
      asked.push(url);
      throw new Error('reached');
    };
    try {
      const document = { '@context': [UNKNOWN], name: 'x' };
      await expect(createContextTable([]).documentLoader(UNKNOWN)).rejects.toBeInstanceOf(ContextUnknown);
      await expect(expand(document, createContextTable([]))).rejects.toThrow();
      const reading = await readSignedGraph(document, createContextTable([]));
      expect(reading).toMatchObject({ ok: false, finding: { code: 'context-unknown', evidence: { url: UNKNOWN } } });
      expect(asked).toEqual([]);
    } finally {
      jsonld.documentLoader = usual;
    }
  });

  it('takes vocabularies from a pack, which can add one and not replace one', async () => {
    const carried = 'https://www.w3.org/ns/credentials/v2';
    const table = createContextTable([
      pack({ contexts: { [UNKNOWN]: { '@context': {} }, [carried]: { '@context': { evil: 'x:y' } } } }),
    ]);
    expect(table.has(UNKNOWN)).toBe(true);
    expect((await table.documentLoader(carried)).document).toBe(carriedContext(carried));
  });

  it('does not let one pack’s vocabulary be seen by those who have another', async () => {
    const document = { '@context': [UNKNOWN], term: 'text' };
    const meaning = (iri: string): Promise<unknown[]> =>
      expand(document, createContextTable([pack({ contexts: { [UNKNOWN]: { '@context': { term: iri } } } })]));
    expect(await meaning('https://one.example/')).toEqual([{ 'https://one.example/': [{ '@value': 'text' }] }]);
    expect(await meaning('https://two.example/')).toEqual([{ 'https://two.example/': [{ '@value': 'text' }] }]);
  });
});

/** Properties that decide a verdict: a second name for one of them would hide it from the checks. */
const DECIDING = [
  'validFrom',
  'validUntil',
  'issuanceDate',
  'expirationDate',
  'credentialStatus',
  'credentialSubject',
  'issuer',
];

describe('the vocabularies carried', () => {
  const definitions = carriedContextUrls().flatMap((url) => termsOf(carriedContext(url)));

  it.each(DECIDING)('have one name for %s', (name) => {
    const iris = new Set(definitions.filter((each) => each.term === name).map((each) => each.iri));
    const names = new Set(definitions.filter((each) => iris.has(each.iri)).map((each) => each.term));
    expect([...names]).toEqual([name]);
  });

  it('have no map whose keys are text that is not signed', () => {
    const unsigned = definitions.filter(({ container }) =>
      container.some((each) => ['@index', '@id', '@type'].includes(each)),
    );
    expect(unsigned).toEqual([]);
  });
});

describe('sharing jsonld’s term definitions', () => {
  it('gives the same statements as the library untouched', async () => {
    // A second copy of the library, loaded past the module cache, with its own initial context.
    const require = createRequire(import.meta.url);
    for (const path of Object.keys(require.cache))
      if (path.includes('/node_modules/jsonld/')) delete require.cache[path];
    const untouched = require('jsonld') as typeof jsonld;
    expect(untouched).not.toBe(jsonld);
    const contexts = createContextTable([]);
    for (const document of [badge(WEB_ISSUER), withEverything()]) {
      const expected = await untouched.expand(document, { documentLoader: contexts.documentLoader, base: null });
      expect(await expand(document, contexts)).toEqual(expected);
    }
  });
});

/** Scoped contexts of every depth: results, alignments, a record with a member. */
function withEverything(): JsonObject {
  const member = badge(WEB_ISSUER, { evidence: [{ id: 'urn:uuid:3', type: ['Evidence'], name: 'Photo' }] });
  return {
    ...badge(WEB_ISSUER, {
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      ],
      type: ['VerifiableCredential', 'ClrCredential'],
    }),
    credentialSubject: {
      type: ['ClrSubject'],
      verifiableCredential: [member, member],
      association: [{ type: 'Association', associationType: 'isChildOf', sourceId: 'urn:a', targetId: 'urn:b' }],
    },
  };
}

interface Term {
  readonly term: string;
  readonly iri: string;
  readonly container: readonly string[];
}

/** Every term that a context defines, at any depth of scoping. */
function termsOf(context: unknown): Term[] {
  if (Array.isArray(context)) return context.flatMap(termsOf);
  if (typeof context !== 'object' || context === null) return [];
  if ('@context' in context) return termsOf(context['@context']);
  return Object.entries(context).flatMap(([term, definition]) => {
    if (term.startsWith('@')) return [];
    if (typeof definition === 'string') return [{ term, iri: inFull(definition, context), container: [] }];
    if (typeof definition !== 'object' || definition === null) return [];
    const {
      '@id': id = term,
      '@container': container = [],
      '@context': scoped,
    } = definition as Record<string, unknown>;
    return [{ term, iri: inFull(String(id), context), container: [container].flat().map(String) }, ...termsOf(scoped)];
  });
}

function inFull(iri: string, context: object): string {
  const [prefix = '', ...rest] = iri.split(':');
  const base = Object.entries(context).find(([term]) => term === prefix)?.[1];
  const namespaces: Readonly<Record<string, string>> = { cred: 'https://www.w3.org/2018/credentials#' };
  const start = typeof base === 'string' ? base : namespaces[prefix];
  return start === undefined ? iri : `${start}${rest.join(':')}`;
}
