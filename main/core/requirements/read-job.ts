import { fail, ok, type Result } from '../../../shared/api/problems.ts';
import type { LeftOutSentence, SuggestedRequirement } from '../../../shared/model/job.ts';
import type { RequirementRule } from '../../../shared/model/requirement-rule.ts';
import { isForeignAd } from './ad-language.ts';
import { isNoText, plainAd } from './ad-text.ts';
import { isJobDescription, readJobDescription } from './job-description.ts';
import { applyRules } from './learned-rules.ts';
import { isRecord, readJobFile, type JobFile } from './job-file.ts';
import { isJobPosting, postingInPage, readJobPosting } from './job-posting.ts';
import { adTitle, suggestRequirements } from './suggest-requirements.ts';

/** A job as it was read, for a person to accept line by line. */
export interface ReadJob {
  readonly title: string | null;
  /** ISCED-F narrow field code, where the file states one. */
  readonly field: string | null;
  readonly lines: readonly SuggestedRequirement[];
  /** What no line was made of, so that a person can see it and make one. */
  readonly leftOut: readonly LeftOutSentence[];
  /** How many lines were found beyond those that are suggested. */
  readonly beyond: number;
}

/**
 * Reads a job from whatever a person has: Tessera's job file (JSON), a schema.org JobPosting (JSON-LD, also inside a
 * saved page), an HR Open JobDescription (JSON), or the text of an ad, plain or HTML. Ids are counted where none are
 * given, so that the same text gives the same.
 *
 * @param rules What was learned from ads; it changes nothing in a file that states its requirements one by one.
 * @returns `job-malformed` with `reason` when JSON is broken or has no requirement in it, or an ad has none, is empty,
 *   is no text, or is in another language than English.
 */
export function readJob(text: string, rules: readonly RequirementRule[] = []): Result<ReadJob> {
  const trimmed = text.replace(/^\uFEFF/u, '').trim();
  if (trimmed === '') return fail('job-malformed', { reason: 'empty' });
  if (trimmed.startsWith('{') || trimmed.startsWith('[')) return readJson(trimmed, rules);
  const posting = postingInPage(trimmed);
  return byRules(posting === null ? readAdText(trimmed) : someLines(readJobPosting(posting)), rules);
}

/** A job file's lines as a job that was read: nothing of it was left out. */
export function wholeJob(file: JobFile): ReadJob {
  return { ...file, leftOut: [], beyond: 0 };
}

/** Enough of a text to tell its language by. */
const LANGUAGE_SAMPLE = 20_000;

function readAdText(text: string): Result<ReadJob> {
  if (isNoText(text)) return fail('job-malformed', { reason: 'not-text' });
  const ad = plainAd(text);
  if (ad.trim() === '') return fail('job-malformed', { reason: 'empty' });
  if (isForeignAd(ad.slice(0, LANGUAGE_SAMPLE))) return fail('job-malformed', { reason: 'not-english' });
  return someLines({ title: adTitle(ad), field: null, ...suggestRequirements(ad) });
}

function readJson(text: string, rules: readonly RequirementRule[]): Result<ReadJob> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // "[Company] is hiring": an ad may begin with a bracket too.
    return /^\{\s*["}]|^\[\s*[[{"\]]/u.test(text)
      ? fail('job-malformed', { reason: 'broken-json' })
      : byRules(readAdText(text), rules);
  }
  const entries: readonly unknown[] = Array.isArray(json) ? json : [json];
  const posting = entries.find(isJobPosting);
  if (posting !== undefined) return byRules(someLines(readJobPosting(posting)), rules);
  const description = entries.find(isJobDescription);
  if (description !== undefined) return someLines(readJobDescription(description));
  if (!isRecord(json)) return fail('job-malformed', { reason: 'no-requirements' });
  const file = readJobFile(json);
  return file.ok ? ok(wholeJob(file.value)) : file;
}

function byRules(read: Result<ReadJob>, rules: readonly RequirementRule[]): Result<ReadJob> {
  return read.ok ? ok(applyRules(read.value, rules)) : read;
}

function someLines(job: ReadJob): Result<ReadJob> {
  return job.lines.length === 0 ? fail('job-malformed', { reason: 'no-requirements' }) : ok(job);
}
