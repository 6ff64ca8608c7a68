import { afterAll, describe, expect, it } from 'vitest';
import { readIssuerPack } from '../../main/adapters/verification/issuer-pack.ts';
import { createVerifierPool } from '../../main/engine/verifier-pool.ts';
import type { Attack, AttackedFile } from './attacks/attack.ts';
import { applicationsOf, carry } from './attacks/carriers.ts';
import { ATTACKS } from './attacks/catalogue.ts';
import { genuineSpecimens } from './attacks/genuine.ts';
import { judge } from './attacks/judge.ts';
import { attackPackBytes } from './attacks/trust.ts';
import { NOBODY, SAMPLE_TRUST } from './sample-trust.ts';

/** What one file may take beyond what the process and its worker have anyway. */
const MEGABYTES = 300;

const pool = createVerifierPool({ workers: 1 });
afterAll(() => pool.close());

describe('the memory that an attack takes', () => {
  it(`stays below ${MEGABYTES} MB for every bomb`, async () => {
    const pack = readIssuerPack(await attackPackBytes());
    if (!pack.ok) throw new Error(pack.problem.code);
    const trust = { ...SAMPLE_TRUST, packs: [pack.value] };
    await pool.verify(await carry(JSON.stringify((await genuineSpecimens()).badge), 'JSON'), NOBODY, trust);
    const bombs = await largest();
    expect(bombs.length).toBeGreaterThan(40);
    const taken: string[] = [];
    let most = 0;
    for (const [attack, file] of bombs) {
      const before = process.memoryUsage.rss();
      let peak = before;
      const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 10);
      await judge(attack, file, pool, trust);
      clearInterval(watch);
      const megabytes = Math.round((Math.max(peak, process.memoryUsage.rss()) - before) / 1024 / 1024);
      most = Math.max(most, megabytes);
      if (megabytes >= MEGABYTES) taken.push(`${attack.name} in ${file.place}: ${megabytes} MB`);
    }
    console.log(`${bombs.length} files, at most ${most} MB`);
    expect(taken).toEqual([]);
  }, 240_000);
});

/** The applications that are large, swell or never end; every other attack is a few kilobytes. */
async function largest(): Promise<(readonly [Attack, AttackedFile])[]> {
  const families = ['endless graphs', 'pictures', 'archives', 'JSON texts', 'status', 'presentations', 'records'];
  const swelling = /bomb|poison|deep|many|megabyte|long|large|digits/;
  const found: (readonly [Attack, AttackedFile])[] = [];
  for (const [family, attacks] of Object.entries(ATTACKS)) {
    for (const attack of attacks.filter(({ name }) => swelling.test(name) && families.includes(family))) {
      for (const file of await applicationsOf(attack)) if (isTried(family, file)) found.push([attack, file]);
    }
  }
  return found;
}

/** The same words in one more container take what they take alone; a picture is tried as what it is. */
function isTried(family: string, { place }: AttackedFile): boolean {
  return ['pictures', 'presentations', 'records'].includes(family) || ['JSON', 'JWT', 'ZIP'].includes(place);
}
