import { describe, expect, it } from 'vitest';
import { compare, shell } from '../../shared/messages/ui.en.ts';
import { placing, profile, profileSteps } from '../../shared/messages/profile.en.ts';
import { expectAccessible } from './accessibility.ts';
import { importPool, journey, journeyFolder, saveJob } from './journey.ts';
import { keepPicture } from './screenshots.ts';
import { settled } from './screens/window.ts';
import { expectNothingLost } from './zoom.ts';

/** T-profiles against a job, side by side, and a skill that a person moves. The steps build on each other. */
describe('T-profiles', () => {
  const { app, screens } = journey({ folder: journeyFolder('profiles'), reducedMotion: true }, async (shown) => {
    await importPool(shown);
    await saveJob(shown);
  });

  it('of two candidates overlay the job’s', async () => {
    await screens().window.goTo('ranking');
    await screens().ranking.computed();
    const order = await screens().ranking.order();
    await screens().compare.open();
    await screens().compare.shown();
    expect(await screens().compare.people()).toEqual(order.slice(0, 2).map(({ name }) => name));
    await expectAccessible(app().page, 'Compare');
    await expectNothingLost(app().page);
    await keepPicture(app().page, 'compare', 'top');
  });

  it('say the same in a table, with what the job needs', async () => {
    const rows = await screens().compare.asTable();
    expect(rows.length).toBeGreaterThan(6);
    expect(rows.join('\n')).toMatch(/\d+ %, (reaches it|\d+ % short)/);
    await expectAccessible(app().page, 'Compare, as a table');
  });

  it('stand above the requirements, where people differ first', async () => {
    const rows = await screens().compare.rows();
    const [first] = rows;
    const same = rows.findIndex((row) => row.startsWith(compare.same));
    expect(first).toContain(compare.differs);
    expect(same).toBeGreaterThan(1);
    expect(rows.slice(1, same).join('\n')).toMatch(/Same words|Same framework entry|Text similarity/);
  });

  it('take up to five people, and one may go again', async () => {
    for (let count = 3; count <= 5; count += 1) {
      await screens().compare.add(count);
      await expect.poll(async () => (await screens().compare.people()).length).toBe(count);
      await screens().compare.shown();
    }
    expect(await app().page.getByLabel(compare.addLabel).count()).toBe(0);
    await expectNothingLost(app().page);
    const [, second = ''] = await screens().compare.people();
    await screens().compare.remove(second);
    await expect.poll(() => screens().compare.people()).not.toContain(second);
  });

  it('are there again after a reload, and no name is in them while names are hidden', async () => {
    const before = await screens().compare.people();
    await app().page.reload();
    await screens().compare.shown();
    expect(await screens().compare.people()).toEqual(before);
    expect(await app().page.getByRole('main').innerText()).not.toMatch(/Fictional|@people\.example/);
  });

  it('lead to the person, read over the same job', async () => {
    const [name = ''] = await screens().compare.people();
    await app().page.getByRole('link', { name, exact: true }).click();
    await app().page.getByRole('heading', { level: 1, name }).waitFor();
    await settled(app().page);
    expect(await screens().candidates.picture().innerHTML()).toContain(profile.neededLegend);
    await expectAccessible(app().page, 'Candidate over a job');
    await keepPicture(app().page, 't-profile-over-job', 'top');
  });

  it('let a person move a skill by keyboard, show it as such, and take it back', async () => {
    const field = screens()
      .candidates.picture()
      .getByRole('button', { name: /: depth/ })
      .first();
    await field.focus();
    await app().page.keyboard.press('Enter');
    const chosen = app().page.locator('section.profile-chosen');
    await chosen.waitFor();
    const quote = await chosen.locator('q').first().innerText();
    await chosen.getByRole('button', { name: /^Move/ }).first().press('Enter');
    const dialog = app().page.getByRole('dialog');
    await dialog.getByLabel(placing.place).selectOption({ label: 'Fisheries' });
    await dialog.getByLabel(shell.reason).fill('The course was about fish.');
    await expectAccessible(app().page, 'Moving a skill');
    await dialog.getByRole('button', { name: placing.confirm }).click();
    await dialog.waitFor({ state: 'hidden' });
    const fisheries = screens()
      .candidates.picture()
      .getByRole('button', { name: /^Fisheries/ });
    await fisheries.press('Enter');
    await expect.poll(() => chosen.innerText()).toContain('The course was about fish.');
    expect(await chosen.locator('q').first().innerText()).toBe(quote);
    await chosen.getByRole('button', { name: /^Move/ }).first().click();
    await dialog.getByLabel(shell.reason).fill('It was not.');
    await dialog.getByRole('button', { name: placing.takeBack }).click();
    await dialog.waitFor({ state: 'hidden' });
    await fisheries.waitFor({ state: 'detached' });
  });

  it('say what each import changed', async () => {
    await app().page.getByRole('button', { name: profileSteps.title }).click();
    const steps = app().page.locator('.profile-steps > li');
    await steps.first().waitFor();
    expect(await steps.first().innerText()).toMatch(/First import.*New field: .*Because of/s);
    await expectAccessible(app().page, 'What each import changed');
    await expectNothingLost(app().page);
  });
});
