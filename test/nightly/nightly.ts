import { parseArgs } from 'node:util';
import { fuzz } from '../fuzz/fuzz-targets.ts';

/**
 * The fuzz of `npm test`, longer and with another seed each night: `npm run -s nightly -- --runs 200000`. A failing
 * input is printed with what makes it again: `npm run -s nightly -- --seed 7 --only 123`.
 */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '200000' },
    seed: { type: 'string', default: String(Math.floor(Date.now() / 86_400_000)) },
    only: { type: 'string' },
  },
});
const [runs, seed] = [Number(values.runs), Number(values.seed)];
const [from, to] = values.only === undefined ? [0, runs] : [Number(values.only), Number(values.only) + 1];
const began = Date.now();
const failures = await fuzz(seed, from, to, (index, failed) => {
  if ((index + 1) % 10_000 === 0)
    console.log(`${index + 1} inputs, ${failed} not survived, ${Math.round((Date.now() - began) / 1000)} s`);
});
for (const { target, index, error, input } of failures) {
  console.log(`\n${target}, --seed ${seed} --only ${index}\n${error}\n${input.slice(0, 4000)}`);
}
console.log(
  `${to - from} inputs from seed ${seed}, ${failures.length} not survived, ${Math.round((Date.now() - began) / 1000)} s`,
);
process.exitCode = failures.length === 0 ? 0 : 1;
