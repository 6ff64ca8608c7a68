import type { Alignment, Credential } from '../../../shared/model/credential.ts';
import type { PlaceEditMark, PlaceSource, ProfilePlace, TransversalCode } from '../../../shared/model/profile.ts';
import type { SkillStatement } from '../../../shared/model/skill.ts';
import { narrowField, type IscedFieldCode } from '../../../shared/model/isced-fields.ts';
import type { HeldWords } from '../taxonomies/identity-through.ts';
import type { TaxonomyPlace } from '../taxonomies/place-through.ts';
import { fieldOfStatedWords } from './fields.ts';
import type { Nearest, Nearness, Placer } from './nearness.ts';
import { PROFILE_SETTINGS } from './profile-settings.ts';
import { isGroupCode } from './transversal.ts';

/** Where a skill belongs, on what ground, and how sure that is (0–1; 1 where it is stated or said by a person). */
export type Placement = PlacedInField | PlacedInGroup | NotPlaced;

export interface PlacedInField {
  readonly kind: 'field';
  readonly code: IscedFieldCode;
  readonly source: PlaceSource;
  readonly confidence: number;
  readonly edit: PlaceEditMark | null;
}

export interface PlacedInGroup {
  readonly kind: 'group';
  readonly code: TransversalCode;
  readonly source: Extract<PlaceSource, 'person' | 'framework' | 'similarity'>;
  readonly confidence: number;
  readonly edit: PlaceEditMark | null;
}

export interface NotPlaced {
  readonly kind: 'none';
  readonly edit: PlaceEditMark | null;
}

/** The field that a credential states for all that it teaches. */
export interface StatedField {
  readonly code: IscedFieldCode;
  readonly source: Extract<PlaceSource, 'stated' | 'specialization' | 'framework'>;
}

/** Where a person said that a wording belongs. */
export interface StandingEdit extends PlaceEditMark {
  readonly place: ProfilePlace;
}

/** Stated first: field of study, then specialization, each by name or keyword; then an alignment to ISCED-F by its code. */
export function statedField(credential: Credential): StatedField | null {
  const achievement = credential.achievement;
  if (achievement === null) return null;
  const stated = [
    { words: achievement.fieldOfStudy, source: 'stated' },
    { words: achievement.specialization, source: 'specialization' },
  ] as const;
  for (const { words, source } of stated) {
    const field = words === null ? null : fieldOfStatedWords(words.text);
    if (field !== null) return { code: field.code, source };
  }
  for (const alignment of achievement.alignments) {
    const code = iscedCode(alignment);
    const field = code === null ? null : narrowField(code);
    if (field !== null) return { code: field.code, source: 'framework' };
  }
  return null;
}

/** True for an alignment that names a field of the classification and no skill. */
export function namesField(alignment: Alignment): boolean {
  return iscedCode(alignment) !== null;
}

/**
 * Places one skill. What a person said wins. In a credential that states its field the skill stands there, unless it is
 * clearly transversal; in any other a taxonomy of the workspace that has the skill decides, and else the field with the
 * nearest phrases. What is placed with too little confidence is not placed.
 */
export function placeSkill(
  statement: Pick<SkillStatement, 'text' | 'source' | 'frameworkIds'>,
  stated: StatedField | null,
  placer: Placer,
  edit: StandingEdit | null = null,
): Placement {
  if (edit !== null) return placeByPerson(edit);
  if (stated === null) return placeWords(statement, placer);
  const inStatedField = { kind: 'field', code: stated.code, source: stated.source, confidence: 1, edit: null } as const;
  if (statement.source === 'field-of-study') return inStatedField;
  const published = placer.publishedPlaceOf(statement);
  if (published !== null) return published.kind === 'group' ? byFramework(published) : inStatedField;
  const near = placer.nearnessOf(statement.text);
  return near.group.nearest >= thresholdsOf(near).groupAgainstStatedField ? inGroup(near) : inStatedField;
}

/** Places a wording that stands in no field already, such as a line of a job. */
export function placeWords(words: HeldWords, placer: Placer): Placement {
  const published = placer.publishedPlaceOf(words);
  if (published !== null) return byFramework(published);
  const near = placer.nearnessOf(words.text);
  return isTransversal(near) ? inGroup(near) : byNearestField(near);
}

function byFramework(place: TaxonomyPlace): PlacedInField | PlacedInGroup {
  return { ...place, source: 'framework', confidence: 1, edit: null };
}

function placeByPerson({ place, by, at, reason }: StandingEdit): Placement {
  const edit = { by, at, reason };
  if (place === 'none') return { kind: 'none', edit };
  return isGroupCode(place)
    ? { kind: 'group', code: place, source: 'person', confidence: 1, edit }
    : { kind: 'field', code: place, source: 'person', confidence: 1, edit };
}

function isTransversal(near: Nearness): boolean {
  return near.group.nearest >= thresholdsOf(near).group && near.group.nearest > near.field.nearest;
}

function inGroup({ group }: Nearness): PlacedInGroup {
  return {
    kind: 'group',
    code: group.code,
    source: 'similarity',
    confidence: Math.min(1, group.nearest),
    edit: null,
  };
}

function byNearestField(near: Nearness): PlacedInField | NotPlaced {
  const { field } = near;
  const confidence = field.nearest === 1 ? 1 : fieldConfidence(field, thresholdsOf(near).confidence);
  if (confidence < PROFILE_SETTINGS.placing.leastConfidence) return { kind: 'none', edit: null };
  return { kind: 'field', code: field.code, source: 'similarity', confidence, edit: null };
}

function thresholdsOf({ withModel }: Nearness) {
  return withModel ? PROFILE_SETTINGS.placing.withModel : PROFILE_SETTINGS.placing.withoutModel;
}

/** The measured share of right placements at this score and lead (`PROFILE_SETTINGS.placing`). */
function fieldConfidence(
  { score, lead }: Nearest<string>,
  fit: { readonly intercept: number; readonly score: number; readonly lead: number },
): number {
  const capped = Math.min(lead, PROFILE_SETTINGS.placing.mostLead);
  return 1 / (1 + Math.exp(-(fit.intercept + fit.score * score + fit.lead * capped)));
}

/** The code of an ISCED-F field that an alignment names, by its framework or its URL. */
export function iscedCode(alignment: Pick<Alignment, 'targetFramework' | 'targetUrl' | 'targetCode'>): string | null {
  const where = `${alignment.targetFramework ?? ''} ${alignment.targetUrl ?? ''}`;
  if (!/isced/iu.test(where)) return null;
  return /(?:^|\D)(\d{3,4})$/u.exec(alignment.targetCode ?? alignment.targetUrl ?? '')?.[1] ?? null;
}
