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
 * Hysteresis: the previous shape stays while thresholds moved by `hysteresis` would still give it, so that a shape does
 * not flicker when one credential is re-checked.
 */
export function shapeOf(evidence: ShapeEvidence, previous: Shape | null): Shape {
  if (evidence.items < PROFILE_SETTINGS.shape.leastEvidence) return 'not-enough-evidence';
  const plain = shapeAt(evidence, 0, 0);
  if (previous === null || previous === plain) return plain;
  const step = PROFILE_SETTINGS.shape.hysteresis;
  const stays = [-step, 0, step].some((stem) =>
    [-step, 0, step].some((bar) => shapeAt(evidence, stem, bar) === previous),
  );
  return stays ? previous : plain;
}

/** Fields other than the stem that are deep enough to be breadth. */
export function breadthFields(depths: ReadonlyMap<string, number>, stem: string | null): number {
  return [...depths].filter(([code, depth]) => code !== stem && depth >= PROFILE_SETTINGS.shape.breadth).length;
}

function shapeAt({ depths, groups, coreField }: ShapeEvidence, stemShift: number, breadthShift: number): Shape {
  const settings = PROFILE_SETTINGS.shape;
  const stems = [...depths].filter(([, depth]) => depth >= settings.stem + stemShift).map(([code]) => code);
  if (stems.length === 0 || (coreField !== null && !stems.includes(coreField))) return 'dash';
  if (stems.length > 2) return 'comb';
  if (stems.length === 2) return 'Π';
  const others = [...depths].filter(
    ([code, depth]) => !stems.includes(code) && depth >= settings.breadth + breadthShift,
  );
  return others.length + groups >= settings.bar ? 'T' : 'I';
}
