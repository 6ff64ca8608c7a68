import type { CheckAxis, IssuerRecognition, Verdict } from './check.ts';
import type { CandidateId, CredentialKey, Instant } from './ids.ts';

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

/**
 * What the employer decides about verification beside packs and pins. Part of each trust snapshot, so that an old
 * report says under which rules it was made.
 */
export interface VerificationPolicy {
  /** Counts the changes in this workspace; 1 is the policy that Tessera comes with. */
  readonly version: number;
  /** Whose issuers count as recognised: those of every pack that a person accepted, or only of signed packs whose publisher is pinned. */
  readonly recognisedPacks: 'accepted' | 'pinned-publisher';
  /** Days for which an expired credential counts as a reservation and not as not valid; 0–365. */
  readonly expiryGraceDays: number;
  /** Days after which status data without an end of its own is stale; 1–3650. */
  readonly staleAfterDays: number;
}

export const DEFAULT_POLICY: VerificationPolicy = {
  version: 1,
  recognisedPacks: 'accepted',
  expiryGraceDays: 0,
  staleAfterDays: 90,
};

/** A publisher whose packs the employer takes: the SHA-256 of the raw public key, as hex. */
export interface PublisherPin {
  readonly fingerprint: string;
  readonly name: string;
  readonly reason: string;
  readonly pinnedBy: string;
  readonly pinnedAt: Instant;
}

/** A verdict that is another one now, with the checks that moved it. */
export interface MovedVerdict {
  readonly credential: CredentialKey;
  readonly candidate: CandidateId;
  /** The person's label (a pseudonym in blind mode) and the achievement's name, as screens show them. */
  readonly person: string;
  readonly achievement: string | null;
  readonly from: Verdict;
  readonly to: Verdict;
  /** The axes whose finding changed: codes before and after, and the new sentence. */
  readonly because: readonly {
    readonly axis: CheckAxis;
    readonly from: string;
    readonly to: string;
    readonly message: string;
  }[];
}

/** A change of trust data that can be tried out before it is made. */
export type TrustChange =
  | { readonly kind: 'add-pack'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'remove-pack'; readonly sha256: string }
  | { readonly kind: 'pin'; readonly issuerId: string }
  | { readonly kind: 'unpin'; readonly issuerId: string }
  | { readonly kind: 'pin-publisher' | 'unpin-publisher'; readonly fingerprint: string }
  | { readonly kind: 'policy'; readonly policy: Omit<VerificationPolicy, 'version'> };

/** What a change of trust data does (or would do) to the workspace. */
export interface TrustEffect {
  /** Credentials judged again. */
  readonly checked: number;
  readonly moved: readonly MovedVerdict[];
  /** Credentials whose verdict stays while a check on some axis changed. */
  readonly otherwiseChanged: number;
}

/** A pack as it was read, before anybody accepts it. */
export interface PackInspection {
  readonly summary: Omit<PackSummary, 'importedAt'>;
  /** Whether the publisher's key is pinned; null where the pack is not signed. */
  readonly publisherPinned: boolean | null;
  /** The pack of the same source that it would replace. */
  readonly replaces: PackSummary | null;
  readonly difference: PackDifference | null;
}

/** What a pack holds that another does not; ids and URLs, sorted. */
export interface PackDifference {
  readonly issuersAdded: readonly string[];
  readonly issuersRemoved: readonly string[];
  readonly keysAdded: readonly string[];
  readonly keysRemoved: readonly string[];
  readonly statusListsAdded: readonly string[];
  readonly statusListsRemoved: readonly string[];
  /** Contexts and schemas. */
  readonly documentsAdded: readonly string[];
  readonly documentsRemoved: readonly string[];
  /** What stands in both under the same id or URL and is another one: documents, lists, and entries (names, dates of keys). */
  readonly documentsChanged: readonly string[];
}

/** Trust data that credentials of the workspace refer to and no pack holds; nothing in it is personal data. */
export interface MissingTrustData {
  readonly kind: 'did-document' | 'issuer' | 'status-list' | 'context' | 'schema';
  /** The did:web id or the URL. */
  readonly id: string;
  /** How many credentials it would help. */
  readonly credentials: number;
}

/** One dated judgement of a credential; the newest first is the present one. */
export interface PastReport {
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly trustSnapshot: string;
  readonly verdict: Verdict;
  readonly because: MovedVerdict['because'];
}
