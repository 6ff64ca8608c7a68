import type { CheckAxis } from '../model/check.ts';
import type { MissingTrustData, VerificationPolicy } from '../model/trust.ts';
import { counted } from './plural.ts';

const credentials = (count: number) => counted(count, 'credential', 'credentials');

/** Words of the screen Issuers: whom the employer recognises, by which packs, pins and rules. */
export const issuers = {
  title: 'Issuers',
  lead: 'Whom you recognise. A name in a credential is a claim; a key on this list is what counts.',
  parts: 'Parts of this screen',
  part: {
    packs: 'Packs and publishers',
    seen: 'Issuers',
    policy: 'Rules',
    missing: 'What is missing',
  },

  packs: 'Issuer packs',
  packsText: 'A pack brings the keys and revocation lists with which Tessera verifies offline.',
  addPack: 'Add a pack',
  noPacks: 'No packs yet. Without one, credentials of web issuers cannot be verified offline.',
  columns: {
    pack: 'Pack',
    publisher: 'Signed by',
    retrieved: 'Age',
    holds: 'Holds',
    issuer: 'Issuer',
    recognition: 'Standing',
    credentials: 'Credentials',
    act: 'Act',
    fingerprint: 'Fingerprint of the key',
    since: 'Pinned',
    what: 'What is missing',
    settles: 'What it would settle',
    helps: 'Credentials',
    person: 'Candidate',
    achievement: 'Credential',
    verdict: 'Verdict',
    why: 'Why',
    at: 'When',
  },
  unsigned: 'Not signed',
  unsignedText: 'Nobody signed this pack: anyone could have written or changed it.',
  publisherPinned: (name: string) => `${name}, a publisher you pinned`,
  publisherUnpinned: 'Signed by a publisher you have not pinned',
  daysOld: (days: number) => (days === 0 ? 'made today' : `${counted(days, 'day', 'days')} old`),
  outOfDate: (date: string) => `out of date since ${date}`,
  goodUntil: (date: string) => `good until ${date}`,
  noExpiry: 'no end stated',
  retrievedOn: (date: string) => `Retrieved ${date}`,
  addedOn: (date: string) => `added ${date}`,
  holds: (issuers: number, lists: number) =>
    `${counted(issuers, 'issuer', 'issuers')}, ${counted(lists, 'status list', 'status lists')}`,
  removePack: 'Remove',
  removePackLabel: (source: string) => `Remove the pack of ${source}`,
  removePackTitle: 'Remove this pack',
  removePackText: (source: string) =>
    `Tessera then knows nothing of what only this pack holds: ${source}. Credentials that rest on it are judged anew.`,

  publishers: 'Publishers you pinned',
  publishersText: 'A pinned publisher’s next packs need no further question. Each is known by the key it signs with.',
  noPublishers: 'None yet. You can pin a publisher when you add a pack that it signed.',
  unpinPublisher: 'Unpin',
  unpinPublisherLabel: (name: string) => `Unpin the publisher ${name}`,
  unpinPublisherTitle: 'Unpin this publisher',
  unpinPublisherText: (name: string) =>
    `The packs of ${name} stay, but its next one has to be looked at anew. Under a rule that takes pinned publishers only, its issuers are no longer recognised.`,

  seen: 'Issuers seen in your credentials',
  seenText: 'Pin an issuer only when you know from elsewhere that the identifier is theirs.',
  noIssuers: 'No credentials have been imported yet.',
  unnamed: 'No name claimed',
  pin: 'Pin',
  pinLabel: (name: string) => `Pin ${name}`,
  unpin: 'Unpin',
  unpinLabel: (name: string) => `Unpin ${name}`,
  pinTitle: 'Pin this issuer',
  pinText: 'From now on its credentials count as coming from an issuer on your list.',
  unpinTitle: 'Unpin this issuer',
  unpinText: 'Its credentials no longer count as coming from an issuer on your list.',
  pinnedBecause: (reason: string, by: string, date: string) => `Pinned by ${by} on ${date}: ${reason}`,
};

/** Words of adding a pack, step by step. */
export const addingPack = {
  title: 'Add this pack?',
  reading: 'Reading the pack',
  about: 'What it is',
  source: 'Comes from',
  version: 'Version',
  retrieved: 'Gathered',
  holds: 'Holds',
  fingerprint: 'The file’s fingerprint',
  replaces: 'Replaces',
  replacesNothing: 'Nothing: you have no pack from this source yet.',
  replacesThis: (version: string, date: string) => `Version ${version}, gathered on ${date}`,
  sameContent: 'It holds the same as the one it replaces.',
  difference: {
    issuersAdded: (count: number) => `adds ${counted(count, 'issuer', 'issuers')}`,
    issuersRemoved: (count: number) => `drops ${counted(count, 'issuer', 'issuers')}`,
    keysAdded: (count: number) => `adds ${counted(count, 'key', 'keys')}`,
    keysRemoved: (count: number) => `drops ${counted(count, 'key', 'keys')}`,
    statusListsAdded: (count: number) => `adds ${counted(count, 'status list', 'status lists')}`,
    statusListsRemoved: (count: number) => `drops ${counted(count, 'status list', 'status lists')}`,
    documentsAdded: (count: number) => `adds ${counted(count, 'vocabulary or form', 'vocabularies or forms')}`,
    documentsRemoved: (count: number) => `drops ${counted(count, 'vocabulary or form', 'vocabularies or forms')}`,
    documentsChanged: (count: number) => `changes ${counted(count, 'entry', 'entries')} that both hold`,
  },
  differenceTitle: 'Compared with what it replaces',
  differenceList: 'See each difference',
  signer: 'Who signed it',
  signedByPinned: (name: string) => `${name}, whose key you pinned. The signature holds.`,
  signedByUnknown: 'The signature holds, but you have not pinned this publisher’s key yet.',
  compare:
    'Before you trust it, compare this fingerprint with the one that the publisher gives you in another way: on its website, by telephone, in a letter. All sixteen groups must be the same.',
  notSigned: 'Nobody. Anyone could have written it or changed it on its way to you.',
  notSignedNext: 'Add it only if you know how it came here, and say why.',
  choice: 'This publisher',
  choosePin: 'Pin this publisher',
  choosePinText: 'I compared the fingerprint. Take its next packs without asking again.',
  chooseOnce: 'Take this pack only',
  chooseOnceText: 'The next pack of this publisher is asked about again.',
  publisherName: 'Name of the publisher',
  publisherNameHint: 'Under which you know it; it is shown beside the fingerprint.',
  pinReasonHint: 'How you compared the fingerprint. The reason is kept in the log.',
  pinEffect: 'Your rules recognise only packs of pinned publishers, so the packs that you have may count from now on:',
  onceReasonHint: 'Why this pack may be used. The reason is kept in the log.',
  onceDoesNotCount:
    'Your rules recognise only issuers in packs of pinned publishers: taken this way, this pack makes nobody recognised.',
  effect: 'What it would change',
  accept: 'Add pack',
  pinAndAccept: 'Pin publisher and add pack',
  done: (issuers: number) => `Pack added with ${counted(issuers, 'issuer', 'issuers')}.`,
};

/** What a change of trust data does, or would do. */
export const effects = {
  looking: 'Looking at what it would change',
  cancelled: 'You stopped looking before the end, so the effect is not known.',
  show: 'Show effect',
  again: 'Look again',
  waits: 'You can decide once the effect is known.',
  wouldMove: (moved: number, checked: number) =>
    moved === 0
      ? `No verdict would move. ${checked === 0 ? 'No credential rests on it.' : `${credentials(checked)} looked at.`}`
      : `${counted(moved, 'verdict', 'verdicts')} would move, of ${credentials(checked)} looked at.`,
  moved: (moved: number, checked: number) =>
    moved === 0
      ? `No verdict moved. ${checked === 0 ? 'Every credential was up to date.' : `${credentials(checked)} checked again.`}`
      : `${counted(moved, 'verdict', 'verdicts')} moved, of ${credentials(checked)} checked again.`,
  otherwiseWould: (count: number) =>
    `For ${credentials(count)} the verdict would stay, while what one of the checks found would be different.`,
  otherwiseDid: (count: number) =>
    `For ${credentials(count)} the verdict stayed, while what one of the checks found is different.`,
  ways: (count: number, from: string, to: string) => `${count} from “${from}” to “${to}”`,
  table: 'Verdicts that move',
  movedTable: 'Verdicts that moved',
  becomes: 'becomes',
  unnamed: 'Credential without a name',
  openCredential: (name: string, person: string) => `Open ${name} of ${person}`,
  resultTitle: 'What changed',
  dismiss: 'Close',
};

/** Verdicts that moved since a person last looked. */
export const changes = {
  title: (count: number) => `${counted(count, 'verdict', 'verdicts')} changed since you last looked`,
  note: 'By a new pack, another rule, a pin, or because time has passed.',
  show: 'Show them',
  hide: 'Hide them',
  seen: 'I have seen them',
};

/** The rules of verification that the employer sets. */
export const policy = {
  title: 'Rules for verification',
  lead: 'These hold for every credential in this workspace. Nothing changes before you have seen the effect and given a reason.',
  version: (version: number) => `Version ${version}`,
  asDelivered: 'as Tessera comes with them',
  recognisedPacks: 'Whose issuers count as recognised',
  recognisedPacksOf: {
    accepted: 'Those of every pack that you added',
    'pinned-publisher': 'Only those of packs signed by a publisher you pinned',
  } satisfies Record<VerificationPolicy['recognisedPacks'], string>,
  recognisedPacksText:
    'The second is stricter: packs without a signature, and packs of publishers you have not pinned, then still bring keys and lists, but make nobody recognised.',
  expiryGraceDays: 'Days of grace after expiry',
  expiryGraceDaysText:
    'For so many days an expired credential is “verified with reservations” and not “not valid”, so that somebody who is renewing a licence is not missed. 0 means none.',
  staleAfterDays: 'Days until revocation data is out of date',
  staleAfterDaysText:
    'A list of revoked credentials that names no end of its own is taken for out of date after so many days. What rests on it is then no longer “verified”.',
  days: 'days',
  between: (least: number, most: number) => `A whole number from ${least} to ${most}.`,
  show: 'Show effect',
  unchanged: 'These are the rules in force.',
  effect: 'What these rules would change',
  apply: 'Apply rules',
  reasonHint: 'Why the rules change. The reason is kept in the log.',
  reset: 'Back to the rules in force',
  applied: (version: number) => `Rules applied. They are now version ${version}.`,
};

/** Trust data that credentials refer to and nobody has brought yet. */
export const missing = {
  title: 'What is missing',
  lead: 'Tessera opens no connection. These documents would let it settle what is open; somebody with a connection can gather them.',
  none: 'Nothing is missing: your packs hold all that your credentials refer to.',
  kinds: {
    'did-document': 'Keys of an issuer',
    issuer: 'Keys of an issuer',
    'status-list': 'List of revoked credentials',
    context: 'Vocabulary',
    schema: 'Form of a credential',
  } satisfies Record<MissingTrustData['kind'], string>,
  settles: {
    'did-document': 'Whether the signature is the issuer’s.',
    issuer: 'Whether the signature is the issuer’s.',
    'status-list': 'Whether a credential was taken back.',
    context: 'What the words of a credential mean, without which its signature cannot be checked.',
    schema: 'Whether a credential has the form that its issuer announced. It says nothing about the signature.',
  } satisfies Record<MissingTrustData['kind'], string>,
  save: 'Save the list',
  saved: (file: string) => `Saved as ${file}.`,
  howTitle: 'How to gather them',
  how: [
    'Save the list and take it to a computer with a connection. It names documents, never a person.',
    'There, somebody runs the command below, which asks for each document and writes a pack.',
    'Bring the pack back and add it under “Packs and publishers”.',
  ],
};

/** The axes in the words of a filter or of a cause: what went wrong there. */
export const axisConcerns = {
  format: 'Form of the file',
  schema: 'Follows its standard',
  integrity: 'Signature',
  'key-binding': 'Key of the issuer',
  issuer: 'Trust list',
  validity: 'Dates',
  status: 'Revocation',
  holder: 'Holder',
  endorsements: 'Endorsements',
} satisfies Record<CheckAxis, string>;
