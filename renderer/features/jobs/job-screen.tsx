import './jobs.css';
import { ChevronLeft } from 'lucide-react';
import { job as words, shell } from '../../../shared/messages/ui.en.ts';
import type { JobId } from '../../../shared/model/ids.ts';
import type { Job } from '../../../shared/model/job.ts';
import { problemOf } from '../../api/engine.ts';
import { useCommand, useJobs } from '../../api/queries.ts';
import { navigate } from '../../app/navigation.ts';
import { hrefOf } from '../../app/route.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { EmptyState, Page } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { decisionsOf, draftOf } from './job-draft.ts';
import { forgetJobEdit, useJobEdit } from './open-edits.ts';
import { LearnedRules } from './learned-rules.tsx';
import { ReadAd } from './read-ad.tsx';
import { Requirements } from './requirements.tsx';

export function JobScreen({ job: id }: { readonly job: JobId | null }) {
  const query = useJobs();
  if (id === null) return <JobEditor id={null} saved={null} />;
  return (
    <Loaded query={query}>
      {(jobs) => {
        const saved = jobs.find((job) => job.id === id);
        if (saved !== undefined) return <JobEditor id={id} saved={saved} />;
        return (
          <Page title={shell.screens.job}>
            <EmptyState title={shell.notFound} text={shell.notFoundNext} />
          </Page>
        );
      }}
    </Loaded>
  );
}

function JobEditor({ id, saved }: { readonly id: JobId | null; readonly saved: Job | null }) {
  const [edit, step] = useJobEdit(id, saved);
  const save = useCommand('jobs.save', ['jobs', 'workspace', 'ranking', 'profiles']);
  const draft = draftOf(edit, id);
  const isReady = typeof draft !== 'string';
  const keep = () => {
    if (!isReady) return;
    save.mutate(
      { ...draft, decisions: decisionsOf(edit) },
      {
        onSuccess: (job) => {
          announce(words.saved(job.version));
          if (id !== null) {
            step({ type: 'saved', job });
            return;
          }
          forgetJobEdit(null);
          navigate({ screen: 'job', job: job.id });
        },
      },
    );
  };
  return (
    <Page
      title={saved === null ? words.newTitle : edit.title || saved.title}
      above={
        <a className="back" href={hrefOf({ screen: 'jobs' })}>
          <ChevronLeft className="icon" size={14} aria-hidden="true" />
          {words.back}
        </a>
      }
      lead={<SaveState version={saved?.version ?? null} isChanged={edit.isChanged} draft={draft} />}
      actions={
        <>
          {saved !== null && (
            <ButtonLink href={hrefOf({ screen: 'ranking', job: saved.id, candidate: null })}>{words.rank}</ButtonLink>
          )}
          <Button look="primary" isDisabled={!isReady || !edit.isChanged || save.isPending} onPress={keep}>
            {words.save}
          </Button>
        </>
      }
    >
      {save.isError && <ProblemNote problem={problemOf(save.error)} />}
      <div className="job-head">
        <TextField
          label={words.name}
          placeholder={words.namePlaceholder}
          value={edit.title}
          onChange={(title) => step({ type: 'titled', title })}
        />
        <TextField
          label={words.field}
          hint={words.fieldHint}
          maxLength={10}
          value={edit.field}
          onChange={(field) => step({ type: 'fielded', field })}
        />
      </div>
      <ReadAd edit={edit} step={step} startsOpen={saved === null} />
      <Requirements edit={edit} step={step} />
      <LearnedRules />
    </Page>
  );
}

interface SaveStateProps {
  readonly version: number | null;
  readonly isChanged: boolean;
  readonly draft: ReturnType<typeof draftOf>;
}

function SaveState({ version, isChanged, draft }: SaveStateProps) {
  if (!isChanged) return version === null ? words.pasteText : words.saved(version);
  if (draft === 'no-title') return words.needsTitle;
  if (draft === 'no-lines') return words.needsLines;
  return draft === 'empty-line' ? words.emptyLine : words.unsaved;
}
