import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { job, settings, shell, suggestSkill, taxonomies as words } from '../../shared/messages/ui.en.ts';
import { ESCO_FILES, file } from '../adapters/taxonomies/taxonomy-files.ts';
import { expectAccessible } from './accessibility.ts';
import { openApp, type AppUnderTest } from './app-under-test.ts';
import { keyboardOf } from './keyboard.ts';
import { screensOf } from './screens/screens.ts';
import { expectNothingLost } from './zoom.ts';

/** Taxonomies in the window: added, looked into and removed, by keyboard alone. The steps build on each other. */
const folder = mkdtempSync(join(tmpdir(), 'tessera-taxonomies-'));
const files = join(folder, 'files');
let app: AppUnderTest;

beforeAll(async () => {
  mkdirSync(files);
  for (const { name, bytes } of ESCO_FILES) writeFileSync(join(files, basename(name)), bytes);
  writeFileSync(join(files, 'letter.txt'), file('letter.txt', 'Dear all,').bytes);
  app = await openApp({ folder: join(folder, 'app'), reducedMotion: true });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const chosen = () => [...ESCO_FILES.map(({ name }) => basename(name)), 'letter.txt'].map((name) => join(files, name));

describe('taxonomies on the Settings screen', () => {
  it('are none at first, and the screen says what they are for', async () => {
    await screensOf(app.page).window.goTo('settings');
    await app.page.getByText(words.none).waitFor();
    for (const use of words.uses) await app.page.getByText(use).waitFor();
    await expectAccessible(app.page, 'Settings, no taxonomies');
  });

  it('are added by the keyboard; what can’t be read is named, and the rest is there', async () => {
    const keys = keyboardOf(app.page);
    // Waited for from before the way there, so that the window knows of it when Enter opens the dialog.
    const chooser = app.page.waitForEvent('filechooser');
    await keys.tabTo(words.add);
    await keys.press('Enter');
    await (await chooser).setFiles(chosen());
    await app.page
      .getByText(words.done(['ESCO']))
      .first()
      .waitFor();
    await app.page.getByText('letter.txt is no taxonomy in a form that Tessera reads.').waitFor();
    await app.page.getByRole('row', { name: /ESCO.*2 skills, 8 labels/u }).waitFor();
    await expectAccessible(app.page, 'Settings, taxonomies added');
    expect(await keys.focusedName()).toBe(words.dismiss);
    await keys.press('Enter');
    await app.page.getByText(words.problems).waitFor({ state: 'detached' });
  });

  it('say what they know of a name', async () => {
    const keys = keyboardOf(app.page);
    await keys.fill(words.lookUp, 'Beekeeping');
    await keys.press('Enter');
    await app.page.getByText(words.alsoCalled(['apiculture', 'bee keping', 'beekeeping'])).waitFor();
    await app.page.getByText('http://data.europa.eu/esco/skill/bees').waitFor();
    await expectAccessible(app.page, 'Settings, a skill looked up');
    await expectNothingLost(app.page);
  });

  it('let a person say which skill a requirement means; until then, and after a no, the words stay alone', async () => {
    const keys = keyboardOf(app.page);
    const asked = 'honey bee husbandry';
    const dialog = app.page.getByRole('dialog', { name: suggestSkill.title(asked) });
    const entries = app.page.getByRole('list', { name: suggestSkill.entries });
    await screensOf(app.page).window.goTo('jobs');
    await screensOf(app.page).jobs.create();
    await keys.fill(job.name, 'Beekeeper');
    await keys.fill(job.addLabel, asked);
    await keys.press('Enter');
    await keys.pressOn(new RegExp(`^${job.more}: ${asked}`, 'u'));
    await keys.pressOn(suggestSkill.openFor(asked));
    await dialog.getByText('keep bees').waitFor();
    await expectAccessible(app.page, 'Job, looking up a skill');
    await expectNothingLost(app.page);
    await keys.pressOn(suggestSkill.refuse);
    await dialog.waitFor({ state: 'detached' });
    expect(await entries.count()).toBe(0);

    expect(await keys.focusedName()).toBe(suggestSkill.openFor(asked));
    await keys.press('Enter');
    await dialog.getByText('keep bees').waitFor();
    await keys.pressOn(suggestSkill.acceptNamed('keep bees', 'ESCO'));
    await entries.getByText('keep bees').waitFor();
    await app.page.getByText(suggestSkill.entryCount(1)).waitFor();
    await expectAccessible(app.page, 'Job, a skill looked up');
    await screensOf(app.page).jobs.save();
    await app.page.reload();
    await app.page.getByRole('button', { name: new RegExp(`^${job.more}: ${asked}`, 'u') }).click();
    await entries.getByText('keep bees').waitFor();
  });

  it('are removed after a question, and the keyboard goes on where they are added', async () => {
    await screensOf(app.page).window.goTo('settings');
    const keys = keyboardOf(app.page);
    await keys.tabTo(words.removeLabel('ESCO'));
    await keys.press('Enter');
    await app.page.getByRole('alertdialog', { name: words.removeTitle }).waitFor();
    await expectAccessible(app.page, 'Settings, removing a taxonomy');
    expect(await keys.focusedName()).toBe(shell.cancel);
    await keys.press('Enter');
    await app.page.getByRole('alertdialog').waitFor({ state: 'detached' });
    await keys.tabTo(words.removeLabel('ESCO'));
    await keys.press('Enter');
    await app.page.getByRole('alertdialog').waitFor();
    await keys.pressOn(words.remove);
    await app.page.getByText(words.none).waitFor();
    await app.page.getByRole('heading', { name: settings.title, level: 1 }).waitFor();
    expect(await keys.focusedName()).toBe(words.add);
  });
});
