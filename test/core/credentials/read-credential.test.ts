import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, member } from '../../../main/core/credentials/located.ts';
import type { Quoted } from '../../../shared/model/credential.ts';
import type { Json, JsonObject } from '../../../shared/model/json.ts';
import { read } from './build-credential.ts';

/** A fictional badge with every field that is read. */
const FULL = {
  id: 'urn:uuid:1',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  name: 'Crane signalling',
  issuer: { id: 'did:example:school', name: 'Harbour School of Nowhere' },
  validFrom: '2026-01-05T00:00:00Z',
  validUntil: '2031-01-05T00:00:00Z',
  awardedDate: '2026-01-04T09:30:00+01:00',
  evidence: [{ id: 'https://x.example/1' }, { id: 'https://x.example/2' }],
  credentialSubject: {
    id: 'did:example:ada',
    type: 'AchievementSubject',
    name: 'Ada Nowhere',
    identifier: [{ identityHash: 'sha256$aa', identityType: 'emailAddress', hashed: true, salt: 's' }],
    creditsEarned: 2.5,
    licenseNumber: 'L-7',
    role: 'Signaller',
    narrative: 'Led the lift of a bridge.',
    source: { id: 'did:example:yard', name: 'Yard of Nowhere' },
    result: [
      {
        resultDescription: 'urn:rd:1',
        achievedLevel: 'urn:level:2',
        value: 9,
        status: 'Completed',
        alignment: { targetName: 'result alignment' },
      },
    ],
    achievement: {
      id: 'urn:achievement:1',
      name: 'Signals',
      description: 'Guides a crane.',
      criteria: { id: 'https://x.example/criteria', narrative: 'Ten lifts.' },
      achievementType: 'License',
      fieldOfStudy: 'Transport',
      specialization: 'Cranes',
      tag: ['crane', 'signal'],
      creditsAvailable: '3',
      inLanguage: 'en',
      alignment: [
        {
          targetName: 'achievement alignment',
          targetUrl: 'https://framework.example/1',
          targetCode: '1',
          targetFramework: 'Framework of Nowhere',
          targetType: 'CFItem',
          targetDescription: 'words',
        },
      ],
      resultDescription: [
        {
          id: 'urn:rd:1',
          name: 'Level',
          resultType: 'RubricCriterionLevel',
          requiredLevel: 'urn:level:1',
          allowedValue: ['1', 2],
          valueMin: '0',
          valueMax: 10,
          alignment: [{ targetName: 'description alignment' }],
          rubricCriterionLevel: [
            { id: 'urn:level:1', name: 'Novice', level: 'A', points: '1' },
            { id: 'urn:level:2', name: 'Expert', points: 2, alignment: [{ targetName: 'level alignment' }] },
          ],
        },
      ],
    },
  },
} satisfies JsonObject;

describe('reading an Open Badge 3.0', () => {
  it('reads every field of the model', () => {
    expect(read(FULL)).toMatchObject({
      key: 'd0#',
      credentialId: 'urn:uuid:1',
      types: ['VerifiableCredential', 'OpenBadgeCredential'],
      name: { text: 'Crane signalling', pointer: '/name' },
      issuer: { id: 'did:example:school', name: 'Harbour School of Nowhere' },
      subject: {
        id: 'did:example:ada',
        name: 'Ada Nowhere',
        identifiers: [{ identityHash: 'sha256$aa', identityType: 'emailAddress', hashed: true, salt: 's' }],
      },
      validFrom: '2026-01-05T00:00:00Z',
      validUntil: '2031-01-05T00:00:00Z',
      awardedDate: '2026-01-04T09:30:00+01:00',
      creditsEarned: 2.5,
      licenseNumber: { text: 'L-7' },
      role: { text: 'Signaller' },
      narrative: { text: 'Led the lift of a bridge.', pointer: '/credentialSubject/narrative' },
      source: 'Yard of Nowhere',
      evidenceCount: 2,
      results: [
        {
          pointer: '/credentialSubject/result/0',
          resultDescription: 'urn:rd:1',
          achievedLevel: 'urn:level:2',
          value: '9',
          status: 'Completed',
        },
      ],
      achievement: {
        id: 'urn:achievement:1',
        criteria: { text: 'Ten lifts.', pointer: '/credentialSubject/achievement/criteria/narrative' },
        tags: [
          { text: 'crane', pointer: '/credentialSubject/achievement/tag/0' },
          { text: 'signal', pointer: '/credentialSubject/achievement/tag/1' },
        ],
        creditsAvailable: 3,
        resultDescriptions: [
          {
            levels: [
              { id: 'urn:level:1', name: 'Novice', level: 'A', points: '1' },
              { id: 'urn:level:2', name: 'Expert', level: null, points: '2' },
            ],
            allowedValues: ['1', '2'],
            requiredLevel: 'urn:level:1',
            valueMin: '0',
            valueMax: '10',
          },
        ],
      },
    });
  });

  it('reads alignments from achievement, result description, rubric level and result, each at its place', () => {
    const alignments = read(FULL).achievement?.alignments.map(({ targetName, pointer }) => [targetName, pointer]);
    const achievement = '/credentialSubject/achievement';
    expect(alignments).toEqual([
      ['achievement alignment', `${achievement}/alignment/0`],
      ['description alignment', `${achievement}/resultDescription/0/alignment/0`],
      ['level alignment', `${achievement}/resultDescription/0/rubricCriterionLevel/1/alignment/0`],
      ['result alignment', '/credentialSubject/result/0/alignment'],
    ]);
  });

  it('counts pointers through arrays where a property holds several values', () => {
    const json = { credentialSubject: [{ id: 'did:example:x' }, { achievement: [{ name: 'Signals' }] }] };
    expect(read(json).achievement?.name).toEqual({
      text: 'Signals',
      pointer: '/credentialSubject/1/achievement/0/name',
    });
  });

  it.each<[string, Json, Quoted | null]>([
    ['plain text', 'Words', { text: 'Words', pointer: '/name' }],
    ['a number', 7, { text: '7', pointer: '/name' }],
    ['a value object', { '@value': 'Words', '@language': 'en' }, { text: 'Words', pointer: '/name/@value' }],
    [
      'English among value objects',
      [
        { '@value': 'Worte', '@language': 'de' },
        { '@value': 'Words', '@language': 'en-GB' },
      ],
      { text: 'Words', pointer: '/name/1/@value' },
    ],
    ['a language map', { de: 'Worte', en: 'Words' }, { text: 'Words', pointer: '/name/en' }],
    ['a language map without English', { nl: 'Woorden', de: ['Worte'] }, { text: 'Woorden', pointer: '/name/nl' }],
    ['blank text', '   ', null],
    ['an object', { text: 'Words', more: 1 }, null],
    ['true', true, null],
    ['nothing', null, null],
    ['an empty array', [], null],
  ])('reads words given as %s', (_what, name, expected) => {
    expect(read({ name }).name).toEqual(expected);
  });

  it.each<[Json, string | null]>([
    ['2026-01-05T10:00:00Z', '2026-01-05T10:00:00Z'],
    ['2026-01-05T10:00:00.250+02:00', '2026-01-05T10:00:00.250+02:00'],
    ['2026-01-05T10:00:00+0200', '2026-01-05T10:00:00+02:00'],
    ['2026-01-05t10:00z', '2026-01-05T10:00:00Z'],
    ['2026-01-05T10:00', '2026-01-05T10:00:00Z'],
    ['2026-01-05', '2026-01-05T00:00:00Z'],
    [1_767_571_200, '2026-01-05T00:00:00Z'],
    ['1767571200', '2026-01-05T00:00:00Z'],
    ['2026-13-05', null],
    ['5 January 2026', null],
    [-1, null],
    [{ date: '2026' }, null],
  ])('reads the date %j as %j', (issuanceDate, expected) => {
    expect(read({ issuanceDate }).validFrom).toBe(expected);
  });

  it('escapes ~ and / in pointers (RFC 6901)', () => {
    expect(member(at({ 'a/b~c': 1 }), 'a/b~c')?.pointer).toBe('/a~1b~0c');
  });

  it('leaves criteria out that are only an address', () => {
    const criteria = (value: Json) =>
      read({ credentialSubject: { achievement: { criteria: value } } }).achievement?.criteria;
    expect(criteria('https://x.example/criteria')).toBeNull();
    expect(criteria({ id: 'https://x.example/criteria' })).toBeNull();
    expect(criteria('Ten lifts.')).toMatchObject({ text: 'Ten lifts.' });
    expect(criteria([{ id: 'urn:x' }, { narrative: 'Ten lifts.' }])).toMatchObject({
      pointer: '/credentialSubject/achievement/criteria/1/narrative',
    });
  });

  it('reads an issuer that is only an id', () => {
    expect(read({ issuer: 'did:example:school' }).issuer).toEqual({ id: 'did:example:school', name: null });
  });

  it('takes an identity for hashed where the credential does not say and it looks so', () => {
    const hashedOf = (identifier: JsonObject) =>
      read({ credentialSubject: { identifier } }).subject.identifiers[0]?.hashed;
    expect(hashedOf({ identityHash: 'sha256$0af1' })).toBe(true);
    expect(hashedOf({ identityHash: 'ada@example.org' })).toBe(false);
    expect(hashedOf({ identityHash: 'sha256$0af1', hashed: false })).toBe(false);
    expect(hashedOf({ identityHash: 'x', hashed: 'true' })).toBe(true);
  });

  it('keeps nothing but ids where the content is withheld', () => {
    const credential = read(FULL, { content: 'withheld' });
    expect(credential).toMatchObject({
      credentialId: 'urn:uuid:1',
      issuer: { id: 'did:example:school', name: null },
      achievement: null,
      name: null,
      results: [],
    });
    expect(credential.subject).toEqual({ id: null, name: null, identifiers: [] });
    expect(JSON.stringify(credential)).not.toMatch(/Crane|Ada|Harbour|Signals/);
  });
});

describe('reading a CLR', () => {
  it('reads associations, and no achievement of its own', () => {
    const association = { associationType: 'isParentOf', sourceId: 'urn:1', targetId: 'urn:2' };
    const subject = {
      type: 'ClrSubject',
      achievement: [{ name: 'Definition' }],
      association: [association, { sourceId: 'urn:1' }],
    };
    const credential = read({ name: 'Record', credentialSubject: subject }, { standard: 'clr-2.0' });
    expect(credential.achievement).toBeNull();
    expect(credential.associations).toEqual([{ type: 'isParentOf', sourceId: 'urn:1', targetId: 'urn:2' }]);
  });
});

describe('reading an Open Badge 2.0', () => {
  const assertion = {
    type: 'Assertion',
    id: 'https://badges.example/7',
    recipient: { type: 'email', hashed: true, identity: 'sha256$aa', salt: 's' },
    issuedOn: '2024-05-01T00:00:00Z',
    expires: '2030-05-01T00:00:00Z',
    narrative: 'Tied forty knots.',
    evidence: 'https://x.example/knots',
    badge: {
      id: 'https://badges.example/classes/1',
      name: 'Knots',
      description: 'Ties knots.',
      criteria: { narrative: 'Forty knots.' },
      tags: ['rope'],
      alignment: { targetName: 'Ropework', targetUrl: 'https://framework.example/rope' },
      issuer: { id: 'https://badges.example/issuer', name: 'Rope Guild of Nowhere' },
    },
  } satisfies JsonObject;

  it('maps assertion, badge class and recipient onto the same model', () => {
    expect(read(assertion, { standard: 'open-badges-2.0', content: 'claimed' })).toMatchObject({
      content: 'claimed',
      credentialId: 'https://badges.example/7',
      name: { text: 'Knots', pointer: '/badge/name' },
      issuer: { id: 'https://badges.example/issuer', name: 'Rope Guild of Nowhere' },
      subject: {
        id: null,
        identifiers: [{ identityHash: 'sha256$aa', identityType: 'emailAddress', hashed: true, salt: 's' }],
      },
      validFrom: '2024-05-01T00:00:00Z',
      validUntil: '2030-05-01T00:00:00Z',
      narrative: { text: 'Tied forty knots.', pointer: '/narrative' },
      evidenceCount: 1,
      achievement: {
        id: 'https://badges.example/classes/1',
        criteria: { text: 'Forty knots.', pointer: '/badge/criteria/narrative' },
        tags: [{ text: 'rope', pointer: '/badge/tags/0' }],
        alignments: [{ targetName: 'Ropework', pointer: '/badge/alignment' }],
      },
    });
  });

  it('knows a badge class that is only an address by its id', () => {
    const hosted = {
      ...assertion,
      badge: 'https://badges.example/classes/1',
      recipient: { type: 'url', identity: 'https://ada.example' },
    };
    const credential = read(hosted, { standard: 'open-badges-2.0' });
    expect(credential.achievement).toMatchObject({
      id: 'https://badges.example/classes/1',
      name: null,
      alignments: [],
    });
    expect(credential.subject.id).toBe('https://ada.example');
  });

  it('reads the alignments of 1.x', () => {
    const old = {
      ...assertion,
      badge: { ...assertion.badge, alignment: [{ name: 'Ropework', url: 'https://x.example', description: 'd' }] },
    };
    expect(read(old, { standard: 'open-badges-2.0' }).achievement?.alignments).toMatchObject([
      { targetName: 'Ropework', targetUrl: 'https://x.example' },
    ]);
  });
});

describe('reading anything', () => {
  it('never throws, whatever stands where, and points at strings that are there', () => {
    const anything = fc.jsonValue({ maxDepth: 3 }).map((value): Json => JSON.parse(JSON.stringify(value)));
    const mutation = fc.record({ path: fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 6 }), value: anything });
    fc.assert(
      fc.property(
        fc.array(mutation, { minLength: 1, maxLength: 3 }),
        fc.constantFrom('open-badges-3.0', 'open-badges-2.0', 'clr-2.0'),
        (mutations, standard) => {
          const json = mutations.reduce<Json>((value, { path, value: put }) => replaced(value, path, put), FULL);
          const credential = read(isObject(json) ? json : {}, { standard });
          for (const { text, pointer } of quotesOf(credential)) expect(String(resolve(json, pointer))).toBe(text);
        },
      ),
      { numRuns: 3000 },
    );
  });
});

/** Puts a value somewhere into the JSON; each number chooses a property. */
function replaced(json: Json, [choice, ...path]: readonly number[], value: Json): Json {
  if (choice === undefined || typeof json !== 'object' || json === null) return value;
  const keys = Object.keys(json);
  const key = keys[choice % Math.max(keys.length, 1)];
  if (key === undefined) return value;
  const entries = Object.entries(json).map(
    ([name, old]) => [name, name === key ? replaced(old, path, value) : old] as const,
  );
  return Array.isArray(json) ? entries.map(([, entry]) => entry) : Object.fromEntries(entries);
}

function quotesOf(value: unknown): readonly Quoted[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('text' in value && 'pointer' in value && typeof value.text === 'string' && typeof value.pointer === 'string') {
    return [{ text: value.text, pointer: value.pointer }];
  }
  return Object.values(value).flatMap(quotesOf);
}

function resolve(json: Json, pointer: string): unknown {
  const parts = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  return parts.reduce<unknown>(
    (value, part) => (typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined),
    json,
  );
}

function isObject(json: Json): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
