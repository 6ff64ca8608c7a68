import type { Candidate, Credential } from '../../../shared/model/credential.ts';
import type { CandidateId, JobId, RequirementId } from '../../../shared/model/ids.ts';
import type { Job, Requirement } from '../../../shared/model/job.ts';
import type { RankedCandidate, Ranking, RequirementMatch } from '../../../shared/model/match.ts';
import type { TProfile } from '../../../shared/model/profile.ts';
import type { ShortlistHead, ShortlistPerson } from '../../../shared/model/shortlist.ts';
import { exportRanking } from '../../../main/adapters/formats/exports/export-ranking.ts';
import {
  inListedOrder,
  shortlistHead,
  shortlistPerson,
  type ShortlistInput,
} from '../../../main/core/shortlists/build-shortlist.ts';
import { identityOf } from '../../../main/core/shortlists/hide-person.ts';
import { buildProfile } from '../../../main/core/profiles/build-profile.ts';
import { neededProfile } from '../../../main/core/profiles/needed-profile.ts';
import { makeCredential, statementsOf, wordPlacer } from '../profiles/make-credential.ts';

const judgedAt = '2026-11-22T00:00:00Z';

export const requirements: readonly Requirement[] = [
  requirement('r1', 'Mechanical engineering', 'must', 1),
  requirement('r2', 'Project management', 'want', 0.4),
];

export const job: Job = {
  id: '01JOB' as JobId,
  title: 'Plant engineer',
  field: '071',
  requirements,
  version: 3,
  savedAt: judgedAt,
};

export function makeCandidate(sketch: Partial<Candidate> & { readonly id: CandidateId }): Candidate {
  return {
    pseudonym: 'Candidate 7QK3',
    ref: null,
    name: null,
    email: null,
    basis: 'file',
    importedAt: judgedAt,
    ...sketch,
  };
}

/** Everything of which a small list is made. */
export interface RankingExport extends Omit<ShortlistInput, 'count' | 'ranking'> {
  readonly ranking: Ranking;
  readonly candidates: readonly Candidate[];
  readonly credentials: ReadonlyMap<CandidateId, readonly Credential[]>;
  readonly profiles: ReadonlyMap<CandidateId, TProfile>;
}

/** A small list as a whole: what it says before its people, and all of them. */
export interface Shortlist extends ShortlistHead {
  readonly people: readonly ShortlistPerson[];
}

export function buildShortlist(input: RankingExport): Shortlist {
  const { ranking, candidates, credentials, profiles } = input;
  const head = shortlistHead({ ...input, count: ranking.candidates.length });
  const ids = ranking.candidates.map(({ candidate }) => candidate);
  const people = inListedOrder(ids, ranking.settings, candidates).flatMap((id) => {
    const one = ranking.candidates.find(({ candidate }) => candidate === id);
    if (one === undefined) return [];
    const candidate = candidates.find((each) => each.id === id) ?? null;
    const own = credentials.get(id) ?? [];
    const profile = profiles.get(id) ?? null;
    const identity = identityOf(candidate, own);
    return [shortlistPerson({ ranked: one, candidate, credentials: own, profile, identity }, head)];
  });
  return { ...head, people };
}

/** The file as a whole; its bytes are the same however many people a piece of it takes. */
export function wholeFile(format: 'csv' | 'json' | 'html', input: RankingExport, peopleInAPiece = 1) {
  const { people, ...head } = buildShortlist(input);
  const { parts, ...file } = exportRanking(format, head);
  const pieces = Array.from({ length: Math.ceil(people.length / peopleInAPiece) }, (_, piece) =>
    people.slice(piece * peopleInAPiece, (piece + 1) * peopleInAPiece),
  );
  const written = parts.map((part) =>
    typeof part === 'string' ? part : pieces.map((piece, index) => part(piece, index === 0)).join(''),
  );
  return { ...file, bytes: new TextEncoder().encode(written.join('')) };
}

/** A ranking in which the first credential of each person is the evidence for both requirements. */
export function makeExport(
  people: readonly { readonly candidate: Candidate; readonly credentials: readonly Credential[] }[],
  rest: Partial<RankingExport> = {},
): RankingExport {
  const ranking: Ranking = {
    job: job.id,
    jobVersion: job.version,
    model: { state: 'ready', id: 'a-small-encoder', sha256: 'ab'.repeat(32), calibrated: true },
    settings: { useModel: true, weights: { must: 1, want: 0.4, trainable: 0.2 } },
    inputsHash: 'cd'.repeat(32),
    candidates: people.map(({ candidate, credentials }, index) => ranked(candidate.id, index + 1, credentials[0])),
  };
  return {
    job,
    ranking,
    candidates: people.map(({ candidate }) => candidate),
    credentials: new Map(people.map(({ candidate, credentials }) => [candidate.id, credentials])),
    profiles: new Map(
      people.map(({ candidate, credentials }) => [
        candidate.id,
        buildProfile({
          candidate: candidate.id,
          needed: neededProfile(job, wordPlacer),
          credentials,
          statements: credentials.flatMap(statementsOf),
          placer: wordPlacer,
        }),
      ]),
    ),
    refused: [],
    judgedAt,
    named: false,
    ...rest,
  };
}

/** An engineer whose credentials show all three standings, and more than one field. */
export function fullPool(): readonly Credential[] {
  return [
    makeCredential({
      key: 'a1',
      name: 'Master of Science in Mechanical Engineering',
      type: 'MasterDegree',
      field: 'Mechanical Engineering',
      credits: 120,
      tags: ['thermodynamics', 'critical thinking', 'control systems'],
    }),
    makeCredential({
      key: 'a2',
      name: 'Project management',
      type: 'Assessment',
      tags: ['teamwork', 'leadership'],
      verdict: 'verified-with-reservations',
      recognition: 'unknown',
    }),
    makeCredential({
      key: 'a3',
      name: 'Python programming',
      type: 'Certification',
      credits: 10,
      verdict: 'cannot-verify-offline',
    }),
    makeCredential({ key: 'a4', name: 'Data analytics', type: 'Assessment' }),
    makeCredential({ key: 'a5', name: 'Welding', type: 'Certificate', verdict: 'cannot-verify-offline' }),
    makeCredential({
      key: 'a6',
      name: 'Japanese culture',
      type: 'Certificate',
      tags: ['intercultural communication'],
      verdict: 'cannot-verify-offline',
    }),
    makeCredential({ key: 'a7', name: 'Occupational safety', type: 'Assessment' }),
    makeCredential({ key: 'a8', name: 'First aid', type: 'Certification', tags: ['coping with pressure'] }),
  ];
}

function requirement(id: string, text: string, priority: Requirement['priority'], weight: number): Requirement {
  return {
    id: id as RequirementId,
    text,
    kind: 'skill',
    priority,
    weight,
    level: null,
    alternatives: [],
    frameworkIds: [],
    maxAgeYears: null,
    sourceSentence: null,
  };
}

function ranked(candidate: CandidateId, rank: number, credential: Credential | undefined): RankedCandidate {
  return {
    candidate,
    rank,
    band: rank === 1 ? 'strong' : 'possible',
    score: 80 / rank,
    mustHaves: { evidenced: credential === undefined ? 0 : 1, total: 1 },
    requirements: requirements.map((one): RequirementMatch => match(one, credential)),
    counterfactual: {
      requirement: 'r2' as RequirementId,
      requirementText: 'Project management',
      because: 'not-shown',
      level: null,
      maxAgeYears: null,
      scoreNow: 80 / rank,
      scoreThen: 91,
      rankThen: 1,
    },
  };
}

function match(one: Requirement, credential: Credential | undefined): RequirementMatch {
  const name = credential?.achievement?.name ?? null;
  if (credential === undefined || name === null) {
    return {
      requirement: one.id,
      requirementText: one.text,
      tier: 'none',
      strength: 0,
      band: 'none',
      evidenced: false,
      claimed: false,
      factors: [],
      evidence: null,
      metBy: null,
      identity: null,
      judgement: null,
      refusals: [],
      points: 0,
    };
  }
  return {
    requirement: one.id,
    requirementText: one.text,
    tier: one.priority === 'must' ? 'label' : 'similarity',
    strength: 0.8,
    band: 'likely',
    evidenced: one.priority === 'must',
    claimed: false,
    metBy: { kind: 'text', words: one.text },
    identity: null,
    judgement: null,
    refusals: [],
    factors: [
      { name: 'verification', value: 0.9, reason: 'Verified; the issuer is not on your list.', flagged: false },
      { name: 'level', value: 1, reason: 'No level is stated.', flagged: true },
    ],
    evidence: {
      credential: credential.key,
      credentialId: credential.credentialId ?? credential.key,
      credentialName: name.text,
      issuerName: credential.issuer.name ?? '',
      pointer: name.pointer,
      quote: name.text,
      source: 'achievement-name',
      assessmentBasis: 0,
      verdict: credential.report.verdict,
    },
    points: 40,
  };
}
