/** Exact measures of rankings and probabilities, each as its literature defines it; all between 0 and 1. */
import type { ReliabilityBin, ReliabilityTable } from '../../shared/model/reliability.ts';

/** What one ranking is worth: places (from 1) at which the relevant entries stand, in rising order. */
export interface RankingFigures {
  /** Reciprocal of the best place (MRR, averaged over queries). */
  readonly mrr: number;
  /** Average precision over all places of relevant entries (MAP). */
  readonly map: number;
  /** R-precision at k: relevant entries among the first k, of those that could stand there, min(k, R). */
  readonly rp1: number;
  readonly rp5: number;
  readonly rp10: number;
  /** nDCG among the first ten, gain 1 for a relevant entry. */
  readonly ndcg10: number;
}

/** @param places Of all relevant entries, from 1, rising; not empty. */
export function figuresOf(places: readonly number[]): RankingFigures {
  const rp = (k: number) => places.filter((place) => place <= k).length / Math.min(k, places.length);
  const gain = (some: readonly number[]) =>
    some.filter((place) => place <= 10).reduce((sum, place) => sum + 1 / Math.log2(place + 1), 0);
  return {
    mrr: 1 / (places[0] ?? Infinity),
    map: mean(places.map((place, index) => (index + 1) / place)),
    rp1: rp(1),
    rp5: rp(5),
    rp10: rp(10),
    ndcg10: gain(places) / gain(places.map((_, index) => index + 1)),
  };
}

/** Places of the relevant entries when scores fall; of equal scores the earlier entry stands first. */
export function placesOf(scores: Float64Array, relevant: Iterable<number>): readonly number[] {
  return [...new Set(relevant)]
    .map((entry) => {
      const own = scores[entry] ?? -Infinity;
      let place = 1;
      for (let other = 0; other < scores.length; other += 1) {
        const score = scores[other] ?? -Infinity;
        if (score > own || (score === own && other < entry)) place += 1;
      }
      return place;
    })
    .sort((a, b) => a - b);
}

/** nDCG@k of graded gains in the order found, against the best order of all gains. */
export function gradedNdcg(found: readonly number[], all: readonly number[], k: number): number {
  const gain = (values: readonly number[]) =>
    values.slice(0, k).reduce((sum, value, index) => sum + value / Math.log2(index + 2), 0);
  const best = gain([...all].sort((a, b) => b - a));
  return best === 0 ? 0 : gain(found) / best;
}

/** Spearman's rank correlation, equal values sharing the mean of their ranks; 0 where one side is all equal. */
export function spearman(a: readonly number[], b: readonly number[]): number {
  const left = ranksOf(a);
  const right = ranksOf(b);
  const [meanLeft, meanRight] = [mean(left), mean(right)];
  let both = 0;
  let ofLeft = 0;
  let ofRight = 0;
  for (const [index, rank] of left.entries()) {
    const x = rank - meanLeft;
    const y = (right[index] ?? 0) - meanRight;
    both += x * y;
    ofLeft += x * x;
    ofRight += y * y;
  }
  return ofLeft === 0 || ofRight === 0 ? 0 : both / Math.sqrt(ofLeft * ofRight);
}

function ranksOf(values: readonly number[]): readonly number[] {
  const order = [...values.keys()].sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranks: number[] = values.map(() => 0);
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to < order.length && values[order[to] ?? 0] === values[order[from] ?? 0]) to += 1;
    for (const index of order.slice(from, to)) ranks[index] = (from + to + 1) / 2;
    from = to;
  }
  return ranks;
}

/** What was said to be so likely, and whether it came true. */
export interface Forecast {
  readonly probability: number;
  readonly right: boolean;
}

/** Ten bins of equal width over P; empty ones have nought throughout. */
export function reliability(forecasts: readonly Forecast[]): readonly ReliabilityBin[] {
  return Array.from({ length: BINS }, (_, bin) => {
    const those = forecasts.filter(({ probability }) => Math.min(BINS - 1, Math.floor(probability * BINS)) === bin);
    return {
      from: bin / BINS,
      count: those.length,
      said: those.length === 0 ? 0 : mean(those.map(({ probability }) => probability)),
      cameTrue: those.length === 0 ? 0 : mean(those.map(({ right }) => Number(right))),
    };
  });
}

const BINS = 10;

/**
 * What held-out forecasts were worth, as the app draws it. Cross-fitted several times, each thing is forecast in every
 * round; counts are then those of one round, on average.
 * @param rounds Each holds one forecast of the same things.
 */
export function reliabilityTable(rounds: readonly (readonly Forecast[])[]): ReliabilityTable {
  const all = rounds.flat();
  return {
    bins: reliability(all).map(({ from, count, said, cameTrue }) => ({
      from,
      count: Math.round(count / rounds.length),
      said: round(said),
      cameTrue: round(cameTrue),
    })),
    error: round(expectedCalibrationError(all)),
    byChance: round(mean(rounds.map(calibrationErrorByChance))),
  };
}

/** Expected calibration error: distance of what was said from what came true, over ten bins, weighted by their size. */
export function expectedCalibrationError(forecasts: readonly Forecast[]): number {
  if (forecasts.length === 0) return 0;
  const gaps = reliability(forecasts).map(({ count, said, cameTrue }) => count * Math.abs(said - cameTrue));
  return gaps.reduce((sum, gap) => sum + gap, 0) / forecasts.length;
}

/**
 * The same over ten bins of equal count: no bin is so small that chance decides it. Equal forecasts share a bin's
 * border as they come.
 */
export function calibrationErrorEqualCount(forecasts: readonly Forecast[]): number {
  const gaps = binsOfEqualCount(forecasts).map((bin) => bin.length * Math.abs(gapOf(bin)));
  return forecasts.length === 0 ? 0 : gaps.reduce((sum, gap) => sum + gap, 0) / forecasts.length;
}

/**
 * Root of the mean squared calibration error, without what chance adds to it: over bins of equal count, each squared gap
 * less the variance of what came true in its bin (the debiased estimator of Kumar, Liang and Ma 2019, "Verified
 * Uncertainty Calibration"). Nought where chance alone explains more than what is seen.
 */
export function debiasedCalibrationError(forecasts: readonly Forecast[]): number {
  const parts = binsOfEqualCount(forecasts).map((bin) => {
    const share = mean(bin.map(({ right }) => Number(right)));
    return bin.length < 2 ? 0 : bin.length * (gapOf(bin) ** 2 - (share * (1 - share)) / (bin.length - 1));
  });
  return Math.sqrt(Math.max(0, parts.reduce((sum, part) => sum + part, 0) / Math.max(1, forecasts.length)));
}

function binsOfEqualCount(forecasts: readonly Forecast[]): readonly (readonly Forecast[])[] {
  const rising = forecasts.toSorted((a, b) => a.probability - b.probability);
  const border = (bin: number) => Math.round((bin * rising.length) / BINS);
  return Array.from({ length: BINS }, (_, bin) => rising.slice(border(bin), border(bin + 1)));
}

function gapOf(bin: readonly Forecast[]): number {
  return mean(bin.map(({ probability, right }) => probability - Number(right)));
}

/**
 * The calibration error that forecasts without any fault would show by chance, for that many of them: the mean of
 * |X| of a normal distribution, √(2/π)·σ, in each bin.
 */
export function calibrationErrorByChance(forecasts: readonly Forecast[]): number {
  if (forecasts.length === 0) return 0;
  const spread = new Map<number, number>();
  for (const { probability } of forecasts) {
    const bin = Math.min(BINS - 1, Math.floor(probability * BINS));
    spread.set(bin, (spread.get(bin) ?? 0) + probability * (1 - probability));
  }
  const gaps = [...spread.values()].map((variance) => Math.sqrt((2 / Math.PI) * variance));
  return gaps.reduce((sum, gap) => sum + gap, 0) / forecasts.length;
}

/** Mean of −ln of the probability that was given to what happened: the lower, the more a forecast knew. */
export function logLoss(forecasts: readonly Forecast[]): number {
  return mean(
    forecasts.map(({ probability, right }) => -Math.log(Math.max(1e-9, right ? probability : 1 - probability))),
  );
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** To four digits. */
export function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
