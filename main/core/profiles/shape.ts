import type { Shape } from '../../../shared/model/profile.ts';
import { PROFILE_SETTINGS } from './profile-settings.ts';

/** What a shape is read from. */
export interface ShapeEvidence {
  /** Distinct skill statements counted. */
  readonly items: number;
  /** Depth of each field by its code. */
  readonly depths: ReadonlyMap<string, number>;
  /** Transversal groups evidenced. */
  readonly groups: number;
  /** The job's core field, which must be the stem; null for the person's own main field. */
  readonly coreField: string | null;
}

/**
 * Names the shape: *I* one stem, *T* a stem and a bar, *Π* two stems, *comb* three or more, *dash* breadth without a stem
 * (relative to a job: without depth in its core field). It describes and ranks nobody.
 *
 * Hysteresis: the previous shape stays while some depths that each differ from the real ones by `hysteresis` at most
 * would give it, so that a shape changes only when a boundary is passed by that margin, and does not flicker when one
 * credential is judged again. Counts (items of evidence, groups) have no margin: one more or less is a fact.
 */
export function shapeOf(evidence: ShapeEvidence, previous: Shape | null): Shape {
  const plain = plainShapeOf(evidence);
  if (plain === 'not-enough-evidence' || previous === null || previous === plain) return plain;
  return isWithinReach(previous, evidence, PROFILE_SETTINGS.shape.hysteresis) ? previous : plain;
}

/** The shape by the thresholds alone. */
export function plainShapeOf({ items, depths, groups, coreField }: ShapeEvidence): Shape {
  const settings = PROFILE_SETTINGS.shape;
  if (items < settings.leastEvidence) return 'not-enough-evidence';
  const stems = [...depths].filter(([, depth]) => depth >= settings.stem).map(([code]) => code);
  if (stems.length === 0 || (coreField !== null && !stems.includes(coreField))) return 'dash';
  if (stems.length > 2) return 'comb';
  if (stems.length === 2) return 'Π';
  const others = [...depths].filter(([code, depth]) => !stems.includes(code) && depth >= settings.breadth);
  return others.length + groups >= settings.bar ? 'T' : 'I';
}

/** Fields other than the stem that are deep enough to be breadth. */
export function breadthFields(depths: ReadonlyMap<string, number>, stem: string | null): number {
  return [...depths].filter(([code, depth]) => code !== stem && depth >= PROFILE_SETTINGS.shape.breadth).length;
}

/** Whether depths moved by up to `margin` each, in any direction, could have this shape. */
function isWithinReach(shape: Shape, { depths, groups, coreField }: ShapeEvidence, margin: number): boolean {
  const settings = PROFILE_SETTINGS.shape;
  const codes = [...depths.keys()];
  const reaches = (code: string, threshold: number) => (depths.get(code) ?? 0) >= threshold;
  const sure = codes.filter((code) => reaches(code, settings.stem + margin));
  const possible = codes.filter((code) => reaches(code, settings.stem - margin));
  const isCoreSure = coreField === null || sure.includes(coreField);
  if (shape === 'dash') return sure.length === 0 || !isCoreSure;
  if (shape === 'not-enough-evidence' || (coreField !== null && !possible.includes(coreField))) return false;
  // The core field must be a stem, so where it is near the boundary it counts as one.
  const needed = new Set(coreField === null ? sure : [...sure, coreField]);
  if (shape === 'comb') return possible.length > 2;
  if (shape === 'Π') return needed.size <= 2 && possible.length >= 2;
  if (needed.size > 1 || possible.length === 0) return false;
  const stems = needed.size === 1 ? [...needed] : possible;
  const bar = settings.breadth + (shape === 'T' ? -margin : margin);
  return stems.some((stem) => {
    const fields = codes.filter((code) => code !== stem && reaches(code, bar)).length;
    return shape === 'T' ? fields + groups >= settings.bar : fields + groups < settings.bar;
  });
}
