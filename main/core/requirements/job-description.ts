import type { Priority, RequirementKind, SuggestedRequirement } from '../../../shared/model/job.ts';
import { defaultWeight } from '../matching/settings.ts';
import { plainAd } from './ad-text.ts';
import { countedId, isRecord, suggestedLine } from './job-file.ts';
import { isUri } from './job-posting.ts';
import { kindOf } from './line-kind.ts';
import { isOrderToProgram } from './orders-to-programs.ts';
import { proxiesIn } from './proxies.ts';
import type { ReadJob } from './read-job.ts';
import { eqfLevel, statedLevel, yearsAsked } from './years-and-levels.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The lists of a JobDescription that ask something, in the order in which they are read. */
const LISTS: readonly { readonly field: string; readonly kind: RequirementKind | null; readonly priority: Priority }[] =
  [
    { field: 'competencies', kind: 'competency', priority: 'must' },
    { field: 'skills', kind: 'skill', priority: 'must' },
    { field: 'knowledge', kind: 'skill', priority: 'must' },
    { field: 'technologies', kind: 'skill', priority: 'must' },
    { field: 'abilities', kind: 'competency', priority: 'must' },
    { field: 'attitudes', kind: 'characteristic', priority: 'must' },
    { field: 'requiredCredentials', kind: null, priority: 'must' },
    { field: 'minimumCredentials', kind: null, priority: 'must' },
    { field: 'minimumEducation', kind: null, priority: 'must' },
    { field: 'minimumExperiences', kind: null, priority: 'must' },
    { field: 'preferredCredentials', kind: null, priority: 'want' },
    { field: 'preferredEducation', kind: null, priority: 'want' },
    { field: 'preferredExperiences', kind: null, priority: 'want' },
    { field: 'requiredConditions', kind: 'characteristic', priority: 'must' },
    { field: 'tasks', kind: 'competency', priority: 'want' },
    { field: 'responsibilities', kind: 'competency', priority: 'want' },
  ];
/** What would do in the place of a credential or of education that is asked. */
const OTHER_WAYS = /^(?:alternative|equivalent)(?:Credentials?|Education|Experiences?)$/u;
/** Lists that no other form of job has. */
const TELLING =
  /^(?:competencies|abilities|attitudes|knowledge|technologies|(?:required|preferred|minimum|alternative|equivalent)(?:Credentials?|Education|Experiences?))$/u;

/**
 * HR Open Standards' JDX JobDescription (or its JobPosting), by its lists; a wrapper of one field is looked into.
 * Field names after the HR Open recruiting schemas, `jdx/JobDescriptionType` and `jdx/AnnotatedDefinedTermType`
 * (4.x; as rendered at https://ismene.competencies.be/hrrdf/JobDescriptionType).
 */
export function isJobDescription(json: unknown): json is Fields {
  const fields = unwrapped(json);
  return fields !== null && Object.entries(fields).some(([name, value]) => TELLING.test(name) && Array.isArray(value));
}

/**
 * Each term becomes a line: `annotation.required` makes a must, `preferred` a want, `acquiredInternally` or
 * `requiredAtHiring: false` something to learn after hire; without an annotation the list decides.
 */
export function readJobDescription(json: Fields): ReadJob {
  const fields = unwrapped(json) ?? {};
  const ways = Object.keys(fields)
    .filter((name) => OTHER_WAYS.test(name))
    .flatMap((name) => termsOf(fields[name]))
    .map(({ text }) => text);
  const lines = LISTS.flatMap(({ field, kind, priority }) =>
    termsOf(fields[field]).map((term) => lineOf(term, kind, priority, ways)),
  );
  const distinct = [...new Map(lines.map((line) => [line.text.toLowerCase(), line])).values()];
  return {
    title: wordsOf(fields['title'] ?? fields['jobTitle'] ?? fields['name'] ?? fields['formalTitle']),
    field: null,
    lines: distinct.map((line, index) => ({ ...line, id: countedId(index) })),
    leftOut: [],
    beyond: 0,
  };
}

interface Term {
  readonly text: string;
  readonly sentence: string;
  readonly uris: readonly string[];
  readonly annotation: Fields;
}

function lineOf(
  term: Term,
  stated: RequirementKind | null,
  byList: Priority,
  ways: readonly string[],
): SuggestedRequirement {
  const priority = priorityOf(term.annotation) ?? byList;
  const read = kindOf(term.text, term.text, 'asked');
  const kind = stated ?? (read === 'skill' ? 'credential' : read);
  const alternatives = kind === 'credential' && priority === 'must' ? ways : [];
  return suggestedLine(0, {
    text: term.text,
    kind,
    priority,
    weight: defaultWeight(priority),
    sourceSentence: term.sentence,
    level: eqfLevel(term.text),
    alternatives,
    frameworkIds: term.uris,
    warnings: proxiesIn(term.text, alternatives.length > 0),
    years: yearsAsked(term.text),
    statedLevel: statedLevel(term.text, kind === 'language'),
  });
}

function priorityOf(annotation: Fields): Priority | null {
  if (annotation['acquiredInternally'] === true || annotation['requiredAtHiring'] === false) return 'trainable';
  if (annotation['required'] === true) return 'must';
  return annotation['preferred'] === true || annotation['required'] === false ? 'want' : null;
}

/** Terms are texts or objects with `name`, `descriptions`, `termCode`, `annotation`; one may stand without its list. */
function termsOf(value: unknown): readonly Term[] {
  const entries: readonly unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return entries.flatMap((entry) => {
    const fields: Fields = isRecord(entry) ? entry : { name: entry };
    const description = [fields['descriptions'], fields['description']]
      .flat()
      .map(wordsOf)
      .find((words) => words !== null);
    const text = wordsOf(fields['name'] ?? fields['title'] ?? fields['credentialName']) ?? description ?? null;
    if (text === null || isOrderToProgram(text)) return [];
    const uris = ['@id', 'id', 'url', 'termCode', 'reference'].map((name) => fields[name]).filter(isUri);
    const annotation = isRecord(fields['annotation']) ? fields['annotation'] : {};
    return [{ text: text.slice(0, 300), sentence: description ?? text, uris: [...new Set(uris)], annotation }];
  });
}

function wordsOf(value: unknown): string | null {
  const words = typeof value === 'string' ? plainAd(value).replace(/\s+/gu, ' ').trim() : '';
  return words === '' ? null : words.slice(0, 2000);
}

function unwrapped(json: unknown): Fields | null {
  if (!isRecord(json)) return null;
  for (const name of ['jobDescription', 'JobDescription', 'jobPosting', 'JobPosting', 'positionOpening']) {
    if (isRecord(json[name])) return json[name];
  }
  return json;
}
