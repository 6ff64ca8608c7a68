import type { ShortlistPerson } from '../../../../shared/model/shortlist.ts';

/**
 * A part of a file that is written piece by piece: words, or what a piece of the people adds. Such a part goes through
 * all people in their order before the next part follows, so that no file has to stand in memory as a whole.
 */
export type FilePart = string | PeoplePart;

/** @param isFirst True for the first piece of the people. */
export type PeoplePart = (people: readonly ShortlistPerson[], isFirst: boolean) => string;
