import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDocument } from '../../../main/adapters/formats/open-document.ts';
import type { NamedFile } from '../../../main/core/ports.ts';
import { ASSERTION_2, BADGE, bakedPng, bakedSvg, jwt, png, svg, textFile } from './build-containers.ts';

const CLR = {
  type: ['VerifiableCredential', 'ClrCredential'],
  credentialSubject: { type: 'ClrSubject', verifiableCredential: [BADGE, jwt({ vc: BADGE })] },
};
const SD_JWT = `${jwt({ vct: 'urn:example:badge', achievement: BADGE, _sd: ['AAAA'] }, { alg: 'ES256', typ: 'dc+sd-jwt' })}~WyJzIiwiYSIsMV0~`;
const PRESENTATION = { type: 'VerifiablePresentation', verifiableCredential: [CLR, BADGE] };

/** One valid file of each container and shape. */
const VALID: readonly NamedFile[] = [
  textFile(BADGE),
  textFile(ASSERTION_2),
  textFile([BADGE, jwt(BADGE)]),
  textFile(CLR),
  textFile(PRESENTATION),
  textFile(jwt({ vc: BADGE, iss: 'did:example:a', sub: 'did:example:b', nbf: 1, exp: 2 })),
  textFile(jwt({ vp: PRESENTATION })),
  bakedPng(BADGE),
  png([{ type: 'iTXt', keyword: 'openbadgecredential', text: jwt(BADGE), compressed: true }]),
  png([{ type: 'zTXt', keyword: 'openbadges', text: JSON.stringify(ASSERTION_2) }]),
  bakedSvg(BADGE),
  svg(`<openbadges:assertion verify="${jwt(ASSERTION_2)}"/>`),
  textFile({ payload: 'e30', signatures: [{ header: { disclosures: [] } }] }),
  textFile(SD_JWT),
  textFile([SD_JWT, { type: 'EnvelopedVerifiableCredential', id: `data:application/dc+sd-jwt,${SD_JWT}` }]),
  textFile('%PDF-1.7 /ByteRange /adbe.pkcs7 /EmbeddedFile'),
  textFile('mdoc:owBjMS4w'),
];

/** Openings of each recognised form, so that random bytes get past the first look. */
const STARTS = [
  '',
  '{',
  '[',
  '"',
  'ey',
  'eyJ',
  '<svg ',
  '<?xml',
  '%PDF-',
  'PK\x03\x04',
  '\x89PNG\r\n\x1a\n',
  '\xff\xfe',
  '\xfe\xff',
  '\xa1',
  '{\\rtf',
];

function expectOpening(file: NamedFile): void {
  const { document, found, problems } = openDocument(file);
  expect(document).toMatch(/^[0-9a-f]{64}$/);
  // Nothing passes in silence: a file has credentials or says why not, and never for a fault of ours.
  expect(found.length + problems.length).toBeGreaterThan(0);
  expect(problems.map((problem) => problem.code)).not.toContain('internal');
}

describe('opening any file', () => {
  it('survives arbitrary bytes behind the start of every form', () => {
    fc.assert(
      fc.property(fc.constantFrom(...STARTS), fc.uint8Array({ maxLength: 300 }), (start, rest) => {
        expectOpening({ name: 'a.json', bytes: Buffer.concat([Buffer.from(start, 'latin1'), rest]) });
      }),
      { numRuns: 4000 },
    );
  });

  it('survives valid files with bytes changed, removed, inserted and cut off', () => {
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      remove: fc.nat({ max: 6 }),
      insert: fc.uint8Array({ maxLength: 6 }),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...VALID),
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
        (file, edits, cut) => {
          let bytes = Buffer.from(file.bytes);
          for (const { at, remove, insert } of edits) {
            const offset = Math.floor(at * bytes.length);
            bytes = Buffer.concat([bytes.subarray(0, offset), insert, bytes.subarray(offset + remove)]);
          }
          if (cut !== null) bytes = bytes.subarray(0, Math.ceil(cut * bytes.length));
          expectOpening({ name: file.name, bytes });
        },
      ),
      { numRuns: 4000 },
    );
  });

  it('survives credentials whose properties hold anything', () => {
    const properties = [
      '@context',
      'type',
      'id',
      'issuer',
      'credentialSubject',
      'verifiableCredential',
      'proof',
      'holder',
      'vc',
      'vp',
      'badge',
      'recipient',
      'signature',
      'payload',
      'signatures',
      'header',
      'credential',
      '_sd',
      '_sd_alg',
      'vct',
    ];
    const types = fc.constantFrom(
      'VerifiableCredential',
      'ClrCredential',
      'VerifiablePresentation',
      'EnvelopedVerifiableCredential',
      'Assertion',
    );
    const anything = fc.oneof(
      types,
      fc.jsonValue({ maxDepth: 3 }),
      fc.constant(BADGE),
      fc.constant(CLR),
      fc.constant(jwt(BADGE)),
    );
    const document = fc.dictionary(fc.constantFrom(...properties), anything, { maxKeys: 8 });
    fc.assert(
      fc.property(document, fc.constantFrom('json', 'jwt', 'png', 'svg'), (json, container) => {
        if (container === 'json') expectOpening(textFile(json));
        else if (container === 'jwt') expectOpening(textFile(jwt(json)));
        else if (container === 'png') expectOpening(bakedPng(json));
        else expectOpening(bakedSvg(json));
      }),
      { numRuns: 3000 },
    );
  });
});
