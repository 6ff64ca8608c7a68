import type { JsonObject } from '../../../shared/model/json.ts';
import { ISSUERS } from '../../fixtures/content/issuers.ts';
import { attack, FORGED, on, refused, type Attack, type AttackedFile, type Landing, type Place } from './attack.ts';
import { carry } from './carriers.ts';
import { signText } from './genuine.ts';

const BROKEN = refused('broken-json', 'jwt-malformed', 'image-without-badge', 'image-damaged');
const DUPLICATE = refused('duplicate-json-key');
const PROTOTYPE = refused('prototype-key');
const OWN = ISSUERS.harbourlight.token;
const HEADER = { alg: 'EdDSA', kid: OWN.verificationMethod, typ: 'JWT' };

/** JSON in which two readers see two documents. The tokens are signed by the issuer itself, so only the text is wrong. */
export const JSON_TEXTS: readonly Attack[] = [
  text(
    'duplicate-name',
    'Two names: one is checked, the other shown.',
    (json) => json.replace('"name":', `"name":"${FORGED}","name":`),
    [DUPLICATE],
  ),
  text(
    'duplicate-name-escaped',
    'The second name is written with an escape.',
    (json) => json.replace('"name":', `"n\\u0061me":"${FORGED}","name":`),
    [DUPLICATE],
  ),
  text(
    'duplicate-name-last',
    'The forged name stands last, where most parsers look.',
    (json) => json.replace(/\}$/, `,"name":"${FORGED}"}`),
    [DUPLICATE],
  ),
  text(
    'duplicate-issuer',
    'Two issuers.',
    (json) => json.replace('"issuer":', '"issuer":"did:web:forger.example","issuer":'),
    [DUPLICATE],
  ),
  text(
    'duplicate-subject',
    'Two subjects.',
    (json) =>
      json.replace('"credentialSubject":', '"credentialSubject":{"id":"did:example:thief"},"credentialSubject":'),
    [DUPLICATE],
  ),
  text(
    'duplicate-inside',
    'Two names deep inside.',
    (json) => json.replace('"targetName":', `"targetName":"${FORGED}","targetName":`),
    [DUPLICATE],
  ),
  text(
    'duplicate-type',
    'Two lists of types.',
    (json) => json.replace('"type":', '"type":["VerifiableCredential"],"type":'),
    [DUPLICATE],
  ),
  text(
    'prototype-proto',
    'A member that changes what all objects have.',
    (json) => json.replace('{', `{"__proto__":{"name":"${FORGED}"},`),
    [PROTOTYPE],
  ),
  text(
    'prototype-escaped',
    'The same, written with escapes.',
    (json) => json.replace('{', `{"\\u005f_proto__":{"name":"${FORGED}"},`),
    [PROTOTYPE],
  ),
  text(
    'prototype-constructor',
    'A constructor of one’s own.',
    (json) => json.replace('{', '{"constructor":{"prototype":{"verified":true}},'),
    [PROTOTYPE],
  ),
  text(
    'prototype-inside',
    'A prototype deep inside.',
    (json) => json.replace('"targetName":', '"__proto__":{"x":1},"targetName":'),
    [PROTOTYPE],
  ),
  text('number-infinite', 'A number that no computer holds.', (json) => json.replace('{', '{"points":1e400,'), [
    BROKEN,
  ]),
  text(
    'number-inexact',
    'A number that changes when it is read (2^53 + 1).',
    (json) => json.replace('{', '{"points":9007199254740993,'),
    [BROKEN],
  ),
  text('number-leading-zero', 'A number that some read as octal.', (json) => json.replace('{', '{"points":0100,'), [
    BROKEN,
  ]),
  text('number-hex', 'A hexadecimal number.', (json) => json.replace('{', '{"points":0x10,'), [BROKEN]),
  text('number-not-a-number', 'A value that is no number.', (json) => json.replace('{', '{"points":NaN,'), [BROKEN]),
  text(
    'number-of-many-digits',
    'A number of a hundred thousand digits.',
    (json) => json.replace('{', `{"points":${'9'.repeat(100_000)},`),
    [BROKEN],
  ),
  text('comment', 'A comment hides a member from some readers.', (json) => json.replace('{', '{/* "name":"x", */'), [
    BROKEN,
  ]),
  text('trailing-comma', 'A comma too many.', (json) => json.replace(/\}$/, ',}'), [BROKEN]),
  text('single-quotes', 'Quotes of another kind.', (json) => json.replace('"name"', "'name'"), [BROKEN]),
  text('trailing-document', 'A second document behind the first.', (json) => `${json}{"name":"${FORGED}"}`, [BROKEN]),
  text('trailing-words', 'Words behind the document.', (json) => `${json} ${FORGED}`, [BROKEN]),
  text('cut-short', 'The end is missing.', (json) => json.slice(0, -1), [BROKEN]),
  text(
    'control-sign',
    'A zero sign ends the text for some readers.',
    (json) => json.replace('"name":"', '"name":"\u0000'),
    [BROKEN],
  ),
  text(
    'lone-surrogate',
    'Half a letter, which encodings replace.',
    (json) => json.replace('"name":"', '"name":"\\ud800'),
    [BROKEN],
  ),
  text('deep', 'Five thousand levels.', (json) => json.replace('{', `{"x":${'['.repeat(5000)}${']'.repeat(5000)},`), [
    refused('json-too-deep'),
  ]),
  text(
    'deep-objects',
    'Seventy objects in one another.',
    (json) => json.replace('{', `{"x":${'{"y":'.repeat(70)}1${'}'.repeat(70)},`),
    [refused('json-too-deep')],
  ),
  text('many-values', 'Twenty-one thousand values.', (json) => json.replace('{', `{"x":[${'0,'.repeat(21_000)}0],`), [
    refused('json-too-large'),
  ]),
  text(
    'many-members',
    'Twenty-one thousand members.',
    (json) => json.replace('{', `{${Array.from({ length: 21_000 }, (_, index) => `"m${index}":0`).join(',')},`),
    [refused('json-too-large')],
  ),
  text('two-megabytes', 'A text of three megabytes.', (json) => json.replace('{', `{"x":"${'a'.repeat(3_000_000)}",`), [
    refused('file-too-large', 'json-too-large'),
  ]),
];

/** Bytes that are not the text that they seem; only in files of their own. */
export const ENCODINGS: readonly Attack[] = [
  bytes(
    'invalid-utf-8',
    'A byte that is no letter is replaced by some readers.',
    (json) => Buffer.concat([Buffer.from(json.slice(0, -1)), Buffer.from([0xff]), Buffer.from('}')]),
    [BROKEN],
  ),
  bytes(
    'overlong-utf-8',
    'A quote, written in two bytes.',
    (json) => Buffer.from(json.replace('"name":"', '"name":"\u00c0\u00a2'), 'latin1'),
    [BROKEN],
  ),
  bytes(
    'utf-32',
    'Four bytes a letter.',
    (json) => Buffer.concat([...json].slice(0, 2000).map((letter) => Buffer.from([letter.charCodeAt(0), 0, 0, 0]))),
    [BROKEN, refused('not-a-credential')],
  ),
  bytes(
    'utf-16-odd',
    'Half a letter at the end.',
    (json) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(json, 'utf16le'), Buffer.from([0x20])]),
    [BROKEN],
  ),
  bytes('two-byte-marks', 'Two byte order marks.', (json) => Buffer.from(`\uFEFF\uFEFF${json}`), [BROKEN]),
  bytes('only-blanks', 'Nothing but blanks.', () => Buffer.from(' \n\t '.repeat(100)), [refused('file-empty')]),
  bytes(
    'web-page',
    'A page that calls itself a credential.',
    (json) => Buffer.from(`<!doctype html><script>alert(1)</script>${json}`),
    [refused('not-a-credential', 'broken-json')],
  ),
  bytes(
    'list-of-hundred-and-one',
    'A hundred and one forged credentials in one file.',
    (json) => Buffer.from(`[${Array.from({ length: 101 }, () => forgedOf(json)).join(',')}]`),
    [refused('too-many-credentials', 'json-too-large')],
  ),
  bytes('list-in-list', 'Lists in lists.', (json) => Buffer.from(`[[[${forgedOf(json)}]]]`), [
    refused('not-a-credential'),
  ]),
];

/** The same id twice in one file: the second stands for the first. */
export const COLLISIONS: readonly Attack[] = [
  attack(
    'id-collision',
    'A forged credential with the id of the real one beside it takes its verdict.',
    {
      files: async ({ badge }) => {
        const forged = { ...badge, name: FORGED };
        return [{ ...(await carry(JSON.stringify([badge, forged]), 'JSON')), pointer: '/1' }];
      },
    },
    [on('integrity', 'signature-invalid')],
  ),
  attack(
    'id-collision-before',
    'The forged one stands first.',
    {
      files: async ({ badge }) => [
        { ...(await carry(JSON.stringify([{ ...badge, name: FORGED }, badge]), 'JSON')), pointer: '/0' },
      ],
    },
    [on('integrity', 'signature-invalid')],
  ),
];

function forgedOf(json: string): string {
  return json.replace('"name":"', `"name":"${FORGED} `);
}

type Rewrite = (json: string) => string;

function text(
  name: string,
  hope: string,
  rewrite: Rewrite,
  lands: readonly Landing[],
  except: readonly Place[] = [],
): Attack {
  return attack(
    name,
    hope,
    {
      object: ({ badge }) => rewrite(JSON.stringify(badge)),
      token: ({ payload }) => signText(HEADER, rewrite(JSON.stringify(payload)), OWN),
    },
    lands,
    { except },
  );
}

function bytes(name: string, hope: string, make: (json: string) => Buffer, lands: readonly Landing[]): Attack {
  const file = (badge: JsonObject): AttackedFile => ({
    name: 'credential.json',
    bytes: new Uint8Array(make(JSON.stringify(badge))),
    place: 'JSON',
    pointer: '',
  });
  return attack(name, hope, { files: ({ badge }) => [file(badge)] }, lands);
}
