import './ranking.css';
import { useEffect, useMemo } from 'react';
import type { WorkspaceStatus } from '../../../shared/api/contract.ts';
import { compare as compareWords, ranking as words, shell } from '../../../shared/messages/ui.en.ts';
import type { Job } from '../../../shared/model/job.ts';
import type { CandidateId, JobId } from '../../../shared/model/ids.ts';
import type { MatchSettings, Ranking } from '../../../shared/model/match.ts';
import type { RankingSoFar } from '../../../shared/model/search.ts';
import { problemOf } from '../../api/engine.ts';
import { useCandidates, useJobs, useRanking, useRankingSoFar, useStatus } from '../../api/queries.ts';
import { useTaskProgress } from '../../api/task-progress.ts';
import { navigate } from '../../app/navigation.ts';
import { hrefOf } from '../../app/route.ts';
import { announce } from '../../ui/announcer.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { EmptyState, Page } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Progress, TaskProgress } from '../../ui/progress.tsx';
import { CoverageSection } from '../search/coverage-section.tsx';
import { ExportMenu } from './export-menu.tsx';
import { usesModel } from './model-use.ts';
import { RankingSettings } from './ranking-settings-panel.tsx';
import { useWeights } from './ranking-settings.ts';
import { RefusalList } from './refusals.tsx';
import { RankingTable } from './ranking-table.tsx';

interface RankingScreenProps {
  readonly job: JobId | null;
  /** Whose explanation is open. */
  readonly candidate: CandidateId | null;
}

export function RankingScreen({ job: wanted, candidate }: RankingScreenProps) {
  const jobs = useJobs().data;
  const status = useStatus().data;
  if (jobs === undefined || status === undefined) {
    return (
      <Page title={words.title}>
        <p className="muted">{shell.loading}</p>
      </Page>
    );
  }
  const job = jobs.find(({ id }) => id === wanted) ?? (wanted === null && jobs.length === 1 ? jobs[0] : undefined);
  if (jobs.length === 0) {
    return (
      <Page title={words.title} lead={words.lead}>
        <EmptyState title={words.noJobs} text={words.lead}>
          <ButtonLink look="primary" href={hrefOf({ screen: 'job', job: null })}>
            {words.createJob}
          </ButtonLink>
        </EmptyState>
      </Page>
    );
  }
  return <RankingOf jobs={jobs} job={job} status={status} candidate={candidate} />;
}

interface RankingOfProps {
  readonly jobs: readonly Job[];
  readonly job: Job | undefined;
  readonly status: WorkspaceStatus;
  readonly candidate: CandidateId | null;
}

function RankingOf({ jobs, job, status, candidate }: RankingOfProps) {
  const [weights] = useWeights();
  const people = useCandidates().data ?? [];
  const settings: MatchSettings = { useModel: usesModel(status), weights };
  const query = useRanking(job?.id ?? null, settings);
  const progress = useTaskProgress('ranking.compute');
  const isFirst = query.isFetching && query.data === undefined;
  const asked = useRankingSoFar(job?.id ?? null, settings, isFirst && progress?.phase === 'embedding').data ?? null;
  const soFar = isFirst && asked?.ranking.job === job?.id ? asked : null;
  const waiting = useMemo(() => new Set(soFar?.waiting), [soFar]);
  const shown = query.data ?? soFar?.ranking;
  const count = query.isPlaceholderData || query.data === undefined ? undefined : peopleIn(query.data);
  useEffect(() => {
    if (count !== undefined) announce(words.announce(count));
  }, [count]);
  const choices = jobs.map(({ id, title }) => ({ value: id, label: title }));
  return (
    <Page
      title={words.title}
      windowTitle={job === undefined ? words.title : `${words.title}: ${job.title}`}
      lead={words.lead}
      width="full"
      actions={
        <>
          <SelectField<JobId | ''>
            label={words.job}
            hiddenLabel
            value={job?.id ?? ''}
            options={job === undefined ? [{ value: '', label: words.chooseJob }, ...choices] : choices}
            onChange={(id) => navigate({ screen: 'ranking', job: id === '' ? null : id, candidate: null })}
          />
          {job !== undefined && people.length > 1 && (
            <ButtonLink href={hrefOf({ screen: 'compare', job: job.id, people: firstTwo(query.data, candidate) })}>
              {compareWords.open}
            </ButtonLink>
          )}
          {job !== undefined && <ExportMenu job={job.id} settings={settings} blind={status.blind} />}
        </>
      }
    >
      {job !== undefined && (
        <>
          <RankingSettings useModel={settings.useModel} />
          {query.isError && <ProblemNote problem={problemOf(query.error)} onRetry={() => void query.refetch()} />}
          {isFirst && soFar === null && <TaskProgress task={progress} label={words.computing} />}
          {isFirst && soFar !== null && <SoFarProgress soFar={soFar} />}
          {shown !== undefined && (
            <RankingTable
              ranking={shown}
              job={job}
              people={people}
              candidate={candidate}
              isStale={query.isPlaceholderData}
              waiting={waiting}
            />
          )}
          <CoverageSection
            job={job}
            settings={settings}
            people={query.data === undefined ? null : peopleIn(query.data)}
          />
          <RefusalList job={job.id} />
        </>
      )}
    </Page>
  );
}

/** The ranking is there before every wording is embedded: how many people are compared in full by now. */
function SoFarProgress({ soFar }: { readonly soFar: RankingSoFar }) {
  const complete = soFar.people - soFar.waiting.length;
  return (
    <>
      <Progress label={words.soFar} done={complete} total={soFar.people} />
      <p className="muted small">{words.soFarNote}</p>
    </>
  );
}

function peopleIn({ candidates, others }: Ranking): number {
  return candidates.length + (others?.candidates.length ?? 0);
}

/** Whom a comparison begins with: the one whose explanation is open, and the first in the ranking. */
function firstTwo(ranking: Ranking | undefined, open: CandidateId | null): readonly CandidateId[] {
  const inOrder = ranking?.candidates.map((ranked) => ranked.candidate) ?? [];
  return [...new Set([...(open === null ? [] : [open]), ...inOrder])].slice(0, 2);
}
