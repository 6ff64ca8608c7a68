import type { CheckAxis, Checks } from '../../../../shared/model/check.ts';
import type { CredentialFacts } from '../facts.ts';
import { toCheck, type Finding } from '../finding.ts';
import { checkEndorsements } from './endorsements.ts';
import { checkFormat } from './format.ts';
import { checkHolder } from './holder.ts';
import { checkIntegrity } from './integrity.ts';
import { checkIssuer } from './issuer.ts';
import { checkKeyBinding } from './key-binding.ts';
import { checkSchema } from './schema.ts';
import { checkStatus } from './status.ts';
import { checkValidity } from './validity.ts';

/** A check answers one question about a credential from its facts, and from nothing else. */
type CheckRule = (facts: CredentialFacts) => Finding;

/** One line an axis; an axis without a rule does not compile. */
const CHECK_RULES = {
  format: checkFormat,
  schema: checkSchema,
  integrity: checkIntegrity,
  'key-binding': checkKeyBinding,
  issuer: checkIssuer,
  validity: checkValidity,
  status: checkStatus,
  holder: checkHolder,
  endorsements: checkEndorsements,
} as const satisfies Record<CheckAxis, CheckRule>;

/** Makes every check of a credential. */
export function makeChecks(facts: CredentialFacts): Checks {
  return {
    format: toCheck(CHECK_RULES.format(facts)),
    schema: toCheck(CHECK_RULES.schema(facts)),
    integrity: toCheck(CHECK_RULES.integrity(facts)),
    'key-binding': toCheck(CHECK_RULES['key-binding'](facts)),
    issuer: toCheck(CHECK_RULES.issuer(facts)),
    validity: toCheck(CHECK_RULES.validity(facts)),
    status: toCheck(CHECK_RULES.status(facts)),
    holder: toCheck(CHECK_RULES.holder(facts)),
    endorsements: toCheck(CHECK_RULES.endorsements(facts)),
  };
}
