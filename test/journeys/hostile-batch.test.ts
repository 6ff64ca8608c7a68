import { mkdirSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { axisConcerns, trust, verdicts } from '../../shared/messages/ui.en.ts';
import { generateBadges } from '../bench/generate-badges.ts';
import { FORGED } from '../security/attacks/attack.ts';
import { attackFiles, type AttackFile } from '../security/attacks/attack-files.ts';
import { attackPackBytes } from '../security/attacks/trust.ts';
import { expectAccessible } from './accessibility.ts';
import { journey, journeyFolder } from './journey.ts';
import { POOL } from './pool.ts';
import { keepPicture } from './screenshots.ts';
import { expectNothingLost } from './zoom.ts';

/** A batch as it may come on a bad day: 500 files, 60 of them made to deceive. The steps build on each other. */
const FILES = 500;
const ATTACKS = 60;
/** What the issue demands between the press and the cancelled import, in milliseconds. */
const CANCEL_LIMIT = 500;

/** What may come of a file, the gravest first. */
const OUTCOMES = [
  verdicts['not-valid'],
  'Refused',
  verdicts['cannot-verify-offline'],
  verdicts['verified-with-reservations'],
  verdicts.verified,
];

const folder = journeyFolder('hostile');
const batch = join(folder, 'batch');
const pack = join(folder, 'pack.json');
let attacks: readonly AttackFile[] = [];

describe('A batch of 500 with 60 attacks among them', () => {
  const { app, screens } = journey({ folder: join(folder, 'app') }, async () => {
    attacks = await writeBatch();
    writeFileSync(pack, await attackPackBytes());
  });

  /** What the dry run promised. */
  let promised = 0;
  let people = 0;
  /** Whether the import came to its end in spite of us. */
  let isOver = false;

  it('is looked at as a whole: every file has its result', async () => {
    await screens().window.goTo('issuers');
    await screens().issuers.addPack(pack);
    await screens().window.goTo('import');
    await screens().importing.drop(batch);
    await screens().importing.previewed();
    promised = await screens().importing.count('wouldImport');
    people = await screens().importing.count('candidates');
    expect(promised).toBeGreaterThan(FILES - ATTACKS);
  });

  it('is cancelled within half a second, as often as somebody likes, and keeps what is done', async () => {
    const { run, resume, watchCancel, cancelMeasured, count } = screens().importing;
    const done: number[] = [];
    const waits: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      await watchCancel();
      await (round === 0 ? run() : resume());
      const wait = await cancelMeasured();
      isOver = wait === null;
      if (wait === null) break;
      waits.push(wait);
      done.push(await count('imported'));
    }
    console.log(`Cancel took ${waits.map((wait) => `${Math.round(wait)} ms`).join(', ')}`);
    // The dry run has verified everything, so what is left may be over before a second or third press.
    expect(waits.length).toBeGreaterThan(0);
    // One of three may fall into a moment in which the machine was busy elsewhere.
    expect(waits.toSorted((one, other) => one - other)[Math.floor(waits.length / 2)]).toBeLessThan(CANCEL_LIMIT);
    expect(Math.max(...waits)).toBeLessThan(4 * CANCEL_LIMIT);
    expect(done).toEqual(done.toSorted((one, other) => one - other));
    expect(done[0]).toBeGreaterThan(0);
    expect(done.at(-1)).toBeLessThan(promised);
  });

  it('goes on to the end with nothing lost and nothing doubled', async () => {
    if (!isOver) await screens().importing.resume();
    await screens().importing.finished();
    expect(await screens().importing.count('imported')).toBe(promised);
    expect(await screens().importing.count('candidates')).toBe(people);
    const files = await screens().importing.filesShown();
    expect(files).toHaveLength(await screens().importing.count('files'));
    expect(new Set(files).size).toBe(files.length);
    await screens().window.goTo('candidates');
    const stored = await screens().candidates.sums();
    expect(stored.people).toBe(people);
    // A later edition stands in place of an earlier one, so that a few are not counted.
    expect(stored.credentials).toBeGreaterThan(promised - ATTACKS / 4);
    expect(stored.credentials).toBeLessThanOrEqual(promised);
    await screens().window.goTo('import');
  });

  it('finds the attacks at once: groups by outcome, and by what is wrong', async () => {
    const { groupCount, showGroup, groups } = screens().importing;
    expect(await groupCount(verdicts['not-valid'])).toBeGreaterThan(10);
    expect(await groupCount('Refused')).toBeGreaterThan(0);
    // What needs a look stands first.
    expect((await groups())[0]).toContain(verdicts['not-valid']);
    await showGroup(verdicts['not-valid']);
    await screens().importing.showConcern(axisConcerns.integrity);
    await expectAccessible(app().page, 'Import, attacks by what is wrong');
    await expectNothingLost(app().page);
    await keepPicture(app().page, 'import-attacks', 'top');
  });

  it('shows nothing attacked as verified, and with reservations only what a stranger may say of themselves', async () => {
    const { showGroup, filesShown, namesShown } = screens().importing;
    const gravest = new Map<string, string>();
    for (const group of OUTCOMES) {
      await showGroup(group);
      for (const file of await filesShown()) if (!gravest.has(file)) gravest.set(file, group);
    }
    const outcomeOf = ({ name }: AttackFile) =>
      [...gravest].find(([file]) => `${file}/`.includes(`/attacks/${basename(name)}/`))?.[1] ?? 'nowhere';
    // A file may carry something genuine beside what was attacked; then it stands in a graver group as well.
    expect(attacks.filter((each) => outcomeOf(each) === verdicts.verified).map(({ name }) => name)).toEqual([]);
    expect(attacks.filter((each) => outcomeOf(each) === 'nowhere').map(({ name }) => name)).toEqual([]);
    const reserved = attacks.filter((each) => outcomeOf(each) === verdicts['verified-with-reservations']);
    expect(reserved.filter(({ reservation }) => !reservation).map(({ name }) => name)).toEqual([]);
    await showGroup(verdicts.verified);
    const names = await namesShown();
    expect(names.length).toBeGreaterThan(100);
    expect(names.join('\n')).not.toContain(FORGED);
  });

  it('explains in the trust panel of each family what is wrong and what would settle it', async () => {
    const families = Map.groupBy(attacks, ({ family }) => family);
    const explained = new Map<string, string>();
    for (const group of [verdicts['not-valid'], verdicts['cannot-verify-offline']]) {
      await screens().window.goTo('import');
      await screens().importing.showGroup(group);
      const shown = await screens().importing.filesShown();
      for (const [family, files] of families) {
        if (explained.has(family) || explained.size >= 8) continue;
        const file = files.find(({ name }) => shown.some((one) => one.endsWith(`/${basename(name)}`)));
        if (file === undefined) continue;
        await screens().window.goTo('import');
        await screens().importing.showGroup(group);
        await screens().importing.openTrustOf(basename(file.name));
        await screens().candidates.panel().waitFor();
        expect(await screens().candidates.verdict(), file.name).toBe(group);
        explained.set(family, await screens().candidates.explanation());
        if (explained.size === 1) await expectAccessible(app().page, 'Trust panel of an attack');
      }
    }
    expect(explained.size).toBeGreaterThanOrEqual(6);
    for (const [family, words] of explained) {
      expect(words, family).toMatch(/Failed|Not checked/);
      expect(words, family).toContain(trust.settle);
      // No sentence has a hole, and none speaks in the names of a program.
      expect(words, family).not.toMatch(/undefined|not stated|\{\w+\}|\[object/);
    }
  });
});

/** Lays the batch out on disk: the pool's people, generated badges, and the attacks, as one folder. */
async function writeBatch(): Promise<readonly AttackFile[]> {
  const chosen = await attackFiles(ATTACKS);
  await cp(join(POOL, 'candidates'), join(batch, 'candidates'), { recursive: true });
  await cp(join(POOL, 'manifest.csv'), join(batch, 'manifest.csv'));
  mkdirSync(join(batch, 'attacks'));
  mkdirSync(join(batch, 'badges'));
  for (const { name, bytes } of chosen) writeFileSync(join(batch, 'attacks', basename(name)), bytes);
  for (const badge of await generateBadges(FILES - ATTACKS - POOL_FILES))
    writeFileSync(join(batch, badge.name), badge.bytes);
  return chosen;
}

/** The files of the pool's candidates and the manifest. */
const POOL_FILES = 157;
