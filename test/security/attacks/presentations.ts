import type { JsonObject } from '../../../shared/model/json.ts';
import { signRecord } from '../../fixtures/content/hand-over.ts';
import { ISSUERS, issuerProfile } from '../../fixtures/content/issuers.ts';
import { CLR_2, CREDENTIALS_V2, OPEN_BADGES_3 } from '../../fixtures/signing/contexts.ts';
import { signCredential, type Signer } from '../../fixtures/signing/data-integrity.ts';
import { openBadgePayload, signJwt } from '../../fixtures/signing/jwt.ts';
import { presentJson, presentJwt, type Presented } from '../../fixtures/signing/presentation.ts';
import { attack, FORGED, on, refused, type Attack, type AttackedFile, type Landing, type Place } from './attack.ts';
import { carry } from './carriers.ts';
import {
  ACHIEVEMENT,
  CREATED,
  FORGER,
  objectAt,
  OWNER,
  OWNER_KEY,
  retold,
  signText,
  THIEF_KEY,
  without,
  withValue,
  type Genuine,
} from './genuine.ts';

const BY_OTHER = on('holder', 'holder-presented-by-other');
const BROKEN = on('holder', 'holder-presentation-broken', 'holder-presentation-not-checked');
const UNPROVED = on('holder', 'holder-not-proved', 'holder-presentation-not-checked', 'holder-presentation-broken');
const OF_ANOTHER = on('holder', 'holder-differs-from-record');
const KNOWN_TO_DIFFER =
  'The badge is genuine, and a person can have two identifiers; that it differs from the record is said on its axis.';
const INVALID = on('integrity', 'signature-invalid');
const CARELESS = 'The credential is the issuer’s own; the endorsement that does not hold is counted and said.';
const MEMBER = '/credentialSubject/verifiableCredential/0';
type Presenter = Signer & { readonly did: string };

/** Good credentials in the wrong hands, and wrong ones in good hands. */
export const PRESENTATIONS: readonly Attack[] = [
  presented('stolen', 'A thief signs a presentation of somebody else’s credential.', THIEF_KEY, [BY_OTHER]),
  presented(
    'holder-claims-another',
    'A thief signs and names the owner as holder.',
    { ...THIEF_KEY, did: OWNER_KEY.did },
    [BROKEN],
  ),
  presented(
    'holder-key-forged',
    'A thief signs under the name of the owner’s key.',
    { ...OWNER_KEY, key: THIEF_KEY.key },
    [BROKEN],
  ),
  presented(
    'holder-is-the-issuer',
    'The forger presents in the issuer’s name.',
    { ...FORGER, did: ISSUERS.harbourlight.id },
    [BROKEN, BY_OTHER],
  ),
  vp('holder-swapped', 'The holder is changed after signing.', (json) => ({ ...json, holder: THIEF_KEY.did }), [
    BROKEN,
    BY_OTHER,
  ]),
  vp(
    'holder-added-by-thief',
    'A thief’s presentation is given the owner’s name.',
    (json) => ({ ...json, holder: OWNER_KEY.did }),
    [BROKEN],
    THIEF_KEY,
  ),
  vp(
    'challenge-swapped',
    'An old presentation answers today’s question.',
    (json) => withValue(json, ['proof', 'challenge'], 'today'),
    [BROKEN],
  ),
  vp(
    'presentation-domain-added',
    'A presentation for somebody else is made one for this employer.',
    (json) => withValue(json, ['proof', 'domain'], 'employer.example'),
    [BROKEN],
  ),
  vp(
    'presented-for-another-purpose',
    'A presentation is signed as an assertion.',
    (json) => withValue(json, ['proof', 'proofPurpose'], 'assertionMethod'),
    [BROKEN],
  ),
  vp(
    'presentation-proof-moved',
    'The proof of another presentation of the owner.',
    (json) => json,
    [BROKEN],
    OWNER_KEY,
    async (json, { other }) => ({
      ...json,
      proof: (await presentJson([other], OWNER_KEY, CREATED, 'nonce'))['proof'] ?? null,
    }),
  ),
  vp(
    'presentation-broken-proof',
    'A broken proof beside the good one.',
    (json) => ({ ...json, proof: [objectAt(json, ['proof']), { ...objectAt(json, ['proof']), challenge: 'other' }] }),
    [BROKEN],
  ),
  file(
    'presentation-words-changed',
    'Changed words are presented by their real owner, who signs anew.',
    async ({ badge }) => both([withValue(badge, [...ACHIEVEMENT, 'name'], FORGED)], OWNER_KEY),
    [INVALID],
  ),
  file(
    'presentation-member-added',
    'A forged credential is put in after signing.',
    async ({ badge }) => {
      const signed = await presentJson([badge], OWNER_KEY, CREATED, 'nonce');
      const forged = withValue(badge, [...ACHIEVEMENT, 'name'], FORGED);
      return [await inFile({ ...signed, verifiableCredential: [badge, forged] }, '/verifiableCredential/1')];
    },
    [INVALID],
  ),
  file(
    'presentation-genuine-added',
    'Another real credential is put in after signing.',
    async ({ badge, other }) => {
      const signed = await presentJson([badge], OWNER_KEY, CREATED, 'nonce');
      return [await inFile({ ...signed, verifiableCredential: [badge, other] }, '/verifiableCredential/1')];
    },
    [BROKEN],
  ),
  file(
    'presentation-other-persons-added',
    'Somebody else’s credential among one’s own.',
    async ({ badge, somebodyElses }) => both([badge, somebodyElses], OWNER_KEY, '/verifiableCredential/1'),
    [BY_OTHER],
  ),
  file(
    'presentation-unsigned-credential',
    'A credential without a signature in a signed presentation.',
    async ({ plain }) => both([withValue(plain, [...ACHIEVEMENT, 'name'], FORGED)], OWNER_KEY),
    [on('integrity', 'no-proof')],
  ),
  file(
    'presentation-proves-issuer',
    'The presenter’s signature stands in for the issuer’s.',
    async ({ plain }) => both([without(plain, 'proof')], { ...FORGER, did: FORGER.did }),
    [on('integrity', 'no-proof')],
  ),
  file(
    'presentation-token-disagrees',
    'The token’s signer and the holder inside it are two people.',
    async ({ badge }) => {
      const inner = {
        '@context': [CREDENTIALS_V2],
        type: ['VerifiablePresentation'],
        holder: OWNER_KEY.did,
        verifiableCredential: [badge],
      };
      return [await tokenFile(signJwt({ iss: THIEF_KEY.did, vp: inner }, THIEF_KEY))];
    },
    [BROKEN],
  ),
  file(
    'presentation-alg-none',
    'A presentation without a signature that says so.',
    async ({ badge }) => {
      const token = presentJwt([badge], OWNER_KEY, CREATED, 'nonce');
      return [
        await tokenFile(
          `${retold(token, { header: { alg: 'none' } })
            .split('.')
            .slice(0, 2)
            .join('.')}.`,
        ),
      ];
    },
    [BROKEN, UNPROVED],
  ),
  file(
    'presentation-claims-altered',
    'The nonce of a token is changed.',
    async ({ badge }) => {
      const token = presentJwt([badge], OWNER_KEY, CREATED, 'nonce');
      return [
        await tokenFile(
          retold(token, {
            payload: Buffer.from(token.split('.')[1] ?? '', 'base64url')
              .toString('utf8')
              .replace('"nonce":"nonce"', '"nonce":"today"'),
          }),
        ),
      ];
    },
    [BROKEN],
  ),
  file(
    'presentation-in-presentation',
    'A thief wraps the owner’s presentation in one of their own.',
    async ({ badge }) => {
      const inner = await presentJson([badge], OWNER_KEY, CREATED, 'nonce');
      const outer = {
        '@context': [CREDENTIALS_V2],
        type: ['VerifiablePresentation'],
        holder: THIEF_KEY.did,
        verifiableCredential: [inner],
      };
      return [
        await tokenFile(
          signJwt({ iss: THIEF_KEY.did, vp: outer }, THIEF_KEY),
          '/verifiableCredential/0/verifiableCredential/0',
        ),
      ];
    },
    [refused('not-a-credential')],
  ),
  file(
    'presentation-bomb',
    'Two hundred credentials in one presentation.',
    async ({ badge }) => [
      await tokenFile(
        presentJwt(
          Array.from({ length: 200 }, () => without(withValue(badge, [...ACHIEVEMENT, 'name'], FORGED), 'evidence')),
          OWNER_KEY,
          CREATED,
          'nonce',
        ),
      ),
    ],
    [refused('too-many-credentials', 'json-too-large')],
  ),
  file(
    'presentation-duplicate-holder',
    'Two holders.',
    async ({ badge }) => {
      const signed = JSON.stringify(await presentJson([badge], THIEF_KEY, CREATED, 'nonce'));
      return [await carry(signed.replace('"holder":', `"holder":"${OWNER_KEY.did}","holder":`), 'JSON')];
    },
    [refused('duplicate-json-key')],
  ),
  file(
    'presentation-context-inside',
    'The presentation redefines its words.',
    async ({ badge }) => {
      const signed = await presentJson([badge], THIEF_KEY, CREATED, 'nonce');
      return [await inFile({ ...signed, '@context': [CREDENTIALS_V2, { holder: null }] })];
    },
    [BROKEN, BY_OTHER],
    false,
    'The credential itself is the issuer’s; that the presentation could not be checked is said on its axis.',
  ),
  file(
    'presentation-status-removed',
    'The revocation is taken out of a presented credential.',
    async ({ badge }) => both([without(badge, 'credentialStatus')], OWNER_KEY),
    [INVALID],
  ),
];

/** Records of learners, and what can be put into them. */
export const RECORDS: readonly Attack[] = [
  member(
    'record-member-altered',
    'A changed member in a record that is signed anew.',
    ({ badge }) => withValue(badge, [...ACHIEVEMENT, 'name'], FORGED),
    [INVALID],
  ),
  member(
    'record-member-token-altered',
    'A changed token in a record that is signed anew.',
    ({ token, payload }) => retold(token, { payload: withValue(payload, [...ACHIEVEMENT, 'name'], FORGED) }),
    [INVALID],
  ),
  member(
    'record-member-without-proof',
    'A forged member that hopes for the record’s signature.',
    ({ plain }) => withValue(plain, [...ACHIEVEMENT, 'name'], FORGED),
    [on('key-binding', 'envelope-of-another-issuer')],
    true,
  ),
  member(
    'record-member-by-stranger',
    'A stranger’s badge under a known name in a real record.',
    ({ plain }) =>
      signCredential(withValue(plain, [...ACHIEVEMENT, 'name'], FORGED), FORGER, 'eddsa-rdfc-2022', CREATED),
    [on('key-binding', 'key-of-somebody-else')],
    true,
  ),
  member(
    'record-member-of-somebody-else',
    'Somebody else’s real badge among those of one’s own record.',
    ({ somebodyElses }) => somebodyElses,
    [OF_ANOTHER],
    false,
    KNOWN_TO_DIFFER,
  ),
  member(
    'record-member-token-of-somebody-else',
    'The same as a token.',
    ({ somebodyElsesToken }) => somebodyElsesToken,
    [OF_ANOTHER],
    false,
    KNOWN_TO_DIFFER,
  ),
  file(
    'record-of-the-thief',
    'A thief has a record made of another’s badges, and presents it with their own key.',
    async ({ badge }) => {
      const stolen = {
        ...recordOf(FORGER.did, [badge]),
        credentialSubject: { ...clrSubject([badge]), id: THIEF_KEY.did },
      };
      const signed = await signCredential(stolen, FORGER, 'eddsa-rdfc-2022', CREATED);
      return both([signed], THIEF_KEY, `/verifiableCredential/0${MEMBER}`);
    },
    [BY_OTHER],
  ),
  file(
    'record-without-a-signature-of-the-thief',
    'A plain list of another’s badges that calls itself the thief’s record.',
    async ({ badge }) => [
      await inFile(
        { ...recordOf(FORGER.did, [badge]), credentialSubject: { ...clrSubject([badge]), id: THIEF_KEY.did } },
        MEMBER,
      ),
    ],
    [OF_ANOTHER],
    false,
    KNOWN_TO_DIFFER,
  ),
  file(
    'record-of-another-address',
    'The badge of one address in the record of another.',
    async ({ plain, asIssuer }) => {
      const theirs = await asIssuer(withValue(plain, ['credentialSubject', 'id'], 'mailto:kim@candidates.example'));
      const mine = { ...clrSubject([theirs]), id: 'mailto:robin@candidates.example' };
      const unsigned = { ...recordOf(ISSUERS.northmoor.id, [theirs]), credentialSubject: mine };
      return [
        await inFile(await signCredential(unsigned, ISSUERS.northmoor.proof, 'eddsa-rdfc-2022', CREATED), MEMBER),
      ];
    },
    [on('holder', 'holder-email-differs-from-record')],
    false,
    KNOWN_TO_DIFFER,
  ),
  record(
    'record-member-swapped',
    'One member is exchanged for a forged one after signing.',
    async (json, { badge }) => members(json, [withValue(badge, [...ACHIEVEMENT, 'name'], FORGED)]),
    [INVALID],
  ),
  record(
    'record-member-inserted',
    'A forged member without a proof is put into a signed record.',
    async (json, { plain, badge }) =>
      members(json, [badge, { ...withValue(plain, [...ACHIEVEMENT, 'name'], FORGED), issuer: json['issuer'] ?? '' }]),
    [INVALID, on('integrity', 'no-proof')],
    '/credentialSubject/verifiableCredential/1',
  ),
  record(
    'record-achievement-altered',
    'An achievement of the record is renamed.',
    async (json) => withValue(json, ['credentialSubject', 'achievement', 0, 'name'], FORGED),
    [INVALID],
    '',
  ),
  record(
    'record-subject-swapped',
    'The record becomes another person’s.',
    async (json) => withValue(json, ['credentialSubject', 'id'], THIEF_KEY.did),
    [INVALID],
    '',
  ),
  record(
    'record-association-turned',
    'The part becomes the whole.',
    async (json) => ({
      ...json,
      credentialSubject: {
        ...objectAt(json, ['credentialSubject']),
        association: [{ type: 'Association', associationType: 'isPartOf', sourceId: 'urn:a', targetId: 'urn:b' }],
      },
    }),
    [INVALID],
    '',
  ),
  record(
    'record-member-removed',
    'An unwelcome member is taken out.',
    async (json) => members(json, []),
    [INVALID],
    '',
  ),
  file(
    'record-by-stranger',
    'A record in a university’s name, signed by somebody else.',
    async ({ badge }) => [await inFile(await recordBy(FORGER, ISSUERS.northmoor.id, [badge]), '')],
    [on('key-binding', 'key-of-somebody-else')],
    true,
  ),
  file(
    'record-by-stranger-as-token',
    'The same as a token.',
    async ({ badge }) => [
      await tokenFile(signJwt(openBadgePayload(recordOf(ISSUERS.northmoor.id, [badge])), FORGER), ''),
    ],
    [on('key-binding', 'key-of-somebody-else')],
    true,
  ),
  file(
    'record-covers-stranger',
    'A record of one’s own covers a member in a known issuer’s name.',
    async ({ plain }) => [
      await inFile(await recordBy(FORGER, FORGER.did, [withValue(plain, [...ACHIEVEMENT, 'name'], FORGED)]), MEMBER),
    ],
    [on('key-binding', 'envelope-of-another-issuer')],
    true,
  ),
  file(
    'record-broken-covers-member',
    'A broken record covers a member of its own issuer.',
    async ({ plain }) => {
      const inner = { ...withValue(plain, [...ACHIEVEMENT, 'name'], FORGED), issuer: issuerProfile(ISSUERS.northmoor) };
      const signed = await recordBy(ISSUERS.northmoor.proof, ISSUERS.northmoor.id, [inner]);
      return [await inFile({ ...signed, name: 'Another name' }, MEMBER)];
    },
    [INVALID],
  ),
  file(
    'record-in-record',
    'A forged record inside a real one.',
    async ({ badge }) => {
      const inner = recordOf(ISSUERS.northmoor.id, [badge]);
      return [
        await inFile(
          await recordBy(ISSUERS.northmoor.proof, ISSUERS.northmoor.id, [
            { ...inner, issuer: 'did:web:forger.example', name: FORGED },
          ]),
          MEMBER,
        ),
      ];
    },
    [on('key-binding', 'envelope-of-another-issuer', 'key-not-looked-at')],
    true,
  ),
  file(
    'record-bomb',
    'A hundred and fifty members.',
    async ({ badge }) => [
      await tokenFile(
        signJwt(
          openBadgePayload(
            recordOf(
              ISSUERS.northmoor.id,
              Array.from({ length: 150 }, () =>
                without(withValue(badge, [...ACHIEVEMENT, 'name'], FORGED), 'evidence'),
              ),
            ),
          ),
          FORGER,
        ),
      ),
    ],
    [refused('too-many-credentials', 'json-too-large')],
    true,
  ),
];

/** Words of support that nobody said, or said of something else. */
export const ENDORSEMENTS: readonly Attack[] = [
  endorsed('endorsement-altered', 'What the endorser said is improved upon.', async () =>
    withValue(await endorsement(), ['credentialSubject', 'endorsementComment'], FORGED),
  ),
  endorsed('endorsement-moved', 'An endorsement of something else.', async () =>
    endorsement(ISSUERS.brightfen.proof, 'https://harbourlight.example/achievements/other'),
  ),
  endorsed('endorsement-by-stranger', 'A stranger endorses in a known name.', async () => endorsement(FORGER)),
  endorsed('endorsement-in-the-issuers-key-name', 'A stranger signs under the endorser’s key.', async () =>
    endorsement({ key: FORGER.key, verificationMethod: ISSUERS.brightfen.proof.verificationMethod }),
  ),
  endorsed('endorsement-expired', 'An endorsement that has ended.', async () =>
    endorsement(ISSUERS.brightfen.proof, undefined, { validUntil: '2025-01-01T00:00:00Z' }),
  ),
  endorsedByToken('endorsement-token-altered', 'The words of an endorsing token are changed.', (token, payload) =>
    retold(token, { payload: withValue(payload, ['credentialSubject', 'endorsementComment'], FORGED) }),
  ),
  endorsedByToken(
    'endorsement-token-unsigned',
    'An endorsing token without a signature.',
    (_token, payload) => `${signText({ alg: 'none' }, payload, FORGER).split('.').slice(0, 2).join('.')}.`,
  ),
  attack(
    'endorsement-added',
    'An endorsement is added after signing.',
    {
      object: async ({ badge }) => ({ ...badge, endorsement: [await endorsement()] }),
    },
    [INVALID],
  ),
];

function presented(name: string, hope: string, by: Presenter, lands: readonly Landing[]): Attack {
  return file(name, hope, ({ badge }) => both([badge], by), lands);
}

type Change = (json: JsonObject) => JsonObject;

/** A signed presentation of the genuine badge, changed afterwards. */
function vp(
  name: string,
  hope: string,
  change: Change,
  lands: readonly Landing[],
  by: Presenter = OWNER_KEY,
  more?: (json: JsonObject, genuine: Genuine) => Promise<JsonObject>,
): Attack {
  return file(
    name,
    hope,
    async (genuine) => {
      const signed = change(await presentJson([genuine.badge], by, CREATED, 'nonce'));
      return [await inFile(more === undefined ? signed : await more(signed, genuine))];
    },
    lands,
  );
}

function file(
  name: string,
  hope: string,
  files: (genuine: Genuine) => Promise<readonly AttackedFile[]>,
  lands: readonly Landing[],
  ownWords = false,
  reservation?: string,
): Attack {
  return attack(name, hope, { files }, lands, { ownWords, ...(reservation === undefined ? {} : { reservation }) });
}

/** As JSON with a proof, and as a token. */
async function both(
  credentials: readonly Presented[],
  by: Presenter,
  pointer = '/verifiableCredential/0',
): Promise<AttackedFile[]> {
  return [
    await inFile(await presentJson(credentials, by, CREATED, 'nonce'), pointer),
    await tokenFile(presentJwt(credentials, by, CREATED, 'nonce'), pointer),
  ];
}

async function inFile(json: JsonObject, pointer = '/verifiableCredential/0'): Promise<AttackedFile> {
  return { ...(await carry(JSON.stringify(json), 'JSON')), place: placeOf(pointer), pointer };
}

async function tokenFile(token: string, pointer = '/verifiableCredential/0'): Promise<AttackedFile> {
  return { ...(await carry(token, 'JWT')), place: placeOf(pointer), pointer };
}

function placeOf(pointer: string): Place {
  return pointer.startsWith('/verifiableCredential') ? 'VP' : 'CLR member';
}

function member(
  name: string,
  hope: string,
  make: (genuine: Genuine) => Presented | Promise<Presented>,
  lands: readonly Landing[],
  ownWords = false,
  reservation?: string,
): Attack {
  return file(
    name,
    hope,
    async (genuine) => {
      const made = await make(genuine);
      return Promise.all(
        (['proof', 'token'] as const).map(async (as) => {
          const signed = await signRecord({ ...OWNER, awards: AWARDS }, [made], as);
          return typeof signed === 'string' ? tokenFile(signed, MEMBER) : inFile(signed, MEMBER);
        }),
      );
    },
    lands,
    ownWords,
    reservation,
  );
}

const AWARDS = [
  { definition: 'wound-care', on: '2024-03-15', form: 'json' },
  { definition: 'elder-care', on: '2023-05-10', form: 'json' },
] as const;

function record(
  name: string,
  hope: string,
  change: (json: JsonObject, genuine: Genuine) => Promise<JsonObject>,
  lands: readonly Landing[],
  pointer = MEMBER,
): Attack {
  return file(
    name,
    hope,
    async (genuine) => {
      const signed = await signRecord({ ...OWNER, awards: AWARDS }, [genuine.badge, genuine.other], 'proof');
      if (typeof signed === 'string') throw new Error('Expected an embedded proof');
      return [await inFile(await change(signed, genuine), pointer)];
    },
    lands,
  );
}

function members(json: JsonObject, credentials: readonly JsonObject[]): JsonObject {
  return {
    ...json,
    credentialSubject: { ...objectAt(json, ['credentialSubject']), verifiableCredential: credentials },
  };
}

function recordOf(issuer: string, credentials: readonly JsonObject[]): JsonObject {
  return {
    '@context': [CREDENTIALS_V2, CLR_2, OPEN_BADGES_3],
    id: 'urn:uuid:7d5f0a60-0000-4000-8000-000000000001',
    type: ['VerifiableCredential', 'ClrCredential'],
    name: 'Comprehensive Learner Record',
    issuer: { id: issuer, type: ['Profile'], name: ISSUERS.northmoor.name },
    validFrom: CREATED,
    credentialSubject: clrSubject(credentials),
  };
}

function clrSubject(credentials: readonly JsonObject[]): JsonObject {
  return { id: OWNER_KEY.did, type: ['ClrSubject'], verifiableCredential: credentials };
}

function recordBy(by: Signer, issuer: string, credentials: readonly JsonObject[]): Promise<JsonObject> {
  return signCredential(recordOf(issuer, credentials), by, 'eddsa-rdfc-2022', CREATED);
}

/** The issuer signed the badge together with an endorsement that does not hold. */
function endorsed(name: string, hope: string, make: () => Promise<JsonObject>): Attack {
  return attack(
    name,
    hope,
    {
      object: async ({ plain, asIssuer }) => asIssuer({ ...plain, endorsement: [await make()] }),
      token: async ({ plain }) =>
        signJwt(openBadgePayload({ ...plain, endorsement: [await make()] }), ISSUERS.harbourlight.token),
    },
    [on('endorsements', 'endorsements-some-failed')],
    { reservation: CARELESS, ownWords: true },
  );
}

function endorsedByToken(name: string, hope: string, make: (token: string, payload: JsonObject) => string): Attack {
  return attack(
    name,
    hope,
    {
      token({ plain }) {
        const payload = openBadgePayload(plainEndorsement());
        const endorsing = make(signJwt(payload, ISSUERS.brightfen.token), payload);
        return signJwt(openBadgePayload({ ...plain, endorsementJwt: [endorsing] }), ISSUERS.harbourlight.token);
      },
    },
    [on('endorsements', 'endorsements-some-failed')],
    { reservation: CARELESS, ownWords: true },
  );
}

function endorsement(
  by: Signer = ISSUERS.brightfen.proof,
  about?: string,
  changes: JsonObject = {},
): Promise<JsonObject> {
  return signCredential({ ...plainEndorsement(about), ...changes }, by, 'eddsa-rdfc-2022', '2024-03-20T09:00:00Z');
}

function plainEndorsement(about = 'https://harbourlight.example/achievements/wound-care'): JsonObject {
  return {
    '@context': [CREDENTIALS_V2, OPEN_BADGES_3],
    id: 'urn:uuid:9d5f0a60-0000-4000-8000-000000000001',
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name: 'Endorsement by Brightfen Home Care',
    issuer: issuerProfile(ISSUERS.brightfen),
    validFrom: '2024-03-20T09:00:00Z',
    credentialSubject: { id: about, type: ['EndorsementSubject'], endorsementComment: 'Taught well.' },
  };
}
