import { X } from 'lucide-react';
import { ranking as words, tiers } from '../../../shared/messages/ui.en.ts';
import type { Job } from '../../../shared/model/job.ts';
import type { CandidateId } from '../../../shared/model/ids.ts';
import type { MatchSettings, RankedCandidate } from '../../../shared/model/match.ts';
import { problemOf } from '../../api/engine.ts';
import { useSensitivity } from '../../api/queries.ts';
import { hrefOf } from '../../app/route.ts';
import { BandMark } from '../../ui/badge.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { formatPoints } from '../../ui/format.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { leadOver, splitOf, strongestOf, tiedWith } from './ranking-facts.ts';
import type { RankedPerson } from './ranking-list.ts';
import { RequirementRow } from './requirement-row.tsx';

interface ExplanationProps {
  readonly everybody: readonly RankedPerson[];
  /** Those of the ranking. */
  readonly settings: MatchSettings;
  readonly ranked: RankedCandidate;
  readonly explainedOf: (candidate: CandidateId) => RankedCandidate | null;
  readonly job: Job;
  readonly nameFor: (candidate: CandidateId) => string;
  readonly onClose: () => void;
}

/** Why one person stands where they stand, down to the signed field. */
export function Explanation(props: ExplanationProps) {
  const { everybody, settings, ranked, job, nameFor, onClose } = props;
  const tied = tiedWith(everybody, ranked);
  return (
    <>
      <header className="explanation-head">
        <div className="explanation-title">
          <h2>{nameFor(ranked.candidate)}</h2>
          <Button look="plain" size="small" aria-label={words.closeExplanation} onPress={onClose}>
            <X className="icon" size={16} aria-hidden="true" />
          </Button>
        </div>
        <p className="explanation-facts">
          <BandMark band={ranked.band} />
          <span className="muted">{words.mustsLong(ranked.mustHaves.evidenced, ranked.mustHaves.total)}</span>
          <span className="muted numeric">{words.ofHundred(formatPoints(ranked.score))}</span>
        </p>
        <ButtonLink href={hrefOf({ screen: 'candidate', candidate: ranked.candidate, job: job.id, credential: null })}>
          {words.openCandidate}
        </ButtonLink>
      </header>
      <section className="explanation-part">
        <h3>{words.why(ranked.rank)}</h3>
        {tied > 0 && <p className="muted">{words.tied(tied)}</p>}
        <Why {...props} />
      </section>
      {ranked.counterfactual !== null && (
        <section className="explanation-part">
          <h3>{words.counterfactual}</h3>
          <p>
            {words.counterfactualText(
              ranked.counterfactual,
              formatPoints(ranked.counterfactual.scoreNow),
              formatPoints(ranked.counterfactual.scoreThen),
            )}
          </p>
        </section>
      )}
      <SensitivityPart job={job} settings={settings} candidate={ranked.candidate} />
      <section className="explanation-part">
        <h3>{words.requirements}</h3>
        <ul className="requirement-list">
          {ranked.requirements.map((match) => (
            <RequirementRow
              key={match.requirement}
              match={match}
              requirement={job.requirements.find(({ id }) => id === match.requirement) ?? null}
              candidate={ranked.candidate}
              job={job.id}
              settings={settings}
              headingLevel={4}
              startsOpen={match === strongestOf(ranked)}
            />
          ))}
        </ul>
      </section>
    </>
  );
}

/** Whether other weights would move this person, counted when the explanation is opened. */
function SensitivityPart(props: {
  readonly job: Job;
  readonly settings: MatchSettings;
  readonly candidate: CandidateId;
}) {
  const query = useSensitivity(props.job.id, props.settings, props.candidate);
  const found = query.data;
  return (
    <section className="explanation-part" aria-busy={query.isFetching}>
      <h3>{words.sensitivity}</h3>
      {query.isError && <ProblemNote problem={problemOf(query.error)} />}
      {query.isPending && <p className="muted">{words.sensitivityPending}</p>}
      {found !== undefined && (
        <p>
          {words.sensitivityText(found)} {found.widest !== null && words.sensitivityWidest(found.widest)}
        </p>
      )}
    </section>
  );
}

function Why({ everybody, ranked, explainedOf, nameFor }: ExplanationProps) {
  const strongest = strongestOf(ranked);
  if (strongest === null) return <p>{words.whyNothing}</p>;
  const lead = leadOver(everybody, ranked, explainedOf);
  const split = splitOf(ranked.requirements);
  const all = ranked.requirements.length;
  return (
    <>
      <p>{words.whyCovered(all - split.none, all, split.verified)}</p>
      <p>
        {words.whyFirst(
          strongest.requirementText,
          formatPoints(strongest.points),
          strongest.evidence?.credentialName ?? tiers[strongest.tier].toLowerCase(),
        )}
      </p>
      {lead !== null && (
        <p>
          {lead.points > 0
            ? words.ahead(formatPoints(lead.points), nameFor(lead.next.candidate))
            : words.level(nameFor(lead.next.candidate))}{' '}
          {lead.points > 0 && lead.widest !== null && words.decisive(lead.widest.requirementText)}
        </p>
      )}
    </>
  );
}
