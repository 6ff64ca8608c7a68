import { keyFromMultibase, unusableKindOf } from '../keys/verification-key.ts';
import { singleKeyDocument, type DidMethod } from './issuer-document.ts';

/** did:key (W3C CCG): the id is the key. */
export const didKey: DidMethod = {
  name: 'did:key',
  recognises: (id) => /^did:key:/i.test(id),
  resolve(id) {
    if (!id.startsWith('did:key:')) return { state: 'refused', reason: 'capital letters in the method' };
    const multibase = id.slice('did:key:'.length);
    // base58btc is the one spelling that the method allows (§3.1): a key must not have two ids.
    if (!multibase.startsWith('z')) return { state: 'refused', reason: 'a key in another spelling than its own' };
    const key = keyFromMultibase(multibase);
    return singleKeyDocument(id, `${id}#${multibase}`, key, unusableKindOf(multibase));
  },
};
