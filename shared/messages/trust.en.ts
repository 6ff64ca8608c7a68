import { CONTAINER_NAMES, STANDARD_NAMES } from './format-names.en.ts';
import type { CheckAxis, CheckState, IssuerRecognition, Verdict } from '../model/check.ts';
import type { Credential } from '../model/credential.ts';

export const verdicts = {
  verified: 'Verified',
  'verified-with-reservations': 'Verified with reservations',
  'cannot-verify-offline': 'Cannot be verified offline',
  'not-valid': 'Not valid',
} satisfies Record<Verdict, string>;

/** For narrow columns; the full word stands in the tooltip and for screen readers. */
export const shortVerdicts = {
  verified: 'verified',
  'verified-with-reservations': 'reserved',
  'cannot-verify-offline': 'unverified',
  'not-valid': 'not valid',
} satisfies Record<Verdict, string>;

export const recognitions = {
  recognised: 'Recognised by a pack',
  pinned: 'Pinned by you',
  'self-asserted': 'Says so itself',
  unknown: 'Unknown',
} satisfies Record<IssuerRecognition, string>;

/** Words of the trust panel of one credential. */
export const trust = {
  title: 'Trust panel',
  someIssuer: 'an issuer without a name',
  checks: 'What was checked',
  axes: {
    format: 'Readable format',
    schema: 'Follows its standard',
    integrity: 'Unchanged since it was signed',
    'key-binding': 'Signed with the issuer’s key',
    issuer: 'Issuer is on your list',
    validity: 'Within its dates',
    status: 'Not revoked',
    holder: 'Belongs to this person',
    endorsements: 'Endorsements',
  } satisfies Record<CheckAxis, string>,
  states: {
    pass: 'Passed',
    fail: 'Failed',
    'not-checked': 'Not checked',
    stale: 'Out of date',
    'not-applicable': 'Does not apply',
  } satisfies Record<CheckState, string>,
  sentence: {
    verified: (issuer: string) => `Verified: signed by ${issuer}, unchanged since, and no check is open.`,
    'verified-with-reservations': (reservations: string) => `Verified, with reservations: ${reservations}.`,
    'cannot-verify-offline': (open: string) => `Cannot be verified without a connection: ${open}.`,
    'not-valid': (failed: string) => `Not valid: ${failed}.`,
  },
  asOf: (date: string) => `As of ${date}`,
  field: 'Field',
  seen: 'What was seen',
  settle: 'What would settle this',
  unsigned: 'Not covered by a signature',
  unsignedNote: 'These fields stand in the file, but nobody signed them. Tessera neither shows nor matches them.',
  proofs: 'Proofs',
  details: 'Details',
  rows: {
    standard: 'Standard',
    container: 'Travelled as',
    issuer: 'Issuer',
    issuerId: 'Issuer’s identifier',
    recognition: 'Issuer is',
    subject: 'Subject',
    valid: 'Valid',
    awarded: 'Awarded',
    level: 'Credits earned',
    file: 'File',
    id: 'Credential’s identifier',
    judged: 'Judged as of',
    snapshot: 'Trust data',
    words: 'Its words are',
  },
  validFromTo: (from: string, until: string) => `${from} to ${until}`,
  validFrom: (from: string) => `from ${from}, without an end`,
  validUntil: (until: string) => `until ${until}`,
  contents: {
    signed: 'signed by the issuer',
    claimed: 'the holder’s own claim',
    withheld: 'withheld, because the signature does not hold',
  } satisfies Record<Credential['content'], string>,
  standards: STANDARD_NAMES,
  containers: CONTAINER_NAMES,
  says: 'What it says',
  description: 'Description',
  criteria: 'Criteria',
  narrative: 'Narrative',
  skills: 'Skills and alignments',
  tags: 'Tags',
  original: 'Original as text',
  originalNote: 'The credential as it stands in the file, shown as text and never run or rendered.',
  showOriginal: 'Show the original',
  withheld: 'The words of this credential are withheld, because the signature over them does not hold.',
  recheck: 'Check again',
  rechecking: 'Checking every credential again',
  toIssuers: 'See issuers',
};
