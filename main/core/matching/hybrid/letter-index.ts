import { SIMILARITY } from '../settings.ts';

/**
 * Cosines of character n-grams (within words, their borders marked), weighted by tf-idf over the names of a fixed
 * corpus: how rare a piece of a word is among them. Fit for a search over a taxonomy, whose names are given; not for
 * scores of people, where one credential must not move another person's score (similarity.ts).
 */
export interface LetterIndex {
  /** Cosine of the text with each name, 0–1, in the order of the names. */
  cosines(text: string): Float32Array;
}

interface Posting {
  readonly names: Int32Array;
  readonly weights: Float32Array;
}

/** @param names Normalised. */
export function createLetterIndex(names: readonly string[]): LetterIndex {
  const grams = names.map(countGrams);
  const frequency = new Map<string, number>();
  for (const counts of grams) for (const gram of counts.keys()) frequency.set(gram, (frequency.get(gram) ?? 0) + 1);
  /** Smoothed, so that a gram of no name weighs most and one of every name still weighs 1. */
  const rarity = (gram: string) => Math.log((1 + names.length) / (1 + (frequency.get(gram) ?? 0))) + 1;
  const weigh = (counts: ReadonlyMap<string, number>) => {
    const weights = [...counts].map(([gram, count]) => [gram, (1 + Math.log(count)) * rarity(gram)] as const);
    const length = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight * weight, 0));
    return weights.map(([gram, weight]) => [gram, weight / length] as const);
  };

  const filling = new Map<string, { readonly names: Int32Array; readonly weights: Float32Array; length: number }>();
  for (const [name, counts] of grams.entries()) {
    for (const [gram, weight] of weigh(counts)) {
      let posting = filling.get(gram);
      if (posting === undefined) {
        const size = frequency.get(gram) ?? 0;
        posting = { names: new Int32Array(size), weights: new Float32Array(size), length: 0 };
        filling.set(gram, posting);
      }
      posting.names[posting.length] = name;
      posting.weights[posting.length] = weight;
      posting.length += 1;
    }
  }
  const postings: ReadonlyMap<string, Posting> = filling;

  return {
    cosines(text) {
      const cosines = new Float32Array(names.length);
      for (const [gram, weight] of weigh(countGrams(text))) {
        const posting = postings.get(gram);
        if (posting === undefined) continue;
        for (let index = 0; index < posting.names.length; index += 1) {
          const name = posting.names[index] ?? 0;
          cosines[name] = (cosines[name] ?? 0) + weight * (posting.weights[index] ?? 0);
        }
      }
      return cosines;
    },
  };
}

/** A word shorter than a gram is one gram, whole. */
function countGrams(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.split(' ')) {
    if (word === '') continue;
    const bordered = ` ${word} `;
    for (let length = SIMILARITY.shortestGram; length <= SIMILARITY.longestGram; length += 1) {
      const last = Math.max(0, bordered.length - length);
      for (let start = 0; start <= last; start += 1) {
        const gram = bordered.slice(start, start + length);
        counts.set(gram, (counts.get(gram) ?? 0) + 1);
      }
      if (last === 0) break;
    }
  }
  return counts;
}
