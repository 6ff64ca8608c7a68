import { looksLikeCompactJws } from '../compact-jws.ts';
import type { ShapeReader } from '../container.ts';
import { typesOf } from '../json-values.ts';

/** Media types of VC-JOSE-COSE (section 6) that we read; the second is that of OB 3.0 wallets. */
const DATA_URL = /^data:application\/(?:vc\+jwt|vc\+ld\+jwt|vp\+jwt|vp\+ld\+jwt|jwt)(?:;[^,]*)?,/;
const SD_JWT_URL = /^data:application\/(?:vc|vc\+ld|dc|vp)\+sd-jwt/;

/** EnvelopedVerifiableCredential and EnvelopedVerifiablePresentation (VCDM 2.0 section 4.13): a JWS in a data: URL. */
export const enveloped: ShapeReader = {
  name: 'enveloped',
  recognises: (json) =>
    typesOf(json).some(
      (type) => type === 'EnvelopedVerifiableCredential' || type === 'EnvelopedVerifiablePresentation',
    ),
  read({ json }, place, readers) {
    const url = typeof json['id'] === 'string' ? json['id'] : '';
    const compact = url.replace(DATA_URL, '');
    const at = place.pointer === '' ? {} : { pointer: place.pointer };
    if (SD_JWT_URL.test(url) || compact.includes('~')) readers.problem({ code: 'format-sd-jwt', params: at });
    else if (compact === url || !looksLikeCompactJws(compact))
      readers.problem({ code: 'jwt-malformed', params: { ...at, reason: 'envelope' } });
    else readers.jws(compact, place.container === 'json' ? { ...place, container: 'vc-jwt' } : place);
  },
};
