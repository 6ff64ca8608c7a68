import type { CheckAxis, CheckState, Verdict } from '../../../shared/model/check.ts';

/** One finding that a check can come to. `{name}` in a sentence is filled from the evidence of the same name. */
export interface CheckCodeEntry {
  readonly axis: CheckAxis;
  readonly state: CheckState;
  /** One plain sentence for a recruiter: what was found. */
  readonly message: string;
  /** One plain sentence: what a person could do about it; null where nothing is open. */
  readonly settledBy: string | null;
  /** What follows for the verdict where that is not what the axis and the state say (verdict.ts); never `verified`. */
  readonly consequence?: Exclude<Verdict, 'verified'>;
}

/**
 * Every code of every check: its state, its words and what would settle it. The only place where these sentences
 * stand; a screen, the command line and exports show them as they are.
 */
export const CHECK_CODES = {
  // ── format: is this something that can be judged at all ────────────────────────────────────────────────────────
  'format-read': entry('format', 'pass', 'It was read as {standard}, from a {container}.'),
  'format-not-read-again': entry(
    'format',
    'not-checked',
    'The file could be read when it came in and can’t be read any more, so what was found then is not relied on.',
    'Import the file again to see what is wrong with it, or ask the candidate for the original.',
  ),
  'format-nested-context': entry(
    'format',
    'fail',
    'The file gives its own words another meaning (at {pointer}), a known way to make a signature seem to cover what it does not.',
    'Ask the candidate for the original file from the issuer.',
  ),
  'format-forbidden-keyword': entry(
    'format',
    'fail',
    'The file uses the keyword {keyword} at {pointer}, which can carry text that no signature covers.',
    'Ask the candidate for the original file from the issuer.',
  ),
  'format-limit-exceeded': entry(
    'format',
    'fail',
    'The file has {count} {what}; at most {limit} are read.',
    'Ask the issuer for a plain copy of the credential.',
  ),

  // ── schema: does it have the properties that its standard requires ─────────────────────────────────────────────
  'schema-required-present': entry(
    'schema',
    'pass',
    'Everything that {standard} requires is there. It names no schema of its own.',
  ),
  'schema-required-missing': entry(
    'schema',
    'fail',
    'Required by {standard} but missing or malformed: {missing}.',
    'The issuer could reissue the credential in the required form.',
  ),
  'schema-context-not-first': entry(
    'schema',
    'fail',
    'It does not begin with the vocabulary of verifiable credentials, as {standard} requires, but with {first}.',
    'The issuer could reissue the credential in the required form.',
  ),
  'schema-not-checked': entry(
    'schema',
    'not-checked',
    'Tessera has no rules for what {standard} requires.',
    'Nothing needs to be done: this says nothing about whether the credential is genuine.',
  ),
  'schema-all-followed': entry(
    'schema',
    'pass',
    'Everything that {standard} requires is there, and it follows every schema that it names ({count}).',
  ),
  'schema-followed': entry('schema', 'pass', 'It follows the schema {id}.'),
  'schema-mismatch': entry(
    'schema',
    'fail',
    'It does not follow the schema {id}, which it names itself: {where} {what}.',
    'The issuer could reissue the credential in the form of its schema.',
  ),
  'schema-missing': entry(
    'schema',
    'not-checked',
    'It names a schema that is in none of your issuer packs ({id}).',
    'Load an issuer pack that holds this schema. Whether the credential is genuine does not hang on it.',
  ),
  'schema-reference-missing': entry(
    'schema',
    'not-checked',
    'The schema {id} refers to another one that is in none of your issuer packs ({url}).',
    'Load an issuer pack that holds both. Whether the credential is genuine does not hang on it.',
  ),
  'schema-type-unknown': entry(
    'schema',
    'not-checked',
    'It names a schema of a kind that Tessera does not run ({type}).',
    'Nothing needs to be done: this says nothing about whether the credential is genuine.',
  ),
  'schema-dialect-unknown': entry(
    'schema',
    'not-checked',
    'The schema {id} is written in a version of JSON Schema that Tessera does not run ({dialect}).',
    'Nothing needs to be done: this says nothing about whether the credential is genuine.',
  ),
  'schema-unusable': entry(
    'schema',
    'not-checked',
    'The schema {id} is itself not written as it should be ({detail}).',
    'Load an issuer pack with a corrected schema.',
  ),
  'schema-too-complex': entry(
    'schema',
    'not-checked',
    'The schema {id} is too complex to be run within the limits.',
    'Nothing needs to be done: this says nothing about whether the credential is genuine.',
  ),
  'schema-unproven': entry(
    'schema',
    'not-checked',
    'The schema {id} comes in a credential that is not properly signed ({detail}).',
    'Load a current issuer pack.',
  ),
  'schema-digest-differs': entry(
    'schema',
    'not-checked',
    'The credential fixes the wording of the schema {id} by a checksum, and the one in the issuer pack is not known to be that.',
    'Load an issuer pack that holds the schema as the credential means it.',
  ),
  'schema-over-limit': entry(
    'schema',
    'not-checked',
    'The schema {id} was not run: of one credential, {limit} are.',
    'Nothing needs to be done: this says nothing about whether the credential is genuine.',
  ),

  // ── integrity: are these the words that were signed ────────────────────────────────────────────────────────────
  'signature-valid': entry('integrity', 'pass', 'Nothing was changed since it was signed.'),
  'signature-valid-context-variant': entry(
    'integrity',
    'pass',
    'Nothing was changed since it was signed. It was read with the edition {variant} of its vocabulary.',
  ),
  'signature-valid-in-part': {
    ...entry(
      'integrity',
      'pass',
      'What is shown was not changed since it was signed; {count} further entries of the file are not signed and are left out.',
      'Ask the issuer whether the unsigned entries ({first} …) are theirs.',
    ),
    consequence: 'verified-with-reservations',
  },
  // Anyone can put a signature beside a good one; what it would say is not known.
  'signature-valid-others-not-checked': {
    ...entry(
      'integrity',
      'pass',
      'Nothing was changed since it was signed. Further signatures were not checked: {others}.',
      'Ask the issuer whether the other signatures are theirs.',
    ),
    consequence: 'verified-with-reservations',
  },
  'signature-valid-disclosed': entry(
    'integrity',
    'pass',
    'Nothing that is shown was changed since it was signed; the candidate chose which parts to show.',
  ),
  'signature-valid-older-form': entry(
    'integrity',
    'pass',
    'Nothing was changed since it was signed, in an older form of signature that is no longer issued.',
  ),
  'covered-by-envelope': entry(
    'integrity',
    'pass',
    'It has no signature of its own; the signature of the record that carries it covers it.',
  ),
  'signature-invalid': entry(
    'integrity',
    'fail',
    'The text does not match its signature: it was changed after signing, or it was signed with another key than the one it names.',
    'Ask the candidate for the original file, or the issuer for a new one.',
  ),
  'proof-malformed': entry(
    'integrity',
    'fail',
    'The signature is not in a readable form ({detail}).',
    'Ask the candidate for the original file from the issuer.',
  ),
  'proof-chain-broken': entry(
    'integrity',
    'fail',
    'The signature builds on an earlier one in the file that is not there as it should be ({detail}).',
    'Ask the candidate for the original file from the issuer.',
  ),
  'proof-purpose-wrong': entry(
    'integrity',
    'fail',
    'The signature was made for another purpose ({purpose}), not to vouch for a credential.',
    'Ask the issuer for a signature that was made to vouch for it.',
  ),
  'jwt-algorithm-refused': entry(
    'integrity',
    'fail',
    'The signature method {alg} is not safe and is not accepted.',
    'Ask the issuer for a credential that is signed with a current method.',
  ),
  'jwt-header-refused': entry(
    'integrity',
    'fail',
    'The signature says where on the web its key is to be found ({parameter}), as a forger could too; that is not accepted.',
    'Ask the issuer for a credential that names its key and no place to fetch it from.',
  ),
  'token-of-another-kind': entry(
    'integrity',
    'fail',
    'It was signed as another kind of token ({kind}), which must not pass as a credential.',
    'Ask the candidate for the credential itself, as its issuer gave it out.',
  ),
  'disclosures-refused': entry(
    'integrity',
    'fail',
    'What it discloses does not fit what was signed: {detail}.',
    'Ask the candidate to export the credential from their wallet again.',
  ),
  'jwt-claims-disagree': entry(
    'integrity',
    'fail',
    'The envelope and the credential inside it say different things about {claim}.',
    'Ask the issuer for a corrected credential.',
  ),
  'key-nonexistent': entry(
    'integrity',
    'fail',
    'The signature names a key that its owner does not have ({method}).',
    'Ask the candidate for the original file, or the issuer for a new one.',
  ),
  'key-too-weak': entry(
    'integrity',
    'fail',
    'The signature uses a key of only {bits} bits, which can be forged; at least {minimum} are needed.',
    'Ask the issuer for a credential that is signed with a current key.',
  ),
  'key-kind-mismatch': entry(
    'integrity',
    'fail',
    'The signature method {suite} does not go with the issuer’s key ({kind}).',
    'Ask the issuer for a credential that is signed with the announced key.',
  ),
  'no-proof': entry(
    'integrity',
    'not-checked',
    'The file carries no signature: anyone could have written it.',
    'Ask the candidate for the signed credential, or the issuer for a confirmation.',
  ),
  'hosted-badge': entry(
    'integrity',
    'not-checked',
    'This is an Open Badges 2.0 badge, which is proven by a page at its issuer and not by the file.',
    'Look it up at the issuer, or ask the candidate for an Open Badges 3.0 credential.',
  ),
  'suite-not-supported': entry(
    'integrity',
    'not-checked',
    'The signature is of the kind {suite}, which this version of Tessera does not check.',
    'Check it with a tool that knows {suite}.',
  ),
  'proof-not-derived': entry(
    'integrity',
    'not-checked',
    'This is the candidate’s own copy of a credential with selective disclosure ({suite}); it is meant for their wallet and not for showing.',
    'Ask the candidate to share the credential from their wallet, which makes the form that can be checked.',
  ),
  'jwt-header-not-understood': entry(
    'integrity',
    'not-checked',
    'The signature demands something that Tessera does not know ({detail}).',
    'Check it with a tool of the issuer.',
  ),
  'key-unavailable': entry(
    'integrity',
    'not-checked',
    'The key of the signature ({method}) is not in any issuer pack, so the signature could not be checked. A key that a file brings along proves nothing.',
    'Add an issuer pack that holds the keys of this issuer.',
  ),
  'key-type-not-supported': entry(
    'integrity',
    'not-checked',
    'The issuer’s key is of a kind that this version of Tessera does not check ({kind}).',
    'Check it with a tool that knows this kind of key.',
  ),
  'context-unknown': entry(
    'integrity',
    'not-checked',
    'The file takes its words from a vocabulary that Tessera does not carry ({url}), so its signature can’t be checked.',
    'Add an issuer pack that holds this vocabulary.',
  ),
  'context-inline': entry(
    'integrity',
    'not-checked',
    'The file defines words of its own instead of using a published vocabulary, so what its signature covers can’t be told safely.',
    'Ask the issuer for a credential with published vocabularies only.',
  ),
  'terms-disguised': entry(
    'integrity',
    'not-checked',
    'The file writes a property in an unusual form ({term}) that can hide what was signed.',
    'Ask the candidate for the original file from the issuer.',
  ),
  'too-complex': entry(
    'integrity',
    'not-checked',
    'The file is too complex to check within the limits; this alone does not mean that it was tampered with.',
    'Ask the issuer for a plain copy of the credential.',
  ),
  'not-canonical': entry(
    'integrity',
    'not-checked',
    'The file can’t be brought into the form in which signatures are checked ({detail}).',
    'Ask the candidate for the original file from the issuer.',
  ),
  'format-refused': entry(
    'integrity',
    'not-checked',
    'The signature was not looked at because the form of the file was refused.',
    'Ask the candidate for the original file from the issuer.',
  ),

  // ── key-binding: does the key belong to the issuer that is named ───────────────────────────────────────────────
  'key-is-issuer': entry(
    'key-binding',
    'pass',
    'The issuer’s identifier is the key itself, so the key is the issuer’s, whoever that is.',
  ),
  'key-of-issuer': entry(
    'key-binding',
    'pass',
    'The key that the signature names is listed as the issuer’s in the issuer pack “{source}”.',
  ),
  'key-of-envelope': entry(
    'key-binding',
    'pass',
    'The record that carries it is signed by the same issuer, with the issuer’s key.',
  ),
  'key-of-somebody-else': entry(
    'key-binding',
    'fail',
    'It was signed with a key ({method}) that is not a key of the issuer it names ({issuer}).',
    'Ask the issuer whether the credential is theirs.',
  ),
  'key-not-for-assertions': entry(
    'key-binding',
    'fail',
    'The issuer does not allow this key ({method}) to sign credentials.',
    'Ask the issuer whether the credential is theirs.',
  ),
  'key-outside-window': entry(
    'key-binding',
    'fail',
    'The key was not in use by the issuer on the date of the signature ({date}).',
    'Ask the issuer whether the credential is theirs.',
  ),
  'key-revoked': entry(
    'key-binding',
    'fail',
    'The issuer has withdrawn this key ({method}).',
    'Ask the issuer for a credential that is signed with a current key.',
  ),
  'issuer-id-deceptive': entry(
    'key-binding',
    'fail',
    'The issuer’s identifier is written in a form that can deceive ({detail}): {issuer}.',
    'Ask the issuer whether the credential is theirs.',
  ),
  'envelope-of-another-issuer': entry(
    'key-binding',
    'not-checked',
    'It has no signature of its own, and the record that carries it was signed by somebody else ({issuer}).',
    'Ask the candidate for the credential as its issuer signed it.',
  ),
  'issuer-document-missing': entry(
    'key-binding',
    'not-checked',
    'No issuer pack says which keys belong to {issuer}.',
    'Add an issuer pack that holds the keys of this issuer.',
  ),
  'issuer-id-missing': entry(
    'key-binding',
    'not-checked',
    'The credential names no issuer by an identifier.',
    'Ask the candidate for the original file from the issuer.',
  ),
  'key-window-undated': entry(
    'key-binding',
    'not-checked',
    'The issuer used this key only for a time, and the signature does not say when it was made.',
    'Ask the issuer when the credential was signed.',
  ),
  'key-not-looked-at': entry(
    'key-binding',
    'not-checked',
    'There is no signature that could be tied to the issuer.',
    'Ask the candidate for the signed credential, or the issuer for a confirmation.',
  ),

  // ── issuer: does the employer know the issuer ──────────────────────────────────────────────────────────────────
  'issuer-recognised': entry('issuer', 'pass', 'The issuer {name} is on your trust list (issuer pack “{source}”).'),
  'issuer-pinned': entry('issuer', 'pass', 'You have pinned this issuer yourself ({by}).'),
  'issuer-pack-expired': entry(
    'issuer',
    'stale',
    'The issuer {name} is on your trust list, but the issuer pack “{source}” is out of date since {date}.',
    'Load a current issuer pack.',
  ),
  'issuer-pack-old': entry(
    'issuer',
    'stale',
    'The issuer {name} is on your trust list, but the issuer pack “{source}” is of {date} and gives no end: it may be out of date.',
    'Load a current issuer pack.',
  ),
  'issuer-pack-unpinned': entry(
    'issuer',
    'not-checked',
    'The issuer {name} stands in the issuer pack “{source}”, but your rules count only packs of publishers whom you have pinned, and its publisher is none of them.',
    'Pin the publisher of the pack under Issuers, or pin this issuer yourself.',
  ),
  'issuer-self-asserted': entry(
    'issuer',
    'not-checked',
    'The issuer and the person described are the same: it is a statement about oneself.',
    'Ask for a confirmation by somebody else.',
  ),
  'issuer-unknown': entry(
    'issuer',
    'not-checked',
    'The issuer is not on your trust list; the name {name} is only what the file says.',
    'If you know this issuer, pin it under Issuers, or add a pack that lists it.',
  ),
  'issuer-not-proven': entry(
    'issuer',
    'not-checked',
    'Nothing proves that the credential comes from the issuer it names ({name}).',
    'See what would settle the signature and the issuer’s key.',
  ),
  'issuer-name-imitates': entry(
    'issuer',
    'fail',
    'The issuer calls itself {name}, which looks like {recognised} on your trust list, but its key is another one.',
    'Ask {recognised} whether the credential is theirs before you rely on it.',
  ),

  // ── validity: do the dates hold at the time of judging ─────────────────────────────────────────────────────────
  'valid-until': entry('validity', 'pass', 'It is valid until {date}.'),
  'valid-without-end': entry('validity', 'pass', 'It has no date of expiry.'),
  expired: entry('validity', 'fail', 'It expired on {date}.', 'Ask the candidate whether it was renewed.'),
  'expired-within-grace': entry(
    'validity',
    'stale',
    'It expired on {date}; your rules still count it with a reservation for {days} days after that.',
    'Ask the candidate whether it was renewed.',
  ),
  'not-yet-valid': entry('validity', 'fail', 'It only becomes valid on {date}.', 'Check again after that date.'),
  'proof-expired': entry(
    'validity',
    'fail',
    'Its signature was limited in time and ran out on {date}.',
    'Ask the issuer for a new signature.',
  ),
  'proof-from-the-future': entry(
    'validity',
    'fail',
    'Its signature carries a date in the future ({date}).',
    'Ask the issuer for a new signature.',
  ),
  'dates-kept-back': entry(
    'validity',
    'not-checked',
    'The holder kept parts of it back, and a date of expiry may stand there.',
    'Ask the candidate to disclose its dates, or ask the issuer until when it is valid.',
  ),
  'date-unreadable': entry(
    'validity',
    'not-checked',
    'A date in it can’t be read ({field}).',
    'Ask the issuer until when it is valid.',
  ),

  // ── status: was it taken back ──────────────────────────────────────────────────────────────────────────────────
  'status-none': entry('status', 'not-applicable', 'The issuer did not foresee that it could be taken back.'),
  'status-clear': entry('status', 'pass', 'It had not been taken back on {date}.'),
  revoked: entry(
    'status',
    'fail',
    'The issuer has revoked it (list of {date}).',
    'Ask the candidate or the issuer why it was revoked.',
  ),
  'revoked-by-itself': entry(
    'status',
    'fail',
    'The badge itself says that its issuer revoked it.',
    'Ask the candidate or the issuer why it was revoked.',
  ),
  suspended: entry(
    'status',
    'fail',
    'The issuer has suspended it (list of {date}).',
    'Check again with a later status list: a suspension can be lifted.',
  ),
  'status-list-stale': entry(
    'status',
    'stale',
    'It had not been taken back on {date}, but that list is out of date.',
    'Load a current issuer pack with status lists.',
  ),
  'status-list-missing': entry(
    'status',
    'not-checked',
    'Whether it was taken back stands in a list that is in none of your issuer packs ({list}).',
    'Load an issuer pack that holds this list.',
  ),
  'status-list-unproven': entry(
    'status',
    'not-checked',
    'The status list in the issuer pack is not properly signed by the issuer ({detail}).',
    'Load a current issuer pack.',
  ),
  'status-list-foreign': entry(
    'status',
    'not-checked',
    'The status list comes from somebody other than the issuer ({issuer}).',
    'Ask the issuer who keeps its status list.',
  ),
  'status-list-unusable': entry(
    'status',
    'not-checked',
    'The status list can’t be used for this credential ({detail}).',
    'Ask the issuer for the current status.',
  ),
  'status-entry-malformed': entry(
    'status',
    'not-checked',
    'The credential refers to its status in an unreadable way ({detail}).',
    'Ask the issuer for the current status.',
  ),
  'status-type-unknown': entry(
    'status',
    'not-checked',
    'Whether it was taken back is kept in a way that Tessera does not know ({type}).',
    'Ask the issuer for the current status.',
  ),
  'status-not-looked-at': entry(
    'status',
    'not-checked',
    'Whether it was taken back was not looked at, because the file is too complex to check within the limits.',
    'Ask the issuer for a plain copy of the credential.',
  ),
  'status-kept-back': entry(
    'status',
    'not-checked',
    'The holder kept parts of it back, and whether it was taken back may stand there.',
    'Ask the candidate to disclose its status, or ask the issuer.',
  ),
  'status-message': entry(
    'status',
    'not-checked',
    'The issuer keeps a status of its own for it ({purpose}), which read “{message}” on {date}; whether that takes it back is for the issuer to say.',
    'Ask the issuer what the status means.',
  ),
  'status-current': entry(
    'status',
    'not-applicable',
    'The issuer had announced no newer version of it on {date}, and did not foresee that it could be taken back.',
  ),
  'status-outdated': entry(
    'status',
    'stale',
    'The issuer has announced that a newer version of it is available (list of {date}).',
    'Ask the candidate for the newer version.',
  ),
  'status-clear-by-pack': entry(
    'status',
    'pass',
    'It was not in the issuer’s list of revoked credentials on {date}. The list is not signed by the issuer; the issuer pack “{source}”, whose publisher you have pinned, vouches for it.',
  ),
  'revoked-in-unsigned-list': entry(
    'status',
    'fail',
    'It stands in the issuer’s list of revoked credentials of {date}. The list is not signed by the issuer; it came with the issuer pack “{source}”.',
    'Ask the candidate or the issuer whether it was revoked, and why.',
  ),
  'status-list-unsigned': entry(
    'status',
    'not-checked',
    'It is not in the list of revoked credentials in the issuer pack “{source}”, but nobody whom you have pinned vouches for that list, as it is not signed.',
    'Pin the publisher of the issuer pack under Issuers, or load a pack of a publisher whom you have pinned.',
  ),
  'status-list-too-large': entry(
    'status',
    'not-checked',
    'The status list is larger than {megabytes} MB when it is unpacked, and was not read.',
    'Ask the issuer for the current status.',
  ),
  'status-list-form-unknown': entry(
    'status',
    'not-checked',
    'The status list is written in a form that this version of Tessera does not read ({form}).',
    'Ask the issuer for the current status.',
  ),

  // ── holder: does it belong to this candidate ───────────────────────────────────────────────────────────────────
  'holder-proved': entry(
    'holder',
    'pass',
    'The candidate has shown that the identifier to which it was issued is theirs.',
  ),
  'holder-proved-earlier': entry(
    'holder',
    'pass',
    'The holder of the identifier to which it was issued signed the presentation. Whether that was now and for you was not checked.',
  ),
  'holder-key-proved': entry(
    'holder',
    'pass',
    'Whoever handed it over held the key to which it was issued; that was signed on {date} for {audience}, not for you.',
  ),
  'holder-key-broken': entry(
    'holder',
    'fail',
    'The holder’s signature, which shows that it was handed over by its owner, does not hold: {detail}.',
    'Ask the candidate to export the credential from their wallet again.',
  ),
  'holder-key-not-checked': entry(
    'holder',
    'not-checked',
    'The holder’s signature could not be checked: {detail}.',
    'Ask the candidate to show that it was issued to them.',
  ),
  'holder-key-not-proved': entry(
    'holder',
    'not-checked',
    'It was issued to a key, and nobody has shown here that they hold it.',
    'Ask the candidate to export it from their wallet with a proof that it is theirs (key binding).',
  ),
  'holder-id-matches': entry('holder', 'pass', 'It was issued to an identifier that is known to be the candidate’s.'),
  'holder-email-matches': entry('holder', 'pass', 'It was issued to an e-mail address of the candidate.'),
  'holder-presented-by-other': entry(
    'holder',
    'fail',
    'It was presented by somebody other than the person to whom it was issued.',
    'Ask the candidate to present it with their own key.',
  ),
  // People have several addresses, so this alone makes nothing invalid.
  'holder-email-differs': {
    ...entry(
      'holder',
      'fail',
      'It was issued to an e-mail address that is none of those known for the candidate.',
      'Ask the candidate for the address to which it was issued, and add it.',
    ),
    consequence: 'verified-with-reservations',
  },
  // A person can have two identifiers, so this alone makes nothing invalid.
  'holder-differs-from-record': {
    ...entry(
      'holder',
      'fail',
      'It was issued to another identifier than the record that it came in.',
      'Ask the candidate whether both identifiers are theirs, or the issuer of the record why it stands in there.',
    ),
    consequence: 'verified-with-reservations',
  },
  'holder-email-differs-from-record': {
    ...entry(
      'holder',
      'fail',
      'It was issued to another e-mail address than the record that it came in.',
      'Ask the candidate whether both addresses are theirs.',
    ),
    consequence: 'verified-with-reservations',
  },
  'holder-presentation-broken': entry(
    'holder',
    'fail',
    'The candidate’s signature on the presentation does not hold.',
    'Ask the candidate to present it again.',
  ),
  // Unlike a file without any: somebody signed it, and it may have been somebody else.
  'holder-presentation-not-checked': {
    ...entry(
      'holder',
      'not-checked',
      'It came in a presentation whose signature could not be checked.',
      'Ask the candidate to present it with a key that can be checked offline.',
    ),
    consequence: 'verified-with-reservations',
  },
  'holder-not-proved': entry(
    'holder',
    'not-checked',
    'It was issued to an identifier ({subject}), and nobody has shown here that it is theirs.',
    'Ask the candidate for a signed presentation.',
  ),
  'holder-email-not-known': entry(
    'holder',
    'not-checked',
    'It was issued to an e-mail address, and none is known for the candidate.',
    'Add the candidate’s e-mail address in the manifest.',
  ),
  'holder-identifier-not-comparable': entry(
    'holder',
    'not-checked',
    'It names the person only in a way that can’t be compared with what you know of the candidate ({kinds}).',
    'Ask the issuer to whom it was issued, or the candidate for a signed presentation.',
  ),
  'holder-not-stated': entry(
    'holder',
    'not-checked',
    'It does not say to whom it was issued in a way that can be checked.',
    'Ask the issuer to whom it was issued.',
  ),

  // ── endorsements: does somebody else stand up for it ───────────────────────────────────────────────────────────
  'endorsements-none': entry('endorsements', 'not-applicable', 'Nobody has endorsed it.'),
  'endorsements-valid': entry(
    'endorsements',
    'pass',
    '{passed} of {total} endorsements hold and come from somebody on your trust list.',
  ),
  'endorsers-unknown': entry(
    'endorsements',
    'not-checked',
    'Its endorsements ({total}) hold in themselves, but come from nobody on your trust list.',
    'If you know an endorser, pin it under Issuers, or add a pack that lists it.',
  ),
  'endorsements-some-failed': entry(
    'endorsements',
    'fail',
    '{failed} of {total} endorsements do not hold.',
    'Disregard the endorsements, or ask the endorser.',
  ),
  'endorsements-not-checked': entry(
    'endorsements',
    'not-checked',
    '{open} of {total} endorsements could not be checked.',
    'Add an issuer pack that holds the keys of the endorsers.',
  ),

  // ── one endorsement: listed in the report, each with its own finding ───────────────────────────────────────────
  'endorsement-holds': entry(
    'endorsements',
    'pass',
    'The endorsement is genuine, speaks of this credential, and comes from somebody on your trust list.',
  ),
  'endorser-unknown': entry(
    'endorsements',
    'not-checked',
    'The endorsement is genuine, but its endorser is not on your trust list: the name is only what the endorser says.',
    'If you know the endorser, pin it under Issuers, or add a pack that lists it.',
  ),
  'endorsement-own': entry(
    'endorsements',
    'not-checked',
    'The endorsement comes from the issuer or the holder of the credential, so it adds nothing to it.',
    'Ask for a confirmation by somebody else.',
  ),
  'endorsement-status-open': entry(
    'endorsements',
    'stale',
    'The endorsement is genuine, but whether it was taken back since is not settled: “{detail}”.',
    'Load a current issuer pack with status lists.',
  ),
  'endorsement-not-verified': entry(
    'endorsements',
    'not-checked',
    'The endorsement could not be checked: “{detail}”.',
    'Add an issuer pack that holds the keys of the endorser.',
  ),
  'endorsement-over-limit': entry(
    'endorsements',
    'not-checked',
    'The endorsement was not looked at: of one credential, {limit} are.',
    'Ask the candidate which endorsement matters.',
  ),
  'endorsement-digest-differs': entry(
    'endorsements',
    'not-checked',
    'The endorsement fixes by a checksum which wording of the {of} it is for, and the wording here is not known to be that.',
    'Ask the endorser which wording was endorsed.',
  ),
  'endorsement-broken': entry(
    'endorsements',
    'fail',
    'The endorsement does not hold: “{detail}”.',
    'Disregard the endorsement, or ask the endorser.',
  ),
  'endorsement-ended': entry(
    'endorsements',
    'fail',
    'The endorsement is not valid at this time: “{detail}”.',
    'Disregard the endorsement, or ask the endorser whether it still stands.',
  ),
  'endorsement-taken-back': entry(
    'endorsements',
    'fail',
    'The endorsement was taken back: “{detail}”.',
    'Disregard the endorsement, or ask the endorser.',
  ),
  'endorsement-of-something-else': entry(
    'endorsements',
    'fail',
    'The endorsement speaks of something other than what it was put beside.',
    'Disregard the endorsement.',
  ),
  'endorsement-content-differs': entry(
    'endorsements',
    'fail',
    'The endorsement is for another wording than the one here ({what}).',
    'Disregard the endorsement, or ask the endorser what was endorsed.',
  ),
  'endorser-name-imitates': entry(
    'endorsements',
    'fail',
    'The endorser calls itself {name}, which looks like {recognised} on your trust list, but its key is another one.',
    'Ask {recognised} whether the endorsement is theirs before you rely on it.',
  ),
} as const satisfies Record<string, CheckCodeEntry>;

export type CheckCode = keyof typeof CHECK_CODES;

/** The entry of a code that came from storage or another process; null where this version does not know it. */
export function checkCodeEntry(code: string): CheckCodeEntry | null {
  return Object.hasOwn(CHECK_CODES, code) ? CHECK_CODES[code as CheckCode] : null;
}

function entry(axis: CheckAxis, state: CheckState, message: string, settledBy: string | null = null): CheckCodeEntry {
  return { axis, state, message, settledBy };
}
