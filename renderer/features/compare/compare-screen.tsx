import './compare.css';
import { ChevronLeft, Printer } from 'lucide-react';
import { useMemo } from 'react';
import { compare as words, ranking as rankingWords, shell } from '../../../shared/messages/ui.en.ts';
import type { CandidateRow } from '../../../shared/api/contract.ts';
import type { Job } from '../../../shared/model/job.ts';
import type { CandidateId } from '../../../shared/model/ids.ts';
import type { MatchSettings } from '../../../shared/model/match.ts';
import { problemOf } from '../../api/engine.ts';
import { useCandidates, useJobs, useRanking, useStatus } from '../../api/queries.ts';
import { useTaskProgress } from '../../api/task-progress.ts';
import { replaceRoute } from '../../app/navigation.ts';
import { hrefOf, MOST_COMPARED, type Route } from '../../app/route.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { EmptyState, Page } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { TaskProgress } from '../../ui/progress.tsx';
import { nameOf } from '../candidates/candidate-name.ts';
import { usesModel } from '../ranking/model-use.ts';
import { everybodyIn } from '../ranking/ranking-list.ts';
import { useWeights } from '../ranking/ranking-settings.ts';
import { useExplained } from '../ranking/use-explained.ts';
import { AddPerson } from './add-person.tsx';
import { ComparePeople, type ComparedPerson } from './compare-people.tsx';
import { CompareProfiles } from './compare-profiles.tsx';
import { CompareRequirements } from './compare-requirements.tsx';

type CompareRoute = Extract<Route, { screen: 'compare' }>;

/** Two to five people side by side for a job: T-profiles over the job's, and who evidences what. */
export function CompareScreen({ route }: { readonly route: CompareRoute }) {
  const jobs = useJobs().data;
  const people = useCandidates().data;
  const status = useStatus().data;
  if (jobs === undefined || people === undefined || status === undefined) {
    return (
      <Page title={words.title}>
        <p className="muted">{shell.loading}</p>
      </Page>
    );
  }
  const job = jobs.find(({ id }) => id === route.job);
  if (job === undefined) {
    return (
      <Page title={words.title}>
        <EmptyState title={words.title} text={words.noJob}>
          <ButtonLink look="primary" href={hrefOf({ screen: 'ranking', job: null, candidate: null })}>
            {rankingWords.title}
          </ButtonLink>
        </EmptyState>
      </Page>
    );
  }
  return <Comparison route={route} job={job} people={people} useModel={usesModel(status)} />;
}

interface ComparisonProps {
  readonly route: CompareRoute;
  readonly job: Job;
  readonly people: readonly CandidateRow[];
  readonly useModel: boolean;
}

function Comparison({ route, job, people, useModel }: ComparisonProps) {
  const [weights] = useWeights();
  const settings: MatchSettings = { useModel, weights };
  const query = useRanking(job.id, settings);
  const progress = useTaskProgress('ranking.compute');
  const names = new Map(people.map(({ candidate }) => [candidate.id, nameOf(candidate)]));
  // Whoever was erased in the meantime is left out.
  const chosen = [...new Set(route.people)].filter((person) => names.has(person));
  const explained = useExplained(query.data, chosen);
  const compared = chosen.map((id): ComparedPerson => ({ id, name: names.get(id) ?? id, ranked: explained.of(id) }));
  const others = useMemo(() => (query.data === undefined ? [] : everybodyIn(query.data)), [query.data]).filter(
    ({ candidate }) => !chosen.includes(candidate),
  );
  const show = (next: readonly CandidateId[]) => {
    replaceRoute({ ...route, people: next });
    announce(words.announce(next.length));
  };
  return (
    <Page
      title={words.titleFor(job.title)}
      windowTitle={words.title}
      lead={words.lead}
      width="full"
      above={
        <a className="back" href={hrefOf({ screen: 'ranking', job: job.id, candidate: null })}>
          <ChevronLeft className="icon" size={14} aria-hidden="true" />
          {words.back}
        </a>
      }
      actions={
        <>
          {chosen.length < MOST_COMPARED && others.length > 0 && (
            <AddPerson
              people={others.slice(0, MOST_OFFERED).map(({ candidate, rank }) => ({
                id: candidate,
                label: `${rank}. ${names.get(candidate) ?? candidate}`,
              }))}
              further={Math.max(0, others.length - MOST_OFFERED)}
              onAdd={(id) => show([...chosen, id])}
            />
          )}
          <Button onPress={() => window.print()} isDisabled={chosen.length < 2}>
            <Printer className="icon" size={15} aria-hidden="true" />
            {words.print}
          </Button>
        </>
      }
    >
      {query.isError && <ProblemNote problem={problemOf(query.error)} onRetry={() => void query.refetch()} />}
      {explained.problem !== null && <ProblemNote problem={explained.problem} />}
      {query.data === undefined && query.isFetching && <TaskProgress task={progress} label={rankingWords.computing} />}
      <ComparePeople people={compared} job={job.id} onRemove={(id) => show(chosen.filter((one) => one !== id))} />
      {chosen.length < 2 ? (
        <EmptyState title={words.tooFew} text={words.tooFewText} />
      ) : (
        <>
          <CompareProfiles people={compared} job={job} />
          {query.data !== undefined && <CompareRequirements people={compared} job={job} />}
        </>
      )}
    </Page>
  );
}

/** People offered to be added, from the top of the ranking; any of the others can be chosen there. */
const MOST_OFFERED = 200;
