import type { NamedFile } from '../../core/ports.ts';
import type { Problem, Result } from '../../../shared/api/problems.ts';
import type { Json } from '../../../shared/model/json.ts';
import type { TaxonomyConcept, TaxonomyForm } from '../../../shared/model/taxonomy.ts';

/** A file as the readers see it: a table with its headings, or a JSON value. */
export interface OpenedFile {
  readonly name: string;
  readonly bytes: number;
  readonly content: Table | { readonly kind: 'json'; readonly value: Json };
}

export interface Table {
  readonly kind: 'table';
  readonly text: string;
  readonly delimiter: ',' | ';' | '\t';
  /** In lower case, trimmed. */
  readonly headings: readonly string[];
}

/** How long work tells where it is, lets others have their turn, and learns that it shall stop. */
export interface ReadingContext {
  /** That many more bytes are read. */
  advance(bytes: number): Promise<void>;
  isCancelled(): boolean;
}

/** A taxonomy out of some files. */
export interface ReadTaxonomy {
  readonly id: string;
  readonly name: string;
  readonly version: string | null;
  readonly licence: string | null;
  /** Sorted by URI, each URI once. */
  readonly concepts: readonly TaxonomyConcept[];
}

export interface FileProblem {
  readonly file: string;
  readonly problem: Problem;
}

/** The taxonomies of some files of one form; a problem of one file keeps none of the others from being read. */
export interface ReadFiles {
  readonly taxonomies: readonly { readonly taxonomy: ReadTaxonomy; readonly files: readonly string[] }[];
  readonly problems: readonly FileProblem[];
}

/** Reads one form. Failures are problems; nothing is thrown for what stands in a file. */
export interface TaxonomyReader {
  readonly form: TaxonomyForm;
  /** `unused` for a file that belongs to the form and holds nothing that Tessera uses; null for any other. */
  recognises(file: OpenedFile): 'used' | 'unused' | null;
  /** @param files those that {@link recognises} calls `used`, sorted by name. */
  read(files: readonly OpenedFile[], context: ReadingContext): Promise<ReadFiles>;
}

/** Opens a file for the readers. Problems: `file-empty`, `taxonomy-malformed`, `taxonomy-unknown`. */
export type OpenFile = (file: NamedFile) => Result<OpenedFile>;
