import { fork } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkModelFiles, ENCODER } from '../adapters/embedding/model-manifest.ts';
import { hasCalibration } from '../core/matching/calibration.ts';
import type { Embedder } from '../core/ports.ts';
import type { CancelSignal } from '../../shared/model/cancel-signal.ts';
import { fail, ok, type Result } from '../../shared/api/problems.ts';
import type { ModelState } from '../../shared/model/match.ts';
import { isEmbedderReply, type EmbedderChannel, type EmbedderReply } from './embedder-messages.ts';

/** Texts sent at once: about a tenth of a second of work, so that progress moves and a cancel is felt. */
const TEXTS_AT_ONCE = 64;

/** The model where it stands in a checkout; a package passes its own folder. */
export const MODEL_FOLDER_IN_SOURCES = fileURLToPath(new URL('../adapters/embedding/model', import.meta.url));

export type ClosableEmbedder = Embedder & { close(): void };

/**
 * The embedder in a process of its own, which is started at the first text and not before.
 * @param modelFolder Checked against the manifest at once, so that `model` is known without loading.
 * @param spawn Starts a process; the desktop gives one that relays to a utility process.
 */
export async function createEmbedder(
  modelFolder: string,
  spawn: () => EmbedderChannel = () => forkEmbedder(modelFolder),
): Promise<ClosableEmbedder> {
  const model = await modelState(modelFolder);
  let line: Line | null = null;

  /** Sends one piece of work; a process that died is started again, but once only per request. */
  async function work(
    texts: readonly string[],
    lives: { left: number },
    signal?: CancelSignal,
  ): Promise<Result<readonly Float32Array[]>> {
    for (;;) {
      if (signal?.aborted) return fail('cancelled');
      const current = (line ??= openLine(spawn()));
      const reply = await current.ask(texts);
      if (reply === 'died') {
        if (line === current) line = null;
        lives.left -= 1;
        if (lives.left > 0) continue;
        return fail('model-failed');
      }
      return rowsOf(reply, texts.length);
    }
  }

  return {
    model,
    async embed(texts, signal, onProgress) {
      if (model.state === 'absent') return fail(model.code === 'switched-off' ? 'model-missing' : model.code);
      const distinct = [...new Set(texts)];
      const vectors = new Map<string, Float32Array>();
      const lives = { left: 2 };
      for (let start = 0; start < distinct.length; start += TEXTS_AT_ONCE) {
        const piece = distinct.slice(start, start + TEXTS_AT_ONCE);
        const rows = await work(piece, lives, signal);
        if (!rows.ok) return rows;
        piece.forEach((text, index) => vectors.set(text, present(rows.value[index])));
        onProgress?.(vectors.size);
      }
      return ok(texts.map((text) => present(vectors.get(text))));
    },
    close() {
      line?.close();
      line = null;
    },
  };
}

/** The embedder as a forked Node process, for the command line and for tests. */
export function forkEmbedder(modelFolder: string): EmbedderChannel {
  const extension = extname(import.meta.filename);
  const child = fork(new URL(`./embedder-process${extension}`, import.meta.url), [modelFolder], {
    serialization: 'advanced',
    execArgv: extension === '.ts' ? ['--import', 'tsx'] : [],
    // Nothing that a process prints may mix with `--json` output.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  // A process that waits for work must not keep the program alive; one that works must.
  let open = 0;
  const count = (change: number) => {
    open += change;
    if (open > 0) child.channel?.ref();
    else child.channel?.unref();
  };
  child.unref();
  count(0);
  child.on('message', () => count(-1));
  return {
    postMessage: (message) => {
      count(1);
      child.send(message, () => undefined);
    },
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => {
      let told = false;
      const tell = () => {
        if (!told) listener();
        told = true;
      };
      child.once('exit', tell);
      child.once('error', tell);
    },
    kill: () => child.kill(),
  };
}

async function modelState(modelFolder: string): Promise<ModelState> {
  const checked = await checkModelFiles(modelFolder);
  if (checked.ok)
    return { state: 'ready', id: ENCODER.id, sha256: ENCODER.sha256, calibrated: hasCalibration(ENCODER.sha256) };
  const { code } = checked.problem;
  return { state: 'absent', code: code === 'model-missing' || code === 'model-hash-mismatch' ? code : 'model-failed' };
}

interface Line {
  ask(texts: readonly string[]): Promise<EmbedderReply | 'died'>;
  close(): void;
}

/** Pairs replies with requests over one channel; everything open ends as `died` when the process does. */
function openLine(channel: EmbedderChannel): Line {
  const waiting = new Map<number, (reply: EmbedderReply | 'died') => void>();
  let last = 0;
  let dead = false;
  channel.onMessage((message) => {
    if (!isEmbedderReply(message)) return;
    waiting.get(message.request)?.(message);
    waiting.delete(message.request);
  });
  channel.onExit(() => {
    dead = true;
    for (const settle of waiting.values()) settle('died');
    waiting.clear();
  });
  return {
    ask: (texts) =>
      new Promise((resolve) => {
        if (dead) return resolve('died');
        last += 1;
        waiting.set(last, resolve);
        channel.postMessage({ request: last, texts });
      }),
    close: () => channel.kill(),
  };
}

function rowsOf(reply: EmbedderReply, count: number): Result<readonly Float32Array[]> {
  if (reply.state === 'failed' || reply.vectors.length !== count * ENCODER.dimensions) return fail('model-failed');
  const rows = Array.from({ length: count }, (_, row) =>
    reply.vectors.slice(row * ENCODER.dimensions, (row + 1) * ENCODER.dimensions),
  );
  return ok(rows);
}

function present(vector: Float32Array | undefined): Float32Array {
  if (vector === undefined) throw new Error('A text was left without its vector');
  return vector;
}
