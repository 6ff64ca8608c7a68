import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTaxonomyIndex } from '../../../main/core/taxonomies/taxonomy-index.ts';
import type { NamedFile } from '../../../main/core/ports.ts';
import { problemSentence } from '../../../shared/messages/problem-messages.ts';
import { CASE_PACKAGE, CTDL_GRAPH, ESCO_FILES, file, ONET_FILES, read, TABIYA_FILES } from './taxonomy-files.ts';

const SPECIMENS: readonly NamedFile[] = [
  ...ESCO_FILES,
  ...TABIYA_FILES,
  ...ONET_FILES,
  file('case.json', CASE_PACKAGE),
  file('ctdl.json', CTDL_GRAPH),
];

/** A specimen with a piece taken out and another put in. */
const damaged = fc
  .tuple(fc.constantFrom(...SPECIMENS), fc.nat(), fc.nat({ max: 60 }), fc.uint8Array({ maxLength: 8 }))
  .map(([{ name, bytes }, place, length, put]) => {
    const start = place % bytes.length;
    return { name, bytes: Uint8Array.of(...bytes.slice(0, start), ...put, ...bytes.slice(start + length)) };
  });

const anyName = fc.constantFrom('a.csv', 'b.json', 'c.txt');
const anything = fc.oneof(
  fc
    .tuple(anyName, fc.uint8Array({ maxLength: 200 }))
    .map(([name, bytes]) => ({ name, bytes: Uint8Array.from(bytes) })),
  fc.tuple(anyName, fc.string({ maxLength: 200 })).map(([name, text]) => file(name, text)),
  fc.json().map((text) => file('d.json', `{"CFDocument":{"identifier":"x"},"CFItems":[${text}]}`)),
  fc
    .json()
    .map((text) => file('e.json', `[{"@type":"ceasn:Competency","ceasn:competencyText":${text},"@id":"urn:x"}]`)),
);

describe('reading any files', () => {
  it('ends in taxonomies and named problems, never in an error, and makes an index of whatever came', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(damaged, anything), { minLength: 1, maxLength: 4 }), async (files) => {
        const { taxonomies, problems, unused } = await read(...files);
        const names = files.map(({ name }) => name);
        for (const problem of problems) {
          expect(names).toContain(problem.file);
          expect(problemSentence(problem.problem, problem.file)).not.toMatch(/undefined|null|not understood/u);
        }
        for (const { taxonomy } of taxonomies) expect(taxonomy.counts.labels).toBeGreaterThan(0);
        expect(taxonomies.length + problems.length + unused.length).toBeGreaterThan(0);
        createTaxonomyIndex(taxonomies.map(({ taxonomy, concepts }) => ({ ...taxonomy, concepts })));
      }),
      { numRuns: 300 },
    );
  });
});
