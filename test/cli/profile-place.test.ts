import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TProfile } from '../../shared/model/profile.ts';
import { POOL } from '../engine/open-engine.ts';
import { callTessera } from './call-tessera.ts';

const folder = mkdtempSync(join(tmpdir(), 'tessera-place-'));
const workspace = ['--workspace', join(folder, 'workspace')];

beforeAll(async () => {
  const pack = ['--pack', join(POOL, 'issuer-pack.json')];
  const ran = await callTessera(['import', ...workspace, ...pack, join(POOL, 'candidates', 'd-01')]);
  expect(ran.code).toBe(0);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function profile(): Promise<TProfile> {
  const { stdout } = await callTessera(['profile', ...workspace, '--json']);
  return JSON.parse(stdout.trim().split('\n')[0] ?? '') as TProfile;
}

/** Where a wording stands, and on whose word. */
function standing(read: TProfile, quote: string) {
  return [...read.fields, ...read.transversal].flatMap(({ code, parts }) =>
    parts.flatMap(({ skills }) =>
      skills.filter((skill) => skill.quote === quote).map(({ source, edit }) => ({ code, source, why: edit?.reason })),
    ),
  );
}

describe('tessera profile place', () => {
  it('puts a skill where a person says, keeps it, and takes it back', async () => {
    const before = await profile();
    const quote = before.fields[0]?.parts[0]?.quote ?? '';
    expect(before.fields.map(({ code }) => code)).not.toContain('083');
    const [candidate] = [String(before.candidate)];
    const said = ['--reason', 'The course was about fish.', ...workspace];

    const placed = await callTessera(['profile', 'place', candidate, quote, '083', ...said]);
    expect(placed).toMatchObject({ code: 0, stderr: '' });
    expect(placed.stdout).toContain(`“${quote}” belongs in: Fisheries.`);
    const after = standing(await profile(), quote);
    expect(after).toContainEqual({ code: '083', source: 'person', why: 'The course was about fish.' });
    expect(new Set(after.map(({ code }) => code))).toEqual(new Set(['083']));

    const back = await callTessera([
      'profile',
      'take-back',
      candidate,
      quote,
      '--json',
      '--reason',
      'It was not.',
      ...workspace,
    ]);
    expect(back.code).toBe(0);
    expect(standing(JSON.parse(back.stdout) as TProfile, quote)).toEqual(standing(before, quote));
    expect(await profile()).toEqual(before);
  });

  it.each([
    ['a person whom nobody knows', ['nobody', 'Statistics', '083', '--reason', 'x'], 3, /no candidate nobody/],
    ['a place that there is not', ['nobody', 'Statistics', '999', '--reason', 'x'], 2, /allowed choices/i],
    ['no reason', ['nobody', 'Statistics', '083'], 2, /--reason/],
  ])('refuses %s', async (_, args, code, why) => {
    const ran = await callTessera(['profile', 'place', ...args, ...workspace]);
    expect(ran).toMatchObject({ code, stdout: '' });
    expect(ran.stderr).toMatch(why);
  });

  it('refuses words that the person does not show, and says where to find them', async () => {
    const { candidate } = await profile();
    const ran = await callTessera(['profile', 'place', candidate, 'Juggling', 'none', '--reason', 'x', ...workspace]);
    expect(ran).toMatchObject({ code: 3, stdout: '' });
    expect(ran.stderr).toContain('has no skill “Juggling”');
  });
});
