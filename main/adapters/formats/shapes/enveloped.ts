import { looksLikeCompactJws } from '../compact-jws.ts';
import { looksLikeSdJwt } from '../sd-jwt/read-sd-jwt.ts';
import type { ShapeReader } from '../container.ts';
import { typesOf } from '../json-values.ts';

/**
 * Media types of VC-JOSE-COSE (section 6) that we read, with and without the `ld` of its drafts; plain `jwt` is that of
 * Open Badges 3.0 wallets, `dc+sd-jwt` that of SD-JWT VC.
 */
const DATA_URL =
  /^data:application\/(?:(?:v[cp]\+(?:ld\+)?)?jwt|(?:v[cp]\+(?:ld\+)?|dc\+)sd-jwt)(?:;(?!base64)[^,]*)?,/;

/** EnvelopedVerifiableCredential and EnvelopedVerifiablePresentation (VCDM 2.0 section 4.13): a token in a data: URL. */
export const enveloped: ShapeReader = {
  name: 'enveloped',
  recognises: (json) =>
    typesOf(json).some(
      (type) => type === 'EnvelopedVerifiableCredential' || type === 'EnvelopedVerifiablePresentation',
    ),
  read({ json }, place, readers) {
    const url = typeof json['id'] === 'string' ? json['id'] : '';
    const token = url.replace(DATA_URL, '').trim();
    const at = place.pointer === '' ? {} : { pointer: place.pointer };
    const inPlace = (container: 'vc-jwt' | 'sd-jwt') => (place.container === 'json' ? { ...place, container } : place);
    if (token !== url && looksLikeSdJwt(token)) readers.sdJwt(token, inPlace('sd-jwt'));
    else if (token !== url && looksLikeCompactJws(token)) readers.jws(token, inPlace('vc-jwt'));
    else readers.problem({ code: 'jwt-malformed', params: { ...at, reason: 'envelope' } });
  },
};
