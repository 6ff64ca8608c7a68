import fc from 'fast-check';
import { zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ARCHIVE_LIMITS, type ArchiveLimits } from '../../../main/adapters/formats/limits.ts';
import { createUnpacker } from '../../../main/adapters/formats/unpack-archive.ts';
import { BADGE, textFile } from './build-containers.ts';

const badge = Buffer.from(JSON.stringify(BADGE));

function zip(entries: Zippable, name = 'pool.zip') {
  return { name, bytes: Buffer.from(zipSync(entries)) };
}

async function outline(file: { name: string; bytes: Uint8Array }, limits: Partial<ArchiveLimits> = {}) {
  const { files, problems } = await createUnpacker({ ...ARCHIVE_LIMITS, ...limits }).unpack(file);
  return {
    files: files.map((one) => one.name),
    problems: problems.map(({ file: of, problem }) => [of, problem.code, problem.params['what'] ?? '']),
  };
}

/** Overwrites a field of the first entry, in its local header and in the directory. */
function patched(
  file: { name: string; bytes: Buffer },
  inLocal: number,
  inDirectory: number,
  write: (bytes: Buffer, at: number) => void,
) {
  const bytes = Buffer.from(file.bytes);
  write(bytes, inLocal);
  write(bytes, bytes.indexOf('PK\x01\x02', 0, 'latin1') + inDirectory);
  return { ...file, bytes };
}

describe('unpacking', () => {
  it('passes every file through that is no archive, office files too', async () => {
    expect(await outline(textFile(BADGE))).toEqual({ files: ['credential.json'], problems: [] });
    const document = zip({ '[Content_Types].xml': badge, 'word/document.xml': badge }, 'letter.docx');
    expect(await outline(document)).toEqual({ files: ['letter.docx'], problems: [] });
  });

  it('gives each file its path in the archive and its bytes', async () => {
    const { files } = await createUnpacker().unpack(
      zip({ 'ada/badge.json': badge, 'b\u00e9.json': [badge, { level: 0 }] }),
    );
    expect(files.map((file) => file.name)).toEqual(['pool.zip/ada/badge.json', 'pool.zip/b\u00e9.json']);
    expect(files.map((file) => Buffer.from(file.bytes).equals(badge))).toEqual([true, true]);
  });

  it('leaves out directories and what operating systems add', async () => {
    const entries = {
      'a/': new Uint8Array(),
      '__MACOSX/a/._b.json': badge,
      'a/.DS_Store': badge,
      'Thumbs.db': badge,
      'a/b.json': badge,
    };
    expect(await outline(zip(entries))).toEqual({ files: ['pool.zip/a/b.json'], problems: [] });
  });

  it.each([
    '../b.json',
    'a/../../b.json',
    '/etc/b.json',
    'C:/b.json',
    'c:b.json',
    'a\\b.json',
    '..\\b.json',
    './b.json',
  ])('refuses the path %s by name and goes on', async (name) => {
    expect(await outline(zip({ [name]: badge, 'good.json': badge }))).toEqual({
      files: ['pool.zip/good.json'],
      problems: [[`pool.zip/${name}`, 'zip-path-traversal', '']],
    });
  });

  it('refuses a symbolic link', async () => {
    const link: Zippable = {
      link: [Buffer.from('/etc/passwd'), { os: 3, attrs: (0o120777 << 16) >>> 0 }],
      'good.json': badge,
    };
    expect(await outline(zip(link))).toEqual({
      files: ['pool.zip/good.json'],
      problems: [['pool.zip/link', 'zip-path-traversal', 'link']],
    });
  });

  it('refuses a bomb by its ratio before inflating it, and goes on', async () => {
    const entries = { 'bomb.json': new Uint8Array(9_000_000), 'good.json': badge };
    expect(await outline(zip(entries))).toEqual({
      files: ['pool.zip/good.json'],
      problems: [['pool.zip/bomb.json', 'zip-bomb', 'ratio']],
    });
  });

  it('refuses a bomb that declares a small size', async () => {
    const file = zip({ 'bomb.json': new Uint8Array(9_000_000) });
    const lying = patched(file, 22, 24, (bytes, at) => bytes.writeUInt32LE(1000, at));
    expect(await outline(lying)).toEqual({
      files: [],
      problems: [['pool.zip/bomb.json', 'zip-bomb', 'declared-size']],
    });
  });

  it('stops where all entries together are too large', async () => {
    const entries: Zippable = {};
    for (const name of ['a', 'b', 'c']) entries[name] = [new Uint8Array(400), { level: 0 }];
    expect(await outline(zip(entries), { totalBytes: 1000 })).toEqual({
      files: ['pool.zip/a', 'pool.zip/b'],
      problems: [['pool.zip/c', 'zip-bomb', 'total']],
    });
  });

  it('counts what nested archives hold towards the same total', async () => {
    const inner = zipSync({ 'zeros.json': new Uint8Array(900_000) });
    const entries = Object.fromEntries([1, 2, 3].map((index) => [`${index}.zip`, inner]));
    const { problems } = await outline(zip(entries));
    expect(problems).toEqual([
      ['pool.zip/2.zip/zeros.json', 'zip-bomb', 'total'],
      ['pool.zip/3.zip/zeros.json', 'zip-bomb', 'total'],
    ]);
  });

  it('refuses too many entries', async () => {
    const entries = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`${index}`, badge]));
    expect(await outline(zip(entries), { entries: 10 })).toEqual({
      files: [],
      problems: [['pool.zip', 'zip-bomb', 'entries']],
    });
  });

  it('says that an entry is too large where it is no bomb', async () => {
    const noise = Buffer.alloc(300_000).map((_, index) => (index * 2_654_435_761) >>> 13);
    expect(await outline(zip({ 'a.pdf': noise, 'good.json': badge }), { entryBytes: 200_000 })).toEqual({
      files: ['pool.zip/good.json'],
      problems: [['pool.zip/a.pdf', 'file-too-large', '']],
    });
  });

  it('names an encrypted entry', async () => {
    const file = zip({ 'secret.json': badge, 'good.json': badge });
    const encrypted = patched(file, 6, 8, (bytes, at) => bytes.writeUInt16LE(1, at));
    expect(await outline(encrypted)).toEqual({
      files: ['pool.zip/good.json'],
      problems: [['pool.zip/secret.json', 'zip-encrypted', '']],
    });
  });

  it('opens an archive in an archive, but none in that', async () => {
    const innermost = zipSync({ 'deep.json': badge });
    const inner = zipSync({ 'b.json': badge, 'innermost.zip': innermost });
    expect(await outline(zip({ 'inner.zip': inner, 'c.json': badge }))).toEqual({
      files: ['pool.zip/inner.zip/b.json', 'pool.zip/c.json'],
      problems: [['pool.zip/inner.zip/innermost.zip', 'zip-nested-too-deep', '']],
    });
  });

  it('names an archive that is cut off or is none, and one that is empty', async () => {
    const file = zip({ 'a.json': badge });
    expect(await outline({ ...file, bytes: file.bytes.subarray(0, 60) })).toEqual({
      files: [],
      problems: [['pool.zip', 'zip-damaged', '']],
    });
    expect(await outline(textFile('no archive', 'pool.zip'))).toEqual({
      files: [],
      problems: [['pool.zip', 'zip-damaged', '']],
    });
    expect(await outline(zip({}))).toEqual({ files: [], problems: [['pool.zip', 'file-empty', '']] });
  });

  it('names an entry whose checksum is wrong and goes on', async () => {
    const file = zip({ 'a.json': [badge, { level: 0 }], 'b.json': badge });
    const bytes = Buffer.from(file.bytes);
    bytes[60] = (bytes[60] ?? 0) ^ 1;
    expect(await outline({ ...file, bytes })).toEqual({
      files: ['pool.zip/b.json'],
      problems: [['pool.zip/a.json', 'zip-damaged', '']],
    });
  });

  it('survives archives with any byte changed or cut off', async () => {
    const { bytes } = zip({
      'a/b.json': badge,
      'c.json': [badge, { level: 0 }],
      'd.zip': zipSync({ 'e.json': badge }),
    });
    const edit = fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(edit, { maxLength: 5 }),
        fc.nat({ max: bytes.length }),
        fc.boolean(),
        async (edits, end, cut) => {
          const changed = Buffer.from(bytes);
          for (const [at, value] of edits) changed[at] = value;
          const { files, problems } = await createUnpacker().unpack({
            name: 'pool.zip',
            bytes: cut ? changed.subarray(0, end) : changed,
          });
          // A byte or two may pass unseen where it means nothing; the archive never vanishes without a word.
          if (!(cut && end === 0)) expect(files.length + problems.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 1500 },
    );
  });
});
