import { createHash } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { createVerifierPool } from '../../main/engine/verifier-pool.ts';
import type { NamedFile } from '../../main/core/ports.ts';
import type { JsonObject } from '../../shared/model/json.ts';
import { signJson } from '../fixtures/signing/data-integrity.ts';
import {
  badge,
  CREATED,
  ISSUER_KEY,
  NOBODY,
  pack,
  signerOf,
  trustIn,
} from '../adapters/verification/example-credentials.ts';

const pool = createVerifierPool({ workers: 1 });
afterAll(() => pool.close());

const ISSUER = signerOf(ISSUER_KEY);
const URL = 'https://schemas.example/badge.json';

const fileNaming = (name: string): NamedFile => {
  const json = badge(ISSUER.did, { name, credentialSchema: [{ id: URL, type: 'JsonSchema' }] });
  return { name: 'badge.json', bytes: new TextEncoder().encode(JSON.stringify(signJson(json, ISSUER, CREATED))) };
};
const judged = async (name: string, schema: JsonObject) => {
  const sha256 = createHash('sha256').update(JSON.stringify(schema)).digest('hex');
  const trust = trustIn(pack({ sha256, schemas: { [URL]: schema } }));
  const { credentials } = await pool.verify(fileNaming(name), NOBODY, trust);
  return credentials[0]?.report.checks;
};

// ajv makes functions of schemas; whether a worker may do that is not seen in the thread of a test.
describe('a schema in a worker of the pool', () => {
  it('is run as elsewhere', async () => {
    const schema = { properties: { name: { const: 'Weaving' } } };
    expect(await judged('Weaving', schema)).toMatchObject({ schema: { code: 'schema-all-followed' } });
    expect(await judged('Basketry', schema)).toMatchObject({ schema: { code: 'schema-mismatch' } });
  });

  it('is broken off before the worker is, so that the rest of the report stands', async () => {
    const trap = { properties: { name: { pattern: '^([a-z]+)+$' } } };
    expect(await judged(`${'a'.repeat(100)}!`, trap)).toMatchObject({
      schema: { code: 'schema-too-complex' },
      integrity: { state: 'pass' },
      'key-binding': { state: 'pass' },
    });
  });
});
