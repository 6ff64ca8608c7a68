import type { ExportedFile } from '../../../shared/api/contract.ts';
import type { MissingTrustData } from '../../../shared/model/trust.ts';

const FILE_NAME = 'tessera-missing.json';

/** The command of the one program that may open connections, run on another computer. */
export const FETCH_COMMAND = `tessera pack fetch --missing ${FILE_NAME} --source "Who gathers" --out pack.json`;

/** The list as the command reads it: `{ "missing": [{ kind, id, credentials }] }`. */
export function missingListFile(list: readonly MissingTrustData[]): ExportedFile {
  const text = `${JSON.stringify({ missing: list }, null, 2)}\n`;
  return { fileName: FILE_NAME, mediaType: 'application/json', bytes: new TextEncoder().encode(text) };
}
