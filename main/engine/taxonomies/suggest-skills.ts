import type { Workspace } from '../../adapters/sqlite/open-workspace.ts';
import {
  createCorpusSearch,
  isPhrase,
  narrativePieces,
  type CorpusSearch,
  type CosinesOf,
} from '../../core/matching/hybrid/corpus-search.ts';
import { modelNumbers, WORDS_ONLY, type ModelNumbers } from '../../core/matching/hybrid/model-numbers.ts';
import { normaliseSkillText } from '../../core/skills/normalise.ts';
import { fail, ok, type Result } from '../../../shared/api/problems.ts';
import type { SkillSuggestions, SuggestedSkill } from '../../../shared/model/taxonomy.ts';
import type { EngineContext } from '../engine-context.ts';
import type { TaskContext } from '../tasks.ts';
import { vectorsOf } from '../text-vectors.ts';

/**
 * The skills of the workspace's taxonomies that come nearest to some words: by meaning and letters, exact names
 * first; a sentence by its windows. A help for the person who chooses: nothing is put in the place of the words.
 */
export async function suggestSkills(
  context: EngineContext,
  { text, useModel, limit }: { readonly text: string; readonly useModel: boolean; readonly limit: number },
  task: TaskContext,
): Promise<Result<SkillSuggestions>> {
  const { workspace, embedder } = context;
  const wanted = useModel && workspace.settings.read().useModel;
  const numbers = wanted && embedder.model.state === 'ready' ? modelNumbers(embedder.model.sha256) : null;
  const corpus = corpusOf(workspace, numbers ?? WORDS_ONLY);
  const pieces = isPhrase(text) ? [normaliseSkillText(text)] : piecesOf(text);
  const embedded = await vectorsOf(context, [...corpus.search.names, ...pieces], {
    // A model without numbers of its own would be weighed by another's.
    useModel: numbers !== null,
    signal: task.signal,
    onProgress: (done, total) => task.progress('embedding', done, total),
  });
  if (!embedded.ok) return embedded;
  if (task.signal.aborted) return fail('cancelled');
  const { model, vectors } = embedded.value;
  const search = vectors === null ? corpusOf(workspace, WORDS_ONLY).search : corpus.search;
  const cosinesOf = vectors === null ? () => null : cosinesWith(search.names, vectors);
  const found = isPhrase(text)
    ? search.suggest(text, cosinesOf, limit)
    : bestOf(search.scoreNarrative(text, cosinesOf), limit);
  const suggestions = found.flatMap(({ entry, probability }): readonly SuggestedSkill[] => {
    const skill = corpus.skills[entry];
    return skill === undefined ? [] : [{ ...skill, probability }];
  });
  return ok({ model, suggestions });
}

interface TaxonomyCorpus {
  readonly skills: readonly Omit<SuggestedSkill, 'probability'>[];
  readonly search: CorpusSearch;
}

/** The last corpus of each open workspace, and the state of its taxonomies and numbers for which it holds. */
const corpora = new WeakMap<Workspace, { readonly key: string; readonly corpus: TaxonomyCorpus }>();

function corpusOf(workspace: Workspace, numbers: ModelNumbers): TaxonomyCorpus {
  const key = JSON.stringify([workspace.taxonomies.state(), numbers]);
  const known = corpora.get(workspace);
  if (known?.key === key) return known.corpus;
  const found = workspace.taxonomies.list().flatMap(({ id, name }) =>
    workspace.taxonomies
      .concepts(id)
      .filter(({ kind }) => kind === 'skill')
      .map(({ uri, label, alternatives }) => ({
        skill: { taxonomy: { id, name }, uri, label },
        entry: { id: uri, names: [label, ...alternatives] },
      })),
  );
  const corpus = {
    skills: found.map(({ skill }) => skill),
    search: createCorpusSearch(
      found.map(({ entry }) => entry),
      numbers.search,
    ),
  };
  corpora.set(workspace, { key, corpus });
  return corpus;
}

function piecesOf(text: string): readonly string[] {
  const { whole, windows } = narrativePieces(text);
  return [whole, ...windows];
}

/** Vectors are of length 1, so the product is the cosine. */
function cosinesWith(names: readonly string[], vectors: ReadonlyMap<string, Float32Array>): CosinesOf {
  const rows = names.map((name) => vectors.get(name) ?? new Float32Array());
  return (text) => {
    const query = vectors.get(text);
    return query === undefined ? null : Float32Array.from(rows, (row) => dot(row, query));
  };
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}

function bestOf(scores: Float64Array, most: number): readonly { readonly entry: number; readonly probability: null }[] {
  return Array.from(scores.keys())
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
    .slice(0, most)
    .map((entry) => ({ entry, probability: null }));
}
