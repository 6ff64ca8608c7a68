import type { Json, JsonObject } from '../../../shared/model/json.ts';
import { createConceptBuilder } from './concept-builder.ts';
import { isObject, objectsOf, textOf, textsOf } from './json-fields.ts';
import { slugOf } from './slug.ts';
import { readEach } from './read-each.ts';
import type { OpenedFile, ReadFiles, TaxonomyReader } from './taxonomy-reader.ts';

/**
 * A competency framework in CTDL-ASN as JSON-LD (Credential Engine; https://credreg.net/ctdlasn/terms, published by the
 * Credential Registry as `/graph/ce-…`): a `@graph` of one ceasn:CompetencyFramework and its ceasn:Competency nodes.
 * The names of the published context are read with the prefix `ceasn:` and without it; no context is resolved.
 *
 * The label is ceasn:competencyLabel, with ceasn:competencyText as another; without a label it is the text. What is
 * broader comes from isChildOf, hasChild and broadAlignment, what is the same from exactAlignment and the CTID, what is
 * close from majorAlignment. Keywords are topics and no labels.
 */
export const ctdlAsnReader: TaxonomyReader = {
  form: 'ctdl-asn',
  recognises: (file) => (nodesOf(file).some((node) => isA(node, 'Competency')) ? 'used' : null),
  read: (files, context) =>
    readEach(files, async (file) => {
      const read = readOne(file);
      await context.advance(file.bytes);
      return read;
    }),
};

/** The nodes of a graph: the document itself, its `@graph`, or a list; also within the request that publishes one. */
function nodesOf({ content }: OpenedFile): readonly JsonObject[] {
  if (content.kind !== 'json') return [];
  const { value } = content;
  if (Array.isArray(value)) return objectsOf(value);
  if (!isObject(value)) return [];
  const graph = [value, value['CompetencyFrameworkGraph'], value['GraphInput']]
    .filter(isObject)
    .map((one) => one['@graph'])
    .find((one) => one !== undefined);
  return graph === undefined ? [value] : objectsOf(graph);
}

function isA(node: JsonObject, name: string): boolean {
  const types = [...textsOf(node['@type']), ...textsOf(node['type'])];
  return types.some((type) => type === name || type === `ceasn:${name}`);
}

function field(node: JsonObject, name: string): Json | undefined {
  return node[`ceasn:${name}`] ?? node[name];
}

function idOf(node: JsonObject): string {
  return textOf(node['@id']) || textOf(node['id']);
}

function ctidOf(node: JsonObject): string {
  return textOf(node['ceterms:ctid']) || textOf(node['ceasn:ctid']) || textOf(node['ctid']);
}

/** English words of a text or a language map: `{ "en-US": "…" }`, whose values may be lists. */
function english(value: Json | undefined): readonly string[] {
  if (!isObject(value)) return textsOf(value);
  const languages = Object.keys(value).filter((language) => /^en\b/iu.test(language));
  return languages.sort().flatMap((language) => textsOf(value[language]));
}

/** URIs of a field of links, which are texts or nodes with an id. */
function links(value: Json | undefined): readonly string[] {
  return [...textsOf(value), ...objectsOf(value).map(idOf)].filter((uri) => uri !== '');
}

function readOne(file: OpenedFile): ReadFiles {
  const nodes = nodesOf(file);
  const framework = nodes.find((node) => isA(node, 'CompetencyFramework'));
  const frameworkId = framework === undefined ? '' : idOf(framework);
  const builder = createConceptBuilder();
  for (const [index, node] of nodes.entries()) {
    if (!isA(node, 'Competency')) continue;
    const at = { file: file.name, entry: index + 1 };
    const uri = idOf(node);
    const labels = [...english(field(node, 'competencyLabel')), ...english(field(node, 'competencyText'))];
    const [label, ...alternatives] = labels;
    if (uri === '') builder.refuse(at, 'no-uri');
    else if (label === undefined) builder.refuse(at, 'no-english-label');
    else {
      const broader = [...links(field(node, 'isChildOf')), ...links(field(node, 'broadAlignment'))];
      const part = {
        kind: 'skill' as const,
        label,
        alternatives,
        code: textOf(field(node, 'codedNotation')),
        broader: broader.filter((one) => one !== frameworkId),
        exact: [...links(field(node, 'exactAlignment')), ctidOf(node)],
        close: links(field(node, 'majorAlignment')),
      };
      builder.add(uri, part, at);
      for (const child of links(field(node, 'hasChild'))) builder.add(child, { broader: [uri] }, at);
    }
  }
  const concepts = builder.finish();
  if (concepts.length === 0) {
    const problem = { code: 'taxonomy-malformed' as const, params: { reason: 'no-concepts' } };
    return { taxonomies: [], problems: [...builder.problems, { file: file.name, problem }] };
  }
  return {
    taxonomies: [{ taxonomy: { ...aboutFramework(framework, file.name), concepts }, files: [file.name] }],
    problems: builder.problems,
  };
}

function aboutFramework(framework: JsonObject | undefined, file: string) {
  const base = file.slice(file.lastIndexOf('/') + 1).replace(/\.[a-z]+$/iu, '');
  const names = framework === undefined ? [] : english(field(framework, 'name') ?? framework['ceterms:name']);
  const id = framework === undefined ? '' : ctidOf(framework) || slugOf(idOf(framework));
  const modified = framework === undefined ? '' : textOf(field(framework, 'dateModified')).slice(0, 10);
  return {
    id: `ctdl-${id.toLowerCase() || slugOf(base) || 'framework'}`,
    name: names[0] ?? base,
    version: modified || null,
    licence: framework === undefined ? null : (links(field(framework, 'license'))[0] ?? null),
  };
}
