import { describe, expect, it } from 'vitest';
import { openDocument } from '../../../main/adapters/formats/open-document.ts';
import type { FoundCredential } from '../../../main/core/credentials/found-credential.ts';
import type { Json, JsonObject } from '../../../shared/model/json.ts';
import { issueSdJwtBadge, sdJwtClaims } from '../../fixtures/content/sd-jwt-badge.ts';
import { base64url, didJwk, p256TestKey, rsaTestKey, type TestKey } from '../../fixtures/signing/keys.ts';
import {
  asFlattenedJson,
  bindSdJwt,
  digestOf,
  encodeDisclosure,
  issueSdJwt,
  presentSdJwt,
  signSdJwt,
} from '../../fixtures/signing/sd-jwt.ts';
import {
  AT,
  badge,
  codeOf,
  ISSUER_KEY,
  pack,
  signerOf,
  STRANGER_KEY,
  trustIn,
  verified,
  verifyJson,
  WEB_ISSUER,
} from './example-credentials.ts';

const ISSUER = signerOf(ISSUER_KEY);
const WEB = signerOf(ISSUER_KEY, WEB_ISSUER);
const HOLDER_KEY = p256TestKey('holder of an SD-JWT');
const CLAIMS = sdJwtClaims(badge(ISSUER.did), ISSUER.did, HOLDER_KEY);
const HOLDER_ID = 'did:example:holder';
const ISSUED = issueSdJwtBadge(badge(ISSUER.did), ISSUER, HOLDER_KEY);

describe('an SD-JWT', () => {
  it('shows what was disclosed and signed, and nothing that was kept back', async () => {
    const whole = await verified(presentSdJwt(ISSUED));
    expect(whole).toMatchObject({
      standard: 'sd-jwt-vc',
      container: 'sd-jwt',
      content: 'signed',
      types: ['https://credentials.example/open-badge'],
      issuer: { id: ISSUER.did },
      subject: { name: 'Amber' },
      achievement: { name: { text: 'Weaving', pointer: '/credentialSubject/achievement/name' } },
    });
    expect(whole.report.checks).toMatchObject({
      integrity: { code: 'signature-valid' },
      'key-binding': { code: 'key-is-issuer' },
      validity: { code: 'valid-without-end' },
      status: { code: 'status-none' },
    });
    const part = await verified(presentSdJwt(ISSUED, ['achievement']));
    expect(part).toMatchObject({ content: 'signed', subject: { name: null } });
    const least = await verified(presentSdJwt(ISSUED, []));
    expect(least).toMatchObject({ content: 'signed', achievement: null });
  });

  it('is verified where a pack knows its issuer', async () => {
    const issued = issueSdJwtBadge(badge(WEB_ISSUER), WEB, HOLDER_KEY);
    const { report } = await verified(presentSdJwt(issued), trustIn(pack()));
    expect(report).toMatchObject({ verdict: 'verified', recognition: 'recognised' });
    expect(await codeOf('integrity', presentSdJwt(issued))).toBe('key-unavailable');
  });

  it('is of any type that it names, and of a standard where it names one of its types', async () => {
    const identity = issueSdJwt({ iss: ISSUER.did, vct: 'urn:example:identity', age: 30 }, ['age'], ISSUER);
    expect(await verified(presentSdJwt(identity))).toMatchObject({
      standard: 'sd-jwt-vc',
      types: ['urn:example:identity'],
      achievement: null,
      content: 'signed',
    });
    const stated = issueSdJwt({ ...badge(ISSUER.did), iss: ISSUER.did, vct: 'urn:example:badge' }, [], ISSUER);
    expect(await verified(presentSdJwt(stated))).toMatchObject({ standard: 'open-badges-3.0' });
  });

  it('may be the credential of VC-JOSE-COSE, or hold one in the claim vc', async () => {
    const credential = issueSdJwt(badge(ISSUER.did), ['credentialSubject'], ISSUER, { typ: 'vc+sd-jwt' });
    expect(await verified(presentSdJwt(credential))).toMatchObject({
      standard: 'open-badges-3.0',
      achievement: { name: { text: 'Weaving' } },
      content: 'signed',
    });
    const claim = issueSdJwt({ iss: ISSUER.did, vc: badge(ISSUER.did) }, ['vc'], ISSUER);
    expect(await verified(presentSdJwt(claim))).toMatchObject({ standard: 'open-badges-3.0', content: 'signed' });
  });

  it('travels in JSON serialisation, in an envelope, in a presentation and in an array all the same', async () => {
    const compact = presentSdJwt(ISSUED);
    const envelope = (type: string): JsonObject => ({
      '@context': 'https://www.w3.org/ns/credentials/v2',
      type: 'EnvelopedVerifiableCredential',
      id: `data:application/${type},${compact}`,
    });
    const flattened = asFlattenedJson(compact);
    const { payload, ...signature } = asFlattenedJson(compact);
    for (const form of [
      flattened,
      { payload: payload ?? null, signatures: [signature] },
      [compact],
      envelope('vc+sd-jwt'),
      envelope('dc+sd-jwt'),
      { type: 'VerifiablePresentation', verifiableCredential: [envelope('dc+sd-jwt')] },
    ] satisfies Json[]) {
      const text = JSON.stringify(form);
      expect(await verified(text), text.slice(0, 60)).toMatchObject({ content: 'signed', standard: 'sd-jwt-vc' });
    }
    const twice = { payload: payload ?? null, signatures: [signature, signature] };
    expect((await verifyJson(twice)).problems).toMatchObject([{ code: 'format-sd-jwt', params: { signatures: 2 } }]);
  });

  it('is judged by its dates, and keeps its reference to a status list for the check of it', async () => {
    const at = Date.parse(AT) / 1000;
    expect(await codeOf('validity', issue({ exp: at - 1 }))).toBe('expired');
    expect(await codeOf('validity', issue({ exp: at + 1 }))).toBe('valid-until');
    expect(await codeOf('validity', issue({ nbf: at + 1 }))).toBe('not-yet-valid');
    expect(await codeOf('validity', issue({ iat: at + 3600 }))).toBe('proof-from-the-future');
    const listed = issue({ status: { status_list: { uri: 'https://lists.example/1', idx: 7 } } });
    expect(await codeOf('status', listed)).not.toBe('status-none');
  });

  it('says where a date or a status may have been kept back', async () => {
    const credential = { ...badge(ISSUER.did), validUntil: '2026-02-01T00:00:00Z' };
    const issued = issueSdJwt(credential, ['validUntil'], ISSUER, { typ: 'vc+sd-jwt' });
    expect((await verified(presentSdJwt(issued, []))).report).toMatchObject({
      verdict: 'verified-with-reservations',
      checks: { validity: { code: 'dates-kept-back' }, status: { code: 'status-kept-back' } },
    });
    expect((await verified(presentSdJwt(issued))).report.checks.validity.code).toBe('expired');
    const end = encodeDisclosure(['salt', 'validUntil', '2026-02-01T00:00:00Z']);
    const jwt = signSdJwt({ iss: ISSUER.did, vc: { ...badge(ISSUER.did), _sd: [digestOf(end)] } }, ISSUER);
    expect(await codeOf('validity', `${jwt}~`)).toBe('dates-kept-back');
    expect(await codeOf('validity', `${jwt}~${end}~`)).toBe('expired');
    const subject = { ...badge(ISSUER.did), credentialSubject: { id: HOLDER_ID, _sd: ['kept-back'] } };
    expect(await codeOf('validity', `${signSdJwt(subject, ISSUER)}~`)).toBe('valid-without-end');
  });
});

describe('the disclosures of an SD-JWT', () => {
  const GIVEN = ISSUED.disclosures['given_name'] ?? '';
  const ACHIEVEMENT = ISSUED.disclosures['achievement'] ?? '';
  const other = encodeDisclosure(['salt', 'given_name', 'Beatrice']);

  it.each<[string, string]>([
    ['is not signed', [ISSUED.jwt, other, ''].join('~')],
    ['stands beside those that are signed', [ISSUED.jwt, ACHIEVEMENT, GIVEN, other, ''].join('~')],
    ['comes twice', [ISSUED.jwt, GIVEN, GIVEN, ''].join('~')],
    ['is empty', [ISSUED.jwt, '', ''].join('~')],
    ['is no base64url', [ISSUED.jwt, `${GIVEN}.x`, ''].join('~')],
  ])('are refused where one %s', async (_what, compact) => {
    const credential = await verified(compact);
    expect(credential).toMatchObject({ content: 'withheld', report: { verdict: 'not-valid' } });
    expect(credential.report.checks.integrity.code).toBe('disclosures-refused');
  });

  const one = (disclosure: string, payload: (digest: string) => JsonObject): string =>
    [signSdJwt({ ...CLAIMS, ...payload(digestOf(disclosure)) }, ISSUER), disclosure, ''].join('~');
  const claim = (parts: readonly Json[]): string => one(encodeDisclosure(parts), (digest) => ({ _sd: [digest] }));
  const element = (parts: readonly Json[]): string =>
    one(encodeDisclosure(parts), (digest) => ({ list: [{ '...': digest }] }));
  const raw = (json: string): string => one(base64url(Buffer.from(json)), (digest) => ({ _sd: [digest] }));

  it.each<[string, string]>([
    ['a claim without a name', claim(['salt', 'value'])],
    ['a claim of four parts', claim(['salt', 'name', 'value', 'more'])],
    ['a claim whose name is no text', claim(['salt', 1, 'value'])],
    ['a claim whose salt is no text', claim([1, 'name', 'value'])],
    ['a claim that is no array', raw('{"0":"salt","1":"name","2":"value"}')],
    ['a claim in which a key stands twice', raw('["salt","name",{"a":1,"a":2}]')],
    ['a claim of the name _sd', claim(['salt', '_sd', []])],
    ['a claim of the name ...', claim(['salt', '...', 'value'])],
    ['a claim of the name __proto__', claim(['salt', '__proto__', {}])],
    ['a claim that is there already', claim(['salt', 'given_name', 'Beatrice'])],
    ['an element with a name', element(['salt', 'name', 'value'])],
    ['an element without a value', element(['salt'])],
    ['a digest that occurs twice', one(other, (digest) => ({ _sd: [digest, digest] }))],
    [
      'a digest that occurs at two places',
      one(encodeDisclosure(['s', 'n', 1]), (digest) => ({ _sd: [digest], inner: { _sd: [digest] } })),
    ],
    ['a decoy that occurs twice', [signSdJwt({ ...CLAIMS, _sd: ['AAAA', 'AAAA'] }, ISSUER), ''].join('~')],
    ['digests that are no list', [signSdJwt({ ...CLAIMS, _sd: 'AAAA' }, ISSUER), ''].join('~')],
    ['a digest that is no text', [signSdJwt({ ...CLAIMS, _sd: [7] }, ISSUER), ''].join('~')],
    ['an element’s digest that is no text', [signSdJwt({ ...CLAIMS, list: [{ '...': 7 }] }, ISSUER), ''].join('~')],
    [
      'something beside an element’s digest',
      [signSdJwt({ ...CLAIMS, list: [{ '...': 'AAAA', shown: 'unsigned' }] }, ISSUER), ''].join('~'),
    ],
    ['a reserved name in the open claims', [signSdJwt({ ...CLAIMS, '...': 'AAAA' }, ISSUER), ''].join('~')],
    ['a digest method that is broken', [signSdJwt({ ...CLAIMS, _sd_alg: 'md5' }, ISSUER), ''].join('~')],
    ['a digest method that is no text', [signSdJwt({ ...CLAIMS, _sd_alg: 256 }, ISSUER), ''].join('~')],
    ['a method that every object has', [signSdJwt({ ...CLAIMS, _sd_alg: 'toString' }, ISSUER), ''].join('~')],
    ...['iss', 'nbf', 'exp', 'cnf', 'vct', 'status'].map((name): [string, string] => [
      `${name}, which must stand open`,
      presentSdJwt(issueSdJwt({ ...CLAIMS, nbf: 1, exp: 4e9, status: {} }, [name], ISSUER)),
    ]),
  ])('are refused, however well signed: %s', async (_what, compact) => {
    const credential = await verified(compact);
    expect(credential.report.checks.integrity.code).toBe('disclosures-refused');
    expect(credential).toMatchObject({ content: 'withheld', achievement: null, report: { verdict: 'not-valid' } });
  });

  it('reach into objects, arrays and each other; decoys and what was kept back leave no trace', async () => {
    const level = encodeDisclosure(['s1', 'level', 'B2']);
    const language = encodeDisclosure(['s2', { name: 'Polish', _sd: [digestOf(level)] }]);
    const list = encodeDisclosure(['s3', 'languages', [{ '...': digestOf(language) }, { '...': 'decoy' }, 'German']]);
    const inner = encodeDisclosure(['s4', 'town', 'Oldmere']);
    const jwt = signSdJwt(
      { ...CLAIMS, _sd: ['decoy-1', digestOf(list)], address: { land: 'PL', _sd: [digestOf(inner), 'decoy-2'] } },
      ISSUER,
    );
    const { found } = openText([jwt, list, language, level, inner, ''].join('~'));
    expect(found?.json).toMatchObject({
      languages: [{ name: 'Polish', level: 'B2' }, 'German'],
      address: { land: 'PL', town: 'Oldmere' },
    });
    expect(JSON.stringify(found?.json)).not.toMatch(/_sd|\.\.\.|decoy/);
    // The disclosure of a disclosure that was kept back refers to nothing.
    expect(openText([jwt, level, ''].join('~')).refusal).toMatch(/not signed/);
  });

  it.each([
    ['sha-384', 'sha384'],
    ['sha-512', 'sha512'],
  ])('may be hashed by %s', async (name, method) => {
    const disclosure = encodeDisclosure(['salt', 'name', 'Weaving']);
    const jwt = signSdJwt({ ...CLAIMS, _sd_alg: name, _sd: [digestOf(disclosure, method)] }, ISSUER);
    expect(await codeOf('integrity', [jwt, disclosure, ''].join('~'))).toBe('signature-valid');
  });

  it('end within limits, however deep they refer to each other', async () => {
    let disclosure = encodeDisclosure(['s', 'a', 1]);
    const chain = [disclosure];
    for (let depth = 0; depth < 5000; depth += 1) {
      disclosure = encodeDisclosure(['s', 'a', { _sd: [digestOf(disclosure)] }]);
      chain.push(disclosure);
    }
    const jwt = signSdJwt({ ...CLAIMS, _sd: [digestOf(disclosure)] }, ISSUER);
    expect(await codeOf('integrity', [jwt, ...chain, ''].join('~'))).toBe('disclosures-refused');
  });
});

describe('the signature of an SD-JWT', () => {
  it('fails over changed words, and where somebody else made it', async () => {
    const [header = '', , signature = ''] = ISSUED.jwt.split('.');
    const payload = base64url(Buffer.from(JSON.stringify({ ...CLAIMS, exp: 4e9 })));
    expect(await codeOf('integrity', `${header}.${payload}.${signature}~`)).toBe('signature-invalid');
    const stranger = { key: STRANGER_KEY, verificationMethod: ISSUER.verificationMethod };
    expect(await codeOf('integrity', `${signSdJwt(CLAIMS, stranger)}~`)).toBe('signature-invalid');
    expect((await verified(`${signSdJwt(CLAIMS, signerOf(STRANGER_KEY))}~`)).report).toMatchObject({
      verdict: 'not-valid',
      checks: { 'key-binding': { code: 'key-of-somebody-else' } },
    });
  });

  it('is never checked with a key that the header brings along', async () => {
    const stranger = { key: STRANGER_KEY, verificationMethod: '#key-1' };
    for (const header of [{ jwk: STRANGER_KEY.publicJwk }, { x5c: ['MIIB'] }]) {
      const jwt = signSdJwt({ ...CLAIMS, iss: WEB_ISSUER }, stranger, header);
      expect(await codeOf('integrity', `${jwt}~`)).toBe('key-unavailable');
      expect(await codeOf('integrity', `${jwt}~`, trustIn(pack()))).toBe('signature-invalid');
    }
    for (const header of [{ jku: 'https://keys.example' }, { x5u: 'https://keys.example' }]) {
      expect(await codeOf('integrity', `${signSdJwt(CLAIMS, ISSUER, header)}~`)).toBe('jwt-header-refused');
    }
  });

  it.each([
    [{ alg: 'none' }, 'jwt-algorithm-refused'],
    [{ alg: 'HS256' }, 'jwt-algorithm-refused'],
    [{ alg: 'ES256' }, 'key-kind-mismatch'],
    [{ crit: ['exp'] }, 'jwt-header-not-understood'],
    [{ b64: false }, 'jwt-header-not-understood'],
    [{ typ: 'kb+jwt' }, 'token-of-another-kind'],
    [{ typ: 'statuslist+jwt' }, 'token-of-another-kind'],
    [{ typ: 'vc+jwt' }, 'token-of-another-kind'],
    [{ typ: 'vp+sd-jwt' }, 'token-of-another-kind'],
    [{ typ: 'something-new' }, 'jwt-header-not-understood'],
    [{ typ: 'vc+sd-jwt' }, 'signature-valid'],
    [{ typ: 'application/dc+sd-jwt' }, 'signature-valid'],
    [{ typ: 'diploma+sd-jwt' }, 'signature-valid'],
  ])('is judged by its header: %j', async (header, expected) => {
    expect(await codeOf('integrity', `${signSdJwt(CLAIMS, ISSUER, header)}~`)).toBe(expected);
  });

  it('may be by any accepted method', async () => {
    for (const key of [ISSUER_KEY, p256TestKey('lakeside'), rsaTestKey('nursing-board')] satisfies TestKey[]) {
      const { did, verificationMethod } = didJwk(key);
      const jwt = signSdJwt({ ...CLAIMS, iss: did }, { key, verificationMethod });
      expect(await codeOf('integrity', `${jwt}~`)).toBe('signature-valid');
    }
  });
});

describe('the key binding of an SD-JWT', () => {
  const presented = presentSdJwt(ISSUED);
  const holder = (compact: string): Promise<string> => codeOf('holder', compact);

  it('shows that it was handed over by whom it was issued to', async () => {
    const { report } = await verified(bindSdJwt(presented, HOLDER_KEY));
    expect(report.checks.holder).toMatchObject({
      code: 'holder-key-proved',
      evidence: { date: '2026-01-05T08:00:00.000Z', audience: 'https://other-employer.example' },
    });
    expect(report.checks.integrity.code).toBe('signature-valid');
    expect(await holder(presented)).toBe('holder-key-not-proved');
    expect(await codeOf('holder', presentSdJwt(issueSdJwt({ iss: ISSUER.did, vct: 'a' }, [], ISSUER)))).toBe(
      'holder-not-stated',
    );
  });

  it.each<[string, string]>([
    ['another key signed it', bindSdJwt(presented, STRANGER_KEY)],
    ['another key of the same kind signed it', bindSdJwt(presented, p256TestKey('thief'))],
    [
      'it was moved to another selection',
      `${presentSdJwt(ISSUED, [])}${bindSdJwt(presented, HOLDER_KEY).split('~').at(-1)}`,
    ],
    ['it does not say for whom', bindSdJwt(presented, HOLDER_KEY, { aud: 7 })],
    ['it has no nonce', bindSdJwt(presented, HOLDER_KEY, { nonce: 7 })],
    ['it has no date', bindSdJwt(presented, HOLDER_KEY, { iat: 'today' })],
    ['its date is of tomorrow', bindSdJwt(presented, HOLDER_KEY, { iat: Date.parse(AT) / 1000 + 86_400 })],
    ['it is another kind of token', bindSdJwt(presented, HOLDER_KEY, {}, { typ: 'JWT' })],
    ['it was made to prove something else', bindSdJwt(presented, HOLDER_KEY, {}, { typ: 'openid4vci-proof+jwt' })],
    ['it has no signature', bindSdJwt(presented, HOLDER_KEY, {}, { alg: 'none' })],
  ])('fails where %s', async (_what, compact) => {
    const { report } = await verified(compact);
    expect(report.checks.holder.code).toBe('holder-key-broken');
    expect(report.verdict).toBe('not-valid');
  });

  it('can’t be checked where it was issued to no key, or to one of an unknown kind', async () => {
    const { cnf: _, ...unbound } = CLAIMS;
    for (const claims of [
      unbound,
      { ...unbound, cnf: { kid: 'x' } },
      { ...unbound, cnf: { jwk: { kty: 'oct', k: 'a' } } },
    ]) {
      const compact = presentSdJwt(issueSdJwt(claims, [], ISSUER));
      expect(await holder(bindSdJwt(compact, HOLDER_KEY))).toBe('holder-key-not-checked');
    }
  });

  it('is no credential by itself, and a broken one is named', async () => {
    const [, token = ''] = bindSdJwt(`${ISSUED.jwt}~`, HOLDER_KEY).split('~');
    expect((await verifyJson(token)).problems).toMatchObject([{ code: 'not-a-credential' }]);
    expect((await verifyJson(`${presented}abc`)).problems).toMatchObject([
      { code: 'jwt-malformed', params: { reason: 'key-binding' } },
    ]);
  });
});

describe('a file that is nearly an SD-JWT', () => {
  it.each<[string, string, string]>([
    ['without its tilde', ISSUED.jwt, 'jwt-malformed'],
    ['of no type', `${signSdJwt({ iss: ISSUER.did, name: 'Amber' }, ISSUER)}~`, 'not-a-credential'],
    ['of plain JSON', JSON.stringify(CLAIMS), 'not-a-credential'],
    ['without a payload', `${ISSUED.jwt.split('.')[0]}..AAAA~`, 'jwt-malformed'],
    ['of four parts', `${ISSUED.jwt}.AAAA~`, 'jwt-malformed'],
  ])('is named: %s', async (_what, text, code) => {
    const { credentials, problems } = await verifyJson(text);
    expect(credentials).toEqual([]);
    expect(problems).toMatchObject([{ code }]);
  });

  it('is refused where a claim stands twice', async () => {
    const part = (json: string): string => base64url(Buffer.from(json));
    const token = `${part('{"alg":"EdDSA"}')}.${part('{"vct":"a","vct":"b"}')}.AAAA~`;
    expect((await verifyJson(token)).problems).toMatchObject([{ code: 'duplicate-json-key' }]);
  });
});

function openText(text: string): { readonly found: FoundCredential | undefined; readonly refusal: string | null } {
  const [found] = openDocument({ name: 'a.txt', bytes: Buffer.from(text) }).found;
  return { found, refusal: found?.securing.kind === 'sd-jwt' ? found.securing.refusal : null };
}

function issue(changes: JsonObject): string {
  return presentSdJwt(issueSdJwtBadge(badge(ISSUER.did), ISSUER, HOLDER_KEY, changes));
}
