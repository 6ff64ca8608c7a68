import { isManifest, readManifest } from '../../main/adapters/formats/manifest.ts';
import { createUnpacker } from '../../main/adapters/formats/unpack-archive.ts';
import { resolveIssuer } from '../../main/adapters/verification/did-methods/registry.ts';
import { readIssuerPack } from '../../main/adapters/verification/issuer-pack.ts';
import { keyFromJwk, keyFromMultibase } from '../../main/adapters/verification/keys/verification-key.ts';
import type { TrustContext } from '../../main/core/ports.ts';
import { isObject } from '../../main/core/verification/json-fields.ts';
import { VERDICTS } from '../../shared/model/check.ts';
import { PROBLEM_CODES, type Problem } from '../../shared/api/problems.ts';
import type { Json, JsonObject } from '../../shared/model/json.ts';
import { issueSdJwtBadge } from '../fixtures/content/sd-jwt-badge.ts';
import { ISSUERS } from '../fixtures/content/issuers.ts';
import { p256TestKey, rsaTestKey } from '../fixtures/signing/keys.ts';
import { presentJson } from '../fixtures/signing/presentation.ts';
import { bindSdJwt, presentSdJwt } from '../fixtures/signing/sd-jwt.ts';
import { zip } from '../fixtures/signing/zip.ts';
import { NOBODY, SAMPLE_TRUST, verify } from '../security/sample-trust.ts';
import { carry } from '../security/attacks/carriers.ts';
import { CREATED, genuineSpecimens, OWNER_KEY } from '../security/attacks/genuine.ts';
import { attackPack } from '../security/attacks/trust.ts';
import { LISTS } from '../security/attacks/status-lists.ts';
import { mutateBytes, mutateJson } from './mutations.ts';
import { seededRandom, type SeededRandom } from './seeded-random.ts';

/** One kind of input with its genuine specimens. */
export interface FuzzTarget {
  readonly name: string;
  /** How many of a hundred inputs it gets. */
  readonly share: number;
  make(random: SeededRandom): Promise<Uint8Array>;
  /** Reads the input; throws where it does not end in a verdict or a named problem. */
  read(bytes: Uint8Array): Promise<void>;
}

/** An input that was not survived: target, seed and index make it again. */
export interface FuzzFailure {
  readonly target: string;
  readonly seed: number;
  readonly index: number;
  readonly error: string;
  readonly input: string;
}

/** Reads so many inputs, each of which follows from the seed and its index alone. */
export async function fuzz(
  seed: number,
  from: number,
  to: number,
  onInput: (index: number, failed: number) => void = () => undefined,
): Promise<readonly FuzzFailure[]> {
  const targets = await fuzzTargets();
  const failures: FuzzFailure[] = [];
  for (let index = from; index < to; index++) {
    const random = seededRandom(seed, index);
    const target = targetAt(targets, random.below(100));
    const bytes = await target.make(random);
    try {
      await target.read(bytes);
    } catch (error) {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      failures.push({ target: target.name, seed, index, error: text, input: Buffer.from(bytes).toString('base64') });
    }
    onInput(index, failures.length);
  }
  return failures;
}

/** A specimen that is text in a container: the text is changed as JSON or as bytes, then carried. */
interface TextSpecimen {
  readonly text: string;
  readonly carry: (text: string) => Promise<Uint8Array>;
}

export async function fuzzTargets(): Promise<readonly FuzzTarget[]> {
  const genuine = await genuineSpecimens();
  const object = JSON.stringify(genuine.badge);
  const bytesOf = (text: string): Promise<Uint8Array> => Promise.resolve(Buffer.from(text));
  const into = (place: Parameters<typeof carry>[1]) => async (text: string) => (await carry(text, place)).bytes;
  const trust = await trustOf();
  const sdJwt = presentSdJwt(
    issueSdJwtBadge(
      genuine.plain,
      { ...ISSUERS.harbourlight.token, did: ISSUERS.harbourlight.id },
      p256TestKey('holder'),
    ),
  );
  const presentation = await presentJson([genuine.badge, genuine.token], OWNER_KEY, CREATED, 'nonce');
  const files = (name: string, share: number, fileName: string, specimens: readonly TextSpecimen[]): FuzzTarget => ({
    name,
    share,
    make: (random) => mutated(random.pick(specimens), random),
    read: (bytes) => readFile(fileName, bytes, trust),
  });
  const archive = zip([
    { name: 'a.json', bytes: Buffer.from(object) },
    { name: 'b/c.jwt', bytes: Buffer.from(genuine.token) },
  ]);
  return [
    files('JSON', 22, 'credential.json', [
      { text: object, carry: bytesOf },
      { text: JSON.stringify(presentation), carry: bytesOf },
      { text: JSON.stringify([genuine.other, genuine.token]), carry: bytesOf },
      { text: JSON.stringify(await genuine.seaglass({ credentialStatus: entryOf(LISTS.good) })), carry: bytesOf },
    ]),
    files('JWT', 14, 'credential.jwt', [
      { text: genuine.token, carry: bytesOf },
      { text: genuine.otherToken, carry: bytesOf },
    ]),
    files('SD-JWT', 10, 'credential.sd-jwt', [
      { text: sdJwt, carry: bytesOf },
      { text: bindSdJwt(sdJwt, p256TestKey('holder')), carry: bytesOf },
    ]),
    files('PNG', 10, 'badge.png', [
      { text: object, carry: into('PNG') },
      { text: genuine.token, carry: into('PNG') },
    ]),
    files('SVG', 10, 'badge.svg', [
      { text: object, carry: into('SVG') },
      { text: genuine.token, carry: into('SVG') },
    ]),
    files('presentation', 6, 'presentation.jwt', [{ text: object, carry: into('VP') }]),
    files('record', 6, 'record.jwt', [{ text: object, carry: into('CLR member') }]),
    {
      name: 'ZIP',
      share: 5,
      make: async (random) => mutateBytes(archive, random),
      read: (bytes) => readArchive(bytes),
    },
    {
      name: 'manifest',
      share: 5,
      make: async (random) => mutateBytes(MANIFEST, random),
      read: async (bytes) => expectProblem(readManifest(bytes)),
    },
    {
      name: 'issuer pack',
      share: 3,
      make: (random) => mutatedPack(random),
      read: async (bytes) => expectProblem(readIssuerPack(bytes)),
    },
    {
      name: 'status list',
      share: 4,
      make: async (random) => Buffer.from(JSON.stringify(mutateJson(await listOf(trust), random))),
      read: (bytes) => readList(bytes, trust, genuine),
    },
    {
      name: 'key',
      share: 5,
      make: async (random) => mutateBytes(Buffer.from(random.pick(KEYS)), random),
      read: async (bytes) => readKey(bytes),
    },
  ];
}

const MANIFEST = Buffer.from(
  'file,candidate_ref,name,email,job\n"a, b.json",D-01,"Ada ""A"" Example",ada@people.example,data-analyst\nfolder/,D-02,Bo Example,,\n',
);

const KEYS: readonly string[] = [
  OWNER_KEY.did,
  OWNER_KEY.key.multibase ?? '',
  ISSUERS.tallyrook.id,
  ISSUERS.northmoor.id,
  ISSUERS.nursingBoard.id,
  JSON.stringify(rsaTestKey('nursing-board').publicJwk),
  JSON.stringify(p256TestKey('holder').publicJwk),
];

function targetAt(targets: readonly FuzzTarget[], point: number): FuzzTarget {
  let sum = 0;
  for (const target of targets) {
    sum += target.share;
    if (point < sum) return target;
  }
  throw new Error('The shares of the targets must come to 100');
}

async function trustOf(): Promise<TrustContext> {
  const pack = readIssuerPack(Buffer.from(JSON.stringify(await attackPack())));
  if (!pack.ok) throw new Error(pack.problem.code);
  return { ...SAMPLE_TRUST, packs: [pack.value] };
}

/** Half of the inputs stay well-formed and say something odd; the others are broken as bytes. */
async function mutated({ text, carry: carried }: TextSpecimen, random: SeededRandom): Promise<Uint8Array> {
  const way = random.below(4);
  if (way === 0) return mutateBytes(await carried(text), random);
  if (way === 1) return carried(mutateBytes(Buffer.from(text), random).toString('utf8'));
  return carried(
    text.startsWith('{') || text.startsWith('[')
      ? JSON.stringify(mutateJson(JSON.parse(text) as Json, random))
      : mutateToken(text, random),
  );
}

/** A token, with its disclosures, in which one JSON part was changed. */
function mutateToken(token: string, random: SeededRandom): string {
  const [jws = '', ...rest] = token.split('~');
  const parts = jws.split('.');
  const place = random.below(2);
  const json = JSON.parse(Buffer.from(parts[place] ?? '', 'base64url').toString('utf8')) as Json;
  parts[place] = Buffer.from(JSON.stringify(mutateJson(json, random))).toString('base64url');
  const others = rest.map((each) => (random.below(4) === 0 && each !== '' ? mutateDisclosure(each, random) : each));
  return [parts.join('.'), ...others].join('~');
}

function mutateDisclosure(disclosure: string, random: SeededRandom): string {
  const bytes = Buffer.from(disclosure, 'base64url');
  return mutateBytes(bytes, random).toString('base64url');
}

async function readFile(name: string, bytes: Uint8Array, trust: TrustContext): Promise<void> {
  const { credentials, problems } = await verify({ name, bytes }, NOBODY, trust);
  if (credentials.length + problems.length === 0) throw new Error('Nothing was found and nothing was said');
  problems.forEach(expectNamed);
  for (const { report } of credentials) if (!VERDICTS.includes(report.verdict)) throw new Error('No verdict');
}

async function readArchive(bytes: Uint8Array): Promise<void> {
  const { files, problems } = await createUnpacker().unpack({ name: 'credentials.zip', bytes });
  problems.forEach(({ problem }) => expectNamed(problem));
  for (const file of files) if (!isManifest(file)) await readFile(file.name, file.bytes, SAMPLE_TRUST);
}

async function mutatedPack(random: SeededRandom): Promise<Uint8Array> {
  const { proof: _proof, statusLists: _lists, ...pack } = await packOnce();
  return Buffer.from(
    JSON.stringify(mutateJson(random.below(3) === 0 ? { ...pack, proof: _proof ?? null } : pack, random)),
  );
}

let packMade: Promise<JsonObject> | null = null;
function packOnce(): Promise<JsonObject> {
  return (packMade ??= attackPack());
}

async function listOf(trust: TrustContext): Promise<Json> {
  return trust.packs[0]?.statusLists[LISTS.good] ?? null;
}

async function readList(
  bytes: Uint8Array,
  trust: TrustContext,
  genuine: Awaited<ReturnType<typeof genuineSpecimens>>,
): Promise<void> {
  const list = JSON.parse(Buffer.from(bytes).toString('utf8')) as Json;
  const packs = trust.packs.map((pack) => ({
    ...pack,
    statusLists: { [LISTS.good]: isObject(list) ? list : JSON.stringify(list) },
  }));
  const token = genuine.seaglassToken({ credentialStatus: entryOf(LISTS.good) });
  await readFile('credential.jwt', Buffer.from(token), { ...trust, packs });
}

function entryOf(list: string): JsonObject {
  return {
    id: `${list}#7`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: '7',
    statusListCredential: list,
  };
}

function readKey(bytes: Uint8Array): void {
  const text = Buffer.from(bytes).toString('utf8');
  keyFromMultibase(text);
  resolveIssuer(text, SAMPLE_TRUST.packs);
  try {
    const json = JSON.parse(text) as Json;
    if (isObject(json)) keyFromJwk(json);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
}

function expectProblem(result: { readonly ok: true } | { readonly ok: false; readonly problem: Problem }): void {
  if (!result.ok) expectNamed(result.problem);
}

function expectNamed({ code }: Problem): void {
  if (code === 'internal' || !PROBLEM_CODES.includes(code)) throw new Error(`A fault of ours: ${code}`);
}
