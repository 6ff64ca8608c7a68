import { useRef, useState } from 'react';
import { jobs as words } from '../../../shared/messages/ui.en.ts';
import type { Job } from '../../../shared/model/job.ts';
import { problemOf } from '../../api/engine.ts';
import { useCommand, useJobs } from '../../api/queries.ts';
import { hrefOf } from '../../app/route.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { formatMoment } from '../../ui/format.ts';
import { EmptyState, Page } from '../../ui/page.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { useRowKeys } from '../../ui/row-keys.ts';
import { forgetJobEdit } from './open-edits.ts';

export function JobsScreen() {
  const query = useJobs();
  const create = (
    <ButtonLink look="primary" href={hrefOf({ screen: 'job', job: null })}>
      {words.create}
    </ButtonLink>
  );
  return (
    <Page title={words.title} lead={words.lead} actions={query.data?.length === 0 ? undefined : create}>
      <Loaded query={query}>
        {(jobs) =>
          jobs.length === 0 ? (
            <EmptyState title={words.emptyTitle} text={words.empty}>
              {create}
            </EmptyState>
          ) : (
            <JobsTable jobs={jobs} />
          )
        }
      </Loaded>
    </Page>
  );
}

function JobsTable({ jobs }: { readonly jobs: readonly Job[] }) {
  const table = useRef<HTMLTableElement>(null);
  const { rowProps, onKeyDown } = useRowKeys(table, jobs.length);
  return (
    <DataTable
      label={words.table}
      columns={[
        words.columns.title,
        { head: words.columns.requirements, look: 'number' },
        { head: words.columns.musts, look: 'number' },
        words.columns.saved,
        { head: words.columns.act, isQuiet: true },
      ]}
      use="act"
      keys={{ ref: table, onKeyDown }}
    >
      {jobs.map((job, index) => (
        <tr key={job.id}>
          <th scope="row">
            <a href={hrefOf({ screen: 'job', job: job.id })} {...rowProps(index)}>
              {job.title}
            </a>
          </th>
          <td className="cell-number">{job.requirements.length}</td>
          <td className="cell-number">{job.requirements.filter(({ priority }) => priority === 'must').length}</td>
          <td className="muted">
            {formatMoment(job.savedAt)} · {words.versionOf(job.version)}
          </td>
          <td className="cell-tight">
            <span className="row-acts">
              <ButtonLink href={hrefOf({ screen: 'ranking', job: job.id, candidate: null })}>{words.rank}</ButtonLink>
              <RemoveJob job={job} />
            </span>
          </td>
        </tr>
      ))}
    </DataTable>
  );
}

function RemoveJob({ job }: { readonly job: Job }) {
  const [isOpen, setOpen] = useState(false);
  const remove = useCommand('jobs.remove', ['jobs', 'workspace']);
  return (
    <>
      <Button look="plain" aria-label={words.removeNamed(job.title)} onPress={() => setOpen(true)}>
        {words.remove}
      </Button>
      <ConfirmDialog
        title={words.removeTitle}
        text={words.removeText}
        confirm={words.removeConfirm}
        isOpen={isOpen}
        isPending={remove.isPending}
        problem={remove.isError ? problemOf(remove.error) : null}
        onClose={() => setOpen(false)}
        onConfirm={() =>
          remove.mutate(
            { job: job.id },
            {
              onSuccess: () => {
                forgetJobEdit(job.id);
                setOpen(false);
              },
            },
          )
        }
      />
    </>
  );
}
