/**
 * The engine and the embedder are two utility processes that the desktop starts; Electron gives neither a line to the
 * other. So the engine's messages to the embedder travel in envelopes on the engine's own port, and the desktop passes
 * on what is in them. The desktop starts the embedder at `start` and ends it at `stop`; every start counts anew, and
 * `exited` names the one that ended, whether it was stopped or crashed.
 *
 * The engine's process is started with the arguments `--workspace=FOLDER --model=FOLDER [--at=INSTANT]`.
 */
export type ToEmbedder =
  | { readonly to: 'embedder'; readonly start: number }
  | { readonly to: 'embedder'; readonly stop: number }
  | { readonly to: 'embedder'; readonly life: number; readonly message: unknown };

export type FromEmbedder =
  | { readonly from: 'embedder'; readonly life: number; readonly message: unknown }
  | { readonly from: 'embedder'; readonly exited: number };

export function isToEmbedder(message: unknown): message is ToEmbedder {
  if (typeof message !== 'object' || message === null || !('to' in message) || message.to !== 'embedder') return false;
  if ('start' in message) return typeof message.start === 'number';
  if ('stop' in message) return typeof message.stop === 'number';
  return 'life' in message && typeof message.life === 'number' && 'message' in message;
}

export function isFromEmbedder(message: unknown): message is FromEmbedder {
  if (typeof message !== 'object' || message === null || !('from' in message) || message.from !== 'embedder') {
    return false;
  }
  if ('exited' in message) return typeof message.exited === 'number';
  return 'life' in message && typeof message.life === 'number' && 'message' in message;
}
