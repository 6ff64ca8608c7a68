import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readIssuerPack } from '../../main/adapters/verification/issuer-pack.ts';
import type { PackDescription } from '../../main/engine/issuer-packs/inspect-pack.ts';
import type { PackComparison } from '../../main/engine/issuer-packs/compare-packs.ts';
import '../no-network.ts';
import type { JsonObject } from '../../shared/model/json.ts';
import { ed25519TestKey } from '../fixtures/signing/keys.ts';
import { POOL } from '../engine/open-engine.ts';
import { callTessera } from './call-tessera.ts';
import { runTessera, type Ran } from './run-tessera.ts';

/**
 * The commands as a person types them, with every way to a network throwing (test/no-network.ts). Where a process of its
 * own shows more (exit codes, what goes to which stream, the network of its threads), it is one.
 */
const folder = mkdtempSync(join(tmpdir(), 'tessera-pack-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (...names: readonly string[]): string => join(folder, ...names);
const pack = (...args: readonly string[]): Promise<Ran> => callTessera(['pack', ...args]);
const packInItsProcess = (...args: readonly string[]): Promise<Ran> =>
  runTessera(['pack', ...args], [join(import.meta.dirname, 'without-network.ts')]);
const fingerprintIn = ({ stdout }: Ran): string => (JSON.parse(stdout) as { fingerprint: string }).fingerprint;

const KEY = ed25519TestKey('lakeside').multibase ?? '';
const OLD_KEY = ed25519TestKey('lakeside before').multibase ?? '';
const ISSUERS = `ids,names,homepage,evidence,key_id,key,valid_from,valid_until
did:web:lakeside.example|https://lakeside.example,Lakeside College,https://lakeside.example,https://register.example/7,#key-2,${KEY},2026-01-01,
did:web:lakeside.example|https://lakeside.example,,,,#key-1,${OLD_KEY},2024-01-01,2025-12-31
`;
const LIST = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  id: 'https://lakeside.example/status/1',
  type: ['VerifiableCredential', 'BitstringStatusListCredential'],
  issuer: 'did:web:lakeside.example',
  validFrom: '2026-10-01T00:00:00Z',
  validUntil: '2026-11-15T00:00:00Z',
  credentialSubject: { type: 'BitstringStatusList', statusPurpose: 'revocation', encodedList: 'u' },
};
const build = (out: string, ...more: readonly string[]): Promise<Ran> =>
  pack(
    ...['build', '--out', out, '--source', 'Register of Lakes', '--at', '2026-11-01', '--expires', '2027-05-01'],
    ...['--entries', at('issuers.csv'), '--documents', at('documents'), '--lists', at('lists'), ...more],
  );

beforeAll(async () => {
  mkdirSync(at('documents'));
  mkdirSync(at('lists'));
  writeFileSync(at('issuers.csv'), ISSUERS);
  const web = { id: 'did:web:guild.example', verificationMethod: [], assertionMethod: [] };
  writeFileSync(at('documents', 'guild.json'), JSON.stringify(web));
  const context = { url: 'https://vocab.example/v1', document: { '@context': { term: 'https://vocab.example/term' } } };
  writeFileSync(at('documents', 'context.json'), JSON.stringify(context));
  const schema = { $id: 'https://vocab.example/schema', $schema: 'https://json-schema.org/draft/2020-12/schema' };
  writeFileSync(at('documents', 'schema.json'), JSON.stringify(schema));
  writeFileSync(at('lists', 'one.json'), JSON.stringify(LIST));
  expect((await build(at('built.json'))).code).toBe(0);
  expect((await packInItsProcess('keygen', '--out', at('publisher.pem'), '--json')).code).toBe(0);
  expect((await pack('sign', at('built.json'), '--key', at('publisher.pem'), '--out', at('signed.json'))).code).toBe(0);
});

describe('tessera pack build', () => {
  it('makes an unsigned pack of what lies in folders, each in its place', () => {
    const read = readIssuerPack(readFileSync(at('built.json')));
    expect(read).toMatchObject({
      ok: true,
      value: {
        source: 'Register of Lakes',
        version: '2026-11-01',
        retrievedAt: '2026-11-01T00:00:00Z',
        expiresAt: '2027-05-01T00:00:00Z',
        publishers: [],
        entries: [
          {
            ids: ['did:web:lakeside.example', 'https://lakeside.example'],
            names: ['Lakeside College'],
            keys: [
              { id: '#key-2', publicKey: KEY, validFrom: '2026-01-01T00:00:00Z', validUntil: null },
              { id: '#key-1', publicKey: OLD_KEY, validUntil: '2025-12-31T00:00:00Z' },
            ],
          },
        ],
        didDocuments: { 'did:web:guild.example': expect.anything() },
        statusLists: { 'https://lakeside.example/status/1': LIST },
        contexts: { 'https://vocab.example/v1': expect.anything() },
        schemas: { 'https://vocab.example/schema': expect.anything() },
      },
    });
    const { contexts } = JSON.parse(readFileSync(at('built.json'), 'utf8')) as { contexts: Record<string, JsonObject> };
    expect(contexts['https://vocab.example/v1']?.['sha256']).toMatch(/^[\da-f]{64}$/);
  });

  it('makes the same bytes of the same files', async () => {
    expect((await build(at('again.json'))).code).toBe(0);
    expect(readFileSync(at('again.json'))).toEqual(readFileSync(at('built.json')));
  });

  it.each([
    ['broken.json', '{"id": 1,', /broken\.json can’t become part.*line 1/],
    ['unknown.json', '{"hello": 1}', /unknown\.json can’t become part.*neither a DID document/],
    ['nameless.json', '{"@context": {}}', /nameless\.json can’t become part.*does not say its URL/],
    ['twice.json', JSON.stringify(LIST), /one\.json can’t become part.*twice\.json has https/],
  ])('names the file that stands in its way, and writes nothing: %s', async (name, text, words) => {
    writeFileSync(at(name), text);
    const ran = await build(at('refused.json'), '--documents', at(name));
    expect(ran.code).toBe(3);
    expect(ran.stderr).toMatch(words);
    expect(existsSync(at('refused.json'))).toBe(false);
  });

  it('names the field of an issuer that is wrong', async () => {
    writeFileSync(
      at('wrong.json'),
      JSON.stringify([{ ids: ['did:web:x.example'], keys: [{ id: '#1', publicKey: 'my key' }] }]),
    );
    const ran = await pack('build', '--out', at('refused.json'), '--source', 'X', '--entries', at('wrong.json'));
    expect(ran.code).toBe(3);
    expect(ran.stderr).toContain('entries/0/keys/0/publicKey');
    writeFileSync(at('wrong.csv'), 'ids,colour\na,b\n');
    const table = await pack('build', '--out', at('refused.json'), '--source', 'X', '--entries', at('wrong.csv'));
    expect(table.stderr).toContain('colour');
  });

  it('is wrong use without anything to build from', async () => {
    const args = ['build', '--out', at('x.json'), '--source', 'X'];
    for (const run of [pack, packInItsProcess]) expect((await run(...args)).code).toBe(2);
  });
});

describe('tessera pack keygen and sign', () => {
  it.skipIf(platform() === 'win32')('keep the private key to its owner', () => {
    expect(statSync(at('publisher.pem')).mode & 0o777).toBe(0o600);
  });

  it('never overwrite a key', async () => {
    const before = readFileSync(at('publisher.pem'));
    const ran = await pack('keygen', '--out', at('publisher.pem'));
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain('is there already');
    expect(readFileSync(at('publisher.pem'))).toEqual(before);
  });

  it('give the fingerprint that the pack then carries', async () => {
    const ran = await pack('sign', at('built.json'), '--key', at('publisher.pem'), '--out', at('other.json'), '--json');
    expect(ran.code).toBe(0);
    expect(readIssuerPack(readFileSync(at('other.json')))).toMatchObject({
      ok: true,
      value: { publishers: [fingerprintIn(ran)] },
    });
    expect(readFileSync(at('other.json'), 'utf8')).not.toContain('PRIVATE');
  });

  it('sign twice only when told how', async () => {
    const second = await pack('keygen', '--out', at('second.pem'), '--json');
    const sign = (out: string, ...how: readonly string[]) =>
      pack('sign', at('signed.json'), '--key', at('second.pem'), '--out', at(out), ...how);
    const refused = await sign('no.json');
    expect(refused).toMatchObject({ code: 3, stderr: expect.stringContaining('is signed already') });
    expect((await sign('both.json', '--add')).code).toBe(0);
    expect((await sign('replaced.json', '--replace')).code).toBe(0);
    expect(readIssuerPack(readFileSync(at('both.json')))).toMatchObject({
      value: { publishers: [expect.any(String), fingerprintIn(second)] },
    });
    expect(readIssuerPack(readFileSync(at('replaced.json')))).toMatchObject({
      value: { publishers: [fingerprintIn(second)] },
    });
    expect((await sign('no.json', '--add', '--replace')).code).toBe(2);
  });

  it('take no other key than the publisher’s', async () => {
    writeFileSync(at('no-key.pem'), 'secret');
    const ran = await pack('sign', at('built.json'), '--key', at('no-key.pem'), '--out', at('no.json'));
    expect(ran.code).toBe(3);
    expect(ran.stderr).toMatch(/no-key\.pem is not a publisher’s private key/);
    expect(ran.stderr).not.toContain('secret');
  });
});

describe('tessera pack inspect', () => {
  const inspect = async (day: string): Promise<PackDescription> =>
    JSON.parse((await packInItsProcess('inspect', at('signed.json'), '--at', day, '--json')).stdout) as PackDescription;

  it('says who signed a pack, how old it is, what it holds, and what is out of date', async () => {
    expect(await inspect('2026-11-21')).toMatchObject({
      source: 'Register of Lakes',
      publishers: [expect.stringMatching(/^[\da-f]{64}$/)],
      ageDays: 20,
      expired: false,
      counts: { issuers: 1, keys: 2, didDocuments: 1, statusLists: 1, contexts: 1, schemas: 1 },
      issuers: [{ names: ['Lakeside College'], evidence: ['https://register.example/7'] }],
      stale: [
        { kind: 'key', id: 'did:web:lakeside.example #key-1', since: '2025-12-31T00:00:00Z' },
        { kind: 'status-list', id: 'https://lakeside.example/status/1', since: '2026-11-15T00:00:00Z' },
      ],
      remarks: [],
    });
    expect(await inspect('2027-06-01')).toMatchObject({ expired: true, stale: [{ kind: 'pack' }, {}, {}] });
  });

  it('says so in words', async () => {
    const { stdout } = await pack('inspect', at('signed.json'), '--at', '2026-11-21');
    for (const words of [
      'Register of Lakes',
      '20 days ago',
      'Signed by',
      'Lakeside College',
      'Out of date since 2025-12-31',
    ]) {
      expect(stdout).toContain(words);
    }
  });

  it('reads the sample pool’s pack', async () => {
    const ran = await pack('inspect', join(POOL, 'issuer-pack.json'), '--at', '2026-09-01', '--json');
    expect(JSON.parse(ran.stdout)).toMatchObject({ publishers: [expect.any(String)], expired: false, remarks: [] });
  });

  it('refuses a pack that was changed after signing', async () => {
    const changed = readFileSync(at('signed.json'), 'utf8').replace('Lakeside College', 'Lakeside Colleges');
    writeFileSync(at('changed.json'), changed);
    const ran = await packInItsProcess('inspect', at('changed.json'));
    expect(ran).toMatchObject({ code: 3, stdout: '', stderr: expect.stringContaining('changed after signing') });
  });
});

describe('tessera pack compare', () => {
  it('says what a newer pack changes, in words and as JSON', async () => {
    writeFileSync(at('issuers-2.csv'), `${ISSUERS.replaceAll(OLD_KEY, KEY)}did:web:new.example,New,,,#k,${KEY},,\n`);
    const built = await pack(
      ...['build', '--out', at('newer.json'), '--source', 'Register of Lakes', '--at', '2026-11-10'],
      ...['--entries', at('issuers-2.csv'), '--documents', at('documents')],
    );
    expect(built.code).toBe(0);
    const ran = await pack('compare', at('signed.json'), at('newer.json'), '--json');
    expect(JSON.parse(ran.stdout) as PackComparison).toEqual({
      sameSource: true,
      stepBack: false,
      publisherChanged: true,
      difference: {
        issuersAdded: ['did:web:new.example'],
        issuersRemoved: [],
        keysAdded: ['did:web:lakeside.example#key-1', 'did:web:new.example#k', 'https://lakeside.example#key-1'],
        keysRemoved: ['did:web:lakeside.example#key-1', 'https://lakeside.example#key-1'],
        statusListsAdded: [],
        statusListsRemoved: ['https://lakeside.example/status/1'],
        documentsAdded: [],
        documentsRemoved: [],
        documentsChanged: [],
      },
    });
    const words = await pack('compare', at('newer.json'), at('signed.json'));
    expect(words.stdout).toContain('No longer an issuer: did:web:new.example');
    expect(words.stdout).toContain('The second is the older one');
    expect((await pack('compare', at('built.json'), at('signed.json'))).stdout).toBe('They hold the same.\n');
  });

  it('names the pack that can’t be read', async () => {
    writeFileSync(at('no-pack.json'), '{}');
    const ran = await pack('compare', at('built.json'), at('no-pack.json'));
    expect(ran).toMatchObject({
      code: 3,
      stderr: expect.stringMatching(/no-pack\.json is not an issuer pack.*“source” is missing/),
    });
  });
});

describe('tessera pack missing', () => {
  it('lists what files need and the packs lack, without a word about people', async () => {
    const paths = [join(POOL, 'manifest.csv'), join(POOL, 'candidates/d-01'), join(POOL, 'candidates/d-02')];
    const without = await packInItsProcess('missing', '--at', '2026-09-01', ...paths);
    expect(without.stderr).not.toContain('NETWORK USE');
    expect(without.code).toBe(0);
    const { missing } = JSON.parse(without.stdout) as { missing: { kind: string; id: string; credentials: number }[] };
    expect(missing).toContainEqual({
      kind: 'did-document',
      id: 'did:web:harbourlight.example',
      credentials: expect.any(Number),
    });
    expect(missing.some(({ kind }) => kind === 'status-list')).toBe(true);
    expect(without.stdout).not.toMatch(/urn:uuid|did:key|did:example|@|candidate/);
    const withPack = await pack(
      ...[
        'missing',
        '--pack',
        join(POOL, 'issuer-pack.json'),
        '--at',
        '2026-09-01',
        '--out',
        at('missing.json'),
        ...paths,
      ],
    );
    expect(withPack).toMatchObject({ code: 0, stdout: '' });
    expect(JSON.parse(readFileSync(at('missing.json'), 'utf8'))).toEqual({ missing: [] });
  });
});
