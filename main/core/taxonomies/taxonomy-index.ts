import { narrowField, type IscedFieldCode } from '../../../shared/model/isced-fields.ts';
import type { TransversalGroup } from '../../../shared/model/profile.ts';
import { TAXONOMY } from '../matching/settings.ts';
import { normaliseSkillText } from '../skills/normalise.ts';
import { createConceptGraph, ISCED_URI, type ConceptGraph, type TaxonomySource } from './concept-graph.ts';
import type { ConceptName, ConceptWay, Taxonomies } from './taxonomies.ts';

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
    relation: (uri, other) => wayBetween(graph, nodeClass(uri), nodeClass(other))?.relation ?? null,
    wayBetween: (uri, other) => wayBetween(graph, nodeClass(uri), nodeClass(other)),
    areClose(uri, other) {
      const [one, two] = [nodeClass(uri), nodeClass(other)];
      return one !== null && two !== null && graph.areClose(one, two);
    },
    namesOf(uri) {
      const node = graph.node(uri);
      return node === undefined ? [] : namesAt(graph, node);
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

function namesAt(graph: ConceptGraph, node: number): readonly ConceptName[] {
  const others = graph.membersOf(graph.classOf(node)).filter((member) => member !== node);
  const placed = [node, ...others].flatMap((member) => graph.conceptsAt(member));
  const names = [
    ...placed.map(({ taxonomy, concept }) => ({ taxonomy, label: concept.label })),
    ...placed.flatMap(({ taxonomy, concept }) => concept.alternatives.map((label) => ({ taxonomy, label }))),
  ];
  const byText = new Map<string, ConceptName>();
  for (const { taxonomy, label } of names) {
    const text = normaliseSkillText(label);
    if (text !== '' && !byText.has(text)) byText.set(text, { text, label, taxonomy });
  }
  return [...byText.values()];
}

function wayBetween(graph: ConceptGraph, one: number | null, other: number | null): ConceptWay | null {
  if (one === null || other === null) return null;
  if (one === other) return { relation: 'same', steps: 0 };
  const up = stepsUp(graph, one, other);
  if (up !== null) return { relation: 'narrower', steps: up };
  // The graph has no circles, so that only one of the two can be broader.
  const down = stepsUp(graph, other, one);
  return down === null ? null : { relation: 'broader', steps: down };
}

/** @returns The fewest steps from skill to broader skill that lead from one class to the other; null for none. */
function stepsUp(graph: ConceptGraph, from: number, to: number): number | null {
  const seen = new Set([from]);
  let level: readonly number[] = [from];
  for (let steps = 1; steps <= TAXONOMY.mostSteps && level.length > 0; steps += 1) {
    const next: number[] = [];
    for (const broader of level.flatMap((node) => graph.broaderOf(node, 'skills'))) {
      if (broader === to) return steps;
      if (seen.has(broader)) continue;
      seen.add(broader);
      next.push(broader);
    }
    level = next;
  }
  return null;
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
