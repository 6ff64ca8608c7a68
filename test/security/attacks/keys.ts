import type { JsonObject } from '../../../shared/model/json.ts';
import { ISSUERS } from '../../fixtures/content/issuers.ts';
import { signCredential, type Signer } from '../../fixtures/signing/data-integrity.ts';
import { openBadgePayload, signJwt } from '../../fixtures/signing/jwt.ts';
import { base64url, multibase58 } from '../../fixtures/signing/keys.ts';
import { attack, FORGED, on, type Attack, type Landing } from './attack.ts';
import { ACHIEVEMENT, CREATED, FORGER, objectAt, withValue } from './genuine.ts';
import { SEAGLASS_KEYS } from './trust.ts';

/** An X25519 key as a did:key writes it. */
const X25519 = multibase58([0xec, 0x01], new Uint8Array(32).fill(9));
const PRIVATE_JWK = `did:jwk:${base64url(Buffer.from(JSON.stringify({ ...FORGER.key.publicJwk, d: base64url(new Uint8Array(32).fill(7)) })))}`;

const SOMEBODY_ELSE = on('key-binding', 'key-of-somebody-else');
const UNKNOWN = on('key-binding', 'issuer-document-missing', 'issuer-id-deceptive', 'key-of-somebody-else');
const DECEPTIVE = on('key-binding', 'issuer-id-deceptive');

/** Keys that are not the issuer's, that the file brings along, or that the issuer no longer stands by. */
export const KEYS: readonly Attack[] = [
  signedBy('foreign-key', 'A stranger’s real signature under a known issuer’s name.', FORGER, [SOMEBODY_ELSE]),
  signedBy('key-of-another-issuer', 'Another known issuer’s key signs in this one’s name.', ISSUERS.quillwater.proof, [
    SOMEBODY_ELSE,
  ]),
  signedBy(
    'key-without-its-fragment',
    'A did:key that is named without its fragment.',
    { key: FORGER.key, verificationMethod: FORGER.did },
    [SOMEBODY_ELSE],
  ),
  seaglass('key-retired', 'A key that was rotated out signs on.', SEAGLASS_KEYS.retired, [
    on('key-binding', 'key-outside-window'),
  ]),
  seaglass('key-coming', 'A key signs before it was in use.', SEAGLASS_KEYS.coming, [
    on('key-binding', 'key-outside-window'),
  ]),
  seaglass('key-withdrawn', 'A key that its owner has withdrawn signs on.', SEAGLASS_KEYS.withdrawn, [
    on('key-binding', 'key-revoked'),
  ]),
  seaglass('key-for-login', 'A key for logging in signs credentials.', SEAGLASS_KEYS.login, [
    on('key-binding', 'key-not-for-assertions'),
  ]),
  seaglass(
    'key-controlled-elsewhere',
    'A key in the issuer’s document belongs to somebody else.',
    SEAGLASS_KEYS.foreign,
    [SOMEBODY_ELSE],
  ),
  attack(
    'key-too-weak',
    'A key of 1024 bits can be broken, and was.',
    {
      token: ({ seaglassToken }) => seaglassToken({ name: 'Short key' }, SEAGLASS_KEYS.weak, { alg: 'RS256' }),
    },
    [on('integrity', 'key-too-weak')],
  ),
  issuedBy(
    'key-in-the-issuer-url',
    'The address of the issuer carries the forger’s key in its fragment.',
    `https://university.example/#${FORGER.key.multibase}`,
    [UNKNOWN],
  ),
  issuedBy(
    'key-at-a-forged-address',
    'A university’s address with a key of the forger’s behind it.',
    'https://university.example/issuer',
    [UNKNOWN],
    `https://university.example/issuer#${FORGER.key.multibase}`,
  ),
  issuedBy(
    'key-in-a-data-address',
    'The issuer is a data: address that holds the key.',
    `data:application/json,{"publicKeyMultibase":"${FORGER.key.multibase}"}`,
    [UNKNOWN],
  ),
  issuedBy(
    'uuid-issuer',
    'A made-up id with a did:key behind it.',
    'urn:uuid:6f9d8f44-0000-4000-8000-000000000000',
    [SOMEBODY_ELSE],
    FORGER.verificationMethod,
  ),
  issuedBy(
    'did-of-no-method',
    'A DID of a method that nobody knows.',
    'did:forger:university',
    [UNKNOWN],
    'did:forger:university#key',
  ),
  issuedBy('did-key-cut', 'A did:key that is no key.', 'did:key:z6Mk', [DECEPTIVE], 'did:key:z6Mk#z6Mk'),
  issuedBy(
    'did-key-for-encryption',
    'A did:key for encryption is asked for signatures.',
    `did:key:${X25519}`,
    [DECEPTIVE, on('integrity', 'key-type-not-supported')],
    `did:key:${X25519}#${X25519}`,
  ),
  issuedBy(
    'did-jwk-with-private-key',
    'A did:jwk that anyone can sign with.',
    PRIVATE_JWK,
    [DECEPTIVE],
    `${PRIVATE_JWK}#0`,
  ),
  issuedBy(
    'did-key-in-upper-case',
    'The method’s name in other letters.',
    FORGER.did.replace('did:key', 'DID:KEY'),
    [UNKNOWN],
    FORGER.verificationMethod,
  ),
  issuedBy(
    'issuer-with-zero-width',
    'An invisible sign in the id of a known issuer.',
    `${ISSUERS.harbourlight.id}\u200b`,
    [UNKNOWN],
    FORGER.verificationMethod,
  ),
  issuedBy(
    'key-id-of-known-issuer',
    'An unknown issuer names the key of a known one.',
    'did:web:driftwood.example',
    [SOMEBODY_ELSE, UNKNOWN],
    ISSUERS.harbourlight.proof.verificationMethod,
  ),
];

/** Ids of a did:web or an address that are read differently than they look. */
export const ISSUER_ADDRESSES: readonly Attack[] = [
  address('web-port-escaped', 'A port, escaped, that a reader overlooks.', 'did:web:harbourlight.example%3A8443', [
    UNKNOWN,
  ]),
  address('web-path-escaped', 'An escaped slash.', 'did:web:harbourlight.example%2Fforger'),
  address('web-upper-case', 'The known address in capitals.', 'did:web:HARBOURLIGHT.example'),
  address('web-trailing-dot', 'A dot behind the known address.', 'did:web:harbourlight.example.'),
  address('web-punycode', 'Letters of another script, encoded.', 'did:web:xn--harbourlght-zzb.example'),
  address('web-user', 'The known address as a user name.', 'did:web:harbourlight.example@forger.example'),
  address('web-unicode-host', 'A Cyrillic letter in the address.', 'did:web:h\u0430rbourlight.example'),
  address('web-full-width-dot', 'A full-width dot.', 'did:web:harbourlight\uff0eexample'),
  address('web-path-up', 'A path that climbs.', 'did:web:forger.example:..:harbourlight.example'),
  address('web-query', 'A question behind the address.', 'did:web:harbourlight.example?forger'),
  address('web-zero-width', 'An invisible sign in the address.', 'did:web:harbour\u200dlight.example'),
  address('web-ip', 'A number for an address.', 'did:web:127.0.0.1', [UNKNOWN]),
  address('web-subdomain', 'The known address before the forger’s.', 'did:web:harbourlight.example.forger.example', [
    UNKNOWN,
  ]),
  address('web-look-alike-host', 'One letter of the address is another.', 'did:web:harbourllght.example', [UNKNOWN]),
  address('https-user', 'The known address as a user name.', 'https://opal-coast-nursing.example@forger.example/board'),
  address('https-upper-case', 'The known address in capitals.', 'https://OPAL-COAST-NURSING.example/board'),
  address('https-slash', 'A slash behind the known address.', 'https://opal-coast-nursing.example/board/', [UNKNOWN]),
  address('https-backslash', 'A slash the wrong way.', 'https://opal-coast-nursing.example\\@forger.example/board'),
  address('https-punycode', 'Letters of another script, encoded.', 'https://xn--opal-coast-nursng-e1c.example/board'),
  address('http-for-https', 'The known address without its protection.', 'http://opal-coast-nursing.example/board', [
    UNKNOWN,
  ]),
  address('https-port', 'The known address at another port.', 'https://opal-coast-nursing.example:8443/board', [
    UNKNOWN,
  ]),
  address(
    'https-default-port',
    'The known address with the port that everyone means.',
    'https://opal-coast-nursing.example:443/board',
  ),
  address('https-dots', 'A path that climbs back.', 'https://opal-coast-nursing.example/forger/../board', [UNKNOWN]),
];

/** Names that a person takes for another's; the key is the forger's own, and so are the words. */
export const ISSUER_NAMES: readonly Attack[] = [
  calledLike('name-of-known-issuer', 'A did:key calls itself by a known name.', 'Harbourlight College'),
  calledLike('name-with-cyrillic', 'A Cyrillic letter in the known name.', '\u041darbourlight College'),
  calledLike('name-with-greek', 'A Greek letter in the known name.', 'Harb\u03bfurlight C\u03bfllege'),
  calledLike('name-with-zero-width', 'An invisible sign in the known name.', 'Harbour\u200blight College'),
  calledLike('name-with-bidi', 'The known name, written from right to left.', '\u202aHarbourlight College\u202c'),
  calledLike('name-with-soft-hyphen', 'A hyphen that is not shown.', 'Harbour\u00adlight College'),
  calledLike('name-in-full-width', 'The known name in wide letters.', '\uff28arbourlight College'),
  calledLike('name-in-mathematical', 'The known name in mathematical letters.', '\u{1d407}arbourlight College'),
  calledLike('name-with-accents', 'An accent that one overlooks.', 'Harbourl\u00efght College'),
  calledLike('name-in-capitals', 'The known name in capitals.', 'HARBOURLIGHT COLLEGE'),
  calledLike('name-with-one-for-l', 'A digit for a letter.', 'Harbour1ight Co11ege'),
  calledLike('name-with-blanks', 'Blanks and dots in the known name.', 'Harbour light  College.'),
  calledLike(
    'name-with-tag-letters',
    'Tag characters behind the known name.',
    'Harbourlight College\u{e0041}\u{e0042}',
  ),
  named('famous-name', 'A did:key calls itself by a famous name that no pack lists.', 'MIT', [
    on('issuer', 'issuer-unknown'),
  ]),
  named(
    'issuer-name-as-list',
    'The known name is one of several.',
    ['Driftwood Institute', 'Harbourlight College'],
    [on('issuer', 'issuer-unknown', 'issuer-name-imitates')],
  ),
  attack(
    'self-awarded',
    'Somebody awards themselves a licence.',
    {
      object: ({ plain }) =>
        forgedBy(withValue(plain, ['credentialSubject', 'id'], FORGER.did), {
          id: FORGER.did,
          type: ['Profile'],
          name: 'Academy',
        }),
      token: ({ plain }) =>
        tokenBy(withValue(plain, ['credentialSubject', 'id'], FORGER.did), {
          id: FORGER.did,
          type: ['Profile'],
          name: 'Academy',
        }),
    },
    [on('issuer', 'issuer-self-asserted')],
    {
      ownWords: true,
      reservation: 'It is truly signed by the one whom it names, and called a statement about oneself.',
    },
  ),
];

/** Forged words under Harbourlight's name, signed by somebody who says so. */
function signedBy(name: string, hope: string, by: Signer, lands: readonly Landing[]): Attack {
  return attack(
    name,
    hope,
    {
      object: ({ plain }) => signCredential(forged(plain), by, 'eddsa-rdfc-2022', CREATED),
      token: ({ plain }) => signJwt(openBadgePayload(forged(plain)), by),
    },
    lands,
    { ownWords: true },
  );
}

/** Words of Seaglass College, signed with a key that it does not stand by. */
function seaglass(name: string, hope: string, by: Signer, lands: readonly Landing[]): Attack {
  return attack(
    name,
    hope,
    {
      object: ({ seaglass: badge }) => badge({ name: FORGED }, by),
      token: ({ seaglassToken }) => seaglassToken({ name: FORGED }, by, {}, { iat: Date.parse(CREATED) / 1000 }),
    },
    lands,
    { ownWords: true },
  );
}

/** Forged words of an issuer with this id, which calls itself Harbourlight College, signed by the forger. */
function issuedBy(
  name: string,
  hope: string,
  id: string,
  lands: readonly Landing[],
  method = `${id.split('#')[0] ?? ''}#${FORGER.key.multibase ?? ''}`,
): Attack {
  const signer = { key: FORGER.key, verificationMethod: method };
  const words = (plain: JsonObject): JsonObject => withValue(forged(plain), ['issuer', 'id'], id);
  return attack(
    name,
    hope,
    {
      object: ({ plain }) => signCredential(words(plain), signer, 'eddsa-rdfc-2022', CREATED),
      token: ({ plain }) => signJwt(openBadgePayload(words(plain)), signer),
    },
    lands,
    { ownWords: true },
  );
}

function address(name: string, hope: string, id: string, lands: readonly Landing[] = [DECEPTIVE]): Attack {
  return issuedBy(name, hope, id, lands, `${id}#proof-2025`);
}

function calledLike(name: string, hope: string, called: string): Attack {
  return named(name, hope, called, [on('issuer', 'issuer-name-imitates')]);
}

/** A did:key of the forger's, under a name of their choice. */
function named(name: string, hope: string, called: string | readonly string[], lands: readonly Landing[]): Attack {
  const profile = { id: FORGER.did, type: ['Profile'], name: called } as JsonObject;
  return attack(
    name,
    hope,
    { object: ({ plain }) => forgedBy(plain, profile), token: ({ plain }) => tokenBy(plain, profile) },
    lands,
    {
      ownWords: true,
      reservation:
        'It is truly signed by the key that it names; who that is, is said to be unknown, and the likeness is warned of.',
    },
  );
}

function forgedBy(plain: JsonObject, issuer: JsonObject): Promise<JsonObject> {
  return signCredential({ ...forged(plain), issuer }, FORGER, 'eddsa-rdfc-2022', CREATED);
}

function tokenBy(plain: JsonObject, issuer: JsonObject): string {
  return signJwt(openBadgePayload({ ...forged(plain), issuer }), FORGER);
}

/** The forger's own words, which no list of Harbourlight's speaks of. */
function forged(plain: JsonObject): JsonObject {
  const renamed = withValue(plain, [...ACHIEVEMENT], { ...objectAt(plain, ACHIEVEMENT), name: FORGED });
  const { credentialStatus: _status, ...rest } = renamed;
  return rest;
}
