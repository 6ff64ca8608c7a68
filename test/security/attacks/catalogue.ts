import { ALTERED_WORDS, CONFUSED_TYPES } from './altered-words.ts';
import { ARCHIVES } from './archives.ts';
import type { Attack } from './attack.ts';
import { GRAPHS } from './graphs.ts';
import { IMAGES } from './images.ts';
import { COLLISIONS, ENCODINGS, JSON_TEXTS } from './json-texts.ts';
import { ISSUER_ADDRESSES, ISSUER_NAMES, KEYS } from './keys.ts';
import { ENDORSEMENTS, PRESENTATIONS, RECORDS } from './presentations.ts';
import { PROOFS } from './proofs.ts';
import { SD_JWTS } from './sd-jwts.ts';
import { DATES, STATUS } from './status.ts';
import { TOKEN_CLAIMS, TOKEN_HEADERS, TOKEN_TEXTS } from './tokens.ts';
import { CONTEXTS, HIDDEN_WORDS } from './vocabulary.ts';

/** Every attack, by what it is aimed at. */
export const ATTACKS: Readonly<Record<string, readonly Attack[]>> = {
  'words that were changed': ALTERED_WORDS,
  'values of another type': CONFUSED_TYPES,
  proofs: PROOFS,
  keys: KEYS,
  'addresses of issuers': ISSUER_ADDRESSES,
  'names of issuers': ISSUER_NAMES,
  'headers of tokens': TOKEN_HEADERS,
  'claims of tokens': TOKEN_CLAIMS,
  'texts of tokens': TOKEN_TEXTS,
  'selective disclosures': SD_JWTS,
  vocabularies: CONTEXTS,
  'hidden words': HIDDEN_WORDS,
  'JSON texts': JSON_TEXTS,
  encodings: ENCODINGS,
  collisions: COLLISIONS,
  'endless graphs': GRAPHS,
  status: STATUS,
  dates: DATES,
  presentations: PRESENTATIONS,
  records: RECORDS,
  endorsements: ENDORSEMENTS,
  pictures: IMAGES,
  archives: ARCHIVES,
};
