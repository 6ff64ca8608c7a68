import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import type { Finding } from '../../core/verification/finding.ts';
import { isList, isObject, objectsOf, textOf, textsOf } from '../../core/verification/json-fields.ts';
import type { Json, JsonObject } from '../../../shared/model/json.ts';
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
  const open = fixed.find(({ thing, resource }) => !isFixedTo(resource, thing));
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

const ALGORITHMS = ['sha256', 'sha384', 'sha512'] as const;
/** Multihash codes and lengths of the same. */
const MULTIHASH = { sha256: [0x12, 32], sha384: [0x20, 48], sha512: [0x13, 64] } as const;

/** Whether a digest is that of the thing: its canonical JSON or its JSON as it stands, with its proofs or without. */
function isFixedTo(resource: JsonObject, { json }: EndorsedThing): boolean {
  if (json === null) return false;
  const { proof: _, ...unproven } = json;
  const { proof: __, endorsement: ___, endorsementJwt: ____, ...bare } = json;
  const forms = [json, unproven, bare].flatMap((each) => [canonicalize(each) ?? '', JSON.stringify(each)]);
  const digests = new Set(forms.flatMap(writtenDigests));
  return [
    ...textsOf(resource['digestSRI']).flatMap((text) => text.split(/\s+/)),
    textOf(resource['digestMultibase']),
  ].some((written) => written !== null && digests.has(written.replace(/=+$/, '')));
}

/** A text's digests as they may be written: Subresource Integrity, and multibase (`u`) of a multihash. */
function writtenDigests(text: string): readonly string[] {
  return ALGORITHMS.flatMap((algorithm) => {
    const digest = createHash(algorithm).update(text).digest();
    const multihash = Buffer.concat([Uint8Array.from(MULTIHASH[algorithm]), digest]);
    return [
      `${algorithm}-${digest.toString('base64').replace(/=+$/, '')}`,
      `${algorithm}-${digest.toString('base64url')}`,
      `u${multihash.toString('base64url')}`,
    ];
  });
}
