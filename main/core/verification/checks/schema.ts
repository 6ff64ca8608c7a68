import { STANDARD_NAMES } from '../../../../shared/messages/format-names.en.ts';
import type { SchemaSummary } from '../../../../shared/model/check.ts';
import type { Standard } from '../../../../shared/model/credential.ts';
import type { JsonObject } from '../../../../shared/model/json.ts';
import type { CredentialFacts, SchemaFacts } from '../facts.ts';
import { stateOf, toCheck, type Finding } from '../finding.ts';
import { millisecondsOf } from '../instants.ts';
import { idOf, isObject, textsOf, valuesOf } from '../json-fields.ts';
import { missingProperties, type ClassName, type ClassRules } from '../required-properties.ts';

/**
 * Does it have the form that its standard, and any schema that the issuer names, asks for. A failure here never hides
 * what the signature says, and a schema that was not run is never called followed.
 */
export function checkSchema(facts: CredentialFacts): Finding {
  const standard = standardFinding(facts);
  const named = facts.schemas.map(({ finding }) => finding);
  const failed = [standard, ...named].find((finding) => stateOf(finding) === 'fail');
  if (failed !== undefined) return failed;
  const open = named.find((finding) => stateOf(finding) !== 'pass');
  if (open !== undefined) return open;
  const [first] = named;
  if (first === undefined) return standard;
  const evidence = { standard: STANDARD_NAMES[facts.standard], count: named.length };
  return stateOf(standard) === 'pass' ? { code: 'schema-all-followed', evidence } : first;
}

/** How the report lists what was run: the standard's rules first. */
export function schemaSummaries(facts: CredentialFacts): readonly SchemaSummary[] {
  const standard = { id: STANDARD_NAMES[facts.standard], type: 'standard', finding: standardFinding(facts) };
  return [standard, ...facts.schemas].map(summaryOf);
}

function summaryOf({ id, type, finding }: SchemaFacts): SchemaSummary {
  const { state, code, message } = toCheck(finding);
  return { id, type, state: state === 'pass' || state === 'fail' ? state : 'not-checked', code, message };
}

/** Are the properties there that the standard requires: rules of our own over presence and form. */
function standardFinding(facts: CredentialFacts): Finding {
  const known = STANDARD_FINDINGS.get(facts);
  if (known !== undefined) return known;
  const finding = findByStandard(facts);
  STANDARD_FINDINGS.set(facts, finding);
  return finding;
}

/** Asked for by the check and by the report. */
const STANDARD_FINDINGS = new WeakMap<CredentialFacts, Finding>();

function findByStandard(facts: CredentialFacts): Finding {
  const rules = RULES[facts.standard];
  const evidence = { standard: STANDARD_NAMES[facts.standard] };
  if (rules === null) return { code: 'schema-not-checked', evidence };
  const missing = [...generalMissing(facts.json, rules), ...missingProperties(facts.json, rules)];
  if (missing.length > 0)
    return { code: 'schema-required-missing', evidence: { ...evidence, missing: [...new Set(missing)].join(', ') } };
  const [first] = valuesOf(facts.json['@context']);
  return typeof first === 'string' && CREDENTIALS_CONTEXTS.includes(first)
    ? { code: 'schema-required-present', evidence }
    : {
        code: 'schema-context-not-first',
        evidence: { ...evidence, first: typeof first === 'string' ? first : 'words of its own' },
      };
}

const CREDENTIALS_V1 = 'https://www.w3.org/2018/credentials/v1';
/** One of them comes first in every credential (VC Data Model 1.1 §4.1 and 2.0 §4.3). */
const CREDENTIALS_CONTEXTS: readonly string[] = [CREDENTIALS_V1, 'https://www.w3.org/ns/credentials/v2'];

interface CredentialRules extends ClassRules {
  /** Whether the version 2.0 of the data model requires a beginning: the badge standards do, it does not. */
  readonly dated: boolean;
}

/** VC Data Model 1.1 §4 and 2.0 §4: what every credential has. */
const ANY_CREDENTIAL: CredentialRules = {
  types: ['VerifiableCredential'],
  required: { '@context': 'any', issuer: 'id' },
  parts: {},
  dated: false,
};

const badge = (types: readonly string[], subject: ClassName): CredentialRules => ({
  types,
  required: { ...ANY_CREDENTIAL.required, id: 'id' },
  parts: { issuer: 'Profile', credentialSubject: subject, evidence: 'Evidence', image: 'Image' },
  dated: true,
});

/** Open Badges 3.0 and Comprehensive Learner Record 2.0, each appendix B.1. */
const RULES: Readonly<Record<Standard, CredentialRules | null>> = {
  'open-badges-3.0': badge(['OpenBadgeCredential', 'AchievementCredential'], 'AchievementSubject'),
  'clr-2.0': badge(['ClrCredential'], 'ClrSubject'),
  'endorsement-3.0': badge(['EndorsementCredential'], 'EndorsementSubject'),
  'vcdm-1.1': ANY_CREDENTIAL,
  'vcdm-2.0': ANY_CREDENTIAL,
  'open-badges-2.0': null,
  'sd-jwt-vc': null,
};

/** What the table of properties cannot say: two types at once, a subject that is an object, the date by its version. */
function generalMissing(json: JsonObject, rules: CredentialRules): readonly string[] {
  const isVersion1 = textsOf(json['@context']).includes(CREDENTIALS_V1);
  const [date, required] = isVersion1 ? (['issuanceDate', true] as const) : (['validFrom', rules.dated] as const);
  const dates = isVersion1 ? [json['issuanceDate'], json['validFrom']] : [json['validFrom']];
  const isDated = dates.some((value) => typeof value === 'string' && millisecondsOf(value) !== null);
  return [
    ...(textsOf(json['type']).includes('VerifiableCredential') ? [] : ['type']),
    ...(valuesOf(json['credentialSubject']).some(isObject) ? [] : ['credentialSubject']),
    ...(idOf(json['issuer']) === null ? ['issuer'] : []),
    ...(required && !isDated ? [date] : []),
  ];
}
