import type { Credential } from '../../../shared/model/credential.ts';
import type { CandidateId } from '../../../shared/model/ids.ts';
import { ISCED_FIELDS } from '../../../shared/model/isced-fields.ts';
import type { NeededProfile } from '../../../shared/model/needed-profile.ts';
import {
  PLACE_SOURCES,
  type PlacedSkill,
  type ProfileField,
  type ProfilePart,
  type Shape,
  type TProfile,
  type TransversalGroup,
} from '../../../shared/model/profile.ts';
import type { SkillStatement } from '../../../shared/model/skill.ts';
import { compare } from '../credentials/compare.ts';
import { assessmentBasis } from './assessment-basis.ts';
import { roundResult } from '../matching/round-result.ts';
import { isReadable, nameOf, shareOf, type PlacedStatement, type Share } from './credential-share.ts';
import { depth, quality, standingOf, trustOf } from './depth.ts';
import { credentialLevel } from './level.ts';
import type { Placer } from './nearness.ts';
import type { StandingEdit } from './place-skill.ts';
import { PROFILE_SETTINGS } from './profile-settings.ts';
import { breadthFields, plainShapeOf, shapeOf, type ShapeEvidence } from './shape.ts';
import { TRANSVERSAL_GROUPS } from './transversal.ts';
import { volumes } from './volume.ts';

export interface ProfileInput {
  readonly candidate: CandidateId;
  /** Set to read the profile relative to a job: its core field is the stem. */
  readonly needed: NeededProfile | null;
  /** The candidate's credentials, in any order. */
  readonly credentials: readonly Credential[];
  /** The skill statements of these credentials, in any order; those of others are passed over. */
  readonly statements: readonly SkillStatement[];
  readonly placer: Placer;
  /** Where a person said that a wording belongs, by the wording as it is compared. */
  readonly edits?: ReadonlyMap<string, StandingEdit>;
  /** The shape shown before, for the hysteresis; relative to the same core field. */
  readonly previousShape?: Shape | null;
}

/**
 * Reads a person's credentials as a T-profile: fields with their depth, transversal groups, shape. Only what a
 * credential states counts; not-valid and withheld credentials, and results that were not reached, contribute nothing.
 * Equal inputs in any order give an equal profile. The profile ranks nobody and enters no score.
 */
export function buildProfile(input: ProfileInput): TProfile {
  const credentials = input.credentials.filter(isReadable).toSorted((a, b) => compare(a.key, b.key));
  const statements = Map.groupBy(input.statements, (statement) => statement.credential);
  const shares = credentials.map((credential) => shareOf(credential, statements.get(credential.key) ?? [], input));
  const counted = shares.filter((share) => share.placed.length > 0);
  const volume = volumes(counted.map((share) => share.credential));
  const parts = counted.flatMap((share) => partsOf(share, volume.get(share.credential.key) ?? 0));

  const fields = fieldsOf(parts);
  const transversal = TRANSVERSAL_GROUPS.map(({ code, name }) => groupOf(code, name, parts));
  const depths = new Map(fields.map((field) => [field.code, field.depth]));
  const items = new Set(counted.flatMap((share) => share.placed.map(({ statement }) => statement.text))).size;
  const coreField = input.needed?.coreField?.code ?? null;
  const groups = transversal.filter((group) => group.evidenced).length;

  const evidence: ShapeEvidence = { items, depths, groups, coreField };
  const shape = shapeOf(evidence, input.previousShape ?? null);
  const hasStem = shape !== 'dash' && shape !== 'not-enough-evidence';
  const stem = coreField ?? (hasStem ? (fields[0]?.code ?? null) : null);
  return {
    candidate: input.candidate,
    job: input.needed?.job ?? null,
    shape,
    plainShape: plainShapeOf(evidence),
    stem,
    fields,
    breadth: { fields: breadthFields(depths, stem), groups },
    transversal,
    notPlaced: shares.flatMap((share) => share.notPlaced),
    evidenceCount: items,
    needed: input.needed,
  };
}

interface PlacedPart {
  readonly placement: PlacedStatement['placement'];
  readonly part: ProfilePart;
}

/** One part for each field and group; the credential's volume is divided among its fields by the skills placed in each. */
function partsOf({ credential, placed }: Share, volume: number): readonly PlacedPart[] {
  const step = assessmentBasis(credential).step;
  const ofCredential = credentialLevel(credential);
  const trust = trustOf(credential);
  const inFields = placed.filter(({ placement }) => placement.kind === 'field').length;
  return [...new Set(placed.map(({ placement }) => `${placement.kind} ${placement.code}`))].flatMap((place) => {
    const here = placed.filter(({ placement }) => `${placement.kind} ${placement.code}` === place);
    // The first of equally sure ones, in the order of the credential.
    const surest = here.toSorted((a, b) => bySureness(a.placement, b.placement));
    const [telling] = surest;
    if (telling === undefined) return [];
    const stated = telling.statement.level;
    const level = stated === null ? ofCredential : stated / PROFILE_SETTINGS.level.eqfLevels;
    const part: ProfilePart = {
      credential: credential.key,
      credentialName: nameOf(credential),
      issuerName: credential.issuer.name ?? credential.issuer.id ?? '',
      pointer: telling.statement.pointer,
      quote: telling.statement.quote,
      skills: surest.map(placedSkill),
      verdict: credential.report.verdict,
      standing: standingOf(credential),
      level: level === null ? null : roundResult(level),
      assessmentBasis: step,
      volume: telling.placement.kind === 'field' ? roundResult((volume * here.length) / inFields) : 0,
      trust,
      quality: roundResult(quality(level, step, trust)),
    };
    return [{ placement: telling.placement, part }];
  });
}

function placedSkill({ statement, placement }: PlacedStatement): PlacedSkill {
  return {
    pointer: statement.pointer,
    quote: statement.quote,
    source: placement.source,
    confidence: roundResult(placement.confidence),
    edit: placement.edit,
  };
}

function fieldsOf(parts: readonly PlacedPart[]): readonly ProfileField[] {
  const inFields = parts.flatMap(({ placement, part }) => (placement.kind === 'field' ? [{ placement, part }] : []));
  return [...new Set(inFields.map(({ placement }) => placement.code))]
    .map((code): ProfileField => {
      const here = inFields.filter(({ placement }) => placement.code === code);
      const surest = here.map(({ placement }) => placement).reduce((a, b) => (bySureness(b, a) < 0 ? b : a));
      const own = here.map(({ part }) => part);
      return {
        code,
        name: ISCED_FIELDS[code],
        source: surest.source,
        confidence: roundResult(surest.confidence),
        depth: roundResult(depth(own)),
        parts: own.toSorted(byQuality),
      };
    })
    .toSorted((a, b) => b.depth - a.depth || compare(a.code, b.code));
}

/** The firmer ground first, then the greater confidence. */
function bySureness(one: PlacedStatement['placement'], other: PlacedStatement['placement']): number {
  return PLACE_SOURCES.indexOf(one.source) - PLACE_SOURCES.indexOf(other.source) || other.confidence - one.confidence;
}

function groupOf(code: TransversalGroup['code'], name: string, parts: readonly PlacedPart[]): TransversalGroup {
  const own = parts.flatMap(({ placement, part }) =>
    placement.kind === 'group' && placement.code === code ? [part] : [],
  );
  return { code, name, evidenced: own.length > 0, parts: own.toSorted(byQuality) };
}

function byQuality(a: ProfilePart, b: ProfilePart): number {
  return b.quality - a.quality || compare(a.credential, b.credential);
}
