import { ENCODER } from '../../main/adapters/embedding/model-manifest.ts';
import { createCorpusSearch, narrativePieces, type CosinesOf } from '../../main/core/matching/hybrid/corpus-search.ts';
import { crowdingOf } from '../../main/core/matching/hybrid/crowding.ts';
import { WORDS_ONLY } from '../../main/core/matching/hybrid/model-numbers.ts';
import type { ComparedNarrative, ComparedPhrase } from '../../main/core/matching/hybrid/score-entries.ts';
import { normaliseSkillText } from '../../main/core/skills/normalise.ts';
import type { EvaluationSet, Query, QueryFile } from './read-set.ts';
import { vectorsOf } from './vector-store.ts';

/** What the product found between one query and each entry of the corpus, before anything is weighed. */
export type ComparedQuery = { readonly relevant: readonly number[] } & (
  | { readonly kind: 'phrase'; readonly compared: ComparedPhrase }
  | { readonly kind: 'sentence'; readonly compared: ComparedNarrative }
);

export interface ComparedSet {
  /** Every query of the file, in its order; `relevant` are places in the corpus, and ids that it doesn't have are left out. */
  queriesOf(file: QueryFile): AsyncGenerator<ComparedQuery>;
}

/** A corpus made ready: its names embedded (where `meaning` counts), its letters indexed. */
export async function compareSet(
  { entries, files }: EvaluationSet,
  { meaning, aliases }: { readonly meaning: boolean; readonly aliases: boolean },
): Promise<ComparedSet> {
  const own = aliases ? entries : entries.map(({ id, names }) => ({ id, names: names.slice(0, 1) }));
  // The numbers weigh what is compared here; those who call it do that.
  const search = createCorpusSearch(own, WORDS_ONLY.search);
  const places = new Map(own.map(({ id }, index) => [id, index]));
  const scan = meaning ? await createScan(search.names, files) : null;
  const crowding = scan !== null && search.hasOneNameEach ? await scan.crowding() : null;
  return {
    async *queriesOf(file) {
      for (const query of file.queries) {
        const cosinesOf = scan === null ? () => null : await scan.cosinesOf(query, file);
        const relevant = query.relevant.map((id) => places.get(id)).filter((place) => place !== undefined);
        if (file.kind === 'sentence') {
          yield { kind: 'sentence', relevant, compared: search.compareNarrative(query.query, cosinesOf) };
        } else yield { kind: 'phrase', relevant, compared: search.comparePhrase(query.query, cosinesOf, crowding) };
      }
    },
  };
}

interface Scan {
  readonly cosinesOf: (query: Query, file: QueryFile) => Promise<CosinesOf>;
  readonly crowding: () => Promise<Float64Array>;
}

/** The cosines of many texts with all names at once: as one at a time, but for the last bits, and much faster. */
async function createScan(names: readonly string[], files: readonly QueryFile[]): Promise<Scan> {
  // Loaded here, for it takes seconds and a comparison by words has no use for it.
  const { matmul, Tensor } = await import('@huggingface/transformers');
  const queries = files.flatMap((file) => file.queries.flatMap((query) => piecesOf(query, file)));
  const vectors = await vectorsOf([...names, ...queries]);
  const { dimensions } = ENCODER;
  const columns = new Float32Array(names.length * dimensions);
  for (const [column, name] of names.entries()) {
    const vector = vectors.get(name);
    for (let row = 0; row < dimensions; row += 1) columns[row * names.length + column] = vector?.[row] ?? 0;
  }
  const corpus = new Tensor('float32', columns, [dimensions, names.length]);
  /** For each text its cosines with all names. */
  const cosines = async (texts: readonly string[]): Promise<readonly Float32Array[]> => {
    const rows = new Float32Array(texts.length * dimensions);
    for (const [row, text] of texts.entries()) rows.set(vectors.get(text) ?? [], row * dimensions);
    const product = (await matmul(new Tensor('float32', rows, [texts.length, dimensions]), corpus)) as InstanceType<
      typeof Tensor
    >;
    const data = product.data as Float32Array;
    return texts.map((_, row) => data.subarray(row * names.length, (row + 1) * names.length));
  };
  return {
    async cosinesOf(query, file) {
      const pieces = piecesOf(query, file);
      const rows = await cosines(pieces);
      const byText = new Map(pieces.map((piece, row) => [piece, rows[row]]));
      return (text) => byText.get(text) ?? null;
    },
    async crowding() {
      const crowding = new Float64Array(names.length);
      for (let start = 0; start < names.length; start += NAMES_AT_ONCE) {
        const rows = await cosines(names.slice(start, start + NAMES_AT_ONCE));
        for (const [row, own] of rows.entries()) crowding[start + row] = crowdingOf(own, start + row);
      }
      return crowding;
    },
  };
}

const NAMES_AT_ONCE = 256;

function piecesOf({ query }: Query, { kind }: QueryFile): readonly string[] {
  if (kind !== 'sentence') return [normaliseSkillText(query)];
  const { whole, windows } = narrativePieces(query);
  return [...new Set([whole, ...windows])];
}
