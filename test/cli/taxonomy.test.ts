import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CTDL_GRAPH, ESCO_FILES, file } from '../adapters/taxonomies/taxonomy-files.ts';
import { callTessera } from './call-tessera.ts';
import { jsonLines } from './run-tessera.ts';

const folder = mkdtempSync(join(tmpdir(), 'tessera-taxonomy-'));
const workspace = ['--workspace', join(folder, 'workspace')];
const downloads = join(folder, 'downloads');

beforeAll(() => {
  for (const { name, bytes } of [...ESCO_FILES, file('guild/framework.json', CTDL_GRAPH), file('letter.txt', 'Dear')]) {
    mkdirSync(dirname(join(downloads, name)), { recursive: true });
    writeFileSync(join(downloads, name), bytes);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('tessera taxonomy', () => {
  it('adds what a folder holds, says what it can’t read, lists and removes', async () => {
    const added = await callTessera(['taxonomy', 'add', downloads, ...workspace]);
    expect(added.code).toBe(1);
    expect(added.stdout).toContain('Added: esco  ESCO, version 1.2.0: 2 skills, 8 labels.');
    expect(added.stdout).toContain('Added: ctdl-ce-frame  Meadow Guild competencies');
    expect(added.stderr).toContain('letter.txt is no taxonomy in a form that Tessera reads.');

    const listed = await callTessera(['taxonomy', 'list', '--json', ...workspace]);
    expect(jsonLines(listed.stdout)).toMatchObject([
      { id: 'ctdl-ce-frame', files: ['framework.json'] },
      { id: 'esco', form: 'esco', counts: { skills: 2 }, files: expect.arrayContaining(['skills_en.csv']) },
    ]);

    const again = await callTessera(['taxonomy', 'add', join(downloads, 'guild'), ...workspace]);
    expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('Replaced: ctdl-ce-frame') });

    expect(await callTessera(['taxonomy', 'remove', 'esco', ...workspace])).toMatchObject({
      code: 0,
      stdout: 'ESCO was removed.\n',
    });
    const left = await callTessera(['taxonomy', 'list', ...workspace]);
    expect(left.stdout).not.toContain('esco');
  });

  it('ends with 3 where there is no such taxonomy, and with 2 without files', async () => {
    const removed = await callTessera(['taxonomy', 'remove', 'nothing', ...workspace]);
    expect(removed).toMatchObject({ code: 3, stderr: expect.stringContaining('no taxonomy “nothing”') });
    expect((await callTessera(['taxonomy', 'add', join(folder, 'not-there'), ...workspace])).code).toBe(2);
  });
});
