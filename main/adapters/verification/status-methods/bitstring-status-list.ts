import type { StatusMethod } from './status-method.ts';
import { evaluateBits } from './listed-bits.ts';

/**
 * W3C Bitstring Status List 1.0 and its forerunner StatusList2021, out of the packs. The list is a credential itself:
 * its own signature, issuer, dates and purpose are checked before a bit of it is believed.
 */
export const bitstringStatusList: StatusMethod = {
  types: ['BitstringStatusListEntry', 'StatusList2021Entry'],
  evaluate: (question) =>
    evaluateBits(question, {
      listTypes: ['BitstringStatusListCredential', 'StatusList2021Credential', 'BitstringStatusList', 'StatusList2021'],
      list: 'statusListCredential',
      index: 'statusListIndex',
      purpose: null,
    }),
};
