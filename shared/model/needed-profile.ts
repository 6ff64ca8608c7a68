import type { JobId, RequirementId } from './ids.ts';
import type { Priority } from './job.ts';
import type { PlaceSource, TransversalCode } from './profile.ts';

/** A line of the job that needs a field or a group. */
export interface NeededBy {
  readonly requirement: RequirementId;
  readonly text: string;
  readonly priority: Priority;
  readonly source: Extract<PlaceSource, 'framework' | 'similarity'>;
  /** 0–1; 1 where a framework's code says it. */
  readonly confidence: number;
}

export interface NeededField {
  /** ISCED-F 2013 narrow field code. */
  readonly code: string;
  readonly name: string;
  /** 0–1: the depth that a person would show who had one assessed and verified credential for each line. */
  readonly depth: number;
  readonly requirements: readonly NeededBy[];
}

export interface NeededGroup {
  readonly code: TransversalCode;
  readonly name: string;
  /** Empty where the job does not ask for it. */
  readonly requirements: readonly NeededBy[];
}

/** A job read as a T-profile: how deep in which field, and which transversal groups. */
export interface NeededProfile {
  readonly job: JobId;
  readonly jobVersion: number;
  /** The field that is the stem: stated with the job, else the deepest that its requirements need; null for none. */
  readonly coreField: { readonly code: string; readonly source: 'stated' | 'requirements' } | null;
  /** Deepest first; ties by code. */
  readonly fields: readonly NeededField[];
  readonly transversal: readonly NeededGroup[];
  /** Lines that no field and no group is near enough to. */
  readonly notPlaced: readonly { readonly requirement: RequirementId; readonly text: string }[];
}
