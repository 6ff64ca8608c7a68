import type { Band } from '../model/match.ts';

/** Words of the dialog in which a person says which entry of a taxonomy a requirement means. */
export const suggestSkill = {
  title: (text: string) => `What does “${text}” mean?`,
  open: 'Look up in your taxonomies',
  openFor: (text: string) => `Look up in your taxonomies: “${text}”`,
  entries: 'Entries of taxonomies that mean the same',
  entryCount: (count: number) => (count === 1 ? '1 taxonomy entry' : `${count} taxonomy entries`),
  note: 'The nearest name is often another skill. Nothing counts as the same until you say so.',
  searching: 'Looking for the nearest skills',
  firstTime:
    'The first time, every name in your taxonomies is prepared for comparison. With ESCO this takes some minutes. It is kept, and a search that you stop goes on from there.',
  stop: 'Stop',
  byLetters: 'Compared by letters alone, since no language model is in use.',
  ofSentence: 'These words may mean several skills, so only the order is known.',
  none: 'These taxonomies have no skills.',
  likelihood: {
    strong: 'Very likely meant',
    likely: 'Likely meant',
    possible: 'Possibly meant',
    none: 'Probably another skill',
  } satisfies Record<Band, string>,
  alsoCalled: (names: readonly string[]) => `Also called: ${names.join(', ')}`,
  accept: 'This is meant',
  acceptNamed: (label: string, taxonomy: string) => `This is meant: “${label}” in ${taxonomy}`,
  chosen: 'Chosen',
  refuse: 'None of these, keep the words',
  remove: (label: string) => `Take away “${label}”`,
  announceFound: (count: number) => (count === 1 ? '1 skill was found.' : `${count} skills were found.`),
  announceAccepted: (label: string) => `The requirement now means “${label}”.`,
  announceRefused: 'The words stay as they are.',
  announceRemoved: (label: string) => `The requirement no longer means “${label}”.`,
};
