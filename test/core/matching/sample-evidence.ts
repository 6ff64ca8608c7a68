import { createHash } from 'node:crypto';
import { readStatements } from '../../../main/core/skills/read-statements.ts';
import { normaliseSkillText } from '../../../main/core/skills/normalise.ts';
import {
  rankCandidates,
  type MatchJudgement,
  type RankingCandidate,
} from '../../../main/core/matching/rank-candidates.ts';
import type { Taxonomies } from '../../../main/core/taxonomies/taxonomies.ts';
import { DEFAULT_SETTINGS } from '../../../main/core/matching/settings.ts';
import {
  CHECK_AXES,
  type Check,
  type CheckAxis,
  type IssuerRecognition,
  type Verdict,
} from '../../../shared/model/check.ts';
import type { Achievement, Alignment, Credential, Result } from '../../../shared/model/credential.ts';
import {
  credentialKey,
  type CandidateId,
  type DocumentHash,
  type JobId,
  type RequirementId,
} from '../../../shared/model/ids.ts';
import type { Job, Requirement } from '../../../shared/model/job.ts';
import type { MatchSettings, ModelState, Ranking, Refusal } from '../../../shared/model/match.ts';

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const PASS: Check = { state: 'pass', code: 'ok', message: '' };
const CHECKS = Object.fromEntries(CHECK_AXES.map((axis) => [axis, PASS])) as Record<CheckAxis, Check>;

export interface CredentialWords {
  readonly document?: string;
  readonly name?: string;
  readonly tags?: readonly string[];
  readonly criteria?: string;
  readonly description?: string;
  readonly narrative?: string;
  readonly type?: string;
  readonly subjectName?: string;
  readonly issuerName?: string;
  readonly verdict?: Verdict;
  readonly recognition?: IssuerRecognition;
  readonly content?: Credential['content'];
  readonly alignments?: readonly Partial<Alignment>[];
  readonly resultDescriptions?: Achievement['resultDescriptions'];
  readonly results?: readonly Partial<Result>[];
  readonly awardedDate?: string;
}

/** A fictional credential, valid and recognised unless said otherwise. */
export function credential(words: CredentialWords = {}): Credential {
  const at = '/credentialSubject/achievement';
  const quoted = (text: string | undefined, field: string) =>
    text === undefined ? null : { text, pointer: `${at}/${field}` };
  const document = sha256(words.document ?? JSON.stringify(words)) as DocumentHash;
  const achievement: Achievement = {
    id: null,
    name: quoted(words.name, 'name'),
    description: quoted(words.description, 'description'),
    criteria: quoted(words.criteria, 'criteria/narrative'),
    achievementType: quoted(words.type, 'achievementType'),
    fieldOfStudy: null,
    specialization: null,
    tags: (words.tags ?? []).map((text, index) => ({ text, pointer: `${at}/tag/${index}` })),
    creditsAvailable: null,
    inLanguage: null,
    alignments: (words.alignments ?? []).map((alignment, index) => ({
      pointer: `${at}/alignment/${index}`,
      targetName: null,
      targetUrl: null,
      targetCode: null,
      targetFramework: null,
      targetType: null,
      targetDescription: null,
      ...alignment,
    })),
    resultDescriptions: words.resultDescriptions ?? [],
  };
  return {
    key: credentialKey(document, ''),
    document,
    pointer: '',
    fileName: 'badge.json',
    standard: 'open-badges-3.0',
    container: 'json',
    content: words.content ?? 'signed',
    credentialId: 'urn:example:credential',
    types: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: null,
    issuer: { id: 'did:example:issuer', name: words.issuerName ?? 'Example Academy' },
    subject: { id: null, name: words.subjectName ?? null, identifiers: [] },
    validFrom: null,
    validUntil: null,
    awardedDate: words.awardedDate ?? null,
    achievement,
    results: (words.results ?? []).map((result, index) => ({
      pointer: `/credentialSubject/result/${index}`,
      resultDescription: null,
      achievedLevel: null,
      value: null,
      status: null,
      ...result,
    })),
    creditsEarned: null,
    licenseNumber: null,
    role: null,
    narrative:
      words.narrative === undefined ? null : { text: words.narrative, pointer: '/credentialSubject/narrative' },
    source: null,
    evidenceCount: 0,
    associations: [],
    parent: null,
    report: {
      verdict: words.verdict ?? 'verified',
      checks: CHECKS,
      recognition: words.recognition ?? 'recognised',
      at: '2026-09-01T00:00:00Z',
      holdsUntil: null,
      trustSnapshot: '',
      proofs: [],
      unsignedPaths: [],
    },
  } as Credential;
}

export function candidate(id: string, ...credentials: readonly Credential[]): RankingCandidate {
  return { candidate: id as CandidateId, credentials, statements: credentials.flatMap((one) => readStatements(one)) };
}

export function requirement(text: string, more: Partial<Requirement> = {}): Requirement {
  const priority = more.priority ?? 'must';
  return {
    id: text as RequirementId,
    text,
    kind: 'skill',
    priority,
    weight: DEFAULT_SETTINGS.weights[priority],
    level: null,
    alternatives: [],
    frameworkIds: [],
    maxAgeYears: null,
    sourceSentence: null,
    ...more,
  };
}

export function job(...requirements: readonly Requirement[]): Job {
  return { id: 'job' as JobId, title: 'A job', field: null, requirements, version: 1, savedAt: '2026-09-01T00:00:00Z' };
}

export interface RankOptions {
  readonly settings?: MatchSettings;
  readonly model?: ModelState;
  readonly vectors?: ReadonlyMap<string, Float32Array> | null;
  readonly judgements?: readonly MatchJudgement[];
  readonly refusals?: readonly Refusal[];
  readonly taxonomies?: Taxonomies;
}

/** Ranks by words and identity unless a model is given. */
export function rank(asked: Job, candidates: readonly RankingCandidate[], options: RankOptions = {}): Ranking {
  return rankCandidates({
    job: asked,
    candidates,
    settings: options.settings ?? DEFAULT_SETTINGS,
    model: options.model ?? { state: 'absent', code: 'model-missing' },
    vectors: options.vectors ?? null,
    judgements: options.judgements ?? [],
    refusals: options.refusals ?? [],
    taxonomies: options.taxonomies ?? null,
    at: '2026-09-01T00:00:00Z',
    sha256,
  });
}

/** The vectors of texts from a table of made-up directions: equal numbers mean the same. */
export function vectorsFor(directions: Readonly<Record<string, readonly number[]>>): ReadonlyMap<string, Float32Array> {
  return new Map(
    Object.entries(directions).map(([text, values]) => {
      const length = Math.hypot(...values);
      return [normaliseSkillText(text), Float32Array.from(values, (value) => value / length)];
    }),
  );
}
