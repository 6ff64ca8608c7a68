import { useState } from 'react';
import { ranking as words } from '../../../shared/messages/ui.en.ts';
import type { CandidateId, JobId } from '../../../shared/model/ids.ts';
import type { MatchSettings, RequirementMatch } from '../../../shared/model/match.ts';
import { problemOf } from '../../api/engine.ts';
import { useCommand } from '../../api/queries.ts';
import { Button } from '../../ui/button.tsx';
import { ReasonDialog } from '../../ui/dialog.tsx';
import { Toggle } from '../../ui/field.tsx';

interface JudgeButtonsProps {
  readonly match: RequirementMatch;
  readonly candidate: CandidateId;
  readonly job: JobId;
  readonly settings: MatchSettings;
}

/** A person's word beside the machine's, always with a reason. */
export function JudgeButtons({ match, candidate, job, settings }: JudgeButtonsProps) {
  const [asked, setAsked] = useState<'meets' | 'withdrawn' | null>(null);
  const judge = useCommand('ranking.judge', ['ranking', 'profiles']);
  const ask = (judgement: 'meets' | 'withdrawn') => {
    judge.reset();
    setAsked(judgement);
  };
  return (
    <div className="judge" role="group" aria-label={words.judge}>
      {match.judgement === null && (
        <Button size="small" onPress={() => ask('meets')}>
          {words.meets}
        </Button>
      )}
      {match.judgement === null && <RefuseButton match={match} candidate={candidate} job={job} settings={settings} />}
      {match.judgement !== null && (
        <Button size="small" look="plain" onPress={() => ask('withdrawn')}>
          {words.withdraw}
        </Button>
      )}
      <ReasonDialog
        title={words.judgeTitle[asked ?? 'meets']}
        text={words.judgeText[asked ?? 'meets']}
        confirm={words.judgeConfirm}
        isOpen={asked !== null}
        isPending={judge.isPending}
        problem={judge.isError ? problemOf(judge.error) : null}
        onClose={() => setAsked(null)}
        onConfirm={(reason) => {
          if (asked === null) return;
          judge.mutate(
            { job, candidate, requirement: match.requirement, judgement: asked, reason },
            { onSuccess: () => setAsked(null) },
          );
        }}
      />
    </div>
  );
}

/** Says of the evidence that stands here that it is not the same skill, here or in every job. */
function RefuseButton({ match, candidate, job, settings }: JudgeButtonsProps) {
  const [isOpen, setOpen] = useState(false);
  const [everyJob, setEveryJob] = useState(false);
  const refuse = useCommand('refusals.add', ['ranking', 'profiles']);
  const { evidence } = match;
  if (evidence === null) return null;
  return (
    <>
      <Button
        size="small"
        onPress={() => {
          refuse.reset();
          setEveryJob(false);
          setOpen(true);
        }}
      >
        {words.notSame}
      </Button>
      <ReasonDialog
        title={words.judgeTitle['not-the-same']}
        text={words.judgeText['not-the-same']}
        confirm={words.judgeConfirm}
        isOpen={isOpen}
        isPending={refuse.isPending}
        problem={refuse.isError ? problemOf(refuse.error) : null}
        onClose={() => setOpen(false)}
        onConfirm={(reason) => {
          const { credential, pointer } = evidence;
          refuse.mutate(
            { job, requirement: match.requirement, candidate, settings, credential, pointer, everyJob, reason },
            { onSuccess: () => setOpen(false) },
          );
        }}
      >
        {evidence.source !== 'narrative' && (
          <Toggle label={words.notSameEverywhere} isOn={everyJob} onChange={setEveryJob} />
        )}
      </ReasonDialog>
    </>
  );
}
