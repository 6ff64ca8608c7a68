/** What goes to the embedder's process and what comes back; structured clone, no paths and no functions. */
export type EmbedderRequest = { readonly request: number; readonly texts: readonly string[] };

export type EmbedderReply =
  | {
      readonly request: number;
      readonly state: 'done';
      /** The vectors end to end: one row of `dimensions` floats a text, in the order of the request. */
      readonly vectors: Float32Array;
    }
  | { readonly request: number; readonly state: 'failed' };

/** A line to one embedder process, whatever kind of process it is. */
export interface EmbedderChannel {
  postMessage(message: EmbedderRequest): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once, when the process has ended or can't be reached any more. */
  onExit(listener: () => void): void;
  kill(): void;
}

/** What a process says is checked before it is believed: another process may be damaged. */
export function isEmbedderReply(message: unknown): message is EmbedderReply {
  if (typeof message !== 'object' || message === null) return false;
  if (!('request' in message) || typeof message.request !== 'number' || !('state' in message)) return false;
  return (
    message.state === 'failed' ||
    (message.state === 'done' && 'vectors' in message && message.vectors instanceof Float32Array)
  );
}

export function isEmbedderRequest(message: unknown): message is EmbedderRequest {
  return (
    typeof message === 'object' &&
    message !== null &&
    'request' in message &&
    typeof message.request === 'number' &&
    'texts' in message &&
    Array.isArray(message.texts) &&
    message.texts.every((text) => typeof text === 'string')
  );
}
