import type { VerificationReport } from './check.ts';
import type { CandidateId, CredentialKey, DocumentHash, Instant, JsonPointer } from './ids.ts';

/** The specification that the credential follows: what it says of itself, not how it travelled. */
export const STANDARDS = [
  'open-badges-3.0',
  'open-badges-2.0',
  'clr-2.0',
  'endorsement-3.0',
  'vcdm-2.0',
  'vcdm-1.1',
  'sd-jwt-vc',
] as const;
export type Standard = (typeof STANDARDS)[number];

/** How the credential travelled. A badge in a presentation that came as a JWT in a PNG has the innermost: what holds its own proof. */
export const CONTAINERS = [
  'json',
  'vc-jwt',
  'sd-jwt',
  'png',
  'svg',
  'presentation',
  'clr-member',
  'endorsement-member',
] as const;
export type Container = (typeof CONTAINERS)[number];

/** Words of a credential together with the field in which they stand. */
export interface Quoted {
  readonly text: string;
  readonly pointer: JsonPointer;
}

/** A reference into a framework (OB 3.0 Alignment), read from achievement, result, result description or rubric level. */
export interface Alignment {
  readonly pointer: JsonPointer;
  readonly targetName: string | null;
  readonly targetUrl: string | null;
  readonly targetCode: string | null;
  readonly targetFramework: string | null;
  readonly targetType: string | null;
  readonly targetDescription: string | null;
}

/** An issuer's ordered scale and what it asks (OB 3.0 ResultDescription with its rubric). */
export interface ResultDescription {
  readonly pointer: JsonPointer;
  readonly id: string | null;
  readonly name: string | null;
  readonly resultType: string | null;
  /** Levels as they stand in the file. */
  readonly levels: readonly RubricLevel[];
  /** True where the proof covers the order of the levels, which is then lowest first. */
  readonly levelsOrdered: boolean;
  readonly allowedValues: readonly string[];
  /** True where the proof covers the order of the allowed values, which is then lowest first. */
  readonly allowedValuesOrdered: boolean;
  readonly requiredLevel: string | null;
  readonly requiredValue: string | null;
  readonly valueMin: string | null;
  readonly valueMax: string | null;
}

/** One level of a rubric (OB 3.0 RubricCriterionLevel). */
export interface RubricLevel {
  readonly pointer: JsonPointer;
  readonly id: string;
  readonly name: string;
  readonly level: string | null;
  readonly points: string | null;
}

/** What the subject achieved on one result description (OB 3.0 Result). */
export interface Result {
  readonly pointer: JsonPointer;
  readonly resultDescription: string | null;
  readonly achievedLevel: string | null;
  readonly value: string | null;
  /** OB 3.0 ResultStatusType: Completed, Enrolled, Failed, InProgress, OnHold, Provisional, Withdrew. */
  readonly status: string | null;
}

/** What was achieved (OB 3.0 Achievement, OB 2.0 BadgeClass). Each text carries its pointer. */
export interface Achievement {
  readonly id: string | null;
  readonly name: Quoted | null;
  readonly description: Quoted | null;
  readonly criteria: Quoted | null;
  readonly achievementType: Quoted | null;
  readonly fieldOfStudy: Quoted | null;
  readonly specialization: Quoted | null;
  readonly tags: readonly Quoted[];
  readonly creditsAvailable: number | null;
  readonly inLanguage: string | null;
  readonly alignments: readonly Alignment[];
  readonly resultDescriptions: readonly ResultDescription[];
}

/** An identifier of the subject (OB 3.0 IdentityObject), perhaps hashed. */
export interface SubjectIdentifier {
  readonly identityHash: string;
  readonly identityType: string;
  readonly hashed: boolean;
  readonly salt: string | null;
}

/** A CLR 2.0 association between two achievements of the same record, by achievement id. */
export interface Association {
  readonly type: string;
  readonly sourceId: string;
  readonly targetId: string;
}

/**
 * One credential as Tessera reads it. Every value comes from the signed data where there is a proof that passes
 * (`content: 'signed'`); otherwise the words are the holder's own claim (`content: 'claimed'`). Where integrity
 * failed, nothing is read but what identifies the file (`content: 'withheld'`: achievement is null).
 */
export interface Credential {
  readonly key: CredentialKey;
  readonly document: DocumentHash;
  /** Where it stands in the document; '' when it is the document. */
  readonly pointer: JsonPointer;
  readonly fileName: string;
  readonly standard: Standard;
  readonly container: Container;
  readonly content: 'signed' | 'claimed' | 'withheld';
  /** The id that the issuer gave it. */
  readonly credentialId: string | null;
  readonly types: readonly string[];
  readonly name: Quoted | null;
  readonly issuer: { readonly id: string | null; readonly name: string | null };
  readonly subject: {
    readonly id: string | null;
    readonly name: string | null;
    readonly identifiers: readonly SubjectIdentifier[];
  };
  readonly validFrom: Instant | null;
  readonly validUntil: Instant | null;
  readonly awardedDate: Instant | null;
  readonly achievement: Achievement | null;
  readonly results: readonly Result[];
  readonly creditsEarned: number | null;
  readonly licenseNumber: Quoted | null;
  readonly role: Quoted | null;
  readonly narrative: Quoted | null;
  /** Who assessed, where that is not the issuer (OB 3.0 `source`). */
  readonly source: string | null;
  readonly evidenceCount: number;
  readonly associations: readonly Association[];
  /** The key of the CLR or presentation that carried it. */
  readonly parent: CredentialKey | null;
  readonly report: VerificationReport;
}

/** On what basis credentials were said to belong to one person. */
export const CANDIDATE_BASES = ['subject-id', 'email-hash', 'manifest', 'file'] as const;
export type CandidateBasis = (typeof CANDIDATE_BASES)[number];

/** A person whose credentials were imported. `name` and `email` come from the employer's manifest or a signed subject, and are hidden by blind mode. */
export interface Candidate {
  readonly id: CandidateId;
  /** A neutral, stable name for blind screening, e.g. `Candidate 7QK3`. */
  readonly pseudonym: string;
  readonly ref: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly basis: CandidateBasis;
  readonly importedAt: Instant;
}
