import type { Credential } from '../../../shared/model/credential.ts';
import type { Instant, RefusalId } from '../../../shared/model/ids.ts';
import type { Requirement } from '../../../shared/model/job.ts';
import type { Band, RequirementMatch } from '../../../shared/model/match.ts';
import type { SkillStatement } from '../../../shared/model/skill.ts';
import type { TaxonomyIdentity } from '../taxonomies/identity-through.ts';
import { ambiguousNameIn, hasWord } from './ambiguous-names.ts';
import { levelFactor, recencyFactor } from './factors.ts';
import { identityOf, isClaimed, mayEvidence, type IdentityFinder, type IdentityTier } from './identity.ts';
import { describeHit, evidenceOf, metByOf } from './present-match.ts';
import { NOTHING_REFUSED, type RefusedWordings } from './refusals.ts';
import { AMBIGUOUS_NAME, BAND_FROM, LEAST_STRENGTH, verificationFactor } from './settings.ts';
import type { PreparedRequirement, StatementWords, WordingMatch } from './wording-strength.ts';

/** One statement that may be evidence, with what holds for it whatever is asked. */
export interface EvidenceItem {
  readonly statement: SkillStatement;
  readonly words: StatementWords;
  readonly credential: Credential;
  readonly verification: { readonly value: number; readonly reason: string };
}

/**
 * The statements of one candidate that may be evidence. Failed and open results are none; what stands in a credential
 * that is not valid stays, with the factor 0, because the report names it.
 */
export function evidenceItems(
  statements: readonly SkillStatement[],
  credentials: readonly Credential[],
  intern: (statement: SkillStatement) => StatementWords,
): readonly EvidenceItem[] {
  const weighed = new Map(
    credentials.map((credential) => [
      credential.key,
      {
        credential,
        verification: verificationFactor(credential),
      },
    ]),
  );
  return statements.flatMap((statement) => {
    const found = weighed.get(statement.credential);
    const isEvidence = statement.noEvidence === null || statement.noEvidence === 'not-valid';
    return found === undefined || !isEvidence ? [] : [{ statement, words: intern(statement), ...found }];
  });
}

/** A person's word on one requirement of one candidate. */
export type PersonalJudgement = RequirementMatch['judgement'];

/** What counts beside the words themselves. */
export interface MatchRules {
  /** What people have said is not the same skill; it counts for nobody. */
  readonly refused?: RefusedWordings | undefined;
  /** What the workspace's taxonomies know of the requirement. */
  readonly finder?: IdentityFinder | null | undefined;
}

/** What was found for one requirement, unrounded and without points. */
export type FoundMatch = Omit<RequirementMatch, 'requirement' | 'requirementText' | 'points'>;

const NOTHING: FoundMatch = {
  tier: 'none',
  strength: 0,
  band: 'none',
  evidenced: false,
  claimed: false,
  factors: [],
  evidence: null,
  metBy: null,
  identity: null,
  judgement: null,
  refusals: [],
};

/**
 * The best evidence of one candidate for one requirement: the maximum of strength after the factors, so that another
 * credential can add and never take away.
 *
 * A must-have counts as evidenced by identity (framework URI, exact label) or by a person, on words that a proof
 * covers, in a credential that is not `not-valid` and a result that is no failure; however alike two wordings are,
 * similarity evidences nothing.
 */
export function matchRequirement(
  prepared: PreparedRequirement,
  items: readonly EvidenceItem[],
  judgement: PersonalJudgement,
  at: Instant,
  rules: MatchRules = {},
): FoundMatch {
  if (judgement === 'not-the-same') return { ...NOTHING, judgement };
  const { best, identity, refusals } = search(prepared, items, at, rules);
  const { requirement } = prepared;
  if (judgement === 'meets') return { ...byPerson(best, at, requirement), refusals };
  if (best === null || isNothing(best)) return { ...NOTHING, refusals };
  return {
    ...describeHit(best, requirement, at),
    tier: best.tier,
    strength: best.strength,
    band: bandOfHit(best),
    evidenced: identity !== null && !isClaimed(identity.item.credential),
    claimed: identity !== null && isClaimed(identity.item.credential),
    identity:
      identity === null || identity === best
        ? null
        : { tier: identity.tier, evidence: evidenceOf(identity), metBy: metByOf(identity, requirement) },
    judgement: null,
    refusals,
  };
}

/** strong ≥ .7, likely ≥ .5, possible ≥ .3. */
export function bandOf(value: number): Band {
  if (value >= BAND_FROM.strong) return 'strong';
  if (value >= BAND_FROM.likely) return 'likely';
  return value >= BAND_FROM.possible ? 'possible' : 'none';
}

/** One statement weighed; explanations are made for the best one only. */
export interface Hit {
  readonly item: EvidenceItem;
  readonly tier: IdentityTier | 'similarity';
  /** What a taxonomy says of the two, where the identity rests on it. */
  readonly through: TaxonomyIdentity | null;
  /** Null where identity made a comparison needless. */
  readonly wording: WordingMatch | null;
  readonly wordingStrength: number;
  /** wordingStrength × verification × level × recency. */
  readonly strength: number;
}

export interface IdentityHit extends Hit {
  readonly tier: IdentityTier;
}

interface Found {
  readonly best: Hit | null;
  /** The strongest identity on a credential that counts; on proven words before claimed ones. */
  readonly identity: IdentityHit | null;
  readonly refusals: readonly RefusalId[];
}

function search(
  prepared: PreparedRequirement,
  items: readonly EvidenceItem[],
  at: Instant,
  { refused = NOTHING_REFUSED, finder = null }: MatchRules,
): Found {
  let best: Hit | null = null;
  let identity: IdentityHit | null = null;
  const refusals = new Set<RefusalId>();
  for (const item of items) {
    if (!mayEvidence(prepared.requirement, item.statement)) continue;
    const hit = weigh(prepared, item, items, at, finder);
    const rule = refused.get(item.statement.text);
    if (rule !== undefined) {
      if (!isNothing(hit)) refusals.add(rule);
      continue;
    }
    if (isIdentity(hit) && hit.strength > 0 && (identity === null || isFirmer(hit, identity))) identity = hit;
    // What is too unlike to count is passed over, or it could hide what counts.
    if (hit.wordingStrength < LEAST_STRENGTH) continue;
    if (best === null || isBetter(hit, best)) best = hit;
  }
  return { best, identity, refusals: [...refusals].sort() };
}

function isIdentity(hit: Hit): hit is IdentityHit {
  return hit.tier !== 'similarity';
}

function isFirmer(hit: IdentityHit, other: IdentityHit): boolean {
  const [claimed, otherClaimed] = [isClaimed(hit.item.credential), isClaimed(other.item.credential)];
  return claimed === otherClaimed ? isBetter(hit, other) : otherClaimed;
}

/** A credential that is not valid is reported where it would have counted, and counts for nothing. */
function isNothing({ wordingStrength, strength, tier }: Hit): boolean {
  if (wordingStrength < LEAST_STRENGTH) return true;
  return strength === 0 && tier === 'similarity' && bandOf(wordingStrength) === 'none';
}

function weigh(
  prepared: PreparedRequirement,
  item: EvidenceItem,
  items: readonly EvidenceItem[],
  at: Instant,
  finder: IdentityFinder | null,
): Hit {
  const { level: asked, maxAgeYears } = prepared.requirement;
  const identity = identityOf(prepared, item.statement, finder);
  const wording = identity === null ? inItsSense(prepared, item, items) : null;
  const wordingStrength = wording === null ? 1 : wording.strength;
  const level = asked === null ? 1 : levelFactor(asked, item.statement.level).value;
  const recency = maxAgeYears === null ? 1 : (recencyFactor(maxAgeYears, item.credential, at)?.value ?? 1);
  // One factor of all but the words, so that a pool may compute it once for everybody to whom it applies (pool/).
  const factor = (item.statement.noEvidence === null ? item.verification.value : 0) * level * recency;
  const strength = wordingStrength * factor;
  return {
    item,
    tier: identity?.tier ?? 'similarity',
    through: identity?.through ?? null,
    wording,
    wordingStrength,
    strength,
  };
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

function isBetter(hit: Hit, best: Hit): boolean {
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

function bandOfHit(hit: Hit): Band {
  if (hit.strength === 0) return 'none';
  if (hit.wording === null) return 'strong';
  if (hit.wording.probability === null) return hit.wordingStrength >= BAND_FROM.possible ? 'possible' : 'none';
  return bandOf(hit.wording.probability);
}

function byPerson(best: Hit | null, at: Instant, requirement: Requirement): FoundMatch {
  const counted = best !== null && best.strength > 0 && bandOf(best.wordingStrength) !== 'none' ? best : null;
  return {
    ...NOTHING,
    ...(counted === null ? {} : describeHit(counted, requirement, at)),
    tier: 'person',
    strength: 1,
    band: 'strong',
    evidenced: true,
    judgement: 'meets',
  };
}
