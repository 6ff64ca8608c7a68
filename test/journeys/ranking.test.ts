import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { compare, ranking as words, shell } from '../../shared/messages/ui.en.ts';
import { unsignedBadge } from '../fixtures/content/unsigned-badge.ts';
import { expectAccessible } from './accessibility.ts';
import { holdProcess, type HeldProcess } from './hold-process.ts';
import { importPaths, importPool, journey, journeyFolder, saveJob } from './journey.ts';
import { poolText } from './pool.ts';
import { keepPicture } from './screenshots.ts';
import type { Screens } from './screens/screens.ts';

/** What a person asks of a ranking, and says to it: before a restart, and after. The steps build on each other. */
const folder = journeyFolder('ranking');
const namesOn = (screens: () => Screens) => async () => (await screens().ranking.order()).map(({ name }) => name);

/** The engine ranks within a moment; a busy machine takes its time to show it. */
const SOON = { timeout: 10_000 };

/** The words that were refused before the restart. */
let refused = '';

describe('a ranking that is asked', () => {
  let embedder: HeldProcess | undefined;
  const { app, screens } = journey({ folder, reducedMotion: true }, async (shown) => {
    embedder = holdProcess('embedder-process');
    await importPool(shown);
    await saveJob(shown);
  });
  afterAll(() => embedder?.release());
  const names = namesOn(screens);

  it('is there while the encoder is still at work on it, and says for how many people it is complete', async () => {
    await screens().window.goTo('ranking', { andSettle: false });
    const progress = app().page.getByRole('progressbar', { name: words.soFar });
    await embedder?.runUntil(() => progress.isVisible());
    expect((await names()).length).toBeGreaterThan(0);
    await expectAccessible(app().page, 'Ranking, while it is embedded');
    embedder?.release();
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
    expect(why.sentence).toContain(`${first?.name} stands above ${third?.name} by `);
    // The list and the sentence round each for itself.
    const distance = Number(/ by ([\d.]+) points/u.exec(why.sentence)?.[1]);
    expect(Math.abs(distance - (Number(first?.points) - Number(third?.points)))).toBeLessThan(0.11);
    expect(why.sentence).toMatch(/shows it by “.+”/);
    const requirements = JSON.parse(poolText('jobs/data-analyst.json')).requirements as readonly { kind: string }[];
    expect(why.rows).toHaveLength(requirements.filter(({ kind }) => kind !== 'characteristic').length);
    await expectAccessible(app().page, 'Ranking, why one stands above another');
    await keepPicture(app().page, 'ranking-why-above', 'top');
    await screens().ranking.closeWhy();
  });

  it('sets people side by side who were chosen with the keyboard, and says how many they are', async () => {
    const order = await names();
    const announced = app().page.locator('[aria-live="polite"]');
    for (const [place, count] of [
      [1, 1],
      [2, 2],
      [4, 3],
    ] as const) {
      await screens().ranking.chooseByKey(place);
      await expect.poll(() => announced.innerText()).toContain(words.chosenCount(count));
    }
    const chosen = [order[0], order[1], order[3]].map(String);
    expect(await screens().ranking.chosen().innerText()).toContain(words.chosenPeople(chosen));
    await expectAccessible(app().page, 'Ranking, with people chosen');
    await screens().compare.openChosen(3);
    await screens().compare.shown();
    expect(await screens().compare.people()).toEqual(chosen);
    await app().page.goBack();
    await screens().ranking.computed();
  });

  it('says how firm a rank is, and which document would change it', async () => {
    await screens().ranking.explain(3);
    const explanation = screens().ranking.explanation();
    await explanation
      .getByText(/however the weights are moved by up to 20 %|can move it by more than 5 places/)
      .waitFor();
    await explanation.getByText(/^One verified credential for “.+” .*would move the points from/).waitFor();
    await expectAccessible(app().page, 'Ranking, explanation with sensitivity');
    await keepPicture(app().page, 'ranking-explanation', 'top');
    await screens().ranking.closeExplanation();
  });

  it('hides nobody silently: a filter says how many it hides and shows them again', async () => {
    const all = (await names()).length;
    await screens().ranking.filterMusts();
    await expect.poll(async () => (await names()).length, SOON).toBeLessThan(all);
    const hidden = all - (await names()).length;
    await app().page.getByText(words.hiddenByFilter(hidden)).waitFor();
    await screens().ranking.showHidden();
    await expect.poll(async () => (await names()).length, SOON).toBe(all);
  });

  it('takes a match away that a person refuses as not the same skill', async () => {
    await screens().ranking.explain(1);
    refused = (await screens().ranking.evidence()).quote.replaceAll(/[“”]/gu, '');
    await screens().ranking.judge('notSame', 'The award is about another subject.');
    await expect.poll(() => screens().ranking.refusals().count(), SOON).toBe(1);
    expect((await screens().ranking.refusals().innerText()).toLowerCase()).toContain(refused.toLowerCase());
    await expectAccessible(app().page, 'Ranking, with a refusal');
  });
});

describe('the same ranking after a restart', () => {
  const { app, screens } = journey({ folder, reducedMotion: true }, async (shown) => {
    await shown.window.goTo('ranking');
    await shown.ranking.computed();
  });
  const names = namesOn(screens);

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
    await app().page.getByText(words.aiOff).waitFor();
    await expect.poll(names, SOON).not.toEqual(ranked);
    expect([...(await names())].sort()).toEqual([...ranked].sort());
    const why = await screens().ranking.whyAbove(1, 2);
    expect(why.sentence).toContain(words.whyOff);
    await screens().ranking.explain(1);
    await expectAccessible(app().page, 'Ranking, AI off');
  });
});

describe('a ranking of more people than are explained at once', () => {
  const PEOPLE = 130;
  const files = journeyFolder('crowd-files');
  const job = JSON.parse(poolText('jobs/data-analyst.json')) as { readonly requirements: readonly { text: string }[] };
  const { app, screens } = journey({ folder: journeyFolder('crowd'), reducedMotion: true }, async (shown) => {
    for (let index = 0; index < PEOPLE; index += 1) {
      const skills = job.requirements.map(({ text }) => text).filter((_, skill) => index % (skill + 2) === 0);
      writeFileSync(join(files, `${index}.json`), unsignedBadge(index, skills));
    }
    await importPaths(shown, files);
    await saveJob(shown);
    await shown.window.goTo('ranking');
    await shown.ranking.computed();
  });

  it('has everybody page by page, in the order of the points, and says why they stand there', async () => {
    await app()
      .page.getByText(shell.rows(1, 100, PEOPLE))
      .waitFor();
    const first = await screens().ranking.order();
    await screens().ranking.nextPage();
    await app()
      .page.getByText(shell.rows(101, PEOPLE, PEOPLE))
      .waitFor();
    await app().page.getByText(words.stillAsked).first().waitFor({ state: 'detached' });
    const points = [...first, ...(await screens().ranking.order())].map((row) => Number(row.points));
    expect(points).toHaveLength(PEOPLE);
    expect(points).toEqual(points.toSorted((a, b) => b - a));
    await screens().ranking.explain(30);
    expect(await screens().ranking.explanation().innerText()).toContain(words.requirements);
    await expectAccessible(app().page, 'Ranking, second page');
    await screens().ranking.closeExplanation();
  });

  it('compares people of different pages', async () => {
    const [last = ''] = (await screens().ranking.order()).slice(-1).map(({ name }) => name);
    await screens().ranking.chooseByKey(30);
    await app().page.getByRole('button', { name: shell.previousPage }).click();
    const [first = ''] = (await screens().ranking.order()).map(({ name }) => name);
    await screens().ranking.chooseByKey(1);
    await screens().compare.openChosen(2);
    await screens().compare.shown();
    expect(await screens().compare.people()).toEqual([last, first]);
    expect((await screens().compare.rows()).join('\n')).not.toContain(compare.notRanked);
    await app().page.goBack();
    await screens().ranking.computed();
  });

  it('is exported with everybody', async () => {
    const { text } = await screens().ranking.export('json');
    const document = JSON.parse(text) as { readonly people: readonly { readonly label: string }[] };
    expect(new Set(document.people.map(({ label }) => label)).size).toBe(PEOPLE);
  });
});
