import type { TrustContext } from '../../../core/ports.ts';
import type { Finding } from '../../../core/verification/finding.ts';
import type { JsonObject } from '../../../../shared/model/json.ts';

/** One entry of `credentialSchema`, with the credential that names it. */
export interface SchemaQuestion {
  readonly id: string;
  readonly type: string;
  readonly entry: JsonObject;
  readonly credential: JsonObject;
  readonly trust: TrustContext;
}

/** One kind of schema that a credential can name: one file, one line in the registry. */
export interface SchemaMethod {
  /** The entry types that it runs. */
  readonly types: readonly string[];
  /** Answers a `schema` finding; never throws. */
  readonly run: (question: SchemaQuestion) => Promise<Finding>;
}
