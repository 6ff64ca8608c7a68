import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createVerifierPool } from '../../main/engine/verifier-pool.ts';
import type { Client } from '../../shared/api/client.ts';
import type { JsonObject } from '../../shared/model/json.ts';
import type { TrustChange, TrustEffect } from '../../shared/model/trust.ts';
import { badge } from '../adapters/verification/example-credentials.ts';
import { importFiles, needed, openEngine, poolFiles } from './open-engine.ts';
import { bytesOf, packWith, publishedBy, REASON, recheck } from './trust-workspace.ts';

/** Claims by issuers whose domain looks like a listed one, begins with it or lies below it. */
const ODD_DOMAINS = ['harbour1ight.example', 'harbourlight.example.elsewhere.example', 'x.harbourlight.example'].map(
  (domain) => ({
    name: `${domain}.json`,
    bytes: bytesOf(badge(`did:web:${domain}`, { issuer: { id: `did:web:${domain}`, name: domain } })),
  }),
);

/** Credentials on which every kind of trust data bears: lists, presentations, endorsements, tokens, names, pins. */
const FILES = poolFiles(
  'candidates/d-01/bsc-data-2021.json',
  'candidates/d-01/sql-practitioner-2025.jwt',
  'candidates/d-01/team-facilitation-2023.json',
  'candidates/n-08.zip',
  'wrong/expired.json',
  'wrong/revoked.json',
  'wrong/suspended.json',
  'wrong/stale-status.json',
  'wrong/status-list-missing.json',
  'wrong/look-alike-issuer.json',
  'wrong/unknown-issuer.json',
  'wrong/self-asserted.json',
  'wrong/borrowed-name.json',
  'wrong/broken-endorsement.json',
  'wrong/somebody-elses-presentation.json',
);

const ENTRIES = packWith()['entries'] as readonly JsonObject[];
const tables = ['didDocuments', 'statusLists'] as const;
const ISSUERS = ENTRIES.flatMap((entry) => entry['ids'] as readonly string[]);

/** A part of the sample pack, of one of two sources, newer with each step, signed or not. */
const partOfPack = fc.record({
  source: fc.constantFrom('One register', 'Another register'),
  entries: fc.subarray([...ENTRIES]),
  leftOut: fc.subarray(
    tables.flatMap((table) => Object.keys(packWith()[table] as JsonObject).map((id) => [table, id] as const)),
  ),
  publisher: fc.constantFrom(null, 'office'),
});
type Part = typeof partOfPack extends fc.Arbitrary<infer Value> ? Value : never;

type Step =
  | { readonly kind: 'add-pack'; readonly part: Part }
  | { readonly kind: 'remove-pack' }
  | { readonly kind: 'pin' | 'unpin'; readonly issuer: number }
  | { readonly kind: 'pin-publisher' | 'unpin-publisher' }
  | { readonly kind: 'policy'; readonly policy: Extract<TrustChange, { kind: 'policy' }>['policy'] };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('add-pack' as const), part: partOfPack }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'remove-pack' } as const) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('pin' as const), issuer: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('unpin' as const), issuer: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'pin-publisher' } as const) },
  { weight: 2, arbitrary: fc.constant({ kind: 'unpin-publisher' } as const) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('policy' as const),
      policy: fc.record({
        recognisedPacks: fc.constantFrom('accepted' as const, 'pinned-publisher' as const),
        expiryGraceDays: fc.constantFrom(0, 365),
        staleAfterDays: fc.constantFrom(1, 90, 3650),
      }),
    }),
  },
);

describe('the preview of a change of trust data', () => {
  it('says what the change itself and a check of everything then do', async () => {
    const verifier = createVerifierPool({ workers: 2 });
    // The workers are kept from run to run: starting them takes longer than all that they do.
    const shared = { ...verifier, close: () => Promise.resolve() };
    try {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 9, size: 'max' }), async (steps) => {
          const engine = openEngine({ verifier: shared });
          try {
            await importFiles(engine.client, [...FILES, ...ODD_DOMAINS]);
            for (const [index, each] of steps.entries()) await compare(engine.client, each, index);
          } finally {
            await engine.close();
          }
        }),
        { numRuns: 5, seed: 20_261_122, endOnFailure: true },
      );
    } finally {
      await verifier.close();
    }
  }, 120_000);
});

async function compare(client: Client, each: Step, index: number): Promise<void> {
  const change = await changeOf(client, each, index);
  if (change === null) return;
  const preview = await client.runTask('trust.preview', { change });
  const done = await make(client, change);
  if (!preview.ok) throw new Error(preview.problem.code);
  expect(done).toBe(true);
  expect(outcome(preview.value)).toEqual(outcome(await recheck(client)));
}

/** What is judged differs: a preview leaves out what the change can't touch. */
function outcome({ moved, otherwiseChanged }: TrustEffect): Omit<TrustEffect, 'checked'> {
  return { moved, otherwiseChanged };
}

async function changeOf(client: Client, each: Step, index: number): Promise<TrustChange | null> {
  const { packs, pins, issuers, publishers } = await needed(client.request('trust.overview', {}));
  // Of an issuer whose id is a key, a pin decides without any pack.
  const seen = issuers.map((issuer) => issuer.issuerId).filter((id) => id.startsWith('did:key:'));
  const known = [...seen, ...ISSUERS];
  switch (each.kind) {
    case 'add-pack':
      return { kind: 'add-pack', bytes: bytesOfPart(each.part, index) };
    case 'remove-pack':
      return packs[0] === undefined ? null : { kind: 'remove-pack', sha256: packs[0].sha256 };
    case 'pin':
      return { kind: 'pin', issuerId: known[each.issuer % known.length] ?? '' };
    case 'unpin':
      return pins[0] === undefined ? null : { kind: 'unpin', issuerId: pins[0].issuerId };
    case 'pin-publisher': {
      const fingerprint = packs.find((pack) => pack.publisher !== null)?.publisher ?? null;
      return fingerprint === null ? null : { kind: 'pin-publisher', fingerprint };
    }
    case 'unpin-publisher': {
      const [pinned] = publishers;
      return pinned === undefined ? null : { kind: 'unpin-publisher', fingerprint: pinned.fingerprint };
    }
    case 'policy':
      return { kind: 'policy', policy: each.policy };
  }
}

function bytesOfPart({ source, entries, leftOut, publisher }: Part, index: number): Uint8Array<ArrayBuffer> {
  const kept = Object.fromEntries(
    tables.map((table) => [
      table,
      Object.fromEntries(
        Object.entries(packWith()[table] as JsonObject).filter(
          ([id]) => !leftOut.some(([from, out]) => from === table && out === id),
        ),
      ),
    ]),
  );
  const pack = packWith({ source, entries, ...kept, retrievedAt: `2026-08-30T12:0${index}:00Z` });
  return publisher === null ? bytesOf(pack) : publishedBy(publisher, pack);
}

async function make(client: Client, change: TrustChange): Promise<boolean> {
  switch (change.kind) {
    case 'add-pack':
      return (await client.request('trust.addPack', { bytes: change.bytes, reason: REASON })).ok;
    case 'remove-pack':
      return (await client.request('trust.removePack', { sha256: change.sha256 })).ok;
    case 'pin':
    case 'unpin':
      return (await client.request(`trust.${change.kind}`, { issuerId: change.issuerId, reason: REASON })).ok;
    case 'pin-publisher': {
      const { fingerprint } = change;
      return (await client.request('trust.pinPublisher', { fingerprint, name: 'Office', reason: REASON })).ok;
    }
    case 'unpin-publisher': {
      const { fingerprint } = change;
      return (await client.request('trust.unpinPublisher', { fingerprint, reason: REASON })).ok;
    }
    case 'policy':
      return (await client.request('trust.setPolicy', { policy: change.policy, reason: REASON })).ok;
  }
}
