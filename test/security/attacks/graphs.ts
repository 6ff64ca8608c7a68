import type { JsonObject } from '../../../shared/model/json.ts';
import { attack, FORGED, on, refused, type Attack, type Place } from './attack.ts';
import { ACHIEVEMENT, withValue } from './genuine.ts';

const STOPPED = [
  on('integrity', 'too-complex', 'signature-invalid', 'not-canonical', 'terms-disguised'),
  refused('too-complex', 'json-too-large', 'json-too-deep', 'file-too-large'),
];

/** Documents that are small to read and endless to canonicalise (RDFC-1.0 section 7.1). */
export const GRAPHS: readonly Attack[] = [
  graph('poison-clique', 'Ten nameless nodes that all know each other take years to tell apart.', (json) =>
    inEvidence(json, clique(10)),
  ),
  graph('poison-clique-large', 'Forty nameless nodes that all know each other.', (json) =>
    inEvidence(json, clique(40)),
  ),
  graph('poison-pairs', 'Hundreds of nameless twins.', (json) =>
    inEvidence(
      json,
      Array.from({ length: 400 }, () => ({ type: ['Evidence'], name: 'twin' })),
    ),
  ),
  graph('poison-ring', 'A ring of nameless nodes.', (json) => inEvidence(json, ring(60))),
  graph('poison-alignments', 'Two thousand alignments.', (json) =>
    withValue(
      json,
      [...ACHIEVEMENT, 'alignment'],
      Array.from({ length: 2000 }, () => ({
        type: ['Alignment'],
        targetName: FORGED,
        targetUrl: 'https://frameworks.example/x',
      })),
    ),
  ),
  graph('poison-nesting', 'Evidence in evidence, fifty deep.', (json) => inEvidence(json, [nest(20)])),
  graph('poison-results', 'Thousands of results.', (json) =>
    withValue(
      json,
      ['credentialSubject', 'result'],
      Array.from({ length: 3000 }, (_, index) => ({ type: ['Result'], value: String(index) })),
    ),
  ),
  graph('poison-types', 'Thousands of types.', (json) => ({
    ...json,
    type: ['VerifiableCredential', 'OpenBadgeCredential', ...types(2000)],
  })),
  graph(
    'poison-clock',
    'So many types that only the clock ends the work.',
    (json) => ({ ...json, type: types(15_000) }),
    ['PNG', 'SVG', 'VP', 'CLR member'],
  ),
  graph('poison-list', 'A rubric of thousands of levels in order.', (json) =>
    withValue(
      json,
      [...ACHIEVEMENT, 'resultDescription', 0, 'rubricCriterionLevel'],
      Array.from({ length: 2000 }, (_, index) => ({
        type: ['RubricCriterionLevel'],
        id: `urn:l:${index}`,
        name: String(index),
      })),
    ),
  ),
];

function graph(
  name: string,
  hope: string,
  change: (json: JsonObject) => JsonObject,
  except: readonly Place[] = [],
): Attack {
  return attack(name, hope, { object: ({ badge }) => change({ ...badge, name: FORGED }) }, STOPPED, { except });
}

function types(count: number): readonly string[] {
  return [
    'VerifiableCredential',
    'OpenBadgeCredential',
    ...Array.from({ length: count }, (_, index) => `urn:t:${index}`),
  ];
}

function inEvidence(json: JsonObject, evidence: readonly JsonObject[]): JsonObject {
  return { ...json, evidence };
}

/** Blank nodes that all refer to one another, by endorsements without ids: nothing tells one from the other. */
function clique(size: number): JsonObject[] {
  return Array.from({ length: size }, (_, one) => ({
    id: `_:n${one}`,
    type: ['Profile'],
    otherIdentifier: [],
    parentOrg: Array.from({ length: size }, (_unused, other) => ({ id: `_:n${other}`, type: ['Profile'] })).filter(
      (__, other) => other !== one,
    ),
  }));
}

function ring(size: number): JsonObject[] {
  return Array.from({ length: size }, (_, index) => ({
    id: `_:r${index}`,
    type: ['Profile'],
    parentOrg: { id: `_:r${(index + 1) % size}`, type: ['Profile'] },
  }));
}

function nest(depth: number): JsonObject {
  return depth === 0 ? { type: ['Profile'], name: FORGED } : { type: ['Profile'], parentOrg: nest(depth - 1) };
}
