import type { Handlers } from '../../../shared/api/dispatcher.ts';
import { fail, ok } from '../../../shared/api/problems.ts';
import { createBlindView } from '../blind-view.ts';
import type { EngineContext } from '../engine-context.ts';
import { readProfiles } from '../read-profile.ts';

/** A person's T-profile, absolute or relative to a job. */
export function profileHandlers(context: EngineContext): Pick<Handlers, 'profiles.get'> {
  return {
    'profiles.get': async ({ candidate, job }) => {
      if (context.workspace.candidates.get(candidate) === null) return fail('not-found', { candidate });
      const profiles = await readProfiles(context, [candidate], job);
      if (!profiles.ok) return profiles;
      const [profile] = profiles.value;
      return profile === undefined ? fail('not-found', { candidate }) : ok(createBlindView(context).profile(profile));
    },
  };
}
