import { afterEach, describe, expect, it } from 'vitest';
import type { FileResult, ImportReport } from '../../shared/model/import.ts';
import { importFiles, needed, openEngine, poolFiles, type TestEngine, type TestFile } from '../engine/open-engine.ts';
import { attackFiles, attackPackBytes } from './attacks/attack-files.ts';

const engines: TestEngine[] = [];
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.close();
});

describe('a batch with every attack in it', () => {
  it('imports the genuine credentials beside them as if they were alone', { timeout: 240_000 }, async () => {
    const genuine = poolFiles('candidates/d-01', 'candidates/d-02', 'candidates/d-05.zip', 'candidates/d-06');
    const attacks = (await attackFiles()).map(({ name, bytes }) => ({ name: `attacks/${name}`, bytes }));
    expect(attacks.length).toBeGreaterThan(400);
    const alone = await imported(genuine);
    const among = await imported(interleaved(genuine, attacks));
    expect(among.files).toHaveLength(among.counts.files);
    expect(verdictsOf(among, genuine)).toEqual(verdictsOf(alone, genuine));
    // Nothing passes in silence: every attacked file is answered, and none by a fault of ours.
    for (const { name } of attacks) {
      const results = among.files.filter(({ file }) => file === name || file.startsWith(`${name}/`));
      expect(results.length, name).toBeGreaterThan(0);
      expect(
        results.flatMap(({ problems }) => problems.map(({ code }) => code)),
        name,
      ).not.toContain('internal');
      expect(results.every(answered), name).toBe(true);
    }
  });
});

async function imported(files: readonly TestFile[]): Promise<ImportReport> {
  const engine = openEngine();
  engines.push(engine);
  await needed(engine.client.request('trust.addPack', { bytes: await attackPackBytes(), reason: 'test' }));
  return importFiles(engine.client, files);
}

/** An attack before each genuine file and the rest behind them, so that each is followed by something genuine. */
function interleaved(genuine: readonly TestFile[], attacks: readonly TestFile[]): readonly TestFile[] {
  const share = Math.ceil(attacks.length / genuine.length);
  return genuine.flatMap((file, index) => [...attacks.slice(index * share, (index + 1) * share), file]);
}

function verdictsOf({ files }: ImportReport, genuine: readonly TestFile[]): readonly unknown[] {
  const names = genuine.map(({ name }) => name);
  return files
    .filter(({ file }) => names.some((name) => file === name || file.startsWith(`${name}/`)))
    .toSorted((a, b) => a.file.localeCompare(b.file))
    .map(({ file, credentials, problems }) => ({
      file,
      problems,
      verdicts: credentials.map(({ key, verdict, name }) => [key, verdict, name]),
    }));
}

function answered({ credentials, problems }: FileResult): boolean {
  return credentials.length + problems.length > 0;
}
