import { entriesOf, type CheckCodes } from './check-code-entry.ts';

const entry = entriesOf('holder');

/** Does it belong to this candidate? */
export const HOLDER_CODES = {
  'holder-proved': entry('pass', 'The candidate has shown that the identifier to which it was issued is theirs.'),
  'holder-proved-earlier': entry(
    'pass',
    'The holder of the identifier to which it was issued signed the presentation. Whether that was now and for you was not checked.',
  ),
  'holder-key-proved': entry(
    'pass',
    'Whoever handed it over held the key to which it was issued; that was signed on {date} for {audience}, not for you.',
  ),
  'holder-key-broken': entry(
    'fail',
    'The holder’s signature, which shows that it was handed over by its owner, does not hold: {detail}.',
    'Ask the candidate to export the credential from their wallet again.',
  ),
  'holder-key-not-checked': entry(
    'not-checked',
    'The holder’s signature could not be checked: {detail}.',
    'Ask the candidate to show that it was issued to them.',
  ),
  'holder-key-not-proved': entry(
    'not-checked',
    'It was issued to a key, and nobody has shown here that they hold it.',
    'Ask the candidate to export it from their wallet with a proof that it is theirs (key binding).',
  ),
  'holder-id-matches': entry('pass', 'It was issued to an identifier that is known to be the candidate’s.'),
  'holder-email-matches': entry('pass', 'It was issued to an e-mail address of the candidate.'),
  'holder-presented-by-other': entry(
    'fail',
    'It was presented by somebody other than the person to whom it was issued.',
    'Ask the candidate to present it with their own key.',
  ),
  // People have several addresses, so this alone makes nothing invalid.
  'holder-email-differs': {
    ...entry(
      'fail',
      'It was issued to an e-mail address that is none of those known for the candidate.',
      'Ask the candidate for the address to which it was issued, and add it.',
    ),
    consequence: 'verified-with-reservations',
  },
  // A person can have two identifiers, so this alone makes nothing invalid.
  'holder-differs-from-record': {
    ...entry(
      'fail',
      'It was issued to another identifier than the record that it came in.',
      'Ask the candidate whether both identifiers are theirs, or the issuer of the record why it stands in there.',
    ),
    consequence: 'verified-with-reservations',
  },
  'holder-email-differs-from-record': {
    ...entry(
      'fail',
      'It was issued to another e-mail address than the record that it came in.',
      'Ask the candidate whether both addresses are theirs.',
    ),
    consequence: 'verified-with-reservations',
  },
  'holder-presentation-broken': entry(
    'fail',
    'The candidate’s signature on the presentation does not hold.',
    'Ask the candidate to present it again.',
  ),
  // Unlike a file without any: somebody signed it, and it may have been somebody else.
  'holder-presentation-not-checked': {
    ...entry(
      'not-checked',
      'It came in a presentation whose signature could not be checked.',
      'Ask the candidate to present it with a key that can be checked offline.',
    ),
    consequence: 'verified-with-reservations',
  },
  'holder-not-proved': entry(
    'not-checked',
    'It was issued to an identifier ({subject}), and nobody has shown here that it is theirs.',
    'Ask the candidate for a signed presentation.',
  ),
  'holder-email-not-known': entry(
    'not-checked',
    'It was issued to an e-mail address, and none is known for the candidate.',
    'Add the candidate’s e-mail address in the manifest.',
  ),
  'holder-identifier-not-comparable': entry(
    'not-checked',
    'It names the person only in a way that can’t be compared with what you know of the candidate ({kinds}).',
    'Ask the issuer to whom it was issued, or the candidate for a signed presentation.',
  ),
  'holder-not-stated': entry(
    'not-checked',
    'It does not say to whom it was issued in a way that can be checked.',
    'Ask the issuer to whom it was issued.',
  ),
} as const satisfies CheckCodes;
