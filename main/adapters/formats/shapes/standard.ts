import type { Standard } from '../../../../shared/model/credential.ts';
import type { JsonObject } from '../../../../shared/model/json.ts';
import { contextUrlsOf, isObject, typesOf } from '../json-values.ts';

const VCDM_2 = 'https://www.w3.org/ns/credentials/v2';
const VCDM_1 = 'https://www.w3.org/2018/credentials/v1';

const STANDARD_OF_TYPE: ReadonlyMap<string, Standard> = new Map([
  ['ClrCredential', 'clr-2.0'],
  ['EndorsementCredential', 'endorsement-3.0'],
  ['OpenBadgeCredential', 'open-badges-3.0'],
  ['AchievementCredential', 'open-badges-3.0'],
]);

/** The standard that a credential says it follows, or null where it is no verifiable credential. */
export function standardOf(json: JsonObject): Standard | null {
  const types = typesOf(json);
  for (const [type, standard] of STANDARD_OF_TYPE) if (types.includes(type)) return standard;
  const contexts = contextUrlsOf(json);
  const hasParts = isObject(json['credentialSubject']) || Array.isArray(json['credentialSubject']);
  const isCredential = types.includes('VerifiableCredential') || (hasParts && contexts.some(isVcContext));
  if (!isCredential) return null;
  if (contexts.includes(VCDM_2)) return 'vcdm-2.0';
  if (contexts.includes(VCDM_1)) return 'vcdm-1.1';
  return json['validFrom'] === undefined ? 'vcdm-1.1' : 'vcdm-2.0';
}

function isVcContext(url: string): boolean {
  return url === VCDM_2 || url === VCDM_1;
}
