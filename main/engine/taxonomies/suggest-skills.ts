import type { Workspace } from '../../adapters/sqlite/open-workspace.ts';
import {
  createCorpusSearch,
  isPhrase,
  narrativePieces,
  type CorpusSearch,
  type CosinesOf,
} from '../../core/matching/hybrid/corpus-search.ts';
import { modelNumbers, WORDS_ONLY, type ModelNumbers } from '../../core/matching/hybrid/model-numbers.ts';
import { bandOf } from '../../core/matching/match-requirement.ts';
import { normaliseSkillText } from '../../core/skills/normalise.ts';
import { fail, ok, type Result } from '../../../shared/api/problems.ts';
import type { ModelState } from '../../../shared/model/match.ts';
import type { SkillSuggestions, SuggestedSkill } from '../../../shared/model/taxonomy.ts';
import type { EngineContext } from '../engine-context.ts';
import type { TaskContext } from '../tasks.ts';
import { vectorsOf } from '../text-vectors.ts';
import { vectorsOfNames } from './name-vectors.ts';

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
  if (corpus.skills.length === 0) {
    return ok({ model: wanted ? embedder.model : { state: 'absent', code: 'switched-off' }, suggestions: [] });
  }
  const pieces = isPhrase(text) ? [normaliseSkillText(text)] : piecesOf(text);
  const embedded = await vectorsOf(context, pieces, {
    // A model without numbers of its own would be weighed by another's.
    useModel: numbers !== null,
    signal: task.signal,
  });
  if (!embedded.ok) return embedded;
  const { vectors } = embedded.value;
  const preparing = {
    signal: task.signal,
    onProgress: (done: number, total: number) => task.progress('embedding', done, total),
  };
  const names = vectors === null ? ok(null) : await vectorsOfNames(context, corpus.search.names, preparing);
  if (!names.ok) return names;
  if (task.signal.aborted) return fail('cancelled');
  const hasVectors = vectors !== null && names.value !== null;
  const model: ModelState =
    vectors !== null && !hasVectors ? { state: 'absent', code: 'model-failed' } : embedded.value.model;
  const search = hasVectors ? corpus.search : corpusOf(workspace, WORDS_ONLY).search;
  const cosinesOf: CosinesOf = (piece) => {
    const vector = vectors?.get(piece);
    return vector === undefined || names.value === null ? null : names.value.cosines(vector);
  };
  const crowding =
    hasVectors && isPhrase(text) && corpus.search.hasOneNameEach ? await names.value.crowding(preparing) : ok(null);
  if (!crowding.ok) return crowding;
  const found = isPhrase(text)
    ? search.suggest(text, cosinesOf, limit, crowding.value)
    : bestOf(search.scoreNarrative(text, cosinesOf), limit);
  const suggestions = found.flatMap(({ entry, probability }): readonly SuggestedSkill[] => {
    const skill = corpus.skills[entry];
    if (skill === undefined) return [];
    return [{ ...skill, probability, band: probability === null ? null : bandOf(probability) }];
  });
  return ok({ model, suggestions });
}

interface TaxonomyCorpus {
  readonly skills: readonly Omit<SuggestedSkill, 'probability' | 'band'>[];
  readonly search: CorpusSearch;
}

/** The last corpus of each open workspace, and the state of its taxonomies and numbers for which it holds. */
const corpora = new WeakMap<Workspace, { readonly key: string; readonly corpus: TaxonomyCorpus }>();

/** Other names of a suggested skill that are shown. */
const NAMES_SHOWN = 5;

function corpusOf(workspace: Workspace, numbers: ModelNumbers): TaxonomyCorpus {
  const key = JSON.stringify([workspace.taxonomies.state(), numbers]);
  const known = corpora.get(workspace);
  if (known?.key === key) return known.corpus;
  const found = workspace.taxonomies.list().flatMap(({ id, name }) =>
    workspace.taxonomies
      .concepts(id)
      .filter(({ kind }) => kind === 'skill')
      .map(({ uri, label, alternatives }) => ({
        skill: { taxonomy: { id, name }, uri, label, otherNames: alternatives.slice(0, NAMES_SHOWN) },
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

function bestOf(scores: Float64Array, most: number): readonly { readonly entry: number; readonly probability: null }[] {
  return Array.from(scores.keys())
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
    .slice(0, most)
    .map((entry) => ({ entry, probability: null }));
}
