import type { Handlers } from '../../../shared/api/dispatcher.ts';
import { fail, ok } from '../../../shared/api/problems.ts';
import type { EngineContext } from '../engine-context.ts';
import { addTaxonomies } from '../taxonomies/add-taxonomies.ts';
import { lookUp } from '../taxonomies/look-up.ts';
import { forgetUnusedNames } from '../taxonomies/name-vectors.ts';
import { suggestSkills } from '../taxonomies/suggest-skills.ts';
import { taxonomiesOf } from '../taxonomies/taxonomies-of.ts';

type Names = Extract<keyof Handlers, `taxonomies.${string}`>;

/** Taxonomies of skills: which there are, adding and removing them, and looking into them. */
export function taxonomyHandlers(context: EngineContext): Pick<Handlers, Names> {
  const { workspace, tasks } = context;
  return {
    'taxonomies.list': () => ok(workspace.taxonomies.list()),
    'taxonomies.add': ({ files }) => tasks.start('taxonomies.add', (task) => addTaxonomies(context, files, task)),
    'taxonomies.remove': ({ taxonomy: id }) => {
      const removed = workspace.transaction(() => {
        const name = workspace.taxonomies.list().find((one) => one.id === id)?.name ?? id;
        const found = workspace.taxonomies.remove(id);
        if (found) {
          forgetUnusedNames(workspace);
          context.record('taxonomy.removed', name);
        }
        return found;
      });
      if (!removed) return fail('not-found', { taxonomy: id });
      context.changed('taxonomies');
      return ok(null);
    },
    'taxonomies.suggest': (asked) => tasks.start('taxonomies.suggest', (task) => suggestSkills(context, asked, task)),
    'taxonomies.lookUp': ({ text }) => ok(lookUp(taxonomiesOf(context), workspace.taxonomies.list(), text)),
  };
}
