import type { EndorsementSummary, IssuerRecognition, ProofSummary } from '../../../shared/model/check.ts';
import type { Container, Standard } from '../../../shared/model/credential.ts';
import type { Instant, JsonPointer } from '../../../shared/model/ids.ts';
import type { JsonObject } from '../../../shared/model/json.ts';
import type { HolderHints, TrustContext } from '../ports.ts';
import type { Finding } from './finding.ts';

/** What an adapter found out about one proof. Cryptography and key look-up happen there; judging happens here. */
export interface ProofFacts {
  readonly suite: string;
  readonly verificationMethod: string | null;
  /** An `integrity` finding. */
  readonly integrity: Finding;
  /** A `key-binding` finding. */
  readonly binding: Finding;
  readonly created: Instant | null;
  readonly expires: Instant | null;
  /** The challenge in it, where one stands. */
  readonly challenge: string | null;
}

/** The presentation in which a credential came, as far as it matters to its holder. */
export interface PresentationFacts {
  readonly holder: string | null;
  /** Empty where the presentation is not signed. */
  readonly proofs: readonly ProofFacts[];
}

/** What the envelope (a CLR, a presentation) contributes to a member without a proof of its own. */
export interface EnvelopeFacts {
  readonly issuerId: string | null;
  /** Paths of the envelope that its own proof does not cover. */
  readonly unsignedPaths: readonly JsonPointer[];
  readonly proofs: readonly ProofFacts[];
}

/** All that is known of one credential when its checks are made; every check is a function of this and nothing else. */
export interface CredentialFacts {
  readonly standard: Standard;
  readonly container: Container;
  /** What may be read: the signed part where a proof passes, else the file's own words. */
  readonly json: JsonObject;
  /** Why the form of the file was refused; null where it was not. A `format` finding. */
  readonly refusal: Finding | null;
  readonly proofs: readonly ProofFacts[];
  readonly unsignedPaths: readonly JsonPointer[];
  readonly envelope: EnvelopeFacts | null;
  /** `nbf`, `exp` and `iat` of a JWT, as instants. */
  readonly claims: {
    readonly notBefore: Instant | null;
    readonly expires: Instant | null;
    readonly issued: Instant | null;
  };
  /** One `status` finding for each status entry. */
  readonly status: readonly Finding[];
  readonly presentation: PresentationFacts | null;
  /** A `holder` finding from the key binding of an SD-JWT; null or absent where it was issued to no key. */
  readonly keyBinding?: Finding | null;
  /** True where the holder of an SD-JWT kept entries back in which a date or a status could stand. */
  readonly keptBack?: boolean;
  /** How each hashed or plain identifier of the subject compares with what is known of the candidate. */
  readonly identifiers: readonly IdentifierFacts[];
  /** By what it names somebody else than the record around it; null or absent where it does not, or stands alone. */
  readonly differsFromRecord?: SubjectDifference | null;
  readonly endorsements: readonly EndorsementFacts[];
  /** One for each schema that the credential names. */
  readonly schemas: readonly SchemaFacts[];
  readonly trust: TrustContext;
  readonly holder: HolderHints;
}

/** What came of one schema that the credential names; `finding` is of the axis `schema`. */
export interface SchemaFacts {
  readonly id: string;
  readonly type: string;
  readonly finding: Finding;
}

/** What was found out about one endorsement; `finding` is of the axis `endorsements`. */
export interface EndorsementFacts extends Omit<EndorsementSummary, 'state' | 'code' | 'message' | 'settledBy'> {
  readonly finding: Finding;
}

/** An identifier of the subject: compared in the adapter because a hash is needed. */
export interface IdentifierFacts {
  readonly identityType: string;
  /** Null where nothing is known to compare it with. */
  readonly matches: boolean | null;
  /** False for kinds of identifiers, and of hashes, with which nothing known of a candidate can be compared. */
  readonly comparable: boolean;
}

/** By what two credentials name two people: an identifier, or an e-mail address (of which people have several). */
export type SubjectDifference = 'identifier' | 'email';

export interface IssuerStanding {
  readonly recognition: IssuerRecognition;
  readonly finding: Finding;
}

/** A proof at which nobody looked, for the reason that its `integrity` finding gives. */
export function proofNotLookedAt(integrity: Finding): ProofFacts {
  return {
    suite: 'not looked at',
    verificationMethod: null,
    integrity,
    binding: { code: 'key-not-looked-at' },
    created: null,
    expires: null,
    challenge: null,
  };
}

/** How the report lists a proof. */
export function proofSummary(proof: ProofFacts, state: ProofSummary['state']): ProofSummary {
  return { suite: proof.suite, verificationMethod: proof.verificationMethod, state };
}
