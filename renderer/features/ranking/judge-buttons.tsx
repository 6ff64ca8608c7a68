import { useState } from 'react';
import { ranking as words } from '../../../shared/messages/ui.en.ts';
import type { CandidateId, JobId } from '../../../shared/model/ids.ts';
import type { RequirementMatch } from '../../../shared/model/match.ts';
import { problemOf } from '../../api/engine.ts';
import { useCommand } from '../../api/queries.ts';
import { Button } from '../../ui/button.tsx';
import { ReasonDialog } from '../../ui/dialog.tsx';

type Judgement = 'meets' | 'not-the-same' | 'withdrawn';

interface JudgeButtonsProps {
  readonly match: RequirementMatch;
  readonly candidate: CandidateId;
  readonly job: JobId;
}

/** A person's word beside the machine's, always with a reason. */
export function JudgeButtons({ match, candidate, job }: JudgeButtonsProps) {
  const [asked, setAsked] = useState<Judgement | null>(null);
  const judge = useCommand('ranking.judge', ['ranking', 'profiles']);
  const ask = (judgement: Judgement) => {
    judge.reset();
    setAsked(judgement);
  };
  return (
    <div className="judge" role="group" aria-label={words.judge}>
      {match.tier !== 'person' && (
        <Button size="small" onPress={() => ask('meets')}>
          {words.meets}
        </Button>
      )}
      {match.evidence !== null && match.tier !== 'person' && (
        <Button size="small" onPress={() => ask('not-the-same')}>
          {words.notSame}
        </Button>
      )}
      {(match.tier === 'person' || match.tier === 'none') && (
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
