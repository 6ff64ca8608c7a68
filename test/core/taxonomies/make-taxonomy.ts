import type { TaxonomySource } from '../../../main/core/taxonomies/concept-graph.ts';
import type { TaxonomyConcept } from '../../../shared/model/taxonomy.ts';

/** A concept of a fictional taxonomy; what is left out is empty. */
export function concept(uri: string, given: Partial<TaxonomyConcept> = {}): TaxonomyConcept {
  return { uri, kind: 'skill', label: uri, alternatives: [], code: null, broader: [], exact: [], close: [], ...given };
}

export function taxonomy(id: string, ...concepts: readonly TaxonomyConcept[]): TaxonomySource {
  return { id, sha256: id.repeat(8), concepts };
}
