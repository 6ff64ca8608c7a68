import type { SuggestedRequirement } from '../../../shared/model/job.ts';
import { plainAd } from './ad-text.ts';
import { jsonLdScripts } from './html-words.ts';
import { countedId, isRecord, suggestedLine } from './job-file.ts';
import type { ReadJob } from './read-job.ts';
import { linesOfPhrase, suggestRequirements } from './suggest-requirements.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What a posting's field asks, with the framework's name for it where there is one. */
interface Phrase {
  readonly text: string;
  readonly uris: readonly string[];
}

/** schema.org JobPosting, with or without the vocabulary's address. */
export function isJobPosting(json: unknown): json is Fields {
  if (!isRecord(json)) return false;
  const types = Array.isArray(json['@type']) ? json['@type'] : [json['@type']];
  return types.some((type) => typeof type === 'string' && /(?:^|[/:])JobPosting$/u.test(type));
}

/** @returns The first JobPosting in the page's JSON-LD, also within a `@graph`; null where there is none. */
export function postingInPage(page: string): Fields | null {
  if (!/application\/ld\+json/iu.test(page)) return null;
  for (const script of jsonLdScripts(page)) {
    const found = flatten(parsed(script)).find(isJobPosting);
    if (found !== undefined) return found;
  }
  return null;
}

/**
 * Reads `skills`, `qualifications`, `educationRequirements`, `experienceRequirements` (also as months), what is
 * required beside them (licence to work, clearance, physical), and what the description asks. Where
 * `experienceInPlaceOfEducation` is true, experience stands as the alternative of the education that is asked.
 *
 * @param posting A JobPosting object; its texts may be HTML, of which only the words are taken.
 */
export function readJobPosting(posting: Fields): ReadJob {
  const mayBeExperience = posting['experienceInPlaceOfEducation'] === true;
  const stated = [
    ...[
      'skills',
      'qualifications',
      'eligibilityToWorkRequirement',
      'securityClearanceRequirement',
      'physicalRequirement',
    ]
      .flatMap((field) => phrasesOf(posting[field]))
      .flatMap(linesOf),
    ...educationOf(posting['educationRequirements'])
      .flatMap(linesOf)
      .map((line) => (mayBeExperience ? withExperience(line) : line)),
    ...experienceOf(posting['experienceRequirements']),
  ];
  const described = ['description', 'responsibilities']
    .flatMap((field) => (typeof posting[field] === 'string' ? [plainAd(posting[field])] : []))
    .map((text) => suggestRequirements(text));
  const title = typeof posting['title'] === 'string' ? plainAd(posting['title']).trim() : '';
  return {
    title: title === '' ? null : title,
    field: null,
    lines: distinct([...stated, ...described.flatMap(({ lines }) => lines)]).map((line, index) => ({
      ...line,
      id: countedId(index),
    })),
    leftOut: described.flatMap(({ leftOut }) => leftOut),
    beyond: described.reduce((sum, { beyond }) => sum + beyond, 0),
  };
}

/** A name out of a framework is an address, never a bare code that could mean anything. */
export function isUri(value: unknown): value is string {
  return typeof value === 'string' && /^(?:https?:\/\/|urn:)\S+$/iu.test(value) && value.length <= 2000;
}

function linesOf({ text, uris }: Phrase): readonly SuggestedRequirement[] {
  const lines = linesOfPhrase(text, 'must');
  return lines.length === 1 ? lines.map((line) => ({ ...line, frameworkIds: uris })) : lines;
}

function withExperience(line: SuggestedRequirement): SuggestedRequirement {
  return {
    ...line,
    alternatives: [...(line.alternatives.length === 0 ? [line.text] : line.alternatives), 'relevant work experience'],
    warnings: line.warnings.filter((code) => code !== 'degree-without-alternative'),
  };
}

/** OccupationalExperienceRequirements states months; years alone name no skill, and the line says so. */
function experienceOf(value: unknown): readonly SuggestedRequirement[] {
  if (Array.isArray(value)) return value.flatMap(experienceOf);
  const months = isRecord(value) ? Number(value['monthsOfExperience']) : Number.NaN;
  const named = phrasesOf(value).flatMap(linesOf);
  if (!(months >= 1) || named.length > 0) return named;
  const years = Math.max(1, Math.round(months / 12));
  const text = months >= 12 ? `${years} years of experience` : `${months} months of experience`;
  return [
    suggestedLine(0, {
      text,
      kind: 'characteristic',
      priority: 'must',
      sourceSentence: `monthsOfExperience: ${months}`,
      warnings: ['years-as-proxy'],
      years: months >= 12 ? years : null,
    }),
  ];
}

/** Texts, DefinedTerms and lists of them; a comma separates entries of one text. */
function phrasesOf(value: unknown): readonly Phrase[] {
  if (typeof value === 'string') {
    const words = plainAd(value).trim();
    const parts = words.includes('\n') || /[.;]\s/u.test(words) ? words.split(/\n|[.;]\s/u) : words.split(/,\s*/u);
    return parts
      .map((part) => part.replace(/^[•\-*\s]+/u, '').trim())
      .filter((part) => part !== '')
      .map((text) => ({ text, uris: [] }));
  }
  if (Array.isArray(value)) {
    return value.flatMap((entry: unknown) =>
      typeof entry === 'string' ? [{ text: plainAd(entry).trim(), uris: [] }] : phrasesOf(entry),
    );
  }
  if (!isRecord(value)) return [];
  const text = [value['name'], value['description']].find((words) => typeof words === 'string');
  const uris = ['@id', 'url', 'sameAs', 'termCode'].map((field) => value[field]).filter(isUri);
  return typeof text === 'string' ? [{ text: plainAd(text).trim(), uris: [...new Set(uris)] }] : [];
}

/** schema.org EducationalOccupationalCredential: its category is what is asked. */
function educationOf(value: unknown): readonly Phrase[] {
  if (Array.isArray(value)) return value.flatMap(educationOf);
  if (!isRecord(value)) return phrasesOf(value);
  const category = value['credentialCategory'];
  return typeof category === 'string' ? [{ text: category, uris: [] }] : phrasesOf(category ?? value);
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
