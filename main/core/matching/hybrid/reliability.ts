import type { Reliability } from '../../../../shared/model/reliability.ts';
import { modelNumbers } from './model-numbers.ts';
import { MEASURED } from './reliability-data.ts';

/** Of each model whose numbers are known, and of words alone; a model that was not measured has none. */
export function reliabilities(): readonly Reliability[] {
  return MEASURED.filter(({ model }) => model === null || modelNumbers(model) !== null);
}
