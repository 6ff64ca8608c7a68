import '../ranking/ranking.css';
import { candidate as words, ranking as rankingWords } from '../../../shared/messages/ui.en.ts';
import type { CandidateId, JobId } from '../../../shared/model/ids.ts';
import type { MatchSettings } from '../../../shared/model/match.ts';
import { useJobs, useRanking, useStatus } from '../../api/queries.ts';
import { useTaskProgress } from '../../api/task-progress.ts';
import { hrefOf } from '../../app/route.ts';
import { BandMark } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { formatPoints } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { TaskProgress } from '../../ui/progress.tsx';
import { usesModel } from '../ranking/model-use.ts';
import { useWeights } from '../ranking/ranking-settings.ts';
import { strongestOf } from '../ranking/ranking-facts.ts';
import { RequirementRow } from '../ranking/requirement-row.tsx';
import { useExplained } from '../ranking/use-explained.ts';

interface MatchSectionProps {
  readonly candidate: CandidateId;
  readonly job: JobId;
}

/** The same explanation as in the ranking, for one person. */
export function MatchSection({ candidate, job: id }: MatchSectionProps) {
  const job = useJobs().data?.find((one) => one.id === id);
  const status = useStatus().data;
  const [weights] = useWeights();
  const settings: MatchSettings = { useModel: status === undefined || usesModel(status), weights };
  const query = useRanking(status === undefined || job === undefined ? null : id, settings);
  const explained = useExplained(query.data, [candidate]);
  const progress = useTaskProgress('ranking.compute');
  if (job === undefined) return null;
  const ranked = explained.of(candidate);
  const isListed = ranked !== null || query.data?.others?.candidates.includes(candidate) === true;
  return (
    <Section
      title={`${words.match}: ${job.title}`}
      actions={<ButtonLink href={hrefOf({ screen: 'ranking', job: id, candidate })}>{words.openRanking}</ButtonLink>}
    >
      {query.data === undefined && query.isFetching && <TaskProgress task={progress} label={rankingWords.computing} />}
      {explained.problem !== null && <ProblemNote problem={explained.problem} />}
      {query.data !== undefined && !isListed && <p className="muted">{words.notRanked}</p>}
      {ranked !== null && (
        <div className="match-board">
          <p className="explanation-facts">
            <BandMark band={ranked.band} />
            <span className="muted">{words.matchLead(ranked.mustHaves.evidenced, ranked.mustHaves.total)}</span>
            <span className="muted numeric">{rankingWords.ofHundred(formatPoints(ranked.score))}</span>
          </p>
          <ul className="requirement-list">
            {ranked.requirements.map((match) => (
              <RequirementRow
                key={match.requirement}
                match={match}
                requirement={job.requirements.find((one) => one.id === match.requirement) ?? null}
                candidate={candidate}
                job={id}
                settings={settings}
                headingLevel={3}
                startsOpen={match === strongestOf(ranked)}
              />
            ))}
          </ul>
        </div>
      )}
    </Section>
  );
}
