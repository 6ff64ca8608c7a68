import '../../ui/disclosure.css';
import '../../ui/report-pieces.css';
import { ChevronRight } from 'lucide-react';
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { compare as words, shell } from '../../../shared/messages/ui.en.ts';
import type { Job } from '../../../shared/model/job.ts';
import { ComparePicture } from '../../../shared/reports/ComparePicture.tsx';
import { CompareTable } from '../../../shared/reports/CompareTable.tsx';
import { problemOf } from '../../api/engine.ts';
import { useProfiles } from '../../api/queries.ts';
import { Section } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import type { ComparedPerson } from './compare-people.tsx';

interface CompareProfilesProps {
  readonly people: readonly ComparedPerson[];
  readonly job: Job;
}

/** The T-profiles over the job's, as a picture and as a table. */
export function CompareProfiles({ people, job }: CompareProfilesProps) {
  const queries = useProfiles(
    people.map(({ id }) => id),
    job.id,
  );
  const failed = queries.find((query) => query.isError);
  const shown = people.flatMap(({ name }, index) => {
    const profile = queries[index]?.data;
    return profile === undefined ? [] : [{ label: name, profile }];
  });
  const needed = shown[0]?.profile.needed ?? null;
  return (
    <Section title={words.profiles} note={words.profilesNote}>
      {failed !== undefined && <ProblemNote problem={problemOf(failed.error)} onRetry={() => void failed.refetch()} />}
      {failed === undefined && (shown.length < people.length || needed === null) && (
        <p className="muted" role="status">
          {shell.loading}
        </p>
      )}
      {shown.length === people.length && needed !== null && (
        <>
          <div className="compare-board" role="region" aria-label={words.profiles} tabIndex={0}>
            <ComparePicture needed={needed} people={shown} jobTitle={job.title} />
          </div>
          <Disclosure className="disclosure compare-table">
            <Heading level={3} className="disclosure-heading">
              <AriaButton slot="trigger" className="disclosure-trigger">
                <ChevronRight className="icon disclosure-arrow" size={15} aria-hidden="true" />
                {words.asTable}
              </AriaButton>
            </Heading>
            <DisclosurePanel className="disclosure-panel">
              <div className="table-scroll" role="region" aria-label={words.asTable} tabIndex={0}>
                <CompareTable needed={needed} people={shown} jobTitle={job.title} />
              </div>
            </DisclosurePanel>
          </Disclosure>
        </>
      )}
    </Section>
  );
}
