import contextProcessing, { type ActiveContext } from 'jsonld/lib/context.js';
import ContextResolver, { type ContextRequest } from 'jsonld/lib/ContextResolver.js';
import ResolvedContext, { type ProcessedContext } from 'jsonld/lib/ResolvedContext.js';

/**
 * Makes jsonld compute each context once and share it, where it copies contexts and computes them anew.
 *
 * jsonld (9.0.0, issue 414) keeps what became of a context by the identity of the context that was in force before. But
 * it hands out copies: when it leaves a type-scoped context and when it enters one. A copy is never found again, so
 * nearly every object of a credential costs a deep copy of a few hundred terms and often the definition of a few dozen.
 *
 * Active contexts are not changed once they are complete, so a few replacements are safe and enough: leaving a scope
 * gives back the context itself; entering one is kept under the context that is left; a copy, where one is still needed
 * to be changed, copies the table of terms and not the definitions in it; and the context of a scope is known by being
 * the same object, before its text is made to look it up. All are properties that a context hands to its copies, or
 * methods of the memory. A differential test holds that canonical output is that of the library as it comes
 * (test/conformance/expansion.test.ts).
 *
 * @returns false where the library's internals are not as expected and were left alone.
 */
export function shareActiveContexts(): boolean {
  const initial = contextProcessing.getInitialContext({});
  const memory = ResolvedContext.prototype;
  const resolver = ContextResolver.prototype;
  const asExpected =
    typeof initial.clone === 'function' &&
    typeof initial.revertToPreviousContext === 'function' &&
    initial.mappings instanceof Map &&
    typeof memory.getProcessed === 'function' &&
    typeof memory.setProcessed === 'function' &&
    typeof resolver.resolve === 'function';
  if (!asExpected) return false;
  initial.clone = copyTable;
  initial.revertToPreviousContext = giveBack;
  memory.getProcessed = recall;
  memory.setProcessed = remember;
  resolver.resolve = resolveOnce(resolver.resolve);
  return true;
}

/** Copies that were made and by then were the same as their original. */
const ORIGINALS = new WeakMap<ActiveContext, ActiveContext>();

function copyTable(this: ActiveContext): ActiveContext {
  const copy = new CopiedContext(this);
  ORIGINALS.set(copy, this);
  return copy;
}

/** A copy whose table of terms is made when it is first looked into: most copies only lead to one that is kept. */
class CopiedContext implements ActiveContext {
  declare getInverse?: unknown;
  declare revertToPreviousContext?: NonNullable<ActiveContext['revertToPreviousContext']>;
  declare previousContext?: ActiveContext;
  declare '@base'?: unknown;
  declare '@language'?: unknown;
  declare '@vocab'?: unknown;
  readonly clone: ActiveContext['clone'];
  inverse: object | null = null;
  readonly #original: ActiveContext;
  #mappings: ActiveContext['mappings'] | null = null;
  #protected: ActiveContext['protected'] | null = null;

  constructor(original: ActiveContext) {
    this.#original = original;
    this.clone = original.clone;
    // What the library's own `clone` carries over beside the terms, and nothing more; it asks what is there by `in`.
    if ('getInverse' in original) this.getInverse = original.getInverse;
    if (original.revertToPreviousContext) this.revertToPreviousContext = original.revertToPreviousContext;
    if (original.previousContext) this.previousContext = original.previousContext;
    if ('@base' in original) this['@base'] = original['@base'];
    if ('@language' in original) this['@language'] = original['@language'];
    if ('@vocab' in original) this['@vocab'] = original['@vocab'];
  }

  get mappings(): ActiveContext['mappings'] {
    return (this.#mappings ??= new Map(this.#original.mappings));
  }

  get protected(): ActiveContext['protected'] {
    return (this.#protected ??= { ...this.#original.protected });
  }
}

function giveBack(this: ActiveContext): ActiveContext {
  return this.previousContext ?? this;
}

/** What became of a context document, by the context that was in force before. */
interface Outcomes {
  readonly within: WeakMap<ActiveContext, ProcessedContext>;
  /** The same for a scope that ends with its object: by the context that is given back at its end. */
  readonly entered: WeakMap<ActiveContext, ProcessedContext>;
}

const OUTCOMES = new WeakMap<object, Outcomes>();

function recall(this: object, before: ActiveContext): ProcessedContext | undefined {
  const outcomes = OUTCOMES.get(this);
  return isEntry(before) ? outcomes?.entered.get(before.previousContext) : outcomes?.within.get(before);
}

function remember(this: object, before: ActiveContext, outcome: ProcessedContext): void {
  const outcomes = OUTCOMES.get(this) ?? { within: new WeakMap(), entered: new WeakMap() };
  OUTCOMES.set(this, outcomes);
  if (isEntry(before)) outcomes.entered.set(before.previousContext, outcome);
  else outcomes.within.set(before, outcome);
  // It was copied and then changed, so it is nobody's copy any more. (An import hands on a plain document.)
  if (outcome.context !== undefined) ORIGINALS.delete(outcome.context);
}

/** A copy that differs from its original in nothing but that it leads back to it: the beginning of a scope. */
function isEntry(context: ActiveContext): context is ActiveContext & { readonly previousContext: ActiveContext } {
  return context.previousContext !== undefined && ORIGINALS.get(context) === context.previousContext;
}

/** Contexts that stand inside carried contexts: the same objects for as long as the process runs. */
const RESOLVED = new WeakMap<object, readonly ResolvedContext[]>();

function resolveOnce(resolve: ContextResolver['resolve']): ContextResolver['resolve'] {
  return async function (this: ContextResolver, request: ContextRequest): Promise<readonly ResolvedContext[]> {
    const { context } = request;
    if (typeof context !== 'object' || context === null || Array.isArray(context)) return resolve.call(this, request);
    const known = RESOLVED.get(context);
    if (known !== undefined) return known;
    const resolved = await resolve.call(this, request);
    // One that leads on to other contexts by URL is as the loader of the moment has it.
    if (!('@context' in context)) RESOLVED.set(context, resolved);
    return resolved;
  };
}
