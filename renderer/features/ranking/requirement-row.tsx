import '../../ui/disclosure.css';
import { ChevronRight, CircleCheck, CircleDashed } from 'lucide-react';
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { assessmentBases } from '../../../shared/messages/profile.en.ts';
import { factors, priorities, ranking as words, tiers } from '../../../shared/messages/ui.en.ts';
import type { Requirement } from '../../../shared/model/job.ts';
import type { CandidateId, JobId } from '../../../shared/model/ids.ts';
import type { Factor, MatchEvidence, MatchSettings, MetBy, RequirementMatch } from '../../../shared/model/match.ts';
import { assertNever } from '../../../shared/model/never.ts';
import { hrefOf } from '../../app/route.ts';
import { Badge, BandMark, VerdictBadge } from '../../ui/badge.tsx';
import { formatFactor, formatPoints } from '../../ui/format.ts';
import { Term } from '../../ui/term.tsx';
import { JudgeButtons } from './judge-buttons.tsx';
import { RefusedHere } from './refusals.tsx';

interface RequirementRowProps {
  readonly match: RequirementMatch;
  readonly requirement: Requirement | null;
  readonly candidate: CandidateId;
  readonly job: JobId;
  readonly settings: MatchSettings;
  readonly headingLevel: 3 | 4;
  readonly startsOpen: boolean;
}

/** One requirement → credential → exact words and their field → tier → every factor → points. */
export function RequirementRow(props: RequirementRowProps) {
  const { match, requirement, candidate, job, settings, headingLevel, startsOpen } = props;
  const isMust = requirement?.priority === 'must';
  return (
    <li>
      <Disclosure className="disclosure" defaultExpanded={startsOpen}>
        <Heading level={headingLevel} className="disclosure-heading">
          <AriaButton slot="trigger" className="disclosure-trigger">
            <ChevronRight className="icon disclosure-arrow" size={15} aria-hidden="true" />
            <span className="requirement-name">
              {match.requirementText}
              <span className="requirement-state muted small">
                {isMust && <MustState match={match} />}
                {!isMust && requirement !== null && priorities[requirement.priority]}
                {' · '}
                {tiers[match.tier]}
              </span>
            </span>
            <span className="muted numeric requirement-points">{formatPoints(match.points)}</span>
          </AriaButton>
        </Heading>
        <DisclosurePanel className="disclosure-panel">
          {match.evidence === null ? (
            <p className="muted">{words.noEvidence}</p>
          ) : (
            <Evidence evidence={match.evidence} candidate={candidate} job={job} />
          )}
          <p className="requirement-tier">
            <span className="muted">
              {words.tier} <Term name="tier" />:
            </span>{' '}
            <Badge tone={match.tier === 'none' ? 'quiet' : 'accent'}>{tiers[match.tier]}</Badge>
            <BandMark band={match.band} />
          </p>
          <HowMet match={match} />
          <RefusedHere ids={match.refusals} />
          {match.factors.length > 0 && <Factors match={match} weight={requirement?.weight ?? null} />}
          <JudgeButtons match={match} candidate={candidate} job={job} settings={settings} />
        </DisclosurePanel>
      </Disclosure>
    </li>
  );
}

/** Which words or entry were met, and on what it rests that a must-have counts as evidenced. */
function HowMet({ match: { metBy, identity, claimed, evidence } }: { readonly match: RequirementMatch }) {
  return (
    <>
      {metBy !== null && metBy.kind !== 'text' && (
        <p className="muted">
          <bdi>{howMet(metBy)}</bdi>
        </p>
      )}
      {identity !== null && (
        <p className="muted">
          <bdi>
            {claimed
              ? words.alsoClaimedBy(identity.evidence.credentialName, identity.evidence.quote)
              : words.alsoBy(identity.evidence.credentialName, identity.evidence.quote)}
          </bdi>
        </p>
      )}
      {claimed && (
        <p>
          <Badge tone="warn">{words.claimed}</Badge>
        </p>
      )}
      {evidence !== null && (
        <p className="muted small">
          {words.assessment}: {assessmentBases[evidence.assessmentBasis] ?? assessmentBases[0]}
        </p>
      )}
    </>
  );
}

/** Which words or entry of the requirement were met, in a sentence. */
export function howMet(metBy: MetBy): string {
  switch (metBy.kind) {
    case 'text':
      return words.metBy.text;
    case 'alternative':
      return words.metBy.alternative(metBy.words);
    case 'framework':
      return words.metBy.framework(metBy.words);
    case 'other-name':
      return words.metBy.otherName(metBy.words);
    case 'taxonomy':
      return words.metBy[metBy.relation](metBy.words, metBy.held);
    default:
      return assertNever(metBy);
  }
}

function MustState({ match: { evidenced, claimed } }: { readonly match: RequirementMatch }) {
  const missing = claimed ? words.claimedMust : words.missingMust;
  const Icon = evidenced ? CircleCheck : CircleDashed;
  return (
    <>
      <Icon className={evidenced ? 'icon must-met' : 'icon musts-missing'} size={13} aria-hidden="true" />{' '}
      {evidenced ? words.evidencedMust : missing}
    </>
  );
}

function Evidence(props: { readonly evidence: MatchEvidence; readonly candidate: CandidateId; readonly job: JobId }) {
  const { evidence } = props;
  return (
    <figure className="evidence">
      <blockquote>
        <q>
          <bdi>{evidence.quote}</bdi>
        </q>
      </blockquote>
      <figcaption>
        <span>
          <strong>
            <bdi>{evidence.credentialName}</bdi>
          </strong>
          , <bdi>{evidence.issuerName}</bdi>
        </span>
        <span className="muted small">
          {words.field} <code className="code">{evidence.pointer}</code>
        </span>
        <span className="page-actions">
          <VerdictBadge verdict={evidence.verdict} />
          <a
            href={hrefOf({
              screen: 'candidate',
              candidate: props.candidate,
              job: props.job,
              credential: evidence.credential,
            })}
          >
            {words.openTrust}
          </a>
        </span>
      </figcaption>
    </figure>
  );
}

function Factors({ match, weight }: { readonly match: RequirementMatch; readonly weight: number | null }) {
  return (
    <table className="factors">
      <caption className="visually-hidden">{words.factorsTitle}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{words.factor}</th>
          <th scope="col">{words.value}</th>
          <th scope="col">{words.because}</th>
        </tr>
      </thead>
      <tbody>
        {match.factors.map((factor) => (
          <FactorRow key={factor.name} factor={factor} />
        ))}
        <tr className="factors-sum">
          <th scope="row">{words.strength}</th>
          <td className="numeric">{formatFactor(match.strength)}</td>
          <td className="muted">
            {weight === null ? '' : words.sum(formatFactor(weight), formatPoints(match.points))}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function FactorRow({ factor }: { readonly factor: Factor }) {
  return (
    <tr>
      <th scope="row">{factors[factor.name]}</th>
      <td className="numeric">{formatFactor(factor.value)}</td>
      <td className="muted">
        <bdi>{factor.reason}</bdi> {factor.flagged && <Badge tone="warn">{words.flagged}</Badge>}
      </td>
    </tr>
  );
}
