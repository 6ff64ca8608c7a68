import type { Workspace } from '../../adapters/sqlite/open-workspace.ts';
import { NO_TAXONOMIES, type Taxonomies } from '../../core/taxonomies/taxonomies.ts';
import { createTaxonomyIndex } from '../../core/taxonomies/taxonomy-index.ts';

/**
 * What the workspace's taxonomies say, put together once for each state of them. To ask for it again costs one small
 * query, so that callers need not keep it.
 */
export function taxonomiesOf({ workspace }: { readonly workspace: Workspace }): Taxonomies {
  const state = workspace.taxonomies.state();
  if (state.length === 0) {
    indexes.delete(workspace);
    return NO_TAXONOMIES;
  }
  const known = indexes.get(workspace);
  if (known !== undefined && JSON.stringify(known.state) === JSON.stringify(state)) return known;
  const index = createTaxonomyIndex(
    state.map(({ id, sha256 }) => ({ id, sha256, concepts: workspace.taxonomies.concepts(id) })),
  );
  indexes.set(workspace, index);
  return index;
}

/** The last index of each open workspace; it goes with the workspace. */
const indexes = new WeakMap<Workspace, Taxonomies>();
