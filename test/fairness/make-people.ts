import { createHash } from 'node:crypto';
import { readCredential } from '../../main/core/credentials/read-credential.ts';
import type { RankingCandidate } from '../../main/core/matching/rank-candidates.ts';
import { readStatementsHiding } from '../../main/core/skills/read-statements.ts';
import type { Check, CheckAxis, IssuerRecognition, Verdict } from '../../shared/model/check.ts';
import { CHECK_AXES } from '../../shared/model/check.ts';
import type { Credential } from '../../shared/model/credential.ts';
import type { CandidateId, DocumentHash } from '../../shared/model/ids.ts';
import type { Json, JsonObject } from '../../shared/model/json.ts';
import { aboutPerson, type Identity } from './identities.ts';
import type { Seeded } from './seeded.ts';

/** What somebody can do, and nothing of who they are: the part of a person that may move a score. */
export interface Achieved {
  readonly name: string;
  readonly tags: readonly string[];
  readonly criteria: string;
  /** With places for a name, a title and pronouns. */
  readonly narrative: string;
  readonly framework: string | null;
  readonly eqf: number | null;
  readonly awarded: string;
  readonly verdict: Verdict;
  readonly recognition: IssuerRecognition;
  readonly isClaimed: boolean;
}

export type Achievements = readonly Achieved[];

export const SKILLS: readonly string[] = [
  'welding', 'brazing', 'pipe fitting', 'forklift driving', 'warehouse logistics', 'wound care', 'plan nursing care',
  'first aid', 'patient hygiene', 'use spreadsheets', 'Microsoft Excel', 'data analysis', 'SQL', 'Python', 'C++',
  'Rust', 'statistical modelling', 'teach mathematics', 'lesson planning', 'classroom management', 'bookkeeping',
  'payroll', 'tax law', 'customer service', 'negotiate contracts', 'project management', 'lead a team',
  'intercultural communication', 'technical drawing', 'CNC milling', 'beekeeping', 'soil science', 'bake bread',
  'menu planning', 'food hygiene', 'photography', 'copy editing', 'translation', 'conflict resolution', 'carpentry',
]; // prettier-ignore

const SENTENCES: readonly string[] = [
  '{NAME} practised SKILL for a year. {They} led {their} group of four.',
  '{TITLE} {FAMILY} showed SKILL by {themself}; ask {them} about OTHER.',
  'In {their} own words, {GIVEN} can teach SKILL. {They} also practised OTHER.',
  'We saw that {they} worked with SKILL, and {GIVEN} explained {their} choices.',
];

/** One to five things that somebody achieved, all drawn from the same words, so that people compete. */
export function makeAchievements(random: Seeded): Achievements {
  return Array.from({ length: 1 + random.below(5) }, (): Achieved => {
    const [first = '', second = '', third = ''] = random.some(SKILLS, 3);
    const isClaimed = random.below(8) === 0;
    return {
      name: `${first.charAt(0).toUpperCase()}${first.slice(1)}`,
      tags: random.below(2) === 0 ? [second] : [second, third],
      criteria: `Learners practise ${second} and are examined in ${first}. He or she keeps a log.`,
      narrative: random.pick(SENTENCES).replace('SKILL', third).replace('OTHER', second),
      framework: random.below(4) === 0 ? `https://skills.example/${encodeURIComponent(first)}` : null,
      eqf: random.below(3) === 0 ? 3 + random.below(5) : null,
      awarded: `${2012 + random.below(14)}-05-0${1 + random.below(9)}T00:00:00Z`,
      verdict: isClaimed
        ? 'cannot-verify-offline'
        : random.pick(['verified', 'verified', 'verified-with-reservations', 'not-valid']),
      recognition: isClaimed ? 'unknown' : random.pick(['recognised', 'recognised', 'unknown', 'self-asserted']),
      isClaimed,
    };
  });
}

/**
 * The same achievements in the hands of somebody: Open Badges 3.0 documents with everything that such a person and
 * their issuer would write into them, read by the product's own reader.
 */
export function inTheHandsOf(id: string, achievements: Achievements, identity: Identity): RankingCandidate {
  const credentials = achievements.map((achieved, place) => readBadge(badgeOf(achieved, identity), achieved, place));
  return {
    candidate: id as CandidateId,
    credentials,
    statements: credentials.flatMap((credential) => readStatementsHiding(credential, [identity.name])),
  };
}

function badgeOf(achieved: Achieved, identity: Identity): JsonObject {
  const salt = identity.did.slice(-8);
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id: `urn:example:${identity.did}:${achieved.name}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: `${achieved.name} of ${identity.name}`,
    issuer: {
      id: identity.issuer.id,
      type: ['Profile'],
      name: identity.issuer.name,
      image: { id: identity.issuer.image, type: 'Image' },
    },
    validFrom: achieved.awarded,
    awardedDate: achieved.awarded,
    image: { id: identity.image, type: 'Image' },
    credentialSubject: {
      id: identity.did,
      type: ['AchievementSubject'],
      name: identity.name,
      image: { id: identity.image, type: 'Image' },
      dateOfBirth: identity.birthDate,
      email: identity.email,
      address: { type: ['Address'], streetAddress: identity.address },
      identifier: [
        {
          type: 'IdentityObject',
          hashed: true,
          identityType: 'emailAddress',
          salt,
          identityHash: `sha256$${sha256(identity.email + salt)}`,
        },
        { type: 'IdentityObject', hashed: false, identityType: 'name', identityHash: identity.name },
      ],
      narrative: aboutPerson(achieved.narrative, identity),
      achievement: {
        id: `urn:example:achievement:${sha256(achieved.name).slice(0, 8)}`,
        type: ['Achievement'],
        name: aboutPerson(achieved.name, identity),
        creator: { id: identity.issuer.id, type: ['Profile'], name: identity.issuer.name },
        tag: achieved.tags.map((tag) => aboutPerson(tag, identity)),
        criteria: { narrative: achieved.criteria },
        alignment: alignmentsOf(achieved),
      },
    },
  };
}

function alignmentsOf({ framework, eqf, name }: Achieved): Json[] {
  return [
    ...(framework === null ? [] : [{ type: ['Alignment'], targetName: name, targetUrl: framework }]),
    ...(eqf === null
      ? []
      : [
          {
            type: ['Alignment'],
            targetName: `EQF level ${eqf}`,
            targetFramework: 'EQF',
            targetCode: String(eqf),
            targetUrl: 'https://europa.eu/eqf',
          },
        ]),
  ];
}

const PASS: Check = { state: 'pass', code: 'ok', message: '' };
const CHECKS = Object.fromEntries(CHECK_AXES.map((axis) => [axis, PASS])) as Record<CheckAxis, Check>;

function readBadge(json: JsonObject, { verdict, recognition, isClaimed }: Achieved, place: number): Credential {
  return readCredential({
    found: {
      pointer: '',
      container: 'json',
      standard: 'open-badges-3.0',
      json,
      securing: { kind: 'embedded-proof' },
      presentation: null,
      parent: null,
    },
    // What a swap changes it changes in the bytes, and so in the key.
    document: sha256(`${place} ${JSON.stringify(json)}`) as DocumentHash,
    fileName: 'badge.json',
    content: isClaimed ? 'claimed' : 'signed',
    view: json,
    report: {
      verdict,
      checks: CHECKS,
      recognition,
      at: '2026-09-01T00:00:00Z',
      holdsUntil: null,
      trustSnapshot: '',
      proofs: [],
      unsignedPaths: [],
    },
    parent: null,
  });
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
