/**
 * The mean of the rows of a hidden state, made of length 1, in the very order and precision of transformers.js
 * (`pooling: 'mean', normalize: true`) and so to the same bits, which stored vectors and the calibration rest on; but
 * in plain loops, which take a fifteenth of the time: there it is a seventh of the whole.
 *
 * @param hidden One row of `dimensions` floats a token, end to end; at least one. All of them count: no text is padded.
 */
export function meanOfLengthOne(hidden: Float32Array, dimensions: number): Float32Array {
  const sums = new Float64Array(dimensions);
  for (let start = 0; start < hidden.length; start += dimensions) {
    for (let index = 0; index < dimensions; index += 1) sums[index] = (sums[index] ?? 0) + (hidden[start + index] ?? 0);
  }
  const tokens = hidden.length / dimensions;
  const mean = new Float32Array(dimensions);
  let squares = 0;
  for (let index = 0; index < dimensions; index += 1) {
    mean[index] = (sums[index] ?? 0) / tokens;
    squares = Math.fround(squares + (mean[index] ?? 0) ** 2);
  }
  const length = Math.fround(squares ** 0.5);
  for (let index = 0; index < dimensions; index += 1) mean[index] = (mean[index] ?? 0) / length;
  return mean;
}
