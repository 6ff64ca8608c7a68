import type { Instant, JsonPointer } from './ids.ts';

/** The axes of a verification report, in the order in which a person reads them. */
export const CHECK_AXES = [
  'format',
  'schema',
  'integrity',
  'key-binding',
  'issuer',
  'validity',
  'status',
  'holder',
  'endorsements',
] as const;
export type CheckAxis = (typeof CHECK_AXES)[number];

export const CHECK_STATES = ['pass', 'fail', 'not-checked', 'stale', 'not-applicable'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

/** The outcome of one axis. `code` is from the catalogue in `check-codes.ts`; `message` is its plain English sentence. */
export interface Check {
  readonly state: CheckState;
  readonly code: string;
  readonly message: string;
  /** The field that decided it, in the decoded credential. */
  readonly pointer?: JsonPointer;
  /** The date of the data on which it rests (a status list, a pack). */
  readonly asOf?: Instant;
  /** What was seen: ids, dates, names. Data, never markup. */
  readonly evidence?: Readonly<Record<string, string | number | boolean>>;
  /** What a person could do to settle it, in one sentence; absent where nothing is open. */
  readonly settledBy?: string;
}

export type Checks = Readonly<Record<CheckAxis, Check>>;

export const VERDICTS = ['verified', 'verified-with-reservations', 'cannot-verify-offline', 'not-valid'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** How far the employer knows an issuer. A name is a claim; only a key on a list makes `recognised` or `pinned`. */
export type IssuerRecognition = 'recognised' | 'pinned' | 'self-asserted' | 'unknown';

/** All that was found out about one credential, dated, with the trust data on which it rests. */
export interface VerificationReport {
  readonly verdict: Verdict;
  readonly checks: Checks;
  /** The axes that keep it from being `verified`, gravest first. Absent in reports of before this was recorded. */
  readonly against?: readonly CheckAxis[];
  readonly recognition: IssuerRecognition;
  /** The time as of which dates were judged. */
  readonly at: Instant;
  /** The next instant at which time alone may change a check: until then the report holds. Null where none will come. */
  readonly holdsUntil: Instant | null;
  /** SHA-256 over the trust data (packs, pins, policy) used. */
  readonly trustSnapshot: string;
  /** The suite, algorithm and key id of each proof looked at, e.g. `eddsa-rdfc-2022`, `ES256`. */
  readonly proofs: readonly ProofSummary[];
  /** Paths that stand in the file but that no passing proof covers; never shown as content and never matched. */
  readonly unsignedPaths: readonly JsonPointer[];
  /** What others say for it, each judged on its own; at most 20. Absent in reports of before this was recorded. */
  readonly endorsements?: readonly EndorsementSummary[];
  /** The schemas that were run over it, and those that were not and why. Absent in reports of before this was recorded. */
  readonly schemas?: readonly SchemaSummary[];
}

/** One endorsement: who endorses what, and whether that holds. All texts are data, never markup. */
export interface EndorsementSummary {
  /** The id of the endorser; null where it names none. */
  readonly endorser: string | null;
  /** The name that the endorser gives itself; null where nothing proves that the words are the endorser's. */
  readonly name: string | null;
  /** How far the employer knows the endorser; `self-asserted` where the issuer or the holder endorses itself. */
  readonly recognition: IssuerRecognition;
  /** What it endorses: `profile` is another organisation or person named in it; null where it is nothing of it. */
  readonly of: 'credential' | 'achievement' | 'issuer' | 'subject' | 'profile' | null;
  readonly state: 'pass' | 'fail' | 'not-checked' | 'stale';
  /** From the catalogue in `check-codes.ts` (axis `endorsements`), with its sentences. */
  readonly code: string;
  readonly message: string;
  readonly settledBy: string | null;
  /** What the endorser says, at most 500 characters; null where nothing is said, or nothing proves who says it. */
  readonly claim: string | null;
  /** Where it stands in this credential; null where it came beside it in the same file. */
  readonly pointer: JsonPointer | null;
}

/** One schema that the credential is to follow: the standard's, or one that the issuer names. */
export interface SchemaSummary {
  /** The URL that the credential gives, or the name of the standard whose rules are Tessera's own. */
  readonly id: string;
  /** Its type, e.g. `JsonSchema`; `standard` for the rules of the standard. */
  readonly type: string;
  readonly state: 'pass' | 'fail' | 'not-checked';
  /** From the catalogue in `check-codes.ts` (axis `schema`), with its sentence. */
  readonly code: string;
  readonly message: string;
}

export interface ProofSummary {
  readonly suite: string;
  readonly verificationMethod: string | null;
  readonly state: 'pass' | 'fail' | 'not-checked';
}
