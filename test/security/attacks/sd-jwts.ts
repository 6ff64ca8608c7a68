import type { JsonObject } from '../../../shared/model/json.ts';
import { ISSUERS } from '../../fixtures/content/issuers.ts';
import { issueSdJwtBadge } from '../../fixtures/content/sd-jwt-badge.ts';
import { utf8 } from '../../fixtures/content/secure.ts';
import { CREDENTIALS_V2 } from '../../fixtures/signing/contexts.ts';
import { p256TestKey } from '../../fixtures/signing/keys.ts';
import {
  asFlattenedJson,
  bindSdJwt,
  encodeDisclosure,
  issueSdJwt,
  presentSdJwt,
  signSdJwt,
} from '../../fixtures/signing/sd-jwt.ts';
import { attack, FORGED, on, refused, type Attack, type AttackedFile, type Landing } from './attack.ts';
import { FORGER, retold, THIEF_KEY, type Genuine } from './genuine.ts';

const ISSUER = { ...ISSUERS.harbourlight.token, did: ISSUERS.harbourlight.id };
const HOLDER = p256TestKey('holder of an SD-JWT');
const STRANGER = p256TestKey('stranger');
const REFUSED = on('integrity', 'disclosures-refused', 'signature-invalid');
const INVALID = on('integrity', 'signature-invalid', 'proof-malformed');
const NOT_BOUND = on(
  'holder',
  'holder-key-broken',
  'holder-presentation-broken',
  'holder-presented-by-other',
  'holder-presentation-not-checked',
);
const FALSE_CLAIM = encodeDisclosure(['salt', 'achievement', { type: ['Achievement'], name: FORGED }]);

/** Tokens that disclose what their issuer did not sign, or whose holder is somebody else (RFC 9901 section 9). */
export const SD_JWTS: readonly Attack[] = [
  sd(
    'sd-disclosure-forged',
    'A disclosure that the issuer never made.',
    ({ jwt }) => [jwt, FALSE_CLAIM, ''].join('~'),
    [REFUSED],
  ),
  sd(
    'sd-disclosure-added',
    'A disclosure of the forger’s beside the real ones.',
    (issued) => `${presentSdJwt(issued)}${FALSE_CLAIM}~`,
    [REFUSED],
  ),
  sd(
    'sd-disclosure-altered',
    'The disclosed words are changed.',
    ({ jwt, disclosures }) => [jwt, altered(disclosures['achievement'] ?? ''), ''].join('~'),
    [REFUSED],
  ),
  sd(
    'sd-disclosure-twice',
    'One disclosure comes twice.',
    ({ jwt, disclosures }) => [jwt, disclosures['given_name'], disclosures['given_name'], ''].join('~'),
    [REFUSED],
  ),
  sd(
    'sd-disclosure-of-another',
    'A disclosure of another token of the same issuer.',
    ({ jwt }, { plain }) => {
      const other = issueSdJwt(
        { iss: ISSUER.did, vct: 'urn:other', achievement: { name: FORGED }, jti: String(plain['id']) },
        ['achievement'],
        ISSUER,
      );
      return [jwt, other.disclosures['achievement'], ''].join('~');
    },
    [REFUSED],
  ),
  sd('sd-disclosure-empty', 'An empty disclosure.', ({ jwt }) => [jwt, '', ''].join('~'), [
    REFUSED,
    refused('format-sd-jwt', 'jwt-malformed'),
  ]),
  sd(
    'sd-payload-altered',
    'The open claims are changed.',
    (issued) =>
      presentSdJwt(
        { ...issued, jwt: retold(issued.jwt, { payload: { iss: ISSUER.did, vct: 'urn:forged', name: FORGED } }) },
        [],
      ),
    [INVALID],
  ),
  sd(
    'sd-signed-by-stranger',
    'A stranger signs in a known issuer’s name.',
    (_issued, { plain }) => presentSdJwt(issueSdJwtBadge(plain, { ...FORGER, did: ISSUER.did }, HOLDER)),
    [on('key-binding', 'key-of-somebody-else')],
    { ownWords: true },
  ),
  sd(
    'sd-alg-none',
    'No signature, which the header calls none.',
    ({ jwt, disclosures }) =>
      [
        `${retold(jwt, { header: { alg: 'none', typ: 'dc+sd-jwt' } })
          .split('.')
          .slice(0, 2)
          .join('.')}.`,
        ...Object.values(disclosures),
        '',
      ].join('~'),
    [on('integrity', 'jwt-algorithm-refused'), INVALID, refused('jwt-malformed', 'format-sd-jwt')],
  ),
  sd(
    'sd-weak-hash',
    'The disclosures are hashed by a broken method.',
    (_issued, { plain }) => {
      const payload = { iss: ISSUER.did, vct: 'urn:x', jti: String(plain['id']), _sd: ['AAAA'], _sd_alg: 'md5' };
      return [signSdJwt(payload, ISSUER), ''].join('~');
    },
    [REFUSED],
  ),
  sd(
    'sd-shadowed-claim',
    'A disclosure of a claim that stands open already.',
    (_issued) => {
      const { jwt, disclosures } = issueSdJwt(
        { iss: ISSUER.did, vct: 'urn:x', given_name: FORGED },
        ['given_name'],
        ISSUER,
      );
      const payload: JsonObject = JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString('utf8'));
      return [signSdJwt({ ...payload, given_name: 'Amber' }, ISSUER), disclosures['given_name'], ''].join('~');
    },
    [REFUSED],
  ),
  sd(
    'sd-issuer-kept-back',
    'Who issued it is disclosed and not open.',
    () => presentSdJwt(issueSdJwt({ iss: ISSUER.did, vct: 'urn:x', name: FORGED }, ['iss'], ISSUER)),
    [REFUSED],
  ),
  sd(
    'sd-expiry-kept-back',
    'When it ends is kept back.',
    (_issued, { plain }) => {
      const ends = { ...plain, validUntil: '2026-01-01T00:00:00Z' };
      return presentSdJwt(issueSdJwt(ends, ['validUntil'], ISSUER, { typ: 'vc+sd-jwt' }), []);
    },
    [on('validity', 'dates-kept-back')],
    { reservation: 'The token is the issuer’s; that a date may have been kept back is said on its axis.' },
  ),
  sd(
    'sd-expired',
    'An expired token.',
    (_issued, { plain }) => presentSdJwt(issueSdJwtBadge(plain, ISSUER, HOLDER, { exp: 1_700_000_000 })),
    [on('validity', 'expired')],
  ),
  sd(
    'sd-binding-by-thief',
    'A thief binds the token to themselves.',
    (issued) => bindSdJwt(presentSdJwt(issued), STRANGER),
    [NOT_BOUND],
  ),
  sd(
    'sd-binding-of-another',
    'The owner’s binding to fewer disclosures is put behind more.',
    (issued) => {
      const bound = bindSdJwt(presentSdJwt(issued, []), HOLDER);
      return `${presentSdJwt(issued)}${bound.split('~').at(-1) ?? ''}`;
    },
    [NOT_BOUND],
  ),
  sd(
    'sd-binding-unsigned',
    'A binding without a signature.',
    (issued) => {
      const bound = bindSdJwt(presentSdJwt(issued), HOLDER, {}, { alg: 'none' });
      return `${bound.slice(0, bound.lastIndexOf('.'))}.`;
    },
    [NOT_BOUND, refused('format-sd-jwt', 'jwt-malformed')],
  ),
  sd(
    'sd-binding-brings-its-key',
    'The binding brings the thief’s key along.',
    (issued) => bindSdJwt(presentSdJwt(issued), STRANGER, {}, { jwk: STRANGER.publicJwk }),
    [NOT_BOUND],
  ),
  sd(
    'sd-many-disclosures',
    'Ten thousand disclosures.',
    ({ jwt }) =>
      [jwt, ...Array.from({ length: 10_000 }, (_, index) => encodeDisclosure(['s', `c${index}`, FORGED])), ''].join(
        '~',
      ),
    [REFUSED, refused('too-complex', 'json-too-large', 'format-sd-jwt')],
  ),
  sd(
    'sd-binding-to-somebody',
    'The token is presented by the thief as if it were theirs.',
    (issued) => bindSdJwt(presentSdJwt(issued), { ...STRANGER }, { sub: THIEF_KEY.did }),
    [NOT_BOUND],
  ),
];

type Issued = ReturnType<typeof issueSdJwtBadge>;

/** As a text file, in the flattened serialisation, and in an envelope. */
function sd(
  name: string,
  hope: string,
  make: (issued: Issued, genuine: Genuine) => string,
  lands: readonly Landing[],
  options: { readonly ownWords?: boolean; readonly reservation?: string } = {},
): Attack {
  return attack(
    name,
    hope,
    {
      files(genuine) {
        const compact = make(issueSdJwtBadge(genuine.plain, ISSUER, HOLDER), genuine);
        return [
          inFile(compact),
          inFile(JSON.stringify(asFlattenedJson(compact))),
          inFile(JSON.stringify(enveloped(compact))),
        ];
      },
    },
    lands,
    options,
  );
}

function inFile(text: string): AttackedFile {
  const name = text.startsWith('{') ? 'credential.json' : 'credential.jwt';
  return { name, bytes: utf8(text), place: 'SD-JWT', pointer: '' };
}

function enveloped(compact: string): JsonObject {
  return {
    '@context': CREDENTIALS_V2,
    type: 'EnvelopedVerifiableCredential',
    id: `data:application/dc+sd-jwt,${compact}`,
  };
}

/** The same disclosure with other words in it. */
function altered(disclosure: string): string {
  const [salt, name] = JSON.parse(Buffer.from(disclosure, 'base64url').toString('utf8')) as [string, string];
  return encodeDisclosure([salt, name, { type: ['Achievement'], name: FORGED }]);
}
