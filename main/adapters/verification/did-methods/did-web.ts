import type { DidMethod } from './issuer-document.ts';
import { resolveFromPacks } from './pack-documents.ts';

const HOST = /^[a-z\d]([a-z\d-]*[a-z\d])?(\.[a-z\d]([a-z\d-]*[a-z\d])?)+(%3A\d{1,5})?$/;
const PATH_SEGMENT = /^[\w.~-]+$/;

/**
 * did:web out of an issuer pack; never fetched. Ids that can be written in several ways, or look like another
 * (upper case, a trailing dot, an escaped `:` or `/` outside the port, letters beyond ASCII, punycode), are refused.
 */
export const didWeb: DidMethod = {
  name: 'did:web',
  recognises: (id) => id.startsWith('did:web:'),
  resolve: (id, packs) => (isPlain(id) ? resolveFromPacks(id, packs) : { state: 'refused' }),
};

function isPlain(id: string): boolean {
  const [host = '', ...path] = id.slice('did:web:'.length).split(':');
  if (!HOST.test(host) || host.split('.').some((label) => label.startsWith('xn--'))) return false;
  return path.every((segment) => PATH_SEGMENT.test(segment) && segment !== '.' && segment !== '..');
}
