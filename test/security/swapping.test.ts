import { beforeAll, describe, expect, it } from 'vitest';
import type { NamedFile } from '../../main/core/ports.ts';
import { placesOfLevels } from '../../main/core/skills/scale.ts';
import type { RubricLevel } from '../../shared/model/credential.ts';
import type { CheckAxis, CheckState } from '../../shared/model/check.ts';
import type { Json, JsonObject } from '../../shared/model/json.ts';
import { renamedByNestedContext } from '../fixtures/content/wrong-forms.ts';
import { changed } from '../fixtures/content/wrong-case.ts';
import { bakePng } from '../fixtures/signing/bake.ts';
import { drawBadgePng } from '../fixtures/signing/draw-badge.ts';
import { iTXt, pngChunks, withChunks } from '../fixtures/signing/png.ts';
import { verify, whatIsRead } from './sample-trust.ts';
import { jsonOf, object, png, secure, svg, text, textOf } from './specimens.ts';

/** The word that must never be read: it stands only where no signature covers it. */
const SWAPPED = 'Astronaut Licence';
const ACHIEVEMENT = ['credentialSubject', 'achievement'];
const IMAGE = { ground: [10, 20, 30], mark: [200, 210, 220], points: 5 } as const;

let json: JsonObject = {};
let token = '';
let genuine = '';
beforeAll(async () => {
  json = object(await secure('wound-care', 'json'));
  token = text(await secure('sql-practitioner', 'jwt'));
  genuine = await readFrom(jsonOf('credential.json', json));
});

describe('words beside the signature', () => {
  const into = (name: string, value: Json): JsonObject => changed(json, [...ACHIEVEMENT, name], value);

  /** What is put in, and what has to be said about it. */
  const attacks: readonly [string, () => JsonObject, CheckAxis, CheckState, string][] = [
    ['a property of no vocabulary', () => into('shownName', SWAPPED), 'integrity', 'pass', 'signature-valid-in-part'],
    [
      'a property of no vocabulary at the top',
      () => ({ ...json, title: SWAPPED }),
      'integrity',
      'pass',
      'signature-valid-in-part',
    ],
    ['@index', () => into('@index', SWAPPED), 'format', 'fail', 'format-forbidden-keyword'],
    ['@nest', () => into('@nest', { name: SWAPPED }), 'format', 'fail', 'format-forbidden-keyword'],
    ['@graph', () => into('@graph', [{ name: SWAPPED }]), 'format', 'fail', 'format-forbidden-keyword'],
    ['@included', () => into('@included', [{ name: SWAPPED }]), 'format', 'fail', 'format-forbidden-keyword'],
    ['@reverse', () => into('@reverse', { name: SWAPPED }), 'format', 'fail', 'format-forbidden-keyword'],
    ['a second id', () => into('@id', `urn:${encodeURI(SWAPPED)}`), 'integrity', 'not-checked', 'terms-disguised'],
    [
      'the full address of a term',
      () => into('https://schema.org/name', SWAPPED),
      'integrity',
      'not-checked',
      'terms-disguised',
    ],
    [
      'a nested context',
      () => into('@context', { name: null, shown: 'https://schema.org/name' }),
      'format',
      'fail',
      'format-nested-context',
    ],
    [
      'a context of its own at the top',
      () => withOwnContext({ title: 'https://schema.org/name' }),
      'integrity',
      'not-checked',
      'context-inline',
    ],
    [
      'a name that a context of its own moves away',
      () => ({ ...withOwnContext({ name: null, title: 'https://schema.org/name' }), name: SWAPPED }),
      'integrity',
      'not-checked',
      'context-inline',
    ],
    [
      'a context that nobody carries',
      () => withOwnContext('https://vocabulary.example/v1'),
      'integrity',
      'not-checked',
      'context-unknown',
    ],
    [
      'a name in a second language',
      () => into('name', { '@value': SWAPPED, '@language': 'la' }),
      'integrity',
      'fail',
      'signature-invalid',
    ],
    [
      'a second name beside the signed one',
      () => into('name', ['Wound Assessment and Dressing in the Home', SWAPPED]),
      'integrity',
      'fail',
      'signature-invalid',
    ],
    [
      'a second achievement',
      () => changed(json, ACHIEVEMENT, [valueOf(json), { ...valueOf(json), name: SWAPPED }]),
      'integrity',
      'fail',
      'signature-invalid',
    ],
    [
      'a second subject',
      () => changed(json, ['credentialSubject'], [json['credentialSubject'] ?? {}, { achievement: { name: SWAPPED } }]),
      'integrity',
      'fail',
      'signature-invalid',
    ],
  ];

  it.each(attacks)('%s never reaches a screen or a match', async (_name, attack, axis, state, code) => {
    const [credential] = (await verify(jsonOf('credential.json', attack()))).credentials;
    expect(credential?.report.checks[axis]).toMatchObject({ state, code });
    expect(credential?.report.verdict).not.toBe('verified');
    expect(credential && whatIsRead(credential)).not.toContain(SWAPPED);
    // Where the form is one to deceive, not even the genuine words are read.
    if (state === 'pass') expect(credential && whatIsRead(credential)).toBe(genuine);
    else expect(credential?.content).toBe(code === 'context-unknown' ? 'claimed' : 'withheld');
  });

  it('lists the paths that no signature covers', async () => {
    const [credential] = (await verify(jsonOf('credential.json', into('shownName', SWAPPED)))).credentials;
    expect(credential?.report.unsignedPaths).toEqual(['/credentialSubject/achievement/shownName']);
  });

  it('refuses a name moved by a context inside the achievement, although its signature holds by JSON-LD’s rules', async () => {
    const [credential] = (await verify(jsonOf('credential.json', await renamedByNestedContext()))).credentials;
    expect(credential?.report.checks.format).toMatchObject({ state: 'fail', code: 'format-nested-context' });
    expect(credential && whatIsRead(credential)).not.toContain('Registered Nurse Licence');
  });

  it('reads the same from a credential whose unordered parts were reordered', async () => {
    const alignments = valueOf(json)['alignment'];
    const reversed = Array.isArray(alignments)
      ? changed(json, [...ACHIEVEMENT, 'alignment'], alignments.toReversed())
      : json;
    const [credential] = (await verify(jsonOf('credential.json', reversed))).credentials;
    expect(credential?.report.checks.integrity.state).toBe('pass');
    const names = credential?.achievement?.alignments.map(({ targetName }) => targetName).toSorted();
    expect(names).toEqual(['EQF level 6', 'carry out wound care']);
  });

  it('takes no level for a higher one because somebody reordered the rubric', async () => {
    const rubric = [...ACHIEVEMENT, 'resultDescription', '0', 'rubricCriterionLevel'];
    const levels = rubric.reduce<Json | undefined>((value, key) => valueOfMember(value, key), json);
    if (!Array.isArray(levels)) throw new Error('The specimen has a rubric');
    const reversed = jsonOf('credential.json', changed(json, rubric, levels.toReversed()));
    const [credential] = (await verify(reversed)).credentials;
    expect(credential?.report.checks.integrity.state).toBe('pass');
    const [description] = credential?.achievement?.resultDescriptions ?? [];
    expect(description?.levelsOrdered).toBe(false);
    const [first] = (await verify(jsonOf('credential.json', json))).credentials;
    const places = (one: typeof description) => one && Object.fromEntries(placesOfLevels(one) ?? []);
    expect(places(description)).toEqual(places(first?.achievement?.resultDescriptions[0]));
    expect(
      placesOfLevels({ ...required(description), levels: required(description).levels.map(withoutNumbers) }),
    ).toBeNull();
  });

  const withOwnContext = (own: Json): JsonObject => {
    const known = json['@context'];
    return { ...json, title: SWAPPED, '@context': [...(Array.isArray(known) ? known : []), own] };
  };
});

describe('pictures around a signature', () => {
  it('takes nothing from the pixels of a PNG', async () => {
    const other = bakePng(drawBadgePng({ ...IMAGE, ground: [255, 0, 0], points: 9 }), JSON.stringify(json));
    expect(await readFrom({ name: 'badge.png', bytes: other })).toBe(await readFrom(png(JSON.stringify(json))));
  });

  it('takes nothing from other text chunks of a PNG, and the first badge where there are two', async () => {
    const chunks = pngChunks(png(JSON.stringify(json)).bytes);
    const other = JSON.stringify(changed(json, [...ACHIEVEMENT, 'name'], SWAPPED));
    const more = [iTXt('Title', SWAPPED), iTXt('openbadgecredential', other)];
    const bytes = withChunks([...chunks.slice(0, -1), ...more, ...chunks.slice(-1)]);
    const { credentials, problems } = await verify({ name: 'badge.png', bytes });
    expect(credentials.map(whatIsRead)).toEqual([await readFrom(png(JSON.stringify(json)))]);
    expect(problems.map(({ code }) => code)).toEqual(['image-more-badges']);
  });

  it('takes nothing from the drawing of an SVG', async () => {
    const plain = svg(JSON.stringify(json));
    const swapped = Buffer.from(plain.bytes).toString('utf8').replaceAll('>Badge<', `>${SWAPPED}<`);
    expect(swapped).toContain(SWAPPED);
    expect(await readFrom(textOf('badge.svg', swapped))).toBe(await readFrom(plain));
  });

  it('reads the token of an SVG, not the JSON beside it', async () => {
    const plain = svg(token);
    const beside = JSON.stringify({ ...json, name: SWAPPED });
    const swapped = Buffer.from(plain.bytes)
      .toString('utf8')
      .replace('</openbadges:credential>', `<![CDATA[${beside}]]></openbadges:credential>`);
    expect(swapped).toContain(SWAPPED);
    expect(await readFrom(textOf('badge.svg', swapped))).toBe(await readFrom(plain));
  });

  it('takes nothing from a file’s name', async () => {
    const { credentials } = await verify(jsonOf(`${SWAPPED}.json`, json));
    const [credential] = credentials;
    expect(credential?.name?.text).toBe('Wound Assessment and Dressing in the Home');
    expect(credential && whatIsRead({ ...credential, fileName: '' })).not.toContain(SWAPPED);
  });
});

/** What is read of the one credential of a file. */
async function readFrom(file: NamedFile): Promise<string> {
  const { credentials } = await verify(file);
  expect(credentials.map(({ report }) => report.checks.integrity.state)).toEqual(['pass']);
  return credentials.map(whatIsRead).join('');
}

function valueOf(credential: JsonObject): JsonObject {
  const subject = credential['credentialSubject'];
  const achievement =
    subject !== null && typeof subject === 'object' && 'achievement' in subject ? subject.achievement : null;
  if (achievement === null || typeof achievement !== 'object' || Array.isArray(achievement))
    throw new Error('No achievement');
  return achievement as JsonObject;
}

function valueOfMember(value: Json | undefined, key: string): Json | undefined {
  if (Array.isArray(value)) return value[Number(key)];
  return value !== null && typeof value === 'object'
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined;
}

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('Expected a value');
  return value;
}

const withoutNumbers = (level: RubricLevel): RubricLevel => ({ ...level, level: null, points: null });
