import { createHmac } from 'node:crypto';
import type { JsonObject } from '../../../shared/model/json.ts';
import { ISSUERS } from '../../fixtures/content/issuers.ts';
import { utf8 } from '../../fixtures/content/secure.ts';
import { openBadgePayload, signJwt, vcClaimPayload } from '../../fixtures/signing/jwt.ts';
import { base64url, p256TestKey, rsaTestKey } from '../../fixtures/signing/keys.ts';
import { attack, FORGED, on, refused, type Attack, type Landing, type Place } from './attack.ts';
import { ACHIEVEMENT, FORGER, retold, signText, withValue, type Genuine } from './genuine.ts';
import { SEAGLASS_KEYS } from './trust.ts';

const OWN = ISSUERS.harbourlight.token;
const BOARD = { key: rsaTestKey('nursing-board'), verificationMethod: `${ISSUERS.nursingBoard.id}#key-2024` };
const HEADER = { alg: 'EdDSA', kid: OWN.verificationMethod, typ: 'JWT' };
const REFUSED = on('integrity', 'jwt-algorithm-refused');
const INVALID = on('integrity', 'signature-invalid', 'proof-malformed', 'jwt-header-refused');
const MISMATCH = on('integrity', 'key-kind-mismatch', 'signature-invalid');
const DISAGREE = on('integrity', 'jwt-claims-disagree', 'signature-invalid', 'proof-malformed');
/** In the attribute of a picture, what is no token is no badge. */
const MALFORMED = refused('jwt-malformed', 'not-a-credential', 'broken-json', 'format-sd-jwt', 'image-without-badge');
const NO_KEY = on('integrity', 'key-unavailable', 'signature-invalid', 'key-nonexistent');
/** A file of its own: inside a presentation or a record the text would only be a string. */
const ONLY_FILES: readonly Place[] = ['VP', 'CLR member'];

/** What a token's header says about its own signature. */
export const TOKEN_HEADERS: readonly Attack[] = [
  ...['none', 'None', 'NONE', 'nOnE'].map((alg) =>
    forged(`alg-${alg}`, `No signature, which the header calls “${alg}”.`, (payload) => unsigned({ alg }, payload), [
      REFUSED,
    ]),
  ),
  forged(
    'alg-none-with-signature',
    'The header says none and a signature stands there.',
    (payload) => `${unsigned({ alg: 'none' }, payload)}AAAA`,
    [REFUSED],
  ),
  ...['HS256', 'HS384', 'HS512'].map((alg) =>
    forged(`alg-${alg}`, 'The public key is used as the shared secret.', (payload) => withMac(alg, payload), [REFUSED]),
  ),
  forged(
    'alg-missing',
    'No method is named.',
    (payload) => signText({ kid: OWN.verificationMethod }, payload, FORGER),
    [REFUSED, INVALID],
  ),
  forged(
    'alg-as-list',
    'A list of methods.',
    (payload) => signText({ ...HEADER, alg: ['none', 'EdDSA'] }, payload, FORGER),
    [REFUSED, INVALID],
  ),
  forged(
    'alg-unknown',
    'A method that nobody knows.',
    (payload) => signText({ ...HEADER, alg: 'FORGE256' }, payload, FORGER),
    [on('integrity', 'suite-not-supported')],
  ),
  forged(
    'alg-in-lower-case',
    'The method in other letters.',
    (payload) => signText({ ...HEADER, alg: 'eddsa' }, payload, FORGER),
    [on('integrity', 'suite-not-supported'), INVALID],
  ),
  forged(
    'alg-of-another-key',
    'An Ed25519 key is asked for RS256.',
    (payload) => signText({ ...HEADER, alg: 'RS256' }, payload, FORGER),
    [MISMATCH],
  ),
  forged(
    'alg-es256-for-ed25519',
    'A P-256 signature under the name of an Ed25519 key.',
    (payload) =>
      signText({ ...HEADER, alg: 'ES256' }, payload, {
        key: p256TestKey('forger'),
        verificationMethod: OWN.verificationMethod,
      }),
    [MISMATCH],
  ),
  attack(
    'alg-es256-for-p384',
    'A P-384 key is asked for ES256.',
    {
      token: ({ seaglassToken }) => seaglassToken({ name: FORGED }, SEAGLASS_KEYS.p384, { alg: 'ES256' }),
    },
    [MISMATCH],
    { ownWords: true },
  ),
  attack(
    'alg-ps256-for-rs256',
    'An RS256 signature is called PS256.',
    {
      token: ({ plain }) =>
        signJwt(openBadgePayload(withValue(plain, ['issuer', 'id'], ISSUERS.nursingBoard.id)), BOARD, { alg: 'PS256' }),
    },
    [INVALID],
  ),
  attack(
    'psychic-signature',
    'An ECDSA signature of zeros, which some libraries accept.',
    {
      token: ({ plain }) => zeroSignature(plain),
    },
    [INVALID],
  ),
  attack(
    'der-signature',
    'The signature in another encoding.',
    {
      token: ({ plain }) => derSignature(plain),
    },
    [INVALID],
  ),
  ...(
    [
      ['jwk', FORGER.key.publicJwk],
      ['jku', 'https://forger.example/keys.json'],
      ['x5u', 'https://forger.example/chain.pem'],
      ['x5c', ['MIIB']],
    ] satisfies [string, JsonObject[string]][]
  ).flatMap(([member, value]) => [
    forged(
      `header-${member}`,
      `The header brings the forger’s key along (${member}).`,
      (payload) => signText({ ...HEADER, [member]: value }, payload, FORGER),
      [INVALID],
    ),
    forged(
      `header-${member}-alone`,
      `The header names no key but its own (${member}).`,
      (payload) => signText({ alg: 'EdDSA', [member]: value }, payload, FORGER),
      [INVALID, NO_KEY],
    ),
  ]),
  forged('kid-missing', 'No key is named.', (payload) => signText({ alg: 'EdDSA' }, payload, FORGER), [INVALID]),
  forged(
    'kid-of-the-forger',
    'The forger’s key is named openly.',
    (payload) => signText({ ...HEADER, kid: FORGER.verificationMethod }, payload, FORGER),
    [on('key-binding', 'key-of-somebody-else')],
    { ownWords: true },
  ),
  forged(
    'kid-climbs',
    'The name of the key is a path.',
    (payload) => signText({ ...HEADER, kid: '../../../../dev/null' }, payload, FORGER),
    [NO_KEY, on('key-binding', 'key-of-somebody-else')],
  ),
  forged(
    'kid-asks-a-database',
    'The name of the key is a question to a database.',
    (payload) => signText({ ...HEADER, kid: "x' UNION SELECT 'key" }, payload, FORGER),
    [NO_KEY, on('key-binding', 'key-of-somebody-else')],
  ),
  forged(
    'kid-as-object',
    'The name of the key is an object.',
    (payload) => signText({ ...HEADER, kid: FORGER.key.publicJwk }, payload, FORGER),
    [NO_KEY, INVALID],
  ),
  forged(
    'kid-fragment',
    'Only the fragment of the issuer’s key is named.',
    (payload) => signText({ ...HEADER, kid: '#token-2025' }, payload, FORGER),
    [INVALID],
  ),
  forged(
    'critical-header',
    'A header that must be understood, and is not.',
    (payload) => signText({ ...HEADER, crit: ['exp'], exp: 1 }, payload, OWN),
    [on('integrity', 'jwt-header-not-understood')],
  ),
  forged(
    'unencoded-payload',
    'The payload is said to be as it stands.',
    (payload) => signText({ ...HEADER, b64: false, crit: ['b64'] }, payload, OWN),
    [on('integrity', 'jwt-header-not-understood')],
  ),
  forged(
    'compressed-payload',
    'The payload is said to be compressed.',
    (payload) => signText({ ...HEADER, zip: 'DEF' }, payload, FORGER),
    [INVALID, on('integrity', 'jwt-header-not-understood')],
  ),
];

/** Claims beside the credential that say otherwise, signed by the issuer itself. */
export const TOKEN_CLAIMS: readonly Attack[] = [
  claim('claim-iss', 'The envelope names another issuer.', { iss: ISSUERS.northmoor.id }, [
    DISAGREE,
    on('key-binding', 'key-of-somebody-else'),
  ]),
  claim('claim-sub', 'The envelope names another person.', { sub: FORGER.did }),
  claim('claim-jti', 'The envelope has another id.', { jti: 'urn:uuid:00000000-0000-4000-8000-000000000000' }),
  claim('claim-nbf', 'The envelope begins at another time.', { nbf: Date.parse('2020-01-01T00:00:00Z') / 1000 }),
  claim(
    'claim-exp',
    'The envelope ends later than the credential.',
    { exp: Date.parse('2036-01-01T00:00:00Z') / 1000 },
    [DISAGREE],
    { validUntil: '2027-01-01T00:00:00Z' },
  ),
  claim('claim-exp-past', 'The envelope has ended.', { exp: Date.parse('2026-01-01T00:00:00Z') / 1000 }, [
    on('validity', 'expired'),
  ]),
  claim('claim-nbf-future', 'The envelope has not begun.', { nbf: Date.parse('2027-01-01T00:00:00Z') / 1000 }, [
    on('validity', 'not-yet-valid'),
    DISAGREE,
  ]),
  claim('claim-iat-future', 'The token was made tomorrow.', { iat: Date.parse('2027-01-01T00:00:00Z') / 1000 }, [
    on('validity', 'proof-from-the-future'),
  ]),
  claim('claim-as-text', 'A date that is a text.', { nbf: '1' }),
  claim('claim-exp-as-text', 'An end that is a text is never reached.', { exp: '1' }, [
    DISAGREE,
    on('validity', 'date-unreadable', 'expired'),
  ]),
  claim('claim-iss-as-object', 'The issuer of the envelope is an object.', { iss: { id: ISSUERS.harbourlight.id } }),
  vcClaim(
    'vc-claim-iss',
    'A credential inside names another issuer than its envelope.',
    { iss: ISSUERS.northmoor.id },
    [DISAGREE, on('key-binding', 'key-of-somebody-else')],
  ),
  vcClaim('vc-claim-sub', 'A credential inside is another person’s.', { sub: FORGER.did }),
  vcClaim('vc-claim-jti', 'A credential inside has another id.', {
    jti: 'urn:uuid:00000000-0000-4000-8000-000000000000',
  }),
  vcClaim(
    'vc-claim-exp-past',
    'The envelope of the credential has ended.',
    { exp: Date.parse('2026-01-01T00:00:00Z') / 1000 },
    [on('validity', 'expired')],
  ),
];

/** The text of a token. */
export const TOKEN_TEXTS: readonly Attack[] = [
  text('signature-stripped', 'Only header and payload.', (token) => `${token.split('.').slice(0, 2).join('.')}.`, [
    INVALID,
  ]),
  text('signature-cut', 'Half a signature.', (token) => token.slice(0, -20), [INVALID, MALFORMED]),
  text(
    'signature-of-another',
    'The signature of another token of the issuer.',
    (token, { otherToken }) => swapSignature(token, otherToken),
    [INVALID],
  ),
  text(
    'signature-of-another-person',
    'The signature of the same achievement of somebody else.',
    (token, { somebodyElsesToken }) => swapSignature(token, somebodyElsesToken),
    [INVALID],
  ),
  text(
    'signature-zeros',
    'A signature of zeros.',
    (token) => swapSignature(token, `..${base64url(new Uint8Array(64))}`),
    [INVALID],
  ),
  text('signature-long', 'A signature of a megabyte.', (token) => swapSignature(token, `..${'A'.repeat(1_000_000)}`), [
    INVALID,
    refused('file-too-large'),
  ]),
  text('two-parts', 'Header and payload without even a dot.', (token) => token.split('.').slice(0, 2).join('.'), [
    MALFORMED,
  ]),
  text('four-parts', 'One part too many.', (token) => `${token}.AAAA`, [MALFORMED]),
  text('five-parts', 'The look of an encrypted token.', (token) => `${token}.AAAA.AAAA`, [MALFORMED]),
  text('trailing-text', 'Something stands behind the token.', (token) => `${token} ${FORGED}`, [MALFORMED]),
  text(
    'two-tokens',
    'Two tokens in one file, the second forged.',
    (token) => `${token}\n${retold(token, { payload: '{}' })}`,
    [MALFORMED],
  ),
  text(
    'broken-over-lines',
    'The token is broken over lines.',
    (token) => token.replace('.', '.\n'),
    [MALFORMED],
    ONLY_FILES,
  ),
  text('padded', 'Padding that the standard forbids.', (token) => `${token}==`, [MALFORMED, INVALID]),
  text('other-alphabet', 'The letters of plain base64.', (token) => token.replaceAll('-', '+').replaceAll('_', '/'), [
    MALFORMED,
    INVALID,
  ]),
  text('payload-empty', 'An empty payload.', (token) => retold(token, { payload: '{}' }), [MALFORMED]),
  text('payload-no-json', 'A payload that is no JSON.', (token) => retold(token, { payload: 'plain words' }), [
    MALFORMED,
  ]),
  text('payload-list', 'A payload that is a list.', (token) => retold(token, { payload: '[1]' }), [MALFORMED]),
  text(
    'payload-twice',
    'A second payload behind the first.',
    (token) => retold(token, { payload: `${payloadText(token)}{"name":"${FORGED}"}` }),
    [MALFORMED],
  ),
  text(
    'payload-byte-mark',
    'A byte order mark before the payload.',
    (token) => retold(token, { payload: `\uFEFF${payloadText(token)}` }),
    [INVALID, MALFORMED],
  ),
  text(
    'payload-reordered',
    'The same members in another order.',
    (token) => retold(token, { payload: reversed(payloadText(token)) }),
    [INVALID],
  ),
  text(
    'payload-spaced',
    'The same members with other blanks.',
    (token) => retold(token, { payload: payloadText(token).replaceAll('":', '" :') }),
    [INVALID],
  ),
  text(
    'header-changed',
    'The header is written anew.',
    (token) => retold(token, { header: { ...HEADER, typ: 'vc+jwt' } }),
    [INVALID],
  ),
  text('header-no-json', 'A header that is no JSON.', (token) => retold(token, { header: '{alg:none}' }), [MALFORMED]),
  text(
    'token-as-data-url',
    'A token behind a data: address.',
    (token) => `data:application/vc+jwt,${retold(token, { payload: '{}' })}`,
    [MALFORMED, refused('not-a-credential')],
  ),
];

type Make = (payload: JsonObject) => string;

/** Forged words in Harbourlight's name. */
function forged(
  name: string,
  hope: string,
  make: Make,
  lands: readonly Landing[],
  options: { readonly ownWords?: boolean } = {},
): Attack {
  return attack(
    name,
    hope,
    { token: ({ payload }) => make(withValue(payload, [...ACHIEVEMENT, 'name'], FORGED)) },
    lands,
    options,
  );
}

function claim(
  name: string,
  hope: string,
  claims: JsonObject,
  lands: readonly Landing[] = [DISAGREE],
  changes: JsonObject = {},
): Attack {
  return attack(
    name,
    hope,
    { token: ({ plain }) => signJwt({ ...openBadgePayload({ ...plain, ...changes }), ...claims }, OWN) },
    lands,
  );
}

function vcClaim(name: string, hope: string, claims: JsonObject, lands: readonly Landing[] = [DISAGREE]): Attack {
  return attack(name, hope, { token: ({ plain }) => signJwt({ ...vcClaimPayload(plain), ...claims }, OWN) }, lands);
}

function text(
  name: string,
  hope: string,
  make: (token: string, genuine: Genuine) => string,
  lands: readonly Landing[],
  except: readonly Place[] = [],
): Attack {
  return attack(name, hope, { token: (genuine) => make(genuine.token, genuine) }, lands, { except });
}

const encode = (value: JsonObject): string => base64url(utf8(JSON.stringify(value)));

function unsigned(header: JsonObject, payload: JsonObject): string {
  return `${encode({ ...header, kid: OWN.verificationMethod })}.${encode(payload)}.`;
}

function withMac(alg: string, payload: JsonObject): string {
  const input = `${encode({ ...HEADER, alg })}.${encode(payload)}`;
  const secret = Buffer.from(String(OWN.key.publicJwk['x']), 'base64url');
  return `${input}.${base64url(createHmac(alg.replace('HS', 'sha'), secret).update(input).digest())}`;
}

/** A token in the name of Northmoor University, whose key is a P-256 one. */
function northmoor(plain: JsonObject): string {
  const words = withValue(withValue(plain, [...ACHIEVEMENT, 'name'], FORGED), ['issuer', 'id'], ISSUERS.northmoor.id);
  return signJwt(openBadgePayload(words), ISSUERS.northmoor.token);
}

function zeroSignature(plain: JsonObject): string {
  return swapSignature(northmoor(plain), `..${base64url(new Uint8Array(64))}`);
}

function derSignature(plain: JsonObject): string {
  const token = northmoor(plain);
  const raw = Buffer.from(token.split('.')[2] ?? '', 'base64url');
  const integer = (bytes: Buffer): Buffer => Buffer.concat([Buffer.from([2, bytes.length + 1, 0]), bytes]);
  const body = Buffer.concat([integer(raw.subarray(0, 32)), integer(raw.subarray(32))]);
  return swapSignature(token, `..${base64url(Buffer.concat([Buffer.from([0x30, body.length]), body]))}`);
}

function swapSignature(token: string, other: string): string {
  return [...token.split('.').slice(0, 2), other.split('.')[2] ?? ''].join('.');
}

const payloadText = (token: string): string => Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8');

function reversed(payload: string): string {
  const json: JsonObject = JSON.parse(payload);
  return JSON.stringify(Object.fromEntries(Object.entries(json).toReversed()));
}
