import type { StatusMethod } from './status-method.ts';
import { evaluateBits } from './listed-bits.ts';

/** RevocationList2020, the first of the lists of bits: it names other properties, and can only revoke. */
export const revocationList2020: StatusMethod = {
  types: ['RevocationList2020Status'],
  evaluate: (question) =>
    evaluateBits(question, {
      listTypes: ['RevocationList2020Credential', 'RevocationList2020'],
      list: 'revocationListCredential',
      index: 'revocationListIndex',
      purpose: 'revocation',
    }),
};
