import type { JsonObject } from '../../../shared/model/json.ts';
import { createConceptBuilder, type ConceptBuilder } from './concept-builder.ts';
import { isObject, objectsOf, textOf, textsOf } from './json-fields.ts';
import { readEach } from './read-each.ts';
import type { OpenedFile, ReadFiles, TaxonomyReader } from './taxonomy-reader.ts';

/**
 * A CASE package (1EdTech Competencies and Academic Standards Exchange 1.0 and 1.1, `GET /CFPackages/{id}`;
 * https://www.imsglobal.org/spec/case/v1p1, "CFPackage"): a CFDocument, its CFItems and their CFAssociations.
 *
 * The label of an item is its fullStatement; abbreviatedStatement and alternativeLabel are others. Of the associations
 * `isChildOf` (origin is the child) gives what is broader, `exactMatchOf` and `isTranslationOf` what is the same. The
 * others (isRelatedTo, isPeerOf, precedes …) say of no two items that one is the other. Items that only divide the
 * document are groups, by their CFItemType.
 */
export const caseReader: TaxonomyReader = {
  form: 'case',
  recognises: (file) => (packageOf(file) === null ? null : 'used'),
  read: (files, context) =>
    readEach(files, async (file) => {
      const read = readOne(file);
      await context.advance(file.bytes);
      return read;
    }),
};

interface Package {
  readonly document: JsonObject;
  readonly items: readonly JsonObject[];
  readonly associations: readonly JsonObject[];
}

function packageOf({ content }: OpenedFile): Package | null {
  if (content.kind !== 'json' || !isObject(content.value)) return null;
  const outer = content.value;
  const root = isObject(outer['CFPackage']) ? outer['CFPackage'] : outer;
  const document = root['CFDocument'];
  if (!isObject(document)) return null;
  return { document, items: objectsOf(root['CFItems']), associations: objectsOf(root['CFAssociations']) };
}

function readOne(file: OpenedFile): ReadFiles {
  const { name } = file;
  const found = packageOf(file);
  if (found === null) return { taxonomies: [], problems: [] };
  const { document } = found;
  const identifier = textOf(document['identifier']);
  const language = textOf(document['language']);
  const refused = (reason: string): ReadFiles => ({
    taxonomies: [],
    problems: [{ file: name, problem: { code: 'taxonomy-malformed', params: { reason } } }],
  });
  if (identifier === '') return refused('no-identifier');
  if (language !== '' && !/^en\b/iu.test(language)) return refused('not-english');
  const builder = createConceptBuilder();
  addItems(found, name, builder);
  const concepts = builder.finish();
  if (concepts.length === 0) return { ...refused('no-concepts'), taxonomies: [] };
  const taxonomy = {
    id: `case-${identifier.toLowerCase()}`,
    name: textOf(document['title']) || identifier,
    version: textOf(document['version']) || null,
    licence: isObject(document['licenseURI']) ? textOf(document['licenseURI']['title']) || null : null,
    concepts,
  };
  return { taxonomies: [{ taxonomy, files: [name] }], problems: builder.problems };
}

/** Types of items that divide a document and name no competency (the vocabulary is open; these are in common use). */
const DIVISIONS = new Set([
  'category',
  'cluster',
  'conceptual category',
  'course',
  'domain',
  'framework',
  'grade level',
  'heading',
  'strand',
  'subject',
  'substrand',
  'unit',
]);

function addItems({ document, items, associations }: Package, file: string, builder: ConceptBuilder): void {
  const uris = new Map<string, string>();
  for (const [index, item] of items.entries()) {
    const identifier = textOf(item['identifier']);
    const uri = textOf(item['uri']) || (identifier === '' ? '' : `urn:uuid:${identifier}`);
    const at = { file, entry: index + 1 };
    if (uri === '') {
      builder.refuse(at, 'no-uri');
      continue;
    }
    if (identifier !== '') uris.set(identifier, uri);
    const label = textOf(item['fullStatement']);
    if (label === '') builder.refuse(at, 'no-label');
    else {
      const others = [textOf(item['abbreviatedStatement']), ...textsOf(item['alternativeLabel'])];
      const kind = DIVISIONS.has(textOf(item['CFItemType']).toLowerCase()) ? 'group' : 'skill';
      builder.add(uri, { kind, label, alternatives: others, code: textOf(item['humanCodingScheme']) }, at);
    }
  }
  const documentId = textOf(document['identifier']);
  for (const [index, association] of associations.entries()) {
    const [origin, destination] = [nodeOf(association, 'originNode'), nodeOf(association, 'destinationNode')];
    // The document itself is no competency.
    if (origin === null || destination === null || destination.identifier === documentId) continue;
    const from = uris.get(origin.identifier) ?? origin.uri;
    const to = uris.get(destination.identifier) ?? destination.uri;
    if (from === '' || to === '') continue;
    const at = { file, entry: index + 1 };
    const type = textOf(association['associationType']);
    if (type === 'isChildOf' && builder.has(from)) builder.add(from, { broader: [to] }, at);
    // Whichever of the two stands in this package: the same is the same both ways.
    if (type === 'exactMatchOf' || type === 'isTranslationOf') {
      const [own, other] = builder.has(from) ? [from, to] : [to, from];
      if (builder.has(own)) builder.add(own, { exact: [other] }, at);
    }
  }
}

/** A link: `originNodeURI: { title, identifier, uri }`; early servers wrote the URI alone, or an identifier beside it. */
function nodeOf(association: JsonObject, side: 'originNode' | 'destinationNode') {
  const link = association[`${side}URI`];
  if (isObject(link)) return { identifier: textOf(link['identifier']), uri: textOf(link['uri']) };
  const [uri, identifier] = [textOf(link), textOf(association[`${side}Identifier`])];
  return uri === '' && identifier === '' ? null : { identifier, uri };
}
