import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createVerifierPool, type VerifierPool } from '../../main/engine/verifier-pool.ts';
import { verifyFile } from '../../main/engine/verify-file.ts';
import type { NamedFile, VerifiedFile } from '../../main/core/ports.ts';
import type { JsonObject } from '../../shared/model/json.ts';
import {
  AT,
  NOBODY,
  pack,
  signedBadge,
  signedWebBadge,
  trustIn,
} from '../adapters/verification/example-credentials.ts';

const pools: VerifierPool[] = [];
function open(options: Parameters<typeof createVerifierPool>[0] = {}): VerifierPool {
  const pool = createVerifierPool({ workers: 1, ...options });
  pools.push(pool);
  return pool;
}
afterAll(() => Promise.all(pools.map((pool) => pool.close())));

let badge: JsonObject;
beforeAll(async () => {
  badge = await signedBadge();
});

describe('the pool of verifiers', () => {
  it('says what verification in one thread says, for many files at once', async () => {
    const pool = open({ workers: 2 });
    const trust = trustIn(pack());
    const badges = [badge, await signedWebBadge(), await signedBadge({ validUntil: '2026-02-01T00:00:00Z' })];
    const files = Array.from({ length: 100 }, (_, index) => fileOf(`${index}.json`, badges[index % 3] ?? {}, index));
    const results = await Promise.all(files.map((file) => pool.verify(file, NOBODY, trust)));
    const expected = await Promise.all(files.map((file) => verifyFile(file, NOBODY, trust)));
    expect(results).toEqual(expected);
    expect(pool.counts()).toEqual({ verified: 100, known: 0 });
  });

  it('judges each file by the trust data given with it', async () => {
    const pool = open();
    const file = fileOf('a.json', await signedWebBadge());
    const [known, unknown, again] = await Promise.all(
      [trustIn(pack()), trustIn(), trustIn(pack())].map((trust) => pool.verify(file, NOBODY, trust)),
    );
    const verdicts = [known, unknown, again].map((result) => result?.credentials[0]?.report.verdict);
    expect(verdicts).toEqual(['verified', 'cannot-verify-offline', 'verified']);
  });

  it('answers what is in work or waits when it is closed, and takes nothing more', async () => {
    const closing = open();
    const results = [1, 2].map((number) => closing.verify(fileOf('a.json', badge, number), NOBODY, trustIn()));
    await closing.close();
    for (const result of [...results, closing.verify(fileOf('a.json', badge), NOBODY, trustIn())]) {
      expect(await result).toMatchObject({ problems: [{ code: 'cancelled' }] });
    }
  });
});

describe('a credential that takes too much', () => {
  it('time: is too complex on its own axis, and its neighbours and the files behind it have their reports', async () => {
    const slow = fileOf('slow.json', [badge, laborious(badge, 3000), badge]);
    // A third of what it needs here and now, which is many times what a badge needs.
    const pool = open({ credentialMilliseconds: (await millisecondsFor(slow)) / 3 });
    const files = [slow, ...[1, 2, 3].map((number) => fileOf(`${number}.json`, badge, number))];
    const results = await Promise.all(files.map((file) => pool.verify(file, NOBODY, trustIn())));
    expect(integrityOf(results[0])).toEqual(['signature-valid', 'too-complex', 'signature-valid']);
    expect(results[0]?.credentials[1]).toMatchObject({
      content: 'claimed',
      report: { verdict: 'cannot-verify-offline', checks: { integrity: { state: 'not-checked' } } },
    });
    for (const result of results.slice(1)) expect(integrityOf(result)).toEqual(['signature-valid']);
  }, 60_000);

  it('memory: likewise, and the process lives on', async () => {
    // As little memory as a credential of a fifth the size can do with here.
    const smaller = fileOf('smaller.json', [badge, laborious(badge, 600), badge]);
    const megabytes = await leastMemory(smaller);
    const pool = open({ heapMegabytes: megabytes });
    const hog = fileOf('hog.json', [badge, laborious(badge, 3200), badge]);
    const files = [hog, smaller, fileOf('small.json', badge)];
    const [first, second, third] = await Promise.all(files.map((file) => pool.verify(file, NOBODY, trustIn())));
    expect(integrityOf(first)).toEqual(['signature-valid', 'too-complex', 'signature-valid']);
    expect(integrityOf(second)).toEqual(['signature-valid', 'signature-invalid', 'signature-valid']);
    expect(integrityOf(third)).toEqual(['signature-valid']);
  }, 180_000);

  it('time beyond that of a whole file: the rest of that file is given up, and no other', async () => {
    const slow = laborious(badge, 1500);
    const file = fileOf('many.json', [badge, slow, slow]);
    const pool = open({ credentialMilliseconds: (await millisecondsFor(file)) / 6, fileMilliseconds: 0 });
    const [many, other] = await Promise.all(
      [file, fileOf('other.json', badge)].map((each) => pool.verify(each, NOBODY, trustIn())),
    );
    // The first loss already finds the file's whole time used up.
    expect(integrityOf(many)).toEqual(['signature-valid', 'too-complex', 'too-complex']);
    expect(integrityOf(other)).toEqual(['signature-valid']);
  }, 60_000);
});

describe('cancelling', () => {
  it('answers all that was given with the signal at once, also the file in work, and frees the worker', async () => {
    const pool = open();
    await pool.verify(fileOf('warm.json', badge), NOBODY, trustIn());
    const cancel = new AbortController();
    const slow = fileOf('slow.json', laborious(badge, 3200));
    const files = [slow, ...Array.from({ length: 20 }, (_, index) => fileOf('a.json', badge, index + 1))];
    const results = files.map((file) => pool.verify(file, NOBODY, trustIn(), cancel.signal));
    const another = pool.verify(fileOf('another.json', badge, 99), NOBODY, trustIn());
    // Long enough for the worker to be deep in the first file.
    await new Promise((resolve) => setTimeout(resolve, 100));
    const cancelled = performance.now();
    cancel.abort();
    const codes = (await Promise.all(results)).map((result) => result.problems[0]?.code);
    expect(performance.now() - cancelled).toBeLessThan(500);
    expect(codes).toEqual(files.map(() => 'cancelled'));
    // What was given without the signal goes on, behind the file that was cut off.
    expect(integrityOf(await another)).toEqual(['signature-valid']);
    expect(await pool.verify(slow, NOBODY, trustIn(), cancel.signal)).toMatchObject({
      problems: [{ code: 'cancelled' }],
    });
  }, 60_000);
});

describe('what was verified', () => {
  const counted = async (pool: VerifierPool, ...verifications: Parameters<VerifierPool['verify']>[]) => {
    const results = [];
    for (const verification of verifications) results.push(await pool.verify(...verification));
    return { results, ...pool.counts() };
  };

  it('is not verified again under the same trust data, whatever the file is called', async () => {
    const trust = trustIn(pack());
    const { results, ...counts } = await counted(
      open(),
      [fileOf('a.json', badge), NOBODY, trust],
      [fileOf('b.json', badge), NOBODY, { ...trust }],
    );
    expect(counts).toEqual({ verified: 1, known: 1 });
    expect(results[1]).toEqual(await verifyFile(fileOf('b.json', badge), NOBODY, trust));
  });

  it('is forgotten on request, for somebody who was erased can stand in it', async () => {
    const pool = open();
    const file = fileOf('a.json', badge);
    await pool.verify(file, NOBODY, trustIn());
    pool.forgetResults?.();
    await pool.verify(file, NOBODY, trustIn());
    expect(pool.counts()).toEqual({ verified: 2, known: 0 });
  });

  it('is verified again under other trust data, and with other knowledge of the holder', async () => {
    const file = fileOf('a.json', badge);
    const { results: _, ...counts } = await counted(
      open(),
      [file, NOBODY, trustIn(pack())],
      [file, NOBODY, trustIn(pack({ sha256: '1'.repeat(64) }))],
      [file, { emails: ['a@mail.example'], subjectIds: [] }, trustIn(pack())],
    );
    expect(counts).toEqual({ verified: 3, known: 0 });
  });

  it('is verified again once time can have changed it, and carries the date of now until then', async () => {
    const file = fileOf('a.json', await signedBadge({ validUntil: '2026-12-01T00:00:00Z' }));
    const at = (instant: string) => ({ ...trustIn(), at: instant });
    const { results, ...counts } = await counted(
      open(),
      [file, NOBODY, at(AT)],
      [file, NOBODY, at('2026-11-25T00:00:00Z')],
      [file, NOBODY, at('2026-12-02T00:00:00Z')],
    );
    expect(counts).toEqual({ verified: 2, known: 1 });
    const reports = results.map((result) => result.credentials[0]?.report);
    expect(reports.map((report) => report?.at)).toEqual([AT, '2026-11-25T00:00:00Z', '2026-12-02T00:00:00Z']);
    expect(reports.map((report) => report?.checks.validity.state)).toEqual(['pass', 'pass', 'fail']);
  });
});

/** JSON of the same meaning but other bytes for each number, so that no result is known already. */
function fileOf(name: string, json: object, number = 0): NamedFile {
  return { name, bytes: new TextEncoder().encode(`${JSON.stringify(json)}${' '.repeat(number)}`) };
}

/** The badge with so many results that its verification is hard work; the signature does not fit any more. */
function laborious(json: JsonObject, results: number): JsonObject {
  const copy = structuredClone(json) as { credentialSubject: { achievement: Record<string, unknown> } } & JsonObject;
  copy.credentialSubject.achievement['resultDescription'] = Array.from({ length: results }, (_, index) => ({
    type: ['ResultDescription'],
    name: `Result ${index}`,
    resultType: 'Percent',
  }));
  return copy;
}

/** What a thread needs that has done it before: a fresh worker needs more. */
async function millisecondsFor(file: NamedFile): Promise<number> {
  await verifyFile(file, NOBODY, trustIn());
  const started = performance.now();
  await verifyFile(file, NOBODY, trustIn());
  return performance.now() - started;
}

/** The least heap, in steps of 4 MB, in which a worker verifies every credential of the file. */
async function leastMemory(file: NamedFile): Promise<number> {
  for (let megabytes = 12; megabytes < 256; megabytes += 4) {
    const result = await open({ heapMegabytes: megabytes }).verify(file, NOBODY, trustIn());
    if (result.credentials.length > 0 && !integrityOf(result).includes('too-complex')) return megabytes;
  }
  throw new Error('No worker had enough memory');
}

function integrityOf(result: VerifiedFile | undefined): readonly string[] {
  return result?.credentials.map(({ report }) => report.checks.integrity.code) ?? [];
}
