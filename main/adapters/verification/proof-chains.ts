import type { Finding } from '../../core/verification/finding.ts';
import { isList, textOf } from '../../core/verification/json-fields.ts';
import type { Json, JsonObject } from '../../../shared/model/json.ts';

/** The proofs that a proof builds on, in the document's order, or why they can't be told. */
export type EarlierProofs =
  | { readonly earlier: readonly JsonObject[]; readonly broken: null }
  | { readonly earlier: null; readonly broken: Finding };

/**
 * The proofs that a proof names in `previousProof`: they are part of what it signs (VC Data Integrity 1.0 §4.5).
 * Every id must be the id of exactly one proof of the document, and no proof may build on itself.
 */
export function earlierProofsOf(proof: JsonObject, all: readonly JsonObject[]): EarlierProofs {
  return walk(proof, all, [proof]);
}

/** Proofs together with all that they build on; each stands in it once. */
export function withEarlierProofs(proofs: readonly JsonObject[], all: readonly JsonObject[]): readonly JsonObject[] {
  const found = new Set<JsonObject>();
  const add = (proof: JsonObject): void => {
    if (found.has(proof)) return;
    found.add(proof);
    const ids = idsOf(proof['previousProof']) ?? [];
    all.filter((each) => ids.includes(textOf(each['id']) ?? '')).forEach(add);
  };
  proofs.forEach(add);
  return all.filter((proof) => found.has(proof));
}

function walk(proof: JsonObject, all: readonly JsonObject[], path: readonly JsonObject[]): EarlierProofs {
  const ids = idsOf(proof['previousProof']);
  if (ids === null) return broken('its reference can’t be read');
  if (new Set(ids).size !== ids.length) return broken('it names one twice');
  for (const id of ids) {
    const named = all.filter((each) => each['id'] === id);
    const [earlier] = named;
    if (earlier === undefined) return broken('it is missing');
    if (named.length > 1) return broken('more than one has its id');
    if (path.includes(earlier)) return broken('they build on each other');
    const deeper = walk(earlier, all, [...path, earlier]);
    if (deeper.broken !== null) return deeper;
  }
  return { earlier: all.filter((each) => ids.includes(textOf(each['id']) ?? '')), broken: null };
}

/** The ids in `previousProof`: none, one or a list; null where it holds anything else. */
function idsOf(previousProof: Json | undefined): readonly string[] | null {
  if (previousProof === undefined) return [];
  const values = isList(previousProof) ? previousProof : [previousProof];
  const ids = values.flatMap((value) => textOf(value) ?? []);
  return ids.length === values.length && ids.length > 0 ? ids : null;
}

function broken(detail: string): EarlierProofs {
  return { earlier: null, broken: { code: 'proof-chain-broken', evidence: { detail } } };
}
