import { isObject } from '../../../core/verification/json-fields.ts';
import type { Json } from '../../../../shared/model/json.ts';
import { keyFromJwk, type VerificationKey } from '../keys/verification-key.ts';
import { singleKeyDocument, type DidMethod } from './issuer-document.ts';

/** did:jwk: the id is a JWK in base64url; its one method is `#0`. */
export const didJwk: DidMethod = {
  name: 'did:jwk',
  recognises: (id) => id.startsWith('did:jwk:'),
  resolve: (id) => singleKeyDocument(id, `${id}#0`, decodeJwk(id.slice('did:jwk:'.length))),
};

function decodeJwk(encoded: string): VerificationKey | null {
  if (!/^[\w-]+$/.test(encoded)) return null;
  try {
    const jwk = JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8')) as Json;
    return isObject(jwk) && jwk['use'] !== 'enc' && jwk['d'] === undefined ? keyFromJwk(jwk) : null;
  } catch {
    return null;
  }
}
