import { beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../shared/model/json.ts';
import { addProof } from '../../fixtures/signing/add-proof.ts';
import { didKey, ed25519TestKey, p256TestKey, p384TestKey } from '../../fixtures/signing/keys.ts';
import { badge, changed, verified } from './example-credentials.ts';

const signerOf = (key: ReturnType<typeof ed25519TestKey>) => ({ key, ...didKey(key) });
const ISSUER = signerOf(ed25519TestKey('chains'));
const NOTARY = signerOf(p256TestKey('notary'));
const ARCHIVE = signerOf(p384TestKey('archive'));
const [FIRST, SECOND] = [
  'urn:uuid:00000000-0000-4000-8000-00000000000a',
  'urn:uuid:00000000-0000-4000-8000-00000000000b',
];

const integrityOf = async (json: JsonObject) => (await verified(json)).report.checks.integrity;
const proofsOf = (json: JsonObject): readonly JsonObject[] => json['proof'] as readonly JsonObject[];
const withProofs = (json: JsonObject, proof: readonly JsonObject[]): JsonObject => ({ ...json, proof });

describe('a set of proofs', () => {
  let set: JsonObject = {};
  beforeAll(async () => {
    set = await addProof(badge(ISSUER.did), ISSUER, { cryptosuite: 'eddsa-rdfc-2022' });
    set = await addProof(set, NOTARY, { cryptosuite: 'ecdsa-rdfc-2019' });
    set = await addProof(set, ARCHIVE, { cryptosuite: 'ecdsa-jcs-2019' });
  });

  it('holds where each of its proofs holds, over the document without the others', async () => {
    const { report } = await verified(set);
    expect(report.proofs.map(({ suite, state }) => [suite, state])).toEqual([
      ['eddsa-rdfc-2022', 'pass'],
      ['ecdsa-rdfc-2019', 'pass'],
      ['ecdsa-jcs-2019', 'pass'],
    ]);
    expect(report.checks.integrity.state).toBe('pass');
    expect(report.checks['key-binding'].code).toBe('key-is-issuer');
  });

  it.each([0, 1, 2])('fails with one that does not hold (number %i)', async (index) => {
    const bent = proofsOf(set).map((proof, each) =>
      each === index ? { ...proof, created: '2026-01-06T00:00:00Z' } : proof,
    );
    expect((await integrityOf(withProofs(set, bent))).code).toBe('signature-invalid');
  });
});

describe.each(['rdfc', 'jcs'] as const)('a chain of proofs over %s', (form) => {
  const ours = `eddsa-${form}-2022` as const;
  const theirs = `ecdsa-${form}-2019` as const;
  let chain: JsonObject = {};
  beforeAll(async () => {
    chain = await addProof(badge(ISSUER.did), ISSUER, { cryptosuite: ours, id: FIRST });
    chain = await addProof(chain, NOTARY, { cryptosuite: theirs, id: SECOND, previousProof: FIRST });
    chain = await addProof(chain, ARCHIVE, { cryptosuite: theirs, previousProof: [FIRST, SECOND] });
  });

  it('holds, and each proof is listed', async () => {
    const { report } = await verified(chain);
    expect(report.checks.integrity.code).toBe('signature-valid');
    expect(report.proofs.map(({ state }) => state)).toEqual(['pass', 'pass', 'pass']);
    expect(report.checks['key-binding'].code).toBe('key-is-issuer');
    expect(report.unsignedPaths).toEqual([]);
  });

  it('holds whatever the order in which its ids are named', async () => {
    const [one, two, three] = proofsOf(chain);
    const other = await addProof(withProofs(chain, [one ?? {}, two ?? {}]), ARCHIVE, {
      cryptosuite: theirs,
      previousProof: [SECOND, FIRST],
    });
    expect((await integrityOf(other)).code).toBe('signature-valid');
    expect(proofsOf(other)[2]).not.toEqual(three);
  });

  it('fails where an earlier proof was exchanged for another that holds by itself', async () => {
    const again = await addProof(badge(ISSUER.did), ISSUER, {
      cryptosuite: ours,
      id: FIRST,
      created: '2026-01-07T00:00:00Z',
    });
    const exchanged = withProofs(chain, [again['proof'] as JsonObject, ...proofsOf(chain).slice(1)]);
    expect((await integrityOf(exchanged)).code).toBe('signature-invalid');
  });

  it.each([
    ['missing', (proofs: readonly JsonObject[]) => proofs.slice(1), 'it is missing'],
    ['there twice', (proofs: readonly JsonObject[]) => [...proofs, { ...proofs[0] }], 'more than one has its id'],
    [
      'built on a later one',
      ([one = {}, ...rest]: readonly JsonObject[]) => [{ ...one, previousProof: SECOND }, ...rest],
      'they build on each other',
    ],
    [
      'the proof itself',
      ([one = {}, ...rest]: readonly JsonObject[]) => [{ ...one, previousProof: FIRST }, ...rest],
      'they build on each other',
    ],
    [
      'named twice',
      ([one = {}, two = {}]: readonly JsonObject[]) => [one, { ...two, previousProof: [FIRST, FIRST] }],
      'it names one twice',
    ],
    [
      'no text',
      ([one = {}, two = {}]: readonly JsonObject[]) => [one, { ...two, previousProof: { id: FIRST } }],
      'its reference can’t be read',
    ],
    [
      'an empty list',
      ([one = {}, two = {}]: readonly JsonObject[]) => [one, { ...two, previousProof: [] }],
      'its reference can’t be read',
    ],
  ])('fails where an earlier proof is %s', async (_, bend, detail) => {
    const integrity = await integrityOf(withProofs(chain, bend(proofsOf(chain))));
    expect(integrity).toMatchObject({ state: 'fail', code: 'proof-chain-broken', evidence: { detail } });
  });

  it('fails where the reference was taken out', async () => {
    const [one = {}, { previousProof: _, ...two } = {}] = proofsOf(chain);
    expect((await integrityOf(withProofs(chain, [one, two]))).code).toBe('signature-invalid');
  });

  it('fails where the document was changed', async () => {
    expect((await integrityOf(changed(chain, ['name'], 'Something else'))).code).toBe('signature-invalid');
  });

  it('looks at an earlier proof of another purpose, which tells nothing of who asserts it', async () => {
    let presented = await addProof(badge(ISSUER.did), ISSUER, {
      cryptosuite: ours,
      id: FIRST,
      proofPurpose: 'authentication',
    });
    presented = await addProof(presented, NOTARY, { cryptosuite: theirs, previousProof: FIRST });
    const { checks, proofs } = (await verified(presented)).report;
    expect(proofs.map(({ state }) => state)).toEqual(['pass', 'pass']);
    expect(checks['key-binding'].code).toBe('key-of-somebody-else');
    const [one = {}, two = {}] = proofsOf(presented);
    const bent = withProofs(presented, [
      { ...one, proofPurpose: 'authentication', created: '2026-02-01T00:00:00Z' },
      two,
    ]);
    expect((await integrityOf(bent)).code).toBe('signature-invalid');
  });
});
