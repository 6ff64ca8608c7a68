import type { EndorsementFacts } from '../../core/verification/facts.ts';
import { stateOf, type Finding } from '../../core/verification/finding.ts';
import { idOf, isObject, nameOf, objectsOf, textOf, textsOf } from '../../core/verification/json-fields.ts';
import { isSameInstitution } from '../../core/verification/same-institution.ts';
import { VERIFICATION_LIMITS } from '../../core/verification/verification-limits.ts';
import type { Check, Checks, VerificationReport } from '../../../shared/model/check.ts';
import type { JsonObject } from '../../../shared/model/json.ts';
import { compareContent } from './endorsed-content.ts';
import {
  endorsementsFor,
  findEndorsements,
  type EndorsedThing,
  type PlacedEndorsement,
} from './placed-endorsements.ts';
import { verifyCredential, type VerificationSetting } from './verify-credential.ts';

/**
 * Verifies the endorsements that stand in a credential, wherever in it (of the credential, the achievement, the
 * issuer), or beside it in its file, each on its own as a credential; an endorsement's own endorsements are not followed.
 * @param credential what may be read of it: an endorsement that is not signed with it is not looked at.
 */
export async function verifyEndorsements(
  credential: JsonObject,
  setting: VerificationSetting,
): Promise<readonly EndorsementFacts[]> {
  if (setting.endorsementsBeside === null) return [];
  const found = [...findEndorsements(credential), ...endorsementsFor(credential, setting.endorsementsBeside)];
  const checked: EndorsementFacts[] = [];
  for (const placed of found.slice(0, VERIFICATION_LIMITS.endorsements)) {
    checked.push(await verifyEndorsement(placed, credential, setting));
  }
  const beyond = found.slice(checked.length).map(({ pointer }) => ({ ...NOTHING_KNOWN, finding: OVER_LIMIT, pointer }));
  return [...checked, ...beyond];
}

const OVER_LIMIT: Finding = { code: 'endorsement-over-limit', evidence: { limit: VERIFICATION_LIMITS.endorsements } };

/** An endorsement of which nothing was found out. */
const NOTHING_KNOWN: Omit<EndorsementFacts, 'finding' | 'pointer'> = {
  endorser: null,
  name: null,
  recognition: 'unknown',
  of: null,
  claim: null,
};

async function verifyEndorsement(
  { json, securing, pointer, endorsable }: PlacedEndorsement,
  credential: JsonObject,
  setting: VerificationSetting,
): Promise<EndorsementFacts> {
  if (json === null) {
    return { ...NOTHING_KNOWN, finding: { code: 'endorsement-not-verified', evidence: UNREADABLE }, pointer };
  }
  if (isOfOpenBadges2(json)) {
    const finding: Finding = { code: 'endorsement-not-verified', evidence: HOSTED };
    return { ...NOTHING_KNOWN, endorser: idOf(json['issuer']), finding, pointer };
  }
  const found = {
    pointer: '',
    container: 'endorsement-member',
    standard: 'endorsement-3.0',
    json,
    securing,
    presentation: null,
    parent: null,
  } as const;
  const nobody = { emails: [], subjectIds: [] };
  // One level only: an endorsement of an endorsement says nothing about the candidate.
  const alone = { ...setting, holder: nobody, envelope: null, record: null, endorsementsBeside: null };
  const { report, view } = await verifyCredential(found, alone);
  const endorser = idOf(view['issuer']);
  const things = thingsOf(view, endorsable);
  const own = endorser !== null && isOwn(endorser, credential, setting);
  return {
    ...wordsOf(view, report),
    endorser,
    recognition: own ? 'self-asserted' : report.recognition,
    of: things[0]?.kind ?? null,
    finding: findingOf({ report, view, things, own }),
    pointer,
  };
}

const UNREADABLE = { detail: 'It can’t be read' };
const HOSTED = { detail: 'It is of Open Badges 2.0 and proven by a page at the endorser' };

/** An Open Badges 2.0 Endorsement has a `claim` where a credential has its subject. */
function isOfOpenBadges2(json: JsonObject): boolean {
  return textsOf(json['type']).includes('Endorsement') && json['credentialSubject'] === undefined;
}

/** What each of its subjects is here; empty where one of them is nothing that it may speak of at its place. */
function thingsOf(view: JsonObject, endorsable: readonly EndorsedThing[]): readonly EndorsedThing[] {
  const things = objectsOf(view['credentialSubject']).map((subject) => {
    const id = textOf(subject['id']);
    return id === null ? undefined : endorsable.find((thing) => thing.id === id);
  });
  return things.every((thing) => thing !== undefined) ? things : [];
}

/** The issuer and the person may praise themselves; that adds nothing. */
function isOwn(endorser: string, credential: JsonObject, { trust }: VerificationSetting): boolean {
  const issuer = idOf(credential['issuer']);
  const subjects = objectsOf(credential['credentialSubject']).map((subject) => subject['id']);
  return (issuer !== null && isSameInstitution(endorser, issuer, trust.packs)) || subjects.includes(endorser);
}

/** Name and words only where it is proven whose they are. */
function wordsOf(view: JsonObject, { checks }: VerificationReport): Pick<EndorsementFacts, 'name' | 'claim'> {
  if (checks.integrity.state !== 'pass' || checks['key-binding'].state !== 'pass') return { name: null, claim: null };
  const issuer = view['issuer'];
  const comments = objectsOf(view['credentialSubject']).map((subject) => nameOf(subject['endorsementComment']));
  return {
    name: isObject(issuer) ? (nameOf(issuer['name'])?.slice(0, NAME_LENGTH) ?? null) : null,
    claim: comments.find((comment) => comment !== null)?.slice(0, CLAIM_LENGTH) ?? null,
  };
}

const NAME_LENGTH = 200;
const CLAIM_LENGTH = 500;

interface JudgedEndorsement {
  readonly report: VerificationReport;
  readonly view: JsonObject;
  readonly things: readonly EndorsedThing[];
  readonly own: boolean;
}

/** First whether it holds in itself, then what it speaks of, then whose word it is. */
function findingOf({ report: { checks, recognition, verdict }, view, things, own }: JudgedEndorsement): Finding {
  const broken = PROVING.map((axis) => checks[axis]).find(({ state }) => state === 'fail');
  if (broken !== undefined) return { code: 'endorsement-broken', evidence: detailOf(broken) };
  if (checks.validity.state === 'fail') return { code: 'endorsement-ended', evidence: detailOf(checks.validity) };
  if (checks.status.state === 'fail') return { code: 'endorsement-taken-back', evidence: detailOf(checks.status) };
  if (things.length === 0) return { code: 'endorsement-of-something-else' };
  const content = compareContent(view, things);
  if (content !== null && stateOf(content) === 'fail') return content;
  if (verdict === 'cannot-verify-offline' || verdict === 'not-valid') {
    return { code: 'endorsement-not-verified', evidence: detailOf(openCheck(checks)) };
  }
  if (content !== null) return content;
  if (own) return { code: 'endorsement-own' };
  if (checks.issuer.state === 'fail') return { code: 'endorser-name-imitates', evidence: checks.issuer.evidence ?? {} };
  if (recognition !== 'recognised' && recognition !== 'pinned') return { code: 'endorser-unknown' };
  if (SETTLED.includes(checks.status.state)) return { code: 'endorsement-holds' };
  return { code: 'endorsement-status-open', evidence: detailOf(checks.status) };
}

const PROVING = ['format', 'integrity', 'key-binding'] as const;
const SETTLED: readonly Check['state'][] = ['pass', 'not-applicable'];

function openCheck(checks: Checks): Check {
  return PROVING.map((axis) => checks[axis]).find(({ state }) => state !== 'pass') ?? checks.validity;
}

function detailOf({ message }: Check): { readonly detail: string } {
  return { detail: message.replace(/\.$/, '') };
}
