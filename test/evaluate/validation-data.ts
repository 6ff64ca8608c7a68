import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InputProblem } from './read-set.ts';

/** The sets on which the numbers of the match are fitted and looked at; they stay on the development machine. */
export interface ValidationData {
  readonly phrases: string;
  readonly aliases: string;
  readonly skillNorm: string;
  readonly matchbench: string;
}

const folder = join(
  process.env['TESSERA_DATA'] ?? fileURLToPath(new URL('../../../shared/data', import.meta.url)),
  'matching',
);

export const hasValidationData = () => existsSync(folder);

/** @throws InputProblem where they are absent. */
export function validationData(): ValidationData {
  if (!hasValidationData()) throw new InputProblem('The validation sets are not there: set TESSERA_DATA');
  return {
    phrases: join(folder, 'skill-extraction'),
    aliases: join(folder, 'esco/aliases_v1.1.1_en.tsv'),
    skillNorm: join(folder, 'esco-skillnorm'),
    matchbench: join(folder, 'esco-matchbench'),
  };
}
