import type { Alignment, ResultDescription, RubricLevel } from '../../../shared/model/credential.ts';

/** Places on a scale, 0 the lowest, by level id or by value; null where the file does not prove which is higher. */
export type Places = ReadonlyMap<string, number> | null;

/**
 * The places of a rubric's levels: by their points, else by their numeric level, both of which are signed with the
 * level; by their order in the file only where the proof covers it.
 */
export function placesOfLevels({ levels, levelsOrdered }: ResultDescription): Places {
  return (
    byNumber(levels, ({ points }) => points) ??
    byNumber(levels, ({ level }) => level) ??
    (levelsOrdered ? new Map(levels.map(({ id }, place) => [id, place])) : null)
  );
}

/** The places of a scale's values: numbers by themselves, words by their order where the proof covers it. */
export function placesOfValues({ allowedValues, allowedValuesOrdered }: ResultDescription): Places {
  const numbers = allowedValues.map(numberOf);
  if (numbers.length > 0 && numbers.every((number) => number !== null)) return rank(allowedValues, numbers);
  return allowedValuesOrdered ? new Map(allowedValues.map((value, place) => [value, place])) : null;
}

/** True where `reached` is shown to be at least `required`: the same, or higher in a proven order. */
export function reaches(places: Places, reached: string, required: string): boolean {
  if (reached === required) return true;
  const [at, asked] = [places?.get(reached), places?.get(required)];
  return at !== undefined && asked !== undefined && at >= asked;
}

/** The rubric level in which an alignment stands, or null where it stands elsewhere. */
export function levelOf(alignment: Alignment, { levels }: ResultDescription): RubricLevel | null {
  return levels.find(({ pointer }) => alignment.pointer.startsWith(`${pointer}/`)) ?? null;
}

/** A number as scales write it: `85`, `3.5`, `85%`; `17/20` counts its first part. */
export function numberOf(value: string): number | null {
  const found = /^\s*(-?\d+(?:[.,]\d+)?)\s*(?:%|\/\s*\d+)?\s*$/u.exec(value);
  return found?.[1] === undefined ? null : Number(found[1].replace(',', '.'));
}

function byNumber(levels: readonly RubricLevel[], read: (level: RubricLevel) => string | null): Places {
  const numbers = levels.map((level) => numberOf(read(level) ?? ''));
  if (numbers.length === 0 || numbers.some((number) => number === null)) return null;
  return rank(
    levels.map(({ id }) => id),
    numbers,
  );
}

/** Equal numbers share a place. */
function rank(names: readonly string[], numbers: readonly (number | null)[]): Places {
  const steps = [...new Set(numbers)].sort((a, b) => (a ?? 0) - (b ?? 0));
  return new Map(names.map((name, index) => [name, steps.indexOf(numbers[index] ?? null)]));
}
