import { fail, ok, type Result } from '../../../shared/api/problems.ts';
import type { SuggestedRequirement } from '../../../shared/model/job.ts';
import { adTitle, suggestRequirements } from './suggest-requirements.ts';
import { isJobPosting, postingInPage, readJobPosting } from './job-posting.ts';
import { wordsOf } from './html-words.ts';
import { isRecord, readJobFile } from './job-file.ts';

/** A job as it was read, for a person to accept line by line. */
export interface ReadJob {
  readonly title: string | null;
  /** ISCED-F narrow field code, where the file states one. */
  readonly field: string | null;
  readonly lines: readonly SuggestedRequirement[];
}

/**
 * Reads a job from whatever a person has: Tessera's job file (JSON), a schema.org JobPosting (JSON-LD, also inside a
 * saved page), or the plain text of an ad. Ids are counted where none are given, so that the same text gives the same.
 *
 * @returns `job-malformed` with `reason` when JSON is broken or has no requirement in it, or an ad has none.
 */
export function readJob(text: string): Result<ReadJob> {
  const trimmed = text.replace(/^\uFEFF/u, '').trim();
  if (trimmed === '') return fail('job-malformed', { reason: 'empty' });
  if (trimmed.startsWith('{') || trimmed.startsWith('[')) return readJson(trimmed);
  const posting = postingInPage(trimmed);
  if (posting !== null) return ok(readJobPosting(posting));
  const ad = trimmed.startsWith('<') ? wordsOf(trimmed) : trimmed;
  const lines = suggestRequirements(ad);
  return lines.length === 0
    ? fail('job-malformed', { reason: 'no-requirements' })
    : ok({ title: adTitle(ad), field: null, lines });
}

function readJson(text: string): Result<ReadJob> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return fail('job-malformed', { reason: 'broken-json' });
  }
  const posting = (Array.isArray(json) ? json : [json]).find(isJobPosting);
  if (posting !== undefined) return ok(readJobPosting(posting));
  return isRecord(json) ? readJobFile(json) : fail('job-malformed', { reason: 'no-requirements' });
}
