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
  /** 0–1; 0 for the job's core field without evidence. */
  readonly depth: number;
  readonly segments: readonly Segment[];
  readonly isStem: boolean;
  readonly isJobField: boolean;
}

/**
 * The bars from left to right: the stem in the middle, the others by turns right and left of it, deepest nearest, so
 * that a T looks like one.
 */
export function fieldBars(
  profile: TProfile,
  most: number,
): { readonly bars: readonly FieldBar[]; readonly leftOut: number } {
  const stem = profile.fields.find((field) => field.code === profile.stem) ?? null;
  const others = profile.fields.filter((field) => field !== stem);
  const middle = stem ?? emptyStem(profile);
  const shown = others.slice(0, middle === null ? most : most - 1);
  const bars = (middle === null ? shown : [middle, ...shown]).map((field) => barOf(field, profile));
  return { bars: fromTheMiddle(bars), leftOut: others.length - shown.length };
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

function emptyStem(profile: TProfile): DrawnField | null {
  if (profile.stem === null) return null;
  return { code: profile.stem, name: narrowField(profile.stem)?.name ?? profile.stem, depth: 0, parts: [] };
}

function barOf(field: DrawnField, profile: TProfile): FieldBar {
  const isStem = field.code === profile.stem;
  return {
    code: field.code,
    name: field.name,
    depth: field.depth,
    segments: segmentsOf(field.parts),
    isStem,
    isJobField: isStem && profile.job !== null,
  };
}

function fromTheMiddle<Bar>(bars: readonly Bar[]): readonly Bar[] {
  const right = bars.filter((_, index) => index % 2 === 1);
  const left = bars.filter((_, index) => index % 2 === 0 && index > 0);
  return [...left.toReversed(), ...bars.slice(0, 1), ...right];
}
