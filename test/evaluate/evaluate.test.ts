import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from './run-command.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evaluate-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** A corpus without a header, and words that no validation set has, so that every place follows by hand. */
const CORPUS = 'k1\tknit scarves\nk2\tforge iron gates\nk3\tkeep bees\n';

describe('npm run evaluate', () => {
  it('ranks any folder of that form by words: exact names first, aliases where they are given', async () => {
    write('corpus_crafts.tsv', CORPUS);
    write('aliases.tsv', 'id\ttext\nk3\tapiculture\nk9\tno such entry\n');
    writeQueries('crafts_any.span.jsonl', [
      { id: 1, query: 'Knit scarves', relevant: ['k1'] },
      { id: 'b', query: 'apiculture', relevant: ['k3'] },
    ]);
    const set = ['--set', folder, '--mode', 'words'];
    // Without aliases "apiculture" is as far from every name; the third entry then stands third.
    expect((await evaluate(...set)).lines).toEqual([
      {
        set: folder.split('/').at(-1),
        file: 'crafts_any.span.jsonl',
        mode: 'words',
        queries: 2,
        mrr: 0.6667,
        map: 0.6667,
        rp1: 0.5,
        rp5: 1,
        rp10: 1,
        ndcg10: 0.75,
      },
    ]);
    const [withAliases] = (await evaluate(...set, '--aliases', join(folder, 'aliases.tsv'))).lines;
    expect(withAliases).toMatchObject({ mrr: 1, map: 1, rp1: 1, ndcg10: 1 });
  });

  it('takes sentences through their windows, and several right entries', async () => {
    write('corpus.tsv', `id\ttext\r\n${CORPUS.replaceAll('\n', '\r\n')}`);
    const long = 'We meet twice a week, drink tea, talk about the weather, keep bees and then knit scarves together';
    writeQueries('x.sentence.jsonl', [{ id: 's', query: long, relevant: ['k1', 'k3'] }]);
    const { lines } = await evaluate('--set', folder, '--mode', 'words');
    expect(lines).toMatchObject([{ file: 'x.sentence.jsonl', queries: 1, mrr: 1, map: 1, rp5: 1, ndcg10: 1 }]);
  });

  it('says of phrases without a label how sure it was, beside the labelled ones', async () => {
    write('corpus.tsv', CORPUS);
    writeQueries('x.span.jsonl', [{ id: 'a', query: 'keep bees', relevant: ['k3'] }]);
    writeQueries('x.nolabel.jsonl', [{ id: 'n', query: 'qqq www', relevant: [] }]);
    const { lines } = await evaluate('--set', folder, '--mode', 'words');
    expect(lines[0]).toMatchObject({ file: 'x.nolabel.jsonl', queries: 2, abstained: 1, abstainedLabelled: 0 });
    expect(lines[0]?.['ece']).toBeLessThan(0.2);
  });

  it('passes over relevant ids that the corpus does not have, and says so', async () => {
    write('corpus.tsv', CORPUS);
    writeQueries('x.jsonl', [
      { id: 'a', query: 'keep bees', relevant: ['k3', 'gone'] },
      { id: 'b', query: 'keep bees', relevant: ['gone'] },
    ]);
    const { lines, messages } = await evaluate('--set', folder, '--mode', 'words');
    expect(lines).toMatchObject([{ queries: 1, mrr: 1, map: 1 }]);
    expect(messages).toContain('x.jsonl: 1 queries have no relevant id in the corpus');
  });

  it.each([
    ['no option', [], 'Say what to measure: --set DIR, --matchbench DIR or --table'],
    ['a folder that is not there', ['--set', '/no/such/folder'], 'There is no folder /no/such/folder'],
    ['an unknown mode', ['--set', '.', '--mode', 'magic'], '--mode magic: not one of hybrid, encoder, words'],
    ['a step that is none', ['--set', '.', '--without', 'luck'], '--without luck: not one of'],
    ['a match bench by the encoder alone', ['--matchbench', '.', '--mode', 'encoder'], '--mode hybrid or words'],
    ['an unknown option', ['--sets', '.'], "Unknown option '--sets'"],
  ])('says what is wrong: %s', async (_, options, message) => {
    expect(await evaluate(...options)).toMatchObject({
      code: 2,
      lines: [],
      messages: expect.stringContaining(message),
    });
  });

  it.each([
    ['no corpus', {}, 'has no corpus*.tsv'],
    ['no queries', { 'corpus.tsv': CORPUS }, 'has no *.jsonl with queries'],
    [
      'a corpus without tabs',
      { 'corpus.tsv': 'a b\n', 'x.jsonl': '{}' },
      'corpus.tsv, line 1: not an id, a tab and a text',
    ],
    ['a line that is no JSON', { 'corpus.tsv': CORPUS, 'x.jsonl': '\n{' }, 'x.jsonl, line 2: not JSON'],
    ['a query without words', { 'corpus.tsv': CORPUS, 'x.jsonl': '{"id":1}' }, 'x.jsonl, line 1: not {"id", "query"'],
  ])('says what is wrong in a folder: %s', async (_, files, message) => {
    for (const [name, content] of Object.entries(files)) write(name, content);
    expect(await evaluate('--set', folder)).toMatchObject({ code: 2, messages: expect.stringContaining(message) });
  });

  it('ranks a match bench by the whole scoring', async () => {
    const job = {
      id: 'j',
      must: ['k1', 'k3'],
      nice: ['k2'],
      must_text: ['knit scarves', 'keep bees'],
      nice_text: ['forge iron gates'],
    };
    write('jobs.jsonl', JSON.stringify(job));
    writeLines('candidates_small.jsonl', [
      { id: 'none', skill_ids: [], texts: ['qqq'] },
      { id: 'both', skill_ids: ['k1', 'k3'], texts: ['Keep bees', 'knit scarves'] },
      { id: 'one', skill_ids: ['k2'], texts: ['forge iron gates'] },
    ]);
    const bench = ['--matchbench', folder, '--mode', 'words'];
    expect((await evaluate(...bench)).lines).toEqual([
      {
        set: 'matchbench',
        file: 'candidates_small.jsonl',
        mode: 'words',
        jobs: 1,
        candidates: 3,
        ndcg10: 1,
        spearman: 1,
        recall20: expect.closeTo(2 / 3, 3) as number,
        error: 0,
        ece: 0,
      },
    ]);
    expect(await evaluate(...bench, '--jobs', '1-5')).toMatchObject({
      code: 2,
      messages: expect.stringContaining('has 1 jobs'),
    });
    expect(await evaluate(...bench, '--jobs', 'some')).toMatchObject({
      code: 2,
      messages: expect.stringContaining('not dev, all or FROM-TO'),
    });
  });
});

function write(name: string, content: string): void {
  writeFileSync(join(folder, name), content);
}

function writeQueries(
  name: string,
  queries: readonly { readonly query: string; readonly relevant: readonly string[]; readonly id: unknown }[],
): void {
  writeLines(name, queries);
}

function writeLines(name: string, rows: readonly object[]): void {
  write(name, rows.map((row) => JSON.stringify(row)).join('\n'));
}

interface Outcome {
  readonly code: number;
  readonly lines: readonly Record<string, unknown>[];
  readonly messages: string;
}

async function evaluate(...options: readonly string[]): Promise<Outcome> {
  const lines: Record<string, unknown>[] = [];
  const notes: string[] = [];
  const code = await runCommand(options, {
    line: (line) => lines.push({ ...line }),
    note: (words) => notes.push(words),
  });
  return { code, lines, messages: notes.join('\n') };
}
