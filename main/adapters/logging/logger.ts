import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import pino, { type DestinationStream } from 'pino';

/**
 * What may be logged: names of operations, codes, counts and ids that Tessera made. There is no field for a file's
 * name, a person's words or an e-mail address, so none gets in by carelessness.
 */
export interface LogFields {
  readonly operation?: string;
  readonly task?: string;
  readonly phase?: string;
  readonly incident?: string;
  readonly code?: string;
  readonly state?: string;
  readonly model?: string;
  readonly done?: number;
  readonly total?: number;
  readonly milliseconds?: number;
}

export interface Logger {
  info(event: string, fields?: LogFields): void;
  /** A bug: the kind of error and where it was thrown. Its message is left out, because it may quote what was read. */
  fault(event: string, error: unknown, fields?: LogFields): void;
}

export const SILENT: Logger = { info: () => undefined, fault: () => undefined };

/** Writes JSON lines to a file that only its owner may read. */
export function createFileLogger(path: string): Logger & { close(): void } {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const file = openSync(path, 'a', 0o600);
  return { ...createLogger(pino.destination({ fd: file, sync: true })), close: () => closeSync(file) };
}

export function createLogger(destination: DestinationStream): Logger {
  const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  return {
    info: (event, fields) => log.info(permitted(fields), event),
    fault: (event, error, fields) => log.error({ ...permitted(fields), error: describeError(error) }, event),
  };
}

const PERMITTED: readonly (keyof LogFields)[] = [
  'operation',
  'task',
  'phase',
  'incident',
  'code',
  'state',
  'model',
  'done',
  'total',
  'milliseconds',
];

// Types end where a value was assembled elsewhere, so what is not on the list is dropped here as well.
function permitted(fields: LogFields = {}): Partial<Record<keyof LogFields, string | number>> {
  return Object.fromEntries(PERMITTED.filter((key) => fields[key] !== undefined).map((key) => [key, fields[key]]));
}

function describeError(error: unknown): {
  readonly kind: string;
  readonly code: string | null;
  readonly at: readonly string[];
} {
  if (!(error instanceof Error)) return { kind: typeof error, code: null, at: [] };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  return { kind: error.name, code, at: framesOf(error.stack ?? '') };
}

// Function and file name with line; folders are left out, because they tell the name of the account.
function framesOf(stack: string): readonly string[] {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim().replace(/(?:file:\/\/)?[^\s()]*[/\\]/g, ''))
    .slice(0, 20);
}
