import { basename, dirname, join, sep } from 'node:path';
import { AutoTokenizer, env } from '@huggingface/transformers';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { fail, ok, type Result } from '../../../shared/api/problems.ts';
import { meanOfLengthOne } from './mean-pooling.ts';
import { checkModelFiles, ENCODER } from './model-manifest.ts';
import { rememberWords } from './tokens.ts';

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
 * Checks the hashes and loads the model from the folder; no network is ever asked. transformers.js makes the tokens;
 * the runtime is fed directly, because on texts this short what stands around a run costs as much as a fifth of it.
 *
 * @returns `model-missing`, `model-hash-mismatch`, or `model-failed` when the runtime can't load it.
 */
export async function loadEncoder(folder: string): Promise<Result<Encoder>> {
  const checked = await checkModelFiles(folder);
  if (!checked.ok) return checked;
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.localModelPath = dirname(folder) + sep;
  try {
    const tokenizer = await AutoTokenizer.from_pretrained(basename(folder), { local_files_only: true });
    const tokensOf = rememberWords((text) => tokenizer.encode(text));
    const session = await InferenceSession.create(join(folder, WEIGHTS), SESSION);
    const tensorsBeside = createTensorsBeside();
    return ok({
      encode: async (text) => {
        const ids = BigInt64Array.from(tokensOf(text.toLowerCase()).slice(0, MOST_TOKENS), BigInt);
        const tokens = new Tensor('int64', ids, [1, ids.length]);
        const { last_hidden_state: hidden } = await session.run({ input_ids: tokens, ...tensorsBeside(ids.length) });
        return meanOfLengthOne(floatsOf(hidden, ids.length), ENCODER.dimensions);
      },
      close: () => session.release(),
    });
  } catch {
    return fail('model-failed');
  }
}

const WEIGHTS = join('onnx', 'model_quantized.onnx');

/** One text is too short to share out: a second thread waits more than it works. Warnings have no reader: errors only. */
const SESSION = { intraOpNumThreads: 1, interOpNumThreads: 1, logSeverityLevel: 3 } as const;

/** Positions that the model has; of a longer text the beginning counts. */
const MOST_TOKENS = 512;

/** What goes with the tokens of one text follows from how many there are: each counts, all are of one sentence. */
function createTensorsBeside() {
  const known = new Map<number, { readonly attention_mask: Tensor; readonly token_type_ids: Tensor }>();
  const filled = (value: bigint, length: number) =>
    new Tensor('int64', new BigInt64Array(length).fill(value), [1, length]);
  return (length: number) => {
    const made = known.get(length) ?? { attention_mask: filled(1n, length), token_type_ids: filled(0n, length) };
    known.set(length, made);
    return made;
  };
}

function floatsOf(hidden: Tensor | undefined, tokens: number): Float32Array {
  const data = hidden?.data;
  if (data instanceof Float32Array && data.length === tokens * ENCODER.dimensions) return data;
  throw new Error(`The encoder gave no ${tokens} × ${ENCODER.dimensions} floats`);
}
