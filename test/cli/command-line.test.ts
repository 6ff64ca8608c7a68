import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CHECK_AXES, VERDICTS } from '../../shared/model/check.ts';
import { POOL } from '../engine/open-engine.ts';
import { jsonLines, runTessera } from './run-tessera.ts';

const folder = mkdtempSync(join(tmpdir(), 'tessera-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pack = ['--pack', join(POOL, 'issuer-pack.json'), '--at', '2026-09-01'];
const job = ['--job', join(POOL, 'jobs/data-analyst.json')];
const people = [join(POOL, 'manifest.csv'), join(POOL, 'candidates/d-01'), join(POOL, 'candidates/d-02')];
const offline = [join(import.meta.dirname, 'without-network.ts')];

describe('tessera verify', () => {
  it('prints one JSON line a credential and nothing else, with no network and no socket', async () => {
    const ran = await runTessera(
      ['verify', ...pack, '--json', join(POOL, 'candidates/d-01'), join(POOL, 'candidates/d-05.zip')],
      offline,
    );
    expect(ran.stderr).not.toContain('NETWORK USE');
    expect(ran.code).toBe(0);
    const lines = jsonLines(ran.stdout);
    expect(lines.length).toBeGreaterThan(4);
    for (const line of lines) {
      expect(Object.keys(line).slice(0, 10)).toEqual([
        'file',
        'pointer',
        'standard',
        'container',
        'credentialId',
        'issuer',
        'subject',
        'verdict',
        'checks',
        'unsignedPaths',
      ]);
      expect(VERDICTS).toContain(line['verdict']);
      expect(Object.keys(line['checks'] as object)).toEqual([...CHECK_AXES]);
      for (const check of Object.values(line['checks'] as object)) {
        expect(check).toEqual({ state: expect.any(String), code: expect.any(String), message: expect.any(String) });
      }
    }
    expect(lines.map((line) => line['file'])).toContainEqual(expect.stringMatching(/d-05\.zip\/.+/));
  });

  it('ends with 1 and a problem line where a file holds no credential, and goes on', async () => {
    const ran = await runTessera(['verify', ...pack, '--json', join(POOL, 'wrong')]);
    expect(ran.code).toBe(1);
    const problems = jsonLines(ran.stdout).filter((line) => 'problem' in line);
    expect(problems).toContainEqual({
      file: join(POOL, 'wrong/letter.pdf'),
      problem: { code: 'format-pdf', message: expect.stringContaining('PDF') },
    });
    expect(jsonLines(ran.stdout).length).toBeGreaterThan(problems.length);
  });
});

describe('tessera match', () => {
  it('gives the same bytes on two runs, and explains each requirement', async () => {
    const args = ['match', ...job, ...pack, '--json', ...people];
    const [one, other] = [await runTessera(args, offline), await runTessera(args)];
    expect(one.stdout).toBe(other.stdout);
    expect(one.stderr).not.toContain('NETWORK USE');
    const [result] = jsonLines(one.stdout);
    expect(result).toMatchObject({
      model: { id: expect.any(String), sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      settings: { useModel: true },
    });
    const candidates = result?.['candidates'] as readonly Record<string, unknown>[];
    expect(candidates.map((candidate) => candidate['candidate']).sort()).toEqual(['D-01', 'D-02']);
    expect(candidates[0]).toMatchObject({
      rank: 1,
      mustHaves: { evidenced: expect.any(Number), total: expect.any(Number) },
    });
    const [requirement] = candidates[0]?.['requirements'] as readonly object[];
    expect(requirement).toMatchObject({
      requirement: 'R01',
      tier: 'framework',
      factors: expect.any(Array),
      evidence: { pointer: expect.stringMatching(/^\//), quote: expect.any(String), verdict: 'verified' },
    });
  });

  it('takes the text of an ad for a job', async () => {
    const ad = join(folder, 'ad.txt');
    writeFileSync(ad, 'Data analyst\n\nYou have:\n- experience with SQL\n- knowledge of statistics\n');
    const ran = await runTessera(['match', '--job', ad, ...pack, '--without-model', '--json', ...people]);
    const [result] = jsonLines(ran.stdout);
    expect(result).toMatchObject({ model: { id: null, absent: 'switched-off' } });
    expect((result?.['job'] as { requirements: number }).requirements).toBeGreaterThan(0);
  });
});

describe('tessera profile', () => {
  it('prints one JSON line a person: fields with depth and parts, breadth, groups, shape', async () => {
    const ran = await runTessera(['profile', ...pack, '--json', ...people]);
    const [line] = jsonLines(ran.stdout);
    expect(line).toMatchObject({
      candidate: expect.any(String),
      shape: expect.any(String),
      breadth: { fields: expect.any(Number), groups: expect.any(Number) },
      transversal: expect.any(Array),
    });
    const [field] = line?.['fields'] as readonly object[];
    expect(field).toMatchObject({ code: expect.any(String), depth: expect.any(Number), parts: expect.any(Array) });
  });
});

describe('tessera export', () => {
  it('writes the report where it is told to', async () => {
    const output = join(folder, 'reports', 'shortlist.html');
    const ran = await runTessera(['export', '--format', 'html', ...job, ...pack, '-o', output, ...people]);
    expect(ran).toMatchObject({ code: 0, stdout: '' });
    const html = readFileSync(output, 'utf8');
    expect(html).toContain('<svg');
    expect(html).not.toContain('Amber Sample');
  });
});

describe('tessera import', () => {
  it('fills a workspace on which the other commands then work', async () => {
    const workspace = ['--workspace', join(folder, 'workspace'), '--at', '2026-09-01'];
    const packFile = join(POOL, 'issuer-pack.json');
    const preview = await runTessera(['import', ...workspace, '--dry-run', '--json', ...people]);
    const imported = await runTessera(['import', ...workspace, '--pack', packFile, '--json', ...people]);
    expect(imported.code).toBe(0);
    expect(jsonLines(imported.stdout).map((line) => line['file'])).toEqual(
      jsonLines(preview.stdout).map((line) => line['file']),
    );
    const matched = await runTessera(['match', ...workspace, ...job, '--without-model', '--json']);
    const [result] = jsonLines(matched.stdout);
    expect(result?.['candidates']).toHaveLength(2);
    // The workspace is blind: nobody is called by the employer's reference.
    expect(matched.stdout).not.toContain('D-01');
  });
});

describe('wrong use', () => {
  it.each([
    ['no command', []],
    ['an unknown command', ['guess']],
    ['an unknown option', ['verify', '--hope', POOL]],
    ['a missing job', ['match', POOL]],
    ['a file that is not there', ['verify', join(POOL, 'nowhere')]],
    ['a date that is none', ['verify', '--at', 'yesterday', POOL]],
    ['files and a workspace at once', ['match', ...job, '--workspace', folder, POOL]],
    ['a format that does not exist', ['export', '--format', 'pdf', ...job, '-o', 'x', POOL]],
  ])('%s ends with 2, prints nothing to stdout and says why', async (_, args) => {
    const ran = await runTessera(args);
    expect(ran.code).toBe(2);
    expect(ran.stdout).toBe('');
    expect(ran.stderr.length).toBeGreaterThan(10);
  });
});

describe('what can’t be done', () => {
  it('ends with 3: a pack that is none', async () => {
    const ran = await runTessera(['verify', '--pack', join(POOL, 'manifest.csv'), POOL]);
    expect(ran).toMatchObject({ code: 3, stdout: '' });
  });
});
