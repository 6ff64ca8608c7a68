import { narrowField, type IscedFieldCode } from '../../../shared/model/isced-fields.ts';
import type { TransversalGroup } from '../../../shared/model/profile.ts';
import { normaliseSkillText } from '../skills/normalise.ts';
import { createConceptGraph, ISCED_URI, type ConceptGraph, type TaxonomySource } from './concept-graph.ts';
import type { ConceptRelation, Taxonomies } from './taxonomies.ts';

/**
 * Puts the concepts of all taxonomies into one index. The same taxonomies give the same answers, in whatever order they
 * are given. Each label is held once, and what it is called when it is looked up as well only where that differs.
 */
export function createTaxonomyIndex(sources: readonly TaxonomySource[]): Taxonomies {
  const sorted = [...sources].sort((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0));
  const graph = createConceptGraph(sorted);
  const names = namesOf(sorted, graph);
  const nodeClass = (uri: string): number | null => {
    const node = graph.node(uri);
    return node === undefined ? null : graph.classOf(node);
  };
  return {
    state: sorted.map(({ id, sha256 }) => ({ id, sha256 })),
    conceptsNamed(text) {
      const skills = names(text);
      return skills.length === 0 ? NONE : [...new Set(skills.filter((one) => one.identifies).map(({ uri }) => uri))];
    },
    skillsLabelled: names,
    relation: (uri, other) => relationOf(graph, nodeClass(uri), nodeClass(other)),
    areClose(uri, other) {
      const [one, two] = [graph.node(uri), graph.node(other)];
      return one !== undefined && two !== undefined && graph.areClose(one, two);
    },
    labelsOf(uri) {
      const node = graph.node(uri);
      return node === undefined ? [] : labelsOf(graph, node);
    },
    fieldOf(uri) {
      const from = nodeClass(uri);
      return from === null ? null : nearest(graph, from, (node) => fieldAt(graph, node));
    },
    transversalGroupOf(uri) {
      const from = nodeClass(uri);
      return from === null ? null : nearest(graph, from, (node) => transversalAt(graph, node));
    },
    concept(uri) {
      const node = graph.node(uri);
      return (node === undefined ? undefined : graph.conceptsAt(node)[0]) ?? null;
    },
  };
}

const NONE: readonly never[] = [];

/** Who has a label: of each skill with it the taxonomy, and whether the label is this skill's alone in it. */
function namesOf(sources: readonly TaxonomySource[], graph: ConceptGraph): Taxonomies['skillsLabelled'] {
  // One number for a skill of a taxonomy; a list only where a label has several, which few have.
  const holders = new Map<string, number | number[]>();
  for (const [source, { concepts }] of sources.entries()) {
    for (const { uri, kind, label, alternatives } of concepts) {
      const node = graph.node(uri);
      if (kind !== 'skill' || node === undefined) continue;
      const holder = node * sources.length + source;
      for (const words of [label, ...alternatives]) {
        const text = normaliseSkillText(words);
        // A label that is written as it is compared need not be kept twice.
        if (text !== '') hold(holders, text === words ? words : text, holder);
      }
    }
  }
  return (text) => {
    const found = holders.get(text);
    if (found === undefined) return NONE;
    const all = (typeof found === 'number' ? [found] : found).map((holder) => ({
      taxonomy: sources[holder % sources.length]?.id ?? '',
      uri: publishedUri(graph, Math.floor(holder / sources.length)),
    }));
    return all.map((one) => ({
      ...one,
      identifies: all.filter(({ taxonomy }) => taxonomy === one.taxonomy).length === 1,
    }));
  };
}

function hold(holders: Map<string, number | number[]>, text: string, holder: number): void {
  const there = holders.get(text);
  if (there === undefined) holders.set(text, holder);
  else if (typeof there === 'number') {
    if (there !== holder) holders.set(text, [there, holder]);
  } else if (!there.includes(holder)) there.push(holder);
}

function publishedUri(graph: ConceptGraph, node: number): string {
  return graph.conceptsAt(node)[0]?.concept.uri ?? graph.uriAt(node);
}

function labelsOf(graph: ConceptGraph, node: number): readonly string[] {
  const others = graph.membersOf(graph.classOf(node)).filter((member) => member !== node);
  const concepts = [node, ...others].flatMap((member) => graph.conceptsAt(member));
  const labels = concepts.flatMap(({ concept }) => [concept.label, ...concept.alternatives].map(normaliseSkillText));
  return [...new Set(labels)].filter((label) => label !== '');
}

function relationOf(graph: ConceptGraph, one: number | null, other: number | null): ConceptRelation | null {
  if (one === null || other === null) return null;
  if (one === other) return 'same';
  const [up, down] = [climbs(graph, one, other), climbs(graph, other, one)];
  if (up === down) return null;
  return up ? 'narrower' : 'broader';
}

/** Whether steps from skill to broader skill lead from one class to the other. */
function climbs(graph: ConceptGraph, from: number, to: number): boolean {
  const seen = new Set([from]);
  for (const node of seen) {
    for (const broader of graph.broaderOf(node, 'skills')) {
      if (broader === to) return true;
      seen.add(broader);
    }
  }
  return false;
}

/** What the nearest classes on the way up say, level by level; null where those of one level disagree. */
function nearest<Value>(graph: ConceptGraph, from: number, valueAt: (classNode: number) => Value | null): Value | null {
  const seen = new Set([from]);
  for (let level: readonly number[] = [from]; level.length > 0;) {
    const values = new Set(level.map(valueAt).filter((value) => value !== null));
    if (values.size > 0) return values.size === 1 ? ([...values][0] ?? null) : null;
    const next: number[] = [];
    for (const broader of level.flatMap((node) => graph.broaderOf(node, 'all'))) {
      if (seen.has(broader)) continue;
      seen.add(broader);
      next.push(broader);
    }
    level = next;
  }
  return null;
}

function fieldAt(graph: ConceptGraph, classNode: number): IscedFieldCode | null {
  for (const member of graph.membersOf(classNode)) {
    const code = ISCED_URI.exec(graph.uriAt(member))?.[1];
    const field = code === undefined ? null : narrowField(code);
    if (field !== null) return field.code;
  }
  return null;
}

/** ESCO's transversal groups have the codes T1–T6, with further digits below. */
function transversalAt(graph: ConceptGraph, classNode: number): TransversalGroup['code'] | null {
  for (const member of graph.membersOf(classNode)) {
    if (!graph.uriAt(member).startsWith(ESCO_SKILL)) continue;
    for (const { concept } of graph.conceptsAt(member)) {
      const code =
        concept.kind === 'group' ? TRANSVERSAL_CODES.find((one) => concept.code?.startsWith(one)) : undefined;
      if (code !== undefined) return code;
    }
  }
  return null;
}

const ESCO_SKILL = 'data.europa.eu/esco/skill/';
const TRANSVERSAL_CODES = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6'] as const;
