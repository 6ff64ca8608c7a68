import { entriesOf, type CheckCodes } from './check-code-entry.ts';

const entry = entriesOf('integrity');

/** Are these the words that were signed? */
export const INTEGRITY_CODES = {
  'signature-valid': entry('pass', 'Nothing was changed since it was signed.'),
  'signature-valid-context-variant': entry(
    'pass',
    'Nothing was changed since it was signed. It was read with the edition {variant} of its vocabulary.',
  ),
  'signature-valid-in-part': {
    ...entry(
      'pass',
      'What is shown was not changed since it was signed; {count} further entries of the file are not signed and are left out.',
      'Ask the issuer whether the unsigned entries ({first} …) are theirs.',
    ),
    consequence: 'verified-with-reservations',
  },
  // Anyone can put a signature beside a good one; what it would say is not known.
  'signature-valid-others-not-checked': {
    ...entry(
      'pass',
      'Nothing was changed since it was signed. Further signatures were not checked: {others}.',
      'Ask the issuer whether the other signatures are theirs.',
    ),
    consequence: 'verified-with-reservations',
  },
  'signature-valid-disclosed': entry(
    'pass',
    'Nothing that is shown was changed since it was signed; the candidate chose which parts to show.',
  ),
  'signature-valid-older-form': entry(
    'pass',
    'Nothing was changed since it was signed, in an older form of signature that is no longer issued.',
  ),
  'covered-by-envelope': entry(
    'pass',
    'It has no signature of its own; the signature of the record that carries it covers it.',
  ),
  'signature-invalid': entry(
    'fail',
    'The text does not match its signature: it was changed after signing, or it was signed with another key than the one it names.',
    'Ask the candidate for the original file, or the issuer for a new one.',
  ),
  'proof-malformed': entry(
    'fail',
    'The signature is not in a readable form ({detail}).',
    'Ask the candidate for the original file from the issuer.',
  ),
  'proof-chain-broken': entry(
    'fail',
    'The signature builds on an earlier one in the file that is not there as it should be ({detail}).',
    'Ask the candidate for the original file from the issuer.',
  ),
  'proof-purpose-wrong': entry(
    'fail',
    'The signature was made for another purpose ({purpose}), not to vouch for a credential.',
    'Ask the issuer for a signature that was made to vouch for it.',
  ),
  'jwt-algorithm-refused': entry(
    'fail',
    'The signature method {alg} is not safe and is not accepted.',
    'Ask the issuer for a credential that is signed with a current method.',
  ),
  'jwt-header-refused': entry(
    'fail',
    'The signature says where on the web its key is to be found ({parameter}), as a forger could too; that is not accepted.',
    'Ask the issuer for a credential that names its key and no place to fetch it from.',
  ),
  'token-of-another-kind': entry(
    'fail',
    'It was signed as another kind of token ({kind}), which must not pass as a credential.',
    'Ask the candidate for the credential itself, as its issuer gave it out.',
  ),
  'disclosures-refused': entry(
    'fail',
    'What it discloses does not fit what was signed: {detail}.',
    'Ask the candidate to export the credential from their wallet again.',
  ),
  'jwt-claims-disagree': entry(
    'fail',
    'The envelope and the credential inside it say different things about {claim}.',
    'Ask the issuer for a corrected credential.',
  ),
  'key-nonexistent': entry(
    'fail',
    'The signature names a key that its owner does not have ({method}).',
    'Ask the candidate for the original file, or the issuer for a new one.',
  ),
  'key-too-weak': entry(
    'fail',
    'The signature uses a key of only {bits} bits, which can be forged; at least {minimum} are needed.',
    'Ask the issuer for a credential that is signed with a current key.',
  ),
  'key-kind-mismatch': entry(
    'fail',
    'The signature method {suite} does not go with the issuer’s key ({kind}).',
    'Ask the issuer for a credential that is signed with the announced key.',
  ),
  'no-proof': entry(
    'not-checked',
    'The file carries no signature: anyone could have written it.',
    'Ask the candidate for the signed credential, or the issuer for a confirmation.',
  ),
  'hosted-badge': entry(
    'not-checked',
    'This is an Open Badges 2.0 badge, which is proven by a page at its issuer and not by the file.',
    'Look it up at the issuer, or ask the candidate for an Open Badges 3.0 credential.',
  ),
  'suite-not-supported': entry(
    'not-checked',
    'The signature is of the kind {suite}, which this version of Tessera does not check.',
    'Check it with a tool that knows {suite}.',
  ),
  'proof-not-derived': entry(
    'not-checked',
    'This is the candidate’s own copy of a credential with selective disclosure ({suite}); it is meant for their wallet and not for showing.',
    'Ask the candidate to share the credential from their wallet, which makes the form that can be checked.',
  ),
  'jwt-header-not-understood': entry(
    'not-checked',
    'The signature demands something that Tessera does not know ({detail}).',
    'Check it with a tool of the issuer.',
  ),
  'key-unavailable': entry(
    'not-checked',
    'The key of the signature ({method}) is not in any issuer pack, so the signature could not be checked. A key that a file brings along proves nothing.',
    'Add an issuer pack that holds the keys of this issuer.',
  ),
  'key-type-not-supported': entry(
    'not-checked',
    'The issuer’s key is of a kind that this version of Tessera does not check ({kind}).',
    'Check it with a tool that knows this kind of key.',
  ),
  'context-unknown': entry(
    'not-checked',
    'The file takes its words from a vocabulary that Tessera does not carry ({url}), so its signature can’t be checked.',
    'Add an issuer pack that holds this vocabulary.',
  ),
  'context-inline': entry(
    'not-checked',
    'The file defines words of its own instead of using a published vocabulary, so what its signature covers can’t be told safely.',
    'Ask the issuer for a credential with published vocabularies only.',
  ),
  'terms-disguised': entry(
    'not-checked',
    'The file writes a property in an unusual form ({term}) that can hide what was signed.',
    'Ask the candidate for the original file from the issuer.',
  ),
  'too-complex': entry(
    'not-checked',
    'The file is too complex to check within the limits; this alone does not mean that it was tampered with.',
    'Ask the issuer for a plain copy of the credential.',
  ),
  'not-canonical': entry(
    'not-checked',
    'The file can’t be brought into the form in which signatures are checked ({detail}).',
    'Ask the candidate for the original file from the issuer.',
  ),
  'format-refused': entry(
    'not-checked',
    'The signature was not looked at because the form of the file was refused.',
    'Ask the candidate for the original file from the issuer.',
  ),
} as const satisfies CheckCodes;
