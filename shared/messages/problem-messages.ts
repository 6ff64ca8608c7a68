import type { Problem, ProblemCode } from '../api/problems.ts';
import { taxonomyNextStep, taxonomyReason, taxonomyRowReason } from './taxonomies.en.ts';

/** What happened, and what to do next: each one sentence or two of plain English. */
export interface ProblemMessage {
  readonly what: string;
  readonly next: string;
}

/** The words of a problem. `file` is the file that it is about, as the person knows it. */
export function problemMessage(problem: Problem, file?: string): ProblemMessage {
  const words = PROBLEM_WORDS[problem.code];
  const subject = file ?? textOf(problem.params['file']) ?? 'The file';
  const param = (name: string): string | null => textOf(problem.params[name]);
  return {
    what: words.what(subject, param),
    next: typeof words.next === 'string' ? words.next : words.next(param),
  };
}

/** Both parts as one line. */
export function problemSentence(problem: Problem, file?: string): string {
  const { what, next } = problemMessage(problem, file);
  return `${what} ${next}`;
}

interface ProblemWords {
  readonly what: (file: string, param: (name: string) => string | null) => string;
  readonly next: string | ((param: (name: string) => string | null) => string);
}

function textOf(value: string | number | undefined): string | null {
  return value === undefined ? null : String(value);
}

const JOB_REASONS: Readonly<Record<string, string>> = {
  empty: 'it is empty',
  'not-text': 'it is no text; open the file in the program that made it, and paste the words of the ad',
  'not-english': 'only ads in English are read',
  'no-requirements': 'nothing in it asks anything of a candidate',
  'broken-json': 'its JSON is broken',
  'requirement-without-text': 'a requirement has no words',
  'unknown-kind': 'a requirement has a kind that there isn’t',
  'unknown-priority': 'a priority is neither must, want nor trainable',
  'weight-out-of-range': 'a weight is not a number from 0 to 1',
  'level-out-of-range': 'a level is not a whole number from 1 to 8',
  'years-out-of-range': 'years of experience are not a whole number from 1 to 50',
  'age-out-of-range': 'a greatest age of evidence is not a number of years from 0 to 80',
  'same-id-twice': 'two requirements have the same id',
  'csv-broken': 'its quotes or columns don’t come out even',
  'csv-without-text': 'its heading has no column “text”',
};
const MANIFEST_REASONS: Readonly<Record<string, string>> = {
  'file-empty': 'it names no file',
  'nobody-named': 'it names nobody: it has no reference, name or e-mail address',
  email: 'its e-mail address is not one',
  columns: 'it has more fields than the heading',
  'too-long': 'a field is too long',
  'file-named-twice': 'another line names the same file',
  'not-text': 'it is not text',
  'no-file-column': 'it has no column “file”',
  csv: 'its quotes don’t close',
  empty: 'it is empty',
  'too-large': 'it is too large',
};

function manifestReason(reason: string | null): string {
  return (reason === null ? undefined : MANIFEST_REASONS[reason]) ?? 'it is not understood';
}

/** Where in a pack something is wrong, and what. */
function packPlace(param: (name: string) => string | null): string {
  const [path, detail] = [param('reason'), param('detail')];
  if (path === null || detail === null) return '';
  return path === 'not-json' || path === 'too-large' ? `: it ${detail}` : `: the field “${path}” ${detail}`;
}

const PACK_SIGNATURE_REASONS: Readonly<Record<string, string>> = {
  proof: 'the signature is not in a form that can be read',
  suite: 'in a way that Tessera does not take (it takes eddsa-jcs-2022)',
  purpose: 'for another purpose than to vouch for it',
  chain: 'as one signature upon another, which Tessera does not take',
  date: 'a date of its signature can’t be read',
  future: 'its signature carries a date in the future',
  key: 'not with a key that travels with it (an Ed25519 did:key)',
  'too-many': 'by more keys than are looked at',
};

function packSignatureReason(reason: string | null): string {
  const words = reason === null ? undefined : PACK_SIGNATURE_REASONS[reason];
  return words ?? 'its signature is wrong: it was changed after signing';
}

const ASK_FOR_BADGE = 'Ask for the badge itself: an Open Badges file (JSON), or the PNG or SVG with the badge in it.';
const ASK_AGAIN = 'Ask the sender for the file as the issuer gave it out, not opened and saved again.';
const SPLIT = 'If it is genuine, ask for its credentials as separate files.';

const SAVE_ATTACHMENT =
  'If the attachment is the credential, save it from a PDF reader as a file of its own and import that; if not, ask for the badge itself.';

const PDF_KINDS: Readonly<Record<string, string>> = {
  plain: ' without a signature: anyone could have written it, and nothing in it can be checked.',
  signed:
    ' with an electronic signature. Checking it takes certificates and lists of trusted authorities, which are online, so nothing of it was checked; a PDF reader can.',
  attachment: ' with a file attached. What is attached to a PDF is not read, and the PDF itself can’t be checked.',
  'signed-attachment':
    ' with an electronic signature and a file attached. Checking the signature takes lists of trusted authorities, which are online; what is attached is not read.',
};

const EUROPASS_FORMS: Readonly<Record<string, string>> = {
  json: ' without a seal around it',
  jades: ', sealed in the form JAdES',
  xml: ' in the older XML form',
};

const PROBLEM_WORDS: Readonly<Record<ProblemCode, ProblemWords>> = {
  'unknown-operation': {
    what: () => 'The app was asked for something that it can’t do.',
    next: 'Restart the app; if it happens again, report it.',
  },
  'invalid-input': {
    what: (_, param) => `The request was not understood${param('at') ? ` (${param('at')})` : ''}.`,
    next: 'Check what was entered and try again.',
  },
  'too-large': {
    what: () => 'That is more than can be taken in at once.',
    next: 'Split it into smaller parts and try again.',
  },
  'not-found': {
    what: () => 'It is not there any more.',
    next: 'Go back to the list, which shows what is there now.',
  },
  internal: {
    what: (_, param) =>
      `Something went wrong in Tessera${param('incident') ? ` (incident ${param('incident')})` : ''}.`,
    next: 'Nothing that was stored is lost. Try again; if it happens again, report the incident.',
  },
  'export-overtaken': {
    what: () =>
      'People, credentials or the job changed while the ranking was being written, so the file was not finished.',
    next: 'Export it again.',
  },
  cancelled: { what: () => 'Cancelled.', next: 'What was finished before is kept.' },
  'sender-refused': {
    what: () => 'A request from outside the app’s own window was refused.',
    next: 'Close the window and start the app again.',
  },
  'workspace-newer': {
    what: () => 'This workspace was written by a newer version of Tessera. It was left untouched.',
    next: 'Open it with the newer version, or choose another workspace.',
  },
  'workspace-damaged': {
    what: () => 'This workspace can’t be read: its file is damaged or is not Tessera’s. It was left untouched.',
    next: 'Restore it from a backup, or choose another workspace.',
  },
  'workspace-on-network-drive': {
    what: () => 'This workspace would be on a network drive, where it could be damaged.',
    next: 'Choose a folder on this computer’s own disk.',
  },
  'file-empty': { what: (file) => `${file} is empty.`, next: ASK_AGAIN },
  'file-too-large': {
    what: (file) => `${file} is larger than a credential file may be.`,
    next: ASK_FOR_BADGE,
  },
  'file-unreadable': {
    what: (file) => `${file} can’t be read.`,
    next: 'Check that the file is there and that you may open it.',
  },
  'not-a-credential': {
    what: (file) => `${file} holds no credential that Tessera knows.`,
    next: ASK_FOR_BADGE,
  },
  'broken-json': { what: (file) => `${file} is not complete JSON.`, next: ASK_AGAIN },
  'duplicate-json-key': {
    what: (file) => `${file} gives the same field twice, so it could be read in two ways.`,
    next: 'Don’t rely on it; ask the issuer for a correct file.',
  },
  'json-too-deep': { what: (file) => `${file} is nested too deeply to be read safely.`, next: SPLIT },
  'json-too-large': { what: (file) => `${file} holds more values than can be read safely.`, next: SPLIT },
  'prototype-key': {
    what: (file) => `${file} uses a field name that is an attack on programs.`,
    next: 'Don’t rely on it; ask the issuer for a correct file.',
  },
  'image-without-badge': {
    what: (file) => `${file} is a picture without a badge in it.`,
    next: 'Ask for the picture as downloaded from the issuer: a screenshot, or a picture saved again, has lost the badge.',
  },
  'image-damaged': { what: (file) => `${file} is a damaged picture.`, next: ASK_AGAIN },
  'image-more-badges': {
    what: (file) => `${file} has more than one badge in it; only the first was read.`,
    next: 'Ask for the other badges as files of their own.',
  },
  'badge-link-only': {
    what: (file) => `${file} has only a link to a badge in it, and Tessera opens no links.`,
    next: 'Open the link yourself if you trust it, save the badge as a file, and import that.',
  },
  'svg-unsafe': {
    what: (file) => `${file} is an SVG with parts that can do harm, and was not opened.`,
    next: 'Ask for the badge as JSON or PNG.',
  },
  'zip-damaged': { what: (file) => `${file} is a damaged ZIP archive.`, next: 'Ask for the archive again.' },
  'zip-bomb': {
    what: (file) => `${file} would unpack to far more than its size, as harmful archives do; it was not unpacked.`,
    next: 'Ask for the credential files one by one.',
  },
  'zip-encrypted': {
    what: (file) => `${file} is locked with a password.`,
    next: 'Unlock it yourself, or ask for it without a password.',
  },
  'zip-path-traversal': {
    what: (file) =>
      `${file} tries to write outside its own folder, as harmful archives do; that part was not unpacked.`,
    next: 'Ask for the credential files one by one.',
  },
  'zip-nested-too-deep': {
    what: (file) => `${file} has archives within archives, too many deep.`,
    next: 'Unpack it yourself and import the files.',
  },
  'jwt-malformed': { what: (file) => `${file} looks like a signed token but is not a whole one.`, next: ASK_AGAIN },
  'too-many-credentials': {
    what: (file) => `${file} holds more credentials than can be read safely from one file.`,
    next: SPLIT,
  },
  'too-complex': {
    what: (file) => `${file} is so complex that checking it was stopped. This doesn’t mean that it was tampered with.`,
    next: SPLIT,
  },
  'manifest-malformed': {
    what: (file, param) => `The manifest ${file} can’t be read: ${manifestReason(param('reason'))}.`,
    next: 'Save it as CSV with the columns file,candidate_ref,name,email,job.',
  },
  'manifest-row': {
    what: (file, param) =>
      `Line ${param('line') ?? '?'} of the manifest${file === 'The file' ? '' : ` ${file}`} was not used: ${manifestReason(param('reason'))}.`,
    next: 'Correct the line and import the manifest again with its files.',
  },
  'manifest-file-missing': {
    what: (file, param) => `The manifest names ${param('file') ?? file}, which was not among the files.`,
    next: 'Add the file, or take the row out.',
  },
  'format-pdf': {
    what: (file, param) => `${file} is a PDF${PDF_KINDS[param('kind') ?? ''] ?? PDF_KINDS['plain']}`,
    next: (param) => (param('kind')?.includes('attachment') === true ? SAVE_ATTACHMENT : ASK_FOR_BADGE),
  },
  'format-blockcerts': {
    what: (file, param) =>
      `${file} is a Blockcerts certificate${param('version') ? ` (version ${param('version')})` : ''}. It is proven by an entry in a public blockchain, which can only be looked up online, so nothing of it was checked.`,
    next: 'Check it with an online Blockcerts verifier, or ask whether the issuer also gives Open Badges 3.0.',
  },
  'endorsement-alone': {
    what: (file) =>
      `${file} is an endorsement by itself: it praises an issuer or a credential and shows nobody’s skill.`,
    next: 'Ask for the credential that it endorses, with the endorsement in it.',
  },
  'format-europass': {
    what: (file, param) =>
      `${file} is a European Digital Credential (Europass)${EUROPASS_FORMS[param('form') ?? ''] ?? ''}. Whether its seal holds depends on the lists of trusted authorities of the European Union, which are online, so nothing of it was checked.`,
    next: 'Check it with the Europass viewer online, or ask for an Open Badges file.',
  },
  'format-mdoc': {
    what: (file, param) =>
      `${file} is a mobile document (mdoc, ISO 18013-5${param('type') ? `, of the type ${param('type')}` : ''}), as phones keep for driving licences and identity cards. It is signed with certificates of authorities that Tessera doesn’t know, so nothing of it was checked.`,
    next: `It shows who somebody is and not what they can do. ${ASK_FOR_BADGE}`,
  },
  'format-sd-jwt': {
    what: (file) => `${file} is an SD-JWT with several signatures, which doesn’t say which of them counts.`,
    next: 'Ask the candidate to export the credential from their wallet again.',
  },
  'format-image': {
    what: (file) => `${file} is a picture of a kind that carries no badge.`,
    next: 'Ask for the PNG or SVG as downloaded from the issuer, or for the badge as JSON.',
  },
  'format-office': {
    what: (file) => `${file} is an office document. Nothing in it can be checked here.`,
    next: ASK_FOR_BADGE,
  },
  'pack-malformed': {
    what: (file, param) => `${file} is not an issuer pack that Tessera can read${packPlace(param)}.`,
    next: 'Ask the publisher of the pack for a correct one.',
  },
  'pack-signature': {
    what: (file, param) => `${file} is signed, but ${packSignatureReason(param('reason'))}.`,
    next: 'Don’t use it; get the pack from its publisher again.',
  },
  'pack-rollback': {
    what: (file) => `${file} is older than a pack of the same source that you have used already.`,
    next: 'Ask the publisher for the newest one. An old pack could bring back keys that were withdrawn.',
  },
  'pack-unsigned': {
    what: (file) => `${file} is not signed, so nobody can be held to what it says.`,
    next: 'Ask for a signed pack, or accept it with a reason if you know where it comes from.',
  },
  'pack-publisher-unpinned': {
    what: (file, param) =>
      `${file} is signed by a publisher whom you have not recognised (fingerprint ${param('fingerprint') ?? 'not stated'}).`,
    next: 'Compare the fingerprint with the publisher on another way, recognise it, and add the pack again; or accept this one pack with a reason.',
  },
  'pack-publisher-changed': {
    what: (file, param) =>
      `${file} gives the same source as a pack that you have, but it was signed by somebody else (fingerprint ${param('fingerprint') ?? 'not stated'}, before ${param('before') ?? 'not stated'}).`,
    next: 'Ask the publisher whether the key was changed before you accept it with a reason.',
  },
  'pack-part-unusable': {
    what: (file, param) => `${file} can’t become part of an issuer pack: ${param('detail') ?? 'it is not understood'}.`,
    next: 'Correct it or take it away, and build the pack again.',
  },
  'pack-signed-already': {
    what: (file) => `${file} is signed already.`,
    next: 'Say whether the new signature stands beside the present one (--add) or in its place (--replace).',
  },
  'publisher-key-unreadable': {
    what: (file) => `${file} is not a publisher’s private key (Ed25519, PEM, without a passphrase).`,
    next: 'Give the key that “tessera pack keygen” wrote, or make one with it.',
  },
  'job-malformed': {
    what: (file, param) => {
      const reason = JOB_REASONS[param('reason') ?? ''];
      const place = param('line') === null ? '' : ` (entry or line ${param('line') ?? ''})`;
      return `${file === 'The file' ? 'The job' : file} can’t be read as a job${reason === undefined ? '' : `: ${reason}`}${place}.`;
    },
    next: (param) =>
      param('reason') === 'not-english'
        ? 'Paste the English text of the ad, or write the requirements by hand.'
        : 'Use the text of the ad, CSV, a Tessera job file, a schema.org JobPosting or an HR Open JobDescription.',
  },
  'taxonomy-unknown': {
    what: (file) => `${file} is no taxonomy in a form that Tessera reads.`,
    next: 'Give ESCO or O*NET as they are downloaded, a CASE package, a CTDL-ASN framework, or a CSV with the column “label” and one of id, alternatives and broader.',
  },
  'taxonomy-malformed': {
    what: (file, param) =>
      `${file} was not used as a taxonomy: ${taxonomyReason(param('reason'))}${param('line') === null ? '' : ` (line ${param('line') ?? ''})`}.`,
    next: (param) => taxonomyNextStep(param('reason')),
  },
  'taxonomy-row': {
    what: (file, param) =>
      `${param('entry') === null ? `Line ${param('line') ?? '?'}` : `Entry ${param('entry') ?? '?'}`} of ${file} was not used: ${taxonomyRowReason(param('reason'))}.` +
      (param('more') === null ? '' : ` The same file has ${param('more') ?? ''} more such lines.`),
    next: 'The rest of the file was used; correct the line and add the files again.',
  },
  'model-missing': {
    what: () => 'The language model is missing, so only identical skills and like words are matched.',
    next: 'Install Tessera again to have similar wordings matched.',
  },
  'model-hash-mismatch': {
    what: () => 'The language model is not the one that belongs to this version, so it is not used.',
    next: 'Install Tessera again to have similar wordings matched.',
  },
  'model-failed': {
    what: () => 'The language model could not be started, so only identical skills and like words are matched.',
    next: 'Restart the app; if it happens again, report it.',
  },
};
