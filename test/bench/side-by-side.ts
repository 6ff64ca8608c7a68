/** One way of doing a piece of work `count` times. */
export interface Way {
  readonly name: string;
  run(): Promise<void>;
}

/**
 * Measures several ways in one run: one round to warm up, then rounds in turn, so that noise of the machine falls on
 * all alike; each counts by its median. @returns Milliseconds by name.
 */
export async function sideBySide(ways: readonly Way[], rounds: number): Promise<ReadonlyMap<string, number>> {
  for (const way of ways) await way.run();
  const times = new Map<string, number[]>(ways.map((way) => [way.name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const way of ways) times.get(way.name)?.push(await milliseconds(() => way.run()));
  }
  return new Map([...times].map(([name, all]) => [name, median(all)]));
}

export async function milliseconds(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Prints each way with its ratio to the first. */
export function printRatios(title: string, count: number, unit: string, times: ReadonlyMap<string, number>): void {
  const [base] = times.values();
  console.log(`\n${title} (${count} ${unit}s; the first line is 1.00)`);
  for (const [name, time] of times) {
    const ratio = (time / (base ?? time)).toFixed(2).padStart(6);
    console.log(`${ratio}  ${name}  (${(time / count).toFixed(2)} ms per ${unit} here and now)`);
  }
}

/** Prints how many times as fast as the first each way is. */
export function printSpeedUps(title: string, count: number, unit: string, times: ReadonlyMap<string, number>): void {
  const [base] = times.values();
  console.log(`\n${title} (${count} ${unit}s; how many times as fast as the first line)`);
  for (const [name, time] of times) {
    const speedUp = ((base ?? time) / time).toFixed(2).padStart(6);
    console.log(`${speedUp}×  ${name}  (${(time / count).toFixed(2)} ms per ${unit} here and now)`);
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}
