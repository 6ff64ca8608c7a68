import type { CredentialKey } from '../../../shared/model/ids.ts';
import type { ChangeCause, FieldChange, GroupChange, ProfileDifference } from '../../../shared/model/profile-change.ts';
import type { ProfilePart, TProfile } from '../../../shared/model/profile.ts';
import { compare } from '../credentials/compare.ts';
import { roundResult } from '../matching/round-result.ts';
import { PROFILE_SETTINGS } from './profile-settings.ts';

/**
 * What changed from one T-profile of a person to the next, and because of which of the credentials that were added:
 * fields that are new, deeper or shallower, groups that came or went, and the shape. A field that moved by less than can
 * be shown (half a hundredth) counts as unmoved.
 */
export function profileDifference(
  before: TProfile,
  after: TProfile,
  added: ReadonlySet<CredentialKey>,
): ProfileDifference {
  const names = new Map([...before.fields, ...after.fields].map((field) => [field.code, field.name]));
  const fields = [...names].flatMap(([code, name]) => fieldChange({ code, name, before, after, added }));
  const groups = after.transversal.flatMap((group): GroupChange[] => {
    const was = before.transversal.some((one) => one.code === group.code && one.evidenced);
    if (was === group.evidenced) return [];
    const { code, name } = group;
    return [{ code, name, kind: was ? 'gone' : 'new', because: causes(group.parts, added) }];
  });
  return {
    shape: before.shape === after.shape ? null : { from: before.shape, to: after.shape },
    fields: fields.sort((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from) || compare(a.code, b.code)),
    groups,
  };
}

interface FieldPair {
  readonly code: string;
  readonly name: string;
  readonly before: TProfile;
  readonly after: TProfile;
  readonly added: ReadonlySet<CredentialKey>;
}

function fieldChange({ code, name, before, after, added }: FieldPair): readonly FieldChange[] {
  const earlier = before.fields.find((field) => field.code === code);
  const later = after.fields.find((field) => field.code === code);
  const [from, to] = [earlier?.depth ?? 0, later?.depth ?? 0];
  if (earlier !== undefined && Math.abs(to - from) < PROFILE_SETTINGS.leastChange) return [];
  return [
    {
      code,
      name,
      from: roundResult(from),
      to: roundResult(to),
      kind: earlier === undefined ? 'new' : to > from ? 'deepened' : 'lessened',
      becomes: boundaryPassed(from, to),
      because: to > from ? causes(later?.parts ?? [], added) : [],
    },
  ];
}

function boundaryPassed(from: number, to: number): FieldChange['becomes'] {
  const { stem, breadth } = PROFILE_SETTINGS.shape;
  if (from < stem && to >= stem) return 'stem';
  return from < breadth && to >= breadth ? 'breadth' : null;
}

function causes(parts: readonly ProfilePart[], added: ReadonlySet<CredentialKey>): readonly ChangeCause[] {
  return parts
    .filter((part) => added.has(part.credential))
    .map(({ credential, credentialName, quote }) => ({ credential, credentialName, quote }));
}
