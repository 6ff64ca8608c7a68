import type { ReliabilityTable } from '../model/reliability.ts';
import { counted } from './plural.ts';

const number = new Intl.NumberFormat('en');

/** How the app says what its probabilities were worth. */
export const reliability = {
  title: 'Does it come true as often as it says?',
  note: 'Measured on jobs and phrases that the numbers were not fitted on.',
  pairs: {
    title: 'A match: two wordings name the same skill',
    of: (count: number) => counted(count, 'pair', 'pairs'),
  },
  suggestions: {
    title: 'A suggestion: the first entry found is right',
    of: (count: number) => counted(count, 'phrase', 'phrases'),
  },
  wordsAlone: 'No model is in use, so wordings are compared by their letters alone. This is what that was worth.',
  uncalibrated:
    'There is no percentage: nobody measured how often a likeness that this model finds is right. Its likeness gives an order, and bands by rank only.',
  notMeasured: 'No measurement is stored for this model.',
  howToRead:
    'A point on the line came true as often as was said; below the line too much was said, above it too little. Larger points stand for more cases. An upright bar shows how far chance alone may have moved the point, 95 times in 100.',
  said: 'said',
  cameTrue: 'came true',
  columns: { range: 'Said between', count: 'Cases', said: 'Said on average', cameTrue: 'Came true' },
  count: (count: number) => number.format(count),
  percent: (share: number) => `${Math.round(share * 100)} %`,
  none: '–',
  range: (from: number, to: number) => `${Math.round(from * 100)}–${Math.round(to * 100)} %`,
  /** What the table means, in plain words. */
  meaning: (table: ReliabilityTable, cases: string) => {
    const example = table.bins.filter(({ from }) => from >= 0.5).sort((a, b) => b.count - a.count)[0];
    const distance = `Over ${cases}, what was said and what came true lie ${points(table.error)} apart on average; with so many, chance alone explains ${points(table.byChance)}.`;
    return example === undefined || example.count === 0
      ? distance
      : `${distance} Where ${reliability.percent(example.said)} was said, ${reliability.percent(example.cameTrue)} came true.`;
  },
};

function points(share: number): string {
  const value = (share * 100).toFixed(1);
  return value === '1.0' ? '1 percentage point' : `${value} percentage points`;
}
