import { normaliseSkillText } from '../../core/skills/normalise.ts';
import type { Taxonomies } from '../../core/taxonomies/taxonomies.ts';
import type { ConceptView, Taxonomy } from '../../../shared/model/taxonomy.ts';

/** The concept with this URI, or the skills whose label this text is, in the order of the taxonomies. */
export function lookUp(taxonomies: Taxonomies, known: readonly Taxonomy[], text: string): readonly ConceptView[] {
  const byUri = taxonomies.concept(text);
  const found =
    byUri === null
      ? taxonomies.skillsLabelled(normaliseSkillText(text))
      : [{ uri: text, taxonomy: byUri.taxonomy, identifies: true }];
  return found.flatMap(({ uri, taxonomy: id, identifies }) => {
    const about = known.find((one) => one.id === id);
    const placed = taxonomies.concept(uri);
    return about === undefined || placed === null
      ? []
      : [
          {
            taxonomy: { id, name: about.name, version: about.version },
            concept: placed.concept,
            broader: placed.concept.broader.map((one) => ({
              uri: one,
              label: taxonomies.concept(one)?.concept.label ?? one,
            })),
            field: taxonomies.fieldOf(uri),
            identifies,
          },
        ];
  });
}
