import type { Instant } from '../../../shared/model/ids.ts';
import type { TaxonomyIdentity } from '../taxonomies/identity-through.ts';
import { ambiguousNameIn, hasWord } from './ambiguous-names.ts';
import { levelFactor, recencyFactor, relatedStrength } from './factors.ts';
import { relationOf, type IdentityFinder, type IdentityTier } from './identity.ts';
import type { EvidenceItem } from './match-requirement.ts';
import { AMBIGUOUS_NAME } from './settings.ts';
import type { PreparedRequirement, WordingMatch } from './wording-strength.ts';

/** One statement weighed; explanations are made for the best one only. */
export interface Hit {
  readonly item: EvidenceItem;
  readonly tier: IdentityTier | 'related' | 'similarity';
  /** What a taxonomy says of the two, where the tier rests on it. */
  readonly through: TaxonomyIdentity | null;
  /** Null where identity made a comparison needless, and where a related skill is worth more than its wording. */
  readonly wording: WordingMatch | null;
  readonly wordingStrength: number;
  /** wordingStrength × verification × level × recency. */
  readonly strength: number;
}

export interface IdentityHit extends Hit {
  readonly tier: IdentityTier;
}

export function weigh(
  prepared: PreparedRequirement,
  item: EvidenceItem,
  items: readonly EvidenceItem[],
  at: Instant,
  finder: IdentityFinder | null,
): Hit {
  const { level: asked, maxAgeYears } = prepared.requirement;
  const found = basisOf(prepared, item, items, finder);
  const level = asked === null ? 1 : levelFactor(asked, item.statement.level).value;
  const recency = maxAgeYears === null ? 1 : (recencyFactor(maxAgeYears, item.credential, at)?.value ?? 1);
  // One factor of all but the words, so that a pool may compute it once for everybody to whom it applies (pool/).
  const factor = (item.statement.noEvidence === null ? item.verification.value : 0) * level * recency;
  return { item, ...found, strength: found.wordingStrength * factor };
}

/** Identity; else the stronger of what a taxonomy says of a related skill and the likeness of the wordings. */
function basisOf(
  prepared: PreparedRequirement,
  item: EvidenceItem,
  items: readonly EvidenceItem[],
  finder: IdentityFinder | null,
): Omit<Hit, 'item' | 'strength'> {
  const relation = relationOf(prepared, item.statement, finder);
  if (relation !== null && relation.tier !== 'related') return { ...relation, wording: null, wordingStrength: 1 };
  const wording = inItsSense(prepared, item, items);
  const related = relation === null ? 0 : relatedStrength(relation.through);
  if (relation !== null && related > wording.strength) return { ...relation, wording: null, wordingStrength: related };
  return { tier: 'similarity', through: null, wording, wordingStrength: wording.strength };
}

/** The likeness of wordings, but little of it where it rests on an ambiguous name that the credential does not explain. */
function inItsSense(prepared: PreparedRequirement, item: EvidenceItem, items: readonly EvidenceItem[]): WordingMatch {
  const match = prepared.compare(item.words);
  const name = match.strength < AMBIGUOUS_NAME.strengthWithoutSupport ? null : ambiguousNameIn(match.wording);
  if (name === null || !hasWord(match.piece, name.name)) return match;
  const stated = items.filter(({ credential }) => credential === item.credential).map(({ words }) => words);
  if (prepared.supports(name, stated)) return match;
  const most = AMBIGUOUS_NAME.strengthWithoutSupport;
  return {
    ...match,
    strength: most,
    probability: match.probability === null ? null : Math.min(most, match.probability),
  };
}

export function isBetter(hit: Hit, best: Hit): boolean {
  if (hit.strength !== best.strength) return hit.strength > best.strength;
  if (hit.wordingStrength !== best.wordingStrength) return hit.wordingStrength > best.wordingStrength;
  // Equal evidence: an order that follows from what is stated, then from the bytes, never from the import.
  return orderKey(hit) < orderKey(best);
}

/** The bytes come last, since whose credential it is stands in them too. */
function orderKey({ tier, item: { statement, credential } }: Hit): string {
  const { report, content, awardedDate, validFrom } = credential;
  return [
    tier,
    statement.text,
    statement.pointer,
    statement.level,
    report.verdict,
    report.recognition,
    content,
    awardedDate ?? validFrom,
    statement.credential,
  ].join('\n');
}

export function isIdentity(hit: Hit): hit is IdentityHit {
  return hit.tier === 'framework' || hit.tier === 'label';
}
