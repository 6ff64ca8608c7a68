import type { TrustContext } from '../../../core/ports.ts';
import type { Finding } from '../../../core/verification/finding.ts';
import type { JsonObject } from '../../../../shared/model/json.ts';

/** One status entry of a credential, with the credential that carries it and who issued that. */
export interface StatusQuestion {
  readonly entry: JsonObject;
  readonly credential: JsonObject;
  readonly issuerId: string | null;
  readonly trust: TrustContext;
}

/** One way in which an issuer says that a credential was taken back: one file, one line in the registry. */
export interface StatusMethod {
  /** The entry types that it evaluates. */
  readonly types: readonly string[];
  /** Answers a `status` finding; never throws. */
  readonly evaluate: (question: StatusQuestion) => Promise<Finding>;
}
