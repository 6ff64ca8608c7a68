import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../../shared/api/problems.ts';

/**
 * The encoder that this version of Tessera is built for. The files travel beside the program (outside the archive
 * whose integrity the desktop checks), so their hashes stand here, in the program, and are checked before loading.
 */
export const ENCODER = {
  id: 'tessera-skill-encoder-3',
  dimensions: 384,
  /** The hash by which a ranking names the model and by which its calibration is found: that of the weights. */
  sha256: 'ec852c68a18e71e3c0cd83c15e1703a1060e77220ff25baba413f8cd3dc750ab',
  files: {
    'config.json': '1237077479e4742849a18525da541f2d7fe185dc1c7e2032a69d594d931d57f5',
    'tokenizer.json': '5fd1c882abbd30517dced455a2c9768945ec726b96727927e4959348d9de550b',
    'tokenizer_config.json': 'acb92769e8195aabd29b7b2137a9e6d6e25c476a4f15aa4355c233426c61576b',
    'onnx/model_quantized.onnx': 'ec852c68a18e71e3c0cd83c15e1703a1060e77220ff25baba413f8cd3dc750ab',
  },
} as const;

/**
 * Compares every file of the model with its hash, without loading it (about 20 ms).
 * @returns `model-missing` when a file is not there or can't be read, `model-hash-mismatch` when one differs;
 *   `params.file` names it.
 */
export async function checkModelFiles(folder: string): Promise<Result<null>> {
  for (const [file, expected] of Object.entries(ENCODER.files)) {
    const actual = await hashOf(join(folder, file));
    if (actual === null) return fail('model-missing', { file });
    if (actual !== expected) return fail('model-hash-mismatch', { file });
  }
  return ok(null);
}

async function hashOf(path: string): Promise<string | null> {
  try {
    return createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
  } catch {
    return null;
  }
}
