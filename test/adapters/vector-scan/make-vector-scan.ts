/** `node --import tsx test/adapters/vector-scan/make-vector-scan.ts`: assembles vector-scan.wat into vector-scan-bytes.ts. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import openWabt from 'wabt';

const FOLDER = join(import.meta.dirname, '..', '..', '..', 'main', 'adapters', 'vector-scan');
export const BYTES_FILE = join(FOLDER, 'vector-scan-bytes.ts');

/** @returns The text of vector-scan-bytes.ts as it follows from vector-scan.wat. */
export async function assembleVectorScan(): Promise<string> {
  const wabt = await openWabt();
  const text = readFileSync(join(FOLDER, 'vector-scan.wat'), 'utf8');
  const module = wabt.parseWat('vector-scan.wat', text, { simd: true });
  module.validate();
  const { buffer } = module.toBinary({});
  module.destroy();
  const lines =
    Buffer.from(buffer)
      .toString('base64')
      .match(/.{1,100}/gu) ?? [];
  return [
    '/** vector-scan.wat assembled, in base64; made by test/adapters/vector-scan/make-vector-scan.ts. */',
    'export const VECTOR_SCAN_BASE64 =',
    ...lines.map((line, index) => `  '${line}'${index === lines.length - 1 ? ';' : ' +'}`),
    '',
  ].join('\n');
}

if (import.meta.filename === process.argv[1]) writeFileSync(BYTES_FILE, await assembleVectorScan());
