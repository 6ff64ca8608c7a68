import fc from 'fast-check';
import { carriedContext } from '../../main/adapters/verification/contexts/context-table.ts';
import type { JsonObject } from '../../shared/model/json.ts';

/** The sets of vocabularies under which credentials travel. */
const CONTEXT_SETS: readonly (readonly string[])[] = [
  ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json'],
  ['https://www.w3.org/2018/credentials/v1', 'https://purl.imsglobal.org/spec/ob/v3p0/context.json'],
  [
    'https://www.w3.org/ns/credentials/v2',
    'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  ],
  ['https://www.w3.org/2018/credentials/v1', 'https://w3id.org/security/suites/ed25519-2020/v1'],
  ['https://www.w3.org/2018/credentials/v1', 'https://w3id.org/vc/status-list/2021/v1'],
];

/** A document under one of the sets, made of their own terms and types and some that they do not know. */
export function arbitraryDocument(): fc.Arbitrary<JsonObject> {
  return fc
    .constantFrom(...CONTEXT_SETS)
    .chain((contexts) =>
      fc
        .tuple(arbitraryNode(termsOf(contexts)), fc.option(OWN_CONTEXTS, { freq: 30 }))
        .map(([node, own]): JsonObject => ({ ...node, '@context': own === null ? [...contexts] : [...contexts, own] })),
    );
}

/**
 * A badge as issuers make them, under the first of the sets: every value is one that its property may have, so that
 * most have all of it covered, with parts that have a name, parts that have none, and the same said twice.
 */
export function arbitraryBadge(): fc.Arbitrary<JsonObject> {
  const words = fc.oneof(
    fc.constantFrom('plan gardens', 'He said “go”', 'a "b" \\ c', 'line\nline\ttab', 'λ 日本 é', '', 'a'),
    fc.string({ unit: 'binary', maxLength: 8 }).filter((text) => text.isWellFormed()),
  );
  const id = fc.oneof(
    { arbitrary: fc.nat(200).map((number) => `urn:example:${number}`), weight: 9 },
    { arbitrary: fc.constantFrom('https://example.org/c#1', 'did:example:d', 'http://[bad'), weight: 1 },
  );
  const named = (arbitrary: fc.Arbitrary<JsonObject>): fc.Arbitrary<JsonObject> =>
    fc
      .tuple(arbitrary, fc.option(id, { freq: 2 }))
      .map(([node, name]) => (name === null ? node : { ...node, id: name }));
  const few = (arbitrary: fc.Arbitrary<JsonObject | string>): fc.Arbitrary<JsonObject[string]> =>
    fc.oneof(arbitrary, fc.array(arbitrary, { maxLength: 3 }));
  const part = (types: readonly string[], parts: Readonly<Record<string, fc.Arbitrary<JsonObject[string]>>>) =>
    named(fc.record({ type: fc.constant(types), ...parts }, { requiredKeys: ['type'] }).map((node) => ({ ...node })));
  const alignment = part(['Alignment'], { targetName: words, targetUrl: id, targetCode: words, targetType: words });
  const criteria = named(fc.record({ narrative: words }, { requiredKeys: [] }).map((node) => ({ ...node })));
  const description = part(['ResultDescription'], {
    name: words,
    resultType: fc.constantFrom('LetterGrade', 'Percent', 'ext:Own'),
    alignment: few(alignment),
  });
  const profile = part(['Profile'], { name: words, url: id, email: words });
  const achievement = part(['Achievement'], {
    name: words,
    description: words,
    achievementType: fc.constantFrom('Badge', 'Certificate', 'ext:Own'),
    criteria,
    tag: few(words),
    alignment: few(alignment),
    resultDescription: few(description),
    creator: profile,
  });
  const priced = fc
    .tuple(achievement, fc.option(fc.constantFrom(1, 2.5, 60), { freq: 2 }))
    .map(([node, credits]): JsonObject => (credits === null ? node : { ...node, creditsAvailable: credits }));
  const result = part(['Result'], {
    value: words,
    achievedLevel: id,
    resultDescription: id,
    alignment: few(alignment),
  });
  const subject = part(['AchievementSubject'], {
    achievement: priced,
    result: few(result),
    narrative: words,
    role: words,
  });
  return fc
    .record(
      { id, name: words, description: words, issuer: fc.oneof(id, profile), credentialSubject: few(subject) },
      { requiredKeys: ['issuer', 'credentialSubject'] },
    )
    .map((badge): JsonObject => ({
      '@context': [...(CONTEXT_SETS[0] ?? [])],
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      validFrom: '2025-06-01T09:00:00Z',
      ...badge,
    }));
}

/** What a document may define itself, allowed or not: names that are protected, a language, a way out of all names. */
const OWN_CONTEXTS = fc.constantFrom<JsonObject[string]>(
  { name: 'https://terms.example/name' },
  { unheardOf: 'https://terms.example/unheardOf', '@language': 'de' },
  { '@vocab': 'https://terms.example/' },
  { Achievement: { '@id': 'https://terms.example/Achievement', '@context': { name: 'https://terms.example/n' } } },
  'https://www.w3.org/2018/credentials/v1',
  [null],
);

interface Terms {
  readonly properties: readonly string[];
  readonly types: readonly string[];
}

const TERMS = new Map<readonly string[], Terms>();

/** Every name that the vocabularies define, in scopes too: those with a capital are types by custom. */
function termsOf(contexts: readonly string[]): Terms {
  const known = TERMS.get(contexts);
  if (known !== undefined) return known;
  const names = new Set<string>();
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(collect);
    else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) {
        if (!name.startsWith('@') && !name.includes(':')) names.add(name);
        collect(inner);
      }
    }
  };
  for (const url of contexts) collect(carriedContext(url));
  const terms = {
    properties: [...names].filter((name) => /^[a-z]/.test(name)).sort(),
    types: [...names].filter((name) => /^[A-Z]/.test(name)).sort(),
  };
  TERMS.set(contexts, terms);
  return terms;
}

function arbitraryNode(terms: Terms): fc.Arbitrary<JsonObject> {
  const { node } = fc.letrec<{ node: JsonObject; value: JsonObject[string]; single: JsonObject[string] }>((tie) => ({
    single: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { arbitrary: TEXTS, weight: 5 },
      { arbitrary: IRIS, weight: 3 },
      { arbitrary: fc.constantFrom(true, false, null, 0, -1, 3.5, 1e21, 2026), weight: 1 },
      { arbitrary: fc.constantFrom('2025-06-01T09:00:00Z', '2025-06-01'), weight: 1 },
      { arbitrary: fc.record({ '@value': TEXTS, '@language': fc.constantFrom('en', 'de-AT', 'x y') }), weight: 1 },
      { arbitrary: IRIS.map((id) => ({ id })), weight: 1 },
      { arbitrary: tie('node'), weight: 4 },
    ),
    value: fc.oneof(
      { arbitrary: tie('single'), weight: 4 },
      { arbitrary: fc.array(tie('single'), { maxLength: 3 }), weight: 1 },
    ),
    node: fc
      .tuple(
        fc.option(IRIS, { nil: undefined }),
        fc.option(OWN_CONTEXTS, { freq: 100, nil: undefined }),
        fc.subarray([...terms.types], { minLength: 0, maxLength: 2 }),
        fc.dictionary(
          fc.oneof(
            { arbitrary: fc.constantFrom(...terms.properties), weight: 19 },
            { arbitrary: fc.constantFrom('unheardOf', 'ex:term', 'https://terms.example/full'), weight: 1 },
          ),
          tie('value'),
          { maxKeys: 5 },
        ),
      )
      .map(([id, own, types, members]): JsonObject => ({
        ...members,
        ...(id === undefined ? {} : { id }),
        ...(own === undefined ? {} : { '@context': own }),
        ...(types.length === 0 ? {} : { type: types }),
      })),
  }));
  return node;
}

const TEXTS = fc.constantFrom('plain', 'with "quotes"', 'two\nlines', 'Größe 北京', '', ' ', '\u202eright to left');
const IRIS = fc.constantFrom(
  'https://issuer.example/1',
  'did:key:zExample',
  'urn:uuid:3c1b2a10-0000-4000-8000-000000000000',
  'urn:example:x#y',
  'relative/path',
  '_:b7',
);
