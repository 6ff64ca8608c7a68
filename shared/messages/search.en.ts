import type { LeftOutOfSearch } from '../model/search.ts';
import { counted } from './plural.ts';

const people = (count: number) => counted(count, 'person', 'people');

const leftOutBecause = {
  denied: 'A search for what is denied would find those who have it.',
  'too-many': 'There is too much for one search.',
} satisfies Record<LeftOutOfSearch['because'], string>;

/** What was left out is named up to here; after that it is counted. */
const NAMED_LEFT_OUT = 5;

/** Words of the screen Find people, of “People like …”, and of what nobody shows. */
export const search = {
  lead: 'People whose credentials show a skill, in the same words or in others. It orders people for this search alone, judges nobody and rejects nobody.',
  box: 'A skill, or a text',
  boxHint:
    'Enter searches; Shift and Enter start a new line. Commas, semicolons, lines and sentences are searched each for itself.',
  act: 'Find people',
  start: 'What should people show?',
  startText:
    'Write a skill as you would say it, “query databases”, or paste a few sentences of a task. Every answer stands with the exact words and the credential in which they are.',
  busy: 'Searching',
  found: (alike: number, of: number) => `${alike} of ${people(of)} show it`,
  foundSome: (alike: number, of: number) => `${alike} of ${people(of)} show something of it`,
  foundLike: (alike: number, of: number) =>
    `${alike} of ${counted(of, 'other person', 'other people')} show something of it`,
  announce: (alike: number, of: number) => `${alike} of ${people(of)} found.`,
  listed: (listed: number) => `The first ${listed} are listed.`,
  listMore: 'List more',
  distant: (count: number) =>
    `${counted(count, 'more person has', 'more people have')} words that are only distantly alike.`,
  showDistant: 'Show them',
  hideDistant: 'Hide them again',
  nobody: 'Nobody shows it',
  nobodyText:
    'No credential here shows it in these or in similar words. Unknown is not no: somebody may still have it.',
  nobodyLike: 'Nobody is alike',
  nobodyLikeText: 'No other person’s credentials show any of what this person’s show.',
  nothingAsked: 'There is nothing in this to search for',
  nothingAskedText: 'Write a skill that people should show. What they should not have cannot be searched.',
  leftOut: (leftOut: readonly LeftOutOfSearch[]) =>
    [
      `Not searched: ${leftOut
        .slice(0, NAMED_LEFT_OUT)
        .map(({ text }) => `“${text}”`)
        .join(', ')}${leftOut.length > NAMED_LEFT_OUT ? ` and ${leftOut.length - NAMED_LEFT_OUT} more` : ''}.`,
      ...[...new Set(leftOut.map(({ because }) => leftOutBecause[because]))],
    ].join(' '),
  wordsOnly: (because: string) =>
    `Words only, because ${because}: found are the same words, the same framework entries and similar spellings. Who says it in other words is missing.`,
  importOrder: 'People stand in the order of import.',
  list: 'People found',
  keys: 'J and K or the arrow keys move, Enter opens the person.',
  shows: (shown: number, of: number) => `shows ${shown} of ${of}`,
  inCredential: (issuer: string) => `by ${issuer}`,
  unnamed: 'a credential without a name',
  claimed: 'claimed by the holder',
  showLines: (count: number) => `Show ${counted(count, 'more line', 'more lines')}`,
  hideLines: 'Show fewer lines',
  notShown: (lines: readonly string[]) => `Not shown: ${lines.join(' · ')}`,
  distantWords: 'Distantly alike',
  likeTitle: (name: string) => `People like ${name}`,
  likeOpen: 'People like this one',
  likeLead:
    'Compares what credentials state in their fields: names of achievements, skills that they name, tags, fields of study. Each wording counts once and alike. Not compared are names, issuers, levels, dates, grades and running text.',
  compared: (count: number) => `What is compared: ${counted(count, 'wording', 'wordings')}`,
  comparedNote:
    'How much of this somebody else shows orders the list. What credentials that are not valid state is left out.',
  nothingToCompare: 'There is nothing to compare',
  nothingToCompareText: 'No credential of this person that counts states a skill in its fields.',
};

/** Words of the section that says what nobody in the pool shows. */
export const gaps = {
  title: 'What nobody shows',
  sum: (missing: number, all: number) =>
    missing === 0
      ? `Somebody shows each of ${counted(all, 'requirement', 'requirements')} at least in similar words.`
      : `Nobody shows ${missing} of ${counted(all, 'requirement', 'requirements')}.`,
  note: (of: number) =>
    `Counted over all ${people(of)}, whatever is filtered. Unknown is not no: a document that nobody sent yet may show it.`,
  table: 'Requirements by how many people evidence them',
  columns: {
    requirement: 'Requirement',
    evidenced: 'Evidenced by',
    alike: 'Only similar words',
    state: 'In the pool',
    act: 'Look',
  },
  states: { nobody: 'Nobody shows it', alike: 'Similar words only', evidenced: 'Evidenced' },
  find: 'Find people',
  findFor: (requirement: string) => `Find people: ${requirement}`,
};
