import { entriesOf, type CheckCodes } from './check-code-entry.ts';

const entry = entriesOf('issuer');

/** Does the employer know the issuer? */
export const ISSUER_CODES = {
  'issuer-recognised': entry('pass', 'The issuer {name} is on your trust list (issuer pack “{source}”).'),
  'issuer-pinned': entry('pass', 'You have pinned this issuer yourself ({by}).'),
  'issuer-pack-expired': entry(
    'stale',
    'The issuer {name} is on your trust list, but the issuer pack “{source}” is out of date since {date}.',
    'Load a current issuer pack.',
  ),
  'issuer-pack-old': entry(
    'stale',
    'The issuer {name} is on your trust list, but the issuer pack “{source}” is of {date} and gives no end: it may be out of date.',
    'Load a current issuer pack.',
  ),
  'issuer-pack-unpinned': entry(
    'not-checked',
    'The issuer {name} stands in the issuer pack “{source}”, but your rules count only packs of publishers whom you have pinned, and its publisher is none of them.',
    'Pin the publisher of the pack under Issuers, or pin this issuer yourself.',
  ),
  'issuer-self-asserted': entry(
    'not-checked',
    'The issuer and the person described are the same: it is a statement about oneself.',
    'Ask for a confirmation by somebody else.',
  ),
  'issuer-unknown': entry(
    'not-checked',
    'The issuer is not on your trust list; the name {name} is only what the file says.',
    'If you know this issuer, pin it under Issuers, or add a pack that lists it.',
  ),
  'issuer-not-proven': entry(
    'not-checked',
    'Nothing proves that the credential comes from the issuer it names ({name}).',
    'See what would settle the signature and the issuer’s key.',
  ),
  'issuer-name-imitates': entry(
    'fail',
    'The issuer calls itself {name}, which looks like {recognised} on your trust list, but its key is another one.',
    'Ask {recognised} whether the credential is theirs before you rely on it.',
  ),
} as const satisfies CheckCodes;
