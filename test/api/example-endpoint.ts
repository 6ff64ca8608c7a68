import { contract, type OperationName } from '../../shared/api/contract.ts';
import type { Handlers } from '../../shared/api/dispatcher.ts';
import { createDispatcher } from '../../shared/api/dispatcher.ts';
import { ok } from '../../shared/api/problems.ts';
import type { Transport } from '../../shared/api/transport.ts';

/** Valid input for each operation; a new operation does not compile without one. */
export const EXAMPLE_INPUTS: { readonly [Name in OperationName]: unknown } = {
  'workspace.status': {},
  'workspace.set': { blind: false },
  'log.list': { limit: 10 },
  'tasks.get': { task: 't' },
  'tasks.list': {},
  'tasks.cancel': { task: 't' },
  'import.begin': {},
  'import.add': { batch: 'b', files: [{ name: 'a.json', bytes: Uint8Array.of(123, 125) }] },
  'import.preview': { batch: 'b' },
  'import.run': { batch: 'b' },
  'import.pending': {},
  'import.discard': { batch: 'b' },
  'candidates.list': {},
  'candidates.get': { candidate: 'c' },
  'candidates.reveal': { candidate: 'c', reason: 'invited' },
  'candidates.erase': { candidate: 'c', reason: 'asked' },
  'credentials.get': { credential: 'k' },
  'credentials.recheck': {},
  'credentials.history': { credential: 'k' },
  'credentials.changes': {},
  'credentials.changesSeen': {},
  'jobs.list': {},
  'jobs.get': { job: 'j' },
  'jobs.save': { id: null, title: 'Keeper of bees', field: null, requirements: [] },
  'jobs.remove': { job: 'j' },
  'jobs.suggest': { text: 'You keep bees.' },
  'jobs.rules': {},
  'jobs.removeRule': { rule: 'r' },
  'ranking.compute': { job: 'j', settings: { useModel: true, weights: { must: 1, want: 0.4, trainable: 0.2 } } },
  'ranking.explain': {
    job: 'j',
    settings: { useModel: true, weights: { must: 1, want: 0.4, trainable: 0.2 } },
    candidates: ['c'],
  },
  'ranking.soFar': {
    job: 'j',
    settings: { useModel: true, weights: { must: 1, want: 0.4, trainable: 0.2 } },
    first: 9,
  },
  'search.gaps': { job: 'j', settings: { useModel: true, weights: { must: 1, want: 0.4, trainable: 0.2 } } },
  'search.people': { text: 'keeping bees', limit: 20 },
  'search.like': { candidate: 'c', limit: 20 },
  'ranking.judge': { job: 'j', requirement: 'r', candidate: 'c', judgement: 'meets', reason: 'seen' },
  'profiles.get': { candidate: 'c', job: null },
  'profiles.steps': { candidate: 'c', job: null },
  'profiles.place': { candidate: 'c', credential: 'k', pointer: '/a', quote: 'Spark', place: '061', reason: 'seen' },
  'export.ranking': {
    job: 'j',
    settings: { useModel: true, weights: { must: 1, want: 0.4, trainable: 0.2 } },
    format: 'csv',
    named: false,
  },
  'export.more': { export: 'e' },
  'ranking.whyAbove': {
    job: 'j',
    settings: { useModel: true, weights: { must: 1, want: 0.4, trainable: 0.2 } },
    one: 'c',
    other: 'd',
  },
  'ranking.sensitivity': {
    job: 'j',
    settings: { useModel: true, weights: { must: 1, want: 0.4, trainable: 0.2 } },
    candidate: 'c',
  },
  'refusals.add': {
    job: 'j',
    requirement: 'r',
    candidate: 'c',
    settings: { useModel: true, weights: { must: 1, want: 0.4, trainable: 0.2 } },
    credential: 'k',
    pointer: '/name',
    everyJob: false,
    reason: 'seen',
  },
  'refusals.list': {},
  'refusals.remove': { refusal: 'f', reason: 'mistaken' },
  'model.numbers': {},
  'model.reliability': {},
  'taxonomies.list': {},
  'taxonomies.add': { files: [{ name: 'skills.csv', bytes: Uint8Array.of(1, 2, 3) }] },
  'taxonomies.remove': { taxonomy: 'esco' },
  'taxonomies.lookUp': { text: 'beekeeping' },
  'taxonomies.suggest': { text: 'beekeeping', useModel: true, limit: 5 },
  'trust.overview': {},
  'trust.inspectPack': { bytes: Uint8Array.of(1, 2, 3) },
  'trust.preview': { change: { kind: 'add-pack', bytes: Uint8Array.of(1, 2, 3) } },
  'trust.addPack': { bytes: Uint8Array.of(1, 2, 3) },
  'trust.removePack': { sha256: '0'.repeat(64) },
  'trust.pinPublisher': { fingerprint: '0'.repeat(64), name: 'Meadow Office', reason: 'known' },
  'trust.unpinPublisher': { fingerprint: '0'.repeat(64), reason: 'mistaken' },
  'trust.setPolicy': {
    policy: { recognisedPacks: 'accepted', expiryGraceDays: 30, staleAfterDays: 90 },
    reason: 'agreed',
  },
  'trust.missing': {},
  'trust.pin': { issuerId: 'did:example:meadow', reason: 'known' },
  'trust.unpin': { issuerId: 'did:example:meadow', reason: 'mistaken' },
};

export const OPERATIONS = Object.keys(contract).filter((name): name is OperationName => Object.hasOwn(contract, name));

/**
 * An engine that answers each operation with the operation's name and the input that arrived, so that a test sees what
 * crossed. `handlers` replaces some; `emit` sends an event.
 */
export function createEchoEndpoint(handlers: Partial<Handlers> = {}): Transport & {
  readonly faults: unknown[];
  emit(event: string, payload: unknown): void;
} {
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  const faults: unknown[] = [];
  const echo = Object.fromEntries(OPERATIONS.map((name) => [name, (input: unknown) => ok({ name, input })]));
  const dispatch = createDispatcher({
    // Echoes have not the outputs of the contract, which only TypeScript knows.
    handlers: { ...echo, ...handlers } as unknown as Handlers,
    reportFault: (fault) => faults.push(fault),
    nextIncident: () => 'incident-1',
    limits: { size: 10_000, values: 500, depth: 10 },
  });
  return {
    faults,
    request: dispatch,
    subscribe(event, listener) {
      const heard = listeners.get(event) ?? new Set();
      listeners.set(event, heard.add(listener));
      return () => void heard.delete(listener);
    },
    emit(event, payload) {
      for (const listener of listeners.get(event) ?? []) listener(payload);
    },
  };
}
