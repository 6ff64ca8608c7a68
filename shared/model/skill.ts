import type { CredentialKey, JsonPointer } from './ids.ts';

/** The field of a credential from which a skill was read: decides whether it stays whole or is cut into windows. */
export type StatementSource =
  | 'alignment'
  | 'result-alignment'
  | 'achievement-name'
  | 'tag'
  | 'criteria'
  | 'description'
  | 'narrative'
  | 'licence'
  | 'field-of-study';

/** Why a statement is no evidence although it stands in the credential. */
export type NoEvidenceReason =
  'failed' | 'in-progress' | 'withdrawn' | 'enrolled' | 'on-hold' | 'provisional' | 'below-required' | 'not-valid';

/** A skill that a credential states, word for word, with the field in which it says so. */
export interface SkillStatement {
  readonly credential: CredentialKey;
  readonly pointer: JsonPointer;
  /** The words as they stand in the field. */
  readonly quote: string;
  /** The words as compared: NFKC, lower case, punctuation removed but for c++, c#, .net. */
  readonly text: string;
  readonly source: StatementSource;
  /** Framework URIs named beside the words. */
  readonly frameworkIds: readonly string[];
  /** EQF level 1–8 that the credential states for it, else null. */
  readonly level: number | null;
  readonly noEvidence: NoEvidenceReason | null;
}
