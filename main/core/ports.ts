import type { Problem, Result } from '../../shared/api/problems.ts';
import type { CancelSignal } from '../../shared/model/cancel-signal.ts';
import type { Credential } from '../../shared/model/credential.ts';
import type { DocumentHash, Instant } from '../../shared/model/ids.ts';
import type { JsonObject } from '../../shared/model/json.ts';
import type { ModelState } from '../../shared/model/match.ts';
import type { IssuerPin, PublisherPin, VerificationPolicy } from '../../shared/model/trust.ts';

/** What the core needs from outside; adapters make it real, tests give plain objects. */

export interface Clock {
  now(): Instant;
}

/** Makes ULIDs. */
export interface IdSource {
  next(): string;
}

/** Turns texts into vectors of length 1. One row a text, in order; texts are given as they shall be embedded. */
export interface Embedder {
  readonly model: ModelState;
  /** @returns rows of `dimensions` floats each, or a problem when the model's process died twice. */
  embed(
    texts: readonly string[],
    signal?: CancelSignal,
    onProgress?: (done: number) => void,
  ): Promise<Result<readonly Float32Array[]>>;
}

/** Trust data of an issuer pack after it was parsed (verification.md, "Issuer packs"). */
export interface IssuerPack {
  readonly sha256: string;
  readonly version: string;
  readonly source: string;
  readonly retrievedAt: Instant;
  readonly expiresAt: Instant | null;
  /** Fingerprints of the keys that signed it, each over all of it; empty where it is unsigned. */
  readonly publishers: readonly string[];
  readonly entries: readonly {
    readonly ids: readonly string[];
    readonly names: readonly string[];
    readonly homepage: string | null;
    readonly keys: readonly IssuerKey[];
    /** Ids of others that keep status lists for this issuer, where there are any. */
    readonly statusListIssuers?: readonly string[];
    /** How the publisher came to know that the keys are the issuer's. */
    readonly evidence?: readonly PackEvidence[];
  }[];
  /** DID documents (did:web) and key documents of https issuers, by id. */
  readonly didDocuments: Readonly<Record<string, JsonObject>>;
  /** Signed status list credentials by URL: an object, or a JWT as a string. */
  readonly statusLists: Readonly<Record<string, JsonObject | string>>;
  readonly contexts: Readonly<Record<string, JsonObject>>;
  /** JSON Schemas by URL. */
  readonly schemas: Readonly<Record<string, JsonObject>>;
}

export interface IssuerKey {
  readonly id: string;
  /** Multikey, JsonWebKey or Ed25519VerificationKey2020. */
  readonly type: string;
  /** Multibase text or a JWK. */
  readonly publicKey: string | JsonObject;
  readonly validFrom: Instant | null;
  readonly validUntil: Instant | null;
  /** True where the issuer withdrew it: then nothing that it signed counts, whenever that was. */
  readonly revoked?: boolean;
}

/** Where a publisher of a pack has an issuer's keys from. */
export interface PackEvidence {
  readonly description: string | null;
  readonly url: string | null;
  /** As it is written. */
  readonly date: string | null;
}

/** What is known of one candidate when a credential's holder is checked. */
export interface HolderHints {
  readonly emails: readonly string[];
  readonly subjectIds: readonly string[];
}

/** Everything that decides a verdict beside the bytes themselves. */
export interface TrustContext {
  readonly packs: readonly IssuerPack[];
  readonly pins: readonly IssuerPin[];
  /** Publishers whose packs the employer takes. */
  readonly publishers: readonly PublisherPin[];
  readonly policy: VerificationPolicy;
  /** The time as of which dates are judged. */
  readonly at: Instant;
}

/** A file as it arrives: its name as the person knows it, and its bytes. */
export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes, where it was made already. */
  readonly hash?: DocumentHash;
}

/** A file opened and each of its credentials verified; problems beside credentials are possible. */
export interface VerifiedFile {
  readonly file: string;
  readonly credentials: readonly Credential[];
  readonly problems: readonly Problem[];
}

/** A verified file as it crosses threads, is kept and is stored. */
export interface PackedFile {
  readonly file: string;
  /** Those of the import: an endorsement that came by itself is one. */
  readonly problems: readonly Problem[];
  /** When the reports were made; null where there are none. */
  readonly at: Instant | null;
  /** The first instant at which time can change one of them. */
  readonly holdsUntil: Instant | null;
  /** JSON: what is imported of the file, in outline, and where in `text` the rest of it stands. */
  readonly credentials: string;
  /** JSON texts in UTF-8: the {@link VerifiedFile}, up to `verifiedEnd`, and statements of its credentials. */
  readonly text: Uint8Array<ArrayBuffer>;
  readonly verifiedEnd: number;
}

/** What becomes of a result after it is answered. */
export interface PackedUse {
  readonly signal: CancelSignal;
  /** Whether it will be asked for again, and is worth its memory: after a dry run, and not once it is stored. */
  readonly isAskedAgain: boolean;
}

/** Opens one file that is not a ZIP, finds its credentials and verifies each, offline. Never throws, never reads the network. */
export interface Verifier {
  verify(file: NamedFile, holder: HolderHints, trust: TrustContext, signal?: CancelSignal): Promise<VerifiedFile>;
  /** The same for an import, which stores most of the result unread. */
  verifyPacked(file: NamedFile, holder: HolderHints, trust: TrustContext, use: PackedUse): Promise<PackedFile>;
  /** SHA-256 of the trust data, which keys the cache of verdicts. */
  trustSnapshot(trust: TrustContext): string;
  /** Files are on their way: what takes time to be ready may begin. */
  prepare?(): void;
  /** Lets go of results that it keeps: somebody who was erased can stand in them. */
  forgetResults?(): void;
  close(): Promise<void>;
}

/** Opens folders' worth of files: ZIPs are unpacked (within limits), everything else passes through. */
export interface Unpacker {
  unpack(file: NamedFile): Promise<{
    readonly files: readonly NamedFile[];
    readonly problems: readonly { readonly file: string; readonly problem: Problem }[];
  }>;
}
