import type { Command } from 'commander';
import type { PackDescription, PackRemark } from '../../engine/issuer-packs/inspect-pack.ts';
import { problemSentence } from '../../../shared/messages/problem-messages.ts';
import type { Run } from '../command-options.ts';
import { parseInstant } from '../dates.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { Failed } from '../open-client.ts';
import { readNeededFile } from '../read-paths.ts';
import { print, printJson } from '../terminal.ts';

interface Options {
  readonly at?: string;
  readonly json?: boolean;
}

/** `tessera pack inspect`: what a pack is, before anybody takes it. */
export function addPackInspectCommand(program: Command, run: Run): void {
  program
    .command('inspect')
    .description('say what a pack holds, who signed it and what in it is out of date')
    .argument('<pack>', 'the pack')
    .option('--at <date>', 'judge as of this date instead of now')
    .option('--json', 'print as JSON')
    .action((pack: string, options: Options) => run(() => inspect(pack, options)));
}

async function inspect(path: string, options: Options): Promise<ExitCode> {
  const { inspectPack } = await import('../../engine/issuer-packs/inspect-pack.ts');
  const at = options.at === undefined ? new Date().toISOString() : parseInstant(options.at);
  const inspected = inspectPack(readNeededFile(path), at);
  if (!inspected.ok) throw new Failed(problemSentence(inspected.problem, path));
  if (options.json === true) printJson(inspected.value);
  else print(describe(inspected.value));
  return EXIT.done;
}

function describe(pack: PackDescription): string {
  const { counts } = pack;
  const until =
    pack.expiresAt === null ? 'without an end' : `${pack.expired ? 'expired on' : 'until'} ${day(pack.expiresAt)}`;
  return [
    `${pack.source}, version ${pack.version}`,
    `Gathered on ${day(pack.retrievedAt)} (${pack.ageDays} days ago), ${until}.`,
    ...(pack.publishers.length === 0
      ? ['Not signed: nobody can be held to it.']
      : pack.publishers.map((fingerprint) => `Signed by ${fingerprint}`)),
    `${counts.issuers} issuers with ${counts.keys} keys, ${counts.didDocuments} key documents, ` +
      `${counts.statusLists} status lists, ${counts.contexts} contexts, ${counts.schemas} schemas.`,
    ...pack.issuers.map(
      ({ ids, names, keys, evidence }) =>
        `  ${names[0] ?? 'without a name'}: ${ids.join(', ')}; ${keys} keys` +
        (evidence.length === 0 ? '' : `; evidence: ${evidence.join('; ')}`),
    ),
    ...pack.stale.map(({ kind, id, since }) => `Out of date since ${day(since)}: ${STALE_WORDS[kind]} ${id}`),
    ...pack.remarks.map(({ code, id }) => `${REMARK_WORDS[code]}: ${id}`),
  ].join('\n');
}

const STALE_WORDS = { pack: 'the pack of', key: 'the key', 'status-list': 'the status list' } as const;

const REMARK_WORDS: Readonly<Record<PackRemark['code'], string>> = {
  'context-carried': 'Not used, because Tessera carries this context itself',
  'issuer-without-keys': 'The pack has no keys of this issuer, so its signatures can’t be checked',
  'issuer-id-deceptive': 'Never recognised, because the id is written in a form that can deceive',
  'list-of-unknown-issuer': 'The pack has no keys of whoever issued this status list',
};

function day(instant: string): string {
  return instant.slice(0, 10);
}
