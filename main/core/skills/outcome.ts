import type { Alignment, Credential, Result, ResultDescription } from '../../../shared/model/credential.ts';
import type { NoEvidenceReason } from '../../../shared/model/skill.ts';
import { levelOf, numberOf, placesOfLevels, placesOfValues, reaches } from './scale.ts';

/** OB 3.0 ResultStatusType, and what each says about having the skill; `Completed` says nothing against it. */
const OPEN_OR_FAILED: Readonly<Record<string, NoEvidenceReason>> = {
  failed: 'failed',
  inprogress: 'in-progress',
  enrolled: 'enrolled',
  withdrew: 'withdrawn',
  onhold: 'on-hold',
  provisional: 'provisional',
};

/**
 * Why the credential as a whole is no evidence: it is not valid, or a result on it failed, is open or lies below what
 * is required. A result that concerns skills of its own (it or its description has alignments) speaks for those only,
 * unless every result says the same.
 */
export function noEvidenceOfCredential(credential: Credential): NoEvidenceReason | null {
  if (credential.report.verdict === 'not-valid') return 'not-valid';
  const reasons = credential.results.map((result) => ({
    reason: noEvidenceOfResult(credential, result),
    ofItsOwn: hasOwnAlignments(credential, result),
  }));
  if (reasons.some(({ reason }) => reason === null)) {
    return reasons.find(({ reason, ofItsOwn }) => reason !== null && !ofItsOwn)?.reason ?? null;
  }
  return reasons[0]?.reason ?? null;
}

/** Why this alignment is no evidence, by the result to which it belongs or by the credential as a whole. */
export function noEvidenceOfAlignment(credential: Credential, alignment: Alignment): NoEvidenceReason | null {
  if (credential.report.verdict === 'not-valid') return 'not-valid';
  const description = credential.achievement?.resultDescriptions.find(({ pointer }) => isWithin(alignment, pointer));
  const result = credential.results.find(
    ({ pointer, resultDescription }) =>
      isWithin(alignment, pointer) || (description?.id != null && resultDescription === description.id),
  );
  if (result === undefined && description === undefined) return noEvidenceOfCredential(credential);
  const reason = result === undefined ? noEvidenceOfCredential(credential) : noEvidenceOfResult(credential, result);
  if (reason !== null || description === undefined) return reason;
  return isAboveAchievedLevel(alignment, description, result) ? 'below-required' : null;
}

function noEvidenceOfResult(credential: Credential, result: Result): NoEvidenceReason | null {
  const status = OPEN_OR_FAILED[(result.status ?? '').toLowerCase().replace(/[^a-z]/gu, '')];
  if (status !== undefined) return status;
  const description = describes(credential, result);
  return description !== undefined && isBelowRequired(result, description) ? 'below-required' : null;
}

/** Below, or not shown to be at least as high: what the proof does not order is no evidence of more. */
function isBelowRequired(result: Result, description: ResultDescription): boolean {
  const { requiredLevel, requiredValue, levels, allowedValues } = description;
  const rated = levels.some(({ id }) => id === result.achievedLevel) && levels.some(({ id }) => id === requiredLevel);
  if (rated && !reaches(placesOfLevels(description), result.achievedLevel ?? '', requiredLevel ?? '')) return true;
  if (result.value === null || requiredValue === null) return false;
  const [value, required] = [numberOf(result.value), numberOf(requiredValue)];
  if (value !== null && required !== null) return value < required;
  return allowedValues.includes(result.value) && !reaches(placesOfValues(description), result.value, requiredValue);
}

/** An alignment on a rubric level counts when that level was reached. */
function isAboveAchievedLevel(
  alignment: Alignment,
  description: ResultDescription,
  result: Result | undefined,
): boolean {
  const level = levelOf(alignment, description);
  if (level === null) return false;
  return !reaches(placesOfLevels(description), result?.achievedLevel ?? '', level.id);
}

function hasOwnAlignments(credential: Credential, result: Result): boolean {
  const description = describes(credential, result);
  return (credential.achievement?.alignments ?? []).some(
    (alignment) =>
      isWithin(alignment, result.pointer) || (description !== undefined && isWithin(alignment, description.pointer)),
  );
}

function describes(credential: Credential, result: Result): ResultDescription | undefined {
  if (result.resultDescription === null) return undefined;
  return credential.achievement?.resultDescriptions.find(({ id }) => id === result.resultDescription);
}

function isWithin(alignment: Alignment, pointer: string): boolean {
  return alignment.pointer.startsWith(`${pointer}/`);
}
