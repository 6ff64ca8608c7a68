import type { ReactNode } from 'react';
import { bands, factors as factorNames, tiers } from '../messages/ranking.en.ts';
import { report as words } from '../messages/report.en.ts';
import type { Requirement } from '../model/job.ts';
import type { MatchEvidence, RankedCandidate, RequirementMatch } from '../model/match.ts';
import { VerdictBadge } from './VerdictBadge.tsx';

export interface MatchTableProps {
  readonly ranked: RankedCandidate;
  readonly requirements: readonly Requirement[];
}

/** Requirement → tier → credential → exact words with their field → every factor → points. */
export function MatchTable({ ranked, requirements }: MatchTableProps): ReactNode {
  return (
    <table className="report-table match-table">
      <thead>
        <tr>
          <th scope="col">{words.requirement}</th>
          <th scope="col">{words.foundBy}</th>
          <th scope="col">{words.evidence}</th>
          <th scope="col" className="report-number">
            {words.points}
          </th>
        </tr>
      </thead>
      <tbody>
        {ranked.requirements.map((match) => (
          <MatchRow
            key={match.requirement}
            match={match}
            requirement={requirements.find((one) => one.id === match.requirement) ?? null}
          />
        ))}
      </tbody>
    </table>
  );
}

function MatchRow(props: { readonly match: RequirementMatch; readonly requirement: Requirement | null }): ReactNode {
  const { match, requirement } = props;
  const isMust = requirement?.priority === 'must';
  return (
    <tr>
      <th scope="row">
        <bdi>{match.requirementText}</bdi>
        <span className="report-small">
          {isMust
            ? match.evidenced
              ? `✓ ${words.mustMet}`
              : `! ${match.claimed ? words.mustClaimed : words.mustMissing}`
            : requirement === null
              ? ''
              : words.priorities[requirement.priority]}
        </span>
      </th>
      <td>
        {tiers[match.tier]}
        {match.evidence !== null && <span className="report-small">{bands[match.band]}</span>}
      </td>
      <td>
        {match.evidence === null ? <span className="report-muted">{'–'}</span> : <Evidence evidence={match.evidence} />}
        {match.evidence !== null && match.factors.length > 0 && (
          <ul className="factor-list">
            {match.factors.map((factor) => (
              <li key={factor.name}>
                <bdi>{words.factor(factorNames[factor.name], factor.value, factor.reason)}</bdi>
                {factor.flagged && <span className="report-flag">{' ⚑ not stated'}</span>}
              </li>
            ))}
          </ul>
        )}
      </td>
      <td className="report-number">{match.points.toFixed(1)}</td>
    </tr>
  );
}

function Evidence({ evidence }: { readonly evidence: MatchEvidence }): ReactNode {
  return (
    <>
      <q>
        <bdi>{evidence.quote}</bdi>
      </q>
      <code className="report-path">{evidence.pointer}</code>
      <span className="report-small">
        <bdi>{evidence.credentialName}</bdi>
        {', '}
        <bdi>{evidence.issuerName}</bdi>
      </span>
      <VerdictBadge verdict={evidence.verdict} />
    </>
  );
}
