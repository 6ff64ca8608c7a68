import type { IssuerRecognition } from './check.ts';
import type { Instant } from './ids.ts';

/** A pack as the app shows it. */
export interface PackSummary {
  readonly sha256: string;
  readonly version: string;
  readonly source: string;
  readonly retrievedAt: Instant;
  readonly expiresAt: Instant | null;
  /** Fingerprint of the publisher key that signed it; null where it is unsigned. */
  readonly publisher: string | null;
  readonly issuers: number;
  readonly statusLists: number;
  readonly importedAt: Instant;
}

/** A person's own decision to recognise an issuer's key. */
export interface IssuerPin {
  readonly issuerId: string;
  readonly reason: string;
  readonly pinnedBy: string;
  readonly pinnedAt: Instant;
}

/** An issuer as seen in the workspace's credentials. */
export interface SeenIssuer {
  readonly issuerId: string;
  /** The name that the credentials claim. */
  readonly claimedName: string | null;
  readonly recognition: IssuerRecognition;
  readonly credentials: number;
}
