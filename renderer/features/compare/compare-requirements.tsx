import '../../ui/table.css';
import { CircleCheck, CircleDashed } from 'lucide-react';
import { compare as words, priorities, ranking as rankingWords, tiers } from '../../../shared/messages/ui.en.ts';
import type { Job } from '../../../shared/model/job.ts';
import type { RequirementMatch } from '../../../shared/model/match.ts';
import { letterOf } from '../../../shared/reports/profile-picture/compare-layout.ts';
import { hrefOf } from '../../app/route.ts';
import { BandMark, VerdictBadge } from '../../ui/badge.tsx';
import { Section } from '../../ui/page.tsx';
import { Term } from '../../ui/term.tsx';
import type { ComparedPerson } from './compare-people.tsx';
import { compareRows, type CompareRow } from './compare-rows.ts';

interface CompareRequirementsProps {
  readonly people: readonly ComparedPerson[];
  readonly job: Job;
}

/** Who evidences what, with tier and band in words; where people differ comes first. */
export function CompareRequirements({ people, job }: CompareRequirementsProps) {
  const { differing, same } = compareRows(
    job,
    people.map(({ ranked }) => ranked),
  );
  const part = (title: string, none: string, rows: readonly CompareRow[]) => (
    <tbody>
      <tr className="compare-part">
        <th scope="rowgroup" colSpan={people.length + 1}>
          {title}
          {rows.length === 0 && <span className="muted small"> {none}</span>}
        </th>
      </tr>
      {rows.map((row) => (
        <Row key={row.requirement.id} row={row} people={people} job={job} />
      ))}
    </tbody>
  );
  return (
    <Section
      title={words.requirements}
      note={
        <>
          {words.requirementsNote} <Term name="tier" />
        </>
      }
    >
      <div className="table-frame" role="region" aria-label={words.requirements} tabIndex={0}>
        <table className="table compare-requirements">
          <caption className="visually-hidden">{words.requirements}</caption>
          <thead>
            <tr>
              <th scope="col">{words.requirement}</th>
              {people.map(({ id, name }, index) => (
                <th scope="col" key={id}>
                  <span className="compare-letter" aria-hidden="true">
                    {letterOf(index)}
                  </span>{' '}
                  <bdi>{name}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          {part(words.differs, words.allSame, differing)}
          {part(words.same, words.allDiffer, same)}
        </table>
      </div>
    </Section>
  );
}

function Row(props: { readonly row: CompareRow; readonly people: readonly ComparedPerson[]; readonly job: Job }) {
  const { requirement, matches } = props.row;
  return (
    <tr>
      <th scope="row">
        {requirement.text}
        <span className="muted small compare-priority">{priorities[requirement.priority]}</span>
      </th>
      {matches.map((match, index) => {
        const person = props.people[index];
        return (
          <td key={person?.id ?? index}>
            {match === null || person === undefined ? (
              <span className="muted">{words.notRanked}</span>
            ) : (
              <Match match={match} person={person} job={props.job} isMust={requirement.priority === 'must'} />
            )}
          </td>
        );
      })}
    </tr>
  );
}

function Match(props: {
  readonly match: RequirementMatch;
  readonly person: ComparedPerson;
  readonly job: Job;
  readonly isMust: boolean;
}) {
  const { match, person, job } = props;
  const { evidence } = match;
  return (
    <div className="compare-cell">
      {props.isMust && <MustState match={match} />}
      {match.tier === 'none' ? (
        <span className="muted">{words.noEvidence}</span>
      ) : (
        <span className="compare-tier">
          <BandMark band={match.band} /> <span>{tiers[match.tier]}</span>
        </span>
      )}
      {match.identity !== null && (
        <span className="muted">
          {match.claimed
            ? rankingWords.alsoClaimedBy(match.identity.evidence.credentialName, match.identity.evidence.quote)
            : rankingWords.alsoBy(match.identity.evidence.credentialName, match.identity.evidence.quote)}
        </span>
      )}
      {evidence !== null && (
        <>
          <q>
            <bdi>{evidence.quote}</bdi>
          </q>
          <span className="compare-source">
            <a
              href={hrefOf({ screen: 'candidate', candidate: person.id, job: job.id, credential: evidence.credential })}
            >
              <bdi>{evidence.credentialName}</bdi>
            </a>
            <VerdictBadge verdict={evidence.verdict} />
          </span>
        </>
      )}
    </div>
  );
}

function MustState({ match: { evidenced, claimed } }: { readonly match: RequirementMatch }) {
  const Icon = evidenced ? CircleCheck : CircleDashed;
  const missing = claimed ? rankingWords.claimedMust : rankingWords.missingMust;
  return (
    <span className={evidenced ? 'compare-must compare-met' : 'compare-must'}>
      <Icon className="icon" size={13} aria-hidden="true" /> {evidenced ? rankingWords.evidencedMust : missing}
    </span>
  );
}
