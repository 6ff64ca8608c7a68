import type { JsonObject } from '../../shared/model/json.ts';

export function verifyPlainly(options: {
  readonly credential: JsonObject;
  readonly documentLoader: (url: string) => Promise<{ readonly document: unknown }>;
  readonly now: Date;
}): Promise<{ readonly verified: boolean; readonly error?: unknown }>;
