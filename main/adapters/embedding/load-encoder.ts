import { basename, dirname, sep } from 'node:path';
import { env, pipeline } from '@huggingface/transformers';
import { fail, ok, type Result } from '../../../shared/api/problems.ts';
import { checkModelFiles, ENCODER } from './model-manifest.ts';

/** The model in this process's memory. */
export interface Encoder {
  /**
   * The vector of one text, of length 1. The same text gives the same bits, whatever was encoded before it:
   * texts go through the model one at a time (docs/decisions/one-text-at-a-time.md).
   */
  encode(text: string): Promise<Float32Array>;
  close(): Promise<void>;
}

/**
 * Checks the hashes and loads the model from the folder; no network is ever asked.
 * @returns `model-missing`, `model-hash-mismatch`, or `model-failed` when the runtime can't load it.
 */
export async function loadEncoder(folder: string): Promise<Result<Encoder>> {
  const checked = await checkModelFiles(folder);
  if (!checked.ok) return checked;
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.localModelPath = dirname(folder) + sep;
  try {
    const extract = await pipeline('feature-extraction', basename(folder), {
      dtype: 'q8',
      local_files_only: true,
      // One text is too short to share out: a second thread waits more than it works.
      session_options: { intraOpNumThreads: 1, interOpNumThreads: 1 },
    });
    return ok({
      encode: async (text) => {
        const output = await extract(text.toLowerCase(), { pooling: 'mean', normalize: true });
        return asVector(output.data);
      },
      close: async () => {
        await extract.dispose();
      },
    });
  } catch {
    return fail('model-failed');
  }
}

function asVector(data: unknown): Float32Array {
  if (!(data instanceof Float32Array) || data.length !== ENCODER.dimensions) {
    throw new Error(`The encoder gave ${describe(data)} where ${ENCODER.dimensions} floats were expected`);
  }
  return data.slice();
}

function describe(data: unknown): string {
  return data instanceof Float32Array ? `${data.length} floats` : typeof data;
}
