import type { RdfLiteral, RdfStatement, RdfTerm } from 'jsonld';

/**
 * The statements of expanded JSON-LD where it has none but the usual forms: nodes with an absolute IRI or without a
 * name, types, texts with a type or a language, and nodes within nodes. jsonld first merges all nodes into a map, which
 * costs more than expanding them; of these forms nothing needs to be merged, so they are read in one walk (JSON-LD 1.1
 * API, 8.2.2: the same statements, in no order, as a dataset is a set).
 *
 * @param expanded as jsonld makes it; it is not changed
 * @returns null where there is any other form (lists, graphs, indexes, numbers, relative or blank names, a node that is
 *   described in two places, a value given twice): jsonld itself has to read that
 */
export function plainStatements(expanded: readonly unknown[]): readonly RdfStatement[] | null {
  const statements: RdfStatement[] = [];
  const described = new Set<string>();
  let unnamed = 0;

  const subjectOf = (node: object): RdfTerm | null => {
    if (!('@id' in node)) return { termType: 'BlankNode', value: `b${unnamed++}` };
    const { '@id': id } = node;
    if (!isPlainIri(id)) return null;
    if (Object.keys(node).length > 1) {
      if (described.has(id)) return null;
      described.add(id);
    }
    return { termType: 'NamedNode', value: id };
  };
  const readNode = (node: object): RdfTerm | null => {
    const subject = subjectOf(node);
    if (subject === null) return null;
    for (const [property, values] of Object.entries(node)) {
      if (property === '@id') continue;
      const predicate = property === '@type' ? RDF_TYPE : namedNode(property);
      if (predicate === null || !isList(values) || repeats(values)) return null;
      for (const value of values) {
        const object = property === '@type' ? namedNode(value) : readObject(value);
        if (object === null) return null;
        statements.push({ subject, predicate, object, graph: DEFAULT_GRAPH });
      }
    }
    return subject;
  };
  const readObject = (value: unknown): RdfTerm | RdfLiteral | null => {
    if (typeof value !== 'object' || value === null) return null;
    return '@value' in value ? literalOf(value) : readNode(value);
  };

  return expanded.every((node) => isNode(node) && readNode(node) !== null) ? statements : null;
}

const DEFAULT_GRAPH: RdfTerm = { termType: 'DefaultGraph', value: '' };
const RDF_TYPE: RdfTerm = { termType: 'NamedNode', value: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type' };
const LANGUAGE_TEXT = named('http://www.w3.org/1999/02/22-rdf-syntax-ns#langString');
const PLAIN_TEXT = named('http://www.w3.org/2001/XMLSchema#string');
/** Texts of this type are written anew by jsonld. */
const DOUBLE = 'http://www.w3.org/2001/XMLSchema#double';

/** As jsonld tells them apart (9.0.0, lib/url.js); `_:` leads to a name without meaning outside the document. */
const ABSOLUTE = /^[A-Za-z][A-Za-z0-9+-.]*:[^\s]*$/;

function isPlainIri(id: unknown): id is string {
  return typeof id === 'string' && ABSOLUTE.test(id);
}

function named(value: string): RdfTerm {
  return { termType: 'NamedNode', value };
}

/** The IRIs of vocabularies are few, and each is looked at once. */
const KNOWN = new Map<string, RdfTerm>();
const KEPT_IRIS = 2000;

function namedNode(iri: unknown): RdfTerm | null {
  if (typeof iri !== 'string') return null;
  const known = KNOWN.get(iri);
  if (known !== undefined) return known;
  if (!isPlainIri(iri)) return null;
  if (KNOWN.size >= KEPT_IRIS) KNOWN.clear();
  const node = named(iri);
  KNOWN.set(iri, node);
  return node;
}

function literalOf(value: object): RdfLiteral | null {
  let text: unknown;
  let datatype: RdfTerm | null = PLAIN_TEXT;
  let language: string | null = null;
  for (const [key, part] of Object.entries(value)) {
    if (key === '@value') text = part;
    else if (key === '@type' && part !== DOUBLE) datatype = namedNode(part);
    else if (key === '@language' && typeof part === 'string' && part !== '') language = part;
    else return null;
  }
  if (typeof text !== 'string' || datatype === null) return null;
  if (language === null) return { termType: 'Literal', value: text, datatype };
  return datatype === PLAIN_TEXT ? { termType: 'Literal', value: text, datatype: LANGUAGE_TEXT, language } : null;
}

function isNode(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !('@value' in value);
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** Whether a value could stand there twice: said twice it is one statement, and jsonld knows when two are the same. */
function repeats(values: readonly unknown[]): boolean {
  return values.length > 1 && new Set(values.map((value) => JSON.stringify(value))).size < values.length;
}
