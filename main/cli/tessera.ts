import { runCommandLine } from './command-line.ts';

/**
 * The command line: `tessera verify | import | match | profile | export | pack | demo`.
 * Exit codes: 0 done, 1 done with refused files, 2 wrong use, 3 failed.
 */
const abort = new AbortController();
process.once('SIGINT', () => abort.abort());
// A reader such as `head` that has had enough is no failure.
process.stdout.on('error', () => undefined);

process.exitCode = await runCommandLine(process.argv.slice(2), abort.signal);
