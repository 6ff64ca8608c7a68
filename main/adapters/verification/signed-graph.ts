import { hash } from 'node:crypto';
import jsonld, { type ProcessingOptions, type RdfStatement, type RdfTerm } from 'jsonld';
import rdfCanonize, { type MessageDigest } from 'rdf-canonize';
import { VERIFICATION_LIMITS } from '../../core/verification/verification-limits.ts';
import type { Finding } from '../../core/verification/finding.ts';
import type { JsonObject } from '../../../shared/model/json.ts';
import { ContextUnknown, type ContextTable } from './contexts/context-table.ts';
import { shareActiveContexts } from './contexts/share-active-contexts.ts';
import { plainStatements } from './plain-statements.ts';

shareActiveContexts();

/** What a proof over RDF covers: the canonical statements of a document. */
export interface SignedGraph {
  readonly canonical: string;
  /** True where every value of the document became a statement, so that all of its text is covered. */
  readonly complete: boolean;
}

/** The suites of Digital Bazaar sign text direction in this form, and so do we. */
export const SIGNED_FORM = { rdfDirection: 'i18n-datatype', produceGeneralizedRdf: false } as const;

export type GraphReading =
  { readonly ok: true; readonly graph: SignedGraph } | { readonly ok: false; readonly finding: Finding };

/**
 * Reads a document (without its proofs) into canonical N-Quads by RDFC-1.0, from carried contexts only. Values that
 * JSON-LD drops do not stop it: they are not signed, and `complete` tells that there are some.
 */
export async function readSignedGraph(document: JsonObject, contexts: ContextTable): Promise<GraphReading> {
  let complete = true;
  const options: ProcessingOptions = {
    ...contexts.options,
    eventHandler: ({ event, next }) => {
      if (event.level === 'warning') complete = false;
      next();
    },
  };
  try {
    const expanded = await jsonld.expand(document, options);
    const dataset =
      plainStatements(expanded) ?? (await jsonld.toRDF(expanded, { ...options, ...SIGNED_FORM, skipExpansion: true }));
    return { ok: true, graph: { canonical: await canonize(dataset), complete } };
  } catch (error) {
    return { ok: false, finding: findingOf(error) };
  }
}

/** The expanded form of a document, without what JSON-LD drops. */
export function expand(document: JsonObject, contexts: ContextTable): Promise<unknown[]> {
  return jsonld.expand(document, contexts.options);
}

/** The JSON-LD form of expanded data under the document's own contexts. */
export async function compactWith(
  expanded: object,
  document: JsonObject,
  contexts: ContextTable,
): Promise<Record<string, unknown>> {
  const context = { '@context': document['@context'] ?? [] };
  return jsonld.compact(expanded, context, { ...contexts.options, skipExpansion: true });
}

/**
 * Canonical N-Quads of a dataset. Where no blank node has to be told from another, the algorithm comes to sorting.
 * @throws where it is a poison graph
 */
export async function canonize(dataset: readonly RdfStatement[]): Promise<string> {
  if (!hasSeveralBlankNodes(dataset)) return dataset.map(nameOnlyBlankNode).sort().join('');
  return rdfCanonize.canonize(dataset, {
    algorithm: 'RDFC-1.0',
    maxWorkFactor: VERIFICATION_LIMITS.canonicalisationWorkFactor,
    createMessageDigest: digestAtOnce,
  });
}

/** Hashing in one call is cheaper than piece by piece for texts as short as statements. */
function digestAtOnce(): MessageDigest {
  let text = '';
  return { update: (more) => void (text += more), digest: () => hash('sha256', text) };
}

function hasSeveralBlankNodes(dataset: readonly RdfStatement[]): boolean {
  let first: string | null = null;
  for (const { subject, object, graph } of dataset) {
    for (const { termType, value } of [subject, object, graph]) {
      if (termType !== 'BlankNode' || value === first) continue;
      if (first !== null) return true;
      first = value;
    }
  }
  return false;
}

/** The name that RDFC-1.0 gives the first blank node (section 4.4, step 5). */
const FIRST_BLANK_NODE: RdfTerm = { termType: 'BlankNode', value: 'c14n0' };

function nameOnlyBlankNode({ subject, predicate, object, graph }: RdfStatement): string {
  const renamed = <Term extends RdfTerm>(term: Term) => (term.termType === 'BlankNode' ? FIRST_BLANK_NODE : term);
  return rdfCanonize.NQuads.serializeQuadComponents(renamed(subject), predicate, renamed(object), renamed(graph));
}

/** What kept a document from being canonicalised, in terms of the catalogue. */
export function findingOf(error: unknown): Finding {
  const causes = [...causesOf(error)];
  const unknown = causes.find((cause) => cause instanceof ContextUnknown);
  if (unknown instanceof ContextUnknown) return { code: 'context-unknown', evidence: { url: unknown.url } };
  const message = causes.map((cause) => (cause instanceof Error ? cause.message : '')).join(' ');
  if (/deep iterations|Abort signal|call stack/i.test(message)) return { code: 'too-complex' };
  const code = causes.map(jsonLdCode).find((each) => each !== null);
  return { code: 'not-canonical', evidence: { detail: code ?? 'not well-formed JSON-LD' } };
}

function* causesOf(error: unknown): Generator<unknown> {
  for (let cause = error, depth = 0; cause !== undefined && depth < 5; depth++) {
    yield cause;
    cause = innerCause(cause);
  }
}

function innerCause(error: unknown): unknown {
  if (!(error instanceof Error)) return undefined;
  return detailsOf(error)?.['cause'] ?? error.cause;
}

/** The code of a JsonLdError, e.g. `protected term redefinition`: fixed words of the library, no text of the file. */
function jsonLdCode(error: unknown): string | null {
  const code = error instanceof Error ? detailsOf(error)?.['code'] : undefined;
  return typeof code === 'string' ? code : null;
}

function detailsOf(error: Error): Record<string, unknown> | null {
  const details = 'details' in error ? error.details : null;
  return typeof details === 'object' && details !== null ? { ...details } : null;
}
