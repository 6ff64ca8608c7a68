import type { Problem } from '../../../shared/api/problems.ts';
import type { Container, Standard } from '../../../shared/model/credential.ts';
import type { DocumentHash, JsonPointer } from '../../../shared/model/ids.ts';
import type { JsonObject } from '../../../shared/model/json.ts';

/** How a credential (or presentation) is secured, before anything was verified. */
export type Securing =
  /** Data Integrity or linked-data proofs stand in `json.proof`. */
  | { readonly kind: 'embedded-proof' }
  /** A compact JWS; `header` and `payload` are decoded, duplicates refused, not trusted. */
  | { readonly kind: 'jwt'; readonly compact: string; readonly header: JsonObject; readonly payload: JsonObject }
  | SdJwtSecuring
  /** Nothing secures it (OB 2.0 hosted, a bare credential). */
  | { readonly kind: 'none' };

/**
 * An SD-JWT (RFC 9901): a JWS over digests, with those claims beside it that the holder chose to disclose. Decoded,
 * duplicates refused, not trusted.
 */
export interface SdJwtSecuring {
  readonly kind: 'sd-jwt';
  /** The issuer's JWS alone. */
  readonly compact: string;
  readonly header: JsonObject;
  /** The processed payload (section 7.1): plain and disclosed claims, no digests. Of a refused one the plain claims only. */
  readonly payload: JsonObject;
  /** As they came, in base64url. */
  readonly disclosures: readonly string[];
  /**
   * Digests to which no disclosure came where a date or a status could stand (at the payload's top level, in its claim
   * `vc`): claims that the holder kept back, or decoys.
   */
  readonly keptBack: number;
  readonly keyBinding: KeyBindingJwt | null;
  /** In plain words why the disclosures don't fit what was signed; null where they do. */
  readonly refusal: string | null;
}

/** The JWS by which a holder shows the key to which an SD-JWT was issued (RFC 9901 section 4.3). Not trusted. */
export interface KeyBindingJwt {
  readonly compact: string;
  readonly header: JsonObject;
  readonly payload: JsonObject;
  /** What its `sd_hash` has to be: the digest of the SD-JWT as it was presented. */
  readonly presentedHash: string;
}

/** A presentation around credentials: who presents, and how that is secured. */
export interface FoundPresentation {
  readonly json: JsonObject;
  readonly securing: Securing;
  readonly holder: string | null;
}

/** One credential found in a file, decoded but not verified. */
export interface FoundCredential {
  /** Where it stands in the document; '' when it is the document. A CLR stands before its members. */
  readonly pointer: JsonPointer;
  readonly container: Container;
  readonly standard: Standard;
  /** The credential's decoded JSON, duplicate keys and prototype keys refused. For a VC-JWT of VCDM 1.1 the `vc` claim; pointers count from here. */
  readonly json: JsonObject;
  readonly securing: Securing;
  readonly presentation: FoundPresentation | null;
  /** Pointer of the CLR (or presentation entry) that carried it. */
  readonly parent: JsonPointer | null;
}

/** A file opened: what was found, and what is wrong with it (both are possible). */
export interface DocumentOpening {
  readonly document: DocumentHash;
  readonly found: readonly FoundCredential[];
  readonly problems: readonly Problem[];
}
