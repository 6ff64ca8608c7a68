import jsonld from 'jsonld';
import { valuesOf } from '../../core/verification/json-fields.ts';
import type { JsonObject } from '../../../shared/model/json.ts';
import type { ProofQuestion } from './proof-suites/proof-suite.ts';
import type { ContextTable } from './contexts/context-table.ts';
import { canonize, SIGNED_FORM } from './signed-graph.ts';

/**
 * Canonical N-Quads of a proof's options, in the form in which Digital Bazaar's suites sign them: in jsonld's safe
 * mode, where a value that would be dropped is an error.
 *
 * An issuer's proofs differ in little but their date, so the statements of one are kept with a gap where the date
 * stands, and the next one fills it.
 * @throws what jsonld throws; see `findingOf`
 */
export async function canonicalOptions(options: JsonObject, contexts: ContextTable): Promise<string> {
  const { created, ...others } = options;
  const name = typeof created === 'string' && PLAIN_DATE.test(created) ? nameOf(others, contexts) : null;
  if (typeof created !== 'string' || name === null) return canonicalise(options, contexts);
  const kept = KEPT.get(name);
  if (kept !== undefined) return `${kept.before}${created}${kept.after}`;
  const canonical = await canonicalise(options, contexts);
  const around = aroundDate(canonical, created);
  if (around !== null) {
    if (KEPT.size >= KEPT_OPTIONS) KEPT.clear();
    KEPT.set(name, around);
  }
  return canonical;
}

/** {@link canonicalOptions} of a proof without what is its signature, under the vocabularies of its document. */
export function canonicalProof(
  unsigned: JsonObject,
  { document, contexts }: Pick<ProofQuestion, 'document' | 'contexts'>,
): Promise<string> {
  return canonicalOptions({ '@context': document['@context'] ?? [], ...unsigned }, contexts);
}

/** A date that stands in N-Quads as it stands in JSON. */
const PLAIN_DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/;

interface AroundDate {
  readonly before: string;
  readonly after: string;
}

const KEPT = new Map<string, AroundDate>();
const KEPT_OPTIONS = 1000;
/** Characters; options of a usual kind have about 400. */
const LONGEST_NAME = 2000;

/** All that decides about the statements but the date; null where a vocabulary is not the same for everybody. */
function nameOf(others: JsonObject, contexts: ContextTable): string | null {
  const isCarried = valuesOf(others['@context']).every((url) => typeof url === 'string' && contexts.carries(url));
  const name = isCarried ? JSON.stringify(others) : null;
  return name !== null && name.length <= LONGEST_NAME ? name : null;
}

/**
 * The statements before and after the date, where it stands in one place and nothing else hangs on it: neither the name
 * of a blank node (one alone is `c14n0` whatever is said of it) nor the order of the lines (no other has its predicate).
 */
function aroundDate(canonical: string, created: string): AroundDate | null {
  const [before, after, ...others] = canonical.split(created);
  if (before === undefined || after === undefined || others.length > 0) return null;
  const statement = before.slice(before.lastIndexOf('\n') + 1);
  const predicate = /^_:c14n0 (<[^>]*>) "$/.exec(statement)?.[1];
  const isAlone = predicate !== undefined && canonical.split(predicate).length === 2;
  return isAlone && !canonical.includes('_:c14n1') ? { before, after } : null;
}

async function canonicalise(options: JsonObject, contexts: ContextTable): Promise<string> {
  const dataset = await jsonld.toRDF(options, { ...contexts.options, ...SIGNED_FORM, safe: true });
  return canonize(dataset);
}
