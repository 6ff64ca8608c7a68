import type { Json, JsonObject } from '../../shared/model/json.ts';
import type { SeededRandom } from './seeded-random.ts';

/** Bytes with a few places changed, removed, inserted, doubled or cut off. */
export function mutateBytes(bytes: Uint8Array, random: SeededRandom): Buffer {
  let mutated = Buffer.from(bytes);
  for (let edits = 1 + random.below(4); edits > 0; edits--) {
    const at = random.below(mutated.length + 1);
    const [before, after] = [mutated.subarray(0, at), mutated.subarray(at)];
    const length = random.below(12);
    switch (random.below(6)) {
      case 0:
        mutated = Buffer.concat([before, Buffer.from([random.below(256)]), after.subarray(1)]);
        break;
      case 1:
        mutated = Buffer.concat([before, after.subarray(length)]);
        break;
      case 2:
        mutated = Buffer.concat([before, Buffer.from(random.pick(INTERESTING_TEXT)), after]);
        break;
      case 3:
        mutated = Buffer.concat([before, mutated.subarray(random.below(mutated.length + 1)).subarray(0, 200), after]);
        break;
      case 4:
        mutated = Buffer.concat([before, Buffer.from(Array.from({ length }, () => random.below(256))), after]);
        break;
      default:
        if (random.below(3) === 0) mutated = Buffer.from(before);
    }
  }
  return mutated;
}

/** A copy of JSON in which a few members were replaced, removed, renamed, wrapped or moved. */
export function mutateJson(json: Json, random: SeededRandom): Json {
  let mutated: Json = structuredClone(json);
  for (let edits = 1 + random.below(3); edits > 0; edits--) mutated = mutateOnce(mutated, mutated, random);
  return mutated;
}

function mutateOnce(value: Json, whole: Json, random: SeededRandom): Json {
  if (Array.isArray(value) && value.length > 0 && random.below(6) !== 0) {
    const place = random.below(value.length);
    const items: readonly Json[] = value;
    return items.map((item, index) => (index === place ? mutateOnce(item, whole, random) : item));
  }
  if (typeof value === 'object' && value !== null && Object.keys(value).length > 0 && random.below(6) !== 0) {
    const name = random.pick(Object.keys(value));
    const object = value as JsonObject;
    const inner = object[name] ?? null;
    switch (random.below(8)) {
      case 0:
        return Object.fromEntries(Object.entries(object).filter(([each]) => each !== name));
      case 1:
        return Object.fromEntries(
          Object.entries(object).map(([each, kept]) => [each === name ? random.pick(NAMES) : each, kept]),
        );
      case 2:
        return { ...object, [random.pick(NAMES)]: random.pick(VALUES) };
      case 3:
        return { ...object, [random.pick(NAMES)]: inner };
      default:
        return { ...object, [name]: mutateOnce(inner, whole, random) };
    }
  }
  switch (random.below(4)) {
    case 0:
      return [value];
    case 1:
      return { id: value };
    case 2:
      return typeof value === 'string' ? mutateText(value, random) : random.pick(VALUES);
    default:
      return random.pick(VALUES);
  }
}

function mutateText(text: string, random: SeededRandom): string {
  const at = random.below(text.length + 1);
  return `${text.slice(0, at)}${random.pick(INTERESTING_TEXT)}${text.slice(at + random.below(3))}`;
}

const INTERESTING_TEXT = [
  '',
  '\0',
  '"',
  '\\',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '~',
  '.',
  '=',
  '<',
  '>',
  '&',
  ']]>',
  '<![CDATA[',
  '\u202e',
  '\u200b',
  '\ufeff',
  '%3A',
  '://',
  '#',
  '__proto__',
  '1e400',
  '-0',
  'null',
  '\ud83d\ude00',
  'PK\x03\x04',
  '\x89PNG',
  'eyJ',
];

const NAMES = [
  '@context',
  '@id',
  '@type',
  '@graph',
  '@nest',
  '@index',
  '@value',
  '@list',
  'id',
  'type',
  'issuer',
  'proof',
  'credentialSubject',
  'verifiableCredential',
  'credentialStatus',
  'credentialSchema',
  'holder',
  'vc',
  'vp',
  'achievement',
  'alignment',
  'result',
  'resultDescription',
  'endorsement',
  'endorsementJwt',
  'evidence',
  'identifier',
  'validFrom',
  'validUntil',
  'proofValue',
  'verificationMethod',
  'cryptosuite',
  'previousProof',
  'created',
  'expires',
  'jws',
  'alg',
  'kid',
  'crit',
  'iss',
  'sub',
  'nbf',
  'exp',
  'cnf',
  '_sd',
  '_sd_alg',
  '...',
  'status',
  'statusListIndex',
  'statusSize',
  'encodedList',
  'ttl',
  'keys',
  'ids',
  'toString',
  'hasOwnProperty',
  'length',
  '',
];

const VALUES: readonly Json[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e21,
  9_007_199_254_740_991,
  '',
  ' ',
  'x',
  'constructor',
  'toString',
  'did:web:',
  'did:key:z',
  'did:jwk:e30',
  'https://',
  'urn:',
  '_:b0',
  'z',
  'u',
  'z1111',
  [],
  [[]],
  [null],
  {},
  { id: null },
  { '@value': 'x' },
  { type: 'VerifiableCredential' },
  ['VerifiableCredential', 'ClrCredential'],
  'VerifiablePresentation',
  'EnvelopedVerifiableCredential',
  'Assertion',
  'BitstringStatusListEntry',
  'DataIntegrityProof',
  'bbs-2023',
  'ecdsa-sd-2023',
  'eddsa-jcs-2022',
  'ecdsa-rdfc-2019',
  'Ed25519Signature2018',
  'JsonWebSignature2020',
  '2026-13-45T99:99:99Z',
  'eyJhbGciOiJub25lIn0.e30.',
  'a~b~',
];
