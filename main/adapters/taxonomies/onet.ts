import { inNames, readTables, type RowReader } from './read-tables.ts';
import type { ReadFiles, TaxonomyReader } from './taxonomy-reader.ts';

/**
 * O*NET as its "Text" download, tables with tabs (https://www.onetcenter.org/database.html, data dictionary 30.1):
 *
 * - `Content Model Reference.txt`: Element ID, Element Name, Description; the id is the place in the outline
 *   (`2.B.3.e` is below `2.B.3`)
 * - `Skills.txt`, `Knowledge.txt`, `Abilities.txt`, `Work Activities.txt`: Element ID, Element Name and ratings by
 *   occupation, of which the elements alone are read
 * - `Technology Skills.txt`: O*NET-SOC Code, Example, Commodity Code, Commodity Title, Hot Technology, In Demand
 * - `Occupation Data.txt`: O*NET-SOC Code, Title; `Alternate Titles.txt`: O*NET-SOC Code, Alternate Title, Short Title
 *
 * Skills are the elements below Abilities (1.A), Basic and Cross-Functional Skills (2.A, 2.B), Knowledge (2.C) and Work
 * Activities (4.A) that have none below them. Interests, values and styles say what somebody is like, not what they
 * can do, and are no skills here. O*NET publishes no URIs; the pages of O*NET OnLine stand for them, because
 * credentials that align to O*NET name these.
 */
export const onetReader: TaxonomyReader = {
  form: 'onet',
  recognises({ content }) {
    if (content.kind !== 'table' || content.delimiter !== '\t') return null;
    if (readerFor(content.headings) !== null) return 'used';
    const isOurs = content.headings.some((heading) =>
      ['o*net-soc code', 'element id', 'scale id', 'commodity code', 'job zone', 'dwa id'].includes(heading),
    );
    return isOurs ? 'unused' : null;
  },
  async read(files, context) {
    const version = inNames(files, /db_(\d+)_(\d+)/u);
    const read = await readTables(
      files,
      readerFor,
      {
        id: 'onet',
        name: 'O*NET',
        version: version === null ? null : `${version[1] ?? ''}.${version[2] ?? ''}`,
        licence: ONET_LICENCE,
      },
      context,
    );
    return { ...read, taxonomies: read.taxonomies.map(withoutOutline) };
  },
};

/** https://www.onetcenter.org/license_db.html */
const ONET_LICENCE =
  'CC BY 4.0: “O*NET® Database by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA).”';

const ELEMENT = 'https://www.onetonline.org/find/descriptor/result/';
const OCCUPATION = 'https://www.onetonline.org/link/summary/';
const TECHNOLOGY = 'https://www.onetonline.org/search/tech/example?e=';
const COMMODITY = 'urn:tessera:taxonomy:onet:unspsc:';
const SKILL_DOMAINS = /^(?:1\.A|2\.A|2\.B|2\.C|4\.A)\./u;

function readerFor(headings: readonly string[]): RowReader | null {
  const has = (...needed: readonly string[]) => needed.every((heading) => headings.includes(heading));
  if (has('example', 'commodity code', 'hot technology')) return readTechnology;
  if (has('o*net-soc code', 'alternate title')) return readTitle('alternate title');
  if (has('o*net-soc code', 'title', 'description')) return readTitle('title');
  const isRating = headings.includes('scale id');
  return has('element id', 'element name') && (isRating || headings.includes('description')) ? readElement : null;
}

/** An element is read once, from whichever file names it first: files of ratings name it for each occupation. */
const readElement: RowReader = (row, at, builder) => {
  const [id, label] = [row.cell('element id'), row.cell('element name')];
  if (id === '') builder.refuse(at, 'no-uri');
  else if (label === '') builder.refuse(at, 'no-label');
  else if (!builder.has(ELEMENT + id)) {
    const above = id.includes('.') ? [ELEMENT + id.slice(0, id.lastIndexOf('.'))] : [];
    builder.add(
      ELEMENT + id,
      { kind: SKILL_DOMAINS.test(id) ? 'skill' : 'group', label, code: id, broader: above },
      at,
    );
  }
};

const readTechnology: RowReader = (row, at, builder) => {
  const [label, code, title] = [row.cell('example'), row.cell('commodity code'), row.cell('commodity title')];
  if (label === '') {
    builder.refuse(at, 'no-label');
    return;
  }
  const broader = code === '' ? [] : [COMMODITY + code];
  builder.add(TECHNOLOGY + encodeURIComponent(label), { kind: 'skill', label, broader }, at);
  if (code !== '' && title !== '' && !builder.has(COMMODITY + code)) {
    builder.add(COMMODITY + code, { kind: 'skill', label: title, code }, at);
  }
};

function readTitle(heading: 'title' | 'alternate title'): RowReader {
  return (row, at, builder) => {
    const [code, title] = [row.cell('o*net-soc code'), row.cell(heading)];
    if (code === '') builder.refuse(at, 'no-uri');
    else if (title === '') builder.refuse(at, 'no-label');
    else if (heading === 'title') builder.add(OCCUPATION + code, { kind: 'occupation', label: title, code }, at);
    else {
      const short = row.cell('short title');
      const alternatives = short === '' || short === 'n/a' ? [title] : [title, short];
      builder.add(OCCUPATION + code, { kind: 'occupation', alternatives, code }, at);
    }
  };
}

/** What has elements below it is a heading of the outline, whatever its domain; one that no file names is left out. */
function withoutOutline(read: ReadFiles['taxonomies'][number]): ReadFiles['taxonomies'][number] {
  const { concepts } = read.taxonomy;
  const known = new Set(concepts.map(({ uri }) => uri));
  const isElement = (uri: string) => uri.startsWith(ELEMENT);
  const headings = new Set(concepts.flatMap(({ uri, broader }) => (isElement(uri) ? broader : [])));
  const placed = concepts.map((concept) => ({
    ...concept,
    kind: headings.has(concept.uri) && isElement(concept.uri) ? ('group' as const) : concept.kind,
    broader: concept.broader.filter((uri) => known.has(uri) || !isElement(uri)),
  }));
  return { ...read, taxonomy: { ...read.taxonomy, concepts: placed } };
}
