import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { NamedFile } from '../../main/core/ports.ts';
import type { Credential } from '../../shared/model/credential.ts';
import type { Json, JsonObject } from '../../shared/model/json.ts';
import { verify, whatIsRead } from './sample-trust.ts';
import { signedForms, type SignedForm } from './signed-forms.ts';

const SEED = 20260901;
const NAMES = [
  'eddsa-rdfc-2022',
  'eddsa-jcs-2022',
  'ecdsa-rdfc-2019',
  'ecdsa-rdfc-2019, P-384',
  'ecdsa-jcs-2019',
  'ecdsa-jcs-2019, P-384',
  'Ed25519Signature2020',
  'Ed25519Signature2018',
  'JsonWebSignature2020',
  'VC-JWT, EdDSA',
  'VC-JWT, ES256',
  'VC-JWT, ES384',
  'VC-JWT with a vc claim',
  'SD-JWT',
];

let forms: ReadonlyMap<string, SignedForm> = new Map();
beforeAll(async () => {
  forms = new Map((await signedForms()).map((form) => [form.name, form]));
});

describe('the forms that can be signed', () => {
  it('are these', () => expect([...forms.keys()]).toEqual(NAMES));
});

describe.each(NAMES)('what was signed with %s', (name) => {
  const form = (): SignedForm => forms.get(name) ?? never();
  const genuine = (): NamedFile => form().file(JSON.stringify(form().signed));

  it('holds as it was signed', async () => {
    expect((await only(genuine())).report.checks.integrity).toMatchObject({ state: 'pass' });
  });

  it('does not hold, or is not read, with a single byte changed in any of its words', async () => {
    const text = JSON.stringify(form().signed);
    const expected = whatIsRead(await only(genuine()));
    const byte = fc.record({ at: fc.nat(text.length - 1), by: fc.integer({ min: 32, max: 126 }) });
    await fc.assert(
      fc.asyncProperty(byte, async ({ at, by }) => {
        const letter = String.fromCharCode(by);
        fc.pre(text[at] !== letter);
        const changed = text.slice(0, at) + letter + text.slice(at + 1);
        for (const credential of (await verify(form().file(changed))).credentials) {
          // A change outside of all words (a blank, a colon) may leave the same words, which then hold.
          if (credential.report.checks.integrity.state === 'pass') expect(whatIsRead(credential)).toBe(expected);
          else expect(credential.report.verdict).not.toMatch(/^verified/);
        }
      }),
      { numRuns: 60, seed: SEED },
    );
  });

  it('does not hold with any one value or name changed by one letter', async () => {
    const changes = [...oneLetterChanges(form().signed)];
    expect(changes.length).toBeGreaterThan(20);
    const survivors: string[] = [];
    const expected = whatIsRead(await only(genuine()));
    for (const { what, json } of changes) {
      const { credentials } = await verify(form().file(JSON.stringify(json)));
      const held = credentials.filter(({ report }) => report.checks.integrity.state === 'pass');
      if (held.some((each) => whatIsRead(each) !== expected)) survivors.push(what);
    }
    expect(survivors).toEqual([]);
  });

  it('holds however it is written, where its signature is over values and not over bytes', async () => {
    const { signed, file, overValues, overStatements } = form();
    await fc.assert(
      fc.asyncProperty(fc.integer(), fc.nat(3), fc.boolean(), async (seed, indent, escaped) => {
        const reordered = shuffled(signed, randomOf(seed), overStatements) as JsonObject;
        const written = JSON.stringify(reordered, null, indent);
        const credential = await only(file(escaped ? withEscapes(written) : written));
        const { integrity } = credential.report.checks;
        if (overValues) expect(integrity).toMatchObject({ state: 'pass' });
        else if (written !== JSON.stringify(signed)) expect(integrity).toMatchObject({ state: 'fail' });
        if (overValues) expect(credential.achievement?.name?.text).toBe('Weaving');
      }),
      { numRuns: 12, seed: SEED },
    );
  });

  it('gives the same report for the same bytes', async () => {
    for (const file of [genuine(), form().file(JSON.stringify({ ...form().signed, name: 'Other' }))]) {
      expect(await verify(file)).toEqual(await verify(file));
    }
  });
});

interface Change {
  readonly what: string;
  readonly json: JsonObject;
}

/** Each string, number, truth value and name of a member with one letter changed. */
function* oneLetterChanges(json: JsonObject): Generator<Change> {
  for (const [what, changed] of changesOf(json, '')) yield { what, json: changed as JsonObject };
}

function* changesOf(value: Json, path: string): Generator<readonly [string, Json]> {
  if (typeof value === 'string') yield [path, otherLetter(value)];
  else if (typeof value === 'number') yield [path, value + 1];
  else if (typeof value === 'boolean') yield [path, !value];
  else if (Array.isArray(value)) {
    const items: readonly Json[] = value;
    for (const [index, item] of items.entries()) {
      for (const [what, changed] of changesOf(item, `${path}/${index}`)) yield [what, items.with(index, changed)];
    }
  } else if (value !== null) {
    for (const [name, member] of Object.entries(value)) {
      for (const [what, changed] of changesOf(member, `${path}/${name}`)) yield [what, { ...value, [name]: changed }];
      const renamed = Object.entries(value).map(([each, kept]) => [each === name ? otherLetter(each) : each, kept]);
      yield [`name of ${path}/${name}`, Object.fromEntries(renamed)];
    }
  }
}

function otherLetter(text: string): string {
  const at = Math.floor(text.length / 2);
  return `${text.slice(0, at)}${text[at] === 'q' ? 'w' : 'q'}${text.slice(at + 1)}`;
}

/** Sets whose order the Open Badges vocabulary does not keep. */
const UNORDERED = ['type', 'evidence', 'alignment', 'tag'];

/** The members of every object in another order, and, where it is not signed, the items of unordered sets too. */
function shuffled(value: Json, random: () => number, sets: boolean, name = ''): Json {
  if (Array.isArray(value)) {
    const items = value.map((item: Json) => shuffled(item, random, sets));
    return sets && UNORDERED.includes(name) ? inAnyOrder(items, random) : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([each, inner]): [string, Json] => [
    each,
    shuffled(inner, random, sets, each),
  ]);
  return Object.fromEntries(inAnyOrder(members, random));
}

function inAnyOrder<Item>(items: readonly Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 4_294_967_296;
}

/** Letters of the words as escapes, which mean the same. */
function withEscapes(json: string): string {
  return json.replaceAll(/[aeiouÅå“]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

async function only(file: NamedFile): Promise<Credential> {
  const { credentials, problems } = await verify(file);
  const [credential] = credentials;
  if (credential === undefined) throw new Error(`No credential: ${JSON.stringify(problems)}`);
  return credential;
}

function never(): never {
  throw new Error('No such form');
}
