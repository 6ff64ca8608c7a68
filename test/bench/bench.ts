/**
 * `npm run bench [verify] [embed] [match] [pipeline] [profiles]`: ratios, each measured side by side in one run, because absolute times
 * say more about the machine than about the program.
 */
import { benchEmbedding } from './bench-embedding.ts';
import { benchImport } from './bench-import.ts';
import { benchMatch } from './bench-match.ts';
import { benchPipeline } from './bench-pipeline.ts';
import { benchProfiles } from './bench-profiles.ts';
import { benchVerification } from './bench-verification.ts';

const BENCHES = {
  verify: async () => {
    await benchVerification();
    await benchImport();
  },
  embed: benchEmbedding,
  match: benchMatch,
  pipeline: benchPipeline,
  profiles: benchProfiles,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}.`);
  process.exit(2);
}
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.length === 0 || wanted.includes(name)) await bench();
}
