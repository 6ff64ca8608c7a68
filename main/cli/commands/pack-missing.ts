import type { Command } from 'commander';
import { collect, type Run } from '../command-options.ts';
import { needed } from '../open-client.ts';
import { print } from '../terminal.ts';
import { withPeople, type PeopleOptions } from '../with-paths.ts';
import { writeResult } from '../write-file.ts';

interface Options extends PeopleOptions {
  readonly out?: string;
}

/** `tessera pack missing`: what credentials refer to and no pack holds, as the list for `pack fetch`. */
export function addPackMissingCommand(program: Command, run: Run): void {
  program
    .command('missing')
    .description('list what credentials need and no pack holds; no personal data is in it')
    .argument('[path...]', 'files, folders or ZIP archives; without any, the workspace’s credentials')
    .option('--pack <file>', 'issuer pack that is there already (may be repeated)', collect, [])
    .option('--at <date>', 'judge as of this date instead of now')
    .option('--workspace <folder>', 'the workspace (default: the desktop app’s)')
    .option('--out <file>', 'write the list to a file instead of printing it')
    .action((paths: readonly string[], options: Options) =>
      run((signal) =>
        withPeople(paths, options, signal, async (client) => {
          const missing = await needed(client.request('trust.missing', {}));
          const list = JSON.stringify({ missing }, null, 2);
          if (options.out === undefined) print(list);
          else writeResult(options.out, `${list}\n`);
        }),
      ),
    );
}
