import type { ShapeReader } from '../container.ts';
import { securingOf } from './securing.ts';
import { standardOf } from './standard.ts';

/** One verifiable credential: Open Badges 3.0, an endorsement, or any other of VCDM 1.1 and 2.0. */
export const verifiableCredential: ShapeReader = {
  name: 'verifiable-credential',
  recognises: (json) => standardOf(json) !== null,
  read(secured, place, readers) {
    const standard = standardOf(secured.json);
    if (standard) readers.found({ ...place, standard, json: secured.json, securing: securingOf(secured) });
  },
};
