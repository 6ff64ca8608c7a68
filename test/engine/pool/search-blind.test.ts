import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CandidateId } from '../../../shared/model/ids.ts';
import type { SearchResult } from '../../../shared/model/search.ts';
import { addPack, importFiles, needed, openEngine, poolFiles, type TestEngine, type TestFile } from '../open-engine.ts';

/** A word of what the person's credentials are called, which is a part of the person's name as well. */
const PART = 'Science';
const NAME = `${PART} Quillfeather`;

/** Gives the files of one person to somebody of that name. */
function manifestOf(files: readonly TestFile[]): TestFile {
  const rows = files.map((file) => `${file.name},Q-01,${NAME},q@people.example`);
  return {
    name: 'manifest.csv',
    bytes: new TextEncoder().encode(['file,candidate_ref,name,email', ...rows].join('\n')),
  };
}

let engine: TestEngine;
let person: CandidateId;
beforeAll(async () => {
  engine = openEngine();
  await addPack(engine.client);
  const files = poolFiles('candidates/d-01');
  await importFiles(engine.client, [manifestOf(files), ...files]);
  const [row] = await needed(engine.client.request('candidates.list', {}));
  if (row === undefined) throw new Error('nobody was imported');
  person = row.candidate.id;
  await importFiles(engine.client, poolFiles('candidates/d-02', 'candidates/d-03'));
}, 60_000);
afterAll(() => engine.close());

const like = () => needed(engine.client.runTask('search.like', { candidate: person, limit: 50 }));

/** All that a result says in the words of the person whose like were searched. */
const lineWords = ({ searched, leftOut, found }: SearchResult) =>
  JSON.stringify([
    searched,
    leftOut,
    found.flatMap(({ requirements }) =>
      requirements.map(({ requirementText, metBy, identity, factors }) => [
        requirementText,
        metBy,
        identity?.metBy,
        factors,
      ]),
    ),
  ]);

describe('a search in blind mode', () => {
  it('hides the words of the person whose like are found, in the answers about others too', async () => {
    const blind = await like();
    expect(blind.found.length).toBeGreaterThan(0);
    expect(lineWords(blind)).not.toContain(PART);
    await needed(engine.client.request('workspace.set', { blind: false }));
    const open = await like();
    await needed(engine.client.request('workspace.set', { blind: true }));
    expect(lineWords(open)).toContain(PART);
    // What is hidden changes nobody's place.
    const places = ({ found }: SearchResult) => found.map(({ candidate, score }) => [candidate, score]);
    expect(places(blind)).toEqual(places(open));
  });

  it('finds nobody by a name', async () => {
    const { found } = await needed(engine.client.runTask('search.people', { text: 'Quillfeather', limit: 50 }));
    expect(found.flatMap(({ shown }) => shown)).toEqual([]);
    expect(JSON.stringify(found)).not.toMatch(/people\.example|Q-01/);
  });
});
