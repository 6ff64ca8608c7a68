import type { Alignment, Credential } from '../../../shared/model/credential.ts';
import type { ProfileField, TransversalGroup } from '../../../shared/model/profile.ts';
import type { SkillStatement } from '../../../shared/model/skill.ts';
import { narrowField, type IscedFieldCode } from '../../../shared/model/isced-fields.ts';
import { FIELDS, fieldOfStatedWords } from './fields.ts';
import { PROFILE_SETTINGS } from './profile-settings.ts';
import { TRANSVERSAL_GROUPS } from './transversal.ts';

/** Compares two texts of the profile; made by matching/similarity.ts. `cosine` is null without a model. */
export interface TextSimilarity {
  compare(a: string, b: string): { readonly cosine: number | null; readonly lexical: number; readonly hybrid: number };
}

/** Where a skill belongs, on what ground, and how sure that is (0–1; 1 where it is stated). */
export type Placement =
  | {
      readonly kind: 'field';
      readonly code: IscedFieldCode;
      readonly source: ProfileField['source'];
      readonly confidence: number;
    }
  | { readonly kind: 'group'; readonly code: TransversalGroup['code']; readonly confidence: number }
  | { readonly kind: 'none' };

/** The field that a credential states for all that it teaches. */
export interface StatedField {
  readonly code: IscedFieldCode;
  readonly source: 'stated' | 'framework';
}

/** Stated first: field of study, then specialization, each by name or keyword; then an alignment to ISCED-F by its code. */
export function statedField(credential: Credential): StatedField | null {
  const achievement = credential.achievement;
  if (achievement === null) return null;
  for (const words of [achievement.fieldOfStudy, achievement.specialization]) {
    const field = words === null ? null : fieldOfStatedWords(words.text);
    if (field !== null) return { code: field.code, source: 'stated' };
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
 * Places one skill. In a credential that states its field the skill stands there, unless it is clearly transversal;
 * in any other the nearest phrase of a field or a group decides, and below the threshold nothing does.
 */
export function placeSkill(
  statement: SkillStatement,
  stated: StatedField | null,
  similarity: TextSimilarity,
): Placement {
  const nearest = nearestOf(statement.text, similarity);
  const thresholds = nearest.withModel ? PROFILE_SETTINGS.placing : PROFILE_SETTINGS.placing.withoutModel;
  const groupWins = nearest.group.score > nearest.field.score || stated !== null;
  const groupThreshold = stated === null ? thresholds.group : thresholds.groupAgainstStatedField;
  if (groupWins && nearest.group.score >= groupThreshold && statement.source !== 'field-of-study') {
    return { kind: 'group', code: nearest.group.code, confidence: confidenceOf(nearest.group) };
  }
  if (stated !== null) return { kind: 'field', code: stated.code, source: stated.source, confidence: 1 };
  if (nearest.field.score < thresholds.field) return { kind: 'none' };
  return { kind: 'field', code: nearest.field.code, source: 'similarity', confidence: confidenceOf(nearest.field) };
}

/** The texts to embed before skills are placed: every phrase of the fields and groups, and the statements' own. */
export function profileTexts(statements: readonly SkillStatement[]): readonly string[] {
  const phrases = [
    ...FIELDS.flatMap((field) => field.keywords),
    ...TRANSVERSAL_GROUPS.flatMap((group) => group.phrases),
  ];
  return [...new Set([...phrases, ...statements.map((statement) => statement.text)])];
}

interface Nearest<Code extends string> {
  readonly code: Code;
  readonly score: number;
  /** Lead over the next field or group of its kind. */
  readonly lead: number;
}

interface NearestBoth {
  readonly withModel: boolean;
  readonly field: Nearest<IscedFieldCode>;
  readonly group: Nearest<TransversalGroup['code']>;
}

/** Skill texts are few and shared: each is compared with the phrases once for each similarity. */
const remembered = new WeakMap<TextSimilarity, Map<string, NearestBoth>>();

function nearestOf(text: string, similarity: TextSimilarity): NearestBoth {
  const known = remembered.get(similarity) ?? new Map<string, NearestBoth>();
  remembered.set(similarity, known);
  const before = known.get(text);
  if (before !== undefined) return before;
  const score = (phrase: string) => (phrase === text ? 1 : similarity.compare(text, phrase).hybrid);
  const found: NearestBoth = {
    withModel: similarity.compare(text, text).cosine !== null,
    field: best(FIELDS.map(({ code, keywords }) => ({ code, score: Math.max(...keywords.map(score)) }))),
    group: best(TRANSVERSAL_GROUPS.map(({ code, phrases }) => ({ code, score: Math.max(...phrases.map(score)) }))),
  };
  known.set(text, found);
  return found;
}

/** Best score first, ties by code. */
function best<Code extends string>(scores: readonly { readonly code: Code; readonly score: number }[]): Nearest<Code> {
  const [first, second] = scores.toSorted((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1));
  if (first === undefined || second === undefined) throw new Error('There are at least two fields and two groups.');
  return { ...first, lead: first.score - second.score };
}

function confidenceOf({ score, lead }: Nearest<string>): number {
  const { confidence, closeCall } = PROFILE_SETTINGS.placing;
  const plain = Math.min(1, Math.max(0, (score - confidence.none) / (confidence.full - confidence.none)));
  return lead < closeCall ? plain / 2 : plain;
}

function iscedCode(alignment: Alignment): string | null {
  const where = `${alignment.targetFramework ?? ''} ${alignment.targetUrl ?? ''}`;
  if (!/isced/iu.test(where)) return null;
  return /(?:^|\D)(\d{3,4})$/u.exec(alignment.targetCode ?? alignment.targetUrl ?? '')?.[1] ?? null;
}
