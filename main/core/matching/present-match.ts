import type { Instant } from '../../../shared/model/ids.ts';
import type { Requirement } from '../../../shared/model/job.ts';
import type { Factor, MatchEvidence, MetBy } from '../../../shared/model/match.ts';
import { assessmentBasis } from '../profiles/assessment-basis.ts';
import { placeOnScale } from '../skills/place-on-scale.ts';
import { explainSimilarity, levelFactor, recencyFactor } from './factors.ts';
import { metByFramework, metByTaxonomy, metByWording } from './identity.ts';
import type { Hit } from './weigh-evidence.ts';

/** What the explanation shows of the evidence that counts: its words and field, how it was met, and every factor. */
export function describeHit(
  hit: Hit,
  requirement: Requirement,
  at: Instant,
): { readonly factors: readonly Factor[]; readonly evidence: MatchEvidence; readonly metBy: MetBy } {
  return {
    factors: factorsOf(hit, requirement, at),
    evidence: evidenceOf(hit),
    metBy: metByOf(hit, requirement),
  };
}

export function metByOf({ tier, through, wording, item: { statement } }: Hit, requirement: Requirement): MetBy {
  if (through !== null) return metByTaxonomy(through);
  if (tier === 'framework') return metByFramework(requirement, statement);
  return metByWording(requirement, wording?.wording ?? statement.text);
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

function factorsOf({ item, wording }: Hit, requirement: Requirement, at: Instant): readonly Factor[] {
  const recency = recencyFactor(requirement.maxAgeYears, item.credential, at);
  return [
    ...(wording === null ? [] : explainSimilarity(wording)),
    { name: 'verification', ...item.verification, flagged: false },
    levelFactor(requirement.level, item.statement.level, placeOnScale(item.credential, item.statement)),
    ...(recency === null ? [] : [recency]),
  ];
}
