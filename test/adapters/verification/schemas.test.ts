import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { withinTime } from '../../../main/adapters/verification/schemas/within-time.ts';
import type { IssuerPack } from '../../../main/core/ports.ts';
import type { VerificationReport } from '../../../shared/model/check.ts';
import type { JsonObject } from '../../../shared/model/json.ts';
import { CREDENTIALS_V2 } from '../../fixtures/signing/contexts.ts';
import { signJson } from '../../fixtures/signing/data-integrity.ts';
import {
  badge,
  changed,
  CREATED,
  ISSUER_KEY,
  pack,
  signerOf,
  STRANGER_KEY,
  trustIn,
  verified,
} from './example-credentials.ts';

const ISSUER = signerOf(ISSUER_KEY);
const URL = 'https://schemas.example/badge.json';
const OTHER = 'https://schemas.example/subject.json';

/** A schema by which every badge has a name of at most this many letters. */
const named = (maxLength: number, changes: JsonObject = {}): JsonObject => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  required: ['name', 'issuer', 'proof'],
  properties: { name: { type: 'string', maxLength } },
  ...changes,
});

async function reportOf(
  entries: JsonObject[string],
  schemas: IssuerPack['schemas'],
  changes: JsonObject = {},
): Promise<VerificationReport> {
  const json = signJson(badge(ISSUER.did, { credentialSchema: entries, ...changes }), ISSUER, CREATED);
  // Schemas are kept ready for as long as their pack is there: here each is another one.
  return (await verified(json, trustIn(pack({ schemas: structuredClone(schemas) })))).report;
}

const runs = async (schema: JsonObject, type = 'JsonSchema') =>
  (await reportOf([{ id: URL, type }], { [URL]: schema })).checks.schema;

describe('a schema that the credential names', () => {
  it('is run out of a pack, and said to be followed or not', async () => {
    expect(await runs(named(20))).toMatchObject({ state: 'pass', code: 'schema-all-followed' });
    expect(await runs(named(3))).toMatchObject({
      state: 'fail',
      code: 'schema-mismatch',
      evidence: { where: '/name' },
    });
  });

  it('touches no other check: a failing one is a reservation', async () => {
    const bad = await reportOf([{ id: URL, type: 'JsonSchema' }], { [URL]: named(3) });
    const good = await reportOf([{ id: URL, type: 'JsonSchema' }], { [URL]: named(20) });
    expect({ ...bad.checks, schema: null }).toEqual({ ...good.checks, schema: null });
    expect(bad.verdict).toBe('verified-with-reservations');
  });

  it('is listed with the standard’s own rules, each with what came of it', async () => {
    const entries = [
      { id: URL, type: '1EdTechJsonSchemaValidator2019' },
      { id: OTHER, type: 'JsonSchema' },
      { id: 'https://schemas.example/shapes', type: 'ShaclValidator2022' },
    ];
    const report = await reportOf(entries, { [URL]: named(20) });
    expect(report.schemas?.map(({ type, state, code }) => [type, state, code])).toEqual([
      ['standard', 'pass', 'schema-required-present'],
      ['1EdTechJsonSchemaValidator2019', 'pass', 'schema-followed'],
      ['JsonSchema', 'not-checked', 'schema-missing'],
      ['ShaclValidator2022', 'not-checked', 'schema-type-unknown'],
    ]);
    expect(report.checks.schema).toMatchObject({ state: 'not-checked', code: 'schema-missing' });
  });

  it('does not hide what the standard itself misses', async () => {
    const report = await reportOf([{ id: URL, type: 'JsonSchema' }], { [URL]: named(20) }, { validFrom: null });
    expect(report.checks.schema.code).toBe('schema-required-missing');
    expect(report.schemas?.[1]).toMatchObject({ code: 'schema-followed' });
  });

  it('is one of at most four that are run', async () => {
    const entries = Array.from({ length: 6 }, (_, index) => ({ id: `${URL}?${index}`, type: 'JsonSchema' }));
    const schemas = Object.fromEntries(entries.map(({ id }) => [id, named(20)]));
    const codes = (await reportOf(entries, schemas)).schemas?.slice(1).map(({ code }) => code);
    expect(codes).toEqual([...Array(4).fill('schema-followed'), ...Array(2).fill('schema-over-limit')]);
  });

  it('must be the one whose digest is given', async () => {
    const digest = createHash('sha256')
      .update(canonicalize(named(20)) ?? '')
      .digest('base64');
    const with_ = async (digestSRI: string) =>
      (await reportOf([{ id: URL, type: 'JsonSchema', digestSRI }], { [URL]: named(20) })).checks.schema.code;
    expect(await with_(`sha256-${digest}`)).toBe('schema-all-followed');
    expect(await with_(`sha256-${digest.replaceAll(/[a-z]/g, 'x')}`)).toBe('schema-digest-differs');
  });
});

describe('a dialect of JSON Schema', () => {
  it.each([
    ['https://json-schema.org/draft/2020-12/schema', 'schema-all-followed'],
    ['https://json-schema.org/draft/2019-09/schema#', 'schema-all-followed'],
    ['http://json-schema.org/draft-07/schema#', 'schema-all-followed'],
    ['http://json-schema.org/draft-04/schema#', 'schema-dialect-unknown'],
    ['https://elsewhere.example/dialect', 'schema-dialect-unknown'],
  ])('%s: %s', async ($schema, code) => {
    expect((await runs(named(20, { $schema }))).code).toBe(code);
  });

  it('keeps its own words: a tuple of 2019 is not one of 2020', async () => {
    const tuple = (words: JsonObject, $schema: string): JsonObject =>
      named(20, { $schema, properties: { type: { type: 'array', ...words } } });
    const wrong = [{ const: 'VerifiableCredential' }, { const: 'SomethingElse' }];
    const [old, present] = [
      'https://json-schema.org/draft/2019-09/schema',
      'https://json-schema.org/draft/2020-12/schema',
    ];
    expect((await runs(tuple({ items: wrong }, old))).code).toBe('schema-mismatch');
    expect((await runs(tuple({ prefixItems: wrong }, old))).code).toBe('schema-all-followed');
    expect((await runs(tuple({ prefixItems: wrong }, present))).code).toBe('schema-mismatch');
  });

  it('may go unnamed: 1EdTech means 2019, the W3C the newest', async () => {
    const { $schema: _, ...plain } = named(20, {
      properties: { type: { prefixItems: [{ const: 'SomethingElse' }] } },
    });
    expect((await runs(plain, 'JsonSchema')).code).toBe('schema-mismatch');
    expect((await runs(plain, '1EdTechJsonSchemaValidator2019')).code).toBe('schema-all-followed');
  });

  it('may have words and formats that nobody knows, and formats that are checked', async () => {
    const words = { colour: 'blue', properties: { name: { format: 'basket' } } };
    expect((await runs(named(20, words))).code).toBe('schema-all-followed');
    expect((await runs(named(20, { properties: { name: { format: 'date-time' } } }))).code).toBe('schema-mismatch');
    expect((await runs(named(20, { properties: { validFrom: { format: 'date-time' } } }))).code).toBe(
      'schema-all-followed',
    );
  });
});

describe('a reference from one schema to another', () => {
  const referring = named(20, { properties: { credentialSubject: { $ref: OTHER } } });

  it('is followed into the packs', async () => {
    const subject = (type: string) => ({ properties: { achievement: { type } } });
    const judged = async (type: string) =>
      (await reportOf([{ id: URL, type: 'JsonSchema' }], { [URL]: referring, [OTHER]: subject(type) })).checks.schema
        .code;
    expect(await judged('object')).toBe('schema-all-followed');
    expect(await judged('string')).toBe('schema-mismatch');
  });

  it('is never fetched: where no pack has it, the schema was not run', async () => {
    expect(await runs(referring)).toMatchObject({
      state: 'not-checked',
      code: 'schema-reference-missing',
      evidence: { url: OTHER },
    });
  });

  it('may lead in a circle', async () => {
    const schemas = {
      [URL]: referring,
      [OTHER]: { properties: { achievement: { $ref: OTHER }, again: { $ref: URL } } },
    };
    expect((await reportOf([{ id: URL, type: 'JsonSchema' }], schemas)).checks.schema.code).toBe('schema-all-followed');
  });

  it('to nowhere within a document is named', async () => {
    expect((await runs(named(20, { $ref: '#/$defs/missing' }))).code).toBe('schema-reference-missing');
    const schemas = { [URL]: named(20, { $ref: `${OTHER}#/$defs/missing` }), [OTHER]: { type: 'object' } };
    expect((await reportOf([{ id: URL, type: 'JsonSchema' }], schemas)).checks.schema.code).toBe(
      'schema-reference-missing',
    );
  });

  it('goes by the id that a schema gives itself, too', async () => {
    const $id = 'https://schemas.example/v2/';
    const inner = { $id: 'subject.json', properties: { achievement: { type: 'string' } } };
    const schema = named(20, {
      $id,
      $defs: { inner },
      properties: { credentialSubject: { $ref: `${$id}subject.json` } },
    });
    expect((await runs(schema)).code).toBe('schema-mismatch');
  });
});

describe('a schema that is a trap', () => {
  it('with a pattern that never ends is broken off, and the signature is judged all the same', async () => {
    const pattern = '^(([a-z])+.)+[A-Z]([a-z])+$';
    const name = 'a'.repeat(200);
    const report = await reportOf(
      [{ id: URL, type: 'JsonSchema' }],
      { [URL]: named(1000, { properties: { name: { pattern } } }) },
      { name },
    );
    expect(report.checks.schema).toMatchObject({ state: 'not-checked', code: 'schema-too-complex' });
    expect(report.checks.integrity.state).toBe('pass');
  });

  it('that doubles its work at every step is broken off', async () => {
    const twice = { anyOf: [{ $ref: '#/$defs/deep' }, { $ref: '#/$defs/deep' }] };
    const schema = named(20, {
      $defs: { deep: { properties: { deeper: twice }, required: ['deeper'] } },
      properties: { credentialSubject: { properties: { deeper: twice } } },
    });
    let deeper: JsonObject = {};
    for (let depth = 0; depth < 40; depth += 1) deeper = { deeper };
    const subject = { ...(badge(ISSUER.did)['credentialSubject'] as JsonObject), deeper };
    const report = await reportOf([{ id: URL, type: 'JsonSchema' }], { [URL]: schema }, { credentialSubject: subject });
    expect(report.checks.schema.code).toBe('schema-too-complex');
  });

  it('with more than its limit is not run', async () => {
    const schema = named(20, { enum: Array.from({ length: 30_000 }, (_, index) => index) });
    expect((await runs(schema)).code).toBe('schema-too-complex');
  });

  it.each<[string, JsonObject]>([
    ['of an unknown type of value', named(20, { type: 'basket' })],
    ['with a broken pattern', named(20, { properties: { name: { pattern: '(' } } })],
    ['with code for a name', named(20, { required: ['"];throw 1;//'] })],
    ['with the wrong kind of words', named(20, { properties: 'all' })],
  ])('%s is at worst unusable', async (_, schema) => {
    expect(['schema-unusable', 'schema-mismatch']).toContain((await runs(schema)).code);
  });
});

describe('a schema in a credential', () => {
  const keeper = signerOf(STRANGER_KEY);
  const schemaCredential = (jsonSchema: JsonObject): JsonObject => ({
    '@context': [CREDENTIALS_V2],
    id: URL,
    type: ['VerifiableCredential', 'JsonSchemaCredential'],
    issuer: keeper.did,
    validFrom: CREATED,
    credentialSubject: { id: OTHER, type: 'JsonSchema', jsonSchema },
  });
  const judged = (document: JsonObject) => runs(document, 'JsonSchemaCredential');

  it('is run where the signature of that credential holds', async () => {
    expect((await judged(signJson(schemaCredential(named(20)), keeper, CREATED))).code).toBe('schema-all-followed');
    expect((await judged(signJson(schemaCredential(named(3)), keeper, CREATED))).code).toBe('schema-mismatch');
  });

  it('is not run otherwise', async () => {
    const genuine = signJson(schemaCredential(named(3)), keeper, CREATED);
    const lenient = changed(genuine, ['credentialSubject', 'jsonSchema'], named(20));
    expect((await judged(lenient)).code).toBe('schema-unproven');
    expect((await judged(schemaCredential(named(20)))).code).toBe('schema-unproven');
    expect((await judged(signJson(schemaCredential(named(20)), ISSUER, CREATED))).code).toBe('schema-unproven');
  });
});

describe('work within a time', () => {
  it('comes to its end, fails, or is broken off', () => {
    expect(withinTime(1000, () => 7)).toEqual({ kind: 'done', value: 7 });
    const error = new Error('no');
    expect(
      withinTime(1000, () => {
        throw error;
      }),
    ).toEqual({ kind: 'failed', error });
    expect(
      withinTime(20, () => {
        for (;;);
      }),
    ).toEqual({ kind: 'too-long' });
    expect(withinTime(20, () => /^(a+)+$/.test(`${'a'.repeat(100)}b`))).toEqual({ kind: 'too-long' });
  });
});
