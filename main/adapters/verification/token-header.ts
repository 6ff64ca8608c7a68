import type { Finding } from '../../core/verification/finding.ts';
import { textOf } from '../../core/verification/json-fields.ts';
import type { JsonObject } from '../../../shared/model/json.ts';

/** What a token is taken for. One that was made for something else must not pass as it (RFC 8725 section 3.11). */
export type TokenUse = 'credential' | 'presentation' | 'selective-credential' | 'key-binding';

/** Values of `typ`, in lower case and without `application/`, by which a token says that it is of this use. */
const TYPES: Readonly<Record<TokenUse, readonly string[]>> = {
  credential: ['vc+jwt', 'vc+ld+jwt', 'vc+ld+json+jwt', 'vc+ld+json', 'vc'],
  presentation: ['vp+jwt', 'vp+ld+jwt', 'vp+ld+json+jwt', 'vp+ld+json', 'vp', 'vp+sd-jwt', 'vp+ld+sd-jwt'],
  'selective-credential': ['dc+sd-jwt', 'vc+sd-jwt', 'vc+ld+sd-jwt', 'vc+ld+json+sd-jwt', 'sd-jwt'],
  'key-binding': ['kb+jwt'],
};
/** Values that say no more than that it is a token; absent says as much. Not enough where the use demands a type. */
const ANY_TOKEN = ['jwt', 'jose', 'jws'];
const DEMANDED: readonly TokenUse[] = ['key-binding'];

/** Other kinds of tokens that a person may get hold of, from the registry of media types. */
const OTHER_KINDS = [
  'at+jwt',
  'client-authentication+jwt',
  'dpop+jwt',
  'entity-statement+jwt',
  'keyattestation+jwt',
  'key-attestation+jwt',
  'logout+jwt',
  'oauth-authz-req+jwt',
  'oauth-client-attestation+jwt',
  'oauth-client-attestation-pop+jwt',
  'openid4vci-proof+jwt',
  'secevent+jwt',
  'statuslist+jwt',
  'token-introspection+jwt',
  'wallet-attestation+jwt',
];

/** Payloads of VC-JOSE-COSE (section 3), of JWTs without a type, and of SD-JWTs. */
const CONTENT_TYPES = ['vc', 'vp', 'vc+ld+json', 'vp+ld+json', 'ld+json', 'json', 'credential-claims-set'];

/**
 * An `integrity` finding where the header of a token makes it unfit to be judged as what it is taken for; null where it
 * doesn't. `jku` and `x5u` say where on the web a key is to be found: whoever follows them lets the file name its own
 * judge. `jwk` and `x5c` carry a key along; they are common, harmless while nobody looks at them, and nobody does.
 */
export function judgeHeader(header: JsonObject, use: TokenUse | null): Finding | null {
  for (const parameter of ['jku', 'x5u'] as const) {
    if (header[parameter] !== undefined) return { code: 'jwt-header-refused', evidence: { parameter } };
  }
  if (header['b64'] !== undefined && header['b64'] !== true) return notUnderstood('b64');
  if (header['crit'] !== undefined) return notUnderstood(`crit ${JSON.stringify(header['crit'])}`.slice(0, 80));
  if (use === null) return null;
  return judgeType(header, use) ?? judgeContentType(header);
}

/** True for the types of VC-JOSE-COSE, whose payload is a credential or a presentation itself. */
export function isEnveloping(header: JsonObject): boolean {
  return /^v[cp]\+(ld\+)?(json\+)?jwt$/.test(mediaType(header['typ']) ?? '');
}

function judgeType(header: JsonObject, use: TokenUse): Finding | null {
  const type = mediaType(header['typ']);
  if (type === null) return notUnderstood('typ');
  if (TYPES[use].includes(type)) return null;
  if ((type === '' || ANY_TOKEN.includes(type)) && !DEMANDED.includes(use)) return null;
  // RFC 9901 section 9.11: any `…+sd-jwt` is an SD-JWT of an application.
  if (use === 'selective-credential' && type.endsWith('+sd-jwt') && !type.startsWith('vp')) return null;
  const ofAnotherUse = Object.values(TYPES).some((types) => types.includes(type));
  if (ofAnotherUse || OTHER_KINDS.includes(type) || DEMANDED.includes(use))
    return { code: 'token-of-another-kind', evidence: { kind: type || 'not stated' } };
  return notUnderstood(`typ ${type}`);
}

function judgeContentType(header: JsonObject): Finding | null {
  const type = mediaType(header['cty']);
  return type === '' || (type !== null && CONTENT_TYPES.includes(type)) ? null : notUnderstood(`cty ${type ?? ''}`);
}

/** Lower case, without the `application/` that RFC 7515 section 4.1.9 lets one leave out; '' where absent, null where no text. */
function mediaType(value: JsonObject[string] | undefined): string | null {
  if (value === undefined) return '';
  return (
    textOf(value)
      ?.toLowerCase()
      .replace(/^application\//, '')
      .slice(0, 80) ?? null
  );
}

function notUnderstood(detail: string): Finding {
  return { code: 'jwt-header-not-understood', evidence: { detail } };
}
