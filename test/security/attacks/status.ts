import type { Json, JsonObject } from '../../../shared/model/json.ts';
import { openBadgePayload } from '../../fixtures/signing/jwt.ts';
import { signJsonWith } from './sign-options.ts';
import { attack, on, type Attack, type Landing } from './attack.ts';
import { objectAt, seaglassBadge, type Genuine } from './genuine.ts';
import { SEAGLASS_KEYS } from './trust.ts';
import { LISTS, SET_INDEX, type ListName } from './status-lists.ts';

const OPEN = 'The credential is truly the issuer’s; that its status could not be told is said on its axis.';
const UNUSABLE = on('status', 'status-list-unusable');
const MALFORMED = on('status', 'status-entry-malformed', 'status-list-unusable');

/** Ways around a revocation. The college signed all of these itself, so that only the status is in question. */
export const STATUS: readonly Attack[] = [
  entry('revoked', 'A revoked credential is handed in as if nothing had happened.', at('good'), [
    on('status', 'revoked'),
  ]),
  entry('suspended', 'A suspended credential is handed in.', at('suspension', { statusPurpose: 'suspension' }), [
    on('status', 'suspended'),
  ]),
  entry('revoked-on-stale-list', 'The list is old, so that the set bit is not believed.', at('past'), [
    on('status', 'revoked'),
  ]),
  entry(
    'revoked-beside-clear',
    'A clear entry before the revoked one.',
    [at('good', { statusListIndex: '7' }), at('good')],
    [on('status', 'revoked')],
  ),
  entry(
    'revoked-beside-unknown',
    'An unknown kind of status before the revoked one.',
    [{ id: 'urn:x', type: 'https://forger.example/Status' }, at('good')],
    [on('status', 'revoked')],
  ),
  entry(
    'suspended-beside-revocation-list',
    'Suspended, with a clear revocation list beside it.',
    [at('good', { statusListIndex: '7' }), at('suspension', { statusPurpose: 'suspension' })],
    [on('status', 'suspended')],
  ),
  entry('list-unreachable', 'The list is in no pack.', at('unreachable'), [on('status', 'status-list-missing')], OPEN),
  entry(
    'list-foreign',
    'The list of another issuer, on which it is not set.',
    at('foreign', { statusListIndex: '7' }),
    [on('status', 'status-list-foreign')],
    OPEN,
  ),
  entry(
    'list-of-another-purpose',
    'The list of suspensions is asked for revocations.',
    at('suspension', { statusListIndex: '7' }),
    [UNUSABLE],
    OPEN,
  ),
  entry(
    'list-expired',
    'A list that ended, on which it was not yet set.',
    at('expired', { statusListIndex: '7' }),
    [on('status', 'status-list-stale'), UNUSABLE],
    OPEN,
  ),
  entry(
    'list-past-its-time',
    'A list with a day to live, a year ago.',
    at('past', { statusListIndex: '7' }),
    [on('status', 'status-list-stale')],
    OPEN,
  ),
  entry('list-of-tomorrow', 'A list that has not begun.', at('future', { statusListIndex: '7' }), [UNUSABLE], OPEN),
  entry(
    'list-forged',
    'The bits of the list were cleared after signing.',
    at('forged'),
    [on('status', 'status-list-unproven')],
    OPEN,
  ),
  entry(
    'list-signed-by-stranger',
    'The list is signed by a stranger in the issuer’s name.',
    at('stranger', { statusListIndex: '7' }),
    [on('status', 'status-list-unproven')],
    OPEN,
  ),
  entry(
    'list-unsigned',
    'The list is not signed.',
    at('unsigned', { statusListIndex: '7' }),
    [on('status', 'status-list-unproven')],
    OPEN,
  ),
  entry(
    'list-misplaced',
    'The list says that it stands elsewhere.',
    at('misplaced', { statusListIndex: '7' }),
    [UNUSABLE],
    OPEN,
  ),
  entry(
    'list-bomb',
    'A list that grows to a gigabyte.',
    at('bomb', { statusListIndex: '7' }),
    [UNUSABLE, on('status', 'status-list-too-large')],
    OPEN,
  ),
  entry('list-garbage', 'A list without bits.', at('garbage', { statusListIndex: '7' }), [UNUSABLE], OPEN),
  entry(
    'list-not-compressed',
    'A list that is not compressed.',
    at('plain', { statusListIndex: '7' }),
    [UNUSABLE],
    OPEN,
  ),
  entry('list-too-short', 'A list of sixteen places.', at('tiny', { statusListIndex: '7000' }), [UNUSABLE], OPEN),
  entry(
    'index-out-of-range',
    'A place that the list does not have.',
    at('good', { statusListIndex: '131072' }),
    [UNUSABLE],
    OPEN,
  ),
  entry(
    'index-huge',
    'A place beyond counting.',
    at('good', { statusListIndex: '99999999999999999999' }),
    [MALFORMED],
    OPEN,
  ),
  entry('index-negative', 'A place before the first.', at('good', { statusListIndex: '-1' }), [MALFORMED], OPEN),
  entry('index-fraction', 'A place between two.', at('good', { statusListIndex: '7.5' }), [MALFORMED], OPEN),
  entry('index-hex', 'A place in hexadecimal.', at('good', { statusListIndex: '0x7' }), [MALFORMED], OPEN),
  entry('index-words', 'A place in words.', at('good', { statusListIndex: 'seven' }), [MALFORMED], OPEN),
  entry('index-missing', 'No place is named.', without('statusListIndex'), [MALFORMED], OPEN),
  entry('list-not-named', 'No list is named.', without('statusListCredential'), [MALFORMED], OPEN),
  entry('purpose-not-named', 'No purpose is named.', without('statusPurpose'), [MALFORMED], OPEN),
  entry(
    'purpose-unknown',
    'A purpose that says nothing.',
    at('good', { statusPurpose: 'message' }),
    [on('status', 'status-message'), UNUSABLE, MALFORMED],
    OPEN,
  ),
  entry(
    'purpose-in-case',
    'The purpose in other letters.',
    at('good', { statusPurpose: 'Revocation' }),
    [on('status', 'status-message'), UNUSABLE, MALFORMED],
    OPEN,
  ),
  entry(
    'status-type-unknown',
    'A kind of status that nobody knows.',
    { id: 'urn:x', type: 'https://forger.example/Status' },
    [on('status', 'status-type-unknown')],
    OPEN,
  ),
  entry(
    'status-many',
    'So many entries that the revoked one is not reached.',
    [...Array.from({ length: 12 }, () => at('good', { statusListIndex: '7' })), at('good')],
    [MALFORMED, on('status', 'revoked')],
    OPEN,
  ),
];

/** Dates that the issuer signed, and that do not hold today. */
export const DATES: readonly Attack[] = [
  dated('expired', 'An expired credential is handed in.', { validUntil: '2026-08-31T23:59:59Z' }, [
    on('validity', 'expired'),
  ]),
  dated('expires-this-second', 'It ends at the moment of judging.', { validUntil: '2026-09-01T00:00:00Z' }, [
    on('validity', 'expired'),
  ]),
  dated(
    'expired-in-another-zone',
    'The end looks like tomorrow and was yesterday.',
    { validUntil: '2026-09-01T05:00:00+14:00' },
    [on('validity', 'expired')],
  ),
  dated('not-yet-valid', 'A credential of tomorrow.', { validFrom: '2026-09-02T00:00:00Z' }, [
    on('validity', 'not-yet-valid'),
  ]),
  tokenDated(
    'expired-by-older-name',
    'The end stands under the name of the other data model.',
    { expirationDate: '2025-01-01T00:00:00Z' },
    [on('validity', 'expired')],
  ),
  tokenDated(
    'later-by-older-name',
    'The beginning stands under the name of the other data model.',
    { issuanceDate: '2027-01-01T00:00:00Z' },
    [on('validity', 'not-yet-valid')],
  ),
  tokenDated(
    'end-in-words',
    'An end that is no date is never reached.',
    { validUntil: 'never' },
    [on('validity', 'date-unreadable')],
    'The issuer signed it; that its end can’t be read is said.',
  ),
  tokenDated(
    'end-on-no-day',
    'The thirty-first of February.',
    { validUntil: '2026-02-31T00:00:00Z' },
    [on('validity', 'date-unreadable', 'expired')],
    'The issuer signed it; that its end can’t be read is said.',
  ),
  tokenDated(
    'end-as-list',
    'Two ends: which one counts?',
    { validUntil: ['2020-01-01T00:00:00Z', '2036-01-01T00:00:00Z'] },
    [on('validity', 'date-unreadable', 'expired')],
    'The issuer signed it; that its end can’t be read is said.',
  ),
  tokenDated(
    'end-far-away',
    'An end in the year 99999.',
    { validUntil: '+99999-01-01T00:00:00Z' },
    [on('validity', 'date-unreadable')],
    'The issuer signed it; that its end can’t be read is said.',
  ),
  proofDated(
    'proof-expired',
    'A signature that was limited in time is used on.',
    '2026-08-01T09:00:00Z',
    [on('validity', 'proof-expired')],
    { expires: '2026-08-15T00:00:00Z' },
  ),
  proofDated('proof-from-the-future', 'A signature of tomorrow.', '2026-09-02T00:00:00Z', [
    on('validity', 'proof-from-the-future'),
  ]),
  proofDated(
    'proof-of-no-day',
    'A signature without a readable date.',
    'yesterday',
    [on('validity', 'date-unreadable'), on('integrity', 'proof-malformed', 'not-canonical')],
    {},
    'The issuer signed it; that its date can’t be read is said.',
  ),
  attack(
    'expired-proof-extended',
    'The end of the signature is taken out.',
    {
      object() {
        const signed = signedWithOptions('2026-08-01T09:00:00Z', { expires: '2026-08-15T00:00:00Z' });
        const { expires: _expires, ...options } = objectAt(signed, ['proof']);
        return { ...signed, proof: options };
      },
    },
    [on('integrity', 'signature-invalid')],
  ),
];

function entry(name: string, hope: string, status: Json, lands: readonly Landing[], reservation?: string): Attack {
  return issued(
    `status-${name}`.replace('status-status', 'status'),
    hope,
    { credentialStatus: status },
    lands,
    reservation,
  );
}

function dated(name: string, hope: string, dates: JsonObject, lands: readonly Landing[]): Attack {
  return issued(`date-${name}`, hope, dates, lands);
}

/** JSON-LD signers refuse these; tokens carry them. */
function tokenDated(
  name: string,
  hope: string,
  dates: JsonObject,
  lands: readonly Landing[],
  reservation?: string,
): Attack {
  const token = ({ seaglassToken }: Genuine): string => {
    const payload = { ...openBadgePayload(seaglassBadge()), ...dates };
    return seaglassToken({}, SEAGLASS_KEYS.current, {}, payload);
  };
  return attack(`date-${name}`, hope, { token }, lands, reservation === undefined ? {} : { reservation });
}

function issued(
  name: string,
  hope: string,
  changes: JsonObject,
  lands: readonly Landing[],
  reservation?: string,
): Attack {
  return attack(
    name,
    hope,
    {
      object: ({ seaglass }) => seaglass(changes),
      token: ({ seaglassToken }) => seaglassToken(changes),
    },
    lands,
    reservation === undefined ? {} : { reservation },
  );
}

function proofDated(
  name: string,
  hope: string,
  created: string,
  lands: readonly Landing[],
  more: JsonObject = {},
  reservation?: string,
): Attack {
  return attack(
    name,
    hope,
    { object: () => signedWithOptions(created, more) },
    lands,
    reservation === undefined ? {} : { reservation },
  );
}

/** An entry that points to the set place of a list. */
function at(list: ListName, changes: JsonObject = {}): JsonObject {
  return {
    id: `${LISTS[list]}#entry`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: String(SET_INDEX),
    statusListCredential: LISTS[list],
    ...changes,
  };
}

function without(member: string): JsonObject {
  return Object.fromEntries(Object.entries(at('good')).filter(([name]) => name !== member));
}

/** Signed with eddsa-jcs-2022, whose options are the signer's to choose. */
function signedWithOptions(created: string, more: JsonObject): JsonObject {
  return signJsonWith(seaglassBadge(), SEAGLASS_KEYS.current, { created, ...more });
}
