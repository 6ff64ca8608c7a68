import type { Credential } from '../../../shared/model/credential.ts';
import type { Instant } from '../../../shared/model/ids.ts';
import type { Requirement } from '../../../shared/model/job.ts';
import type { Band, Factor, MatchEvidence, MatchTier } from '../../../shared/model/match.ts';
import type { SkillStatement } from '../../../shared/model/skill.ts';
import { explainSimilarity, levelFactor, recencyFactor } from './factors.ts';
import { BAND_FROM, LEAST_STRENGTH, verificationFactor } from './settings.ts';
import { normaliseFrameworkId, type PreparedRequirement, type WordingMatch } from './wording-strength.ts';

/** One candidate's statements with the credentials in which they stand. */
export interface CandidateEvidence {
  readonly statements: readonly SkillStatement[];
  readonly credentials: ReadonlyMap<string, Credential>;
}

/** A person's word on one requirement of one candidate. */
export type PersonalJudgement = 'meets' | 'not-the-same' | null;

/** What was found for one requirement, unrounded and without points. */
export interface FoundMatch {
  readonly tier: MatchTier;
  readonly strength: number;
  readonly band: Band;
  readonly evidenced: boolean;
  readonly factors: readonly Factor[];
  readonly evidence: MatchEvidence | null;
}

const NOTHING: FoundMatch = {
  tier: 'none',
  strength: 0,
  band: 'none',
  evidenced: false,
  factors: [],
  evidence: null,
};

/**
 * The best evidence of one candidate for one requirement: the maximum of strength after the factors, so that another
 * credential can add and never take away.
 *
 * A must-have counts as evidenced by identity (framework URI, exact label) or by a person, on a credential that is
 * not `not-valid` and a result that is no failure; however alike two wordings are, similarity evidences nothing.
 */
export function matchRequirement(
  prepared: PreparedRequirement,
  { statements, credentials }: CandidateEvidence,
  judgement: PersonalJudgement,
  at: Instant,
): FoundMatch {
  if (judgement === 'not-the-same') return NOTHING;
  let best: Hit | null = null;
  let evidenced = judgement === 'meets';
  for (const statement of statements) {
    const credential = credentials.get(statement.credential);
    if (credential === undefined || (statement.noEvidence !== null && statement.noEvidence !== 'not-valid')) continue;
    const hit = weigh(prepared, statement, credential, at);
    if (hit.tier !== 'similarity' && statement.noEvidence === null && hit.verification > 0) evidenced = true;
    if (best === null || isBetter(hit, best)) best = hit;
  }
  if (judgement === 'meets') return byPerson(best, at, prepared.requirement);
  if (best === null || best.wordingStrength < LEAST_STRENGTH) return NOTHING;
  // A credential that is not valid is reported where it would have counted, and counts for nothing.
  if (best.strength === 0 && best.tier === 'similarity' && bandOf(best.wordingStrength) === 'none') return NOTHING;
  return {
    tier: best.tier,
    strength: best.strength,
    band: bandOfHit(best),
    evidenced,
    factors: factorsOf(best, prepared.requirement, at),
    evidence: evidenceOf(best),
  };
}

/** strong ≥ .7, likely ≥ .5, possible ≥ .3. */
export function bandOf(value: number): Band {
  if (value >= BAND_FROM.strong) return 'strong';
  if (value >= BAND_FROM.likely) return 'likely';
  return value >= BAND_FROM.possible ? 'possible' : 'none';
}

/** One statement weighed; explanations are made for the best one only. */
interface Hit {
  readonly statement: SkillStatement;
  readonly credential: Credential;
  readonly tier: 'framework' | 'label' | 'similarity';
  readonly wording: WordingMatch | null;
  readonly wordingStrength: number;
  readonly verification: number;
  /** wordingStrength × verification × level × recency. */
  readonly strength: number;
}

function weigh(prepared: PreparedRequirement, statement: SkillStatement, credential: Credential, at: Instant): Hit {
  const tier = identityTier(prepared, statement);
  const wording = tier === null ? prepared.compare(statement) : null;
  const wordingStrength = wording === null ? 1 : wording.strength;
  const verification = verificationOf(credential).value;
  const level = levelFactor(prepared.requirement.level, statement.level).value;
  const recency = recencyFactor(prepared.requirement.maxAgeYears, credential, at)?.value ?? 1;
  const strength = wordingStrength * verification * level * recency;
  return { statement, credential, tier: tier ?? 'similarity', wording, wordingStrength, verification, strength };
}

function identityTier({ requirement, wordings, frameworkIds }: PreparedRequirement, statement: SkillStatement) {
  if (statement.frameworkIds.some((id) => frameworkIds.has(normaliseFrameworkId(id)))) return 'framework';
  return wordings.includes(statement.text) && namesTheThing(requirement, statement) ? 'label' : null;
}

/**
 * A licence is held by a credential of that type and a credential by its name; a word of a description names neither.
 * For skills every field names, but not a clause of a narrative that happens to be one word.
 */
function namesTheThing({ kind }: Requirement, { source, text }: SkillStatement): boolean {
  if (kind === 'licence') return source === 'licence';
  if (kind === 'credential') return source === 'achievement-name' || source === 'licence';
  const narrative = source === 'criteria' || source === 'description' || source === 'narrative';
  return !narrative || text.includes(' ');
}

function isBetter(hit: Hit, best: Hit): boolean {
  if (hit.strength !== best.strength) return hit.strength > best.strength;
  if (hit.wordingStrength !== best.wordingStrength) return hit.wordingStrength > best.wordingStrength;
  // Equal evidence: an order that follows from the words, then from the bytes, never from the import.
  return orderKey(hit) < orderKey(best);
}

function orderKey({ tier, statement }: Hit): string {
  return [tier, statement.text, statement.pointer, statement.credential].join('\n');
}

function verificationOf(credential: Credential) {
  return verificationFactor(credential.report.verdict, credential.report.recognition, credential.content);
}

function bandOfHit(hit: Hit): Band {
  if (hit.strength === 0) return 'none';
  if (hit.wording === null) return 'strong';
  if (hit.wording.probability === null) return hit.wordingStrength >= BAND_FROM.possible ? 'possible' : 'none';
  return bandOf(hit.wording.probability);
}

function byPerson(best: Hit | null, at: Instant, requirement: Requirement): FoundMatch {
  const counted = best !== null && best.verification > 0 && bandOf(best.wordingStrength) !== 'none' ? best : null;
  return {
    tier: 'person',
    strength: 1,
    band: 'strong',
    evidenced: true,
    factors: counted === null ? [] : factorsOf(counted, requirement, at),
    evidence: counted === null ? null : evidenceOf(counted),
  };
}

function factorsOf(hit: Hit, requirement: Requirement, at: Instant): readonly Factor[] {
  const verification = verificationOf(hit.credential);
  const recency = recencyFactor(requirement.maxAgeYears, hit.credential, at);
  return [
    ...(hit.wording === null ? [] : explainSimilarity(hit.wording)),
    { name: 'verification', value: verification.value, reason: verification.reason, flagged: false },
    levelFactor(requirement.level, hit.statement.level),
    ...(recency === null ? [] : [recency]),
  ];
}

function evidenceOf({ statement, credential }: Hit): MatchEvidence {
  return {
    credential: credential.key,
    credentialId: credential.credentialId ?? credential.key,
    credentialName: credential.achievement?.name?.text ?? credential.name?.text ?? '',
    issuerName: credential.issuer.name ?? credential.issuer.id ?? '',
    pointer: statement.pointer,
    quote: statement.quote,
    verdict: credential.report.verdict,
  };
}
