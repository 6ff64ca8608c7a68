import type { IscedFieldCode } from '../../../shared/model/isced-fields.ts';
import type { TransversalGroup } from '../../../shared/model/profile.ts';
import type { HeldWords } from './identity-through.ts';
import type { Taxonomies } from './taxonomies.ts';

/** Where a taxonomy's groups place a skill in a T-profile. */
export type TaxonomyPlace =
  | { readonly kind: 'field'; readonly code: IscedFieldCode }
  | { readonly kind: 'group'; readonly code: TransversalGroup['code'] };

/**
 * The field, or else the transversal group, in which the workspace's taxonomies place a statement: by the URIs that
 * stand beside its words, and only without any such place by the skills whose label the words are exactly. Null where
 * nothing is known, and where two skills that are named lie in different places.
 */
export function placeThrough(taxonomies: Taxonomies, { text, frameworkIds }: HeldWords): TaxonomyPlace | null {
  const byUri = placeOfAll(taxonomies, frameworkIds);
  if (byUri !== undefined) return byUri;
  return placeOfAll(taxonomies, taxonomies.conceptsNamed(text)) ?? null;
}

/** @returns undefined where none of them has a place, null where they disagree. */
function placeOfAll(taxonomies: Taxonomies, uris: readonly string[]): TaxonomyPlace | null | undefined {
  const places = new Map<string, TaxonomyPlace>();
  for (const uri of uris) {
    const place = placeOf(taxonomies, uri);
    if (place !== null) places.set(place.code, place);
  }
  const [only, other] = [...places.values()];
  return other === undefined ? only : null;
}

function placeOf(taxonomies: Taxonomies, uri: string): TaxonomyPlace | null {
  const field = taxonomies.fieldOf(uri);
  if (field !== null) return { kind: 'field', code: field };
  const group = taxonomies.transversalGroupOf(uri);
  return group === null ? null : { kind: 'group', code: group };
}
