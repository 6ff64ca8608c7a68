import { entriesOf, type CheckCodes } from './check-code-entry.ts';

const entry = entriesOf('key-binding');

/** Does the key belong to the issuer that is named? */
export const KEY_BINDING_CODES = {
  'key-is-issuer': entry(
    'pass',
    'The issuer’s identifier is the key itself, so the key is the issuer’s, whoever that is.',
  ),
  'key-of-issuer': entry(
    'pass',
    'The key that the signature names is listed as the issuer’s in the issuer pack “{source}”.',
  ),
  'key-of-envelope': entry('pass', 'The record that carries it is signed by the same issuer, with the issuer’s key.'),
  'key-of-somebody-else': entry(
    'fail',
    'It was signed with a key ({method}) that is not a key of the issuer it names ({issuer}).',
    'Ask the issuer whether the credential is theirs.',
  ),
  'key-not-for-assertions': entry(
    'fail',
    'The issuer does not allow this key ({method}) to sign credentials.',
    'Ask the issuer whether the credential is theirs.',
  ),
  'key-outside-window': entry(
    'fail',
    'The key was not in use by the issuer on the date of the signature ({date}).',
    'Ask the issuer whether the credential is theirs.',
  ),
  'key-revoked': entry(
    'fail',
    'The issuer has withdrawn this key ({method}).',
    'Ask the issuer for a credential that is signed with a current key.',
  ),
  'issuer-id-deceptive': entry(
    'fail',
    'The issuer’s identifier is written in a form that can deceive ({detail}): {issuer}.',
    'Ask the issuer whether the credential is theirs.',
  ),
  'envelope-of-another-issuer': entry(
    'not-checked',
    'It has no signature of its own, and the record that carries it was signed by somebody else ({issuer}).',
    'Ask the candidate for the credential as its issuer signed it.',
  ),
  'issuer-document-missing': entry(
    'not-checked',
    'No issuer pack says which keys belong to {issuer}.',
    'Add an issuer pack that holds the keys of this issuer.',
  ),
  'issuer-id-missing': entry(
    'not-checked',
    'The credential names no issuer by an identifier.',
    'Ask the candidate for the original file from the issuer.',
  ),
  'key-window-undated': entry(
    'not-checked',
    'The issuer used this key only for a time, and the signature does not say when it was made.',
    'Ask the issuer when the credential was signed.',
  ),
  'key-not-looked-at': entry(
    'not-checked',
    'There is no signature that could be tied to the issuer.',
    'Ask the candidate for the signed credential, or the issuer for a confirmation.',
  ),
} as const satisfies CheckCodes;
