import type { JsonObject } from '../../../../shared/model/json.ts';
import type { ShapeReader } from '../container.ts';
import { contextUrlsOf, isObject, listOf, typesOf } from '../json-values.ts';

/** Blockcerts: proven by a Merkle path to a blockchain transaction, which can't be looked up offline. Named, not read. */
export const blockcerts: ShapeReader = {
  name: 'blockcerts',
  recognises: (json) =>
    contextUrlsOf(json).some((url) => url.includes('blockcerts')) ||
    typesOf(json).some((type) => type.startsWith('Blockcerts')) ||
    hasMerkleProof(json),
  read(_secured, place, readers) {
    readers.problem({ code: 'format-blockcerts', params: place.pointer === '' ? {} : { pointer: place.pointer } });
  },
};

/** Version 3 has it in `proof`, version 2 (an Open Badge 2.0 otherwise) in `signature`. */
function hasMerkleProof(json: JsonObject): boolean {
  const proofs = [...listOf(json['proof']), ...listOf(json['signature'])].filter(isObject);
  return proofs.some((proof) => typesOf(proof).some((type) => type.startsWith('MerkleProof')));
}
