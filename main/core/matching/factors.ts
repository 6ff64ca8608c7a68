import type { Credential } from '../../../shared/model/credential.ts';
import type { Instant } from '../../../shared/model/ids.ts';
import type { Factor } from '../../../shared/model/match.ts';
import type { PlaceOnScale } from '../skills/place-on-scale.ts';
import type { TaxonomyIdentity } from '../taxonomies/identity-through.ts';
import { LEVEL_FACTOR, RECENCY_FACTOR, TAXONOMY } from './settings.ts';
import type { WordingMatch } from './wording-strength.ts';

const DAYS_A_YEAR = 365.25;

/**
 * The level that a credential states against the level asked, both EQF; what is not stated gets the benefit of the
 * doubt. A place on the issuer's own scale is told and never converted: what lies below the issuer's own requirement is
 * no evidence in the first place, and how an issuer's levels compare with the EQF nobody has signed.
 */
export function levelFactor(asked: number | null, stated: number | null, place: PlaceOnScale | null = null): Factor {
  const own = place === null ? '' : ` On the issuer’s own scale: “${place.name}”, place ${place.place} of ${place.of}.`;
  const level = (value: number, reason: string, flagged = false): Factor => ({
    name: 'level',
    value,
    reason: `${reason}${own}`,
    flagged,
  });
  if (asked === null) return level(1, 'No level is asked.');
  if (stated === null) {
    return level(LEVEL_FACTOR.notStated, `EQF level ${asked} is asked; the credential states none.`, true);
  }
  const said = `EQF level ${asked} is asked; the credential states level ${stated}.`;
  if (stated >= asked) return level(LEVEL_FACTOR.reached, said);
  return level(stated === asked - 1 ? LEVEL_FACTOR.oneBelow : LEVEL_FACTOR.twoBelow, said);
}

/** @returns The factor of age; null where the requirement names no age, for then age does not matter. */
export function recencyFactor(maxAgeYears: number | null, credential: Credential, at: Instant): Factor | null {
  if (maxAgeYears === null) return null;
  const awarded = credential.awardedDate ?? credential.validFrom;
  const milliseconds = awarded === null ? Number.NaN : Date.parse(at) - Date.parse(awarded);
  if (Number.isNaN(milliseconds)) {
    const reason = `Evidence of the last ${maxAgeYears} years is asked; the credential states no date.`;
    return { name: 'recency', value: RECENCY_FACTOR.dateUnknown, reason, flagged: true };
  }
  const years = milliseconds / (DAYS_A_YEAR * 24 * 60 * 60 * 1000);
  const within = years <= maxAgeYears;
  return {
    name: 'recency',
    value: within ? RECENCY_FACTOR.withinLimit : RECENCY_FACTOR.tooOld,
    reason: `Evidence of the last ${maxAgeYears} years is asked; this was awarded ${within ? 'within them' : 'before them'}.`,
    flagged: false,
  };
}

/** What a skill is worth that a taxonomy calls related to the one that is asked: broader, or a close match. */
export function relatedStrength({ relation, steps }: TaxonomyIdentity): number {
  const { close, broader, eachFurtherStep } = TAXONOMY.related;
  return relation === 'close' ? close : broader * eachFurtherStep ** (Math.max(1, steps) - 1);
}

/** The row that stands for the wording where a related skill counts. */
export function relatedFactor(through: TaxonomyIdentity): Factor {
  const { relation, steps, asked, held } = through;
  const why =
    relation === 'close'
      ? `“${held.label}” is stated as a close match of “${asked.label}”`
      : `“${held.label}” is a broader skill than “${asked.label}”, ${steps === 1 ? 'one step' : `${steps} steps`} up`;
  return {
    name: 'related-skill',
    value: relatedStrength(through),
    reason: `${why}: it counts in part, and meets nothing by itself.`,
    flagged: false,
  };
}

/** The rows that say how a similarity came about; together they give the strength that the other factors multiply. */
export function explainSimilarity({
  similarity,
  probability,
  strength,
  piece,
  wording,
}: WordingMatch): readonly Factor[] {
  const compared = `“${wording}” beside “${piece}”`;
  const rows: Factor[] = [];
  if (similarity.cosine !== null) {
    const reason = `Text similarity of ${compared}.`;
    rows.push({ name: 'text-similarity', value: similarity.cosine, reason, flagged: false });
  }
  rows.push({
    name: 'word-similarity',
    value: similarity.lexical,
    reason: `Letters shared by ${compared}.`,
    flagged: false,
  });
  rows.push({
    name: 'calibrated-match',
    value: strength,
    reason:
      probability === null
        ? 'The model has no calibration: an order, not a probability.'
        : `In ${Math.round(probability * 100)} of 100 such pairs both name the same skill; credit for related skills included.`,
    flagged: false,
  });
  return rows;
}
