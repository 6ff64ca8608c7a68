/**
 * Measures the product's own similarity on sets that the caller names; one JSON line a file.
 *
 *   npm run -s evaluate -- --set DIR [--aliases FILE] [--corpus FILE] [--mode hybrid|encoder|words] [--without STEP …]
 *   npm run -s evaluate -- --matchbench DIR [--jobs dev|all|FROM-TO] [--mode hybrid|words]
 *   npm run -s evaluate -- --table            writes docs/matching-figures.md from the validation sets
 */
import { runCommand } from './run-command.ts';

process.exitCode = await runCommand(process.argv.slice(2), {
  line: (line) => process.stdout.write(`${JSON.stringify(line)}\n`),
  note: (words) => process.stderr.write(`${words}\n`),
});
