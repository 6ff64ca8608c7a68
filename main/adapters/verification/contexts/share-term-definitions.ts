import contextProcessing, { type ActiveContext } from 'jsonld/lib/context.js';

/**
 * Makes jsonld copy the table of its terms when it enters a scoped context, and not every definition in it.
 *
 * jsonld (9.0.0, issue 414) copies an active context deeply before it looks into its cache, which takes a third of the
 * time of verifying a badge. Definitions are never changed once they stand in a table, so copies can share them.
 * `clone` is a property that each context hands to its copies, so replacing it on the initial one is enough. A
 * differential test holds that the canonical output stays the same; where the library looks different, nothing is done.
 *
 * @returns false where the library's internals are not as expected and were left alone.
 */
export function shareTermDefinitions(): boolean {
  const initial = contextProcessing.getInitialContext({});
  if (typeof initial.clone !== 'function' || !(initial.mappings instanceof Map)) return false;
  initial.clone = copyTable;
  return true;
}

/** What the library's own `clone` carries over, and nothing more. */
const CARRIED_OVER = ['clone', 'getInverse', 'revertToPreviousContext', '@base', '@language', '@vocab'] as const;

function copyTable(this: ActiveContext): ActiveContext {
  return {
    ...Object.fromEntries(CARRIED_OVER.flatMap((name) => (name in this ? [[name, this[name]]] : []))),
    clone: this.clone,
    mappings: new Map(this.mappings),
    protected: { ...this.protected },
    inverse: null,
    ...(this.previousContext === undefined ? {} : { previousContext: this.previousContext.clone() }),
  };
}
