import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { conformancePage, isWrong, runSet } from './conformance-page.ts';
import { CONFORMANCE_SETS } from './conformance-sets.ts';
import { DATA_PRESENT } from './sample-data.ts';

/** `npm run -s conformance`: runs every vector and writes docs/conformance.md; fails where one is wrong. */
const PAGE = 'docs/conformance.md';

if (!DATA_PRESENT) {
  process.stderr.write('The published credentials are not at hand; set TESSERA_DATA to their folder.\n');
  process.exit(1);
}
const sets = [];
for (const set of CONFORMANCE_SETS) sets.push({ set, rows: await runSet(set) });
const rows = sets.flatMap((each) => each.rows);
const wrong = rows.filter(isWrong);
writeFileSync(PAGE, await format(conformancePage(sets), { ...(await resolveConfig(PAGE)), parser: 'markdown' }));
for (const { vector, got } of wrong) process.stdout.write(`wrong: ${vector.name}: ${JSON.stringify(got)}\n`);
process.stdout.write(`${rows.length} vectors, ${wrong.length} wrong; ${PAGE} written\n`);
process.exitCode = wrong.length === 0 ? 0 : 1;
