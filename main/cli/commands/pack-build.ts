import type { Command } from 'commander';
import { problemSentence } from '../../../shared/messages/problem-messages.ts';
import { collect, type Run } from '../command-options.ts';
import { parseInstant } from '../dates.ts';
import { EXIT, WrongUse, type ExitCode } from '../exit-codes.ts';
import { Failed } from '../open-client.ts';
import { listFiles, readNeededFile } from '../read-paths.ts';
import { tell } from '../terminal.ts';
import { writeResult } from '../write-file.ts';

interface Options {
  readonly out: string;
  readonly source: string;
  readonly packVersion?: string;
  readonly at?: string;
  readonly expires?: string;
  readonly entries: readonly string[];
  readonly documents: readonly string[];
  readonly lists: readonly string[];
}

/** `tessera pack build`: files in, an unsigned pack out. */
export function addPackBuildCommand(program: Command, run: Run): void {
  program
    .command('build')
    .description('build an unsigned pack out of files')
    .requiredOption('--out <file>', 'where the pack is written')
    .requiredOption('--source <name>', 'who publishes it')
    .option('--pack-version <text>', 'its version (default: the day of --at)')
    .option('--at <date>', 'when its contents were gathered (default: now)')
    .option('--expires <date>', 'the day until which it counts')
    .option('--entries <file>', 'issuers as JSON or CSV (may be repeated)', collect, [])
    .option('--documents <path>', 'DID documents, contexts, schemas: file or folder (may be repeated)', collect, [])
    .option('--lists <path>', 'status lists: file or folder (may be repeated)', collect, [])
    .action((options: Options) => run(() => build(options)));
}

async function build(options: Options): Promise<ExitCode> {
  const { entries, documents, lists, source, out } = options;
  if (entries.length + documents.length + lists.length === 0) {
    throw new WrongUse('Give at least one of --entries, --documents and --lists.');
  }
  const retrievedAt = options.at === undefined ? new Date().toISOString() : parseInstant(options.at);
  const expiresAt = options.expires === undefined ? null : parseInstant(options.expires);
  const version = options.packVersion ?? retrievedAt.slice(0, 10);
  const named = (path: string) => ({ name: path, bytes: readNeededFile(path) });
  const { buildPack } = await import('../../engine/issuer-packs/build-pack.ts');
  const built = buildPack({
    ...{ source, version, retrievedAt, expiresAt },
    entries: entries.map(named),
    documents: listFiles([...documents, ...lists]).map(named),
  });
  if (!built.ok) throw new Failed(problemSentence(built.problem, built.file ?? 'The pack'));
  writeResult(out, built.value);
  tell(`Written: ${out}. It is not signed yet; sign it with “tessera pack sign”.`);
  return EXIT.done;
}
