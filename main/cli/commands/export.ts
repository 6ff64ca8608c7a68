import { Option, type Command } from 'commander';
import { collect, type Run } from '../command-options.ts';
import { useJobFile } from '../job-file.ts';
import { tell } from '../terminal.ts';
import { withPeople, type PeopleOptions } from '../with-paths.ts';
import { writeExport } from '../write-export.ts';

interface Options extends PeopleOptions {
  readonly job: string;
  readonly format: 'csv' | 'json' | 'html';
  readonly output: string;
  readonly named?: boolean;
}

/** `tessera export`: a ranking as a file. */
export function addExportCommand(program: Command, run: Run): void {
  program
    .command('export')
    .description('write a ranking to a file')
    .argument('[path...]', 'files, folders or ZIP archives; without any, the workspace’s candidates')
    .addOption(
      new Option('--format <format>', 'csv, json or html').choices(['csv', 'json', 'html']).makeOptionMandatory(),
    )
    .requiredOption('--job <file>', 'job: Tessera’s JSON, a schema.org JobPosting, or the text of an ad')
    .requiredOption('-o, --output <file>', 'where to write')
    .option('--named', 'with names, where the workspace is not blind')
    .option('--pack <file>', 'issuer pack to trust (may be repeated)', collect, [])
    .option('--at <date>', 'judge as of this date instead of now')
    .option('--workspace <folder>', 'the workspace (default: the desktop app’s)')
    .action((paths: readonly string[], options: Options) =>
      run((signal) =>
        withPeople(paths, options, signal, (client) =>
          useJobFile(client, options.job, async (job) => {
            const { format, output, named = false } = options;
            const { DEFAULT_SETTINGS } = await import('../../engine/default-settings.ts');
            const request = { job: job.id, settings: DEFAULT_SETTINGS, format, named };
            await writeExport(client, request, output);
            tell(`Written: ${output}`);
          }),
        ),
      ),
    );
}
