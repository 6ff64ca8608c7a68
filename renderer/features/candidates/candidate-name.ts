import type { Candidate } from '../../../shared/model/credential.ts';

/** What a person is called on screen. In blind mode the engine leaves the name out, so the pseudonym stands. */
export function nameOf(candidate: Candidate): string {
  return candidate.name ?? candidate.pseudonym;
}
