import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runSchemas } from '../../../main/adapters/verification/schemas/registry.ts';
import { evaluateStatus } from '../../../main/adapters/verification/status-methods/registry.ts';
import { verifyEndorsements } from '../../../main/adapters/verification/endorsements.ts';
import { CHECK_CODES } from '../../../main/core/verification/check-codes.ts';
import type { Finding } from '../../../main/core/verification/finding.ts';
import type { Json, JsonObject } from '../../../shared/model/json.ts';
import { badge, ISSUER_KEY, NOBODY, pack, signerOf, trustIn } from './example-credentials.ts';

const ISSUER = signerOf(ISSUER_KEY).did;
const URL = 'https://lists.example/1';

/** Any JSON, with the words that the mechanisms look for among its names and values more often than by chance. */
const NAMES = ['id', 'type', 'statusListCredential', 'statusListIndex', 'statusPurpose', 'statusSize', 'status_list'];
const MORE_NAMES = ['uri', 'idx', 'proof', 'credentialSubject', 'issuer', 'endorsement', 'endorsementJwt', '$ref'];
const VALUES = [URL, ISSUER, 'BitstringStatusListEntry', '1EdTechRevocationList', 'JsonSchema', 'revocation', '7', 7];
const hostile: fc.Arbitrary<Json> = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(fc.constantFrom<Json[]>(...VALUES), fc.string(), fc.double(), fc.boolean(), fc.constant(null)),
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...NAMES, ...MORE_NAMES), fc.string()), tie('json'), { maxKeys: 6 }),
  ),
})).json;
const hostileObject = fc.dictionary(fc.constantFrom(...NAMES, ...MORE_NAMES), hostile, { maxKeys: 8 });

const isOf = (axis: 'status' | 'schema' | 'endorsements', { code }: Finding): boolean =>
  CHECK_CODES[code].axis === axis;
const RUNS = { numRuns: 300 };

describe('whatever a credential refers to, and whatever a pack holds there', () => {
  it('a status is a finding, never green and never thrown', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, hostile, hostileObject, async (entry, status, list) => {
        const trust = trustIn(pack({ statusLists: { [URL]: list } }));
        const credential = badge(ISSUER, { credentialStatus: [entry, { type: '1EdTechRevocationList', id: URL }] });
        const findings = await evaluateStatus(credential, { status }, trust);
        expect(findings.every((finding) => isOf('status', finding))).toBe(true);
        expect(findings.some((finding) => CHECK_CODES[finding.code].state === 'pass')).toBe(false);
      }),
      RUNS,
    );
  });

  it('a schema is a finding, never thrown', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, hostileObject, async (entry, schema) => {
        const trust = trustIn(pack({ schemas: { [URL]: schema } }));
        const credential = badge(ISSUER, { credentialSchema: [entry, { type: 'JsonSchema', id: URL }] });
        const facts = await runSchemas(credential, trust);
        expect(facts.every(({ finding }) => isOf('schema', finding))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('an endorsement is a finding, never one that holds and never thrown', async () => {
    const setting = {
      holder: NOBODY,
      trust: trustIn(),
      trustSnapshot: '',
      envelope: null,
      record: null,
      presentations: new WeakMap(),
      endorsementsBeside: [],
    };
    await fc.assert(
      fc.asyncProperty(hostile, hostile, hostile, async (endorsement, endorsementJwt, subject) => {
        const json: JsonObject = badge(ISSUER, { endorsement, endorsementJwt, credentialSubject: subject });
        const facts = await verifyEndorsements(json, setting);
        expect(facts.every(({ finding }) => isOf('endorsements', finding))).toBe(true);
        expect(facts.some(({ finding }) => CHECK_CODES[finding.code].state === 'pass')).toBe(false);
      }),
      RUNS,
    );
  });
});
