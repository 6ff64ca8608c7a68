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
  read({ json }, place, readers) {
    const at = place.pointer === '' ? {} : { pointer: place.pointer };
    readers.problem({ code: 'format-blockcerts', params: { ...at, ...versionOf(json) } });
  },
};

/** Version 3 has it in `proof`, version 2 (an Open Badge 2.0 otherwise) in `signature`. */
function hasMerkleProof(json: JsonObject): boolean {
  const proofs = [...listOf(json['proof']), ...listOf(json['signature'])].filter(isObject);
  return proofs.some((proof) => typesOf(proof).some((type) => type.startsWith('MerkleProof')));
}

function versionOf(json: JsonObject): { readonly version?: number } {
  const contexts = contextUrlsOf(json).join(' ');
  const stated = /blockcerts(?:\.org)?\/(?:schema\/)?v?(\d)/.exec(contexts)?.[1];
  if (stated !== undefined) return { version: Number(stated) };
  if (!hasMerkleProof(json)) return {};
  return { version: json['proof'] === undefined ? 2 : 3 };
}
