import type { PlaceEdit } from '../adapters/sqlite/profile-repository.ts';
import { buildProfile } from '../core/profiles/build-profile.ts';
import { neededProfile, neededTexts } from '../core/profiles/needed-profile.ts';
import type { StandingEdit } from '../core/profiles/place-skill.ts';
import { profileSteps } from '../core/profiles/profile-steps.ts';
import { fail, ok, type Result } from '../../shared/api/problems.ts';
import type { CandidateId, JobId } from '../../shared/model/ids.ts';
import type { ProfileStep } from '../../shared/model/profile-change.ts';
import type { TProfile } from '../../shared/model/profile.ts';
import type { EngineContext } from './engine-context.ts';
import { placerFor } from './placings.ts';
import { readPerson } from './pool/workspace-pool.ts';

/**
 * The T-profiles of some people, in that order; relative to a job where one is given. The shape that each of them gets is
 * kept as the one that was last shown, from which the next one moves only when a boundary is passed by a margin.
 */
export async function readProfiles(
  context: EngineContext,
  candidates: readonly CandidateId[],
  job: JobId | null,
): Promise<Result<readonly TProfile[]>> {
  const { workspace } = context;
  const asked = job === null ? null : workspace.jobs.get(job);
  if (job !== null && asked === null) return fail('not-found', { job });
  const people = candidates.map((candidate) => ({
    ...readPerson(workspace, candidate),
    edits: editsOf(context, candidate),
  }));
  const texts = people.flatMap((person) => person.statements.map((statement) => statement.text));
  const placer = await placerFor(context, [...(asked === null ? [] : neededTexts(asked)), ...texts]);
  if (!placer.ok) return placer;
  const needed = asked === null ? null : neededProfile(asked, placer.value);
  const coreField = needed?.coreField?.code ?? null;
  const profiles = people.map((person) => {
    const previousShape = workspace.profiles.shape(person.candidate, coreField);
    const profile = buildProfile({ ...person, needed, placer: placer.value, previousShape });
    return { profile, isNew: profile.shape !== previousShape };
  });
  const moved = profiles.filter(({ isNew }) => isNew);
  // Somebody can have been erased while the wordings were embedded.
  if (moved.length > 0) {
    workspace.transaction(() => {
      for (const { profile } of moved) {
        if (workspace.candidates.get(profile.candidate) === null) continue;
        workspace.profiles.keepShape(profile.candidate, coreField, profile.shape);
      }
    });
  }
  return ok(profiles.map(({ profile }) => profile));
}

/** What each import changed in a person's T-profile, newest first. */
export async function readProfileSteps(
  context: EngineContext,
  candidate: CandidateId,
  job: JobId | null,
): Promise<Result<readonly ProfileStep[]>> {
  const { workspace } = context;
  const asked = job === null ? null : workspace.jobs.get(job);
  if (job !== null && asked === null) return fail('not-found', { job });
  const stored = new Map(workspace.credentials.ofCandidate(candidate).map((one) => [one.credential.key, one]));
  const arrived = workspace.profiles.arrivals(candidate).flatMap(({ credential: key, at, together }) => {
    const one = stored.get(key);
    return one === undefined ? [] : [{ credential: one.credential, replacedBy: one.replacedBy, at, together }];
  });
  const statements = arrived.flatMap(({ credential }) => workspace.statements.ofCredential(credential.key));
  const texts = statements.map((statement) => statement.text);
  const placer = await placerFor(context, [...(asked === null ? [] : neededTexts(asked)), ...texts]);
  if (!placer.ok) return placer;
  const needed = asked === null ? null : neededProfile(asked, placer.value);
  const edits = editsOf(context, candidate);
  return ok(profileSteps({ candidate, needed, statements, placer: placer.value, edits }, arrived));
}

function editsOf({ workspace }: EngineContext, candidate: CandidateId): ReadonlyMap<string, StandingEdit> {
  return new Map(workspace.profiles.edits(candidate).flatMap(standingEdit));
}

function standingEdit({ text, place, by, at, reason }: PlaceEdit): readonly (readonly [string, StandingEdit])[] {
  return place === null ? [] : [[text, { place, by, at, reason }]];
}
