import type { Alignment, Credential } from '../../../shared/model/credential.ts';
import type { ProfileField, TransversalGroup } from '../../../shared/model/profile.ts';
import type { SkillStatement } from '../../../shared/model/skill.ts';
import { narrowField, type IscedFieldCode } from '../../../shared/model/isced-fields.ts';
import type { Similarity } from '../matching/similarity.ts';
import { normaliseSkillText } from '../skills/normalise.ts';
import { FIELDS, fieldOfStatedWords } from './fields.ts';
import { PROFILE_SETTINGS } from './profile-settings.ts';
import { TRANSVERSAL_GROUPS } from './transversal.ts';

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
 * Places one skill. In a credential that states its field the skill stands there, unless it is clearly transversal; in
 * any other the field with the nearest phrases decides. What is placed with too little confidence is not placed.
 */
export function placeSkill(statement: SkillStatement, stated: StatedField | null, similarity: Similarity): Placement {
  const { field, group, withModel } = nearestOf(statement.text, similarity);
  const thresholds = withModel ? PROFILE_SETTINGS.placing.withModel : PROFILE_SETTINGS.placing.withoutModel;
  const isGroup =
    stated === null
      ? group.nearest >= thresholds.group && group.nearest > field.nearest
      : group.nearest >= thresholds.groupAgainstStatedField && statement.source !== 'field-of-study';
  if (isGroup) return { kind: 'group', code: group.code, confidence: Math.min(1, group.nearest) };
  if (stated !== null) return { kind: 'field', code: stated.code, source: stated.source, confidence: 1 };
  const confidence = field.nearest === 1 ? 1 : fieldConfidence(field, thresholds.confidence);
  if (confidence < PROFILE_SETTINGS.placing.leastConfidence) return { kind: 'none' };
  return { kind: 'field', code: field.code, source: 'similarity', confidence };
}

/** The texts to embed before skills are placed: every phrase of the fields and groups, and the statements' own. */
export function profileTexts(statements: readonly SkillStatement[]): readonly string[] {
  const phrases = [...FIELD_PHRASES, ...GROUP_PHRASES].flatMap((one) => one.phrases);
  return [...new Set([...phrases, ...statements.map((statement) => statement.text)])];
}

/** The phrases as texts are compared. */
const FIELD_PHRASES = FIELDS.map(({ code, keywords }) => ({ code, phrases: keywords.map(normaliseSkillText) }));
const GROUP_PHRASES = TRANSVERSAL_GROUPS.map(({ code, phrases }) => ({
  code,
  phrases: phrases.map(normaliseSkillText),
}));

interface Nearest<Code extends string> {
  readonly code: Code;
  /** Similarity of its nearest phrase; 1 where the words are the same. */
  readonly nearest: number;
  /** Mean similarity of its nearest phrases, which chooses. */
  readonly score: number;
  /** Lead over the next field or group. */
  readonly lead: number;
}

interface NearestBoth {
  readonly withModel: boolean;
  readonly field: Nearest<IscedFieldCode>;
  readonly group: Nearest<TransversalGroup['code']>;
}

/** Skill texts are few and shared: each is compared with the phrases once for each similarity. */
const remembered = new WeakMap<Similarity, Map<string, NearestBoth>>();

function nearestOf(text: string, similarity: Similarity): NearestBoth {
  const known = remembered.get(similarity) ?? new Map<string, NearestBoth>();
  remembered.set(similarity, known);
  const before = known.get(text);
  if (before !== undefined) return before;
  const found: NearestBoth = {
    withModel: similarity.compare(text, text).cosine !== null,
    field: nearest(text, FIELD_PHRASES, PROFILE_SETTINGS.placing.fieldPhrases, similarity),
    group: nearest(text, GROUP_PHRASES, PROFILE_SETTINGS.placing.groupPhrases, similarity),
  };
  known.set(text, found);
  return found;
}

/** The highest mean over the `count` nearest phrases; the same words win at once. Ties by code. */
function nearest<Code extends string>(
  text: string,
  all: readonly { readonly code: Code; readonly phrases: readonly string[] }[],
  count: number,
  similarity: Similarity,
): Nearest<Code> {
  const scored = all.map(({ code, phrases }) => {
    if (phrases.includes(text)) return { code, nearest: 1, score: 1 };
    const best = phrases
      .map((phrase) => similarity.compare(text, phrase).hybrid)
      .sort((a, b) => b - a)
      .slice(0, count);
    return { code, nearest: best[0] ?? 0, score: best.reduce((sum, one) => sum + one, 0) / best.length };
  });
  const [first, second] = scored.sort((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1));
  if (first === undefined || second === undefined) throw new Error('There are at least two fields and two groups.');
  return { ...first, lead: first.score - second.score };
}

/** The measured share of right placements at this score and lead (`PROFILE_SETTINGS.placing`). */
function fieldConfidence(
  { score, lead }: Nearest<string>,
  fit: { readonly intercept: number; readonly score: number; readonly lead: number },
): number {
  const capped = Math.min(lead, PROFILE_SETTINGS.placing.mostLead);
  return 1 / (1 + Math.exp(-(fit.intercept + fit.score * score + fit.lead * capped)));
}

function iscedCode(alignment: Alignment): string | null {
  const where = `${alignment.targetFramework ?? ''} ${alignment.targetUrl ?? ''}`;
  if (!/isced/iu.test(where)) return null;
  return /(?:^|\D)(\d{3,4})$/u.exec(alignment.targetCode ?? alignment.targetUrl ?? '')?.[1] ?? null;
}
