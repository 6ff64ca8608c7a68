import type { TaxonomyConcept } from '../../../shared/model/taxonomy.ts';
import { normaliseFrameworkId } from '../matching/wording-strength.ts';
import { withoutCircles } from './circles.ts';

/** The concepts of one taxonomy. */
export interface TaxonomySource {
  readonly id: string;
  readonly sha256: string;
  readonly concepts: readonly TaxonomyConcept[];
}

/**
 * Concepts of all taxonomies with the steps between them. A node is a number for a URI, whether a taxonomy has it or
 * only refers to it; a class is one of the nodes that mean the same.
 */
export interface ConceptGraph {
  node(uri: string): number | undefined;
  /** The concepts with this URI, by taxonomy. */
  conceptsAt(node: number): readonly Placed[];
  /** The normalised URI of a node. */
  uriAt(node: number): string;
  /** One node for all that mean the same. */
  classOf(node: number): number;
  /** All nodes of a class, itself among them. */
  membersOf(classNode: number): readonly number[];
  /** Classes one step broader; with groups, or of skills only and then without steps that stand in a circle. */
  broaderOf(classNode: number, which: 'all' | 'skills'): readonly number[];
  /** Whether a close match is stated between two classes, or between members of them. */
  areClose(classNode: number, other: number): boolean;
}

export interface Placed {
  readonly taxonomy: string;
  readonly concept: TaxonomyConcept;
}

const NONE: readonly never[] = [];

/**
 * Two URIs mean the same where a chain of exact matches leads from one to the other (SKOS: exactMatch is transitive;
 * https://www.w3.org/TR/skos-reference/#mapping). But matches that would make two entries of one taxonomy the same
 * contradict that taxonomy and do not count; of a chain that does so none of the matches counts.
 */
export function createConceptGraph(sources: readonly TaxonomySource[]): ConceptGraph {
  const numbers = new Map<string, number>();
  const uris: string[] = [];
  const placed: Placed[][] = [];
  const number = (uri: string): number => {
    const key = normaliseFrameworkId(uri);
    let known = numbers.get(key);
    if (known === undefined) {
      known = uris.length;
      numbers.set(key, known);
      uris.push(key);
      placed.push([]);
    }
    return known;
  };
  for (const { id, concepts } of sources) {
    for (const concept of concepts) placed[number(concept.uri)]?.push({ taxonomy: id, concept });
  }
  const all = placed.flat();
  const exact = agreeing(
    all.flatMap(({ taxonomy, concept }) =>
      concept.exact.map((uri): Match => ({ taxonomy, from: number(concept.uri), to: number(uri) })),
    ),
    (node) => (placed[node] ?? NONE).map(({ taxonomy }) => taxonomy),
  );
  const close = all.flatMap(({ concept }) => concept.close.map((uri) => [number(concept.uri), number(uri)] as const));
  const steps = all.flatMap(({ concept }) => concept.broader.map((uri) => [number(concept.uri), number(uri)] as const));

  const classes = classesOf(uris.length, exact, placed);
  const members = new Map<number, number[]>();
  for (const [node, root] of classes.entries()) {
    if (root === node) continue;
    push(members, root, root);
    push(members, root, node);
  }
  const isGroup = uris.map(
    (uri, node) => ISCED_URI.test(uri) || (placed[node] ?? []).some(({ concept }) => concept.kind !== 'skill'),
  );
  const classOf = (node: number) => classes[node] ?? node;
  const closeClasses = new Set(close.map(([from, to]) => pairOf(classOf(from), classOf(to))));
  const stated = { all: new Map<number, number[]>(), skills: new Map<number, number[]>() };
  for (const [from, to] of steps) {
    const [narrow, broad] = [classOf(from), classOf(to)];
    if (narrow === broad) continue;
    push(stated.all, narrow, broad);
    if (isGroup[from] !== true && isGroup[to] !== true) push(stated.skills, narrow, broad);
  }
  const broader = { all: stated.all, skills: withoutCircles(stated.skills) };

  return {
    node: (uri) => numbers.get(normaliseFrameworkId(uri)),
    conceptsAt: (node) => placed[node] ?? NONE,
    uriAt: (node) => uris[node] ?? '',
    classOf,
    membersOf: (classNode) => members.get(classNode) ?? [classNode],
    broaderOf: (classNode, which) => broader[which].get(classNode) ?? NONE,
    areClose: (classNode, other) => closeClasses.has(pairOf(classNode, other)),
  };
}

/** The URI of a field of ISCED-F 2013 as ESCO writes it, with a code of two to four digits. */
export const ISCED_URI = /(?:^|\/)isced-f\/(\d{2,4})$/u;

/** An exact match that a concept of a taxonomy states. */
interface Match {
  readonly taxonomy: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Without those that say at once that two concepts of one taxonomy are the same: two of them match one entry, or one
 * concept matches two entries of a taxonomy. The other matches of these concepts stay.
 */
function agreeing(matches: readonly Match[], taxonomiesAt: (node: number) => readonly string[]): readonly Match[] {
  const sources = new Map<string, Set<number>>();
  const targets = new Map<string, Set<number>>();
  const targetKeys = ({ from, to }: Match) => taxonomiesAt(to).map((taxonomy) => `${from} ${taxonomy}`);
  for (const match of matches) {
    addTo(sources, `${match.to} ${match.taxonomy}`, match.from);
    for (const key of targetKeys(match)) addTo(targets, key, match.to);
  }
  const isAlone = (found: ReadonlySet<number> | undefined) => found === undefined || found.size === 1;
  return matches.filter(
    (match) =>
      isAlone(sources.get(`${match.to} ${match.taxonomy}`)) &&
      targetKeys(match).every((key) => isAlone(targets.get(key))),
  );
}

function classesOf(count: number, exact: readonly Match[], placed: readonly (readonly Placed[])[]): readonly number[] {
  const parent = Array.from({ length: count }, (_, node) => node);
  const root = (node: number): number => {
    let top = node;
    for (let next = parent[top] ?? top; next !== top; next = parent[top] ?? top) {
      parent[top] = parent[next] ?? next;
      top = next;
    }
    return top;
  };
  // The smaller number leads, so that the order of the matches changes nothing.
  for (const { from, to } of exact) {
    const [low, high] = [Math.min(root(from), root(to)), Math.max(root(from), root(to))];
    parent[high] = low;
  }
  const roots = parent.map((_, node) => root(node));
  const contradictory = new Set<number>();
  const seen = new Set<string>();
  for (const [node, at] of placed.entries()) {
    const top = roots[node] ?? node;
    for (const taxonomy of new Set(at.map((one) => one.taxonomy))) {
      const key = `${top}\n${taxonomy}`;
      if (seen.has(key)) contradictory.add(top);
      seen.add(key);
    }
  }
  return roots.map((top, node) => (contradictory.has(top) ? node : top));
}

function pairOf(one: number, other: number): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

function addTo(map: Map<string, Set<number>>, key: string, value: number): void {
  const there = map.get(key);
  if (there === undefined) map.set(key, new Set([value]));
  else there.add(value);
}

function push(map: Map<number, number[]>, key: number, value: number): void {
  const there = map.get(key);
  if (there === undefined) map.set(key, [value]);
  else if (!there.includes(value)) there.push(value);
}
