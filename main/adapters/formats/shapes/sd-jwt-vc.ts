import type { ShapeReader } from '../container.ts';
import { securingOf } from './securing.ts';
import { standardOf } from './standard.ts';

/**
 * A credential of an SD-JWT that names its type by `vct` (SD-JWT VC) and is of no standard that is told by its own
 * types. What `vct` means stands on the web and is not fetched: it is shown as it is.
 */
export const sdJwtVc: ShapeReader = {
  name: 'sd-jwt-vc',
  recognises: (json) => typeof json['vct'] === 'string' && standardOf(json) === null,
  read(secured, place, readers) {
    if (secured.token?.kind === 'sd-jwt') {
      readers.found({ ...place, standard: 'sd-jwt-vc', json: secured.json, securing: securingOf(secured) });
    } else {
      const at = place.pointer === '' ? {} : { pointer: place.pointer };
      readers.problem({ code: 'not-a-credential', params: { ...at, reason: 'sd-jwt-unsigned' } });
    }
  },
};
