import type { Credential, Result, ResultDescription } from '../../../shared/model/credential.ts';
import { levelOfAchievement } from '../skills/level.ts';
import { placesOfLevels, placesOfValues, type Places } from '../skills/scale.ts';
import { PROFILE_SETTINGS } from './profile-settings.ts';

/**
 * The level that a credential states, 0–1, or null where it states none. In order: an EQF level (n/8), the degree's
 * cycle read as EQF, the position reached on the issuer's rubric, the position on the issuer's scale of values.
 */
export function credentialLevel(credential: Credential): number | null {
  const eqf = eqfLevel(credential);
  if (eqf !== null) return eqf / PROFILE_SETTINGS.level.eqfLevels;
  const positions = credential.results
    .map((result) => scalePosition(result, descriptionOf(result, credential)))
    .filter((position) => position !== null);
  return positions.length === 0 ? null : Math.max(...positions);
}

function eqfLevel(credential: Credential): number | null {
  return credential.achievement === null ? null : levelOfAchievement(credential.achievement);
}

function descriptionOf(result: Result, credential: Credential): ResultDescription | null {
  const descriptions = credential.achievement?.resultDescriptions ?? [];
  return (
    descriptions.find((description) => description.id !== null && description.id === result.resultDescription) ?? null
  );
}

/** The n-th of m places is n/m, where the proof orders them (OB 3.0: lowest first). */
function scalePosition(result: Result, description: ResultDescription | null): number | null {
  if (description === null) return null;
  const placed =
    share(placesOfLevels(description), result.achievedLevel) ?? share(placesOfValues(description), result.value);
  if (placed !== null) return placed;
  const value = finiteNumber(result.value);
  const least = finiteNumber(description.valueMin ?? '0');
  const most = finiteNumber(description.valueMax);
  if (value === null || least === null || most === null || most <= least) return null;
  return Math.min(1, Math.max(0, (value - least) / (most - least)));
}

function finiteNumber(text: string | null): number | null {
  if (text === null || text.trim() === '') return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

function share(places: Places, reached: string | null): number | null {
  const place = reached === null ? undefined : places?.get(reached);
  return places === null || place === undefined ? null : (place + 1) / (Math.max(...places.values()) + 1);
}
