import type { CheckCodeEntry, CheckCodes } from './check-codes/check-code-entry.ts';
import { ENDORSEMENTS_CODES } from './check-codes/endorsements.ts';
import { FORMAT_CODES } from './check-codes/format.ts';
import { HOLDER_CODES } from './check-codes/holder.ts';
import { INTEGRITY_CODES } from './check-codes/integrity.ts';
import { ISSUER_CODES } from './check-codes/issuer.ts';
import { KEY_BINDING_CODES } from './check-codes/key-binding.ts';
import { SCHEMA_CODES } from './check-codes/schema.ts';
import { STATUS_CODES } from './check-codes/status.ts';
import { VALIDITY_CODES } from './check-codes/validity.ts';

export type { CheckCodeEntry };

/**
 * Every code of every check, in the order of the report's axes: its state, its words and what would settle it. The only
 * place where these sentences stand, a file an axis; a screen, the command line and exports show them as they are.
 */
export const CHECK_CODES = {
  ...FORMAT_CODES,
  ...SCHEMA_CODES,
  ...INTEGRITY_CODES,
  ...KEY_BINDING_CODES,
  ...ISSUER_CODES,
  ...VALIDITY_CODES,
  ...STATUS_CODES,
  ...HOLDER_CODES,
  ...ENDORSEMENTS_CODES,
} as const satisfies CheckCodes;

export type CheckCode = keyof typeof CHECK_CODES;

/** The entry of a code that came from storage or another process; null where this version does not know it. */
export function checkCodeEntry(code: string): CheckCodeEntry | null {
  return Object.hasOwn(CHECK_CODES, code) ? CHECK_CODES[code as CheckCode] : null;
}
