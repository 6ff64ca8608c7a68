import type { Place, Readers, ShapeReader } from '../container.ts';
import type { Json } from '../../../../shared/model/json.ts';
import { isArray, isObject } from '../json-values.ts';
import { securingOf } from './securing.ts';
import { standardOf } from './standard.ts';

/** A Comprehensive Learner Record: the envelope, then every credential in it (CLR 2.0, ClrSubject.verifiableCredential). */
export const clr: ShapeReader = {
  name: 'clr',
  recognises: (json) => standardOf(json) === 'clr-2.0',
  read(secured, place, readers) {
    const { json } = secured;
    readers.found({ ...place, standard: 'clr-2.0', json, securing: securingOf(secured) });
    const subject = json['credentialSubject'];
    const at = `${place.pointer}/credentialSubject`;
    const inside: Place = { ...place, parent: place.pointer, container: 'clr-member' };
    if (isArray(subject))
      subject.forEach((one, index) => readMembers(one, { ...inside, pointer: `${at}/${index}` }, readers));
    else if (subject !== undefined) readMembers(subject, { ...inside, pointer: at }, readers);
  },
};

function readMembers(subject: Json, place: Place, readers: Readers): void {
  const members = isObject(subject) ? subject['verifiableCredential'] : undefined;
  const pointer = `${place.pointer}/verifiableCredential`;
  if (members !== undefined) readers.json(members, { ...place, pointer });
}
