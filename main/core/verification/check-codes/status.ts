import { entriesOf, type CheckCodes } from './check-code-entry.ts';

const entry = entriesOf('status');

/** Was it taken back? */
export const STATUS_CODES = {
  'status-none': entry('not-applicable', 'The issuer did not foresee that it could be taken back.'),
  'status-clear': entry('pass', 'It had not been taken back on {date}.'),
  revoked: entry(
    'fail',
    'The issuer has revoked it (list of {date}).',
    'Ask the candidate or the issuer why it was revoked.',
  ),
  'revoked-by-itself': entry(
    'fail',
    'The badge itself says that its issuer revoked it.',
    'Ask the candidate or the issuer why it was revoked.',
  ),
  suspended: entry(
    'fail',
    'The issuer has suspended it (list of {date}).',
    'Check again with a later status list: a suspension can be lifted.',
  ),
  'status-list-stale': entry(
    'stale',
    'It had not been taken back on {date}, but that list is out of date.',
    'Load a current issuer pack with status lists.',
  ),
  'status-list-missing': entry(
    'not-checked',
    'Whether it was taken back stands in a list that is in none of your issuer packs ({list}).',
    'Load an issuer pack that holds this list.',
  ),
  'status-list-unproven': entry(
    'not-checked',
    'The status list in the issuer pack is not properly signed by the issuer ({detail}).',
    'Load a current issuer pack.',
  ),
  'status-list-foreign': entry(
    'not-checked',
    'The status list comes from somebody other than the issuer ({issuer}).',
    'Ask the issuer who keeps its status list.',
  ),
  'status-list-unusable': entry(
    'not-checked',
    'The status list can’t be used for this credential ({detail}).',
    'Ask the issuer for the current status.',
  ),
  'status-entry-malformed': entry(
    'not-checked',
    'The credential refers to its status in an unreadable way ({detail}).',
    'Ask the issuer for the current status.',
  ),
  'status-type-unknown': entry(
    'not-checked',
    'Whether it was taken back is kept in a way that Tessera does not know ({type}).',
    'Ask the issuer for the current status.',
  ),
  'status-not-looked-at': entry(
    'not-checked',
    'Whether it was taken back was not looked at, because the file is too complex to check within the limits.',
    'Ask the issuer for a plain copy of the credential.',
  ),
  'status-kept-back': entry(
    'not-checked',
    'The holder kept parts of it back, and whether it was taken back may stand there.',
    'Ask the candidate to disclose its status, or ask the issuer.',
  ),
  'status-message': entry(
    'not-checked',
    'The issuer keeps a status of its own for it ({purpose}), which read “{message}” on {date}; whether that takes it back is for the issuer to say.',
    'Ask the issuer what the status means.',
  ),
  'status-current': entry(
    'not-applicable',
    'The issuer had announced no newer version of it on {date}, and did not foresee that it could be taken back.',
  ),
  'status-outdated': entry(
    'stale',
    'The issuer has announced that a newer version of it is available (list of {date}).',
    'Ask the candidate for the newer version.',
  ),
  'status-clear-by-pack': entry(
    'pass',
    'It was not in the issuer’s list of revoked credentials on {date}. The list is not signed by the issuer; the issuer pack “{source}”, whose publisher you have pinned, vouches for it.',
  ),
  'revoked-in-unsigned-list': entry(
    'fail',
    'It stands in the issuer’s list of revoked credentials of {date}. The list is not signed by the issuer; it came with the issuer pack “{source}”.',
    'Ask the candidate or the issuer whether it was revoked, and why.',
  ),
  'status-list-unsigned': entry(
    'not-checked',
    'It is not in the list of revoked credentials in the issuer pack “{source}”, but nobody whom you have pinned vouches for that list, as it is not signed.',
    'Pin the publisher of the issuer pack under Issuers, or load a pack of a publisher whom you have pinned.',
  ),
  'status-list-too-large': entry(
    'not-checked',
    'The status list is larger than {megabytes} MB when it is unpacked, and was not read.',
    'Ask the issuer for the current status.',
  ),
  'status-list-form-unknown': entry(
    'not-checked',
    'The status list is written in a form that this version of Tessera does not read ({form}).',
    'Ask the issuer for the current status.',
  ),
} as const satisfies CheckCodes;
