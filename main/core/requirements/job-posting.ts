import type { SuggestedRequirement } from '../../../shared/model/job.ts';
import { wordsOf } from './html-words.ts';
import { countedId, isRecord } from './job-file.ts';
import { linesOfPhrase, suggestRequirements } from './suggest-requirements.ts';
import type { ReadJob } from './read-job.ts';

type Fields = Readonly<Record<string, unknown>>;

const SCRIPT = /<script\b[^>]*application\/ld\+json[^>]*>([\s\S]*?)<\/script>/giu;

/** schema.org JobPosting, with or without the vocabulary's address. */
export function isJobPosting(json: unknown): json is Fields {
  if (!isRecord(json)) return false;
  const types = Array.isArray(json['@type']) ? json['@type'] : [json['@type']];
  return types.some((type) => typeof type === 'string' && /(?:^|[/:])JobPosting$/u.test(type));
}

/** @returns The first JobPosting in the page's JSON-LD, also within a `@graph`; null where there is none. */
export function postingInPage(page: string): Fields | null {
  for (const [, script] of page.matchAll(SCRIPT)) {
    const found = flatten(parsed(script ?? '')).find(isJobPosting);
    if (found !== undefined) return found;
  }
  return null;
}

/**
 * Reads `skills`, `qualifications`, `educationRequirements`, `experienceRequirements` and what the description asks.
 * @param posting A JobPosting object; its texts may be HTML, of which only the words are taken.
 */
export function readJobPosting(posting: Fields): ReadJob {
  const phrases = [
    ...phrasesOf(posting['skills']),
    ...phrasesOf(posting['qualifications']),
    ...educationOf(posting['educationRequirements']),
    ...phrasesOf(posting['experienceRequirements']),
  ];
  const stated = phrases.flatMap((phrase) => linesOfPhrase(phrase, 'must'));
  const described = ['description', 'responsibilities']
    .flatMap((field) => (typeof posting[field] === 'string' ? [wordsOf(posting[field])] : []))
    .flatMap((text) => suggestRequirements(text));
  return {
    title: typeof posting['title'] === 'string' ? posting['title'].trim() || null : null,
    field: null,
    lines: distinct([...stated, ...described]).map((line, index) => ({ ...line, id: countedId(index) })),
  };
}

/** Texts, DefinedTerms and lists of them; a comma separates entries of one text. */
function phrasesOf(value: unknown): readonly string[] {
  if (typeof value === 'string') {
    const words = wordsOf(value);
    return words.includes('\n') || /[.;]\s/u.test(words) ? words.split(/\n|[.;]\s/u) : words.split(/,\s*/u);
  }
  if (Array.isArray(value))
    return value.flatMap((entry) => (typeof entry === 'string' ? [wordsOf(entry)] : phrasesOf(entry)));
  if (!isRecord(value)) return [];
  return [value['name'], value['description']]
    .filter((text) => typeof text === 'string')
    .slice(0, 1)
    .map(wordsOf);
}

/** schema.org EducationalOccupationalCredential: its category is what is asked. */
function educationOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(educationOf);
  if (!isRecord(value)) return phrasesOf(value);
  const category = value['credentialCategory'];
  return typeof category === 'string' ? [category] : phrasesOf(value);
}

function distinct(lines: readonly SuggestedRequirement[]): readonly SuggestedRequirement[] {
  const byText = new Map<string, SuggestedRequirement>();
  for (const line of lines) {
    const key = line.text.toLowerCase();
    if (!byText.has(key)) byText.set(key, line);
  }
  return [...byText.values()];
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function flatten(json: unknown): readonly unknown[] {
  const entries: readonly unknown[] = Array.isArray(json) ? json : [json];
  return entries.flatMap((entry) =>
    isRecord(entry) && Array.isArray(entry['@graph']) ? [entry, ...entry['@graph']] : [entry],
  );
}
