import type { Finding } from '../../core/verification/finding.ts';
import { isList, isObject, objectsOf } from '../../core/verification/json-fields.ts';
import type { Json, JsonObject } from '../../../shared/model/json.ts';
import { isFixedTo } from './digests.ts';
import type { EndorsedThing } from './placed-endorsements.ts';

/**
 * Whether an endorsement is about these very words. Where it repeats words of what it endorses, they must be the same;
 * where it gives a digest (VCDM 2.0 §5.3, `relatedResource`), that must be one of what stands here. Answers an
 * `endorsements` finding, or null where nothing speaks against it.
 * @param things what each subject is here, in the order of the subjects.
 */
export function compareContent(endorsement: JsonObject, things: readonly EndorsedThing[]): Finding | null {
  const subjects = objectsOf(endorsement['credentialSubject']);
  for (const [index, thing] of things.entries()) {
    const differing = thing.json === null ? null : firstDifference(subjects[index] ?? {}, thing.json);
    if (differing !== null) return { code: 'endorsement-content-differs', evidence: { what: differing } };
  }
  const fixed = things.flatMap((thing) => resourcesOf(endorsement, thing).map((resource) => ({ thing, resource })));
  const open = fixed.find(({ thing, resource }) => isFixedTo(resource, formsOf(thing)) === false);
  return open === undefined ? null : { code: 'endorsement-digest-differs', evidence: { of: open.thing.kind } };
}

/** Words of the endorsement itself, which repeat nothing. */
const OWN_WORDS: readonly string[] = [
  'id',
  'type',
  'endorsementComment',
  'digestSRI',
  'digestMultibase',
  'endorsement',
];

/** The first property that both state and state otherwise; null where there is none. */
function firstDifference(subject: JsonObject, endorsed: JsonObject): string | null {
  const repeated = Object.entries(subject).filter(([name]) => !OWN_WORDS.includes(name));
  const differing = repeated.find(([name, value]) => {
    const stated = endorsed[name];
    return stated !== undefined && !agrees(value, stated);
  });
  return differing?.[0] ?? null;
}

/** Whether all that the first says, where the second speaks of it at all, is the same. */
function agrees(one: Json, other: Json): boolean {
  if (isObject(one) && typeof one['@value'] === 'string') return agrees(one['@value'], other);
  if (isObject(other) && typeof other['@value'] === 'string') return agrees(one, other['@value']);
  if (isList(one) && isList(other)) {
    return one.length === other.length && one.every((item, index) => agrees(item, other[index] ?? null));
  }
  if (isList(one) || isList(other)) return agrees(isList(one) ? one : [one], isList(other) ? other : [other]);
  if (!isObject(one) || !isObject(other)) return one === other;
  return Object.entries(one).every(([name, value]) => other[name] === undefined || agrees(value, other[name]));
}

/** Digests that the endorsement gives of a thing: at its subject, or as a related resource. */
function resourcesOf(endorsement: JsonObject, { id }: EndorsedThing): readonly JsonObject[] {
  return [...objectsOf(endorsement['credentialSubject']), ...objectsOf(endorsement['relatedResource'])].filter(
    (each) => each['id'] === id && (each['digestSRI'] !== undefined || each['digestMultibase'] !== undefined),
  );
}

/** What may have been digested of a thing: as it stands, without its proofs, and without its endorsements too. */
function formsOf({ json }: EndorsedThing): readonly JsonObject[] {
  if (json === null) return [];
  const { proof: _, ...unproven } = json;
  const { endorsement: __, endorsementJwt: ___, ...bare } = unproven;
  return [json, unproven, bare];
}
