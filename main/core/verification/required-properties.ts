import type { Json, JsonObject } from '../../../shared/model/json.ts';
import { millisecondsOf } from './instants.ts';
import { idOf, isObject, nameOf, objectsOf, textOf, textsOf, valuesOf } from './json-fields.ts';

/** What a property must hold: text in one or more languages, an id, a date, a flag, a number, an object, anything. */
type Form = 'text' | 'id' | 'instant' | 'flag' | 'number' | 'object' | 'any';

/** What a standard says of one of its classes: facts of its table of properties, those with a cardinality of 1 or more. */
export interface ClassRules {
  /** The type that an object of it carries; several where any of them will do, none where none is required. */
  readonly types: readonly string[];
  readonly required: Readonly<Record<string, Form>>;
  /** The class of what stands in a property, where it is an object. */
  readonly parts: Readonly<Record<string, ClassName>>;
}

/**
 * Open Badges 3.0 appendix B.1 and Comprehensive Learner Record 2.0 appendix B.1. That a subject has an id or another
 * identifier is for the holder check: a badge for nobody in particular is asked about there.
 */
const CLASSES = {
  AchievementSubject: {
    types: ['AchievementSubject'],
    required: { achievement: 'object' },
    parts: {
      achievement: 'Achievement',
      identifier: 'IdentityObject',
      image: 'Image',
      result: 'Result',
      source: 'Profile',
    },
  },
  ClrSubject: {
    types: ['ClrSubject'],
    required: { verifiableCredential: 'any' },
    parts: { achievement: 'Achievement', association: 'Association', identifier: 'IdentityObject' },
  },
  EndorsementSubject: { types: ['EndorsementSubject'], required: { id: 'id' }, parts: {} },
  Achievement: {
    types: ['Achievement'],
    required: { id: 'id', name: 'text', description: 'text', criteria: 'object' },
    parts: {
      alignment: 'Alignment',
      creator: 'Profile',
      image: 'Image',
      otherIdentifier: 'IdentifierEntry',
      related: 'Related',
      resultDescription: 'ResultDescription',
    },
  },
  Address: { types: ['Address'], required: {}, parts: { geo: 'GeoCoordinates' } },
  Alignment: { types: ['Alignment'], required: { targetName: 'text', targetUrl: 'id' }, parts: {} },
  Association: {
    types: ['Association'],
    required: { associationType: 'text', sourceId: 'id', targetId: 'id' },
    parts: {},
  },
  Evidence: { types: ['Evidence'], required: {}, parts: {} },
  GeoCoordinates: { types: ['GeoCoordinates'], required: { latitude: 'number', longitude: 'number' }, parts: {} },
  IdentifierEntry: {
    types: ['IdentifierEntry'],
    required: { identifier: 'text', identifierType: 'text' },
    parts: {},
  },
  IdentityObject: {
    types: ['IdentityObject'],
    required: { identityHash: 'text', identityType: 'text', hashed: 'flag' },
    parts: {},
  },
  Image: { types: ['Image'], required: { id: 'id' }, parts: {} },
  Profile: {
    types: ['Profile'],
    required: { id: 'id' },
    parts: { address: 'Address', image: 'Image', otherIdentifier: 'IdentifierEntry', parentOrg: 'Profile' },
  },
  Related: { types: ['Related'], required: { id: 'id' }, parts: {} },
  Result: { types: ['Result'], required: {}, parts: { alignment: 'Alignment' } },
  ResultDescription: {
    types: ['ResultDescription'],
    required: { id: 'id', name: 'text', resultType: 'text' },
    parts: { alignment: 'Alignment', rubricCriterionLevel: 'RubricCriterionLevel' },
  },
  RubricCriterionLevel: {
    types: ['RubricCriterionLevel'],
    required: { id: 'id', name: 'text' },
    parts: { alignment: 'Alignment' },
  },
} as const satisfies Readonly<
  Record<string, Omit<ClassRules, 'parts'> & { readonly parts: Readonly<Record<string, string>> }>
>;

export type ClassName = keyof typeof CLASSES;

/** Deeper than any of the classes nests. */
const MAXIMUM_DEPTH = 8;

/**
 * The properties that an object lacks, or has in another form than required, by its class and those of its parts: each
 * once, as `alignment.targetUrl`, where the first part is the property under which the object stands.
 * @param name the property under which the object stands; empty for the credential itself.
 */
export function missingProperties(json: JsonObject, rules: ClassRules, name = '', depth = 0): readonly string[] {
  const within = (property: string): string => (name === '' ? property : `${name}.${property}`);
  const hasType = rules.types.length === 0 || rules.types.some((type) => textsOf(json['type']).includes(type));
  const own = Object.entries(rules.required).filter(([property, form]) => !holds(json[property], form));
  const inner = depth >= MAXIMUM_DEPTH ? [] : Object.entries(rules.parts);
  const missing = [
    ...(hasType ? [] : [within('type')]),
    ...own.map(([property]) => within(property)),
    ...inner.flatMap(([property, part]) =>
      objectsOf(json[property]).flatMap((object) => missingProperties(object, CLASSES[part], property, depth + 1)),
    ),
  ];
  return [...new Set(missing)];
}

function holds(value: Json | undefined, form: Form): boolean {
  const values = valuesOf(value);
  switch (form) {
    case 'text':
      return nameOf(value) !== null || isLanguageMap(value);
    case 'id':
      return textOf(value) !== null || idOf(value) !== null;
    case 'instant':
      return typeof value === 'string' && millisecondsOf(value) !== null;
    case 'flag':
      return typeof value === 'boolean';
    case 'number':
      return typeof value === 'number';
    case 'object':
      return values.length > 0 && values.every(isObject);
    case 'any':
      return values.length > 0;
  }
}

/** JSON-LD writes a text in several languages as a map of them, or as a list of objects with `@value`. */
function isLanguageMap(value: Json | undefined): boolean {
  return isObject(value) && Object.values(value).some((text) => typeof text === 'string' && text !== '');
}
