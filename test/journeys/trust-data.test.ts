import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMissingList } from '../../main/engine/issuer-packs/gather-trust-data.ts';
import { problemMessage } from '../../shared/messages/problem-messages.ts';
import { addingPack, changes, effects, issuers, shell, verdicts } from '../../shared/messages/ui.en.ts';
import { generateBadges } from '../bench/generate-badges.ts';
import { ISSUERS } from '../fixtures/content/issuers.ts';
import { signCredential } from '../fixtures/signing/data-integrity.ts';
import { didKey, ed25519TestKey } from '../fixtures/signing/keys.ts';
import { expectAccessible } from './accessibility.ts';
import { journey, journeyFolder } from './journey.ts';
import { keyboardOf } from './keyboard.ts';
import { without, writePack } from './packs.ts';
import { POOL, POOL_PACK } from './pool.ts';
import { keepPicture } from './screenshots.ts';
import { expectNothingLost } from './zoom.ts';

/** How verdicts come to rest on trust data, and what becomes of them when these change. The steps build on each other. */
const folder = journeyFolder('trust');
const workspace = join(folder, 'app');

const SOURCE = 'Sample pack of fictional institutions';

describe('Trust data', () => {
  const { app, screens } = journey({ folder: workspace });

  it('begins with credentials that nobody can vouch for', async () => {
    await screens().importing.drop(
      ...['d-01', 'd-02', 'd-03', 'n-01', 'n-02'].map((person) => join(POOL, 'candidates', person)),
      await writeExpiredBadge(folder),
    );
    await screens().importing.previewed();
    await screens().importing.run();
    await screens().importing.finished();
    expect(await screens().importing.groupCount(verdicts.verified)).toBe(0);
    expect(await screens().importing.groupCount(verdicts['cannot-verify-offline'])).toBeGreaterThan(0);
  });

  it('says what is missing, what it would settle, and saves the list', async () => {
    await screens().window.goTo('issuers');
    await screens().issuers.part('missing');
    const rows = await screens().issuers.missing();
    expect(rows.join('\n')).toContain(ISSUERS.harbourlight.id);
    await expectAccessible(app().page, 'Issuers, what is missing');
    const file = await screens().issuers.saveMissing();
    expect(file.text).toContain(ISSUERS.harbourlight.id);
    // The command that gathers it reads it as it is.
    const read = readMissingList(new TextEncoder().encode(file.text));
    expect(read.ok && read.value.length).toBe(rows.length);
    expect(file.text).not.toMatch(/@|Fictional|Example/);
  });

  /** What the effect said before the pack was added. */
  let promised = 0;

  it('shows with the keyboard alone what a pack is, who signed it and which verdicts would move', async () => {
    const keys = keyboardOf(app().page);
    await keys.goByName(shell.screens.issuers);
    await screens().issuers.part('packs');
    app().page.on('filechooser', () => undefined);
    await keys.chooseFile(issuers.addPack, POOL_PACK);
    const { adding, effectKnown, moved, movedCount } = screens().issuers;
    await adding().waitFor();
    expect(await keys.focusedName()).toBe(addingPack.title);
    await effectKnown(adding());
    const words = await adding().innerText();
    expect(words).toContain(SOURCE);
    expect(words).toMatch(/1 day old; good until 28 Feb 2027/);
    expect(words).toContain(addingPack.replacesNothing);
    expect(words).toMatch(/(?:[0-9a-f]{4}\s+){15}[0-9a-f]{4}/);
    promised = await movedCount(adding());
    expect(promised).toBeGreaterThan(10);
    const rows = await moved(adding());
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) {
      expect(row.person).toMatch(/^Candidate /);
      expect(row.from).not.toBe(row.to);
      expect(row.why).not.toBe('');
    }
    expect(rows.filter(({ to }) => to === verdicts.verified).length).toBeGreaterThan(5);
    await expectAccessible(app().page, 'Issuers, a pack before it is added');
    await expectNothingLost(app().page);
  });

  it('takes nothing before the publisher is settled', async () => {
    expect(await app().page.getByRole('button', { name: addingPack.accept, exact: true }).count()).toBe(0);
    expect(await screens().issuers.packs()).toEqual([]);
  });

  it('pins the publisher and adds the pack with the keyboard alone; the verdicts that it promised have moved', async () => {
    const keys = keyboardOf(app().page);
    const { adding, effectKnown, outcome, movedCount, moved, publishers } = screens().issuers;
    await keys.fill(addingPack.publisherName, 'Fictional Standards Board');
    await keys.fill(shell.reason, 'Compared with the fingerprint in their letter.');
    await keys.press('Enter');
    await adding().getByText(addingPack.signedByPinned('Fictional Standards Board')).waitFor();
    await effectKnown(adding());
    expect(await movedCount(adding())).toBe(promised);
    await keys.pressOn(addingPack.accept);
    await adding().waitFor({ state: 'detached' });
    await screens().issuers.rechecked();
    expect(await keys.focusedName()).toBe(effects.resultTitle);
    expect(await movedCount(outcome())).toBe(promised);
    expect((await moved(outcome())).length).toBeGreaterThan(10);
    expect(await publishers()).toEqual([expect.stringContaining('Fictional Standards Board')]);
    await expectAccessible(app().page, 'Issuers, what a pack changed');
    await expectNothingLost(app().page);
    await keepPicture(app().page, 'trust-data', 'top');
  });

  it('says on the candidates’ screen what changed since the last look, until somebody has seen it', async () => {
    await screens().window.goTo('candidates');
    const panel = app().page.getByRole('region', { name: changes.title(promised) });
    await panel.getByRole('button', { name: changes.show }).click();
    expect((await screens().issuers.moved(panel)).length).toBeGreaterThan(10);
    await expectAccessible(app().page, 'Candidates, what changed');
  });

  it('leads from a verdict that moved to the credential, whose history shows it', async () => {
    const row = app()
      .page.locator('table.moved tbody tr')
      .filter({ hasText: verdicts['cannot-verify-offline'] })
      .first();
    const to = await row.locator('.badge').last().innerText();
    await row.getByRole('link').click();
    await screens().candidates.panel().waitFor();
    expect(await screens().candidates.verdict()).toBe(to);
    const history = await screens().candidates.history();
    expect(history[0]).toMatch(/^1 Sept? 2026/);
    expect(history[0]).toContain(to);
    expect(history).toHaveLength(2);
    expect(history[1]).toContain(verdicts['cannot-verify-offline']);
    await expectAccessible(app().page, 'Trust panel with its history');
    await expectNothingLost(app().page);
    await screens().window.goTo('candidates');
    await app().page.getByRole('button', { name: changes.seen }).click();
    await app().page.getByRole('button', { name: changes.seen }).waitFor({ state: 'detached' });
  });

  it('refuses an older pack of the same source, in words', async () => {
    const older = await writePack(folder, 'older', (pack) => ({
      ...pack,
      version: '2026.5.1',
      retrievedAt: '2026-05-30T12:00:00Z',
    }));
    await screens().window.goTo('issuers');
    await app().page.getByLabel(issuers.addPack).setInputFiles(older);
    const note = app().page.getByRole('alert');
    await note.waitFor();
    const { next } = problemMessage({ code: 'pack-rollback', params: {} });
    expect(await note.innerText()).toContain(next);
    expect(await screens().issuers.packs()).toHaveLength(1);
    await expectAccessible(app().page, 'Issuers, a pack refused');
  });

  it('takes the next pack of a pinned publisher with one button, and says what it drops', async () => {
    const next = await writePack(folder, 'next', (pack) =>
      without(ISSUERS.harbourlight.id, { ...pack, version: '2026.8.2', retrievedAt: '2026-08-31T12:00:00Z' }),
    );
    const { adding, outcome, effectKnown, movedCount, moved } = screens().issuers;
    await screens().issuers.choosePack(next);
    await effectKnown(adding());
    const words = await adding().innerText();
    expect(words).toContain(addingPack.replacesThis('2026.8.1', '30 Aug 2026'));
    expect(words).toContain(addingPack.difference.issuersRemoved(1));
    expect(await adding().getByLabel(shell.reason).count()).toBe(0);
    const promise = await movedCount(adding());
    expect(promise).toBeGreaterThan(0);
    expect((await moved(adding())).map(({ from }) => from)).toContain(verdicts.verified);
    await screens().issuers.accept();
    expect(await movedCount(outcome())).toBe(promise);
    expect(await screens().issuers.packs()).toHaveLength(1);
  });

  it('asks for a reason where nobody signed a pack', async () => {
    const unsigned = await writePack(
      folder,
      'unsigned',
      (pack) => ({ ...pack, source: 'A list from a colleague', retrievedAt: '2026-08-30T12:00:00Z' }),
      'nobody',
    );
    const { adding, effectKnown, movedCount } = screens().issuers;
    await screens().issuers.choosePack(unsigned);
    await effectKnown(adding());
    expect(await adding().innerText()).toContain(addingPack.notSigned);
    const accept = adding().getByRole('button', { name: addingPack.accept });
    expect(await accept.isDisabled()).toBe(true);
    await adding().getByLabel(shell.reason).fill('It was written in this house.');
    expect(await accept.isEnabled()).toBe(true);
    // It brings back what the pinned publisher's pack has dropped.
    expect(await movedCount(adding())).toBeGreaterThan(0);
    await screens().issuers.accept();
    expect(await screens().issuers.packs()).toHaveLength(2);
  });

  it('shows what the removal of a pack would change before it goes', async () => {
    const { dialog, movedCount, outcome } = screens().issuers;
    await screens().issuers.askToRemove('A list from a colleague');
    const promise = await movedCount(dialog());
    expect(promise).toBeGreaterThan(0);
    await expectAccessible(app().page, 'Issuers, a pack before it is removed');
    await dialog().getByRole('button', { name: issuers.removePack, exact: true }).click();
    await dialog().waitFor({ state: 'detached' });
    await screens().issuers.rechecked();
    expect(await movedCount(outcome())).toBe(promise);
    expect(await screens().issuers.packs()).toHaveLength(1);
  });

  it('says what pinning an issuer changes, also where that is nothing', async () => {
    await screens().issuers.part('seen');
    await expectAccessible(app().page, 'Issuers seen');
    // No pack holds its keys any longer, so that its signatures stay open and no verdict moves.
    expect(await screens().issuers.pin('pin', ISSUERS.harbourlight.name, 'Known for twenty years.')).toBe(0);
    expect(await screens().issuers.pin('unpin', ISSUERS.harbourlight.name, 'A mistake.')).toBe(0);
  });

  it('shows what other rules would change before they apply', async () => {
    const { policyEffect, effectKnown, moved, movedCount, outcome } = screens().issuers;
    await screens().issuers.part('policy');
    await expectAccessible(app().page, 'Issuers, rules');
    await screens().issuers.policyVersion(1).waitFor();
    await screens().issuers.setDays('expiryGraceDays', 60);
    await screens().issuers.setDays('staleAfterDays', 30);
    await screens().issuers.showEffect();
    await effectKnown(policyEffect());
    const promise = await movedCount(policyEffect());
    expect(promise).toBe(1);
    expect(await moved(policyEffect())).toEqual([
      expect.objectContaining({
        from: verdicts['not-valid'],
        to: verdicts['verified-with-reservations'],
        why: expect.stringMatching(/expired on 15 Aug 2026/),
      }),
    ]);
    await expectAccessible(app().page, 'Issuers, rules with their effect');
    await expectNothingLost(app().page);
    await screens().issuers.applyPolicy('Renewals take long this year.');
    expect(await movedCount(outcome())).toBe(promise);
    await screens().issuers.policyVersion(2).waitFor();
    await screens().window.goTo('log');
    expect(await app().page.getByRole('main').innerText()).toContain('Renewals take long this year.');
  });

  it('shows what it costs to unpin a publisher where only pinned ones count, before it is done', async () => {
    const { policyEffect, effectKnown, movedCount, moved, outcome, publishers } = screens().issuers;
    const setRule = async (rule: 'accepted' | 'pinned-publisher', reason: string) => {
      await screens().issuers.part('policy');
      await screens().issuers.setRecognisedPacks(rule);
      await screens().issuers.showEffect();
      await effectKnown(policyEffect());
      await screens().issuers.applyPolicy(reason);
    };
    await screens().window.goTo('issuers');
    await setRule('pinned-publisher', 'Only whom we know.');
    await screens().issuers.part('packs');
    const name = 'Fictional Standards Board';
    const promise = await screens().issuers.unpinPublisher(name, 'Their key was stolen.');
    expect(promise).toBeGreaterThan(0);
    expect(await movedCount(outcome())).toBe(promise);
    expect((await moved(outcome())).map(({ from }) => from)).toContain(verdicts.verified);
    expect(await publishers()).toEqual([]);
    await setRule('accepted', 'As it was.');
    expect(await movedCount(outcome())).toBe(promise);
    await screens().window.goTo('candidates');
    await app().page.getByRole('button', { name: changes.seen }).click();
    await app().page.getByRole('button', { name: changes.seen }).waitFor({ state: 'detached' });
  });
});

describe('Trust data after half a year', () => {
  const { app, screens } = journey({ folder: workspace, at: '2027-03-15T00:00:00Z' });
  const news = () => app().page.getByRole('region', { name: /since you last looked/ });

  it('is out of date, and says since when', async () => {
    await screens().window.goTo('issuers');
    expect(await screens().issuers.packRow(SOURCE).innerText()).toMatch(/\d+ days old; out of date since 28 Feb 2027/);
  });

  it('lets what rested on it decay when everything is checked again', async () => {
    // The app checks by itself what time has changed; whichever of the two does it, it is told as news.
    await screens().issuers.recheck();
    await screens().window.goTo('candidates');
    await news().getByRole('button', { name: changes.show }).click();
    const rows = await screens().issuers.moved(news());
    const decayed = rows.filter(({ from }) => from === verdicts.verified);
    expect(decayed.length).toBeGreaterThan(0);
    for (const { to, why } of decayed) {
      expect(to).not.toBe(verdicts.verified);
      expect(why).toMatch(/out of date/);
    }
  });

  it('says so in the trust panel, with what would settle it, and in the history', async () => {
    await news().locator('table.moved tbody tr').filter({ hasText: 'out of date' }).first().getByRole('link').click();
    await screens().candidates.panel().waitFor();
    expect(await screens().candidates.check('issuer')).toMatch(/Out of date.*What would settle this/);
    const history = await screens().candidates.history();
    expect(history[0]).toMatch(/^15 Mar 2027/);
    expect(history.length).toBeGreaterThanOrEqual(2);
    await expectAccessible(app().page, 'Trust panel, out of date');
  });
});

/** A badge of an issuer whose identifier is its key; it ran out two weeks before the day of the pool. */
async function writeExpiredBadge(to: string): Promise<string> {
  const key = ed25519TestKey('bench issuer 0');
  const [badge] = await generateBadges(1);
  const { proof: _, ...unsigned } = badge?.credential ?? {};
  const limited = { ...unsigned, validUntil: '2026-08-15T00:00:00Z' };
  const signed = await signCredential(limited, { key, ...didKey(key) }, 'eddsa-rdfc-2022', '2025-06-01T09:00:00Z');
  const path = join(to, 'expired-badge.json');
  writeFileSync(path, JSON.stringify(signed));
  return path;
}
