import { deceptionInHost } from './plain-host.ts';
import type { DidMethod } from './issuer-document.ts';
import { resolveFromPacks } from './pack-documents.ts';

/**
 * did:web out of an issuer pack; never fetched. Ids that can be written in several ways, or look like another (capital
 * letters, a trailing dot, an escaped `:` or `/` outside the port, letters beyond ASCII, Punycode, an IP address, a
 * user name, a query), are refused.
 */
export const didWeb: DidMethod = {
  name: 'did:web',
  recognises: (id) => /^did:web:/i.test(id),
  resolve(id, packs) {
    const reason = deceptionIn(id);
    return reason === null ? resolveFromPacks(id, packs) : { state: 'refused', reason };
  },
};

/** Where the document of a did:web id stands (did:web §2.5.2); null for an id that is refused. */
export function didWebUrl(id: string): string | null {
  if (deceptionIn(id) !== null) return null;
  const [host = '', ...path] = id.slice(PREFIX.length).split(':');
  const place = path.length === 0 ? '.well-known' : path.join('/');
  return `https://${host.replace('%3A', ':')}/${place}/did.json`;
}

const PREFIX = 'did:web:';

function deceptionIn(id: string): string | null {
  if (!id.startsWith(PREFIX)) return 'capital letters in the method';
  const [place = '', ...path] = id.slice(PREFIX.length).split(':');
  // The port is the one place in which an escape may stand, written as the method writes it.
  const [host = '', port, ...more] = place.split('%3A');
  if (more.length > 0 || host.includes('%') || path.some((part) => part.includes('%'))) return 'escaped characters';
  if (/[@?#]/.test(id)) return 'a user name, a query or a fragment';
  if (port !== undefined && !isPort(port)) return 'a port that is none';
  if (path.some((part) => part === '.' || part === '..')) return 'a path that leads elsewhere';
  if (!path.every((part) => /^[\w.~-]+$/.test(part))) return 'a path that is none';
  return deceptionInHost(host);
}

function isPort(text: string): boolean {
  return /^[1-9]\d{0,4}$/.test(text) && Number(text) <= 65_535;
}
