import { ok, type Result } from '../../../shared/api/problems.ts';
import { createBatchRepository, type BatchRepository } from './batch-repository.ts';
import { createCandidateRepository, type CandidateRepository } from './candidate-repository.ts';
import { openDatabase, type Database, type DatabaseLocation } from './connection.ts';
import { createCredentialRepository, type CredentialRepository } from './credential-repository.ts';
import { createDocumentRepository, type DocumentRepository } from './document-repository.ts';
import { createJobRepository, type JobRepository } from './job-repository.ts';
import { createJudgementRepository, type JudgementRepository } from './judgement-repository.ts';
import { createLogRepository, type LogRepository } from './log-repository.ts';
import { createNameVectorRepository, type NameVectorRepository } from './name-vector-repository.ts';
import { createPastReportRepository, type PastReportRepository } from './past-report-repository.ts';
import { createProfileRepository, type ProfileRepository } from './profile-repository.ts';
import { createRefusalRepository, type RefusalRepository } from './refusal-repository.ts';
import { createRequirementRuleRepository, type RequirementRuleRepository } from './requirement-rule-repository.ts';
import { createSettingsRepository, type SettingsRepository } from './settings-repository.ts';
import { createStatementRepository, type StatementRepository } from './statement-repository.ts';
import { createTaxonomyRepository, type TaxonomyRepository } from './taxonomy-repository.ts';
import { createTrustRepository, type TrustRepository } from './trust-repository.ts';
import { createVectorRepository, type VectorRepository } from './vector-repository.ts';

/** All that Tessera keeps, by concept. */
export interface Workspace {
  readonly batches: BatchRepository;
  readonly candidates: CandidateRepository;
  readonly credentials: CredentialRepository;
  readonly documents: DocumentRepository;
  readonly jobs: JobRepository;
  readonly judgements: JudgementRepository;
  readonly log: LogRepository;
  readonly nameVectors: NameVectorRepository;
  readonly pastReports: PastReportRepository;
  readonly profiles: ProfileRepository;
  readonly refusals: RefusalRepository;
  readonly requirementRules: RequirementRuleRepository;
  readonly settings: SettingsRepository;
  readonly statements: StatementRepository;
  readonly taxonomies: TaxonomyRepository;
  readonly trust: TrustRepository;
  readonly vectors: VectorRepository;
  /** Does all of `work` or, where it throws, nothing. Takes the write lock first, so that what it reads stays true. */
  transaction<Value>(work: () => Value): Value;
  /** Counts up with every row that is written or removed: where it stands still, nothing has changed. */
  changes(): number;
  /** Leaves nothing of what was deleted in the write-ahead log. */
  flushDeleted(): void;
  close(): void;
}

/** Opens a workspace, making it where there is none. Problems as {@link openDatabase}. */
export function openWorkspace(location: DatabaseLocation): Result<Workspace> {
  const opened = openDatabase(location);
  return opened.ok ? ok(createWorkspace(opened.value)) : opened;
}

function createWorkspace(database: Database): Workspace {
  const changes = database.prepare<[], { changes: number }>('SELECT total_changes() AS changes');
  return {
    batches: createBatchRepository(database),
    candidates: createCandidateRepository(database),
    credentials: createCredentialRepository(database),
    documents: createDocumentRepository(database),
    jobs: createJobRepository(database),
    judgements: createJudgementRepository(database),
    log: createLogRepository(database),
    nameVectors: createNameVectorRepository(database),
    pastReports: createPastReportRepository(database),
    profiles: createProfileRepository(database),
    refusals: createRefusalRepository(database),
    requirementRules: createRequirementRuleRepository(database),
    settings: createSettingsRepository(database),
    statements: createStatementRepository(database),
    taxonomies: createTaxonomyRepository(database),
    trust: createTrustRepository(database),
    vectors: createVectorRepository(database),
    transaction: (work) => database.transaction(work).immediate(),
    changes: () => changes.get()?.changes ?? 0,
    flushDeleted: () => void database.pragma('wal_checkpoint(TRUNCATE)'),
    close: () => void database.close(),
  };
}
