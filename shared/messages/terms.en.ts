/** The glossary: what each word means here, in a sentence or two, shown where the word stands. */
export const terms = {
  credential: {
    name: 'credential',
    text: 'A statement about a person that its issuer signed: a badge, a certificate, a licence, an entry of a learner record.',
  },
  issuer: {
    name: 'issuer',
    text: 'Who signed the credential: a school, a training provider, a professional body. A name alone is a claim; only a key on your list makes an issuer recognised.',
  },
  'issuer pack': {
    name: 'issuer pack',
    text: 'A file with the keys and revocation lists of issuers, made on a computer that is online. With it Tessera verifies without a connection.',
  },
  publisher: {
    name: 'publisher',
    text: 'Who made and signed an issuer pack. Pin a publisher once you have compared the fingerprint of its key; later packs signed with that key are then known to be its own.',
  },
  fingerprint: {
    name: 'fingerprint',
    text: 'A short number computed from a key or a file. Two that are the same belong to the same key; even a small difference means another one.',
  },
  signature: {
    name: 'signature',
    text: 'A seal computed from every word of the credential with a key that only its issuer has. Change one letter and it no longer fits.',
  },
  key: {
    name: 'key',
    text: 'What an issuer signs with. Its public half, in an issuer pack or in the issuer’s identifier, shows whether a signature was made with it.',
  },
  endorsement: {
    name: 'endorsement',
    text: 'A signed statement by somebody else who stands up for the credential, for what it awards or for its issuer. Each is checked on its own.',
  },
  standard: {
    name: 'standard',
    text: 'The published rules by which the credential is written, such as Open Badges 3.0. A schema is such rules in a form that a program can check. Breaking one is a slip of the issuer’s and no sign of forgery.',
  },
  dates: {
    name: 'dates',
    text: 'From when and until when it is valid, as its issuer wrote it, held against the day as of which credentials are judged.',
  },
  pin: {
    name: 'pin',
    text: 'Your own decision to recognise an issuer. It is logged with your reason and can be taken back.',
  },
  'status list': {
    name: 'status list',
    text: 'A list that the issuer publishes and signs, saying which credentials were revoked or suspended.',
  },
  verdict: {
    name: 'verdict',
    text: 'What all the checks of a credential come to. It follows from the checks alone: nobody sets it by hand.',
  },
  holder: {
    name: 'holder',
    text: 'The person to whom the credential was given. A file proves who signed it, not who sent it.',
  },
  'text similarity': {
    name: 'text similarity',
    text: 'How alike two wordings are to the text model. It says nothing of how well a person can do the work, and it alone never meets a must-have.',
  },
  'must-have': {
    name: 'must-have',
    text: 'A requirement without which the job cannot be done. It counts as evidenced by the same framework entry or the same words in a credential whose proof covers them, or by a person’s judgement – never by text similarity alone. What the holder only claims has to be confirmed. A missing one hides nobody.',
  },
  band: {
    name: 'band',
    text: 'Strong, likely, possible or none: how probable it is that the evidence is about what is asked. Two people in one band are not told apart by it.',
  },
  tier: {
    name: 'tier',
    text: 'How a requirement was met: by a person’s judgement, by the same framework entry, by the same words, by a related skill of a taxonomy, or by text similarity.',
  },
  pseudonym: {
    name: 'pseudonym',
    text: 'A neutral, stable name in place of a person’s own, so that only evidence counts while names are hidden.',
  },
  'T-profile': {
    name: 'T-profile',
    text: 'A picture of what is evidenced: the depth in one field is the stem, other fields and transversal skills are the bar.',
  },
  'dry run': {
    name: 'dry run',
    text: 'A look at what an import would do, which changes nothing.',
  },
} as const satisfies Readonly<Record<string, { readonly name: string; readonly text: string }>>;
export type TermName = keyof typeof terms;
