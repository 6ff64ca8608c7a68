import { createSimilarity } from '../core/matching/similarity.ts';
import { normaliseSkillText } from '../core/skills/normalise.ts';
import { buildProfile, profileTexts } from '../core/profiles/build-profile.ts';
import { fail, ok, type Result } from '../../shared/api/problems.ts';
import type { CandidateId, JobId } from '../../shared/model/ids.ts';
import type { TProfile } from '../../shared/model/profile.ts';
import type { EngineContext } from './engine-context.ts';
import { vectorsOf } from './text-vectors.ts';

/** The T-profiles of some people, in that order; relative to a job where one is given. */
export async function readProfiles(
  context: EngineContext,
  candidates: readonly CandidateId[],
  job: JobId | null,
): Promise<Result<readonly TProfile[]>> {
  const { workspace } = context;
  const asked = job === null ? null : workspace.jobs.get(job);
  if (job !== null && asked === null) return fail('not-found', { job });
  const people = candidates.map((candidate) => {
    const credentials = workspace.credentials
      .ofCandidate(candidate)
      .filter((stored) => stored.replacedBy === null)
      .map((stored) => stored.credential);
    const statements = credentials.flatMap((credential) => workspace.statements.ofCredential(credential.key));
    return { candidate, credentials, statements };
  });
  const texts = profileTexts(people.flatMap((person) => person.statements)).map(normaliseSkillText);
  const embedded = await vectorsOf(context, texts, { useModel: workspace.settings.read().useModel });
  if (!embedded.ok) return embedded;
  const similarity = createSimilarity([], embedded.value.vectors);
  return ok(people.map((person) => buildProfile({ ...person, job: asked, similarity })));
}
