import { entriesOf, type CheckCodes } from './check-code-entry.ts';

const entry = entriesOf('endorsements');

/** Does somebody else stand up for it? */
export const ENDORSEMENTS_CODES = {
  'endorsements-none': entry('not-applicable', 'Nobody has endorsed it.'),
  'endorsements-valid': entry(
    'pass',
    '{passed} of {total} endorsements hold and come from somebody on your trust list.',
  ),
  'endorsers-unknown': entry(
    'not-checked',
    'Its endorsements ({total}) hold in themselves, but come from nobody on your trust list.',
    'If you know an endorser, pin it under Issuers, or add a pack that lists it.',
  ),
  'endorsements-some-failed': entry(
    'fail',
    '{failed} of {total} endorsements do not hold.',
    'Disregard the endorsements, or ask the endorser.',
  ),
  'endorsements-not-checked': entry(
    'not-checked',
    '{open} of {total} endorsements could not be checked.',
    'Add an issuer pack that holds the keys of the endorsers.',
  ),

  // One endorsement: listed in the report, each with its own finding.
  'endorsement-holds': entry(
    'pass',
    'The endorsement is genuine, speaks of this credential, and comes from somebody on your trust list.',
  ),
  'endorser-unknown': entry(
    'not-checked',
    'The endorsement is genuine, but its endorser is not on your trust list: the name is only what the endorser says.',
    'If you know the endorser, pin it under Issuers, or add a pack that lists it.',
  ),
  'endorsement-own': entry(
    'not-checked',
    'The endorsement comes from the issuer or the holder of the credential, so it adds nothing to it.',
    'Ask for a confirmation by somebody else.',
  ),
  'endorsement-status-open': entry(
    'stale',
    'The endorsement is genuine, but whether it was taken back since is not settled: “{detail}”.',
    'Load a current issuer pack with status lists.',
  ),
  'endorsement-not-verified': entry(
    'not-checked',
    'The endorsement could not be checked: “{detail}”.',
    'Add an issuer pack that holds the keys of the endorser.',
  ),
  'endorsement-over-limit': entry(
    'not-checked',
    'The endorsement was not looked at: of one credential, {limit} are.',
    'Ask the candidate which endorsement matters.',
  ),
  'endorsement-digest-differs': entry(
    'not-checked',
    'The endorsement fixes by a checksum which wording of the {of} it is for, and the wording here is not known to be that.',
    'Ask the endorser which wording was endorsed.',
  ),
  'endorsement-broken': entry(
    'fail',
    'The endorsement does not hold: “{detail}”.',
    'Disregard the endorsement, or ask the endorser.',
  ),
  'endorsement-ended': entry(
    'fail',
    'The endorsement is not valid at this time: “{detail}”.',
    'Disregard the endorsement, or ask the endorser whether it still stands.',
  ),
  'endorsement-taken-back': entry(
    'fail',
    'The endorsement was taken back: “{detail}”.',
    'Disregard the endorsement, or ask the endorser.',
  ),
  'endorsement-of-something-else': entry(
    'fail',
    'The endorsement speaks of something other than what it was put beside.',
    'Disregard the endorsement.',
  ),
  'endorsement-content-differs': entry(
    'fail',
    'The endorsement is for another wording than the one here ({what}).',
    'Disregard the endorsement, or ask the endorser what was endorsed.',
  ),
  'endorser-name-imitates': entry(
    'fail',
    'The endorser calls itself {name}, which looks like {recognised} on your trust list, but its key is another one.',
    'Ask {recognised} whether the endorsement is theirs before you rely on it.',
  ),
} as const satisfies CheckCodes;
