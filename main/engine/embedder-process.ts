/**
 * Entry of the embedder's own process: `embedder-process <model folder>`. A crash of the native runtime ends this
 * process and nothing else. It speaks over Electron's parent port where it is a utility process, else over the IPC
 * channel of a forked Node process; it opens no socket and reads nothing but the model.
 */
import { loadEncoder, type Encoder } from '../adapters/embedding/load-encoder.ts';
import { ENCODER } from '../adapters/embedding/model-manifest.ts';
import type { Result } from '../../shared/api/problems.ts';
import { isEmbedderRequest, type EmbedderReply, type EmbedderRequest } from './embedder-messages.ts';

const modelFolder = process.argv[2];
let encoder: Promise<Result<Encoder>> | null = null;

listen((message, answer) => {
  if (!isEmbedderRequest(message)) return;
  reply(message).then(answer, () => answer({ request: message.request, state: 'failed' }));
});

async function reply({ request, texts }: EmbedderRequest): Promise<EmbedderReply> {
  encoder ??= modelFolder === undefined ? null : loadEncoder(modelFolder);
  const loaded = await encoder;
  if (loaded === null || !loaded.ok) return { request, state: 'failed' };
  const vectors = new Float32Array(texts.length * ENCODER.dimensions);
  for (const [row, text] of texts.entries()) {
    vectors.set(await loaded.value.encode(text), row * ENCODER.dimensions);
  }
  return { request, state: 'done', vectors };
}

/** The port that Electron gives to a utility process; named here because this file knows no Electron. */
interface ParentPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
  postMessage(message: EmbedderReply): void;
}

function listen(handle: (message: unknown, answer: (reply: EmbedderReply) => void) => void): void {
  const port = parentPort();
  if (port !== null) {
    port.on('message', ({ data }) => handle(data, (reply) => port.postMessage(reply)));
    return;
  }
  process.on('message', (message) => handle(message, (reply) => process.send?.(reply)));
  process.on('disconnect', () => process.exit(0));
}

function parentPort(): ParentPort | null {
  if (!('parentPort' in process)) return null;
  const port: unknown = process.parentPort;
  return isParentPort(port) ? port : null;
}

function isParentPort(port: unknown): port is ParentPort {
  return typeof port === 'object' && port !== null && 'postMessage' in port && 'on' in port;
}
