import { schemaInPacks } from './schema-in-pack.ts';
import { isFixedTo } from '../digests.ts';
import { validateWith } from './compiled-schema.ts';
import type { SchemaMethod } from './schema-method.ts';

/** A JSON Schema under a URL (VC JSON Schema §3, and the type that 1EdTech gave it before). */
export const jsonSchema: SchemaMethod = {
  types: ['JsonSchema', '1EdTechJsonSchemaValidator2019', 'JsonSchemaValidator2018'],
  async run({ id, type, entry, credential, trust }) {
    const schema = schemaInPacks(id, trust.packs);
    if (schema === null) return { code: 'schema-missing', evidence: { id } };
    if (isFixedTo(entry, [schema]) === false) return { code: 'schema-digest-differs', evidence: { id } };
    return validateWith({ id, schema, dialect: DIALECTS[type] ?? null }, credential, trust.packs);
  },
};

/** The dialect of a schema that does not name its own. */
const DIALECTS: Readonly<Record<string, string>> = {
  '1EdTechJsonSchemaValidator2019': 'https://json-schema.org/draft/2019-09/schema',
  JsonSchemaValidator2018: 'http://json-schema.org/draft-07/schema#',
};
