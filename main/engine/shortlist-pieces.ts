import type { FilePart } from '../adapters/formats/exports/file-part.ts';
import { shortlistPerson } from '../core/shortlists/build-shortlist.ts';
import { fail, ok, type Result } from '../../shared/api/problems.ts';
import type { CandidateId } from '../../shared/model/ids.ts';
import type { ShortlistHead, ShortlistPerson } from '../../shared/model/shortlist.ts';
import { identityOfCandidate } from './blind-view.ts';
import type { EngineContext } from './engine-context.ts';
import { explainPeople } from './rank-job.ts';
import { readProfiles } from './read-profile.ts';

/** A file that is being written: what was not handed out yet. */
export type FilePieces = AsyncGenerator<Result<string>, void>;

export interface FilePiece {
  readonly bytes: Uint8Array;
  readonly isLast: boolean;
}

/**
 * Writes a file about everybody, some people at a time, so that its size costs no memory. It is of one ranking from
 * beginning to end: where anything that the ranking rests on changes meanwhile, it ends with `export-overtaken`.
 *
 * @param people In the order in which the file lists them.
 */
export async function* writePieces(
  context: EngineContext,
  head: ShortlistHead,
  people: readonly CandidateId[],
  parts: readonly FilePart[],
): FilePieces {
  for (const part of parts) {
    if (typeof part === 'string') {
      yield ok(part);
      continue;
    }
    for (let start = 0; start < people.length; start += PEOPLE_AT_ONCE) {
      const read = await readPeople(context, head, people.slice(start, start + PEOPLE_AT_ONCE));
      if (!read.ok) {
        yield read;
        return;
      }
      yield ok(part(read.value, start === 0));
    }
  }
}

/** The next bytes of a file, some megabytes or all that is left. */
export async function nextPiece(pieces: FilePieces): Promise<Result<FilePiece>> {
  let text = '';
  let isLast = false;
  while (!isLast && text.length < LETTERS_AT_ONCE) {
    const next = await pieces.next();
    if (next.done === true) isLast = true;
    else if (!next.value.ok) return next.value;
    else text += next.value.value;
  }
  return ok({ bytes: new TextEncoder().encode(text), isLast });
}

/** Some megabytes, whatever the format. */
const PEOPLE_AT_ONCE = 200;
const LETTERS_AT_ONCE = 4_000_000;

async function readPeople(
  context: EngineContext,
  head: ShortlistHead,
  people: readonly CandidateId[],
): Promise<Result<readonly ShortlistPerson[]>> {
  const { workspace } = context;
  const { job, settings, inputsHash, blind } = head;
  const ranking = await explainPeople(context, job.id, settings, people);
  if (!ranking.ok) return ranking;
  const profiles = await readProfiles(context, people, job.id);
  if (!profiles.ok) return profiles;
  const ranked = new Map(ranking.value.candidates.map((one) => [one.candidate, one]));
  const isSame = ranking.value.inputsHash === inputsHash && ranked.size === people.length;
  // Names are hidden from the moment in which somebody asks for it.
  if (!isSame || (!blind && workspace.settings.read().blind)) return fail('export-overtaken');
  return ok(
    profiles.value.flatMap((profile) => {
      const one = ranked.get(profile.candidate);
      if (one === undefined) return [];
      const stored = workspace.credentials.ofCandidate(profile.candidate);
      const credentials = stored.filter(({ replacedBy }) => replacedBy === null).map(({ credential }) => credential);
      const candidate = workspace.candidates.get(profile.candidate);
      const identity = identityOfCandidate(context, profile.candidate);
      return [shortlistPerson({ ranked: one, candidate, credentials, profile, identity }, head)];
    }),
  );
}
