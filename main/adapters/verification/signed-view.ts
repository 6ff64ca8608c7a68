import { isList, isObject } from '../../core/verification/json-fields.ts';
import type { Finding } from '../../core/verification/finding.ts';
import type { JsonPointer } from '../../../shared/model/ids.ts';
import type { Json, JsonObject } from '../../../shared/model/json.ts';
import { compactWith, expand, findingOf, type SignedGraph } from './signed-graph.ts';
import type { ContextTable } from './contexts/context-table.ts';

/** The part of a document that its proof covers, at the same paths, and what it does not cover. */
export interface SignedView {
  readonly view: JsonObject;
  readonly unsignedPaths: readonly JsonPointer[];
  /** An `integrity` finding where the signed data can't be laid over the document safely. */
  readonly obstacle: Finding | null;
}

/**
 * Lays the signed data over the document. Where every value became a statement that is the document itself. Otherwise
 * the statements are brought back into the document's own terms, and what does not come back is not signed.
 */
export async function signedViewOf(
  document: JsonObject,
  graph: SignedGraph,
  contexts: ContextTable,
): Promise<SignedView> {
  if (graph.complete) return { view: document, unsignedPaths: [], obstacle: null };
  try {
    return await layOver(document, contexts);
  } catch (error) {
    return { view: document, unsignedPaths: [], obstacle: findingOf(error) };
  }
}

async function layOver(document: JsonObject, contexts: ContextTable): Promise<SignedView> {
  const expanded = await expand(document, contexts);
  const statements = expanded.map(withoutUnstated).filter((node) => node !== undefined);
  const signed = asJson(await compactWith(statements, document, contexts));
  const comparison: Comparison = { unsigned: [], added: [] };
  compareObjects(document, isObject(signed) ? signed : {}, '', comparison);
  const disguised = comparison.added[0];
  return {
    view: copyWithout(document, '', new Set(comparison.unsigned)),
    unsignedPaths: comparison.unsigned,
    obstacle: disguised === undefined ? null : { code: 'terms-disguised', evidence: { term: disguised } },
  };
}

const ABSOLUTE = /^([A-Za-z][\w+.-]*|_):\S*$/;
const LANGUAGE = /^[a-z]{1,8}(-[a-z\d]{1,8})*$/i;

/** Expanded data without what makes no statement: relative ids and types, values in no known language. */
function withoutUnstated(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUnstated).filter((item) => item !== undefined);
  if (typeof value !== 'object' || value === null) return value;
  const node: Record<string, unknown> = { ...value };
  if ('@value' in node) {
    const language = node['@language'];
    return typeof language === 'string' && !LANGUAGE.test(language) ? undefined : node;
  }
  if (typeof node['@id'] === 'string' && !ABSOLUTE.test(node['@id'])) return undefined;
  const stated = Object.entries(node).flatMap(([key, inner]): [string, unknown][] => {
    if (key === '@type' && Array.isArray(inner)) return [[key, inner.filter((type) => ABSOLUTE.test(String(type)))]];
    if (key.startsWith('_:')) return [];
    const kept = withoutUnstated(inner);
    return kept === undefined ? [] : [[key, kept]];
  });
  return Object.fromEntries(stated);
}

/** Data of the JSON-LD library is JSON by its contract. */
function asJson(value: Record<string, unknown>): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}

interface Comparison {
  readonly unsigned: JsonPointer[];
  /** Signed terms that do not stand in the document under the name under which they are read. */
  readonly added: string[];
}

function compare(written: Json, signed: Json, pointer: JsonPointer, comparison: Comparison): void {
  if (isList(written)) compareLists(written, isList(signed) ? signed : [signed], pointer, comparison);
  else if (isList(signed)) compareLists([written], signed, pointer, comparison, true);
  else if (isObject(written) && isObject(signed)) compareObjects(written, signed, pointer, comparison);
  // A reference: `{ "id": "…" }` comes back as the id alone.
  else if (isObject(written) && typeof signed === 'string')
    compareObjects(written, { id: signed }, pointer, comparison);
  else if (typeof written === 'string' && isObject(signed)) compare(written, signed['id'] ?? null, pointer, comparison);
  else if (written !== signed) comparison.unsigned.push(pointer);
}

function compareObjects(written: JsonObject, signed: JsonObject, pointer: JsonPointer, comparison: Comparison): void {
  for (const [name, value] of Object.entries(written)) {
    if (name === '@context' || isEmpty(value) || (name === 'proof' && pointer === '')) continue;
    const at = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const found = Object.hasOwn(signed, name) ? signed[name] : undefined;
    if (found === undefined) comparison.unsigned.push(at);
    else compare(value, found, at, comparison);
  }
  const missing = Object.keys(signed).filter((name) => name !== '@context' && !Object.hasOwn(written, name));
  comparison.added.push(...missing);
}

/**
 * Expansion keeps the order of a list and leaves out what makes no statement. As many items as are missing are passed
 * over, where a later one fits the next signed item better.
 */
function compareLists(
  written: readonly Json[],
  signed: readonly Json[],
  pointer: JsonPointer,
  comparison: Comparison,
  single = false,
): void {
  const items = written.flatMap((value, index) =>
    isEmpty(value) ? [] : [{ value, at: single ? pointer : `${pointer}/${index}` }],
  );
  let missing = items.length - signed.length;
  let next = 0;
  for (const [index, item] of items.entries()) {
    const counterpart = signed[next];
    const trial = counterpart === undefined ? null : tryOut(item, counterpart);
    const later = missing > 0 && counterpart !== undefined ? items.slice(index + 1, index + 1 + missing) : [];
    const better = later.some((each) => counterpart !== undefined && fit(tryOut(each, counterpart)) < fit(trial));
    if (trial === null || better || (missing > 0 && !isList(item.value) && !isObject(item.value) && fit(trial) > 0)) {
      comparison.unsigned.push(item.at);
      missing -= 1;
      continue;
    }
    next += 1;
    comparison.unsigned.push(...trial.unsigned);
    comparison.added.push(...trial.added);
  }
  if (next < signed.length) comparison.added.push(pointer);
}

function tryOut(item: { readonly value: Json; readonly at: JsonPointer }, counterpart: Json): Comparison {
  const trial: Comparison = { unsigned: [], added: [] };
  compare(item.value, counterpart, item.at, trial);
  return trial;
}

/** How badly an item fits: 0 is exact. */
function fit(trial: Comparison | null): number {
  return trial === null ? Infinity : trial.unsigned.length + trial.added.length;
}

/** Null and empty arrays carry no text, so nothing is lost where they are not signed. */
function isEmpty(value: Json): boolean {
  return value === null || (isList(value) && value.length === 0);
}

function copyWithout(object: JsonObject, pointer: JsonPointer, removed: ReadonlySet<JsonPointer>): JsonObject {
  const copy = (value: Json, at: JsonPointer): Json => {
    // A removed item of an array leaves a null, so that the paths of the others stay as they are.
    if (removed.has(at)) return null;
    if (isList(value)) return value.map((item, index) => copy(item, `${at}/${index}`));
    return isObject(value) ? copyWithout(value, at, removed) : value;
  };
  return Object.fromEntries(
    Object.entries(object).flatMap(([name, value]): [string, Json][] => {
      const at = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      return removed.has(at) ? [] : [[name, copy(value, at)]];
    }),
  );
}
