import { deceptionInHost } from './plain-host.ts';
import type { DidMethod } from './issuer-document.ts';
import { resolveFromPacks } from './pack-documents.ts';

/**
 * Issuers that are named by a URL (as Open Badges 3.0 allows), out of an issuer pack, by exactly the id that the pack
 * lists: nothing is normalised. A key in the URL's fragment, or one that the credential brings along, proves nothing
 * and is not looked at. A URL that says another place than it seems to is refused.
 */
export const httpsIssuer: DidMethod = {
  name: 'https',
  recognises: (id) => /^\s*https?:/i.test(id),
  resolve(id, packs) {
    const reason = deceptionIn(id);
    return reason === null ? resolveFromPacks(id, packs) : { state: 'refused', reason };
  },
};

/** Whether an id is an https URL that is what it seems. */
export function isPlainHttpsId(id: string): boolean {
  return id.startsWith('https://') && deceptionIn(id) === null;
}

function deceptionIn(id: string): string | null {
  const parts = /^https?:\/\/([^/?#]*)([^?#]*)/.exec(id);
  if (parts === null || !URL.canParse(id)) return 'a URL that is none';
  if (/[\s\\\p{Cc}\p{Cf}]/u.test(id)) return 'characters that can’t be seen, or backslashes';
  const [, place = '', path = ''] = parts;
  if (place.includes('@')) return 'a user name';
  const [host = '', port] = place.split(':');
  const url = new URL(id);
  if (port === '' || (port !== undefined && port !== url.port)) return 'a port that is none, or goes without saying';
  if (path.split('/').some((part) => /^(?:\.|%2e){1,2}$/i.test(part))) return 'a path that leads elsewhere';
  return deceptionInHost(host) ?? (host === url.hostname ? null : 'a domain that is none');
}
