import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readIssuerPack } from '../../main/adapters/verification/issuer-pack.ts';
import { createDownload, DOWNLOAD_LIMITS, isPrivate } from '../../main/cli/safe-download.ts';
import type { Loaded } from '../../main/engine/issuer-packs/gather-trust-data.ts';
import { ed25519TestKey } from '../fixtures/signing/keys.ts';
import { runTessera, type Ran } from './run-tessera.ts';

/**
 * The only tests in which a connection is made: to a server of their own on the loopback address. Everywhere else the
 * ways to a network throw (test/no-network.ts for unit tests, test/cli/without-network.ts for commands).
 */
const KEY = ed25519TestKey('lakeside');
const document = (id: string): object => ({
  id,
  verificationMethod: [{ id: `${id}#key-1`, type: 'Multikey', controller: id, publicKeyMultibase: KEY.multibase }],
  assertionMethod: [`${id}#key-1`],
});
// Spelled as no serialiser would, to show that it is kept as it came.
const LIST_JWT = `eyJhbGciOiJFZERTQSJ9.${Buffer.from('{ "sub" : "https://lists.example/jwt" }').toString('base64url')}.c2ln`;

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
const json =
  (value: object): Answer =>
  (_, response) =>
    void response.setHeader('content-type', 'application/json').end(JSON.stringify(value));
const redirect =
  (location: string): Answer =>
  (_, response) =>
    void response.writeHead(302, { location }).end();

/** What the server answers, by the host that was meant and the path. */
const SITE: Readonly<Record<string, Answer>> = {
  'lakeside.example/.well-known/did.json': json(document('did:web:lakeside.example')),
  'lakeside.example:8443/dept/art/did.json': json(document('did:web:lakeside.example%3A8443:dept:art')),
  'impostor.example/.well-known/did.json': json(document('did:web:lakeside.example')),
  'guild.example/issuer': json(document('https://guild.example/issuer')),
  'tokens.example/': json({ name: 'Tokens' }),
  'tokens.example/.well-known/jwt-vc-issuer': json({
    issuer: 'https://tokens.example/',
    jwks: { keys: [{ ...KEY.publicJwk, kid: 'k1' }] },
  }),
  'lists.example/1': json({ id: 'https://lists.example/1', type: ['VerifiableCredential'], credentialSubject: {} }),
  'lists.example/jwt': (_, response) => void response.end(`${LIST_JWT}\n`),
  'vocab.example/v1': json({ '@context': { term: 'https://vocab.example/term' } }),
  'vocab.example/schema': json({ $id: 'https://vocab.example/schema', type: 'object' }),
  'vocab.example/none': json({ hello: 1 }),
  'moved.example/v1': redirect('https://vocab.example/v1'),
  'loop.example/': redirect('https://loop.example/'),
  'down.example/': redirect('http://vocab.example/v1'),
  'inside.example/': redirect('https://10.0.0.7/v1'),
  'named.example/': redirect('https://user:word@vocab.example/v1'),
  'large.example/': (_, response) => void response.end('x'.repeat(DOWNLOAD_LIMITS.bytes + 1)),
  'packed.example/': (_, response) => void response.setHeader('content-encoding', 'gzip').end('x'),
  'broken.example/': (_, response) =>
    void response.setHeader('content-length', 100).write('x', () => response.destroy()),
  'slow.example/': (_, response) => void response.write('x'),
  'twice.example/': (_, response) => void response.end('{"@context":{},"@context":{}}'),
};
const asked: { readonly place: string; readonly headers: IncomingMessage['headers'] }[] = [];
let server: Server;
let origin = '';
const folder = mkdtempSync(join(tmpdir(), 'tessera-fetch-'));

beforeAll(async () => {
  server = createServer((request, response) => {
    const place = `${request.headers.host ?? ''}${request.url ?? ''}`;
    asked.push({ place, headers: request.headers });
    const answer = SITE[place];
    if (answer === undefined) response.writeHead(404).end();
    else answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

const at = (name: string): string => join(folder, name);
function fetchPack(missing: readonly object[], ...more: readonly string[]): Promise<Ran> {
  writeFileSync(at('missing.json'), JSON.stringify({ missing }));
  return runTessera([
    ...[
      'pack',
      'fetch',
      '--missing',
      at('missing.json'),
      '--out',
      at('fetched.json'),
      '--connect-to',
      origin,
      '--json',
    ],
    ...more,
  ]);
}

describe('tessera pack fetch', () => {
  it('gathers each kind into an unsigned pack, as it came, with hash and date; what fails is listed and the rest goes on', async () => {
    const ran = await fetchPack(
      [
        { kind: 'did-document', id: 'did:web:lakeside.example', credentials: 3 },
        { kind: 'did-document', id: 'did:web:lakeside.example%3A8443:dept:art' },
        { kind: 'did-document', id: 'did:web:impostor.example' },
        { kind: 'did-document', id: 'did:web:127.0.0.1' },
        { kind: 'issuer', id: 'https://guild.example/issuer' },
        { kind: 'issuer', id: 'https://tokens.example/' },
        { kind: 'issuer', id: 'http://plain.example/' },
        { kind: 'status-list', id: 'https://lists.example/1' },
        { kind: 'status-list', id: 'https://lists.example/jwt' },
        { kind: 'status-list', id: 'https://lists.example/gone' },
        { kind: 'status-list', id: 'http://lists.example/1' },
        { kind: 'context', id: 'https://moved.example/v1' },
        { kind: 'context', id: 'https://vocab.example/none' },
        { kind: 'context', id: 'https://twice.example/' },
        { kind: 'schema', id: 'https://vocab.example/schema' },
      ],
      '--source',
      'Online desk',
    );
    expect(ran.code).toBe(1);
    const { gathered, failed } = JSON.parse(ran.stdout) as {
      gathered: { id: string; url: string; sha256: string; retrievedAt: string }[];
      failed: { id: string; reason: string }[];
    };
    expect(failed).toEqual([
      { kind: 'did-document', id: 'did:web:impostor.example', reason: 'it is the document of another id' },
      { kind: 'did-document', id: 'did:web:127.0.0.1', reason: 'the id is not a plain did:web id' },
      { kind: 'issuer', id: 'http://plain.example/', reason: 'the id is not a plain https URL' },
      { kind: 'status-list', id: 'https://lists.example/gone', reason: 'the server answered 404' },
      { kind: 'status-list', id: 'http://lists.example/1', reason: 'only https is fetched, not http' },
      { kind: 'context', id: 'https://vocab.example/none', reason: 'it is no JSON-LD context' },
      { kind: 'context', id: 'https://twice.example/', reason: expect.stringContaining('duplicate-json-key') },
    ]);
    const read = readIssuerPack(readFileSync(at('fetched.json')));
    expect(read).toMatchObject({
      ok: true,
      value: {
        source: 'Online desk',
        publishers: [],
        didDocuments: {
          'did:web:lakeside.example': document('did:web:lakeside.example'),
          'did:web:lakeside.example%3A8443:dept:art': expect.anything(),
          'https://guild.example/issuer': expect.anything(),
        },
        entries: [{ ids: ['https://tokens.example/'], keys: [{ id: '#k1', publicKey: { crv: 'Ed25519' } }] }],
        statusLists: { 'https://lists.example/1': expect.anything(), 'https://lists.example/jwt': LIST_JWT },
        contexts: { 'https://moved.example/v1': expect.anything() },
        schemas: { 'https://vocab.example/schema': expect.anything() },
      },
    });
    const list = gathered.find(({ id }) => id === 'https://lists.example/jwt');
    expect(list?.sha256).toBe(createHash('sha256').update(`${LIST_JWT}\n`).digest('hex'));
    expect(Date.parse(list?.retrievedAt ?? '')).not.toBeNaN();
    expect(gathered.find(({ id }) => id === 'https://moved.example/v1')?.url).toBe('https://vocab.example/v1');
    const { retrieved } = JSON.parse(readFileSync(at('fetched.json'), 'utf8')) as { retrieved: Record<string, object> };
    expect(retrieved['status-list https://lists.example/jwt']).toMatchObject({ sha256: list?.sha256 });
    for (const { headers } of asked) expect(headers).not.toHaveProperty('cookie');
  });

  it('adds to a base, keeps what it can’t get anew, and fetches its lists again only when told to', async () => {
    const base = {
      version: '1',
      source: 'Register of Lakes',
      retrievedAt: '2026-08-01T00:00:00Z',
      entries: [{ ids: ['did:web:kept.example'], keys: [{ id: '#1', publicKey: KEY.multibase }] }],
      statusLists: { 'https://lists.example/1': { id: 'old' }, 'https://lists.example/gone': { id: 'kept' } },
      contexts: { 'https://kept.example/v1': { '@context': {} } },
    };
    writeFileSync(at('base.json'), JSON.stringify(base));
    const wanted = [{ kind: 'did-document', id: 'did:web:lakeside.example' }];
    const plain = await fetchPack(wanted, '--base', at('base.json'));
    expect(plain.code).toBe(0);
    const added = readIssuerPack(readFileSync(at('fetched.json')));
    expect(added).toMatchObject({
      value: {
        source: 'Register of Lakes',
        entries: [{ ids: ['did:web:kept.example'] }],
        didDocuments: { 'did:web:lakeside.example': expect.anything() },
        statusLists: base.statusLists,
        contexts: base.contexts,
      },
    });
    const refreshed = await fetchPack(wanted, '--base', at('base.json'), '--refresh');
    expect(refreshed.code).toBe(1);
    expect(readIssuerPack(readFileSync(at('fetched.json')))).toMatchObject({
      value: {
        statusLists: {
          'https://lists.example/1': { id: 'https://lists.example/1' },
          'https://lists.example/gone': { id: 'kept' },
        },
      },
    });
  });

  it('is wrong use with a list that is none, without a source, or with another origin than the loopback', async () => {
    rmSync(at('fetched.json'), { force: true });
    writeFileSync(at('none.json'), '{"hello":1}');
    const common = ['pack', 'fetch', '--out', at('fetched.json'), '--source', 'X'];
    const none = await runTessera([...common, '--missing', at('none.json')]);
    expect(none).toMatchObject({ code: 3, stderr: expect.stringContaining('none.json') });
    expect((await fetchPack([])).code).toBe(2);
    const outside = await runTessera([...common, '--missing', at('missing.json'), '--connect-to', 'http://192.0.2.1']);
    expect(outside.code).toBe(2);
    expect(existsSync(at('fetched.json'))).toBe(false);
  });
});

describe('a download', () => {
  const limits = { ...DOWNLOAD_LIMITS, milliseconds: 500 };
  const load = (url: string): Promise<Loaded> =>
    createDownload({ signal: new AbortController().signal, connectTo: origin })(url, '*/*');

  it.each([
    ['https://loop.example/', 'more than 3 redirections'],
    ['https://down.example/', 'only https is fetched, not http'],
    ['https://inside.example/', 'private network'],
    ['https://named.example/', 'user name'],
    ['https://large.example/', 'larger than'],
    ['https://packed.example/', 'compressed'],
    ['https://broken.example/', 'no connection'],
    ['https://nobody.example/', 'answered 404'],
    ['https://user@vocab.example/v1', 'user name'],
    ['ftp://vocab.example/v1', 'only https'],
    ['file:///etc/hostname', 'only https'],
    ['data:,x', 'only https'],
    ['vocab.example', 'no URL'],
    ['https://127.0.0.1/', 'private network'],
    ['https://2130706433/', 'private network'],
    ['https://[::1]/', 'private network'],
    ['https://[::ffff:10.0.0.1]/', 'private network'],
    ['https://169.254.169.254/latest', 'private network'],
  ])('refuses %s, and says why', async (url, reason) => {
    expect(await load(url)).toEqual({ ok: false, reason: expect.stringContaining(reason) });
  });

  it('ends where no full answer comes in time', async () => {
    const hurried = createDownload({ signal: new AbortController().signal, connectTo: origin, limits });
    expect(await hurried('https://slow.example/', '*/*')).toEqual({
      ok: false,
      reason: expect.stringContaining('0.5 seconds'),
    });
  });

  it('goes to no name that stands for an address inside', async () => {
    const direct = createDownload({ signal: new AbortController().signal, connectTo: null, limits: DOWNLOAD_LIMITS });
    const { port } = server.address() as AddressInfo;
    const before = asked.length;
    expect((await direct(`https://localhost:${port}/`, '*/*')).ok).toBe(false);
    expect(await direct(`https://localhost:${port}/`, '*/*')).toEqual({
      ok: false,
      reason: 'it leads into a private network',
    });
    expect(asked.length).toBe(before);
  });

  it('asks without compression and for what it can read', async () => {
    await load('https://vocab.example/v1');
    expect(asked.at(-1)).toMatchObject({
      place: 'vocab.example/v1',
      headers: { 'accept-encoding': 'identity', accept: '*/*' },
    });
  });
});

describe('an address inside a network', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
  ])('is one of IPv4: %s', (address) => expect(isPrivate(address)).toBe(true));
  it.each([
    '::1',
    '::',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    'fe80::1',
    'fd00::1',
    'ff02::1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
  ])('is one of IPv6: %s', (address) => expect(isPrivate(address)).toBe(true));
  it.each(['93.184.216.34', '172.32.0.1', '192.169.0.1', '2606:2800:220:1::1'])('is not %s', (address) =>
    expect(isPrivate(address)).toBe(false),
  );
});
