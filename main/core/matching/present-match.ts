import type { Instant } from '../../../shared/model/ids.ts';
import type { Factor, MatchEvidence, MetBy } from '../../../shared/model/match.ts';
import { assessmentBasis } from '../profiles/assessment-basis.ts';
import { placeOnScale } from '../skills/place-on-scale.ts';
import { explainSimilarity, levelFactor, recencyFactor, relatedFactor } from './factors.ts';
import { metByFramework, metByTaxonomy, metByWording } from './identity.ts';
import type { Hit } from './weigh-evidence.ts';
import type { PreparedRequirement } from './wording-strength.ts';

/** What the explanation shows of the evidence that counts: its words and field, how it was met, and every factor. */
export function describeHit(
  hit: Hit,
  prepared: PreparedRequirement,
  at: Instant,
): { readonly factors: readonly Factor[]; readonly evidence: MatchEvidence; readonly metBy: MetBy } {
  return {
    factors: factorsOf(hit, prepared, at),
    evidence: evidenceOf(hit),
    metBy: metByOf(hit, prepared),
  };
}

export function metByOf({ tier, through, wording, item: { statement } }: Hit, prepared: PreparedRequirement): MetBy {
  if (through !== null) return metByTaxonomy(through);
  if (tier === 'framework') return metByFramework(prepared.requirement, statement);
  return metByWording(prepared, wording?.wording ?? statement.text);
}

export function evidenceOf({ item: { statement, credential } }: Hit): MatchEvidence {
  return {
    credential: credential.key,
    credentialId: credential.credentialId ?? credential.key,
    credentialName: credential.achievement?.name?.text ?? credential.name?.text ?? '',
    issuerName: credential.issuer.name ?? credential.issuer.id ?? '',
    pointer: statement.pointer,
    quote: statement.quote,
    source: statement.source,
    verdict: credential.report.verdict,
    assessmentBasis: assessmentBasis(credential).step,
  };
}

function factorsOf(hit: Hit, { requirement }: PreparedRequirement, at: Instant): readonly Factor[] {
  const { item, tier, through, wording } = hit;
  const recency = recencyFactor(requirement.maxAgeYears, item.credential, at);
  return [
    ...(wording === null ? [] : explainSimilarity(wording)),
    ...(tier === 'related' && through !== null ? [relatedFactor(through)] : []),
    { name: 'verification', ...item.verification, flagged: false },
    levelFactor(requirement.level, item.statement.level, placeOnScale(item.credential, item.statement)),
    ...(recency === null ? [] : [recency]),
  ];
}
