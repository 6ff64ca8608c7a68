import type { Credential } from '../../../shared/model/credential.ts';
import type { CredentialKey, Instant } from '../../../shared/model/ids.ts';
import type { ProfileStep } from '../../../shared/model/profile-change.ts';
import type { TProfile } from '../../../shared/model/profile.ts';
import { buildProfile, type ProfileInput } from './build-profile.ts';
import { profileDifference } from './profile-difference.ts';

/** A credential as it came: when, with which others, and in whose place it stands since. */
export interface ArrivedCredential {
  readonly credential: Credential;
  readonly at: Instant;
  /** Credentials of one import have the same. */
  readonly together: string;
  readonly replacedBy: CredentialKey | null;
}

/**
 * What each import changed in a person's T-profile, newest first. Every step is read with today's verdicts and edits, so
 * that only what was added makes the difference; the shape goes from step to step with its hysteresis.
 *
 * @param arrived All credentials of the person, oldest first, replaced ones included.
 */
export function profileSteps(
  input: Omit<ProfileInput, 'credentials' | 'previousShape'>,
  arrived: readonly ArrivedCredential[],
): readonly ProfileStep[] {
  const imports = [...Map.groupBy(arrived, (one) => one.together).values()];
  const steps: ProfileStep[] = [];
  let before: TProfile = buildProfile({ ...input, credentials: [] });
  const here = new Map<CredentialKey, ArrivedCredential>();
  for (const added of imports) {
    for (const one of added) here.set(one.credential.key, one);
    // What stands is what nothing has replaced that had arrived by then.
    const standing = [...here.values()].filter(({ replacedBy }) => replacedBy === null || !here.has(replacedBy));
    const after = buildProfile({
      ...input,
      credentials: standing.map(({ credential }) => credential),
      previousShape: steps.length === 0 ? null : before.shape,
    });
    steps.push({
      at: added[0]?.at ?? '',
      isFirst: steps.length === 0,
      credentials: added.map(({ credential }) => ({
        credential: credential.key,
        credentialName: credential.achievement?.name?.text ?? credential.name?.text ?? credential.types.at(-1) ?? '',
        replaces: replacedOf(credential.key, here),
      })),
      ...profileDifference(before, after, new Set(added.map(({ credential }) => credential.key))),
    });
    before = after;
  }
  return steps.reverse();
}

function replacedOf(key: CredentialKey, here: ReadonlyMap<CredentialKey, ArrivedCredential>): CredentialKey | null {
  return [...here.values()].find(({ replacedBy }) => replacedBy === key)?.credential.key ?? null;
}
