import type { Ajv, ErrorObject, Options, ValidateFunction } from 'ajv';
import type { IssuerPack } from '../../../core/ports.ts';
import type { Finding } from '../../../core/verification/finding.ts';
import { isList, isObject, textOf } from '../../../core/verification/json-fields.ts';
import { VERIFICATION_LIMITS } from '../../../core/verification/verification-limits.ts';
import type { Json, JsonObject } from '../../../../shared/model/json.ts';
import { schemaInPacks } from './schema-in-pack.ts';
import { withinTime } from './within-time.ts';

/** A schema as it is to be run. */
export interface RunnableSchema {
  readonly id: string;
  readonly schema: JsonObject;
  /** The dialect where it names none; null for the newest. */
  readonly dialect: string | null;
}

/** Holds a document against a schema, which is made ready once for as long as its pack is there. */
export async function validateWith(
  runnable: RunnableSchema,
  document: JsonObject,
  packs: readonly IssuerPack[],
): Promise<Finding> {
  const { id } = runnable;
  const compiled = await compiledOf(runnable, packs);
  if ('code' in compiled) return compiled;
  const outcome = withinTime(VERIFICATION_LIMITS.schemaMilliseconds.run, () => compiled.validate(document));
  if (outcome.kind === 'too-long') return { code: 'schema-too-complex', evidence: { id } };
  if (outcome.kind === 'failed') return { code: 'schema-unusable', evidence: { id, detail: 'it can’t be run' } };
  if (outcome.value === true) return { code: 'schema-followed', evidence: { id } };
  return { code: 'schema-mismatch', evidence: { id, ...wordsOf(compiled.validate.errors?.[0]) } };
}

interface CompiledSchema {
  readonly validate: ValidateFunction;
}

/** What became of a schema with the packs in which its references were looked up. */
const COMPILED = new WeakMap<JsonObject, Map<string, Promise<CompiledSchema | Finding>>>();

function compiledOf(runnable: RunnableSchema, packs: readonly IssuerPack[]): Promise<CompiledSchema | Finding> {
  const kept = COMPILED.get(runnable.schema) ?? new Map<string, Promise<CompiledSchema | Finding>>();
  COMPILED.set(runnable.schema, kept);
  const key = JSON.stringify([runnable.id, runnable.dialect, packs.map((pack) => pack.sha256)]);
  const found = kept.get(key);
  if (found !== undefined) return found;
  kept.clear();
  const compiling = compile(runnable, packs);
  kept.set(key, compiling);
  return compiling;
}

async function compile(
  { id, schema, dialect }: RunnableSchema,
  packs: readonly IssuerPack[],
): Promise<CompiledSchema | Finding> {
  const stated = textOf(schema['$schema']) ?? dialect;
  const ajv = await validatorFor(stated);
  if (ajv === null) return { code: 'schema-dialect-unknown', evidence: { id, dialect: stated ?? 'not stated' } };
  const { MissingRefError } = (await import('ajv')).default;
  const documents = new Map([[withoutFragment(id), schema]]);
  let added: readonly [string, JsonObject] = [withoutFragment(id), schema];
  for (let nodes = nodesIn(schema); nodes <= VERIFICATION_LIMITS.schemaNodes; nodes += nodesIn(added[1])) {
    const outcome = withinTime(VERIFICATION_LIMITS.schemaMilliseconds.compile, () =>
      ajv.addSchema(added[1], added[0]).getSchema(id),
    );
    if (outcome.kind === 'too-long') break;
    if (outcome.kind === 'done') {
      return outcome.value === undefined ? unusable(id, 'it has no such part') : { validate: outcome.value };
    }
    const { error } = outcome;
    if (!(error instanceof MissingRefError)) return unusable(id, error instanceof Error ? error.message : 'unreadable');
    const url = withoutFragment(error.missingSchema);
    const referred = documents.has(url) ? null : schemaInPacks(url, packs);
    if (referred === null || documents.size > REFERENCES) {
      return { code: 'schema-reference-missing', evidence: { id, url: error.missingRef.slice(0, 2048) } };
    }
    documents.set(url, referred);
    added = [url, referred];
  }
  return { code: 'schema-too-complex', evidence: { id } };
}

/** Schemas that one schema may lead to. */
const REFERENCES = 20;

/**
 * Unknown keywords and formats are passed over, as JSON Schema has it. There is no `loadSchema`: a reference is found in
 * a pack or not at all.
 */
const OPTIONS: Options = {
  strict: false,
  logger: false,
  addUsedSchema: false,
  // Making the functions smaller takes longer than running them.
  code: { optimize: false },
};

/** The validator of a dialect, by the `$schema` that names it; null where it is none of the three that are run. */
async function validatorFor(dialect: string | null): Promise<Ajv | null> {
  const { default: formats } = await import('ajv-formats');
  const withFormats = (ajv: Ajv): Ajv => formats.default(ajv);
  const name = (dialect ?? NEWEST).replace(/^https?:\/\//, '').replace(/#$/, '');
  switch (name) {
    case 'json-schema.org/draft/2020-12/schema':
      return withFormats(new (await import('ajv/dist/2020.js')).Ajv2020(OPTIONS));
    case 'json-schema.org/draft/2019-09/schema':
      return withFormats(new (await import('ajv/dist/2019.js')).Ajv2019(OPTIONS));
    case 'json-schema.org/draft-07/schema':
      return withFormats(new (await import('ajv')).Ajv(OPTIONS));
    default:
      return null;
  }
}

const NEWEST = 'https://json-schema.org/draft/2020-12/schema';

function nodesIn(value: Json): number {
  let nodes = 0;
  const open: Json[] = [value];
  for (let next = open.pop(); next !== undefined && nodes <= VERIFICATION_LIMITS.schemaNodes; next = open.pop()) {
    nodes += 1;
    if (isList(next)) for (const item of next) open.push(item);
    else if (isObject(next)) for (const inner of Object.values(next)) open.push(inner);
  }
  return nodes;
}

/** Where it departs from the schema, and how, in few words; what stands there is not repeated. */
function wordsOf(error: ErrorObject | undefined): { readonly where: string; readonly what: string } {
  const where = error === undefined || error.instancePath === '' ? 'the credential' : error.instancePath.slice(0, 200);
  return { where, what: (error?.message ?? 'is not as it should be').slice(0, 200) };
}

function withoutFragment(url: string): string {
  return url.split('#', 1)[0] ?? url;
}

function unusable(id: string, detail: string): Finding {
  return { code: 'schema-unusable', evidence: { id, detail: detail.slice(0, 200) } };
}
