import { mayBecomeRule } from '../../core/matching/refusals.ts';
import { normaliseSkillText } from '../../core/skills/normalise.ts';
import { statementText } from '../../core/skills/read-statements.ts';
import type { InputOf } from '../../../shared/api/contract.ts';
import type { Handlers } from '../../../shared/api/dispatcher.ts';
import { fail, ok, type Result } from '../../../shared/api/problems.ts';
import type { EventId, RefusalId } from '../../../shared/model/ids.ts';
import type { MatchEvidence } from '../../../shared/model/match.ts';
import { identityOfCandidate } from '../blind-view.ts';
import type { EngineContext } from '../engine-context.ts';
import { rankSome } from '../rank-some.ts';

type Names = 'refusals.add' | 'refusals.list' | 'refusals.remove';

/** What people have said is not the same skill: rules that can be read and removed. */
export function refusalHandlers(context: EngineContext): Pick<Handlers, Names> {
  const { workspace } = context;
  return {
    'refusals.add': async (input) => {
      const evidence = await evidenceShown(context, input);
      if (!evidence.ok) return evidence;
      workspace.transaction(() => {
        if (mayBecomeRule(evidence.value, identityOfCandidate(context, input.candidate)))
          addRule(context, input, evidence.value);
        else judgeForOne(context, input);
      });
      context.changed('candidates', 'jobs');
      return ok(null);
    },
    'refusals.list': () => ok(workspace.refusals.list()),
    'refusals.remove': ({ refusal, reason }) => {
      const rule = workspace.refusals.get(refusal);
      if (rule === null) return fail('not-found', { refusal });
      workspace.transaction(() => {
        const about = workspace.refusals.about(refusal);
        workspace.refusals.remove(refusal);
        context.record('refusal.removed', about, { job: rule.job, asked: rule.asked, held: rule.held, reason });
      });
      context.changed('candidates', 'jobs');
      return ok(null);
    },
  };
}

type Refused = InputOf<'refusals.add'>;

/** The evidence that stands for the requirement now, if it is still the one that the person saw. */
async function evidenceShown(
  context: EngineContext,
  { job, requirement, candidate, settings, credential, pointer }: Refused,
): Promise<Result<MatchEvidence>> {
  const ranking = await rankSome(context, job, settings, [candidate]);
  if (!ranking.ok) return ranking;
  const match = ranking.value.candidates[0]?.requirements.find((one) => one.requirement === requirement);
  const evidence = match?.evidence ?? null;
  return evidence?.credential === credential && evidence.pointer === pointer
    ? ok(evidence)
    : fail('not-found', { requirement, credential });
}

/** The rule stays for good; its reason, here and in the log, is said of one person and goes with them. */
function addRule(
  context: EngineContext,
  { job, requirement, candidate, everyJob, reason }: Refused,
  evidence: MatchEvidence,
) {
  const asked = context.workspace.jobs.get(job)?.requirements.find(({ id }) => id === requirement)?.text ?? '';
  const rule = {
    id: context.ids.next() as RefusalId,
    at: context.clock.now(),
    by: context.by,
    reason,
    about: candidate,
    job: everyJob ? null : job,
    asked: normaliseSkillText(asked),
    held: statementText(evidence.quote, evidence.source),
  };
  context.workspace.refusals.add(rule);
  context.record('refusal.added', candidate, { job: rule.job, asked: rule.asked, held: rule.held, reason });
}

/** What was written about one person makes no rule, and goes when the person is erased. */
function judgeForOne(context: EngineContext, { job, requirement, candidate, reason }: Refused) {
  const judgement = 'not-the-same';
  context.workspace.judgements.add({
    id: context.ids.next() as EventId,
    at: context.clock.now(),
    by: context.by,
    job,
    requirement,
    candidate,
    judgement,
    reason,
  });
  context.record('ranking.judged', candidate, { job, requirement, judgement, reason });
}
