/** Forecasts of nearly the same probability: how often what was said came true. */
export interface ReliabilityBin {
  /** The bin holds P from here to less than the next bin's beginning; 0–1. */
  readonly from: number;
  readonly count: number;
  /** Mean of P, and share of the forecasts that came true; both 0–1, and nought where the bin is empty. */
  readonly said: number;
  readonly cameTrue: number;
}

/** How well probabilities held on data that they were not fitted on. */
export interface ReliabilityTable {
  /** Ten bins of equal width over P, rising. */
  readonly bins: readonly ReliabilityBin[];
  /** Expected calibration error: distance of `said` from `cameTrue`, weighted by count; 0–1. */
  readonly error: number;
  /** What forecasts without any fault would show by chance, being so many; 0–1. */
  readonly byChance: number;
}

/** How many forecasts a table holds. */
export function casesIn({ bins }: ReliabilityTable): number {
  return bins.reduce((sum, { count }) => sum + count, 0);
}

/** What the probabilities of one model are worth. */
export interface Reliability {
  /** SHA-256 of the model's weights; null for words alone, where no model is in use. */
  readonly model: string | null;
  /** P that two wordings name the same skill: the probability behind bands and scores. Null where not measured. */
  readonly pairs: ReliabilityTable | null;
  /** P that the first suggestion out of a taxonomy is right. Null where not measured. */
  readonly suggestions: ReliabilityTable | null;
}
