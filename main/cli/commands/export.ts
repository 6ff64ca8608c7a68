import { Option, type Command } from 'commander';
import type { Run } from '../command-options.ts';
import { useJobFile } from '../job-file.ts';
import { tell } from '../terminal.ts';
import { addPeopleOptions, withPeople, type PeopleOptions } from '../with-paths.ts';
import { writeExport } from '../write-export.ts';

interface Options extends PeopleOptions {
  readonly job: string;
  readonly format: 'csv' | 'json' | 'html';
  readonly output: string;
  readonly named?: boolean;
}

/** `tessera export`: a ranking as a file. */
export function addExportCommand(program: Command, run: Run): void {
  addPeopleOptions(
    program
      .command('export')
      .description('write a ranking to a file')
      .argument('[path...]', 'files, folders or ZIP archives; without any, the workspace’s candidates')
      .addOption(
        new Option('--format <format>', 'csv, json or html').choices(['csv', 'json', 'html']).makeOptionMandatory(),
      )
      .requiredOption('--job <file>', 'job: Tessera’s JSON, a schema.org JobPosting, or the text of an ad')
      .requiredOption('-o, --output <file>', 'where to write')
      .option('--named', 'with names, where the workspace is not blind'),
    { taxonomies: false },
  ).action((paths: readonly string[], options: Options) =>
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
