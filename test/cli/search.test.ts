import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { POOL } from '../engine/open-engine.ts';
import { callTessera } from './call-tessera.ts';
import { jsonLines } from './run-tessera.ts';

const pack = ['--pack', join(POOL, 'issuer-pack.json'), '--at', '2026-09-01'];
const people = [join(POOL, 'manifest.csv'), ...['d-01', 'd-02', 'n-01'].map((id) => join(POOL, 'candidates', id))];

interface Found {
  readonly candidate: string;
  readonly shown: readonly string[];
  readonly lines: readonly { readonly evidence: { readonly quote: string; readonly pointer: string } | null }[];
}

describe('tessera search', () => {
  it('finds people by a text, with the words that show it', async () => {
    const ran = await callTessera(['search', 'query databases', ...people, ...pack, '--json']);
    expect(ran.code).toBe(0);
    const [result] = jsonLines(ran.stdout);
    expect(result).toMatchObject({ searched: [{ id: 'line-1', text: 'query databases' }], of: 3 });
    const [first] = result?.['found'] as readonly Found[];
    expect(first?.shown).toEqual(['line-1']);
    expect(first?.lines[0]?.evidence?.quote).toMatch(/SQL|database/iu);
    expect(first?.lines[0]?.evidence?.pointer).toMatch(/^\//);
    expect((result?.['alike'] as number) + (result?.['distant'] as number)).toBeLessThanOrEqual(3);
  });

  it('says the same as text, with who is counted and not listed', async () => {
    const ran = await callTessera(['search', 'query databases; no Java', ...people, ...pack]);
    expect(ran.stdout).toContain('Searched: query databases\nNot searched: no Java\n');
    expect(ran.stdout).toMatch(/^\d of 3 people show it; \d more have words that are only distantly alike\.$/m);
    expect(ran.stdout).toMatch(/^ {3}\+ query databases: .+ ← “.+” in “.+” by .+$/m);
  });

  it('works by words alone where it is told to, and says so', async () => {
    const ran = await callTessera(['search', 'SQL', '--without-model', ...people, ...pack, '--json']);
    const [result] = jsonLines(ran.stdout);
    expect(result).toMatchObject({ model: { id: null, absent: 'switched-off' } });
    expect(result?.['alike']).toBeGreaterThan(0);
  });

  it('finds people like one, and not that one', async () => {
    const ran = await callTessera(['search', '--like', 'D-01', ...people, ...pack, '--json']);
    const [result] = jsonLines(ran.stdout);
    expect((result?.['searched'] as readonly object[]).length).toBeGreaterThan(1);
    const found = (result?.['found'] as readonly Found[]).map(({ candidate }) => candidate);
    expect(found[0]).toBe('D-02');
    expect(found).not.toContain('D-01');
  });

  it('says of a job what nobody shows, first', async () => {
    const job = ['--job', join(POOL, 'jobs/community-nurse.json')];
    const ran = await callTessera(['search', '--gaps', ...job, join(POOL, 'candidates/d-01'), ...pack]);
    expect(ran.code).toBe(0);
    const states = ran.stdout.split('\n').flatMap((line) => /^ {3}([?~+])/.exec(line)?.[1] ?? []);
    expect(states[0]).toBe('?');
    expect(states).toEqual([...states].sort((one, other) => '?~+'.indexOf(one) - '?~+'.indexOf(other)));
  });

  it.each([
    ['nothing asked', []],
    ['gaps of no job', ['--gaps']],
    ['a job without --gaps', ['SQL', '--job', join(POOL, 'jobs/community-nurse.json')]],
    ['two questions at once', ['--like', 'D-01', '--gaps', '--job', join(POOL, 'jobs/community-nurse.json')]],
    ['a limit that is none', ['SQL', '--limit', 'all']],
    ['nobody of that name', ['--like', 'Nobody', join(POOL, 'candidates/d-01')]],
  ])('%s ends with 2 and says why', async (_, args) => {
    const ran = await callTessera(['search', ...args]);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr.length).toBeGreaterThan(10);
  });
});
