import { normaliseSkillText } from '../../skills/normalise.ts';
import { splitClauses, windowsOf } from '../../skills/windows.ts';
import { createLetterIndex } from './letter-index.ts';
import type { SearchNumbers } from './model-numbers.ts';
import {
  scoreNarrative,
  scorePhrase,
  suggest,
  type Compared,
  type ComparedNarrative,
  type ComparedPhrase,
  type NamedEntry,
  type Suggestion,
} from './score-entries.ts';

/** What is searched for, under one or more names, the preferred one first: a skill of a taxonomy. */
export interface CorpusEntry {
  readonly id: string;
  readonly names: readonly string[];
}

/** Cosines of the text's vector with those of {@link CorpusSearch.names}, in that order; null without a model. */
export type CosinesOf = (text: string) => Float32Array | null;

/** The crowding (crowding.ts) of each of {@link CorpusSearch.names}; null where it is not known. */
export type Crowding = ArrayLike<number> | null;

/**
 * Orders the entries of a fixed corpus by how near they are to a wording. The order helps a person to choose; it
 * never puts an entry in the place of what a credential says.
 */
export interface CorpusSearch {
  /** All names, normalised: what has to be embedded once. An entry whose names are all empty has an empty one. */
  readonly names: readonly string[];
  /** Whether each entry has one name: then crowding counts, and is worth being found out. */
  readonly hasOneNameEach: boolean;
  comparePhrase(phrase: string, cosinesOf: CosinesOf, crowding?: Crowding): ComparedPhrase;
  compareNarrative(narrative: string, cosinesOf: CosinesOf): ComparedNarrative;
  /** The score of each entry, in the order of the entries. */
  scorePhrase(phrase: string, cosinesOf: CosinesOf, crowding?: Crowding): Float64Array;
  /** The same; scores of two narratives cannot be compared with each other. */
  scoreNarrative(narrative: string, cosinesOf: CosinesOf): Float64Array;
  /** The best entries for a phrase, with P that each is right. */
  suggest(phrase: string, cosinesOf: CosinesOf, most: number, crowding?: Crowding): readonly Suggestion[];
}

export function createCorpusSearch(entries: readonly CorpusEntry[], numbers: SearchNumbers): CorpusSearch {
  const corpus = layOut(entries);
  const letterIndex = createLetterIndex(corpus.names);
  const hasOneNameEach = corpus.names.length === entries.length;

  const compare = (pieces: readonly string[], cosinesOf: CosinesOf): Compared => {
    const best = (valuesOf: (piece: string) => Float64Array | null) => bestOver(pieces, valuesOf);
    const preferred = (cosines: Float32Array) => Float64Array.from(corpus.preferred, (name) => cosines[name] ?? 0);
    const ofCosines = (read: (cosines: Float32Array) => Float64Array) => (piece: string) => {
      const cosines = cosinesOf(piece);
      return cosines === null ? null : read(cosines);
    };
    return {
      preferred: best(ofCosines(preferred)),
      anyName: best(ofCosines((cosines) => bestByOwner(cosines, corpus))),
      letters: best((piece) => bestByOwner(letterIndex.cosines(piece), corpus)) ?? new Float64Array(entries.length),
    };
  };
  const search: CorpusSearch = {
    names: corpus.names,
    hasOneNameEach,
    comparePhrase(phrase, cosinesOf, crowding = null) {
      const text = normaliseSkillText(phrase);
      return {
        ...compare([text], cosinesOf),
        words: text.split(' ').length,
        named: corpus.named.get(text) ?? [],
        hasOneNameEach,
        crowding: hasOneNameEach ? crowding : null,
      };
    },
    compareNarrative(narrative, cosinesOf) {
      const { whole, windows } = narrativePieces(narrative);
      return {
        whole: compare([whole], cosinesOf),
        windows: windows.length === 0 ? null : compare(windows, cosinesOf),
      };
    },
    scorePhrase: (phrase, cosinesOf, crowding) =>
      scorePhrase(search.comparePhrase(phrase, cosinesOf, crowding), numbers),
    scoreNarrative: (narrative, cosinesOf) => scoreNarrative(search.compareNarrative(narrative, cosinesOf), numbers),
    suggest: (phrase, cosinesOf, most, crowding) =>
      suggest(search.comparePhrase(phrase, cosinesOf, crowding), numbers, most),
  };
  return search;
}

/** True for words that mean one thing and are compared as they stand; longer texts are narratives. */
export function isPhrase(text: string): boolean {
  return normaliseSkillText(text).split(' ').length <= LONGEST_PHRASE;
}

/** Words of the longest phrase: nearly all phrases that people marked in ads have no more. */
const LONGEST_PHRASE = 8;

/** The pieces by which a narrative is compared: its words as a whole, and the windows of its clauses. */
export function narrativePieces(narrative: string): { readonly whole: string; readonly windows: readonly string[] } {
  const whole = normaliseSkillText(narrative.replace(PLACEHOLDER, ' '));
  const clauses = splitClauses(narrative.replace(PLACEHOLDER, ', ')).map(normaliseSkillText);
  return { whole, windows: [...new Set(clauses.flatMap((clause) => (clause === '' ? [] : windowsOf(clause))))] };
}

/** What stands for a name that was taken out: `<ORGANIZATION>`. */
const PLACEHOLDER = /<[A-Z_]+>/gu;

interface Corpus {
  readonly names: readonly string[];
  /** The entry of each name. */
  readonly owners: Int32Array;
  /** The place of each entry's preferred name among the names. */
  readonly preferred: Int32Array;
  /** The entries of each normalised name. */
  readonly named: ReadonlyMap<string, readonly NamedEntry[]>;
}

function layOut(entries: readonly CorpusEntry[]): Corpus {
  const names: string[] = [];
  const owners: number[] = [];
  const preferred = new Int32Array(entries.length);
  const named = new Map<string, NamedEntry[]>();
  for (const [entry, { names: own }] of entries.entries()) {
    preferred[entry] = names.length;
    const distinct = [...new Set(own.map(normaliseSkillText))];
    const filled = distinct.filter((name) => name !== '');
    for (const [place, name] of (filled.length > 0 ? filled : ['']).entries()) {
      names.push(name);
      owners.push(entry);
      // A name without letters or numbers is like nothing, and least of all like another such name.
      if (name === '') continue;
      const known = named.get(name) ?? [];
      known.push({ entry, byPreferredName: place === 0 });
      named.set(name, known);
    }
  }
  return { names, owners: Int32Array.from(owners), preferred, named };
}

function bestByOwner(values: Float32Array, { owners, preferred }: Corpus): Float64Array {
  const best = new Float64Array(preferred.length).fill(-1);
  for (let name = 0; name < values.length; name += 1) {
    const owner = owners[name] ?? 0;
    const value = values[name] ?? 0;
    if (value > (best[owner] ?? 0)) best[owner] = value;
  }
  return best;
}

function bestOver(pieces: readonly string[], valuesOf: (piece: string) => Float64Array | null): Float64Array | null {
  let best: Float64Array | null = null;
  for (const piece of pieces) {
    const values = valuesOf(piece);
    if (values === null) return null;
    if (best === null) best = values;
    else {
      for (let entry = 0; entry < best.length; entry += 1) {
        best[entry] = Math.max(best[entry] ?? 0, values[entry] ?? 0);
      }
    }
  }
  return best;
}
