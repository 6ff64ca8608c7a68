import type { ConceptKind, TaxonomyForm } from '../model/taxonomy.ts';
import { counted } from './plural.ts';

/** Words of the section on taxonomies, and of what can be wrong with their files. */
export const taxonomies = {
  title: 'Taxonomies of skills',
  note: 'Lists such as ESCO or O*NET that say what skills are called and which belongs under which. Tessera works without any.',
  uses: [
    'Two names of one skill, one in a credential and one in a job, count as the same skill. This can meet a must-have.',
    'A narrower skill that is held meets a broader one that is asked. The other way round it is only a related skill, as is a close match: it counts in part and meets no must-have.',
    'The other names of a skill that is asked are compared with what credentials say, and count less than its own words.',
    'A name that several skills of a taxonomy share identifies none of them.',
  ],
  usesLabel: 'What they are used for',
  none: 'No taxonomy has been added.',
  add: 'Add files…',
  addHint:
    'ESCO (CSV download or Tabiya’s), O*NET (text download), CASE packages, CTDL-ASN frameworks, or a CSV with the columns label, alternatives and broader. ZIP archives can stay packed.',
  adding: 'Reading taxonomies',
  dismiss: 'Close',
  columns: { name: 'Taxonomy', holds: 'Holds', added: 'Added', act: 'Act' },
  forms: {
    esco: 'ESCO',
    'esco-tabiya': 'ESCO, in Tabiya’s form',
    onet: 'O*NET',
    case: 'CASE package',
    'ctdl-asn': 'CTDL-ASN',
    csv: 'CSV',
  } satisfies Readonly<Record<TaxonomyForm, string>>,
  version: (version: string | null) => (version === null ? 'version not stated' : `version ${version}`),
  holds: (skills: number, labels: number) =>
    `${counted(skills, 'skill', 'skills')}, ${counted(labels, 'label', 'labels')}`,
  licence: (licence: string) => `Licence: ${licence}`,
  remove: 'Remove',
  removeLabel: (name: string) => `Remove ${name}`,
  removeTitle: 'Remove this taxonomy?',
  removeText: (name: string) =>
    `Matches that rest on ${name} alone will no longer count as the same skill. Nothing else is lost, and it can be added again.`,
  removed: (name: string) => `${name} was removed.`,
  done: (names: readonly string[]) => (names.length === 0 ? 'No taxonomy was added.' : `Added: ${names.join(', ')}.`),
  replaced: (names: readonly string[]) => `Took the place of an earlier one: ${names.join(', ')}.`,
  unused: (count: number) =>
    `${counted(count, 'file', 'files')} of the download ${count === 1 ? 'holds' : 'hold'} nothing that is used here.`,
  problems: 'What could not be read:',
  lookUp: 'Look up a skill by name or URI',
  lookUpAct: 'Look up',
  notFound: (text: string) => `No skill is called “${text}” in these taxonomies.`,
  kinds: { skill: 'skill', group: 'group', occupation: 'occupation' } satisfies Readonly<Record<ConceptKind, string>>,
  alsoCalled: (labels: readonly string[]) => `Also called: ${shortList(labels)}.`,
  narrowerThan: (labels: readonly string[]) => `Belongs under: ${shortList(labels)}.`,
  ambiguous: 'Another skill of this taxonomy has the same name, so the name identifies neither.',
};

/** The first ten, and how many more there are. */
function shortList(labels: readonly string[]): string {
  const more = labels.length - 10;
  return labels.slice(0, 10).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

const REASONS: Readonly<Record<string, string>> = {
  'too-large': 'it is too large',
  'not-text': 'it is not text in UTF-8 or UTF-16',
  'broken-json': 'it is not complete JSON',
  'duplicate-json-key': 'it gives the same field twice',
  'json-too-deep': 'it is nested too deeply',
  'json-too-large': 'it holds too many values',
  'prototype-key': 'it uses a field name that is an attack on programs',
  csv: 'its quotes don’t close',
  'too-many-rows': 'it has too many lines',
  'not-english': 'it is not in English',
  'no-concepts': 'it names no skill',
  'no-identifier': 'its CFDocument has no identifier',
  'same-id': 'another of these files is a taxonomy of the same name',
};

/** Why a file of a taxonomy was not used. */
export function taxonomyReason(reason: string | null): string {
  return (reason === null ? undefined : REASONS[reason]) ?? 'it is not understood';
}

/** What can be done about it. */
export function taxonomyNextStep(reason: string | null): string {
  if (reason === 'no-concepts') return 'Add the file with the skills together with the others, for ESCO skills_en.csv.';
  if (reason === 'same-id') return 'Rename one of the files, or leave out the one that you do not need.';
  if (reason === 'not-english') return 'Download the English files and add those.';
  return 'Download the file from its publisher again, or save it as text in UTF-8.';
}

const ROW_REASONS: Readonly<Record<string, string>> = {
  'no-uri': 'it has no id',
  'no-label': 'it has no label',
  'no-english-label': 'it has no English label',
  'unknown-kind': 'its conceptType is not known',
  'unknown-id': 'it refers to an id that no other file has',
  'unknown-field': 'its field is no code of ISCED-F 2013 with three or four digits',
  'too-long': 'a label or an id is too long',
  'too-many-concepts': 'the taxonomy has more concepts than can be taken in',
  'too-many-of-one': 'it has more labels or links than are kept of one concept',
};

/** Why a line or an entry was not used. */
export function taxonomyRowReason(reason: string | null): string {
  return (reason === null ? undefined : ROW_REASONS[reason]) ?? 'it is not understood';
}
