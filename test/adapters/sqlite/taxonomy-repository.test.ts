import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../main/adapters/sqlite/connection.ts';
import { MIGRATIONS } from '../../../main/adapters/sqlite/migrations/migrations.ts';
import { createNameVectorRepository } from '../../../main/adapters/sqlite/name-vector-repository.ts';
import { createTaxonomyRepository } from '../../../main/adapters/sqlite/taxonomy-repository.ts';
import type { Taxonomy } from '../../../shared/model/taxonomy.ts';
import { concept } from '../../core/taxonomies/make-taxonomy.ts';

const bees = concept('urn:bees', { label: 'keeping bees', alternatives: ['beekeeping'] });

function about(id: string, sha256: string): Taxonomy {
  return {
    id,
    name: id,
    version: null,
    form: 'csv',
    licence: null,
    sha256,
    files: ['skills.csv'],
    counts: { skills: 1, groups: 0, occupations: 0, labels: 2, broader: 0, crossWalks: 0 },
    addedAt: '2026-09-01T00:00:00Z',
  };
}

function open() {
  const opened = openDatabase({ kind: 'memory' });
  if (!opened.ok) throw new Error(opened.problem.code);
  return createTaxonomyRepository(opened.value);
}

describe('taxonomies in the store', () => {
  it('come back as they were put, by id, and take the place of one of the same id', () => {
    const taxonomies = open();
    expect(taxonomies.put(about('b', 'one'), [bees])).toBe(false);
    expect(taxonomies.put(about('a', 'two'), [])).toBe(false);
    expect(taxonomies.put(about('b', 'three'), [bees, { ...bees, uri: 'urn:more' }])).toBe(true);
    expect(taxonomies.list()).toEqual([about('a', 'two'), about('b', 'three')]);
    expect(taxonomies.state()).toEqual([
      { id: 'a', sha256: 'two' },
      { id: 'b', sha256: 'three' },
    ]);
    expect(taxonomies.concepts('b')).toEqual([bees, { ...bees, uri: 'urn:more' }]);
    expect(taxonomies.concepts('c')).toEqual([]);
  });

  it('go when they are removed', () => {
    const taxonomies = open();
    taxonomies.put(about('a', 'one'), [bees]);
    expect(taxonomies.remove('a')).toBe(true);
    expect(taxonomies.remove('a')).toBe(false);
    expect(taxonomies.concepts('a')).toEqual([]);
  });
});

describe('vectors of names in the store', () => {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  const repository = () => {
    const opened = openDatabase({ kind: 'memory' });
    if (!opened.ok) throw new Error(opened.problem.code);
    return createNameVectorRepository(opened.value);
  };

  it('come back to the byte, for their model', () => {
    const names = repository();
    const vector = Int8Array.from([-128, -1, 0, 1, 127]);
    names.put('model', hash('bees'), vector);
    names.put('model', hash('bees'), vector);
    expect(names.get('model', hash('bees'))).toEqual(vector);
    expect(names.get('other', hash('bees'))).toBeNull();
    expect(names.count()).toBe(1);
  });

  it('go with their model, or where nothing is called so', () => {
    const names = repository();
    names.put('old', hash('bees'), new Int8Array(4));
    names.put('new', hash('bees'), new Int8Array(4));
    names.put('new', hash('honey'), new Int8Array(4));
    names.keepOnlyModel('new');
    expect(names.count()).toBe(2);
    names.keepOnly(new Set([hash('honey').toString('hex')]));
    expect([names.get('new', hash('bees')), names.get('new', hash('honey'))]).toEqual([null, new Int8Array(4)]);
  });
});

describe('migration 6, taxonomies', () => {
  it('gives a workspace of the version before an empty table', () => {
    const opened = openDatabase({ kind: 'memory' }, MIGRATIONS.slice(0, 5));
    if (!opened.ok) throw new Error(opened.problem.code);
    const migration = MIGRATIONS[5];
    expect(migration).toMatchObject({ version: 6, name: 'taxonomies' });
    opened.value.exec(migration?.sql ?? '');
    expect(createTaxonomyRepository(opened.value).list()).toEqual([]);
  });
});
