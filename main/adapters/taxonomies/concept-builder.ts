import type { Problem } from '../../../shared/api/problems.ts';
import type { ConceptKind, TaxonomyConcept } from '../../../shared/model/taxonomy.ts';
import { TAXONOMY_LIMITS } from './limits.ts';
import type { FileProblem } from './taxonomy-reader.ts';

/** Where something stands: on a line of a table, or as an entry of a JSON list, from 1. */
export type Place =
  { readonly file: string; readonly line: number } | { readonly file: string; readonly entry: number };

export interface ConceptPart {
  readonly kind?: ConceptKind;
  readonly label?: string;
  readonly alternatives?: readonly string[];
  readonly code?: string | null;
  readonly broader?: readonly string[];
  readonly exact?: readonly string[];
  readonly close?: readonly string[];
}

/** Puts concepts together out of the files that say something of them, and keeps what is wrong with a line. */
export interface ConceptBuilder {
  /** Adds what one line says of a concept; the first label, kind and code that are given count. */
  add(uri: string, part: ConceptPart, at: Place): void;
  /** A line or an entry that can't be used; the others go on. `reason` is one of the words in shared/messages. */
  refuse(at: Place, reason: string): void;
  has(uri: string): boolean;
  readonly size: number;
  readonly problems: readonly FileProblem[];
  /** Those of which a file says the name, sorted by URI, so that the order of the files changes nothing. */
  finish(): readonly TaxonomyConcept[];
}

interface Draft {
  kind: ConceptKind | null;
  label: string | null;
  code: string | null;
  readonly alternatives: Set<string>;
  readonly broader: Set<string>;
  readonly exact: Set<string>;
  readonly close: Set<string>;
}

export function createConceptBuilder(): ConceptBuilder {
  const drafts = new Map<string, Draft>();
  const refused = new Map<string, FileProblem[]>();
  const more = new Map<string, number>();
  const refuse: ConceptBuilder['refuse'] = ({ file, ...place }, reason) => {
    const list = refused.get(file) ?? [];
    refused.set(file, list);
    if (list.length < TAXONOMY_LIMITS.problems) {
      list.push({ file, problem: { code: 'taxonomy-row', params: { ...place, reason } } });
    } else more.set(file, (more.get(file) ?? 0) + 1);
  };
  return {
    add(uri, part, at) {
      if (uri.length > TAXONOMY_LIMITS.label || [part.label, ...(part.alternatives ?? [])].some(isTooLong)) {
        refuse(at, 'too-long');
        return;
      }
      if (!drafts.has(uri) && drafts.size >= TAXONOMY_LIMITS.concepts) {
        refuse(at, 'too-many-concepts');
        return;
      }
      const draft = drafts.get(uri) ?? emptyDraft();
      drafts.set(uri, draft);
      draft.kind ??= part.kind ?? null;
      draft.label ??= part.label === '' ? null : (part.label ?? null);
      draft.code ??= part.code === '' ? null : (part.code ?? null);
      const full = [
        fill(draft.alternatives, part.alternatives, TAXONOMY_LIMITS.alternatives),
        fill(draft.broader, part.broader, TAXONOMY_LIMITS.links),
        fill(draft.exact, part.exact, TAXONOMY_LIMITS.links),
        fill(draft.close, part.close, TAXONOMY_LIMITS.links),
      ];
      if (full.includes(true)) refuse(at, 'too-many-of-one');
    },
    refuse,
    has: (uri) => drafts.has(uri),
    get size() {
      return drafts.size;
    },
    get problems() {
      return [...refused.values()].flat().map(({ file, problem }, index, all): FileProblem => {
        const isLastOfFile = all[index + 1]?.file !== file;
        const params = isLastOfFile && more.has(file) ? { more: more.get(file) ?? 0 } : {};
        return { file, problem: { ...problem, params: { ...problem.params, ...params } } satisfies Problem };
      });
    },
    finish: () =>
      [...drafts]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .flatMap(([uri, draft]) => conceptOf(uri, draft) ?? []),
  };
}

/** Where the file with the preferred labels is not given, the first of the others stands for it; without any, nothing. */
function conceptOf(uri: string, draft: Draft): TaxonomyConcept | null {
  const label = draft.label ?? [...draft.alternatives].sort()[0];
  if (label === undefined) return null;
  draft.alternatives.delete(label);
  for (const links of [draft.broader, draft.exact, draft.close]) links.delete(uri);
  return {
    uri,
    kind: draft.kind ?? 'skill',
    label,
    alternatives: [...draft.alternatives].sort(),
    code: draft.code,
    broader: [...draft.broader].sort(),
    exact: [...draft.exact].sort(),
    close: [...draft.close].sort(),
  };
}

function emptyDraft(): Draft {
  return {
    kind: null,
    label: null,
    code: null,
    alternatives: new Set(),
    broader: new Set(),
    exact: new Set(),
    close: new Set(),
  };
}

/** @returns true where there was no room for all. */
function fill(set: Set<string>, values: readonly string[] | undefined, most: number): boolean {
  for (const value of values ?? []) {
    if (value === '' || set.has(value)) continue;
    if (set.size >= most) return true;
    set.add(value);
  }
  return false;
}

function isTooLong(text: string | undefined): boolean {
  return text !== undefined && text.length > TAXONOMY_LIMITS.label;
}
