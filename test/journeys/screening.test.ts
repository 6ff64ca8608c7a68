import { describe, expect, it, onTestFinished } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import type { AppUnderTest } from './app-under-test.ts';
import { holdProcess } from './hold-process.ts';
import { journey, journeyFolder } from './journey.ts';
import { POOL, POOL_PACK, poolText } from './pool.ts';
import { keepPicture } from './screenshots.ts';
import type { RankedRow } from './screens/ranking-screen.ts';
import type { Screens } from './screens/screens.ts';
import { settled, type ScreenName } from './screens/window.ts';

/**
 * What a recruiter does with Tessera, from the first file to the exported shortlist: on the first run, and again in the
 * workspace that it left. The steps of a journey build on each other.
 */
const folder = journeyFolder('screening');

/** What the first run saw and the second one must see again. */
const first: { order: readonly RankedRow[]; analysts: string } = { order: [], analysts: '' };

describe('the first run', () => {
  const { app, screens } = journey({ folder });

  it('starts empty, offline and with names hidden', async () => {
    expect(await screens().window.heading().innerText()).toBe('Import');
    await expectAccessible(app().page, 'Import, empty');
    await screens().window.goTo('candidates');
    await expectAccessible(app().page, 'Candidates, empty');
  });

  it('takes an issuer pack', async () => {
    await screens().window.goTo('issuers');
    await screens().issuers.addPack(POOL_PACK);
    expect(await screens().issuers.packs()).toHaveLength(1);
  });

  it('looks at a dropped folder and changes nothing yet', async () => {
    await screens().window.goTo('import');
    await screens().importing.drop(POOL);
    await screens().importing.previewed();
    expect(await screens().importing.count('wouldImport')).toBeGreaterThan(150);
    expect(await screens().importing.count('candidates')).toBeGreaterThan(40);
    await expectAccessible(app().page, 'Import, dry run');
    await keepPicture(app().page, 'import-dry-run', 'top');
    await screens().window.goTo('candidates');
    expect(await screens().candidates.names()).toEqual([]);
  });

  it('says of each refused file what it is and what to do', async () => {
    await screens().window.goTo('import');
    await screens().importing.showRefused();
    for (const file of ['letter.pdf', 'bomb.zip', 'broken.json', 'empty.json', 'blockcerts.json', 'picture.png']) {
      expect(await screens().importing.resultOf(file), file).toMatch(/Refused$/);
    }
  });

  it('shows its progress, and keeps what is done when it is cancelled', async () => {
    const progress = await screens().importing.followProgress();
    const promised = await screens().importing.count('wouldImport');
    await screens().importing.watchCancel();
    // In slices, or a fast engine would be through with the pool before the window has its first word of it.
    const engine = holdProcess('engine-process');
    onTestFinished(engine.release);
    await screens().importing.run();
    await engine.runUntil(() => screens().importing.isCancelled());
    engine.release();
    expect(await screens().importing.count('imported')).toBeLessThan(promised);
    expect((await progress()).length).toBeGreaterThan(0);
  });

  it('resumes where it was', async () => {
    await screens().importing.resume();
    await screens().importing.finished();
    expect(await screens().importing.count('refused')).toBeGreaterThan(20);
    await screens().window.goTo('candidates');
    // The list follows what has changed in steps that a person can see.
    await expect.poll(async () => (await screens().candidates.names()).length).toBeGreaterThan(40);
    const names = await screens().candidates.names();
    expect(new Set(names).size).toBe(names.length);
    await expectAccessible(app().page, 'Candidates');
  });

  it('makes a job of an ad, whose lines a person accepts', async () => {
    await screens().window.goTo('jobs');
    await screens().jobs.create();
    await screens().jobs.read(poolText('jobs/data-analyst-ad.txt'));
    expect(await screens().jobs.suggestions().count()).toBeGreaterThan(5);
    await expectAccessible(app().page, 'Job, suggested lines');
    await screens().jobs.acceptFirst();
    await screens().jobs.acceptAll();
    await screens().jobs.save();
    await expectAccessible(app().page, 'Job, saved');
  });

  it('takes a job from a file of Tessera’s own', async () => {
    await screens().window.goTo('jobs');
    await screens().jobs.create();
    await screens().jobs.read(poolText('jobs/data-analyst.json'));
    await screens().jobs.acceptAll();
    await screens().jobs.save();
    first.analysts = await screens().window.heading().innerText();
    await screens().window.goTo('jobs');
    expect(await screens().jobs.saved()).toHaveLength(2);
    await expectAccessible(app().page, 'Jobs');
  });

  readingTheRanking(app, screens);

  it('keeps a person’s judgement beside the machine’s, with its reason', async () => {
    await screens().window.goTo('ranking');
    await screens().ranking.choose(first.analysts);
    await screens().ranking.computed();
    const before = (await screens().ranking.order())[1];
    await screens().ranking.explain(2);
    await screens().ranking.judge('notSame', 'The course was about another subject.');
    const pointsNow = async () => {
      const now = (await screens().ranking.order()).find(({ name }) => name === before?.name);
      return Number(now?.points);
    };
    await expect.poll(pointsNow).toBeLessThan(Number(before?.points));
    first.order = await screens().ranking.order();
    await screens().window.goTo('log');
    expect(await app().page.getByRole('main').innerText()).toContain('The course was about another subject.');
  });
});

describe('the workspace opened again', () => {
  const { app, screens } = journey({ folder });

  it('has everything that was there', async () => {
    await screens().window.goTo('candidates');
    expect((await screens().candidates.names()).length).toBeGreaterThan(40);
    await screens().window.goTo('jobs');
    expect(await screens().jobs.saved()).toHaveLength(2);
    await screens().window.goTo('issuers');
    expect(await screens().issuers.packs()).toHaveLength(1);
  });

  it('finds nothing new in the folder that it has already', async () => {
    await screens().window.goTo('import');
    await screens().importing.drop(POOL);
    await screens().importing.previewed();
    expect(await screens().importing.count('wouldImport')).toBe(0);
    expect(await screens().importing.isRunDisabled()).toBe(true);
    await screens().importing.discard();
  });

  it('ranks as it did, the person’s judgement included', async () => {
    await screens().window.goTo('ranking');
    await screens().ranking.choose(first.analysts);
    await screens().ranking.computed();
    expect(await screens().ranking.order()).toEqual(first.order);
  });

  readingTheRanking(app, screens);

  it.each<ScreenName>(['import', 'candidates', 'jobs', 'ranking', 'issuers', 'model', 'settings', 'log'])(
    'has no barrier on the screen %s, in light and in dark',
    async (screen) => {
      await screens().window.goTo(screen);
      await expectAccessible(app().page, screen);
    },
  );
});

/** Reading steps that hold on the first run and later. */
function readingTheRanking(app: () => AppUnderTest, screens: () => Screens): void {
  it('ranks the people for a job', async () => {
    await screens().window.goTo('ranking');
    await screens().ranking.choose(first.analysts);
    await screens().ranking.computed();
    const order = await screens().ranking.order();
    expect(order.length).toBeGreaterThan(40);
    const points = order.map((row) => Number(row.points));
    expect(points).toEqual(points.toSorted((one, other) => other - one));
    await expectAccessible(app().page, 'Ranking');
  });

  it('says why number one is number one, down to the quoted field', async () => {
    await screens().ranking.explain(1);
    const { quote, field } = await screens().ranking.evidence();
    expect(quote).not.toBe('');
    expect(field).toMatch(/^\/(credentialSubject|vc|verifiableCredential)\//);
    expect(await screens().ranking.factors()).toContain('Verification');
    await expectAccessible(app().page, 'Ranking, explanation');
    await keepPicture(app().page, 'ranking', 'top');
  });

  it('leads from the quote to the credential’s trust panel', async () => {
    await screens().ranking.openTrust();
    await screens().candidates.panel().waitFor();
    expect(await screens().candidates.verdict()).toBe('Verified');
    expect(await screens().candidates.check('integrity')).toMatch(/Passed/);
    await settled(app().page);
    await expectAccessible(app().page, 'Candidate, trust panel');
  });

  it('shows the person as a T-profile, as a picture and as a table', async () => {
    expect(await screens().candidates.picture().isVisible()).toBe(true);
    await keepPicture(app().page, 't-profile', 'top');
    await screens().candidates.profileAsTable();
    await expectAccessible(app().page, 'Candidate, profile as table');
  });

  it('says of a revoked credential that its issuer took it back', async () => {
    await namesShown(screens());
    await screens().candidates.open('Pascal Fictional');
    await screens().candidates.openCredentialWhere('status', /Failed.*revoked/i);
    expect(await screens().candidates.verdict()).toBe('Not valid');
    await expectAccessible(app().page, 'Trust panel of a revoked credential');
    await keepPicture(app().page, 'trust-revoked');
  });

  it('says of an unknown issuer what would settle it', async () => {
    await screens().window.goTo('candidates');
    await screens().candidates.open('Quincy Example');
    await screens().candidates.openCredentialWhere(
      'issuer',
      /Not checked.*not on your trust list.*What would settle this/s,
    );
    expect(await screens().candidates.verdict()).toBe('Verified with reservations');
    await expectAccessible(app().page, 'Trust panel of an unknown issuer');
    await keepPicture(app().page, 'trust-unknown-issuer');
    await screens().window.goTo('settings');
    await screens().settings.setBlind(true);
  });

  it('exports the ranking without a name while names are hidden', async () => {
    await screens().window.goTo('ranking');
    await screens().ranking.choose(first.analysts);
    await screens().ranking.computed();
    const csv = await screens().ranking.export('csv');
    expect(csv.fileName).toMatch(/\.csv$/);
    expect(csv.text.split('\n').length).toBeGreaterThan(40);
    const html = await screens().ranking.export('html');
    expect(html.text).toContain('<svg');
    const json = await screens().ranking.export('json');
    expect(JSON.parse(json.text)).toBeTypeOf('object');
    for (const { text } of [csv, html, json]) expect(text).not.toMatch(/Pascal|Quincy|@people\.example/);
  });
}

async function namesShown(screens: Screens): Promise<void> {
  await screens.window.goTo('settings');
  await screens.settings.setBlind(false);
  await screens.window.goTo('candidates');
}
