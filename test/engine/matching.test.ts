import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../main/core/matching/settings.ts';
import { createEmbedder, MODEL_FOLDER_IN_SOURCES } from '../../main/engine/embedder-host.ts';
import type { Client } from '../../shared/api/client.ts';
import type { Ranking } from '../../shared/model/match.ts';
import type { Embedder } from '../../main/core/ports.ts';
import {
  addPack,
  importFiles,
  needed,
  openEngine,
  poolFiles,
  saveJob,
  type TestEngine,
  type TestFile,
} from './open-engine.ts';

const engines: TestEngine[] = [];
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.close();
});

async function open(options: Parameters<typeof openEngine>[0] = {}): Promise<Client> {
  const engine = openEngine(options);
  engines.push(engine);
  await addPack(engine.client);
  return engine.client;
}

async function rank(client: Client, files: readonly TestFile[]): Promise<Ranking> {
  await importFiles(client, files);
  const job = await saveJob(client, 'data-analyst');
  return needed(client.runTask('ranking.compute', { job: job.id, settings: DEFAULT_SETTINGS }));
}

const someone = () => poolFiles('manifest.csv', 'candidates/d-01', 'candidates/d-02', 'candidates/d-03');

describe('from files to a ranking, with the real encoder', () => {
  it('ranks, and explains every point down to the quoted field of a verified credential', async () => {
    const client = await open({ embedder: await createEmbedder(MODEL_FOLDER_IN_SOURCES) });
    const ranking = await rank(client, someone());
    expect(ranking.model).toMatchObject({ state: 'ready' });
    const [first] = ranking.candidates;
    if (first === undefined) throw new Error('nobody was ranked');
    expect(first.requirements.reduce((sum, match) => sum + match.points, 0)).toBeCloseTo(first.score, 1);
    for (const { tier, evidence } of first.requirements) {
      if (tier === 'none') continue;
      if (evidence === null) throw new Error('a match without evidence');
      const { json } = await needed(client.request('credentials.get', { credential: evidence.credential }));
      expect(valueAt(JSON.parse(json), evidence.pointer)).toContain(evidence.quote);
    }
  });

  it('embeds every text once: a second ranking asks the encoder for nothing', async () => {
    const embedder = await createEmbedder(MODEL_FOLDER_IN_SOURCES);
    const asked: string[] = [];
    const counting: Embedder & { close(): void } = {
      ...embedder,
      embed: (texts, signal, onProgress) => {
        asked.push(...texts);
        return embedder.embed(texts, signal, onProgress);
      },
    };
    const client = await open({ embedder: counting });
    const first = await rank(client, poolFiles('candidates/d-01'));
    const before = asked.length;
    expect(before).toBeGreaterThan(0);
    expect(new Set(asked).size).toBe(before);
    const second = await needed(client.runTask('ranking.compute', { job: first.job, settings: DEFAULT_SETTINGS }));
    expect(asked.length).toBe(before);
    expect(second).toEqual(first);
  });
});

describe('without an encoder', () => {
  it('ranks by identity and words alone, and says so', async () => {
    const client = await open();
    const ranking = await rank(client, someone());
    expect(ranking.model).toEqual({ state: 'absent', code: 'model-missing' });
    expect(ranking.candidates[0]?.score).toBeGreaterThan(0);
  });
});

describe('a ranking', () => {
  it('is the same, byte for byte, in two workspaces with the same files', async () => {
    const [one, other] = [await rank(await open(), someone()), await rank(await open(), someone())];
    expect(JSON.stringify(one)).toBe(JSON.stringify(other));
  });

  it('does not change with anyone’s name or e-mail address', async () => {
    const swapped = someone().map((file) =>
      file.name === 'manifest.csv' ? { ...file, bytes: swapIdentities(file.bytes) } : file,
    );
    const scores = (ranking: Ranking) => ranking.candidates.map((one) => [one.candidate, one.rank, one.score]);
    const [one, other] = [await rank(await open(), someone()), await rank(await open(), swapped)];
    expect(scores(one)).toEqual(scores(other));
    expect(one.inputsHash).toBe(other.inputsHash);
  });

  it('does not change with an address by which a badge is somebody else’s: that is asked about, not scored', async () => {
    const strangers = someone().map((file) =>
      file.name === 'manifest.csv'
        ? {
            ...file,
            bytes: new TextEncoder().encode(new TextDecoder().decode(file.bytes).replaceAll('@people.', '@other.')),
          }
        : file,
    );
    const [here, there] = [await open(), await open()];
    const scores = (ranking: Ranking) => ranking.candidates.map((one) => [one.candidate, one.rank, one.score]);
    expect(scores(await rank(here, someone()))).toEqual(scores(await rank(there, strangers)));
    const rows = await needed(there.request('candidates.list', {}));
    const all = await Promise.all(
      rows.map(({ candidate }) => needed(there.request('candidates.get', { candidate: candidate.id }))),
    );
    const codes = all.flatMap(({ credentials }) => credentials.map(({ report }) => report.checks.holder.code));
    expect(codes).toContain('holder-email-differs');
  });

  it('keeps a person’s judgement beside the machine’s, until it is withdrawn', async () => {
    const client = await open();
    const before = await rank(client, someone());
    const last = before.candidates.at(-1);
    const match = last?.requirements.find((one) => !one.evidenced);
    if (last === undefined || match === undefined) throw new Error('everything is evidenced');
    const judge = (judgement: 'meets' | 'withdrawn') =>
      needed(
        client.request('ranking.judge', {
          job: before.job,
          requirement: match.requirement,
          candidate: last.candidate,
          judgement,
          reason: 'shown in the interview',
        }),
      );
    const again = () => needed(client.runTask('ranking.compute', { job: before.job, settings: DEFAULT_SETTINGS }));
    await judge('meets');
    const judged = (await again()).candidates.find((one) => one.candidate === last.candidate);
    expect(judged?.requirements.find((one) => one.requirement === match.requirement)).toMatchObject({
      tier: 'person',
      evidenced: true,
    });
    await judge('withdrawn');
    expect((await again()).candidates).toEqual(before.candidates);
  });
});

/**
 * Gives every person of the manifest the name of the next one, and the first two each other's e-mail address. (The
 * third one's badges were issued to a hashed address; what a strange address does there has a test of its own.)
 */
function swapIdentities(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const [heading, ...lines] = new TextDecoder().decode(bytes).trim().split('\n');
  const rows = lines.map((line) => line.split(','));
  const refs = [...new Set(rows.map((row) => row[1] ?? ''))];
  const rowOf = (ref: string) => rows.find((row) => row[1] === ref) ?? [];
  const nameFor = (ref: string) => rowOf(refs[(refs.indexOf(ref) + 1) % refs.length] ?? '')[2];
  const emailFor = (ref: string) => rowOf({ 'D-01': 'D-02', 'D-02': 'D-01' }[ref] ?? ref)[3];
  const swapped = rows.map(([file, ref = '', , , ...rest]) =>
    [file, ref, nameFor(ref), emailFor(ref), ...rest].join(','),
  );
  return new TextEncoder().encode([heading, ...swapped].join('\n'));
}

function valueAt(json: unknown, pointer: string): string {
  const value = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((inner, part) => (inner as Record<string, unknown>)[part], json);
  return typeof value === 'string' ? value : JSON.stringify(value);
}
