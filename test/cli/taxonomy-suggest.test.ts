import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callTessera } from './call-tessera.ts';

const folder = mkdtempSync(join(tmpdir(), 'tessera-suggest-'));
const workspace = ['--workspace', join(folder, 'workspace')];
const suggest = (...options: readonly string[]) => callTessera(['taxonomy', 'suggest', ...options, ...workspace]);

beforeAll(async () => {
  const file = join(folder, 'crafts.csv');
  writeFileSync(file, 'id,label,alternatives\na,keep bees,apiculture\nb,repair bicycles,mend bikes\n');
  await callTessera(['taxonomy', 'add', file, ...workspace]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('tessera taxonomy suggest', () => {
  it('names the nearest skills with how sure that is', async () => {
    const { code, stdout } = await suggest('bike mending', '--words');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ *\d+ % {2}repair bicycles {2}urn:\S+ {2}\(crafts\)\n/u);
  });

  it('names as many as are asked, as JSON too', async () => {
    const { stdout } = await suggest('apiculture', '--words', '--limit', '1', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ suggestions: [{ label: 'keep bees' }] });
  });

  it.each(['0', '101', 'many'])('refuses a limit of %s', async (limit) => {
    expect((await suggest('apiculture', '--limit', limit)).stderr).toContain('--limit takes a number from 1 to 100.');
  });
});
