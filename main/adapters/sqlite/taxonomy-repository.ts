import type { Taxonomy, TaxonomyConcept } from '../../../shared/model/taxonomy.ts';
import type { Database } from './connection.ts';
import { readRecord, writeRecord } from './records.ts';

/** Taxonomies of skills that the workspace uses. */
export interface TaxonomyRepository {
  /** By id, without their concepts. */
  list(): readonly Taxonomy[];
  /** What tells one state of the taxonomies from another: each id with the hash of its concepts, by id. */
  state(): readonly { readonly id: string; readonly sha256: string }[];
  /** In the order in which they were given; none where there is no such taxonomy. */
  concepts(id: string): readonly TaxonomyConcept[];
  /** Takes the place of one of the same id. @returns whether there was one. */
  put(taxonomy: Taxonomy, concepts: readonly TaxonomyConcept[]): boolean;
  /** @returns whether it was there. */
  remove(id: string): boolean;
}

export function createTaxonomyRepository(database: Database): TaxonomyRepository {
  const list = database.prepare<[], { summary: string }>('SELECT summary FROM taxonomies ORDER BY id');
  const state = database.prepare<[], { id: string; sha256: string }>('SELECT id, sha256 FROM taxonomies ORDER BY id');
  const concepts = database.prepare<[string], { concepts: string }>('SELECT concepts FROM taxonomies WHERE id = ?');
  const put = database.prepare('INSERT INTO taxonomies (id, sha256, summary, concepts) VALUES (?, ?, ?, ?)');
  const remove = database.prepare('DELETE FROM taxonomies WHERE id = ?');
  return {
    list: () => list.all().map(({ summary }) => readRecord<Taxonomy>(summary)),
    state: () => state.all(),
    concepts(id) {
      const row = concepts.get(id);
      return row === undefined ? [] : readRecord<readonly TaxonomyConcept[]>(row.concepts);
    },
    put(taxonomy, all) {
      const replaces = remove.run(taxonomy.id).changes > 0;
      put.run(taxonomy.id, taxonomy.sha256, writeRecord(taxonomy), writeRecord(all));
      return replaces;
    },
    remove: (id) => remove.run(id).changes > 0,
  };
}
