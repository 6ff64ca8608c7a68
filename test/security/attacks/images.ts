import { deflateSync } from 'node:zlib';
import { utf8 } from '../../fixtures/content/secure.ts';
import { withValue } from './genuine.ts';
import { drawBadgePng } from '../../fixtures/signing/draw-badge.ts';
import { iTXt, pngChunks, withChunks, type PngChunk } from '../../fixtures/signing/png.ts';
import { attack, FORGED, on, refused, type Attack, type AttackedFile, type Landing } from './attack.ts';
import { ACHIEVEMENT, type Genuine } from './genuine.ts';

const INVALID = on('integrity', 'signature-invalid');
const NO_BADGE = refused('image-without-badge');
const DAMAGED = refused('image-damaged', 'image-without-badge', 'json-too-large');
const UNSAFE = refused('svg-unsafe');
const IMAGE = pngChunks(drawBadgePng({ ground: [10, 20, 30], mark: [200, 210, 220], points: 5 }));

/** Pictures that carry a badge, and something else. */
export const IMAGES: readonly Attack[] = [
  png(
    'png-forged-first',
    'The forged badge stands before the real one.',
    (real, forged) => [iTXt(KEYWORD, forged), iTXt(KEYWORD, real)],
    [INVALID],
  ),
  png(
    'png-forged-under-old-keyword',
    'The forged badge stands under the older keyword, before the real one.',
    (real, forged) => [iTXt('openbadges', forged), iTXt(KEYWORD, real)],
    [INVALID],
  ),
  png(
    'png-forged-in-latin',
    'The forged badge stands in a chunk of another kind.',
    (_real, forged) => [tEXt(KEYWORD, forged)],
    [INVALID],
  ),
  png('png-bomb', 'A text that grows to a gigabyte.', () => [compressed(KEYWORD, bomb(64))], [
    refused('json-too-large'),
  ]),
  png(
    'png-bomb-of-old-kind',
    'The same in the older kind of chunk.',
    () => [{ type: 'zTXt', data: Buffer.concat([Buffer.from(`${KEYWORD}\0\0`, 'latin1'), bomb(64)]) }],
    [refused('json-too-large')],
  ),
  png(
    'png-nested-bomb',
    'A compressed text that is compressed itself.',
    () => [compressed(KEYWORD, deflateSync(bomb(16)))],
    [refused('json-too-large', 'not-a-credential', 'broken-json', 'jwt-malformed')],
  ),
  png(
    'png-compressed-noise',
    'A text that is said to be compressed and is not.',
    (real) => [compressed(KEYWORD, Buffer.from(real))],
    [DAMAGED],
  ),
  png(
    'png-flags-missing',
    'A chunk without its flags.',
    () => [{ type: 'iTXt', data: Buffer.from(`${KEYWORD}\0`, 'latin1') }],
    [DAMAGED],
  ),
  png('png-link-only', 'Only an address, to be fetched.', () => [iTXt(KEYWORD, 'https://forger.example/badge.json')], [
    refused('badge-link-only'),
  ]),
  png(
    'png-many-chunks',
    'Thousands of chunks.',
    (_real, forged) =>
      Array.from({ length: 5000 }, (_, index) => (index === 0 ? iTXt(KEYWORD, forged) : iTXt(KEYWORD, '{}'))),
    [INVALID],
  ),
  rawPng(
    'png-after-the-end',
    'The badge stands behind the end of the picture.',
    (_real, forged) => [withChunks([...IMAGE, iTXt(KEYWORD, forged)])],
    [NO_BADGE],
  ),
  rawPng(
    'png-cut',
    'The picture ends within the badge.',
    (real) => [withChunks([...IMAGE.slice(0, 1), iTXt(KEYWORD, real)]).slice(0, 400)],
    [DAMAGED],
  ),
  rawPng(
    'png-length-lies',
    'A chunk says that it has four gigabytes.',
    (real) => [longChunk(withChunks([...IMAGE.slice(0, 1), iTXt(KEYWORD, real), ...IMAGE.slice(1)]))],
    [DAMAGED],
  ),
  rawPng(
    'png-large',
    'A picture of eleven megabytes.',
    (real) => [
      withChunks([
        ...IMAGE.slice(0, 1),
        iTXt(KEYWORD, real),
        { type: 'noIs', data: new Uint8Array(11_000_000) },
        ...IMAGE.slice(1),
      ]),
    ],
    [refused('file-too-large')],
  ),
  svg(
    'svg-forged-first',
    'The forged badge stands before the real one.',
    (real, forged) => element(forged) + element(real),
    [INVALID],
  ),
  svg(
    'svg-forged-around-real',
    'The forged badge holds the real one.',
    (real, forged) => `<openbadges:credential><![CDATA[${forged}]]>${element(real)}</openbadges:credential>`,
    [INVALID],
  ),
  svg(
    'svg-text-in-pieces',
    'The words are put together from pieces around a comment.',
    (_real, forged) =>
      `<openbadges:credential><![CDATA[${forged.slice(0, 50)}]]><!-- x --><![CDATA[${forged.slice(50)}]]></openbadges:credential>`,
    [INVALID],
  ),
  svg('svg-script', 'The picture runs a script.', (real) => `${element(real)}<script>alert(1)</script>`, [UNSAFE]),
  svg('svg-script-in-case', 'A script in other letters.', (real) => `${element(real)}<SCRIPT>alert(1)</SCRIPT>`, [
    UNSAFE,
  ]),
  svg(
    'svg-script-in-namespace',
    'A script of another namespace.',
    (real) => `${element(real)}<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>`,
    [UNSAFE],
  ),
  svg(
    'svg-handler',
    'A drawing that acts when it is loaded.',
    (real) => `${element(real)}<circle r="1" onload="alert(1)"/>`,
    [UNSAFE],
  ),
  svg(
    'svg-link-only',
    'Only an address, to be fetched.',
    () => '<openbadges:credential verify="https://forger.example/badge.json"/>',
    [refused('badge-link-only')],
  ),
  svg(
    'svg-deep',
    'Thousands of groups in one another.',
    (real) => `${'<g>'.repeat(3000)}${'</g>'.repeat(3000)}${element(real)}`,
    [refused('too-complex')],
  ),
  svg('svg-many', 'Two hundred thousand drawings.', (real) => `${'<g/>'.repeat(200_000)}${element(real)}`, [
    refused('too-complex'),
  ]),
  svg('svg-large-badge', 'A badge of three megabytes.', () => element(`{"x":"${'a'.repeat(3_000_000)}"}`), [
    refused('json-too-large'),
  ]),
  doctype(
    'svg-entity',
    'An entity brings in a file.',
    '<!DOCTYPE svg [<!ENTITY outside SYSTEM "file:///etc/hostname">]>',
    '<openbadges:credential>&outside;</openbadges:credential>',
  ),
  doctype(
    'svg-entity-bomb',
    'Entities that grow by the tenfold.',
    `<!DOCTYPE svg [<!ENTITY a0 "ha">${Array.from({ length: 12 }, (_, index) => `<!ENTITY a${index + 1} "${`&a${index};`.repeat(10)}">`).join('')}]>`,
    '<openbadges:credential>&a12;</openbadges:credential>',
  ),
  doctype(
    'svg-parameter-entity',
    'A parameter entity from outside.',
    '<!DOCTYPE svg [<!ENTITY % x SYSTEM "https://forger.example/x.dtd"> %x;]>',
    '',
  ),
  doctype('svg-outer-dtd', 'A definition from outside.', '<!DOCTYPE svg SYSTEM "https://forger.example/svg.dtd">', ''),
  doctype(
    'svg-undeclared-entity',
    'An entity that nobody declared.',
    '',
    '<openbadges:credential>&forged;</openbadges:credential>',
  ),
  raw(
    'svg-broken',
    'A picture that ends too early.',
    'badge.svg',
    (real) =>
      `<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0">${element(real)}`,
    [DAMAGED],
  ),
  raw(
    'svg-in-other-namespace',
    'The badge stands in the forger’s namespace.',
    'badge.svg',
    (_real, forged) =>
      `<svg xmlns="http://www.w3.org/2000/svg"><credential xmlns="https://forger.example/"><![CDATA[${forged}]]></credential></svg>`,
    [NO_BADGE],
  ),
  raw(
    'svg-and-page',
    'A page with a picture in it.',
    'badge.svg',
    (_real, forged) =>
      `<html><body onload="alert(1)"><svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0">${element(forged)}</svg></body></html>`,
    [UNSAFE, DAMAGED, refused('not-a-credential'), INVALID],
  ),
];

const KEYWORD = 'openbadgecredential';
type Words = (real: string, forged: string) => string;

function texts({ badge }: Genuine): readonly [string, string] {
  return [JSON.stringify(badge), JSON.stringify(withValue(badge, [...ACHIEVEMENT, 'name'], FORGED))];
}

function image(name: string, bytes: Uint8Array): AttackedFile {
  return { name, bytes, place: name.endsWith('.png') ? 'PNG' : 'SVG', pointer: '' };
}

function png(
  name: string,
  hope: string,
  chunks: (real: string, forged: string) => readonly PngChunk[],
  lands: readonly Landing[],
): Attack {
  return rawPng(
    name,
    hope,
    (real, forged) => [withChunks([...IMAGE.slice(0, 1), ...chunks(real, forged), ...IMAGE.slice(1)])],
    lands,
  );
}

function rawPng(
  name: string,
  hope: string,
  make: (real: string, forged: string) => readonly Uint8Array[],
  lands: readonly Landing[],
): Attack {
  return attack(
    name,
    hope,
    { files: (genuine) => make(...texts(genuine)).map((bytes) => image('badge.png', bytes)) },
    lands,
  );
}

function svg(name: string, hope: string, inside: Words, lands: readonly Landing[]): Attack {
  return raw(name, hope, 'badge.svg', (real, forged) => drawing('', inside(real, forged)), lands);
}

function doctype(name: string, hope: string, declaration: string, inside: string): Attack {
  return raw(name, hope, 'badge.svg', (real) => drawing(declaration, inside === '' ? element(real) : inside), [UNSAFE]);
}

function raw(name: string, hope: string, file: string, make: Words, lands: readonly Landing[]): Attack {
  return attack(name, hope, { files: (genuine) => [image(file, utf8(make(...texts(genuine))))] }, lands);
}

function drawing(declaration: string, inside: string): string {
  return `<?xml version="1.0"?>${declaration}<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0">${inside}<circle r="4"/></svg>`;
}

function element(json: string): string {
  return `<openbadges:credential><![CDATA[${json}]]></openbadges:credential>`;
}

function tEXt(keyword: string, text: string): PngChunk {
  return { type: 'tEXt', data: Buffer.from(`${keyword}\0${text}`) };
}

function compressed(keyword: string, data: Uint8Array): PngChunk {
  return { type: 'iTXt', data: Buffer.concat([Buffer.from(`${keyword}\0\u0001\0\0\0`, 'latin1'), data]) };
}

/** So many megabytes of blanks, compressed. */
function bomb(megabytes: number): Uint8Array {
  return deflateSync(Buffer.alloc(megabytes * 1024 * 1024, 0x20), { level: 9 });
}

/** The first chunk behind the header with a length that no file has. */
function longChunk(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  copy.writeUInt32BE(0xffff_fff0, 8 + 25);
  return new Uint8Array(copy);
}
