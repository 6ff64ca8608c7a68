import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../main/core/matching/settings.ts';
import { createEmbedder, MODEL_FOLDER_IN_SOURCES } from '../../../main/engine/embedder-host.ts';
import type { Embedder } from '../../../main/core/ports.ts';
import type { CandidateId } from '../../../shared/model/ids.ts';
import type { RankingSoFar } from '../../../shared/model/search.ts';
import { addPack, importFiles, needed, openEngine, poolFiles, saveJob, type TestEngine } from '../open-engine.ts';

let engine: TestEngine;
let asked: string[] = [];
/** Called after each piece that the encoder has made. */
let afterPiece: () => Promise<void> = () => Promise.resolve();

beforeAll(async () => {
  const embedder = await createEmbedder(MODEL_FOLDER_IN_SOURCES);
  const watched: Embedder & { close(): void } = {
    ...embedder,
    embed: async (texts, signal, onProgress) => {
      asked.push(...texts);
      const rows = await embedder.embed(texts, signal, onProgress);
      await afterPiece();
      return rows;
    },
  };
  engine = openEngine({ embedder: watched });
  await addPack(engine.client);
  await importFiles(engine.client, poolFiles('manifest.csv', 'candidates/d-01', 'candidates/d-02', 'candidates/n-01'));
}, 60_000);
afterAll(() => engine.close());

describe('a ranking so far', () => {
  it('appears while texts are still embedded, says who waits, and ends as the ranking', async () => {
    const { client } = engine;
    const job = await saveJob(client, 'data-analyst');
    const question = { job: job.id, settings: DEFAULT_SETTINGS };
    const look = () => needed(client.request('ranking.soFar', { ...question, first: 10 }));
    const seen: (RankingSoFar | null)[] = [await look()];
    afterPiece = async () => void seen.push(await look());
    const ranking = await needed(client.runTask('ranking.compute', question));
    afterPiece = () => Promise.resolve();
    const last = await look();
    // Before anything is embedded there is nothing to say; then people are there, some of whom wait.
    expect(seen[0]).toBeNull();
    const during = seen.filter((one) => one !== null);
    expect(during.length).toBeGreaterThan(0);
    expect(during[0]?.people).toBe(ranking.candidates.length);
    expect(during[0]?.waiting.length).toBeGreaterThan(0);
    expect(last?.waiting).toEqual([]);
    expect(last?.ranking).toEqual(ranking);
  });
});

describe('an explanation', () => {
  it('of some people is that of the ranking', async () => {
    const { client } = engine;
    const job = await saveJob(client, 'data-analyst');
    const question = { job: job.id, settings: DEFAULT_SETTINGS };
    const { candidates } = await needed(client.runTask('ranking.compute', question));
    const two = [candidates[2], candidates[0]].flatMap((one) => (one === undefined ? [] : [one.candidate]));
    const explained = await needed(client.request('ranking.explain', { ...question, candidates: two }));
    expect(explained).toEqual([candidates[0], candidates[2]]);
  });
});

describe('a search', () => {
  it('finds people by a skill, with the words that show it', async () => {
    const result = await needed(engine.client.runTask('search.people', { text: 'query databases', limit: 5 }));
    expect(result.searched).toEqual([{ id: 'line-1', text: 'query databases' }]);
    expect(result.of).toBe(3);
    const [first] = result.found;
    expect(first?.requirements[0]?.evidence?.quote).toMatch(/SQL|database/iu);
    expect(first?.mustHaves.total).toBe(0);
    expect(first?.shown).toEqual(['line-1']);
    expect(result.model.state).toBe('ready');
  });

  it('counts apart who shows it and whose words are only distantly alike', async () => {
    const { found, alike, people } = await needed(
      engine.client.runTask('search.people', { text: 'dress wounds; query databases', limit: 50 }),
    );
    const showing = found.filter(({ shown }) => shown.length > 0);
    expect(alike).toBe(showing.length);
    expect(people).toBe(found.length);
    for (const { shown, requirements } of found) {
      const strong = requirements.filter(({ strength }) => strength >= 0.3).map(({ requirement }) => requirement);
      expect([...shown].sort()).toEqual(strong.sort());
    }
  });

  it('says what it left out: what is denied is not searched', async () => {
    const result = await needed(engine.client.runTask('search.people', { text: 'SQL, R, no Java', limit: 5 }));
    expect(result.searched.map(({ text }) => text)).toEqual(['SQL', 'R']);
    expect(result.leftOut).toEqual([{ text: 'no Java', because: 'denied' }]);
  });

  it('searches each clause of a text', async () => {
    const text = 'Dress wounds at home, plan nursing care; teach patients.';
    const result = await needed(engine.client.runTask('search.people', { text, limit: 5 }));
    expect(result.searched).toHaveLength(3);
    expect(result.found[0]?.score).toBeGreaterThan(0);
  });

  it('finds who is like somebody, and not the person', async () => {
    const rows = await needed(engine.client.request('candidates.list', {}));
    for (const { candidate } of rows) {
      const result = await needed(engine.client.runTask('search.like', { candidate: candidate.id, limit: 5 }));
      const found = result.found.map((one) => one.candidate);
      expect(found).not.toContain(candidate.id);
      expect(result.people).toBe(found.length);
      expect(result.of).toBe(rows.length - 1);
      expect(result.alike).toBe(result.found.filter(({ shown }) => shown.length > 0).length);
      expect(result.searched.length).toBeGreaterThan(0);
    }
    const unknown = await engine.client.runTask('search.like', { candidate: 'nobody' as CandidateId, limit: 5 });
    expect(unknown).toMatchObject({ ok: false, problem: { code: 'not-found' } });
  });

  it('ends where the person whose like are searched is erased in the meantime', async () => {
    const { client } = engine;
    await importFiles(client, poolFiles('manifest.csv', 'candidates/d-04'));
    const rows = await needed(client.request('candidates.list', {}));
    const person = rows.at(-1)?.candidate.id;
    if (person === undefined) throw new Error('nobody was imported');
    let erased: Promise<unknown> = Promise.resolve();
    afterPiece = () => {
      erased = client.request('candidates.erase', { candidate: person, reason: 'asked' });
      return Promise.resolve();
    };
    const result = await client.runTask('search.like', { candidate: person, limit: 5 });
    afterPiece = () => Promise.resolve();
    await erased;
    expect(result).toMatchObject({ ok: false, problem: { code: 'not-found' } });
  });

  it('counts who shows what a job asks, as the ranking does', async () => {
    const job = await saveJob(engine.client, 'community-nurse');
    const question = { job: job.id, settings: DEFAULT_SETTINGS };
    const ranking = await needed(engine.client.runTask('ranking.compute', question));
    const coverage = await needed(engine.client.request('search.gaps', question));
    expect(coverage.length).toBeGreaterThan(0);
    for (const [index, line] of coverage.entries()) {
      const matches = ranking.candidates.flatMap(({ requirements }) => requirements[index] ?? []);
      expect(line).toEqual({
        requirement: matches[0]?.requirement,
        requirementText: matches[0]?.requirementText,
        evidenced: matches.filter(({ evidenced }) => evidenced).length,
        alike: matches.filter(({ evidenced, strength }) => !evidenced && strength >= 0.3).length,
        strongest: Math.max(...matches.map(({ strength }) => strength)),
      });
    }
    expect(coverage.some(({ evidenced, alike }) => evidenced === 0 && alike === 0)).toBe(true);
  });

  it('sees at once who came and who was erased', async () => {
    const { client } = engine;
    const before = await needed(client.runTask('search.people', { text: 'query databases', limit: 50 }));
    await importFiles(client, poolFiles('manifest.csv', 'candidates/d-03'));
    const more = await needed(client.runTask('search.people', { text: 'query databases', limit: 50 }));
    expect(more.of).toBe(before.of + 1);
    const [gone] = more.found;
    if (gone === undefined) throw new Error('nobody was found');
    asked = [];
    await needed(client.request('candidates.erase', { candidate: gone.candidate, reason: 'asked' }));
    const after = await needed(client.runTask('search.people', { text: 'query databases', limit: 50 }));
    expect(after.of).toBe(before.of);
    expect(after.found.map(({ candidate }) => candidate)).not.toContain(gone.candidate);
    expect(after.alike).toBe(after.found.filter(({ shown }) => shown.length > 0).length);
    // Vectors of those who stay are read from the store.
    expect(asked).toEqual(asked.filter((text) => text === 'query databases'));
  });
});
