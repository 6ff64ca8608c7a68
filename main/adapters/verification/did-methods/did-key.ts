import { keyFromMultibase } from '../keys/verification-key.ts';
import { singleKeyDocument, type DidMethod } from './issuer-document.ts';

/** did:key (W3C CCG): the id is the key. */
export const didKey: DidMethod = {
  name: 'did:key',
  recognises: (id) => id.startsWith('did:key:'),
  resolve(id) {
    const multibase = id.slice('did:key:'.length);
    return singleKeyDocument(id, `${id}#${multibase}`, keyFromMultibase(multibase));
  },
};
