import { basename, dirname, join, sep } from 'node:path';
import { AutoTokenizer, env } from '@huggingface/transformers';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { loadEncoder } from '../../main/adapters/embedding/load-encoder.ts';
import { createEmbedder, MODEL_FOLDER_IN_SOURCES } from '../../main/engine/embedder-host.ts';
import { printRatios, sideBySide } from './side-by-side.ts';

const ROUNDS = 11;
const SKILLS = [
  'use spreadsheets',
  'query relational databases',
  'dress wounds at home',
  'explain findings to laypeople',
];
const TEXTS = Array.from({ length: 128 }, (_, index) => `${SKILLS[index % SKILLS.length]} ${index}`);

/** Embedding through the adapter, and through the embedder's own process, against onnxruntime-node alone. */
export async function benchEmbedding(): Promise<void> {
  const plain = await plainRuntime();
  const encoder = await loadEncoder(MODEL_FOLDER_IN_SOURCES);
  if (!encoder.ok) throw new Error(encoder.problem.code);
  const embedder = await createEmbedder(MODEL_FOLDER_IN_SOURCES);
  const ways = [
    {
      name: 'onnxruntime-node alone, token ids prepared beforehand',
      run: async () => {
        for (const inputs of plain.inputs) await plain.session.run(inputs);
      },
    },
    {
      name: 'the adapter: tokens, runtime, pooling, length 1',
      run: async () => {
        for (const text of TEXTS) await encoder.value.encode(text);
      },
    },
    {
      name: 'the embedder’s process, over its channel',
      run: async () => {
        const rows = await embedder.embed(TEXTS);
        if (!rows.ok) throw new Error(rows.problem.code);
      },
    },
  ];
  printRatios('Embedding', TEXTS.length, 'text', await sideBySide(ways, ROUNDS));
  embedder.close();
  await encoder.value.close();
  await plain.session.release();
}

async function plainRuntime() {
  env.allowRemoteModels = false;
  env.localModelPath = dirname(MODEL_FOLDER_IN_SOURCES) + sep;
  const tokenizer = await AutoTokenizer.from_pretrained(basename(MODEL_FOLDER_IN_SOURCES), { local_files_only: true });
  const session = await InferenceSession.create(join(MODEL_FOLDER_IN_SOURCES, 'onnx', 'model_quantized.onnx'), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
  });
  const inputs = TEXTS.map((text) => {
    const ids: readonly number[] = tokenizer.encode(text);
    const row = (values: readonly number[]) =>
      new Tensor(
        'int64',
        BigInt64Array.from(values, (value) => BigInt(value)),
        [1, values.length],
      );
    const all = { input_ids: row(ids), attention_mask: row(ids.map(() => 1)), token_type_ids: row(ids.map(() => 0)) };
    return Object.fromEntries(Object.entries(all).filter(([name]) => session.inputNames.includes(name)));
  });
  return { session, inputs };
}
