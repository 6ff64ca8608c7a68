import type { ShapeReader } from '../container.ts';
import { typesOf } from '../json-values.ts';
import { securingOf } from './securing.ts';
import { standardOf } from './standard.ts';

/** One verifiable credential: Open Badges 3.0, an endorsement, or any other of VCDM 1.1 and 2.0. */
export const verifiableCredential: ShapeReader = {
  name: 'verifiable-credential',
  recognises: (json) => standardOf(json) !== null,
  read(secured, place, readers) {
    const standard = standardOf(secured.json);
    if (typesOf(secured.json).some((type) => STATUS_LISTS.has(type))) {
      const at = place.pointer === '' ? {} : { pointer: place.pointer };
      readers.problem({ code: 'not-a-credential', params: { ...at, reason: 'status-list' } });
    } else if (standard) {
      readers.found({ ...place, standard, json: secured.json, securing: securingOf(secured) });
    }
  },
};

/** Credentials about credentials: trust data that belongs into an issuer pack, not to a candidate. */
const STATUS_LISTS = new Set([
  'BitstringStatusListCredential',
  'StatusList2021Credential',
  'RevocationList2020Credential',
]);
