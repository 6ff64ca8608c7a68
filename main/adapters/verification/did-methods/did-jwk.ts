import { parseStrictJson } from '../../../core/json/strict-json.ts';
import { isObject } from '../../../core/verification/json-fields.ts';
import { keyFromJwk, type VerificationKey } from '../keys/verification-key.ts';
import { singleKeyDocument, type DidMethod } from './issuer-document.ts';

/** did:jwk: the id is a JWK in base64url; its one method is `#0`. */
export const didJwk: DidMethod = {
  name: 'did:jwk',
  recognises: (id) => /^did:jwk:/i.test(id),
  resolve(id) {
    if (!id.startsWith('did:jwk:')) return { state: 'refused', reason: 'capital letters in the method' };
    return singleKeyDocument(id, `${id}#0`, decodeJwk(id.slice('did:jwk:'.length)));
  },
};

/** A JWK must not have two ids: the base64url is canonical, and no field of the JSON stands twice. */
function decodeJwk(encoded: string): VerificationKey | null {
  const bytes = Buffer.from(encoded, 'base64url');
  if (encoded === '' || bytes.toString('base64url') !== encoded) return null;
  const parsed = parseStrictJson(bytes.toString('utf8'), LIMITS);
  const jwk = parsed.ok ? parsed.value : undefined;
  return isObject(jwk) && jwk['use'] !== 'enc' && jwk['d'] === undefined ? keyFromJwk(jwk) : null;
}

/** A JWK is flat. */
const LIMITS = { depth: 4, nodes: 100 };
