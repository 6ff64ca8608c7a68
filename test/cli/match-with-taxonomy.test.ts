import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { POOL } from '../engine/open-engine.ts';
import { callTessera } from './call-tessera.ts';

const folder = mkdtempSync(join(tmpdir(), 'tessera-match-taxonomy-'));
const at = (name: string) => join(folder, name);
const match = (...options: readonly string[]) =>
  callTessera([
    'match',
    ...['--job', at('job.txt'), '--pack', join(POOL, 'issuer-pack.json'), '--at', '2026-09-01', '--without-model'],
    ...options,
    join(POOL, 'candidates/d-01'),
  ]);

beforeAll(() => {
  // A fictional taxonomy around the name of a credential of the sample pool.
  const rows = [
    'id,label,alternatives,broader',
    'urn:guild:gatherings,leading gatherings,,',
    'urn:guild:rounds,guiding rounds of talk,Working in Mixed Teams,urn:guild:gatherings',
    'urn:guild:chairs,setting out chairs in rings,,urn:guild:rounds',
  ];
  writeFileSync(at('guild.csv'), rows.join('\n'));
  writeFileSync(at('letter.txt'), 'Dear all,');
  writeFileSync(
    at('job.txt'),
    'Host\n\nRequirements:\n- Leading gatherings\n- Guiding rounds of talk\n- Setting out chairs in rings\n',
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Met {
  readonly text: string;
  readonly tier: string;
  readonly evidenced: boolean;
  readonly metBy: { readonly relation?: string } | null;
}

async function metWith(...options: readonly string[]): Promise<readonly Met[]> {
  const { stdout } = await match('--json', ...options);
  const [first] = (JSON.parse(stdout) as { candidates: readonly { requirements: readonly Met[] }[] }).candidates;
  return first?.requirements ?? [];
}

describe('tessera match --taxonomy', () => {
  it('takes another name and a narrower skill for what is asked, and a broader one for related', async () => {
    const told = (await metWith('--taxonomy', at('guild.csv'))).map(({ tier, evidenced, metBy }) => [
      tier,
      evidenced,
      metBy?.relation,
    ]);
    expect(told).toEqual([
      ['label', true, 'narrower'],
      ['label', true, 'same'],
      ['related', false, 'broader'],
    ]);
    expect((await metWith()).some(({ evidenced }) => evidenced)).toBe(false);
  });

  it('says so in words', async () => {
    const { code, stdout } = await match('--taxonomy', at('guild.csv'));
    expect(code).toBe(0);
    expect(stdout).toContain(
      'A taxonomy knows “guiding rounds of talk” as a narrower skill than “leading gatherings”.',
    );
  });

  it('ends where nothing in the file is a taxonomy, and goes on with the rest where something is', async () => {
    const nothing = await match('--taxonomy', at('letter.txt'));
    expect(nothing).toMatchObject({ code: 3, stdout: '' });
    expect(nothing.stderr).toContain('letter.txt is no taxonomy in a form that Tessera reads.');
    const some = await match('--taxonomy', at('letter.txt'), '--taxonomy', at('guild.csv'));
    expect(some).toMatchObject({ code: 1, stdout: expect.stringContaining('narrower skill') });
  });

  it('goes with files, not with a workspace', async () => {
    const ran = await callTessera(['match', '--job', at('job.txt'), '--taxonomy', at('guild.csv')]);
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('tessera taxonomy add') });
  });
});
