import { describe, expect, it, onTestFinished } from 'vitest';
import { candidates, gaps, ranking, search, shell, tiers } from '../../shared/messages/ui.en.ts';
import { expectAccessible } from './accessibility.ts';
import { holdProcess } from './hold-process.ts';
import { importPool, journey, journeyFolder, saveJob } from './journey.ts';
import { keyboardOf } from './keyboard.ts';
import { poolText } from './pool.ts';
import { keepPicture } from './screenshots.ts';
import { expectNothingLost } from './zoom.ts';

/** What no credential of the pool comes near. */
const UNHEARD_OF = 'braze copper pipes underwater';

/** The pool's job with a requirement more. */
function jobNobodyFits(): string {
  const job = JSON.parse(poolText('jobs/data-analyst.json')) as { readonly requirements: readonly object[] };
  const another = { ...job.requirements[0], id: 'R99', text: UNHEARD_OF, alternatives: [], frameworkIds: [] };
  return JSON.stringify({ ...job, requirements: [...job.requirements, another] });
}

/** People by a skill, a text and an example, and what nobody shows. The steps build on each other. */
describe('a search', () => {
  const { app, screens } = journey({ folder: journeyFolder('search'), reducedMotion: true });
  const announced = () => app().page.locator('[aria-live="polite"]').innerText();

  it('leads to the import where there is nobody to find', async () => {
    await screens().window.goTo('search');
    await app().page.getByRole('heading', { name: candidates.emptyTitle }).waitFor();
    expect(await screens().search.box().count()).toBe(0);
  });

  it('by a skill finds people with the exact words and the credential in which they stand', async () => {
    const embedder = holdProcess('embedder-process');
    onTestFinished(embedder.release);
    await importPool(screens());
    await screens().window.goTo('search');
    await app().page.getByRole('heading', { name: search.start }).waitFor();
    await expectAccessible(app().page, 'Search, before it');
    await screens().search.box().fill('query databases');
    await app().page.keyboard.press('Enter');
    await app().page.getByRole('progressbar', { name: search.busy }).waitFor({ timeout: 60_000 });
    await expectAccessible(app().page, 'Search, while wordings are embedded');
    embedder.release();
    await screens().search.answered();
    const { alike, of } = await screens().search.found();
    const rows = await screens().search.rows();
    expect(of).toBeGreaterThan(40);
    expect(alike).toBeGreaterThan(0);
    expect(alike).toBeLessThan(of);
    expect(rows).toHaveLength(Math.min(alike, 25));
    expect(rows[0]?.quotes.join()).toMatch(/SQL|database|quer/iu);
    expect(rows[0]?.words).toMatch(/Strong|Likely|Possible/);
    expect(rows.map(({ words }) => words).join('\n')).toContain(tiers.similarity);
    expect(rows.map(({ words }) => words).join('\n')).toMatch(/Verified|Can’t be verified/);
    expect(await announced()).toContain(search.announce(alike, of));
    await expectAccessible(app().page, 'Search, with people');
    await expectNothingLost(app().page);
    await keepPicture(app().page, 'search', 'top');
  });

  it('shows no name while names are hidden, and the names of the list of candidates when they are not', async () => {
    expect(await app().page.getByRole('main').innerText()).not.toMatch(/Fictional|@people\.example/);
    const blind = await screens().search.rows();
    await screens().window.goTo('settings');
    await screens().settings.setBlind(false);
    await screens().window.goTo('candidates');
    const names = await screens().candidates.names();
    await screens().window.goTo('search');
    await screens().search.find('query databases');
    const shown = await screens().search.rows();
    expect(shown.map(({ quotes }) => quotes)).toEqual(blind.map(({ quotes }) => quotes));
    for (const { name } of shown) expect(names).toContain(name);
    expect(shown.map(({ name }) => name)).not.toEqual(blind.map(({ name }) => name));
    await screens().window.goTo('settings');
    await screens().settings.setBlind(true);
  });

  it('by a text compares each clause, says what it left out, and how many lines each person shows', async () => {
    await screens().window.goTo('search');
    await screens().search.find('Dress wounds at home, plan nursing care; no night shifts');
    await app()
      .page.getByText(search.leftOut([{ text: 'no night shifts', because: 'denied' }]))
      .waitFor();
    const [first] = await screens().search.rows();
    expect(first?.words).toContain(search.shows(2, 2));
    expect(first?.words).toContain('plan nursing care');
    await expectAccessible(app().page, 'Search, by a text');
    await keepPicture(app().page, 'search-by-text', 'top');
  });

  it('leaves nobody out without a word', async () => {
    const before = (await screens().search.rows()).length;
    await screens().search.showDistant();
    await expect.poll(async () => (await screens().search.rows()).length).toBeGreaterThan(before);
    await app().page.getByText(search.distantWords, { exact: true }).first().waitFor();
    await expectAccessible(app().page, 'Search, with the distant');
  });

  it('says so where nobody shows it, and where there is nothing to search for', async () => {
    await screens().search.find(UNHEARD_OF);
    expect((await screens().search.found()).alike).toBe(0);
    await app().page.getByRole('heading', { name: search.nobody }).waitFor();
    await app().page.getByLabel(search.box).fill('without supervision');
    await app().page.keyboard.press('Enter');
    await app().page.getByRole('heading', { name: search.nothingAsked }).waitFor();
    await expectAccessible(app().page, 'Search, for nothing');
  });

  it('goes back to the search before, and is there again after a reload', async () => {
    await screens().search.find('query databases');
    const rows = await screens().search.rows();
    await screens().search.find('plan nursing care');
    await app().page.goBack();
    await expect.poll(() => screens().search.box().inputValue()).toBe('query databases');
    await expect.poll(() => screens().search.rows()).toEqual(rows);
    await app().page.reload();
    await screens().search.answered();
    await expect.poll(() => screens().search.rows()).toEqual(rows);
  });

  it('is done by the keyboard alone, from the palette to the person', async () => {
    const keys = keyboardOf(app().page);
    await keys.goByName(shell.screens.jobs);
    await keys.press('Control+k');
    await app().page.locator('[role="dialog"] input:focus').waitFor();
    await keys.type('query databases');
    await app()
      .page.getByRole('menuitem', { name: shell.paletteFind('query databases') })
      .waitFor();
    await keys.press('Enter');
    await screens().search.answered();
    const [one, two] = await screens().search.rows();
    await keys.press('/');
    expect(await keys.focusedName()).toBe(search.box);
    await keys.tabTo(one?.name ?? '');
    await keys.press('j');
    expect(await keys.focusedName()).toBe(two?.name);
    await keys.press('k');
    await keys.press('Enter');
    await app()
      .page.getByRole('heading', { level: 1, name: one?.name ?? '' })
      .waitFor();
  });

  it('by an example says what it compares, and does not find the person', async () => {
    const person = await screens().window.heading().innerText();
    await screens().search.likeThisOne();
    await app()
      .page.getByRole('heading', { level: 1, name: search.likeTitle(person) })
      .waitFor();
    await screens().search.answered();
    await app().page.getByText(search.likeLead).waitFor();
    await app()
      .page.getByRole('button', { name: /^What is compared/ })
      .click();
    await app().page.getByText(search.comparedNote).waitFor();
    const rows = await screens().search.rows();
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map(({ name }) => name)).not.toContain(person);
    expect(rows[0]?.words).toMatch(/shows \d+ of \d+/);
    await expectAccessible(app().page, 'People like this one');
    await expectNothingLost(app().page);
    await keepPicture(app().page, 'people-like-this-one', 'top');
  });

  it('is reached from the palette where a person is open', async () => {
    const [first] = await screens().search.rows();
    await screens().search.open(first?.name ?? '');
    await app()
      .page.getByRole('heading', { level: 1, name: first?.name ?? '' })
      .waitFor();
    await keyboardOf(app().page).goByName(search.likeTitle(first?.name ?? ''));
    await screens().search.answered();
  });

  it('of a job’s requirements says first what nobody shows, and leads to who comes near', async () => {
    await saveJob(screens(), jobNobodyFits());
    await screens().window.goTo('ranking');
    await screens().ranking.computed();
    const rows = await screens().search.gaps();
    const requirements = JSON.parse(jobNobodyFits()).requirements as readonly { kind: string }[];
    expect(rows).toHaveLength(requirements.filter(({ kind }) => kind !== 'characteristic').length);
    const sorted = [...rows].sort((one, other) => one.evidenced - other.evidenced || one.alike - other.alike);
    expect(rows).toEqual(sorted);
    for (const { state, evidenced, alike } of rows) {
      expect(state === gaps.states.evidenced).toBe(evidenced > 0);
      expect(state === gaps.states.nobody).toBe(evidenced === 0 && alike === 0);
    }
    expect(rows[0]).toEqual({ requirement: UNHEARD_OF, state: gaps.states.nobody, evidenced: 0, alike: 0 });
    const missing = rows.filter(({ state }) => state === gaps.states.nobody).length;
    await app().page.getByText(gaps.sum(missing, rows.length)).waitFor();
    await expectAccessible(app().page, 'Ranking, with what nobody shows');
    await screens().search.coverage().scrollIntoViewIfNeeded();
    await keepPicture(app().page, 'what-nobody-shows');
    const asked = rows.at(-1)?.requirement ?? '';
    await app()
      .page.getByRole('link', { name: gaps.findFor(asked) })
      .click();
    await screens().search.answered();
    expect(await screens().search.box().inputValue()).toBe(asked);
    expect((await screens().search.found()).alike).toBeGreaterThan(0);
  });

  it('works by words alone where AI is off, says so, and stands in the order of import', async () => {
    await screens().window.goTo('ranking');
    await screens().ranking.setAi();
    await app().page.getByText(ranking.aiOff).waitFor();
    await screens().window.goTo('search');
    await screens().search.find('SQL');
    await app().page.getByText(search.wordsOnly(shell.modelBecause['switched-off'])).waitFor();
    await app().page.getByText(search.importOrder).waitFor();
    // Ids are made in the order of import, and all were imported at once.
    const ids = await screens().search.ids();
    expect(ids.length).toBeGreaterThan(1);
    expect(ids).toEqual([...ids].sort());
    await expectAccessible(app().page, 'Search, AI off');
  });
});
