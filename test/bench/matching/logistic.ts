/** One observation: what was seen, and whether it came true. */
export interface Observation {
  readonly features: readonly number[];
  readonly hit: boolean;
}

/**
 * Logistic regression by Newton's method.
 * @param rows The first feature of each is the constant 1.
 * @param ridge What weights beyond the constant are held back by: half of it times their square counts as log loss.
 * @returns One weight a feature.
 */
export function fitLogistic(rows: readonly Observation[], ridge = RIDGE): readonly number[] {
  const size = rows[0]?.features.length ?? 0;
  let weights: readonly number[] = Array.from({ length: size }, () => 0);
  const ridges = weights.map((_, index) => (index === 0 ? RIDGE : ridge));
  for (let step = 0; step < 30; step += 1) {
    const gradient: number[] = weights.map((weight, index) => -(ridges[index] ?? 0) * weight);
    const hessian: number[][] = ridges.map((own, row) => weights.map((_, column) => (row === column ? own : 0)));
    for (const { features, hit } of rows) {
      const p = sigmoid(dot(features, weights));
      features.forEach((left, row) => {
        gradient[row] = (gradient[row] ?? 0) + (Number(hit) - p) * left;
        features.forEach((right, column) => {
          const line = hessian[row];
          if (line !== undefined) line[column] = (line[column] ?? 0) + p * (1 - p) * left * right;
        });
      });
    }
    const change = solve(hessian, gradient);
    weights = weights.map((weight, index) => weight + (change[index] ?? 0));
  }
  return weights;
}

/** Too small to matter. */
const RIDGE = 1e-2;

/** Gaussian elimination with partial pivoting. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0]);
  for (let column = 0; column < rows.length; column += 1) {
    const rest = rows.slice(column).sort((a, b) => Math.abs(b[column] ?? 0) - Math.abs(a[column] ?? 0));
    rows.splice(column, rest.length, ...rest);
    const pivot = rows[column] ?? [];
    for (const [index, row] of rows.entries()) {
      const factor = index === column ? 0 : (row[column] ?? 0) / (pivot[column] ?? 1);
      pivot.forEach((value, place) => (row[place] = (row[place] ?? 0) - factor * value));
    }
  }
  return rows.map((row, index) => (row.at(-1) ?? 0) / (row[index] ?? 1));
}

export function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}

export function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
