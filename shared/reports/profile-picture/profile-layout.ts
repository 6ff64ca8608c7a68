import { narrowField } from '../../model/isced-fields.ts';
import type { EvidenceStanding, ProfileField, ProfilePart, TProfile } from '../../model/profile.ts';

/** A length of a bar drawn in one pattern. */
export interface Segment {
  readonly standing: EvidenceStanding;
  /** 0–1 of the bar. */
  readonly share: number;
}

/** A field as a bar under the crossbar. */
export interface FieldBar {
  readonly code: string;
  readonly name: string;
  /** 0–1; 0 for a field that only the job needs. */
  readonly depth: number;
  /** The depth that the job needs, 0–1; null where it needs nothing here. */
  readonly needed: number | null;
  readonly segments: readonly Segment[];
  readonly isStem: boolean;
  readonly isJobField: boolean;
  /** Whether a person put a skill here. */
  readonly isEdited: boolean;
}

/**
 * The bars from left to right: the stem in the middle, the others by turns right and left of it, deepest nearest, so
 * that a T looks like one.
 */
export function fieldBars(
  profile: TProfile,
  most: number,
): { readonly bars: readonly FieldBar[]; readonly leftOut: number } {
  const all = [...profile.fields, ...neededAlone(profile)].map((field) => barOf(field, profile));
  const middle = all.find((bar) => bar.isStem);
  const others = all.filter((bar) => bar !== middle).sort((a, b) => reach(b) - reach(a) || (a.code < b.code ? -1 : 1));
  const shown = others.slice(0, middle === undefined ? most : most - 1);
  const bars = middle === undefined ? shown : [middle, ...shown];
  return { bars: fromTheMiddle(bars), leftOut: others.length - shown.length };
}

/** How far a bar reaches down, with what the job needs. */
export function reach({ depth, needed }: Pick<FieldBar, 'depth' | 'needed'>): number {
  return Math.max(depth, needed ?? 0);
}

/** Shares of the three standings among the parts, in the order in which they are drawn. */
export function segmentsOf(parts: readonly ProfilePart[]): readonly Segment[] {
  const weight = (part: ProfilePart) => part.quality + part.volume * part.trust + 0.001;
  const total = parts.reduce((sum, part) => sum + weight(part), 0);
  return STANDINGS.map((standing) => ({
    standing,
    share:
      parts.filter((part) => part.standing === standing).reduce((sum, part) => sum + weight(part), 0) / (total || 1),
  })).filter(({ share }) => share > 0);
}

/** Breaks words into at most `lines` lines of about `width` characters; what does not fit ends in an ellipsis. */
export function wrapWords(text: string, width: number, lines: number): readonly string[] {
  const wrapped: string[] = [];
  for (const word of text.split(' ')) {
    const last = wrapped.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= width) wrapped[wrapped.length - 1] = `${last} ${word}`;
    else wrapped.push(word);
  }
  if (wrapped.length <= lines) return wrapped;
  const kept = wrapped.slice(0, lines);
  return [...kept.slice(0, -1), `${kept.at(-1) ?? ''}…`];
}

const STANDINGS: readonly EvidenceStanding[] = ['verified', 'reserved', 'claimed'];

type DrawnField = Pick<ProfileField, 'code' | 'name' | 'depth' | 'parts'>;

/** Fields that the job needs, its core field at least, and in which nothing is evidenced. */
function neededAlone(profile: TProfile): readonly DrawnField[] {
  const held = new Set(profile.fields.map((field) => field.code));
  const asked = [
    ...(profile.stem === null ? [] : [profile.stem]),
    ...(profile.needed?.fields ?? []).map((one) => one.code),
  ];
  return [...new Set(asked)]
    .filter((code) => !held.has(code))
    .map((code) => ({ code, name: narrowField(code)?.name ?? code, depth: 0, parts: [] }));
}

function barOf(field: DrawnField, profile: TProfile): FieldBar {
  const isStem = field.code === profile.stem;
  return {
    code: field.code,
    name: field.name,
    depth: field.depth,
    needed: profile.needed?.fields.find((one) => one.code === field.code)?.depth ?? null,
    segments: segmentsOf(field.parts),
    isStem,
    isJobField: isStem && profile.job !== null,
    isEdited: field.parts.some((part) => part.skills.some((skill) => skill.edit !== null)),
  };
}

/** The first in the middle, the others by turns right and left of it. */
export function fromTheMiddle<Bar>(bars: readonly Bar[]): readonly Bar[] {
  const right = bars.filter((_, index) => index % 2 === 1);
  const left = bars.filter((_, index) => index % 2 === 0 && index > 0);
  return [...left.toReversed(), ...bars.slice(0, 1), ...right];
}
