import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ranking as words } from '../../shared/messages/ui.en.ts';
import { expectAccessible } from './accessibility.ts';
import { openApp, type AppUnderTest } from './app-under-test.ts';
import { POOL, POOL_PACK, poolText } from './pool.ts';
import { keepFailure, keepPicture } from './screenshots.ts';
import { screensOf } from './screens/screens.ts';

/** What a person asks of a ranking, and says to it: before a restart, and after. The steps build on each other. */
const folder = mkdtempSync(join(tmpdir(), 'tessera-ranking-'));
let app: AppUnderTest;
const screens = () => screensOf(app.page);
const names = async () => (await screens().ranking.order()).map(({ name }) => name);

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await keepFailure(app.page, task.name);
  expect(app.watched.complaints).toEqual([]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The engine ranks within a moment; a busy machine takes its time to show it. */
const SOON = { timeout: 10_000 };

/** The words that were refused before the restart. */
let refused = '';

describe('a ranking that is asked', () => {
  beforeAll(async () => {
    app = await openApp({ folder, reducedMotion: true });
    await screens().window.goTo('issuers');
    await screens().issuers.addPack(POOL_PACK);
    await screens().window.goTo('import');
    await screens().importing.drop(join(POOL, 'candidates'), join(POOL, 'manifest.csv'));
    await screens().importing.previewed();
    await screens().importing.run();
    await screens().importing.finished();
    await screens().window.goTo('jobs');
    await screens().jobs.create();
    await screens().jobs.read(poolText('jobs/data-analyst.json'));
    await screens().jobs.acceptAll();
    await screens().jobs.save();
  });
  afterAll(() => app.close());

  it('is there while the encoder is still at work on it, and says for how many people it is complete', async () => {
    await screens().window.goTo('ranking', { andSettle: false });
    const progress = app.page.getByRole('progressbar', { name: words.soFar });
    await progress.waitFor({ timeout: 60_000 });
    expect((await names()).length).toBeGreaterThan(0);
    await expectAccessible(app.page, 'Ranking, while it is embedded');
    await progress.waitFor({ state: 'hidden', timeout: 120_000 });
    await expect.poll(async () => (await names()).length, SOON).toBeGreaterThan(40);
  });

  it('stands in another order as soon as a weight is moved by the keyboard, and goes back', async () => {
    const before = await names();
    await screens().ranking.moveWeight('must', 'Home');
    await expect.poll(names, SOON).not.toEqual(before);
    await screens().ranking.resetWeights();
    await expect.poll(names, SOON).toEqual(before);
  });

  it('says why one stands above another in one sentence and a table', async () => {
    const [first, , third] = await screens().ranking.order();
    const why = await screens().ranking.whyAbove(1, 3);
    expect(why.title).toBe(words.whyAboveTitle(first?.name ?? '', third?.name ?? ''));
    const distance = (Number(first?.points) - Number(third?.points)).toFixed(0);
    expect(why.sentence).toContain(`${first?.name} stands above ${third?.name} by ${distance}`);
    expect(why.sentence).toMatch(/shows it by “.+”/);
    const requirements = JSON.parse(poolText('jobs/data-analyst.json')).requirements as readonly { kind: string }[];
    expect(why.rows).toHaveLength(requirements.filter(({ kind }) => kind !== 'characteristic').length);
    await expectAccessible(app.page, 'Ranking, why one stands above another');
    await keepPicture(app.page, 'ranking-why-above', 'top');
    await screens().ranking.closeWhy();
  });

  it('says how firm a rank is, and which document would change it', async () => {
    await screens().ranking.explain(3);
    const explanation = screens().ranking.explanation();
    await explanation
      .getByText(/however the weights are moved by up to 20 %|can move it by more than 5 places/)
      .waitFor();
    await explanation.getByText(/^One verified credential for “.+” .*would move the points from/).waitFor();
    await expectAccessible(app.page, 'Ranking, explanation with sensitivity');
    await keepPicture(app.page, 'ranking-explanation', 'top');
    await screens().ranking.closeExplanation();
  });

  it('hides nobody silently: a filter says how many it hides and shows them again', async () => {
    const all = (await names()).length;
    await screens().ranking.filterMusts();
    await expect.poll(async () => (await names()).length, SOON).toBeLessThan(all);
    const hidden = all - (await names()).length;
    await app.page.getByText(words.hiddenByFilter(hidden)).waitFor();
    await screens().ranking.showHidden();
    await expect.poll(async () => (await names()).length, SOON).toBe(all);
  });

  it('takes a match away that a person refuses as not the same skill', async () => {
    await screens().ranking.explain(1);
    refused = (await screens().ranking.evidence()).quote.replaceAll(/[“”]/gu, '');
    await screens().ranking.judge('notSame', 'The award is about another subject.');
    await expect.poll(() => screens().ranking.refusals().count(), SOON).toBe(1);
    expect((await screens().ranking.refusals().innerText()).toLowerCase()).toContain(refused.toLowerCase());
    await expectAccessible(app.page, 'Ranking, with a refusal');
  });
});

describe('the same ranking after a restart', () => {
  beforeAll(async () => {
    app = await openApp({ folder, reducedMotion: true });
    await screens().window.goTo('ranking');
    await screens().ranking.computed();
  });
  afterAll(() => app.close());

  it('still keeps the refused words apart, until the person takes it back', async () => {
    const rule = await screens().ranking.refusals().innerText();
    expect(rule).toContain('The award is about another subject.');
    expect(rule.toLowerCase()).toContain(refused.toLowerCase());
    const before = await screens().ranking.order();
    await screens().ranking.takeBackFirstRefusal('It was the same after all.');
    await expect.poll(() => screens().ranking.refusals().count(), SOON).toBe(0);
    await expect.poll(() => screens().ranking.order(), SOON).not.toEqual(before);
  });

  it('stands in the order of import where AI is off, on the same screen', async () => {
    const ranked = await names();
    await screens().ranking.setAi();
    await app.page.getByText(words.aiOff).waitFor();
    await expect.poll(names, SOON).not.toEqual(ranked);
    expect([...(await names())].sort()).toEqual([...ranked].sort());
    const why = await screens().ranking.whyAbove(1, 2);
    expect(why.sentence).toContain(words.whyOff);
    await screens().ranking.explain(1);
    await expectAccessible(app.page, 'Ranking, AI off');
  });
});
