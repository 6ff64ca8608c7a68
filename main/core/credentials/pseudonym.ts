import type { CandidateId } from '../../../shared/model/ids.ts';

/**
 * A neutral, stable name for blind screening, e.g. `Candidate 7QK3`: the last four characters of the id, which are
 * random in a ULID and say nothing about the person. Unlike a running number it does not tell who came first.
 */
export function pseudonymOf(id: CandidateId): string {
  return `Candidate ${id.slice(-4).toUpperCase()}`;
}
