import type { CandidateBasis } from '../model/credential.ts';
import { counted } from './plural.ts';

/** Words of the screens Candidates and Candidate. */
export const candidates = {
  title: 'Candidates',
  lead: (people: number, credentials: number) =>
    `${counted(people, 'person', 'people')} with ${counted(credentials, 'credential', 'credentials')}`,
  emptyTitle: 'No candidates yet',
  empty: 'Import the files that candidates sent; the people in them appear here.',
  emptyAction: 'Go to Import',
  search: 'Search candidates',
  searchHint: 'Press / to search',
  verdictFilter: 'Has a credential that is',
  anyVerdict: 'Any verdict',
  shown: (shown: number, all: number) => `${shown} of ${counted(all, 'person', 'people')}`,
  hidden: (count: number) => `${count} hidden by filters`,
  showHidden: 'Show all',
  noneLeft: 'No candidate fits the filters.',
  table: 'Candidates',
  columns: {
    candidate: 'Candidate',
    credentials: 'Credentials',
    verdicts: 'Verdicts',
    basis: 'Known by',
    imported: 'Imported',
  },
  sortBy: (column: string) => `Sort by ${column}`,
  keys: 'J and K or the arrow keys move, Enter opens.',
  bases: {
    'subject-id': 'Subject identifier',
    'email-hash': 'E-mail, by its hash',
    manifest: 'Your manifest',
    file: 'The file alone',
  } satisfies Record<CandidateBasis, string>,
  basisExplained: {
    'subject-id': 'The credentials name the same subject identifier.',
    'email-hash': 'The credentials carry the hash of an e-mail address that stands in your manifest.',
    manifest: 'Your manifest says that the files are this person’s.',
    file: 'Nothing but the file connects the credentials with a person: the holder is not established.',
  } satisfies Record<CandidateBasis, string>,
};

export const candidate = {
  back: 'Candidates',
  knownBy: 'Known by',
  imported: 'Imported',
  reference: 'Reference',
  email: 'E-mail',
  reveal: 'Reveal name',
  revealTitle: 'Reveal the name of this person',
  revealText: 'Names are hidden so that only evidence counts. Revealing one is an act that the log records.',
  revealConfirm: 'Reveal and log',
  revealed: 'Revealed by you; the log records it.',
  hideAgain: 'Hide again',
  erase: 'Erase person',
  eraseTitle: 'Erase this person',
  eraseText:
    'Removes the person, the credentials and everything computed from them. The log keeps a mark without a name. This cannot be undone.',
  eraseConfirm: 'Erase for good',
  overview: 'T-profile',
  profileNote: 'Says what is evidenced. It ranks nobody and stays out of the score.',
  profileTable: 'The T-profile as a table, with every quote',
  credentials: 'Credentials',
  credentialCount: (count: number) => counted(count, 'credential', 'credentials'),
  match: 'Match',
  matchJob: 'Read against the job',
  noJob: 'No job',
  matchLead: (evidenced: number, total: number) =>
    `${evidenced} of ${counted(total, 'must-have', 'must-haves')} evidenced`,
  openRanking: 'Open in the ranking',
  notRanked: 'This person is not in the ranking of this job.',
  openCredential: (name: string) => `Open ${name}`,
  issuedBy: (issuer: string) => `by ${issuer}`,
  awarded: (date: string) => `awarded ${date}`,
  unknownIssuer: 'an issuer without a name',
  noCredentials: 'No credentials are stored for this person.',
};
