import { STANDARD_NAMES } from '../../../../shared/messages/format-names.en.ts';
import type { Standard } from '../../../../shared/model/credential.ts';
import type { Json, JsonObject } from '../../../../shared/model/json.ts';
import type { CredentialFacts } from '../facts.ts';
import type { Finding } from '../finding.ts';
import { millisecondsOf } from '../instants.ts';
import { idOf, isObject, nameOf, objectsOf, textOf, textsOf, valuesOf } from '../json-fields.ts';

/** A property that a standard requires, and how to tell that it is there in a usable form. */
interface Requirement {
  readonly property: string;
  readonly met: (credential: JsonObject) => boolean;
}

const subjects = (credential: JsonObject): readonly Json[] => valuesOf(credential['credentialSubject']);
const achievements = (credential: JsonObject): readonly JsonObject[] =>
  objectsOf(credential['credentialSubject']).flatMap((subject) => objectsOf(subject['achievement']));
const isDateTime = (value: Json | undefined): boolean => typeof value === 'string' && millisecondsOf(value) !== null;
const hasType =
  (...names: readonly string[]): Requirement['met'] =>
  (credential) =>
    names.some((name) => textsOf(credential['type']).includes(name));
const everyAchievement =
  (holds: (achievement: JsonObject) => boolean): Requirement['met'] =>
  (credential) =>
    achievements(credential).length > 0 && achievements(credential).every(holds);

/** VC Data Model 1.1 §4 and 2.0 §4. */
const COMMON: readonly Requirement[] = [
  { property: '@context', met: (credential) => valuesOf(credential['@context']).length > 0 },
  { property: 'type', met: hasType('VerifiableCredential') },
  { property: 'issuer', met: (credential) => idOf(credential['issuer']) !== null },
  { property: 'credentialSubject', met: (credential) => subjects(credential).some(isObject) },
];
const VALID_FROM: Requirement = { property: 'validFrom', met: (credential) => isDateTime(credential['validFrom']) };
const ISSUANCE_DATE: Requirement = {
  property: 'issuanceDate',
  met: (credential) => isDateTime(credential['issuanceDate']) || isDateTime(credential['validFrom']),
};
const ID: Requirement = { property: 'id', met: (credential) => textOf(credential['id']) !== null };

/** Open Badges 3.0 §B.1 (AchievementCredential, AchievementSubject, Achievement). */
const OPEN_BADGE: readonly Requirement[] = [
  ...COMMON,
  ID,
  ISSUANCE_DATE,
  { property: 'type', met: hasType('OpenBadgeCredential', 'AchievementCredential') },
  { property: 'credentialSubject.achievement', met: everyAchievement(() => true) },
  { property: 'achievement.id', met: everyAchievement((achievement) => textOf(achievement['id']) !== null) },
  { property: 'achievement.name', met: everyAchievement((achievement) => nameOf(achievement['name']) !== null) },
  {
    property: 'achievement.description',
    met: everyAchievement((achievement) => nameOf(achievement['description']) !== null),
  },
  { property: 'achievement.criteria', met: everyAchievement((achievement) => isObject(achievement['criteria'])) },
];

/** Comprehensive Learner Record 2.0 §B.1 (ClrCredential, ClrSubject). */
const CLR: readonly Requirement[] = [
  ...COMMON,
  ID,
  ISSUANCE_DATE,
  { property: 'type', met: hasType('ClrCredential') },
  {
    property: 'credentialSubject.verifiableCredential',
    met: (credential) =>
      objectsOf(credential['credentialSubject']).some(
        (subject) => valuesOf(subject['verifiableCredential']).length > 0,
      ),
  },
];

/** Open Badges 3.0 §B.1 (EndorsementCredential). */
const ENDORSEMENT: readonly Requirement[] = [
  ...COMMON,
  ID,
  ISSUANCE_DATE,
  { property: 'type', met: hasType('EndorsementCredential') },
  {
    property: 'credentialSubject.id',
    met: (credential) => objectsOf(credential['credentialSubject']).every((subject) => textOf(subject['id']) !== null),
  },
];

const REQUIREMENTS: Readonly<Record<Standard, readonly Requirement[] | null>> = {
  'open-badges-3.0': OPEN_BADGE,
  'clr-2.0': CLR,
  'endorsement-3.0': ENDORSEMENT,
  'vcdm-1.1': [...COMMON, ISSUANCE_DATE],
  'vcdm-2.0': COMMON,
  'open-badges-2.0': null,
  'sd-jwt-vc': null,
};

/**
 * Are the properties there that the standard requires. Rules of our own over presence and form; the issuer's JSON
 * Schema is not run, and a failure here never hides what the signature says.
 */
export function checkSchema(facts: CredentialFacts): Finding {
  const requirements = REQUIREMENTS[facts.standard];
  const evidence = { standard: STANDARD_NAMES[facts.standard] };
  if (requirements === null) return { code: 'schema-not-checked', evidence };
  const v1 = textsOf(facts.json['@context']).includes('https://www.w3.org/2018/credentials/v1');
  const applied = v1 ? requirements : requirements.map((each) => (each === ISSUANCE_DATE ? VALID_FROM : each));
  const missing = new Set(applied.filter((each) => !each.met(facts.json)).map((each) => each.property));
  return missing.size === 0
    ? { code: 'schema-required-present', evidence }
    : { code: 'schema-required-missing', evidence: { ...evidence, missing: [...missing].join(', ') } };
}
