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
      const nodes = (names.get(text) ?? []).filter((node) => node !== AMBIGUOUS);
      return [...new Set(nodes)].map((node) => graph.conceptsAt(node)[0]?.concept.uri ?? graph.uriAt(node));
    },
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

/** Stands for a label that two skills of a taxonomy have. */
const AMBIGUOUS = -1;

/** Nodes of skills by normalised label, one a taxonomy or {@link AMBIGUOUS}, in the order of the taxonomies. */
function namesOf(sources: readonly TaxonomySource[], graph: ConceptGraph): ReadonlyMap<string, readonly number[]> {
  const names = new Map<string, number[]>();
  for (const { concepts } of sources) {
    // By label, the place in its list that this taxonomy has filled.
    const filled = new Map<string, number>();
    for (const { uri, kind, label, alternatives } of concepts) {
      const node = graph.node(uri);
      if (kind !== 'skill' || node === undefined) continue;
      for (const words of [label, ...alternatives]) {
        const text = normaliseSkillText(words);
        if (text === '') continue;
        // A label that is written as it is compared need not be kept twice.
        const key = text === words ? words : text;
        const nodes = names.get(key) ?? [];
        const place = filled.get(key);
        if (place === undefined) {
          filled.set(key, nodes.length);
          nodes.push(node);
          names.set(key, nodes);
        } else if (nodes[place] !== node) nodes[place] = AMBIGUOUS;
      }
    }
  }
  return names;
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
