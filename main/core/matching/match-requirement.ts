import type { Credential } from '../../../shared/model/credential.ts';
import type { Instant, RefusalId } from '../../../shared/model/ids.ts';
import type { Band, RequirementMatch } from '../../../shared/model/match.ts';
import type { SkillStatement } from '../../../shared/model/skill.ts';
import { isClaimed, mayEvidence, type IdentityFinder } from './identity.ts';
import { describeHit, evidenceOf, metByOf } from './present-match.ts';
import { NOTHING_REFUSED, type RefusedWordings } from './refusals.ts';
import { BAND_FROM, LEAST_STRENGTH, verificationFactor } from './settings.ts';
import { isBetter, isIdentity, weigh, type Hit, type IdentityHit } from './weigh-evidence.ts';
import type { PreparedRequirement, StatementWords } from './wording-strength.ts';

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
 * similarity evidences nothing, and neither does a related skill.
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
  if (judgement === 'meets') return { ...byPerson(best, at, prepared), refusals };
  if (best === null || isNothing(best)) return { ...NOTHING, refusals };
  return {
    ...describeHit(best, prepared, at),
    tier: best.tier,
    strength: best.strength,
    band: bandOfHit(best),
    evidenced: identity !== null && !isClaimed(identity.item.credential),
    claimed: identity !== null && isClaimed(identity.item.credential),
    identity:
      identity === null || identity === best
        ? null
        : { tier: identity.tier, evidence: evidenceOf(identity), metBy: metByOf(identity, prepared) },
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

function isFirmer(hit: IdentityHit, other: IdentityHit): boolean {
  const [claimed, otherClaimed] = [isClaimed(hit.item.credential), isClaimed(other.item.credential)];
  return claimed === otherClaimed ? isBetter(hit, other) : otherClaimed;
}

/** A credential that is not valid is reported where it would have counted, and counts for nothing. */
function isNothing(hit: Hit): boolean {
  if (hit.wordingStrength < LEAST_STRENGTH) return true;
  return hit.strength === 0 && !isIdentity(hit) && bandOf(hit.wordingStrength) === 'none';
}

function bandOfHit(hit: Hit): Band {
  if (hit.strength === 0) return 'none';
  if (isIdentity(hit)) return 'strong';
  // Neither a related skill nor a model without calibration has a P that both are the same skill.
  if (hit.wording === null || hit.wording.probability === null) {
    return hit.wordingStrength >= BAND_FROM.possible ? 'possible' : 'none';
  }
  return bandOf(hit.wording.probability);
}

function byPerson(best: Hit | null, at: Instant, prepared: PreparedRequirement): FoundMatch {
  const counted = best !== null && best.strength > 0 && bandOf(best.wordingStrength) !== 'none' ? best : null;
  return {
    ...NOTHING,
    ...(counted === null ? {} : describeHit(counted, prepared, at)),
    tier: 'person',
    strength: 1,
    band: 'strong',
    evidenced: true,
    judgement: 'meets',
  };
}
