import type { FoundPresentation } from '../../../core/credentials/found-credential.ts';
import type { ShapeReader } from '../container.ts';
import { idOf, isArray, typesOf } from '../json-values.ts';
import { securingOf } from './securing.ts';

/** A Verifiable Presentation: each of its credentials, together with who presents it and how that is secured. */
export const presentation: ShapeReader = {
  name: 'presentation',
  recognises: (json) => typesOf(json).includes('VerifiablePresentation'),
  read(secured, place, readers) {
    const { json } = secured;
    // The inner presenter would stand in for the outer one, who hands it in.
    if (place.presentation !== null) {
      readers.problem({ code: 'not-a-credential', params: { pointer: place.pointer, reason: 'presentation-inside' } });
      return;
    }
    const around: FoundPresentation = { json, securing: securingOf(secured), holder: idOf(json['holder']) };
    const credentials = json['verifiableCredential'];
    if (credentials === undefined || credentials === null || (isArray(credentials) && credentials.length === 0)) {
      readers.problem({ code: 'not-a-credential', params: { reason: 'empty-presentation' } });
      return;
    }
    const pointer = `${place.pointer}/verifiableCredential`;
    readers.json(credentials, { pointer, container: 'presentation', parent: place.pointer, presentation: around });
  },
};
