import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ENCODER } from '../../main/adapters/embedding/model-manifest.ts';
import { roundVector } from '../../main/core/matching/pool/round-vector.ts';
import { normaliseSkillText } from '../../main/core/skills/normalise.ts';
import { createEmbedder, MODEL_FOLDER_IN_SOURCES } from '../../main/engine/embedder-host.ts';

const CACHE = fileURLToPath(new URL('../../node_modules/.cache/tessera-vectors', import.meta.url));

/** Texts kept in one file: what is lost at most when a run is stopped. */
const TEXTS_A_FILE = 4096;

/**
 * The vectors of the texts by normalised text, through the embedder as the app runs it and rounded as the product
 * compares them. They are kept, as the model made them, between runs by
 * the hash of the model and the text, since one text through one model gives the same bits every time.
 */
export async function vectorsOf(texts: Iterable<string>): Promise<ReadonlyMap<string, Float32Array>> {
  const folder = join(CACHE, ENCODER.sha256.slice(0, 16));
  const distinct = new Set([...texts].map(normaliseSkillText).filter((text) => text !== ''));
  const known = readAll(folder);
  const missing = [...distinct].filter((text) => !known.has(text)).sort((a, b) => a.length - b.length);
  if (missing.length > 0) {
    const embedder = await createEmbedder(MODEL_FOLDER_IN_SOURCES);
    try {
      for (let start = 0; start < missing.length; start += TEXTS_A_FILE) {
        const piece = missing.slice(start, start + TEXTS_A_FILE);
        const embedded = await embedder.embed(piece);
        if (!embedded.ok) throw new Error(`The model gives no vectors: ${embedded.problem.code}`);
        keep(folder, piece, embedded.value);
        piece.forEach((text, index) => known.set(text, embedded.value[index] ?? new Float32Array()));
        process.stderr.write(`${start + piece.length} of ${missing.length} texts embedded\n`);
      }
    } finally {
      embedder.close();
    }
  }
  return new Map([...distinct].map((text) => [text, roundVector(known.get(text) ?? new Float32Array())]));
}

/** Each file: length of the list of texts (uint32, little-endian), the list as JSON, padding to 4, the floats. */
function readAll(folder: string): Map<string, Float32Array> {
  const known = new Map<string, Float32Array>();
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.vectors'))) {
    const bytes = readFileSync(join(folder, name));
    const listLength = bytes.readUInt32LE(0);
    const texts = JSON.parse(bytes.toString('utf8', 4, 4 + listLength)) as string[];
    const from = align(4 + listLength);
    const floats = new Float32Array(texts.length * ENCODER.dimensions);
    bytes.copy(new Uint8Array(floats.buffer), 0, from);
    texts.forEach((text, index) =>
      known.set(text, floats.subarray(index * ENCODER.dimensions, (index + 1) * ENCODER.dimensions)),
    );
  }
  return known;
}

/** Written whole or not at all, under a name of its own, so that two runs at once do no harm. */
function keep(folder: string, texts: readonly string[], vectors: readonly Float32Array[]): void {
  const list = Buffer.from(JSON.stringify(texts));
  const from = align(4 + list.length);
  const bytes = Buffer.alloc(from + texts.length * ENCODER.dimensions * 4);
  bytes.writeUInt32LE(list.length, 0);
  list.copy(bytes, 4);
  vectors.forEach((vector, index) => {
    Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).copy(bytes, from + index * vector.byteLength);
  });
  const name = `${process.pid}-${Date.now()}`;
  writeFileSync(join(folder, `${name}.part`), bytes);
  renameSync(join(folder, `${name}.part`), join(folder, `${name}.vectors`));
}

function align(offset: number): number {
  return Math.ceil(offset / 4) * 4;
}
