import { ISCED_FIELDS, narrowField } from '../../../shared/model/isced-fields.ts';
import type { Job, Requirement } from '../../../shared/model/job.ts';
import type { NeededBy, NeededField, NeededProfile } from '../../../shared/model/needed-profile.ts';
import { roundResult } from '../matching/round-result.ts';
import { normaliseSkillText } from '../skills/normalise.ts';
import { depth, quality } from './depth.ts';
import type { Placer } from './nearness.ts';
import { iscedCode, placeWords, type Placement } from './place-skill.ts';
import { PROFILE_SETTINGS } from './profile-settings.ts';
import { TRANSVERSAL_GROUPS } from './transversal.ts';

/**
 * Reads a job as a T-profile. Each line is placed as a skill is: by an ISCED-F code among its framework ids, by a taxonomy
 * that has the skill, else by the nearest phrases; its alternatives speak where its own words are near to nothing. Characteristics are left out: they
 * go to the interview.
 *
 * The depth that a field needs is the depth of a person who has, for every line in it, one verified credential at the
 * level that the line asks (the middle where it asks none), assessed as its priority says (`PROFILE_SETTINGS.job`) and
 * without credits. One formula for both makes them comparable on one axis.
 */
export function neededProfile(job: Job, placer: Placer): NeededProfile {
  const lines = job.requirements
    .filter((requirement) => requirement.kind !== 'characteristic')
    .map((requirement) => ({ requirement, placement: placeLine(requirement, placer) }));
  const inPlace = (kind: 'field' | 'group', code: string) =>
    lines.filter(({ placement }) => placement.kind === kind && placement.code === code);

  const codes = new Set(lines.flatMap(({ placement }) => (placement.kind === 'field' ? [placement.code] : [])));
  const fields = [...codes]
    .map((code): NeededField => {
      const here = inPlace('field', code);
      return {
        code,
        name: ISCED_FIELDS[code],
        depth: roundResult(neededDepth(here.map(({ requirement }) => requirement))),
        requirements: here.flatMap(neededBy),
      };
    })
    .sort((a, b) => b.depth - a.depth || (a.code < b.code ? -1 : 1));
  return {
    job: job.id,
    jobVersion: job.version,
    coreField: coreField(job, fields),
    fields,
    transversal: TRANSVERSAL_GROUPS.map(({ code, name }) => ({
      code,
      name,
      requirements: inPlace('group', code).flatMap(neededBy),
    })),
    notPlaced: lines
      .filter(({ placement }) => placement.kind === 'none')
      .map(({ requirement }) => ({ requirement: requirement.id, text: requirement.text })),
  };
}

/** The texts of a job that must be embedded before its profile is read. */
export function neededTexts(job: Job): readonly string[] {
  return job.requirements.flatMap(wordingsOf);
}

function wordingsOf(requirement: Requirement): readonly string[] {
  return [requirement.text, ...requirement.alternatives].map(normaliseSkillText);
}

function placeLine(requirement: Requirement, placer: Placer): Placement {
  for (const uri of requirement.frameworkIds) {
    const code = iscedCode({ targetFramework: null, targetUrl: uri, targetCode: null });
    const field = code === null ? null : narrowField(code);
    if (field !== null) return { kind: 'field', code: field.code, source: 'framework', confidence: 1, edit: null };
  }
  for (const text of wordingsOf(requirement)) {
    const placement = placeWords({ text, frameworkIds: requirement.frameworkIds }, placer);
    if (placement.kind !== 'none') return placement;
  }
  return { kind: 'none', edit: null };
}

function neededDepth(requirements: readonly Requirement[]): number {
  const { basis } = PROFILE_SETTINGS.job;
  return depth(
    requirements.map(({ level, priority }) => ({
      quality: quality(level === null ? null : level / PROFILE_SETTINGS.level.eqfLevels, basis[priority], 1),
      volume: PROFILE_SETTINGS.volume.withoutCredits,
      trust: 1,
    })),
  );
}

function neededBy({
  requirement,
  placement,
}: {
  readonly requirement: Requirement;
  readonly placement: Placement;
}): readonly NeededBy[] {
  if (placement.kind === 'none') return [];
  return [
    {
      requirement: requirement.id,
      text: requirement.text,
      priority: requirement.priority,
      source: placement.source === 'framework' ? 'framework' : 'similarity',
      confidence: roundResult(placement.confidence),
    },
  ];
}

function coreField(job: Job, fields: readonly NeededField[]): NeededProfile['coreField'] {
  const stated = job.field === null ? null : narrowField(job.field);
  if (stated !== null) return { code: stated.code, source: 'stated' };
  const [deepest] = fields;
  return deepest === undefined ? null : { code: deepest.code, source: 'requirements' };
}
