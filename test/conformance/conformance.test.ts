import { readFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { expect, it } from 'vitest';
import { conformancePage, isWrong, runSet, type ConformanceRow } from './conformance-page.ts';
import { CONFORMANCE_SETS } from './conformance-sets.ts';
import { differencesOf, type ConformanceSet } from './conformance-set.ts';
import { dataFiles, describeWithData, verifyData } from './sample-data.ts';

const results = new Map<ConformanceSet, readonly ConformanceRow[]>();

describeWithData('published vectors', () => {
  it.each(CONFORMANCE_SETS)('of $folder come out as expected', async (set) => {
    const rows = await runSet(set);
    results.set(set, rows);
    const wrong = rows.filter(isWrong).map(({ vector, got }) => ({
      vector: vector.name,
      expected: vector.expected,
      got: Object.fromEntries(differencesOf(vector.expected, got).map((name) => [name, got[name]])),
    }));
    expect(wrong).toEqual([]);
    expect(rows.length).toBeGreaterThan(0);
  });

  it.each(CONFORMANCE_SETS)('of $folder are all there', ({ folder, vectors }) => {
    const used = new Set(vectors.flatMap(({ files }) => files));
    expect([...used].toSorted()).toEqual(dataFiles(folder).map((file) => `${folder}/${file}`));
  });

  it('hold no other credentials than those with a row of their own', async () => {
    const found: string[] = [];
    for (const file of CONFORMANCE_SETS.flatMap(({ folder }) => dataFiles(folder).map((path) => `${folder}/${path}`))) {
      const { credentials, problems } = await verifyData(file);
      found.push(...credentials.map(({ pointer }) => `${file} ${pointer}`.trim()));
      expect(credentials.length + problems.length, file).toBeGreaterThan(0);
    }
    const rows = CONFORMANCE_SETS.flatMap(({ vectors }) => vectors).filter(({ expected }) => 'verdict' in expected);
    expect(found.toSorted()).toEqual([...new Set(rows.map(({ name }) => name))].toSorted());
  });

  it('are what docs/conformance.md shows', async () => {
    const sets = CONFORMANCE_SETS.map((set) => ({ set, rows: results.get(set) ?? [] }));
    const options = await resolveConfig('docs/conformance.md');
    const page = await format(conformancePage(sets), { ...options, parser: 'markdown' });
    expect(readFileSync('docs/conformance.md', 'utf8')).toBe(page);
  });
});
