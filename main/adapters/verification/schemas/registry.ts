import type { TrustContext } from '../../../core/ports.ts';
import type { SchemaFacts } from '../../../core/verification/facts.ts';
import type { Finding } from '../../../core/verification/finding.ts';
import { idOf, isObject, textsOf, valuesOf } from '../../../core/verification/json-fields.ts';
import { VERIFICATION_LIMITS } from '../../../core/verification/verification-limits.ts';
import type { Json, JsonObject } from '../../../../shared/model/json.ts';
import { jsonSchema } from './json-schema.ts';
import { jsonSchemaCredential } from './json-schema-credential.ts';
import type { SchemaMethod } from './schema-method.ts';

/** One line a kind of schema. Any other is named in the report and is not run. */
const SCHEMA_METHODS: readonly SchemaMethod[] = [jsonSchema, jsonSchemaCredential];

/** Holds a credential against every schema that it names in `credentialSchema`, out of the packs. */
export async function runSchemas(credential: JsonObject, trust: TrustContext): Promise<readonly SchemaFacts[]> {
  const facts: SchemaFacts[] = [];
  for (const [index, entry] of valuesOf(credential['credentialSchema']).entries()) {
    const named = nameOf(entry);
    if (index >= LISTED) break;
    const finding: Finding =
      index >= VERIFICATION_LIMITS.schemas
        ? { code: 'schema-over-limit', evidence: { id: named.id, limit: VERIFICATION_LIMITS.schemas } }
        : await run(entry, credential, trust);
    facts.push({ ...named, finding });
  }
  return facts;
}

/** The report lists no more than these. */
const LISTED = 20;

/** The same, where nothing that costs anything may be done. */
export function unrunSchemas(credential: JsonObject): readonly SchemaFacts[] {
  return valuesOf(credential['credentialSchema'])
    .slice(0, LISTED)
    .map((entry) => {
      const named = nameOf(entry);
      return { ...named, finding: { code: 'schema-too-complex', evidence: { id: named.id } } };
    });
}

function run(entry: Json, credential: JsonObject, trust: TrustContext): Finding | Promise<Finding> {
  const types = isObject(entry) ? textsOf(entry['type']) : [];
  const method = SCHEMA_METHODS.find((each) => each.types.some((type) => types.includes(type)));
  if (method === undefined || !isObject(entry)) {
    return { code: 'schema-type-unknown', evidence: { type: types.join(', ') || 'not stated' } };
  }
  const id = idOf(entry);
  if (id === null) return { code: 'schema-missing', evidence: { id: 'not stated' } };
  return method.run({ id, type: types[0] ?? '', entry, credential, trust });
}

function nameOf(entry: Json): { readonly id: string; readonly type: string } {
  const types = isObject(entry) ? textsOf(entry['type']) : [];
  return { id: (idOf(entry) ?? 'not stated').slice(0, 2048), type: types.join(', ').slice(0, 200) || 'not stated' };
}
