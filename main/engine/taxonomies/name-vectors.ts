import { hash } from 'node:crypto';
import type { Workspace } from '../../adapters/sqlite/open-workspace.ts';
import { crowdingOf } from '../../core/matching/hybrid/crowding.ts';
import type { VectorTable } from '../../core/matching/pool/kernel.ts';
import { toSteps, VECTOR_STEPS } from '../../core/matching/pool/round-vector.ts';
import { normaliseSkillText } from '../../core/skills/normalise.ts';
import { fail, ok, type Result } from '../../../shared/api/problems.ts';
import type { CancelSignal } from '../../../shared/model/cancel-signal.ts';
import { breathe } from '../breathe.ts';
import type { EngineContext } from '../engine-context.ts';
import { VECTOR_KERNEL } from '../pool/vector-kernel.ts';

/** The vectors of a list of names, ready to be compared with a wording. */
export interface NameVectors {
  /** @param vector Of length 1. @returns Its cosines with all names, in their order. */
  cosines(vector: Float32Array): Float32Array;
  /**
   * How near each name stands to others (crowding.ts): every name is compared with every other the first time, some
   * ten seconds for ten thousand.
   */
  crowding(preparing: Preparing): Promise<Result<Float32Array>>;
}

/** How work on many names is cancelled and followed. */
interface Preparing {
  readonly signal: CancelSignal;
  /** Told in names: those that are done, of all. */
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * Sees to it that the names of taxonomies have vectors. The first time all are embedded, which takes minutes for a
 * hundred thousand; they are stored piece by piece, so that cancelled work goes on where it stopped, and the next
 * process reads them. In the memory of this process the last list stays as one table of bytes.
 *
 * @param names Normalised; the same list again is the same array.
 * @returns Null where the model fails: then words alone are compared.
 */
export async function vectorsOfNames(
  context: EngineContext,
  names: readonly string[],
  preparing: Preparing,
): Promise<Result<NameVectors | null>> {
  const { workspace } = context;
  const table = await inTurn(workspace, () => readyTable(context, names, preparing));
  if (!table.ok) return table;
  return ok(table.value === null ? null : nameVectors(workspace, table.value, names.length));
}

/** One after the other, or two would embed or compare the same names. */
function inTurn<Value>(workspace: Workspace, work: () => Promise<Value>): Promise<Value> {
  const before = turns.get(workspace) ?? Promise.resolve();
  const turn = before.then(work);
  turns.set(
    workspace,
    turn.then(
      () => undefined,
      () => undefined,
    ),
  );
  return turn;
}

const turns = new WeakMap<Workspace, Promise<void>>();
const kept = new WeakMap<
  Workspace,
  { readonly model: string; readonly names: readonly string[]; readonly table: VectorTable }
>();

async function readyTable(
  context: EngineContext,
  names: readonly string[],
  { signal, onProgress }: Preparing,
): Promise<Result<VectorTable | null>> {
  const { workspace, embedder } = context;
  if (embedder.model.state === 'absent') return ok(null);
  const model = embedder.model.sha256;
  const known = kept.get(workspace);
  if (known?.model === model && known.names === names) return ok(known.table);
  const rows = rowsOf(names);
  let table: VectorTable | null = null;
  const set = (name: string, vector: Int8Array) => {
    table ??= VECTOR_KERNEL.createVectors(vector.length);
    for (const row of rows.get(name) ?? []) table.set(row, vector);
  };
  const missing: string[] = [];
  let looked = 0;
  for (const name of rows.keys()) {
    const stored = workspace.nameVectors.get(model, nameHash(name));
    if (stored === null) missing.push(name);
    else set(name, stored);
    looked += 1;
    if (looked % LOOKED_UP_IN_A_BREATH !== 0) continue;
    await breathe();
    if (signal.aborted) return fail('cancelled');
  }
  if (missing.length > 0) workspace.nameVectors.keepOnlyModel(model);
  for (let start = 0; start < missing.length; start += NAMES_AT_ONCE) {
    onProgress(rows.size - missing.length + start, rows.size);
    const piece = missing.slice(start, start + NAMES_AT_ONCE);
    const embedded = await embedder.embed(piece, signal);
    if (!embedded.ok) {
      if (embedded.problem.code === 'cancelled') return embedded;
      context.log.info('embedding names failed', { code: embedded.problem.code });
      return ok(null);
    }
    const steps = embedded.value.map(toSteps);
    workspace.transaction(() => {
      for (const [index, name] of piece.entries()) {
        const vector = steps[index];
        if (vector === undefined) continue;
        workspace.nameVectors.put(model, nameHash(name), vector);
        set(name, vector);
      }
    });
    if (signal.aborted) return fail('cancelled');
  }
  if (table !== null) kept.set(workspace, { model, names, table });
  return ok(table);
}

/** Lets go of vectors whose names stand in no taxonomy any more. */
export function forgetUnusedNames(workspace: Workspace): void {
  if (workspace.nameVectors.count() === 0) return;
  const used = new Set<string>();
  for (const { id } of workspace.taxonomies.state()) {
    for (const { label, alternatives } of workspace.taxonomies.concepts(id)) {
      for (const name of [label, ...alternatives]) used.add(hash('sha256', normaliseSkillText(name)));
    }
  }
  workspace.nameVectors.keepOnly(used);
}

/** Names that are embedded and stored together: some tenths of a second, after which a cancel is felt. */
const NAMES_AT_ONCE = 256;
const LOOKED_UP_IN_A_BREATH = 5000;

/** The places of each name in the list; several skills may share one. */
function rowsOf(names: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const rows = new Map<string, number[]>();
  for (const [row, name] of names.entries()) {
    const there = rows.get(name);
    if (there === undefined) rows.set(name, [row]);
    else there.push(row);
  }
  return rows;
}

function nameHash(name: string): Uint8Array {
  return hash('sha256', name, 'buffer');
}

function nameVectors(workspace: Workspace, table: VectorTable, count: number): NameVectors {
  return {
    cosines: (vector) => Float32Array.from(table.dots(toSteps(vector), count), toCosine),
    crowding: (preparing) => inTurn(workspace, () => readyCrowding(table, count, preparing)),
  };
}

async function readyCrowding(
  table: VectorTable,
  count: number,
  { signal, onProgress }: Preparing,
): Promise<Result<Float32Array>> {
  const known = crowdings.get(table);
  if (known !== undefined) return ok(known);
  const crowding = new Float32Array(count);
  for (let row = 0; row < count; row += 1) {
    crowding[row] = toCosine(crowdingOf(table.dots(table.get(row), count), row));
    if ((row + 1) % COMPARED_IN_A_BREATH !== 0) continue;
    onProgress(row + 1, count);
    await breathe();
    if (signal.aborted) return fail('cancelled');
  }
  crowdings.set(table, crowding);
  return ok(crowding);
}

const crowdings = new WeakMap<VectorTable, Float32Array>();
const COMPARED_IN_A_BREATH = 32;

function toCosine(dot: number): number {
  return dot / (VECTOR_STEPS * VECTOR_STEPS);
}
