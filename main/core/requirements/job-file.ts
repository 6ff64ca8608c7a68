import { fail, ok, type Result } from '../../../shared/api/problems.ts';
import type { RequirementId } from '../../../shared/model/ids.ts';
import {
  PRIORITIES,
  REQUIREMENT_KINDS,
  type Priority,
  type RequirementKind,
  type SuggestedRequirement,
} from '../../../shared/model/job.ts';
import { defaultWeight } from '../matching/settings.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A job file, whole: all that it states is a line. */
export interface JobFile {
  readonly title: string | null;
  /** ISCED-F narrow field code. */
  readonly field: string | null;
  readonly lines: readonly SuggestedRequirement[];
}

/**
 * Tessera's job file, as exported or as written by hand:
 * `{ title, field?, requirements: [{ text, kind?, priority?, weight?, level?, alternatives?, frameworkIds?, maxAgeYears?, years?, statedLevel? }] }`.
 * A requirement may be a bare string, its text may be called `skill` or `name`, and `must: true` means the priority.
 * What is absent gets its default; what is there and wrong is refused rather than guessed.
 */
export function readJobFile(json: Fields): Result<JobFile> {
  const entries = firstArray(json['requirements'], json['skills']);
  if (entries === null || entries.length === 0) return fail('job-malformed', { reason: 'no-requirements' });
  const lines: SuggestedRequirement[] = [];
  for (const [index, entry] of entries.entries()) {
    const line = readLine(entry, index);
    if (typeof line === 'string') return fail('job-malformed', { reason: line, line: index + 1 });
    lines.push(line);
  }
  if (new Set(lines.map(({ id }) => id)).size < lines.length) return fail('job-malformed', { reason: 'same-id-twice' });
  return ok({ title: textOf(json['title'], json['name']), field: textOf(json['field']), lines });
}

export function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A line with every default, as the readers of ads and postings make it. */
export function suggestedLine(
  index: number,
  line: Pick<SuggestedRequirement, 'text' | 'kind' | 'priority' | 'sourceSentence'> & Partial<SuggestedRequirement>,
): SuggestedRequirement {
  return {
    id: countedId(index),
    weight: defaultWeight(line.priority),
    level: null,
    alternatives: [],
    frameworkIds: [],
    maxAgeYears: null,
    warnings: [],
    years: null,
    statedLevel: null,
    rule: null,
    ...line,
  };
}

function readLine(entry: unknown, index: number): SuggestedRequirement | string {
  const fields: Fields = typeof entry === 'string' ? { text: entry } : isRecord(entry) ? entry : {};
  const text = textOf(fields['text'], fields['skill'], fields['name'], fields['title']);
  if (text === null) return 'requirement-without-text';
  const kind = oneOf<RequirementKind>(REQUIREMENT_KINDS, fields['kind'] ?? fields['type'] ?? 'skill', {
    license: 'licence',
  });
  if (kind === null) return 'unknown-kind';
  const stated = fields['priority'] ?? fields['importance'] ?? mustField(fields['must'] ?? fields['required']);
  const priority = oneOf<Priority>(PRIORITIES, stated, {
    nice: 'want',
    'nice-to-have': 'want',
    wanted: 'want',
    required: 'must',
  });
  if (priority === null) return 'unknown-priority';
  const weight = numberOf(fields['weight'], defaultWeight(priority), 0, 1);
  if (weight === undefined || weight === null) return 'weight-out-of-range';
  const level = numberOf(levelDigit(fields['level']), null, 1, 8);
  if (level === undefined || (level !== null && !Number.isInteger(level))) return 'level-out-of-range';
  const maxAgeYears = numberOf(fields['maxAgeYears'], null, 0, 80);
  if (maxAgeYears === undefined) return 'age-out-of-range';
  const years = numberOf(fields['years'], null, 1, 50);
  if (years === undefined || (years !== null && !Number.isInteger(years))) return 'years-out-of-range';
  return {
    id: (textOf(fields['id']) as RequirementId | null) ?? countedId(index),
    text,
    kind,
    priority,
    weight,
    level,
    alternatives: textsOf(fields['alternatives'] ?? fields['or']),
    frameworkIds: textsOf(fields['frameworkIds'] ?? fields['frameworkId'] ?? fields['uri'] ?? fields['escoUri']),
    maxAgeYears,
    sourceSentence: textOf(fields['sourceSentence']) ?? text,
    warnings: years === null ? [] : ['years-as-proxy'],
    years,
    statedLevel: textOf(fields['statedLevel'])?.slice(0, 100) ?? null,
    rule: null,
  };
}

function mustField(must: unknown): Priority {
  return must === false ? 'want' : 'must';
}

/** Ids where a text gives none: counted, so that the same text gives the same. */
export function countedId(index: number): RequirementId {
  return `r${index + 1}` as RequirementId;
}

function textOf(...values: readonly unknown[]): string | null {
  const found = values.find((value) => (typeof value === 'string' && value.trim() !== '') || typeof value === 'number');
  return found === undefined ? null : String(found).trim().slice(0, 2000);
}

function textsOf(value: unknown): readonly string[] {
  const texts = (Array.isArray(value) ? value : [value]).map((entry) => textOf(entry));
  return [...new Set(texts.filter((text) => text !== null))].slice(0, 50);
}

function firstArray(...values: readonly unknown[]): readonly unknown[] | null {
  return values.find((value) => Array.isArray(value)) ?? null;
}

function oneOf<Name extends string>(
  names: readonly Name[],
  value: unknown,
  aliases: Readonly<Record<string, Name>>,
): Name | null {
  const word = typeof value === 'string' ? value.trim().toLowerCase() : '';
  const alias = Object.hasOwn(aliases, word) ? aliases[word] : undefined;
  return names.find((name) => name === word) ?? alias ?? null;
}

/** @returns The number, the default where nothing is stated, undefined where something else is. */
function numberOf<Default>(value: unknown, byDefault: Default, from: number, to: number): number | Default | undefined {
  if (value === undefined || value === null) return byDefault;
  return typeof value === 'number' && value >= from && value <= to ? value : undefined;
}

/** Levels are also written `EQF 6` or `6`. */
function levelDigit(value: unknown): unknown {
  const digit = typeof value === 'string' ? /^\s*(?:eqf)?\s*(?:level)?\s*([1-8])\s*$/iu.exec(value)?.[1] : undefined;
  return digit === undefined ? value : Number(digit);
}
