import { createHash } from 'node:crypto';
import type { NamedFile } from '../../core/ports.ts';
import type { Taxonomy, TaxonomyConcept, TaxonomyCounts } from '../../../shared/model/taxonomy.ts';
import { openFile } from './open-file.ts';
import { TAXONOMY_READERS } from './registry.ts';
import type { FileProblem, OpenedFile, ReadingContext, TaxonomyReader } from './taxonomy-reader.ts';

/** What files hold, before it is stored. */
export interface TaxonomiesRead {
  readonly taxonomies: readonly {
    readonly taxonomy: Omit<Taxonomy, 'addedAt'>;
    readonly concepts: readonly TaxonomyConcept[];
  }[];
  readonly problems: readonly FileProblem[];
  readonly unused: readonly string[];
}

/**
 * Reads taxonomies out of files of any known forms, in any order and mixture: the files of ESCO, of Tabiya's export and
 * of O*NET make one taxonomy together, each other file makes its own. A file that can't be used is a problem by its
 * name, and the others go on. The same files give the same taxonomies to the last byte.
 *
 * Problems: `file-empty`, `taxonomy-unknown`, `taxonomy-malformed` with `reason` and, where there is one, `line`,
 * `taxonomy-row` with `reason` and `line`, and `cancelled` for what was not read any more.
 */
export async function readTaxonomies(files: readonly NamedFile[], context: ReadingContext): Promise<TaxonomiesRead> {
  const problems: FileProblem[] = [];
  const unused: string[] = [];
  const byReader = new Map<TaxonomyReader, OpenedFile[]>();
  for (const file of [...files].sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0))) {
    if (context.isCancelled()) break;
    if (isAboutADownload(file.name)) {
      unused.push(file.name);
      continue;
    }
    const opened = openFile(file);
    await context.advance(0);
    if (!opened.ok) {
      problems.push({ file: file.name, problem: opened.problem });
      continue;
    }
    const reader = TAXONOMY_READERS.find((one) => one.recognises(opened.value) !== null);
    if (reader === undefined) problems.push({ file: file.name, problem: { code: 'taxonomy-unknown', params: {} } });
    else if (reader.recognises(opened.value) === 'unused') unused.push(file.name);
    else byReader.set(reader, [...(byReader.get(reader) ?? []), opened.value]);
  }
  const taxonomies: TaxonomiesRead['taxonomies'][number][] = [];
  for (const [reader, opened] of byReader) {
    const read = await reader.read(opened, context);
    problems.push(...read.problems);
    for (const { taxonomy, files: from } of read.taxonomies) {
      const { concepts, ...about } = taxonomy;
      if (taxonomies.some((one) => one.taxonomy.id === about.id)) {
        const problem = { code: 'taxonomy-malformed' as const, params: { reason: 'same-id', id: about.id } };
        problems.push(...from.map((name) => ({ file: name, problem })));
        continue;
      }
      const sha256 = hashOf(concepts);
      taxonomies.push({
        taxonomy: { ...about, form: reader.form, sha256, files: from.map(baseName).sort(), counts: countsOf(concepts) },
        concepts,
      });
    }
  }
  return { taxonomies, problems, unused };
}

/** Notes, licences and checksums that lie beside the tables of a download. */
function isAboutADownload(path: string): boolean {
  return /^(?:read ?me|licen[cs]e)\b|\.(?:chk|md|pdf)$/iu.test(baseName(path));
}

/** Where a file lay on somebody's disk is nothing that a workspace should keep. */
function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** Piece by piece, because one text of all concepts would double what is in memory. */
function hashOf(concepts: readonly TaxonomyConcept[]): string {
  const hash = createHash('sha256');
  for (const { uri, kind, label, alternatives, code, broader, exact, close } of concepts) {
    hash.update(`${JSON.stringify([uri, kind, label, alternatives, code, broader, exact, close])}\n`);
  }
  return hash.digest('hex');
}

function countsOf(concepts: readonly TaxonomyConcept[]): TaxonomyCounts {
  const ofKind = (kind: TaxonomyConcept['kind']) => concepts.filter((concept) => concept.kind === kind).length;
  const sum = (count: (concept: TaxonomyConcept) => number) =>
    concepts.reduce((total, concept) => total + count(concept), 0);
  return {
    skills: ofKind('skill'),
    groups: ofKind('group'),
    occupations: ofKind('occupation'),
    labels: sum((concept) => 1 + concept.alternatives.length),
    broader: sum((concept) => concept.broader.length),
    crossWalks: sum((concept) => concept.exact.length + concept.close.length),
  };
}
