import { deflateSync } from 'node:zlib';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openDocument } from '../../../main/adapters/formats/open-document.ts';
import type { NamedFile } from '../../../main/core/ports.ts';
import { ASSERTION_2, BADGE, bakedPng, bakedSvg, jwt, png, svg, textFile, without } from './build-containers.ts';

const VC_1_CLAIM = {
  '@context': ['https://www.w3.org/2018/credentials/v1', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json'],
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  credentialSubject: BADGE.credentialSubject,
};
const ENDORSEMENT = { ...BADGE, type: ['VerifiableCredential', 'EndorsementCredential'] };
const GENERIC_2 = { ...BADGE, type: ['VerifiableCredential'], '@context': ['https://www.w3.org/ns/credentials/v2'] };
const GENERIC_1 = { ...GENERIC_2, '@context': ['https://www.w3.org/2018/credentials/v1'] };
const CLR = {
  ...BADGE,
  type: ['VerifiableCredential', 'ClrCredential'],
  credentialSubject: { id: 'did:example:ada', type: ['ClrSubject'], verifiableCredential: [BADGE, jwt(BADGE)] },
};
const PRESENTATION = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: 'VerifiablePresentation',
  holder: 'did:example:ada',
  verifiableCredential: [BADGE],
};
const enveloped = (credential: object) => ({
  '@context': 'https://www.w3.org/ns/credentials/v2',
  type: 'EnvelopedVerifiableCredential',
  id: `data:application/vc+jwt,${jwt(credential, { alg: 'ES256', typ: 'vc+jwt' })}`,
});

/** What was found, one line each: pointer, container, standard, securing, parent. */
function outline(file: NamedFile): readonly string[] {
  return openDocument(file).found.map(({ pointer, container, standard, securing, parent }) =>
    [pointer === '' ? '.' : pointer, container, standard, securing.kind, parent === '' ? '.' : parent].join(' '),
  );
}

function problems(file: NamedFile): readonly object[] {
  return [...openDocument(file).problems];
}

describe('opening a file', () => {
  it('names the document by the SHA-256 of its bytes', () => {
    const file = textFile(BADGE);
    expect(openDocument(file).document).toBe(createHash('sha256').update(file.bytes).digest('hex'));
  });

  it.each<[string, NamedFile, readonly string[]]>([
    ['an Open Badge 3.0', textFile(BADGE), ['. json open-badges-3.0 embedded-proof ']],
    [
      'an AchievementCredential',
      textFile({ ...BADGE, type: ['VerifiableCredential', 'AchievementCredential'] }),
      ['. json open-badges-3.0 embedded-proof '],
    ],
    ['a credential without a proof', textFile(without(BADGE, 'proof')), ['. json open-badges-3.0 none ']],
    ['another credential of VCDM 2.0', textFile(GENERIC_2), ['. json vcdm-2.0 embedded-proof ']],
    ['another credential of VCDM 1.1', textFile(GENERIC_1), ['. json vcdm-1.1 embedded-proof ']],
    ['an endorsement', textFile(ENDORSEMENT), ['. json endorsement-3.0 embedded-proof ']],
    [
      'text with a byte order mark',
      textFile(`\ufeff${JSON.stringify(BADGE)}`),
      ['. json open-badges-3.0 embedded-proof '],
    ],
    [
      'UTF-16',
      { name: 'a.json', bytes: Buffer.from(`\ufeff${JSON.stringify(BADGE)}`, 'utf16le') },
      ['. json open-badges-3.0 embedded-proof '],
    ],
    ['a file whose name says something else', textFile(BADGE, 'badge.txt'), ['. json open-badges-3.0 embedded-proof ']],
    ['a VC-JWT of VCDM 1.1', textFile(`  ${jwt({ vc: VC_1_CLAIM })}\n`, 'a.jwt'), ['. vc-jwt open-badges-3.0 jwt ']],
    ['a VC-JWT of VCDM 2.0', textFile(jwt(BADGE, { alg: 'ES256', typ: 'vc+jwt' })), ['. vc-jwt open-badges-3.0 jwt ']],
    [
      'a VC-JWT whose header is written over lines',
      textFile(jwt(BADGE, '{\n "alg": "ES256"\n}')),
      ['. vc-jwt open-badges-3.0 jwt '],
    ],
    ['a VC-JWT as a JSON string', textFile(JSON.stringify(jwt(BADGE))), ['. vc-jwt open-badges-3.0 jwt ']],
    ['an enveloped credential', textFile(enveloped(BADGE)), ['. vc-jwt open-badges-3.0 jwt ']],
    ['a baked PNG', bakedPng(BADGE), ['. png open-badges-3.0 embedded-proof ']],
    ['a baked PNG with a JWS', bakedPng(jwt(BADGE)), ['. png open-badges-3.0 jwt ']],
    [
      'a baked PNG with compressed text',
      png([{ type: 'iTXt', keyword: 'openbadgecredential', text: JSON.stringify(BADGE), compressed: true }]),
      ['. png open-badges-3.0 embedded-proof '],
    ],
    [
      'a PNG baked with tEXt',
      png([{ type: 'tEXt', keyword: 'openbadges', text: JSON.stringify(ASSERTION_2) }]),
      ['. png open-badges-2.0 none '],
    ],
    [
      'a PNG baked with zTXt',
      png([{ type: 'zTXt', keyword: 'openbadges', text: JSON.stringify(ASSERTION_2) }]),
      ['. png open-badges-2.0 none '],
    ],
    ['a baked SVG', bakedSvg(BADGE), ['. svg open-badges-3.0 embedded-proof ']],
    ['a baked SVG with a JWS', svg(`<openbadges:credential verify="${jwt(BADGE)}"/>`), ['. svg open-badges-3.0 jwt ']],
    [
      'an SVG baked by Open Badges 2.0',
      svg(
        `<openbadges:assertion verify="https://badges.example/7">${JSON.stringify(ASSERTION_2)}</openbadges:assertion>`,
      ),
      ['. svg open-badges-2.0 none '],
    ],
    ['an Open Badge 2.0', textFile(ASSERTION_2), ['. json open-badges-2.0 none ']],
    ['a signed Open Badge 2.0', textFile(jwt(ASSERTION_2)), ['. vc-jwt open-badges-2.0 jwt ']],
    [
      'an array of credentials',
      textFile([BADGE, jwt(BADGE)]),
      ['/0 json open-badges-3.0 embedded-proof ', '/1 vc-jwt open-badges-3.0 jwt '],
    ],
    [
      'an object around a credential',
      textFile({ credential: BADGE }),
      ['/credential json open-badges-3.0 embedded-proof '],
    ],
    [
      'an object around a presentation',
      textFile({ verifiablePresentation: PRESENTATION }),
      [
        '/verifiablePresentation/verifiableCredential/0 presentation open-badges-3.0 embedded-proof /verifiablePresentation',
      ],
    ],
    [
      'a CLR: the envelope, then each member',
      textFile(CLR),
      [
        '. json clr-2.0 embedded-proof ',
        '/credentialSubject/verifiableCredential/0 clr-member open-badges-3.0 embedded-proof .',
        '/credentialSubject/verifiableCredential/1 clr-member open-badges-3.0 jwt .',
      ],
    ],
    [
      'a presentation with each kind of entry',
      textFile({ ...PRESENTATION, verifiableCredential: [BADGE, jwt({ vc: VC_1_CLAIM }), enveloped(BADGE), CLR] }),
      [
        '/verifiableCredential/0 presentation open-badges-3.0 embedded-proof .',
        '/verifiableCredential/1 presentation open-badges-3.0 jwt .',
        '/verifiableCredential/2 presentation open-badges-3.0 jwt .',
        '/verifiableCredential/3 presentation clr-2.0 embedded-proof .',
        '/verifiableCredential/3/credentialSubject/verifiableCredential/0 clr-member open-badges-3.0 embedded-proof /verifiableCredential/3',
        '/verifiableCredential/3/credentialSubject/verifiableCredential/1 clr-member open-badges-3.0 jwt /verifiableCredential/3',
      ],
    ],
    [
      'a presentation of one credential without an array',
      textFile({ ...PRESENTATION, verifiableCredential: BADGE }),
      ['/verifiableCredential presentation open-badges-3.0 embedded-proof .'],
    ],
    [
      'a presentation as a JWT',
      textFile(jwt({ iss: 'did:example:ada', vp: without(PRESENTATION, 'holder') })),
      ['/verifiableCredential/0 presentation open-badges-3.0 embedded-proof .'],
    ],
    [
      'a presentation by VC-JOSE-COSE',
      textFile(jwt(PRESENTATION, { alg: 'ES256', typ: 'vp+jwt' })),
      ['/verifiableCredential/0 presentation open-badges-3.0 embedded-proof .'],
    ],
    [
      'a presentation as a JWT in a PNG',
      bakedPng(jwt({ vp: PRESENTATION })),
      ['/verifiableCredential/0 presentation open-badges-3.0 embedded-proof .'],
    ],
  ])('finds the credentials of %s', (_what, file, expected) => {
    expect(problems(file)).toEqual([]);
    expect(outline(file)).toEqual(expected);
  });

  it('gives each credential of a presentation the presentation, its holder and how it is secured', () => {
    const [found] = openDocument(textFile(jwt({ iss: 'did:example:ada', vp: without(PRESENTATION, 'holder') }))).found;
    expect(found?.presentation).toMatchObject({
      holder: 'did:example:ada',
      securing: { kind: 'jwt', header: { alg: 'ES256' } },
    });
  });

  it('completes a credential of VCDM 1.1 from the claims of its JWT, but overrides nothing', () => {
    const claims = {
      iss: 'did:example:school',
      sub: 'did:example:ada',
      jti: 'urn:x:1',
      nbf: 1_767_571_200,
      exp: 1_799_107_200,
    };
    const vc = without({ ...VC_1_CLAIM, credentialSubject: without(BADGE.credentialSubject, 'id') }, 'id');
    expect(openDocument(textFile(jwt({ ...claims, vc }))).found[0]?.json).toMatchObject({
      id: 'urn:x:1',
      issuer: 'did:example:school',
      issuanceDate: '2026-01-05T00:00:00Z',
      expirationDate: '2027-01-05T00:00:00Z',
      credentialSubject: { id: 'did:example:ada', achievement: { name: 'Crane signalling' } },
    });
    const stated = { ...vc, id: 'urn:x:2', issuer: { name: 'School' }, credentialSubject: { id: 'did:example:bo' } };
    expect(openDocument(textFile(jwt({ ...claims, vc: stated }))).found[0]?.json).toMatchObject({
      id: 'urn:x:2',
      issuer: { id: 'did:example:school', name: 'School' },
      credentialSubject: { id: 'did:example:bo' },
    });
  });

  it('keeps header and payload of a JWS as they were, for the verification', () => {
    const compact = jwt({ vc: VC_1_CLAIM, iss: 'did:example:school' });
    expect(openDocument(textFile(compact)).found[0]?.securing).toEqual({
      kind: 'jwt',
      compact,
      header: { alg: 'ES256', typ: 'JWT' },
      payload: { vc: VC_1_CLAIM, iss: 'did:example:school' },
    });
  });
});

const TOO_MANY_TEXT = JSON.stringify({ ...BADGE, padding: 'x'.repeat(2_000_000) });

describe('a file that is not a credential', () => {
  it.each<[string, NamedFile, string, object]>([
    ['an empty file', textFile(''), 'file-empty', {}],
    ['a file of white space', textFile('\ufeff \n'), 'file-empty', {}],
    ['a broken JSON', textFile('{"a": [1,\n 2'), 'broken-json', { line: 2, column: 3 }],
    [
      'JSON cut off inside UTF-8',
      { name: 'a.json', bytes: Buffer.from([0x7b, 0x22, 0xc3]) },
      'broken-json',
      { reason: 'not-utf-8' },
    ],
    ['a text that is called JSON', textFile('hello', 'a.json'), 'broken-json', { line: 1, column: 1 }],
    ['a duplicate key', textFile('{"type":1,"type":2}'), 'duplicate-json-key', { key: 'type' }],
    ['a prototype key', textFile('{"__proto__":1}'), 'prototype-key', {}],
    ['a depth bomb', textFile('['.repeat(100_000)), 'json-too-deep', {}],
    ['too many values', textFile(`[${'1,'.repeat(30_000)}1]`), 'json-too-large', {}],
    ['a text of 2 MB', textFile(TOO_MANY_TEXT), 'file-too-large', { limit: 2_000_000 }],
    [
      'a picture of 10 MB',
      { name: 'a.png', bytes: Buffer.concat([png([]).bytes, Buffer.alloc(10_000_000)]) },
      'file-too-large',
      { limit: 10_000_000 },
    ],
    ['a text', textFile('Dear Sir or Madam', 'letter.txt'), 'not-a-credential', { reason: 'unknown-format' }],
    ['other JSON', textFile({ title: 'Crane driver' }), 'not-a-credential', { reason: 'other-json' }],
    ['JSON that is a number', textFile('42', 'a.json'), 'not-a-credential', { reason: 'other-json' }],
    ['an empty array', textFile('[]'), 'not-a-credential', { reason: 'empty-array' }],
    [
      'an empty presentation',
      textFile({ type: 'VerifiablePresentation' }),
      'not-a-credential',
      { reason: 'empty-presentation' },
    ],
    [
      'a status list',
      textFile({ ...BADGE, type: ['VerifiableCredential', 'BitstringStatusListCredential'] }),
      'not-a-credential',
      { reason: 'status-list' },
    ],
    [
      'a badge class alone',
      textFile({ '@context': 'https://w3id.org/openbadges/v2', type: 'BadgeClass', name: 'Knots' }),
      'not-a-credential',
      { reason: 'badge-without-recipient' },
    ],
    [
      'a web page',
      textFile('<!DOCTYPE html><html></html>', 'a.html'),
      'not-a-credential',
      { reason: 'unknown-format' },
    ],
    ['a JWT of something else', textFile(jwt({ sub: 'x' })), 'not-a-credential', { reason: 'other-json' }],
    ['a JWT with a broken payload', textFile(jwt('{"vc":')), 'jwt-malformed', { reason: 'payload' }],
    [
      'a JWT with a broken header',
      textFile(`eyJ9.${jwt(BADGE).split('.').slice(1).join('.')}`),
      'jwt-malformed',
      { reason: 'header' },
    ],
    ['a JWT cut off', textFile(jwt(BADGE).split('.')[0] ?? ''), 'jwt-malformed', { reason: 'parts' }],
    ['an encrypted JWT', textFile('eyJhbGciOiJkaXIifQ.a.b.c.d'), 'jwt-malformed', { reason: 'encrypted' }],
    ['a JWT with a claim twice', textFile(jwt('{"iss":"a","iss":"b"}')), 'duplicate-json-key', { key: 'iss' }],
    [
      'a JWT with a header parameter twice',
      textFile(jwt(BADGE, '{"alg":"ES256","alg":"none"}')),
      'duplicate-json-key',
      { key: 'alg' },
    ],
    [
      'an envelope of something else',
      textFile({ type: 'EnvelopedVerifiableCredential', id: 'https://x.example' }),
      'jwt-malformed',
      { reason: 'envelope' },
    ],
    [
      'an SD-JWT in an envelope that is none',
      textFile({ type: 'EnvelopedVerifiableCredential', id: 'data:application/vc+sd-jwt,eyJ.a.b~' }),
      'jwt-malformed',
      { reason: 'signature' },
    ],
    [
      'an SD-JWT in JSON without its protected header',
      textFile({ payload: 'e30', signature: 'a', header: { disclosures: ['b'] } }),
      'jwt-malformed',
      { reason: 'serialisation' },
    ],
    [
      'an SD-JWT in JSON with several signatures',
      textFile({ payload: 'e30', signatures: [{ header: { disclosures: ['b'] } }, { protected: 'e30' }] }),
      'format-sd-jwt',
      { signatures: 2 },
    ],
    ['a PNG without a badge', png([]), 'image-without-badge', { image: 'png' }],
    ['a PNG with other text', png([{ type: 'tEXt', keyword: 'Software', text: 'paint' }]), 'image-without-badge', {}],
    ['an SVG without a badge', svg(''), 'image-without-badge', { image: 'svg' }],
    [
      'a PNG with the address of a badge',
      png([{ type: 'tEXt', keyword: 'openbadges', text: 'https://badges.example/7' }]),
      'badge-link-only',
      { url: 'https://badges.example/7' },
    ],
    [
      'an SVG with the address of a badge',
      svg('<openbadges:assertion verify="https://badges.example/7"/>'),
      'badge-link-only',
      {},
    ],
    ['a PNG cut off', { name: 'a.png', bytes: png([]).bytes.subarray(0, 30) }, 'image-damaged', { image: 'png' }],
    ['a PNG with a length that lies', { name: 'a.png', bytes: lyingPng() }, 'image-damaged', {}],
    ['a PNG bomb', pngBomb(), 'json-too-large', { limit: 2_000_000 }],
    [
      'a PNG with broken compression',
      png([{ type: 'iTXt', keyword: 'openbadgecredential', text: brokenDeflate(), compressed: false }]),
      'broken-json',
      {},
    ],
    [
      'an SVG cut off',
      textFile('<svg xmlns="http://www.w3.org/2000/svg"><g>', 'a.svg'),
      'image-damaged',
      { image: 'svg' },
    ],
    [
      'an SVG with an entity',
      svg('&boom;', '<!DOCTYPE svg [<!ENTITY boom "boom">]>'),
      'svg-unsafe',
      { what: 'doctype' },
    ],
    [
      'an SVG with a foreign DTD',
      svg('', '<!DOCTYPE svg SYSTEM "file:///etc/passwd">'),
      'svg-unsafe',
      { what: 'doctype' },
    ],
    ['an SVG with a script', svg('<script>alert(1)</script>'), 'svg-unsafe', { what: 'script' }],
    ['an SVG with an event attribute', svg('<g onload="alert(1)"/>'), 'svg-unsafe', { what: 'script' }],
    ['an SVG with an undeclared entity', svg('<text>&boom;</text>'), 'svg-unsafe', { what: 'entity' }],
    [
      'an SVG depth bomb',
      textFile(`<svg xmlns="http://www.w3.org/2000/svg">${'<g>'.repeat(1_000_000)}`, 'a.svg'),
      'too-complex',
      { what: 'depth', limit: 128 },
    ],
    ['an SVG of too many elements', svg('<a/>'.repeat(120_000)), 'too-complex', { what: 'elements' }],
    ['a PDF', textFile('%PDF-1.7\n…', 'a.pdf'), 'format-pdf', { kind: 'plain' }],
    [
      'a signed PDF',
      textFile('%PDF-1.7\n<< /Type /Sig /SubFilter /ETSI.CAdES.detached /ByteRange [0 1 2 3] >>', 'a.pdf'),
      'format-pdf',
      { kind: 'signed' },
    ],
    [
      'a PDF with a credential attached',
      textFile('%PDF-1.7\n<< /Type /EmbeddedFile >> (badge.json)', 'a.pdf'),
      'format-pdf',
      { kind: 'attachment' },
    ],
    [
      'a signed PDF with a credential attached',
      textFile('%PDF-1.7\n<< /EmbeddedFiles >> /SubFilter /adbe.pkcs7.detached /ByteRange [0 1 2 3]', 'a.pdf'),
      'format-pdf',
      { kind: 'signed-attachment' },
    ],
    [
      'a PDF that speaks of signatures',
      textFile('%PDF-1.7\n(/ByteRange is a word)', 'a.pdf'),
      'format-pdf',
      { kind: 'plain' },
    ],
    [
      'a large PDF',
      { name: 'a.pdf', bytes: Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(12_000_000)]) },
      'format-pdf',
      {},
    ],
    ['a JPEG', { name: 'a.jpg', bytes: Buffer.from([0xff, 0xd8, 0xff, 0xe0]) }, 'format-image', { image: 'jpeg' }],
    ['a GIF', textFile('GIF89a', 'a.gif'), 'format-image', { image: 'gif' }],
    ['a WebP', textFile('RIFF0000WEBPVP8', 'a.webp'), 'format-image', { image: 'webp' }],
    [
      'an old Word file',
      { name: 'a.doc', bytes: Buffer.from('d0cf11e0a1b11ae1', 'hex') },
      'format-office',
      { kind: 'doc' },
    ],
    [
      'a Word file',
      textFile('PK\x03\x04 [Content_Types].xml … word/document.xml', 'a.docx'),
      'format-office',
      { kind: 'docx' },
    ],
    ['a rich text', textFile('{\\rtf1 hello}', 'a.rtf'), 'format-office', { kind: 'rtf' }],
    ['a Blockcert', textFile({ ...BADGE, proof: { type: 'MerkleProof2019' } }), 'format-blockcerts', { version: 3 }],
    [
      'a Blockcert that says so in its context',
      textFile({ ...BADGE, '@context': ['https://w3id.org/blockcerts/v3.1'] }),
      'format-blockcerts',
      { version: 3 },
    ],
    [
      'a Blockcert of version 2',
      textFile({ ...ASSERTION_2, signature: { type: ['MerkleProof2017', 'Extension'] } }),
      'format-blockcerts',
      { version: 2 },
    ],
    [
      'a European Digital Credential',
      textFile({ ...BADGE, type: ['VerifiableCredential', 'EuropeanDigitalCredential'] }),
      'format-europass',
      { form: 'json' },
    ],
    [
      'a sealed European Digital Credential',
      textFile({
        payload: Buffer.from('{"type":["EuropeanDigitalCredential"]}').toString('base64url'),
        signatures: [],
      }),
      'format-europass',
      { form: 'jades' },
    ],
    [
      'a sealed European Digital Credential in the flattened form',
      textFile({
        payload: Buffer.from('{"type":["EuropeanDigitalCredential"]}').toString('base64url'),
        protected: 'e30',
        signature: 'AAAA',
        header: { etsiU: [] },
      }),
      'format-europass',
      { form: 'jades' },
    ],
    [
      'a European Digital Credential as a JWS',
      textFile(jwt({ ...BADGE, '@context': ['http://data.europa.eu/snb/model/context/edc-ap'] })),
      'format-europass',
      { form: 'jades' },
    ],
    [
      'a Europass XML',
      textFile('<?xml version="1.0"?><c xmlns="http://data.europa.eu/snb"/>', 'a.xml'),
      'format-europass',
      { form: 'xml' },
    ],
    ['an mdoc', { name: 'a.mdoc', bytes: Buffer.from('a16c6973737565725369676e6564a0', 'hex') }, 'format-mdoc', {}],
    [
      'an mdoc as text',
      textFile(Buffer.from('a16c6973737565725369676e6564a0', 'hex').toString('base64url'), 'a.txt'),
      'format-mdoc',
      {},
    ],
    ['an mdoc as hexadecimal', textFile('A16C6973737565725369676E\n6564A0', 'a.txt'), 'format-mdoc', {}],
    [
      'an mdoc that says of which type it is',
      {
        name: 'a.cbor',
        bytes: Buffer.concat([
          Buffer.from('a267646f6354797065756f72672e69736f2e31383031332e352e312e6d444c', 'hex'),
          Buffer.from('6c6973737565725369676e6564a0', 'hex'),
        ]),
      },
      'format-mdoc',
      { type: 'org.iso.18013.5.1.mDL' },
    ],
    ['the QR code of an mdoc', textFile('mdoc:owBjMS4wAYIB2BhYS6QBAiAB', 'a.txt'), 'format-mdoc', {}],
    [
      '21 contexts',
      textFile({ ...BADGE, '@context': Array(21).fill('https://x.example') }),
      'too-complex',
      { what: 'contexts', count: 21, limit: 20 },
    ],
    [
      '9 proofs',
      textFile({ ...BADGE, proof: Array(9).fill(BADGE.proof) }),
      'too-complex',
      { what: 'proofs', count: 9, limit: 8 },
    ],
  ])('is named: %s', (_what, file, code, params) => {
    const opening = openDocument(file);
    expect(opening.found).toEqual([]);
    expect(opening.problems).toHaveLength(1);
    expect(opening.problems[0]).toMatchObject({ code, params });
  });
});

describe('a file with credentials and problems', () => {
  it('reads the first badge of a picture and says that there are more', () => {
    const text = (id: string) => JSON.stringify({ ...BADGE, id });
    const file = png([
      { type: 'iTXt', keyword: 'openbadgecredential', text: text('urn:first') },
      { type: 'iTXt', keyword: 'openbadgecredential', text: text('urn:second') },
    ]);
    expect(openDocument(file)).toMatchObject({
      found: [{ json: { id: 'urn:first' } }],
      problems: [{ code: 'image-more-badges', params: { count: 2 } }],
    });
  });

  it('reads the badge of a picture that was cut off behind it', () => {
    const file = bakedPng(BADGE);
    const cut = { ...file, bytes: file.bytes.subarray(0, -20) };
    expect(outline(cut)).toHaveLength(1);
    expect(problems(cut)).toMatchObject([{ code: 'image-damaged' }]);
  });

  it('reads the good entries of an array and names the place of the others', () => {
    const file = textFile([BADGE, { name: 'nothing' }, [BADGE], 7]);
    expect(outline(file)).toHaveLength(1);
    expect(problems(file)).toMatchObject(
      ['/1', '/2', '/3'].map((pointer) => ({ code: 'not-a-credential', params: { pointer } })),
    );
  });

  it('names the member of a CLR whose JWS is broken and reads the others', () => {
    const subject = { type: ['ClrSubject'], verifiableCredential: [jwt('{"a":1,"a":1}'), BADGE] };
    const file = textFile({ ...CLR, credentialSubject: subject });
    expect(outline(file)).toHaveLength(2);
    expect(problems(file)).toMatchObject([
      { code: 'duplicate-json-key', params: { pointer: '/credentialSubject/verifiableCredential/0' } },
    ]);
  });

  it('reads a hundred credentials and says that there are more', () => {
    const small = { type: 'VerifiableCredential', credentialSubject: {} };
    const file = textFile(Array(150).fill(small));
    expect(outline(file)).toHaveLength(100);
    expect(problems(file)).toEqual([{ code: 'too-many-credentials', params: { limit: 100 } }]);
  });

  it('takes the plain document type that drawing programs write', () => {
    const doctype =
      '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">';
    expect(outline(svg(`<openbadges:credential verify="${jwt(BADGE)}"/>`, doctype))).toHaveLength(1);
  });

  it('takes the JWS of an SVG before the JSON beside it, which nothing signs', () => {
    const file = svg(`<openbadges:credential verify="${jwt(BADGE)}">{"id":"urn:copy"}</openbadges:credential>`);
    expect(openDocument(file).found[0]?.json['id']).toBe(BADGE.id);
  });
});

function lyingPng(): Buffer {
  const bytes = Buffer.from(bakedPng(BADGE).bytes);
  bytes.writeUInt32BE(0xfffffff0, 33);
  return bytes;
}

function pngBomb(): NamedFile {
  return png([{ type: 'zTXt', keyword: 'openbadges', text: Buffer.alloc(20_000_000, 0x20) }]);
}

function brokenDeflate(): Buffer {
  return deflateSync(Buffer.from('{}')).subarray(1);
}
