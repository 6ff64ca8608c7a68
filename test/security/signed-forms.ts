import type { NamedFile } from '../../main/core/ports.ts';
import type { JsonObject } from '../../shared/model/json.ts';
import { badge } from '../adapters/verification/example-credentials.ts';
import { issueSdJwtBadge } from '../fixtures/content/sd-jwt-badge.ts';
import { utf8 } from '../fixtures/content/secure.ts';
import { addDetachedJws, addProof } from '../fixtures/signing/add-proof.ts';
import { signCredential } from '../fixtures/signing/data-integrity.ts';
import { openBadgePayload, signJwt, vcClaimPayload } from '../fixtures/signing/jwt.ts';
import {
  base64url,
  didJwk,
  didKey,
  ed25519TestKey,
  p256TestKey,
  p384TestKey,
  type TestKey,
} from '../fixtures/signing/keys.ts';
import { presentSdJwt } from '../fixtures/signing/sd-jwt.ts';

/** A credential in one of the forms that can be signed here, and a way to say something else under its signature. */
export interface SignedForm {
  readonly name: string;
  /** What the signature covers: the credential without its proof, or a token's payload. */
  readonly signed: JsonObject;
  /** The file with this text in the place of what was signed. */
  readonly file: (signed: string) => NamedFile;
  /** The order of unordered sets is not signed. */
  readonly overStatements: boolean;
  /** Blanks, escapes and the order of members are not signed. */
  readonly overValues: boolean;
}

/** One of every suite and every kind of token. */
export async function signedForms(): Promise<readonly SignedForm[]> {
  const [ed, p256, p384] = [ed25519TestKey('forms'), p256TestKey('forms'), p384TestKey('forms')];
  const keyed = (key: TestKey) => ({ key, ...didKey(key) });
  const rich = (did: string): JsonObject => badge(did, RICH);
  const proof = async (
    key: TestKey,
    cryptosuite: Parameters<typeof addProof>[2]['cryptosuite'],
    label = '',
  ): Promise<SignedForm> =>
    embedded(`${cryptosuite}${label}`, await addProof(rich(keyed(key).did), keyed(key), { cryptosuite }));
  const older = await signCredential(rich(keyed(ed).did), keyed(ed), 'Ed25519Signature2020', '2026-01-05T00:00:00Z');
  const jwk = (key: TestKey) => ({ key, ...didJwk(key) });
  const token = (key: TestKey): SignedForm =>
    compact(`VC-JWT, ${key.algorithm}`, signJwt(openBadgePayload(rich(jwk(key).did)), jwk(key)));
  return [
    await proof(ed, 'eddsa-rdfc-2022'),
    await proof(ed, 'eddsa-jcs-2022'),
    await proof(p256, 'ecdsa-rdfc-2019'),
    await proof(p384, 'ecdsa-rdfc-2019', ', P-384'),
    await proof(p256, 'ecdsa-jcs-2019'),
    await proof(p384, 'ecdsa-jcs-2019', ', P-384'),
    embedded('Ed25519Signature2020', older),
    embedded(
      'Ed25519Signature2018',
      await addDetachedJws(under(ED25519_2018, rich(keyed(ed).did)), keyed(ed), 'Ed25519Signature2018'),
    ),
    embedded(
      'JsonWebSignature2020',
      await addDetachedJws(under(JWS_2020, rich(jwk(p256).did)), jwk(p256), 'JsonWebSignature2020'),
    ),
    token(ed),
    token(p256),
    token(p384),
    compact('VC-JWT with a vc claim', signJwt(vcClaimPayload(rich(jwk(ed).did)), jwk(ed))),
    compact('SD-JWT', presentSdJwt(issueSdJwtBadge(rich(jwk(ed).did), jwk(ed), p256))),
  ];
}

const ED25519_2018 = 'https://w3id.org/security/suites/ed25519-2018/v1';
const JWS_2020 = 'https://w3id.org/security/suites/jws-2020/v1';

/** The older forms of proof have their words in a vocabulary of their own. */
function under(vocabulary: string, credential: JsonObject): JsonObject {
  return { ...credential, '@context': [...[credential['@context'] ?? []].flat(), vocabulary] as string[] };
}

/** Texts, numbers, truth values and sets, so that each kind of value can be changed. */
const RICH: JsonObject = {
  awardedDate: '2026-01-04T00:00:00Z',
  evidence: [
    { id: 'https://lakeside.example/e/1', type: ['Evidence'], name: 'First', narrative: 'Ålgård, “quoted”, 100 %' },
    { id: 'https://lakeside.example/e/2', type: ['Evidence'], name: 'Second' },
  ],
};

function embedded(name: string, credential: JsonObject): SignedForm {
  const { proof, ...signed } = credential;
  const overStatements = !name.includes('-jcs-');
  return {
    name,
    signed,
    overStatements,
    overValues: true,
    // The proof goes in as text, so that whatever was changed stays as it was written.
    file: (text) => ({
      name: 'credential.json',
      bytes: utf8(text.replace(/\}\s*$/, `,"proof":${JSON.stringify(proof)}}`)),
    }),
  };
}

function compact(name: string, whole: string): SignedForm {
  const [jws = '', ...disclosures] = whole.split('~');
  const [header = '', payload = '', signature = ''] = jws.split('.');
  const original = Buffer.from(payload, 'base64url').toString('utf8');
  return {
    name,
    signed: JSON.parse(original),
    overStatements: false,
    overValues: false,
    file: (text) => ({
      name: 'credential.jwt',
      bytes: utf8([[header, base64url(utf8(text)), signature].join('.'), ...disclosures].join('~')),
    }),
  };
}
