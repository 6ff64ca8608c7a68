import { normaliseSkillText } from '../skills/normalise.ts';
import { SIMILARITY } from './settings.ts';

/** How alike two wordings are. Similarity of wording only: never of level, and never fitness for a job. */
export interface TextSimilarity {
  /** Cosine of the two vectors, −1–1; null where there is no vector for one of them. */
  readonly cosine: number | null;
  /** Cosine of weighted character n-grams, 0–1. */
  readonly lexical: number;
  /** The two in one number for ordering; {@link lexical} alone where there is no cosine. */
  readonly hybrid: number;
}

export interface Similarity {
  /** Symmetric. Texts are normalised here, so that callers may pass them as they stand. */
  compare(a: string, b: string): TextSimilarity;
}

/** Where vectors of length 1 are looked up by normalised text. */
export type VectorsByText = Pick<ReadonlyMap<string, Float32Array>, 'get'>;

/**
 * Compares wordings by meaning and by letters. What two texts get depends on these two texts alone: the weights of
 * n-grams are fixed (by length and place, not by how often a pool has them), so that another candidate's credential
 * changes nobody's score and the order of import does not matter.
 *
 * @param corpus Texts that will be compared, prepared in advance; others may be compared too.
 * @param vectors Vectors of length 1 by normalised text; null where there is no model.
 */
export function createSimilarity(corpus: readonly string[], vectors: VectorsByText | null): Similarity {
  const prepared = new Map<string, Prepared>();
  const prepare = (text: string): Prepared => {
    const known = prepared.get(text);
    if (known !== undefined) return known;
    const normalised = normaliseSkillText(text);
    const made = { vector: vectors?.get(normalised) ?? null, grams: weighGrams(normalised) };
    prepared.set(text, made);
    return made;
  };
  for (const text of corpus) prepare(text);

  return {
    compare(a, b) {
      const left = prepare(a);
      const right = prepare(b);
      const cosine = left.vector === null || right.vector === null ? null : dot(left.vector, right.vector);
      const lexical = gramCosine(left.grams, right.grams);
      const hybrid =
        cosine === null ? lexical : SIMILARITY.embeddingWeight * cosine + SIMILARITY.lexicalWeight * lexical;
      return { cosine, lexical, hybrid };
    },
  };
}

interface Prepared {
  readonly vector: Float32Array | null;
  readonly grams: Grams;
}

/** Hashes of the n-grams in rising order, with weights that make the whole of length 1. */
interface Grams {
  readonly hashes: Uint32Array;
  readonly weights: Float64Array;
}

/** Character n-grams of each word with its borders marked, as many lengths as the settings say. */
function weighGrams(text: string): Grams {
  const found: number[] = [];
  for (const word of text.split(' ')) {
    if (word !== '') addGrams(` ${word} `, found);
  }
  const sorted = Uint32Array.from(found).sort();
  const hashes = new Uint32Array(new Set(sorted));
  const weights = new Float64Array(hashes.length);
  let squares = 0;
  let from = 0;
  for (const [index, gram] of hashes.entries()) {
    let to = from;
    while (sorted[to] === gram) to += 1;
    const weight = 1 + Math.log(to - from);
    weights[index] = weight;
    squares += weight * weight;
    from = to;
  }
  const length = Math.sqrt(squares);
  return { hashes, weights: length === 0 ? weights : weights.map((weight) => weight / length) };
}

/** A word shorter than a gram is one gram, whole. */
function addGrams(bordered: string, found: number[]): void {
  for (let length = SIMILARITY.shortestGram; length <= SIMILARITY.longestGram; length += 1) {
    const last = Math.max(0, bordered.length - length);
    for (let start = 0; start <= last; start += 1) found.push(hash(bordered, start, start + length));
    if (last === 0) return;
  }
}

/** FNV-1a, 32 bit, over UTF-16 code units from start to end. */
function hash(text: string, start: number, end: number): number {
  let value = 0x811c9dc5;
  for (let index = start; index < end && index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}

function gramCosine(a: Grams, b: Grams): number {
  let sum = 0;
  let left = 0;
  let right = 0;
  while (left < a.hashes.length && right < b.hashes.length) {
    const difference = (a.hashes[left] ?? 0) - (b.hashes[right] ?? 0);
    if (difference === 0) sum += (a.weights[left] ?? 0) * (b.weights[right] ?? 0);
    if (difference <= 0) left += 1;
    if (difference >= 0) right += 1;
  }
  return Math.min(1, sum);
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}
