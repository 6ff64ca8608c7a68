import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readIssuerPack } from '../../main/adapters/verification/issuer-pack.ts';
import type { TrustContext } from '../../main/core/ports.ts';
import { createVerifierPool } from '../../main/engine/verifier-pool.ts';
import { PLACES, type AttackedFile } from './attacks/attack.ts';
import { applicationsOf, carry } from './attacks/carriers.ts';
import { ATTACKS } from './attacks/catalogue.ts';
import { genuineSpecimens, seaglassBadge } from './attacks/genuine.ts';
import { judge, type Judgement } from './attacks/judge.ts';
import { attackPackBytes } from './attacks/trust.ts';
import { NOBODY, SAMPLE_TRUST } from './sample-trust.ts';

/** Promises about the suite itself, so that it can't shrink in silence. */
const AT_LEAST = { attacks: 480, places: 2800 };
/** The pool gives a file five seconds; the rest is for a machine that has other work, and for a worker's beginning. */
const MILLISECONDS = 15_000;

const WORKERS = 2;
const pool = createVerifierPool({ workers: WORKERS });
/** Of these as many at a time as there are workers, so that none waits for another that is as slow. */
const SLOW: readonly string[] = Object.values(ATTACKS['endless graphs'] ?? []).map(({ name }) => name);
const all = Object.values(ATTACKS).flat();
let trust: TrustContext = SAMPLE_TRUST;
let tried = 0;
const places = new Map<AttackedFile['place'], number>();

beforeAll(async () => {
  const pack = readIssuerPack(await attackPackBytes());
  if (!pack.ok) throw new Error(`The pack can’t be read: ${pack.problem.code}`);
  trust = { ...SAMPLE_TRUST, packs: [pack.value] };
});
afterAll(() => pool.close());

describe('what the attacks start from', () => {
  it('is verified in every container, or no attack would prove anything', async () => {
    const { badge, token, other, seaglass, seaglassToken } = await genuineSpecimens();
    expect(seaglassBadge()).toHaveProperty('issuer');
    const objects = [badge, other, await seaglass()].map((json) => JSON.stringify(json));
    const files = await Promise.all([
      ...objects.flatMap((text) =>
        (['JSON', 'PNG', 'SVG', 'VP', 'CLR member'] as const).map((place) => carry(text, place)),
      ),
      ...[token, seaglassToken()].flatMap((text) =>
        (['JWT', 'PNG', 'SVG', 'VP', 'CLR member'] as const).map((place) => carry(text, place)),
      ),
    ]);
    for (const file of files) {
      const { credentials, problems } = await pool.verify(file, NOBODY, trust);
      expect(problems).toEqual([]);
      const there = credentials.find(({ pointer }) => pointer === file.pointer);
      expect(`${file.place}: ${there?.report.verdict}`).toBe(`${file.place}: verified`);
    }
  });
});

describe.each(Object.entries(ATTACKS))('an attack by %s', (_family, attacks) => {
  it.each(attacks.map((attack) => [attack.name, attack] as const))('%s is warded off', async (_name, attack) => {
    const files = await applicationsOf(attack);
    expect(files.length).toBeGreaterThan(0);
    const judgements: Judgement[] = [];
    const together = SLOW.includes(attack.name) ? WORKERS : files.length;
    for (let next = 0; next < files.length; next += together) {
      const few = files.slice(next, next + together);
      judgements.push(...(await Promise.all(few.map((file) => judge(attack, file, pool, trust)))));
    }
    for (const { place } of files) places.set(place, (places.get(place) ?? 0) + 1);
    tried += files.length;
    expect(judgements.flatMap(complaints)).toEqual([]);
    expect(Math.max(...judgements.map(({ milliseconds }) => milliseconds))).toBeLessThan(MILLISECONDS);
  });
});

describe('the suite', () => {
  it(`has at least ${AT_LEAST.attacks} attacks, tried in ${AT_LEAST.places} places, each with a name of its own`, () => {
    expect(all.length).toBeGreaterThanOrEqual(AT_LEAST.attacks);
    expect(tried).toBeGreaterThanOrEqual(AT_LEAST.places);
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  });

  it('tries every container', () => {
    expect([...places.keys()].toSorted()).toEqual([...PLACES].toSorted());
  });

  it('says of every attack what the forger hopes for, and why a reservation is right where there is one', () => {
    for (const { hope, reservation } of all) {
      expect(hope).toMatch(/^\S.{10,}[.?]$/);
      if (reservation !== null) expect(reservation.length).toBeGreaterThan(30);
    }
  });
});

function complaints({ file, complaints: found }: Judgement): readonly string[] {
  return found.map((complaint) => `${file.place}: ${complaint}`);
}
