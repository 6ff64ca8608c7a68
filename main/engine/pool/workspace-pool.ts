import { hash } from 'node:crypto';
import { CandidatePool } from '../../core/matching/pool/candidate-pool.ts';
import { PoolVectors } from '../../core/matching/pool/pool-vectors.ts';
import { createPoolRanker, type PoolRanker } from '../../core/matching/pool/rank-pool.ts';
import type { RankingCandidate } from '../../core/matching/rank-candidates.ts';
import type { CandidateId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../adapters/sqlite/open-workspace.ts';
import type { CancelSignal } from '../../../shared/model/cancel-signal.ts';
import { breathe } from '../breathe.ts';
import { createSeenMarks } from './seen-marks.ts';
import { VECTOR_KERNEL } from './vector-kernel.ts';

/**
 * The workspace's people as a ranking needs them, kept from one ranking to the next: what changed since is read again,
 * and nothing else. It goes with the workspace.
 */
export interface WorkspacePool {
  readonly pool: CandidatePool;
  /** For rankings of jobs, looks at them while texts are embedded, and searches: none displaces another's columns. */
  readonly ranker: PoolRanker;
  readonly soFar: PoolRanker;
  readonly searcher: PoolRanker;
  /** Vectors of a model, as far as they were needed yet. */
  vectorsOf(modelSha256: string): PoolVectors;
  /** Reads who came, changed and went. Work that is stopped leaves what was read. */
  bringUpToDate(signal: CancelSignal): Promise<void>;
}

/** Does `work` when no other work on the workspace's pool is under way, so that none changes it for another. */
export async function withPool<Value>(
  workspace: Workspace,
  work: (pool: WorkspacePool) => Promise<Value>,
): Promise<Value> {
  const kept = keptPool(workspace);
  const before = kept.last;
  const turn = before.then(() => work(kept.pool()));
  kept.last = turn.then(
    () => undefined,
    () => undefined,
  );
  return turn;
}

/** The pool as it stands, for a look while it is worked on; it may lack who has just come. */
export function poolAsItStands(workspace: Workspace): WorkspacePool {
  return keptPool(workspace).pool();
}

/** Lets go of all that is kept: somebody who was erased is in it. */
export function forgetPool(workspace: Workspace): void {
  kept.delete(workspace);
}

interface KeptPool {
  last: Promise<void>;
  pool(): WorkspacePool;
}

const kept = new WeakMap<Workspace, KeptPool>();

function keptPool(workspace: Workspace): KeptPool {
  const known = kept.get(workspace);
  if (known !== undefined) return known;
  let pool: WorkspacePool | null = null;
  const made: KeptPool = { last: Promise.resolve(), pool: () => (pool ??= createWorkspacePool(workspace)) };
  kept.set(workspace, made);
  return made;
}

const sha256 = (text: string) => hash('sha256', text);
/** People read between two breaths: some milliseconds of work. */
const PEOPLE_AT_ONCE = 50;

function createWorkspacePool(workspace: Workspace): WorkspacePool {
  const pool = new CandidatePool(sha256);
  const marks = createSeenMarks(workspace, pool);
  const vectors = new Map<string, PoolVectors>();
  let upToDateWith = -1;
  return {
    pool,
    ranker: createPoolRanker(pool, sha256),
    soFar: createPoolRanker(pool, sha256),
    searcher: createPoolRanker(pool, sha256),
    vectorsOf(modelSha256) {
      const known = vectors.get(modelSha256) ?? new PoolVectors(modelSha256, VECTOR_KERNEL);
      vectors.set(modelSha256, known);
      return known;
    },
    async bringUpToDate(signal) {
      const changes = workspace.changes();
      if (changes === upToDateWith) return;
      const { read, gone } = marks.changes();
      for (const id of gone) pool.remove(id);
      for (const [index, person] of read.entries()) {
        pool.put(readPerson(workspace, person.id));
        marks.remember(person);
        if ((index + 1) % PEOPLE_AT_ONCE !== 0) continue;
        await breathe();
        if (signal.aborted) return;
      }
      upToDateWith = changes;
    },
  };
}

/** One person with what the standing credentials state. */
export function readPerson(workspace: Workspace, candidate: CandidateId): RankingCandidate {
  const credentials = workspace.credentials
    .ofCandidate(candidate)
    .filter((stored) => stored.replacedBy === null)
    .map((stored) => stored.credential);
  return {
    candidate,
    credentials,
    statements: credentials.flatMap((credential) => workspace.statements.ofCredential(credential.key)),
  };
}
