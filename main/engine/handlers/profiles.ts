import type { Handlers } from '../../../shared/api/dispatcher.ts';
import { fail, ok } from '../../../shared/api/problems.ts';
import type { EventId } from '../../../shared/model/ids.ts';
import { createBlindView } from '../blind-view.ts';
import type { EngineContext } from '../engine-context.ts';
import { readProfiles, readProfileSteps } from '../read-profile.ts';

type Names = 'profiles.get' | 'profiles.steps' | 'profiles.place';

/** A person's T-profile, absolute or relative to a job, how it came about, and where a person put its skills. */
export function profileHandlers(context: EngineContext): Pick<Handlers, Names> {
  const { workspace } = context;
  return {
    'profiles.get': async ({ candidate, job }) => {
      if (workspace.candidates.get(candidate) === null) return fail('not-found', { candidate });
      const profiles = await readProfiles(context, [candidate], job);
      if (!profiles.ok) return profiles;
      const [profile] = profiles.value;
      return profile === undefined ? fail('not-found', { candidate }) : ok(createBlindView(context).profile(profile));
    },
    'profiles.steps': async ({ candidate, job }) => {
      if (workspace.candidates.get(candidate) === null) return fail('not-found', { candidate });
      const steps = await readProfileSteps(context, candidate, job);
      return steps.ok ? ok(createBlindView(context).profileSteps(steps.value, candidate)) : steps;
    },
    'profiles.place': ({ candidate, credential, pointer, quote, place, reason }) => {
      if (workspace.credentials.get(credential)?.candidate !== candidate) return fail('not-found', { credential });
      const view = createBlindView(context);
      const statement = workspace.statements
        .ofCredential(credential)
        .find((one) => one.pointer === pointer && (one.quote === quote || view.words(one.quote, candidate) === quote));
      if (statement === undefined) return fail('not-found', { credential, pointer });
      workspace.transaction(() => {
        const id = context.ids.next() as EventId;
        const at = context.clock.now();
        workspace.profiles.addEdit({ id, at, by: context.by, candidate, text: statement.text, place, reason });
        context.record(place === null ? 'profile.place-withdrawn' : 'profile.placed', candidate, { place, reason });
      });
      context.changed('candidates');
      return ok(null);
    },
  };
}
