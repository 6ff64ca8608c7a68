import { entriesOf, type CheckCodes } from './check-code-entry.ts';

const entry = entriesOf('schema');

/** Does it have the properties that its standard requires? */
export const SCHEMA_CODES = {
  'schema-required-present': entry(
    'pass',
    'Everything that {standard} requires is there. It names no schema of its own.',
  ),
  'schema-required-missing': entry(
    'fail',
    'Required by {standard} but missing or malformed: {missing}.',
    'The issuer could reissue the credential in the required form.',
  ),
  'schema-context-not-first': entry(
    'fail',
    'It does not begin with the vocabulary of verifiable credentials, as {standard} requires, but with {first}.',
    'The issuer could reissue the credential in the required form.',
  ),
  'schema-not-checked': entry(
    'not-checked',
    'Tessera has no rules for what {standard} requires.',
    'Nothing needs to be done: this says nothing about whether the credential is genuine.',
  ),
  'schema-all-followed': entry(
    'pass',
    'Everything that {standard} requires is there, and it follows every schema that it names ({count}).',
  ),
  'schema-followed': entry('pass', 'It follows the schema {id}.'),
  'schema-mismatch': entry(
    'fail',
    'It does not follow the schema {id}, which it names itself: {where} {what}.',
    'The issuer could reissue the credential in the form of its schema.',
  ),
  'schema-missing': entry(
    'not-checked',
    'It names a schema that is in none of your issuer packs ({id}).',
    'Load an issuer pack that holds this schema. Whether the credential is genuine does not hang on it.',
  ),
  'schema-reference-missing': entry(
    'not-checked',
    'The schema {id} refers to another one that is in none of your issuer packs ({url}).',
    'Load an issuer pack that holds both. Whether the credential is genuine does not hang on it.',
  ),
  'schema-type-unknown': entry(
    'not-checked',
    'It names a schema of a kind that Tessera does not run ({type}).',
    'Nothing needs to be done: this says nothing about whether the credential is genuine.',
  ),
  'schema-dialect-unknown': entry(
    'not-checked',
    'The schema {id} is written in a version of JSON Schema that Tessera does not run ({dialect}).',
    'Nothing needs to be done: this says nothing about whether the credential is genuine.',
  ),
  'schema-unusable': entry(
    'not-checked',
    'The schema {id} is itself not written as it should be ({detail}).',
    'Load an issuer pack with a corrected schema.',
  ),
  'schema-too-complex': entry(
    'not-checked',
    'The schema {id} is too complex to be run within the limits.',
    'Nothing needs to be done: this says nothing about whether the credential is genuine.',
  ),
  'schema-unproven': entry(
    'not-checked',
    'The schema {id} comes in a credential that is not properly signed ({detail}).',
    'Load a current issuer pack.',
  ),
  'schema-digest-differs': entry(
    'not-checked',
    'The credential fixes the wording of the schema {id} by a checksum, and the one in the issuer pack is not known to be that.',
    'Load an issuer pack that holds the schema as the credential means it.',
  ),
  'schema-over-limit': entry(
    'not-checked',
    'The schema {id} was not run: of one credential, {limit} are.',
    'Nothing needs to be done: this says nothing about whether the credential is genuine.',
  ),
} as const satisfies CheckCodes;
