import { afterAll, describe, expect, it } from 'vitest';
import { createVerifierPool } from '../../main/engine/verifier-pool.ts';
import { verifyFile } from '../../main/engine/verify-file.ts';
import type { NamedFile } from '../../main/core/ports.ts';
import { NOBODY, pack, signedBadge, signedWebBadge, trustIn } from '../adapters/verification/example-credentials.ts';

const pool = createVerifierPool({ workers: 2 });
afterAll(() => pool.close());

const fileOf = (name: string, json: object): NamedFile => ({
  name,
  bytes: new TextEncoder().encode(JSON.stringify(json)),
});

describe('the pool of verifiers', () => {
  it('says what verification in one thread says, for many files at once', async () => {
    const trust = trustIn(pack());
    const badges = await Promise.all([
      signedBadge(),
      signedWebBadge(),
      signedBadge({ validUntil: '2026-02-01T00:00:00Z' }),
    ]);
    const files = Array.from({ length: 12 }, (_, index) => fileOf(`${index}.json`, badges[index % 3] ?? {}));
    const results = await Promise.all(files.map((file) => pool.verify(file, NOBODY, trust)));
    const expected = await Promise.all(files.map((file) => verifyFile(file, NOBODY, trust)));
    expect(results).toEqual(expected);
  });

  it('judges each file by the trust data given with it', async () => {
    const file = fileOf('a.json', await signedWebBadge());
    const [known, unknown, again] = await Promise.all(
      [trustIn(pack()), trustIn(), trustIn(pack())].map((trust) => pool.verify(file, NOBODY, trust)),
    );
    const verdicts = [known, unknown, again].map((result) => result?.credentials[0]?.report.verdict);
    expect(verdicts).toEqual(['verified', 'cannot-verify-offline', 'verified']);
  });

  it('reports a file that takes too long, replaces its worker and goes on', async () => {
    const impatient = createVerifierPool({ workers: 1, fileMilliseconds: 0 });
    try {
      const result = await impatient.verify(fileOf('slow.json', await signedBadge()), NOBODY, trustIn());
      expect(result).toEqual({ file: 'slow.json', credentials: [], problems: [{ code: 'too-complex', params: {} }] });
      const second = await impatient.verify(fileOf('second.json', {}), NOBODY, trustIn());
      expect(second.file).toBe('second.json');
    } finally {
      await impatient.close();
    }
  });

  it('gives up the files that wait when it is cancelled', async () => {
    const cancel = new AbortController();
    const file = fileOf('a.json', await signedBadge());
    const results = Array.from({ length: 20 }, () => pool.verify(file, NOBODY, trustIn(), cancel.signal));
    cancel.abort();
    const codes = (await Promise.all(results)).map((result) => result.problems[0]?.code ?? 'done');
    expect(codes.filter((code) => code === 'cancelled').length).toBeGreaterThanOrEqual(18);
    expect(await pool.verify(file, NOBODY, trustIn(), cancel.signal)).toMatchObject({
      problems: [{ code: 'cancelled' }],
    });
  });

  it('answers what is in work or waits when it is closed, and takes nothing more', async () => {
    const closing = createVerifierPool({ workers: 1 });
    const file = fileOf('a.json', await signedBadge());
    const results = [closing.verify(file, NOBODY, trustIn()), closing.verify(file, NOBODY, trustIn())];
    await closing.close();
    for (const result of [...results, closing.verify(file, NOBODY, trustIn())]) {
      expect(await result).toMatchObject({ problems: [{ code: 'cancelled' }] });
    }
  });
});
