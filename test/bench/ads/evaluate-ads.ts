/**
 * Reads the sample ads as the product does, prints how many lines are found and how many of their parts are right,
 * and writes `docs/ads.md` with every difference. `npm run -s evaluate:ads`
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { adReport, readAds } from './ad-report.ts';
import { ROUNDS, sampleAds } from './ad-set.ts';
import { figuresOf } from './score-ads.ts';
import { hasSentenceSets, sentenceFigures } from './sentence-set.ts';

const results = readAds(sampleAds());
const sentences = hasSentenceSets() ? sentenceFigures() : [];
for (const { name } of ROUNDS) {
  const figures = figuresOf(results.filter(({ ad }) => ad.round === name));
  console.log(JSON.stringify({ set: name, ...figures }, rounded));
}
for (const figures of sentences) console.log(JSON.stringify(figures, rounded));
// Without the sets the page would lose their table, so it stays as it is.
if (sentences.length > 0) {
  const page = fileURLToPath(new URL('../../../docs/ads.md', import.meta.url));
  const style = await resolveConfig(page);
  writeFileSync(page, await format(adReport(results, sentences), { ...style, filepath: page }));
}

function rounded(_: string, value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 1000) / 1000 : value;
}
