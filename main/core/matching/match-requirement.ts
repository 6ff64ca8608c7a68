import type { Credential } from '../../../shared/model/credential.ts';
import type { Instant } from '../../../shared/model/ids.ts';
import type { Requirement } from '../../../shared/model/job.ts';
import type { Band, Factor, MatchEvidence, MatchTier } from '../../../shared/model/match.ts';
import type { SkillStatement } from '../../../shared/model/skill.ts';
import { ambiguousNameIn, hasWord } from './ambiguous-names.ts';
import { explainSimilarity, levelFactor, recencyFactor } from './factors.ts';
import { AMBIGUOUS_NAME, BAND_FROM, LEAST_STRENGTH, verificationFactor } from './settings.ts';
import {
  isNarrative,
  normaliseFrameworkId,
  type PreparedRequirement,
  type StatementWords,
  type WordingMatch,
} from './wording-strength.ts';

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
  items: readonly EvidenceItem[],
  judgement: PersonalJudgement,
  at: Instant,
): FoundMatch {
  if (judgement === 'not-the-same') return NOTHING;
  let best: Hit | null = null;
  let evidenced = judgement === 'meets';
  for (const item of items) {
    if (!mayEvidence(prepared.requirement, item.statement)) continue;
    const hit = weigh(prepared, item, items, at);
    if (hit.wording === null && item.statement.noEvidence === null && item.verification.value > 0) evidenced = true;
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
  readonly item: EvidenceItem;
  readonly tier: 'framework' | 'label' | 'similarity';
  /** Null where identity made a comparison needless. */
  readonly wording: WordingMatch | null;
  readonly wordingStrength: number;
  /** wordingStrength × verification × level × recency. */
  readonly strength: number;
}

function weigh(prepared: PreparedRequirement, item: EvidenceItem, items: readonly EvidenceItem[], at: Instant): Hit {
  const { level: asked, maxAgeYears } = prepared.requirement;
  const tier = identityTier(prepared, item.statement);
  const wording = tier === null ? inItsSense(prepared, item, items) : null;
  const wordingStrength = wording === null ? 1 : wording.strength;
  const level = asked === null ? 1 : levelFactor(asked, item.statement.level).value;
  const recency = maxAgeYears === null ? 1 : (recencyFactor(maxAgeYears, item.credential, at)?.value ?? 1);
  const strength =
    wordingStrength * (item.statement.noEvidence === null ? item.verification.value : 0) * level * recency;
  return { item, tier: tier ?? 'similarity', wording, wordingStrength, strength };
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

function identityTier(
  { requirement, wordings, frameworkIds }: PreparedRequirement,
  statement: SkillStatement,
): 'framework' | 'label' | null {
  if (statement.frameworkIds.some((id) => frameworkIds.has(normaliseFrameworkId(id)))) return 'framework';
  return wordings.includes(statement.text) && namesTheThing(requirement, statement) ? 'label' : null;
}

/**
 * A licence is held by a credential of that type and a credential by its name; a word of a description names neither.
 * For skills every field names, but not a clause of a narrative that happens to be one word.
 */
function namesTheThing({ kind }: Requirement, { source, text }: SkillStatement): boolean {
  if (kind === 'licence') return source === 'licence';
  return !isNarrative(source) || text.includes(' ');
}

/** Where a credential is asked, what it is called may be evidence, and what it is about is none. */
function mayEvidence({ kind }: Requirement, { source }: SkillStatement): boolean {
  const asksCredential = kind === 'licence' || kind === 'credential';
  return !asksCredential || source === 'achievement-name' || source === 'licence' || source === 'alignment';
}

function isBetter(hit: Hit, best: Hit): boolean {
  if (hit.strength !== best.strength) return hit.strength > best.strength;
  if (hit.wordingStrength !== best.wordingStrength) return hit.wordingStrength > best.wordingStrength;
  // Equal evidence: an order that follows from the words, then from the bytes, never from the import.
  return orderKey(hit) < orderKey(best);
}

function orderKey({ tier, item: { statement } }: Hit): string {
  return [tier, statement.text, statement.pointer, statement.credential].join('\n');
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
    tier: 'person',
    strength: 1,
    band: 'strong',
    evidenced: true,
    factors: counted === null ? [] : factorsOf(counted, requirement, at),
    evidence: counted === null ? null : evidenceOf(counted),
  };
}

function factorsOf({ item, wording }: Hit, requirement: Requirement, at: Instant): readonly Factor[] {
  const recency = recencyFactor(requirement.maxAgeYears, item.credential, at);
  return [
    ...(wording === null ? [] : explainSimilarity(wording)),
    { name: 'verification', ...item.verification, flagged: false },
    levelFactor(requirement.level, item.statement.level),
    ...(recency === null ? [] : [recency]),
  ];
}

function evidenceOf({ item: { statement, credential } }: Hit): MatchEvidence {
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
