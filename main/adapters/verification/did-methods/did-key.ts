import { keyFromMultibase, unusableKindOf } from '../keys/verification-key.ts';
import { singleKeyDocument, type DidMethod } from './issuer-document.ts';

/** did:key (W3C CCG): the id is the key. */
export const didKey: DidMethod = {
  name: 'did:key',
  recognises: (id) => id.startsWith('did:key:'),
  resolve(id) {
    const multibase = id.slice('did:key:'.length);
    // base58btc is the one spelling that the method allows (§3.1): a key must not have two ids.
    if (!multibase.startsWith('z')) return { state: 'refused' };
    const key = keyFromMultibase(multibase);
    return singleKeyDocument(id, `${id}#${multibase}`, key, unusableKindOf(multibase));
  },
};
