import type { TransversalCode } from '../../../shared/model/profile.ts';
import type { IscedFieldCode } from '../../../shared/model/isced-fields.ts';
import type { Similarity } from '../matching/similarity.ts';
import type { HeldWords } from '../taxonomies/identity-through.ts';
import { placeThrough, type TaxonomyPlace } from '../taxonomies/place-through.ts';
import { NO_TAXONOMIES, type Taxonomies } from '../taxonomies/taxonomies.ts';
import { normaliseSkillText } from '../skills/normalise.ts';
import { FIELDS } from './fields.ts';
import { PROFILE_SETTINGS } from './profile-settings.ts';
import { TRANSVERSAL_GROUPS } from './transversal.ts';

/** The field or group whose phrases a wording is nearest to. */
export interface Nearest<Code extends string> {
  readonly code: Code;
  /** Similarity of its nearest phrase; 1 where the words are the same. */
  readonly nearest: number;
  /** Mean similarity of its nearest phrases, which chooses. */
  readonly score: number;
  /** Lead over the next field or group. */
  readonly lead: number;
}

/** All that placing a wording needs to know of it. */
export interface Nearness {
  readonly withModel: boolean;
  readonly field: Nearest<IscedFieldCode>;
  readonly group: Nearest<TransversalCode>;
}

/** Says of a wording where a taxonomy has it, and what it is near to. */
export interface Placer {
  /** Null where no taxonomy of the workspace places it, or two of its skills stand in different places. */
  publishedPlaceOf(words: HeldWords): TaxonomyPlace | null;
  nearnessOf(text: string): Nearness;
}

/**
 * Skill texts are few and shared: each is compared with the hundreds of phrases once.
 *
 * @param remembered What was found before, under the same similarity; what is found is added. Keep it from person to
 * person: nearly all of the time that a T-profile takes goes into these comparisons.
 */
export function createPlacer(
  similarity: Similarity,
  remembered = new Map<string, Nearness>(),
  taxonomies: Taxonomies = NO_TAXONOMIES,
): Placer {
  return {
    publishedPlaceOf: (words) => placeThrough(taxonomies, words),
    nearnessOf(text) {
      const known = remembered.get(text);
      if (known !== undefined) return known;
      const found: Nearness = {
        withModel: similarity.compare(text, text).cosine !== null,
        field: nearest(text, FIELD_PHRASES, PROFILE_SETTINGS.placing.fieldPhrases, similarity),
        group: nearest(text, GROUP_PHRASES, PROFILE_SETTINGS.placing.groupPhrases, similarity),
      };
      remembered.set(text, found);
      return found;
    },
  };
}

/** The phrases as texts are compared. */
const FIELD_PHRASES = FIELDS.map(({ code, keywords }) => ({ code, phrases: keywords.map(normaliseSkillText) }));
const GROUP_PHRASES = TRANSVERSAL_GROUPS.map(({ code, phrases }) => ({
  code,
  phrases: phrases.map(normaliseSkillText),
}));

/** Every phrase of the fields and groups, as texts are compared: what must be embedded before anything is placed. */
export const PLACING_PHRASES: readonly string[] = [
  ...new Set([...FIELD_PHRASES, ...GROUP_PHRASES].flatMap((one) => one.phrases)),
];

/** The highest mean over the `count` nearest phrases; the same words win at once. Ties by code. */
function nearest<Code extends string>(
  text: string,
  all: readonly { readonly code: Code; readonly phrases: readonly string[] }[],
  count: number,
  similarity: Similarity,
): Nearest<Code> {
  const scored = all.map(({ code, phrases }) => {
    if (phrases.includes(text)) return { code, nearest: 1, score: 1 };
    const best = phrases
      .map((phrase) => similarity.compare(text, phrase).hybrid)
      .sort((a, b) => b - a)
      .slice(0, count);
    return { code, nearest: best[0] ?? 0, score: best.reduce((sum, one) => sum + one, 0) / best.length };
  });
  const [first, second] = scored.sort((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1));
  if (first === undefined || second === undefined) throw new Error('There are at least two fields and two groups.');
  return { ...first, lead: first.score - second.score };
}
