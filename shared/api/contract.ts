import { z } from 'zod';
import type { VerificationReport } from '../model/check.ts';
import type { Candidate, Credential } from '../model/credential.ts';
import type {
  BatchId,
  CandidateId,
  CredentialKey,
  ExportId,
  Instant,
  JobId,
  JsonPointer,
  RefusalId,
  RequirementId,
  RequirementRuleId,
  TaskId,
} from '../model/ids.ts';
import type { Sensitivity, WhyAbove } from '../model/explanation.ts';
import type { ImportReport, PendingBatch } from '../model/import.ts';
import {
  PRIORITIES,
  REQUIREMENT_KINDS,
  type Job,
  type LeftOutSentence,
  type SuggestedRequirement,
} from '../model/job.ts';
import type { DecidingNumber, ModelState, RankedCandidate, Ranking, Refusal } from '../model/match.ts';
import type { ProfileStep } from '../model/profile-change.ts';
import { PROFILE_PLACES, type TProfile } from '../model/profile.ts';
import type { Reliability } from '../model/reliability.ts';
import type { RequirementRule } from '../model/requirement-rule.ts';
import type {
  IssuerPin,
  MissingTrustData,
  MovedVerdict,
  PackInspection,
  PackSummary,
  PastReport,
  PublisherPin,
  SeenIssuer,
  TrustEffect,
  VerificationPolicy,
} from '../model/trust.ts';
import type { ConceptView, SkillSuggestions, TaxonomiesAdded, Taxonomy } from '../model/taxonomy.ts';
import type { RankingSoFar, RequirementCoverage, SearchResult } from '../model/search.ts';
import type { Problem } from './problems.ts';

/**
 * Every operation and event of Tessera; the only list. Hosts, handlers, client and tests derive from it.
 *
 * Inputs are parsed at the border because anything may arrive there; outputs are ours and only typed.
 * A `query` changes nothing, a `command` is done when it answers, a `task` is long work: it answers at once with a
 * task id, and its progress and result come as `task` events (and by `tasks.get`, so a reloaded window loses nothing).
 */
type Kind = 'query' | 'command' | 'task';

interface Operation<Input extends z.ZodType, Output> {
  readonly kind: Kind;
  readonly input: Input;
  /** Phantom: carries the type only. */
  readonly output?: Output;
}

const query =
  <Output>() =>
  <Input extends z.ZodType>(input: Input): Operation<Input, Output> & { kind: 'query' } => ({ kind: 'query', input });
const command =
  <Output>() =>
  <Input extends z.ZodType>(input: Input): Operation<Input, Output> & { kind: 'command' } => ({
    kind: 'command',
    input,
  });
const task =
  <Output>() =>
  <Input extends z.ZodType>(input: Input): Operation<Input, Output> & { kind: 'task' } => ({ kind: 'task', input });

const id = <Id extends string>() => z.string().min(1).max(400) as unknown as z.ZodType<Id, Id>;
const bytes = z.instanceof(Uint8Array);
const line = z.string().min(1).max(2000);
const nothing = z.strictObject({});

const searchSettings = {
  /** How many people are listed; all are counted. */
  limit: z.number().int().min(1).max(1000),
  /** False compares by identity and letters alone; by default as the workspace has it. */
  useModel: z.boolean().optional(),
};

const requirement = z.strictObject({
  id: id<RequirementId>(),
  text: line,
  kind: z.enum(REQUIREMENT_KINDS),
  priority: z.enum(PRIORITIES),
  weight: z.number().min(0).max(1),
  level: z.number().int().min(1).max(8).nullable(),
  alternatives: z.array(line).max(50),
  frameworkIds: z.array(line).max(50),
  maxAgeYears: z.number().min(0).max(80).nullable(),
  sourceSentence: z.string().max(5000).nullable(),
  years: z.number().int().min(1).max(50).nullable().optional(),
  statedLevel: z.string().max(100).nullable().optional(),
});

/** A job as a person saves it; the store adds version and date. `id: null` makes a new one. */
export const jobDraft = z.strictObject({
  id: id<JobId>().nullable(),
  title: line,
  field: z.string().max(10).nullable(),
  requirements: z.array(requirement).max(500),
});
export type JobDraft = z.infer<typeof jobDraft>;

/** A person's word on one suggested line; kind and priority are set where they were changed. */
const lineDecision = z.strictObject({
  text: line,
  accepted: z.boolean(),
  kind: z.enum(REQUIREMENT_KINDS).nullable(),
  priority: z.enum(PRIORITIES).nullable(),
});

export const matchSettings = z.strictObject({
  useModel: z.boolean(),
  weights: z.strictObject({
    must: z.number().min(0).max(1),
    want: z.number().min(0).max(1),
    trainable: z.number().min(0).max(1),
  }),
});

const policy = z.strictObject({
  recognisedPacks: z.enum(['accepted', 'pinned-publisher']),
  expiryGraceDays: z.number().int().min(0).max(365),
  staleAfterDays: z.number().int().min(1).max(3650),
});
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** A change of trust data, as it is tried out before it is made. */
export const trustChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('add-pack'), bytes }),
  z.strictObject({ kind: z.literal('remove-pack'), sha256 }),
  z.strictObject({ kind: z.literal('pin'), issuerId: line }),
  z.strictObject({ kind: z.literal('unpin'), issuerId: line }),
  z.strictObject({ kind: z.enum(['pin-publisher', 'unpin-publisher']), fingerprint: sha256 }),
  z.strictObject({ kind: z.literal('policy'), policy }),
]);

export interface CandidateRow {
  readonly candidate: Candidate;
  readonly credentials: number;
  readonly verdicts: Readonly<Record<VerificationReport['verdict'], number>>;
}

export interface WorkspaceStatus {
  readonly candidates: number;
  readonly credentials: number;
  readonly jobs: number;
  readonly model: ModelState;
  /** The date as of which credentials are judged: now, or the fixed date of a demo. */
  readonly judgedAt: Instant;
  readonly fixedDate: boolean;
  readonly blind: boolean;
  readonly theme: 'system' | 'light' | 'dark';
}

export interface TrustOverview {
  readonly packs: readonly PackSummary[];
  readonly pins: readonly IssuerPin[];
  readonly publishers: readonly PublisherPin[];
  readonly policy: VerificationPolicy;
  readonly issuers: readonly SeenIssuer[];
}

/** Long work as anyone may see it. `result` is what the operation's output type says; set when `state` is `done`. */
export interface TaskState<Output = unknown> {
  readonly id: TaskId;
  readonly operation: string;
  readonly phase: 'waiting' | 'reading' | 'verifying' | 'storing' | 'embedding' | 'ranking' | 'finished';
  readonly done: number;
  readonly total: number;
  readonly state: 'running' | 'done' | 'cancelled' | 'failed';
  readonly result?: Output;
  readonly problem?: Problem;
}

/** An act of a person or of the app, as the log shows it. */
export interface LogEntry {
  readonly id: string;
  readonly at: Instant;
  readonly kind: string;
  readonly by: string;
  readonly subject: string | null;
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
}

export interface ExportedFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** The first bytes of a file, and by what the next ones are asked for; null where these are all. */
export interface BegunExport extends ExportedFile {
  readonly more: ExportId | null;
}

export const contract = {
  'workspace.status': query<WorkspaceStatus>()(nothing),
  'workspace.set': command<WorkspaceStatus>()(
    z.strictObject({
      blind: z.boolean().optional(),
      theme: z.enum(['system', 'light', 'dark']).optional(),
      useModel: z.boolean().optional(),
    }),
  ),
  'log.list': query<readonly LogEntry[]>()(z.strictObject({ limit: z.number().int().min(1).max(1000) })),

  'tasks.get': query<TaskState>()(z.strictObject({ task: id<TaskId>() })),
  'tasks.list': query<readonly TaskState[]>()(nothing),
  'tasks.cancel': command<null>()(z.strictObject({ task: id<TaskId>() })),

  /** Opens a batch; files are added in pieces, then the batch is previewed (a dry run) or run. */
  'import.begin': command<{ readonly batch: BatchId }>()(nothing),
  'import.add': command<{ readonly added: number }>()(
    z.strictObject({
      batch: id<BatchId>(),
      files: z.array(z.strictObject({ name: z.string().min(1).max(4000), bytes })).max(5000),
    }),
  ),
  'import.preview': task<ImportReport>()(z.strictObject({ batch: id<BatchId>() })),
  'import.run': task<ImportReport>()(z.strictObject({ batch: id<BatchId>() })),
  'import.pending': query<readonly PendingBatch[]>()(nothing),
  'import.discard': command<null>()(z.strictObject({ batch: id<BatchId>() })),

  'candidates.list': query<readonly CandidateRow[]>()(nothing),
  'candidates.get': query<{ readonly candidate: Candidate; readonly credentials: readonly Credential[] }>()(
    z.strictObject({ candidate: id<CandidateId>() }),
  ),
  /** Shows name and e-mail of one person despite blind mode; a logged act. */
  'candidates.reveal': command<Candidate>()(z.strictObject({ candidate: id<CandidateId>(), reason: line })),
  /** Removes the person, the credentials, the vectors that nobody else needs and every mention in the log but a nameless tombstone. */
  'candidates.erase': command<null>()(z.strictObject({ candidate: id<CandidateId>(), reason: line })),
  'credentials.get': query<{ readonly credential: Credential; readonly json: string }>()(
    z.strictObject({ credential: id<CredentialKey>() }),
  ),
  /** Judges everything again that was judged by other trust data, another policy or at another time. */
  'credentials.recheck': task<TrustEffect>()(nothing),
  /** The dated judgements of one credential, newest first. */
  'credentials.history': query<readonly PastReport[]>()(z.strictObject({ credential: id<CredentialKey>() })),
  /** Verdicts that moved since a person last looked at this list (`credentials.changesSeen`), newest first. */
  'credentials.changes': query<readonly (MovedVerdict & { readonly at: Instant })[]>()(nothing),
  'credentials.changesSeen': command<null>()(nothing),

  'jobs.list': query<readonly Job[]>()(nothing),
  'jobs.get': query<Job>()(z.strictObject({ job: id<JobId>() })),
  /** What a person decided on the lines of an ad teaches the workspace, in the same act as the job is saved. */
  'jobs.save': command<Job>()(jobDraft.extend({ decisions: z.array(lineDecision).max(1000).optional() })),
  'jobs.remove': command<null>()(z.strictObject({ job: id<JobId>() })),
  /**
   * Reads a pasted ad, a JobPosting, an HR Open JobDescription, CSV or Tessera's own job file into lines for a person
   * to accept; saves nothing. What no line was made of is listed, with the reason.
   */
  'jobs.suggest': query<{
    readonly title: string | null;
    readonly field: string | null;
    readonly lines: readonly SuggestedRequirement[];
    readonly leftOut: readonly LeftOutSentence[];
    /** Lines that were found beyond those that are suggested. */
    readonly beyond: number;
  }>()(z.strictObject({ text: z.string().max(1_000_000) })),
  /** What was learned from lines accepted and refused, by wording. */
  'jobs.rules': query<readonly RequirementRule[]>()(nothing),
  'jobs.removeRule': command<null>()(z.strictObject({ rule: id<RequirementRuleId>() })),

  /** The first people of a ranking are explained, 5,000 unless fewer are asked; all the others are listed after them. */
  'ranking.compute': task<Ranking>()(
    z.strictObject({
      job: id<JobId>(),
      settings: matchSettings,
      explained: z.number().int().min(0).max(5000).optional(),
    }),
  ),
  /** The same ranking's explanation of some people, in its order. */
  'ranking.explain': query<readonly RankedCandidate[]>()(
    z.strictObject({ job: id<JobId>(), settings: matchSettings, candidates: z.array(id<CandidateId>()).max(1000) }),
  ),
  /**
   * The first people of a ranking while the encoder is still at work on it, and who waits for it; null until what is
   * asked is embedded, and where there is no encoder.
   */
  'ranking.soFar': query<RankingSoFar | null>()(
    z.strictObject({ job: id<JobId>(), settings: matchSettings, first: z.number().int().min(1).max(1000) }),
  ),
  /** How many people show what each requirement asks: what nobody shows is a gap of the pool. */
  'search.gaps': query<readonly RequirementCoverage[]>()(z.strictObject({ job: id<JobId>(), settings: matchSettings })),
  /** People by a skill, or by a text whose clauses are searched each. */
  'search.people': task<SearchResult>()(z.strictObject({ text: z.string().min(1).max(10_000), ...searchSettings })),
  /** People who show what this one shows. */
  'search.like': task<SearchResult>()(z.strictObject({ candidate: id<CandidateId>(), ...searchSettings })),
  /** A person says that a match counts, or that it is not the same skill; kept as an event, beside the machine's result. */
  'ranking.judge': command<null>()(
    z.strictObject({
      job: id<JobId>(),
      requirement: id<RequirementId>(),
      candidate: id<CandidateId>(),
      judgement: z.enum(['meets', 'not-the-same', 'withdrawn']),
      reason: line,
    }),
  ),
  /** Why one of two people stands above the other, requirement by requirement. */
  'ranking.whyAbove': query<WhyAbove>()(
    z.strictObject({
      job: id<JobId>(),
      settings: matchSettings,
      one: id<CandidateId>(),
      other: id<CandidateId>(),
    }),
  ),
  /** How far a person's rank hangs on the weights. */
  'ranking.sensitivity': query<Sensitivity>()(
    z.strictObject({ job: id<JobId>(), settings: matchSettings, candidate: id<CandidateId>() }),
  ),
  /**
   * A person says that the evidence which now stands for a requirement is not the same skill. Words of an award become
   * a rule for everybody, for this job or for every job; words of a narrative about one person are judged for that
   * person alone.
   */
  'refusals.add': command<null>()(
    z.strictObject({
      job: id<JobId>(),
      requirement: id<RequirementId>(),
      candidate: id<CandidateId>(),
      settings: matchSettings,
      /** The evidence that the person saw; another one is not refused. */
      credential: id<CredentialKey>(),
      pointer: z.string().max(4000),
      everyJob: z.boolean(),
      reason: line,
    }),
  ),
  /** Every rule that two wordings are not the same skill, oldest first. */
  'refusals.list': query<readonly Refusal[]>()(nothing),
  'refusals.remove': command<null>()(z.strictObject({ refusal: id<RefusalId>(), reason: line })),
  /** Weights, thresholds and factors out of the tables that the scoring itself reads, never a copy of them. */
  'model.numbers': query<readonly DecidingNumber[]>()(nothing),
  /** What the probabilities of each known model, and of words alone, were worth on held-out data. */
  'model.reliability': query<readonly Reliability[]>()(nothing),
  /** Its shape is kept as the one that was last shown, from which the next moves only by a margin (t-profile.md). */
  'profiles.get': query<TProfile>()(z.strictObject({ candidate: id<CandidateId>(), job: id<JobId>().nullable() })),
  /** What each import changed in a person's T-profile, newest first. */
  'profiles.steps': query<readonly ProfileStep[]>()(
    z.strictObject({ candidate: id<CandidateId>(), job: id<JobId>().nullable() }),
  ),
  /** A person says where a skill belongs; kept as an event beside what the program found. `place: null` takes it back. */
  'profiles.place': command<null>()(
    z.strictObject({
      candidate: id<CandidateId>(),
      credential: id<CredentialKey>(),
      pointer: z.string().max(4000) as unknown as z.ZodType<JsonPointer, JsonPointer>,
      /** The words as they are shown. */
      quote: z.string().max(100_000),
      place: z.enum(PROFILE_PLACES).nullable(),
      reason: line,
    }),
  ),
  /** Everybody of a ranking, as one file of one ranking; a large one comes piece by piece. */
  'export.ranking': command<BegunExport>()(
    z.strictObject({
      job: id<JobId>(),
      settings: matchSettings,
      format: z.enum(['csv', 'json', 'html']),
      named: z.boolean(),
    }),
  ),
  /** Ends with `export-overtaken` where something has changed on which the ranking rests. */
  'export.more': command<Pick<BegunExport, 'bytes' | 'more'>>()(z.strictObject({ export: id<ExportId>() })),

  /** The taxonomies of skills that matching uses, by id. */
  'taxonomies.list': query<readonly Taxonomy[]>()(nothing),
  /** Reads and stores the taxonomies of some files; one of the same id takes the other's place. Cancelled, it stores nothing. */
  'taxonomies.add': task<TaxonomiesAdded>()(
    z.strictObject({
      files: z
        .array(z.strictObject({ name: z.string().min(1).max(4000), bytes }))
        .min(1)
        .max(500),
    }),
  ),
  'taxonomies.remove': command<null>()(z.strictObject({ taxonomy: z.string().min(1).max(400) })),
  /** The concept with this URI, or the skills whose label this text is; none where there is none. */
  'taxonomies.lookUp': query<readonly ConceptView[]>()(z.strictObject({ text: line })),
  /** The skills that come nearest to a phrase or a sentence. The first call embeds every label, which takes minutes. */
  'taxonomies.suggest': task<SkillSuggestions>()(
    z.strictObject({ text: line, useModel: z.boolean(), limit: z.number().int().min(1).max(100) }),
  ),

  'trust.overview': query<TrustOverview>()(nothing),
  /** Reads a pack and says what it is and what it would replace; changes nothing. */
  'trust.inspectPack': query<PackInspection>()(z.strictObject({ bytes })),
  /** Judges the workspace as if the change were made, and says which verdicts would move; changes nothing. */
  'trust.preview': task<TrustEffect>()(z.strictObject({ change: trustChange })),
  /** A pack that is unsigned, or whose publisher is not pinned, needs a person's reason to be accepted. */
  'trust.addPack': command<PackSummary>()(z.strictObject({ bytes, reason: line.optional() })),
  'trust.removePack': command<null>()(z.strictObject({ sha256 })),
  'trust.pinPublisher': command<null>()(z.strictObject({ fingerprint: sha256, name: line, reason: line })),
  'trust.unpinPublisher': command<null>()(z.strictObject({ fingerprint: sha256, reason: line })),
  'trust.setPolicy': command<VerificationPolicy>()(z.strictObject({ policy, reason: line })),
  /** What the workspace's credentials refer to and no pack holds: the list for `tessera pack fetch`. */
  'trust.missing': query<readonly MissingTrustData[]>()(nothing),
  'trust.pin': command<null>()(z.strictObject({ issuerId: line, reason: line })),
  'trust.unpin': command<null>()(z.strictObject({ issuerId: line, reason: line })),
} as const satisfies Record<string, Operation<z.ZodType, unknown>>;

export type Contract = typeof contract;
export type OperationName = keyof Contract;
export type InputOf<Name extends OperationName> = z.input<Contract[Name]['input']>;
type DeclaredOutput<Name extends OperationName> =
  Contract[Name] extends Operation<z.ZodType, infer Output> ? Output : never;
/** What a request answers: the output itself, or for a task the id under which it runs. */
export type OutputOf<Name extends OperationName> = Contract[Name]['kind'] extends 'task'
  ? { readonly task: TaskId }
  : DeclaredOutput<Name>;
export type TaskName = { [Name in OperationName]: Contract[Name]['kind'] extends 'task' ? Name : never }[OperationName];
/** What a task's `result` holds when it is done. */
export type TaskResultOf<Name extends TaskName> = DeclaredOutput<Name>;

/** Events by name with their payloads. */
export interface Events {
  /** Progress and end of long work. */
  task: TaskState;
  /** Something that a screen may show has changed; the names of the concepts touched. */
  changed: { readonly concepts: readonly ('candidates' | 'jobs' | 'trust' | 'workspace' | 'import' | 'taxonomies')[] };
}
export type EventName = keyof Events;
export const EVENT_NAMES = ['task', 'changed'] as const satisfies readonly EventName[];
