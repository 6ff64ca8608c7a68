import { narrowField } from '../../model/isced-fields.ts';
import type { NeededProfile } from '../../model/needed-profile.ts';
import type { TProfile } from '../../model/profile.ts';
import { fromTheMiddle, segmentsOf, type Segment } from './profile-layout.ts';

/** A field with what the job needs and what each person shows, in the order of the people. */
export interface CompareColumn {
  readonly code: string;
  readonly name: string;
  /** 0–1; null where the job needs nothing here. */
  readonly needed: number | null;
  readonly isCore: boolean;
  readonly bars: readonly CompareBar[];
}

export interface CompareBar {
  /** 0–1; 0 where nothing is evidenced. */
  readonly depth: number;
  readonly segments: readonly Segment[];
}

/**
 * Every field that the job needs or somebody shows, the job's core field first, then those that the job needs (deepest
 * first), then the others by the deepest that anybody shows; ties by code.
 */
export function compareColumns(needed: NeededProfile, profiles: readonly TProfile[]): readonly CompareColumn[] {
  const core = needed.coreField?.code ?? null;
  const codes = new Set([
    ...(core === null ? [] : [core]),
    ...needed.fields.map((field) => field.code),
    ...profiles.flatMap((profile) => profile.fields.map((field) => field.code)),
  ]);
  return [...codes].map((code) => columnOf(code, needed, profiles)).sort(inOrder);
}

/** The columns that have room, from left to right with the core in the middle, and how many had none. */
export function shownColumns(
  columns: readonly CompareColumn[],
  most: number,
): { readonly columns: readonly CompareColumn[]; readonly leftOut: number } {
  return { columns: fromTheMiddle(columns.slice(0, most)), leftOut: Math.max(0, columns.length - most) };
}

function columnOf(code: string, needed: NeededProfile, profiles: readonly TProfile[]): CompareColumn {
  return {
    code,
    name: narrowField(code)?.name ?? code,
    needed: needed.fields.find((field) => field.code === code)?.depth ?? null,
    isCore: needed.coreField?.code === code,
    bars: profiles.map((profile) => {
      const field = profile.fields.find((one) => one.code === code);
      return { depth: field?.depth ?? 0, segments: segmentsOf(field?.parts ?? []) };
    }),
  };
}

function inOrder(a: CompareColumn, b: CompareColumn): number {
  const deepest = (column: CompareColumn) => Math.max(0, ...column.bars.map(({ depth }) => depth));
  return (
    Number(b.isCore) - Number(a.isCore) ||
    (b.needed ?? 0) - (a.needed ?? 0) ||
    deepest(b) - deepest(a) ||
    (a.code < b.code ? -1 : 1)
  );
}

/** A, B, C … by which people are told apart in the picture and in the tables beside it. */
export function letterOf(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index);
}
