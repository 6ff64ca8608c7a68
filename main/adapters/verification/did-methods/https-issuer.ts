import type { DidMethod } from './issuer-document.ts';
import { resolveFromPacks } from './pack-documents.ts';

/**
 * Issuers that are named by a URL (as Open Badges 3.0 allows), out of an issuer pack. A key in the URL's fragment, or
 * one that the credential brings along, proves nothing and is not looked at.
 */
export const httpsIssuer: DidMethod = {
  name: 'https',
  recognises: (id) => /^https?:\/\//i.test(id),
  resolve: (id, packs) => (isPlain(id) ? resolveFromPacks(id, packs) : { state: 'refused' }),
};

function isPlain(id: string): boolean {
  if (!URL.canParse(id)) return false;
  const url = new URL(id);
  const host = /^https?:\/\/([^/?#]*)/.exec(id)?.[1];
  // The host as written must be the host that is meant: no user name, no upper case, no punycode, no trailing dot.
  return host === url.host && !host.endsWith('.') && !host.split('.').some((label) => label.startsWith('xn--'));
}
