import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { modelNumbers } from '../../../main/core/matching/hybrid/model-numbers.ts';
import { MEASURED } from '../../../main/core/matching/hybrid/reliability-data.ts';
import type { Reliability } from '../../../shared/model/reliability.ts';

const FILE = fileURLToPath(new URL('../../../main/core/matching/hybrid/reliability-data.ts', import.meta.url));

/** What one run measured of a model: pairs or suggestions. */
export type Measurement = Pick<Reliability, 'model'> & Partial<Reliability>;

/**
 * Puts what was measured into the table that the app draws, beside what stands there: of these models the other
 * measurement, and the rows of other models whose numbers are known.
 */
export async function writeReliability(measured: readonly Measurement[]): Promise<void> {
  const now = new Map(measured.map((one) => [one.model, one]));
  const before = new Map(MEASURED.map((one) => [one.model, one]));
  const others = MEASURED.filter(({ model }) => !now.has(model) && (model === null || modelNumbers(model) !== null));
  const rows = measured.map(({ model, pairs, suggestions }): Reliability => ({
    model,
    pairs: pairs ?? before.get(model)?.pairs ?? null,
    suggestions: suggestions ?? before.get(model)?.suggestions ?? null,
  }));
  const all = [...others, ...rows].sort((a, b) => (a.model ?? '').localeCompare(b.model ?? ''));
  const text = `import type { Reliability } from '../../../../shared/model/reliability.ts';

/**
 * What forecasts were worth that were held out while numbers were fitted. Written by test/bench/matching
 * (fit-search.ts, fit-calibration.ts); not edited by hand.
 */
export const MEASURED: readonly Reliability[] = ${JSON.stringify(all)};
`;
  writeFileSync(FILE, await format(text, { ...(await resolveConfig(FILE)), filepath: FILE }));
  console.log('written: main/core/matching/hybrid/reliability-data.ts');
}
