import canonicalize from 'canonicalize';
import { CONTEXT_EDITIONS } from '../../main/adapters/verification/contexts/context-editions.ts';
import { carriedContext } from '../../main/adapters/verification/contexts/context-table.ts';
import { isObject, valuesOf } from '../../main/core/verification/json-fields.ts';
import type { Json, JsonObject } from '../../shared/model/json.ts';
import type { ConformanceSet, ConformanceVector, Outcome } from './conformance-set.ts';
import { dataText } from './sample-data.ts';

/** A published vocabulary, where it was published, and which of ours it must equal. */
interface PublishedContext {
  readonly file: string;
  /** Null where no URL is known. */
  readonly url: string | null;
  readonly what: string;
  /** `carried`, the name of a dated edition, or why it is not carried. */
  readonly as: 'carried' | { readonly edition: string } | { readonly leftOut: string };
}

const OPEN_BADGES = 'https://purl.imsglobal.org/spec/ob';
const CLR = 'https://purl.imsglobal.org/spec/clr/v2p0';
const NOT_NEEDED = { leftOut: 'no credential that Tessera verifies names it' };

const CONTEXTS: readonly PublishedContext[] = [
  { file: 'ob-v3p0.json', url: `${OPEN_BADGES}/v3p0/context.json`, what: 'Open Badges 3.0.0', as: 'carried' },
  {
    file: 'ob-v3p0-3.0.1.json',
    url: `${OPEN_BADGES}/v3p0/context-3.0.1.json`,
    what: 'Open Badges 3.0.1',
    as: 'carried',
  },
  {
    file: 'ob-v3p0-3.0.2.json',
    url: `${OPEN_BADGES}/v3p0/context-3.0.2.json`,
    what: 'Open Badges 3.0.2',
    as: 'carried',
  },
  {
    file: 'ob-v3p0-3.0.3.json',
    url: `${OPEN_BADGES}/v3p0/context-3.0.3.json`,
    what: 'Open Badges 3.0.3, as published later under the same URL',
    as: { edition: 'Open Badges 3.0.3 with endorsementJwt' },
  },
  {
    file: 'ob-v3p0-extensions.json',
    url: `${OPEN_BADGES}/v3p0/extensions.json`,
    what: 'Open Badges 3.0 extensions',
    as: 'carried',
  },
  { file: 'clr-v2p0.json', url: `${CLR}/context.json`, what: 'CLR 2.0', as: 'carried' },
  { file: 'clr-v2p0-2.0.1.json', url: `${CLR}/context-2.0.1.json`, what: 'CLR 2.0.1', as: 'carried' },
  {
    file: '2018-credentials-v1.jsonld',
    url: 'https://www.w3.org/2018/credentials/v1',
    what: 'VC Data Model 1.1',
    as: 'carried',
  },
  {
    file: 'credentials-v2.jsonld',
    url: 'https://www.w3.org/ns/credentials/v2',
    what: 'VC Data Model 2.0',
    as: 'carried',
  },
  {
    file: 'data-integrity-v1.jsonld',
    url: 'https://w3id.org/security/data-integrity/v1',
    what: 'Data Integrity',
    as: 'carried',
  },
  { file: 'security-v1.jsonld', url: 'https://w3id.org/security/v1', what: 'Security v1', as: 'carried' },
  { file: 'security-v2.jsonld', url: 'https://w3id.org/security/v2', what: 'Security v2', as: 'carried' },
  {
    file: 'security-suites-ed25519-2020-v1.jsonld',
    url: 'https://w3id.org/security/suites/ed25519-2020/v1',
    what: 'Ed25519Signature2020',
    as: 'carried',
  },
  {
    file: 'suites-ed25519-2020.jsonld',
    url: 'https://w3id.org/security/suites/ed25519-2020/v1',
    what: 'Ed25519Signature2020, a second copy',
    as: 'carried',
  },
  {
    file: 'suites-ed25519-2018.jsonld',
    url: 'https://w3id.org/security/suites/ed25519-2018/v1',
    what: 'Ed25519Signature2018',
    as: 'carried',
  },
  {
    file: 'suites-jws-2020.jsonld',
    url: 'https://w3id.org/security/suites/jws-2020/v1',
    what: 'JsonWebSignature2020',
    as: 'carried',
  },
  {
    file: 'obv3x.jsonld',
    url: null,
    what: 'a draft of Open Badges 3.0',
    as: { leftOut: 'drafts of Open Badges 3.0 other than the one that its package carries' },
  },
  {
    file: '2018-credentials-examples-v1.jsonld',
    url: 'https://www.w3.org/2018/credentials/examples/v1',
    what: 'terms of the examples in VC Data Model 1.1',
    as: { leftOut: 'the example terms of VC Data Model 1.1' },
  },
  {
    file: 'ob-v2p0.json',
    url: `${OPEN_BADGES}/v2p0/context.json`,
    what: 'Open Badges 2.0',
    as: { leftOut: 'JSON-LD of Open Badges 2.0, whose proof does not need it' },
  },
  {
    file: 'obv2x.jsonld',
    url: 'https://w3id.org/openbadges/v2',
    what: 'Open Badges 2.0, a second copy',
    as: { leftOut: 'JSON-LD of Open Badges 2.0, whose proof does not need it' },
  },
  { file: 'obv2x-applylink-extensions.json', url: null, what: 'an extension of Open Badges 2.0', as: NOT_NEEDED },
  { file: 'obv2x-example-extension.json', url: null, what: 'an extension of Open Badges 2.0', as: NOT_NEEDED },
  {
    file: 'did-v1.jsonld',
    url: 'https://www.w3.org/ns/did/v1',
    what: 'DID documents',
    as: { leftOut: 'DID documents as JSON-LD: they are read as JSON' },
  },
  { file: 'odrl.jsonld', url: 'https://www.w3.org/ns/odrl.jsonld', what: 'ODRL', as: NOT_NEEDED },
  {
    file: 'security-bbs-v1.jsonld',
    url: 'https://w3id.org/security/bbs/v1',
    what: 'BbsBlsSignature2020, which became bbs-2023',
    as: { leftOut: 'the suite BbsBlsSignature2020' },
  },
  {
    file: 'security-v3-unstable.jsonld',
    url: 'https://w3id.org/security/v3-unstable',
    what: 'a draft of Security v3',
    as: { leftOut: 'a vocabulary that calls itself unstable' },
  },
  {
    file: 'suites-secp256k1-2019.jsonld',
    url: 'https://w3id.org/security/suites/secp256k1-2019/v1',
    what: 'EcdsaSecp256k1Signature2019',
    as: { leftOut: 'the suite EcdsaSecp256k1Signature2019' },
  },
  {
    file: 'suites-x25519-2019.jsonld',
    url: 'https://w3id.org/security/suites/x25519-2019/v1',
    what: 'X25519 keys, which encrypt and sign nothing',
    as: NOT_NEEDED,
  },
];

export const CONTEXT_VECTORS: ConformanceSet = {
  folder: '1edtech-contexts',
  title: 'Vocabularies as 1EdTech’s validator holds them',
  vectors: CONTEXTS.map(vectorOf),
};

function vectorOf({ file, url, what, as }: PublishedContext): ConformanceVector {
  const name = `1edtech-contexts/${file}`;
  const base = { name, files: [name], what: url === null ? what : `${what} (${url})` };
  if (typeof as === 'object' && 'leftOut' in as) {
    const run = async (): Promise<Outcome> => ({
      carried: url !== null && carriedContext(url) !== null ? 'yes' : 'no',
    });
    const why =
      'A file that names it is “not checked” and says which vocabulary is missing; an issuer pack can bring it.';
    return { ...base, expected: { carried: 'no' }, why, unsupported: as.leftOut, run };
  }
  const why =
    as === 'carried'
      ? null
      : 'The packaged copy lacks the terms that were added under the same URL; this edition is tried where that copy fails.';
  const ours = as === 'carried' ? 'the carried one' : `the edition “${as.edition}”`;
  return {
    ...base,
    expected: { [`terms unlike ${ours}`]: 'none' },
    why,
    unsupported: null,
    run: async () => {
      const published = JSON.parse(dataText(name)) as JsonObject;
      const document = as === 'carried' ? carriedContext(url ?? '') : editionOf(as.edition);
      const differing = document === null ? ['all'] : differingTerms(published, document);
      return { [`terms unlike ${ours}`]: differing.length === 0 ? 'none' : differing.join(', ') };
    },
  };
}

function editionOf(name: string): object | null {
  return CONTEXT_EDITIONS.find((each) => each.name === name)?.document ?? null;
}

/** The terms, by their path of scopes, that two contexts define differently or that only one of them has. */
function differingTerms(one: object, other: object): readonly string[] {
  const [left, right] = [one, other].map((document) => termsOf(JSON.parse(JSON.stringify(document)) as JsonObject));
  const paths = new Set([...(left?.keys() ?? []), ...(right?.keys() ?? [])]);
  return [...paths].filter((path) => left?.get(path) !== right?.get(path));
}

/** Every definition, without its scoped context, under the path of the scopes in which it stands. */
function termsOf(document: JsonObject, scope = '', terms = new Map<string, string>()): ReadonlyMap<string, string> {
  for (const context of valuesOf(document['@context'])) {
    if (!isObject(context)) terms.set(`${scope}/@context`, String(context));
    else for (const [term, definition] of Object.entries(context)) addTerm(`${scope}/${term}`, definition, terms);
  }
  return terms;
}

function addTerm(path: string, definition: Json, terms: Map<string, string>): void {
  if (!isObject(definition)) {
    // A term that is a plain IRI is short for one with an `@id`.
    terms.set(path, canonicalize(path.includes('/@') ? definition : { '@id': definition }) ?? '');
    return;
  }
  const { '@context': _, ...rest } = definition;
  terms.set(path, canonicalize(rest) ?? '');
  termsOf(definition, path, terms);
}
