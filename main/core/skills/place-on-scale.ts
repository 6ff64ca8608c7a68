import type { Credential, Result, ResultDescription } from '../../../shared/model/credential.ts';
import type { SkillStatement } from '../../../shared/model/skill.ts';
import { placesOfLevels, placesOfValues, type Places } from './scale.ts';

/** Where a result stands on the issuer's own scale: the n-th of m places, 1 the lowest. */
export interface PlaceOnScale {
  readonly place: number;
  readonly of: number;
  /** The level's name, or the value, as the issuer writes it. */
  readonly name: string;
}

/**
 * The place that the credential's results give to a statement, where the proof orders the scale; null otherwise. A
 * statement that stands within a result or its description has that result's place, any other that of the only graded
 * result: of several, none speaks for the whole credential.
 */
export function placeOnScale(credential: Credential, statement: Pick<SkillStatement, 'pointer'>): PlaceOnScale | null {
  const graded = credential.results.flatMap((result) => {
    const description = describes(credential, result);
    const place = description === null ? null : placeOf(result, description);
    return description === null || place === null ? [] : [{ result, description, place }];
  });
  const own = graded.find(({ result, description }) =>
    [result.pointer, description.pointer].some((pointer) => statement.pointer.startsWith(`${pointer}/`)),
  );
  return own?.place ?? (graded.length === 1 ? (graded[0]?.place ?? null) : null);
}

function placeOf(result: Result, description: ResultDescription): PlaceOnScale | null {
  const level = description.levels.find(({ id }) => id === result.achievedLevel);
  return (
    placed(placesOfLevels(description), result.achievedLevel, level?.name ?? null) ??
    placed(placesOfValues(description), result.value, result.value)
  );
}

function placed(places: Places, reached: string | null, name: string | null): PlaceOnScale | null {
  const place = reached === null ? undefined : places?.get(reached);
  if (places === null || place === undefined) return null;
  return { place: place + 1, of: Math.max(...places.values()) + 1, name: name ?? reached ?? '' };
}

function describes(credential: Credential, result: Result): ResultDescription | null {
  if (result.resultDescription === null) return null;
  return credential.achievement?.resultDescriptions.find(({ id }) => id === result.resultDescription) ?? null;
}
