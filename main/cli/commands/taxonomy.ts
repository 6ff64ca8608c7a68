import type { Command } from 'commander';
import { taxonomies as words } from '../../../shared/messages/taxonomies.en.ts';
import type { SuggestedSkill, TaxonomiesAdded, Taxonomy } from '../../../shared/model/taxonomy.ts';
import type { Run } from '../command-options.ts';
import { EXIT, WrongUse, type ExitCode } from '../exit-codes.ts';
import { Failed, needed, withClient } from '../open-client.ts';
import { addTaxonomyFiles } from '../taxonomy-files.ts';
import { createProgress, print, printJson } from '../terminal.ts';
import { workspaceFolder } from '../workspace-folder.ts';

interface Options {
  readonly workspace?: string;
  readonly json?: boolean;
}

interface SuggestOptions extends Options {
  readonly words: boolean;
  readonly limit: string;
}

/** `tessera taxonomy …`: what skills are called and which is broader, for a workspace. */
export function addTaxonomyCommand(program: Command, run: Run): void {
  const taxonomy = program.command('taxonomy').description('add, list and remove taxonomies of skills');
  withOptions(
    taxonomy
      .command('add')
      .description('read taxonomies: ESCO, O*NET, CASE packages, CTDL-ASN frameworks, or CSV')
      .argument('<path...>', 'files, folders or ZIP archives; the files of one download together'),
    'print what was added as JSON',
  ).action((paths: readonly string[], options: Options) => run((signal) => add(paths, options, signal)));
  withOptions(
    taxonomy.command('list').description('list the taxonomies of a workspace'),
    'print one JSON line for each taxonomy',
  ).action((options: Options) => run(() => list(options)));
  withOptions(
    taxonomy
      .command('suggest')
      .description('name the skills that come nearest to a phrase or a sentence; the first time takes minutes')
      .argument('<text>', 'a phrase, or a sentence of an ad')
      .option('--words', 'compare by letters alone, without the model', false)
      .option('--limit <count>', 'how many skills to name', '5'),
    'print what was found as JSON',
  ).action((text: string, options: SuggestOptions) => run((signal) => suggest(text, options, signal)));
  withOptions(
    taxonomy
      .command('remove')
      .description('remove a taxonomy from a workspace')
      .argument('<id>', 'its id, as “taxonomy list” prints it'),
    'print what was removed as JSON',
  ).action((id: string, options: Options) => run(() => remove(id, options)));
}

function withOptions(command: Command, json: string): Command {
  return command.option('--workspace <folder>', 'the workspace (default: the desktop app’s)').option('--json', json);
}

async function add(paths: readonly string[], options: Options, signal: AbortSignal): Promise<ExitCode> {
  return withClient(workspaceOf(options), async (client) => {
    const outcome = await addTaxonomyFiles(client, paths, signal);
    if (options.json === true) printJson(outcome);
    else print(describe(outcome));
    return outcome.problems.length === 0 ? EXIT.done : EXIT.doneWithRefusedFiles;
  });
}

async function list(options: Options): Promise<ExitCode> {
  return withClient(workspaceOf(options), async (client) => {
    const all = await needed(client.request('taxonomies.list', {}));
    if (options.json === true) for (const one of all) printJson(one);
    else print(all.length === 0 ? words.none : all.map(line).join('\n'));
    return EXIT.done;
  });
}

async function suggest(text: string, options: SuggestOptions, signal: AbortSignal): Promise<ExitCode> {
  const limit = Number(options.limit);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) throw new WrongUse('--limit takes a number from 1 to 100.');
  return withClient(workspaceOf(options), async (client) => {
    const work = client.runTask(
      'taxonomies.suggest',
      { text, useModel: !options.words, limit },
      { onProgress: createProgress(), signal },
    );
    const found = await needed(work);
    if (options.json === true) printJson(found);
    else print(found.suggestions.length === 0 ? words.none : found.suggestions.map(suggestionLine).join('\n'));
    return EXIT.done;
  });
}

/** `62 %  keep bees  http://data.europa.eu/esco/skill/…  (ESCO)` */
function suggestionLine({ taxonomy, uri, label, probability }: SuggestedSkill): string {
  const likely = probability === null ? '' : `${String(Math.round(probability * 100)).padStart(3)} %  `;
  return `${likely}${label}  ${uri}  (${taxonomy.name})`;
}

async function remove(id: string, options: Options): Promise<ExitCode> {
  return withClient(workspaceOf(options), async (client) => {
    const all = await needed(client.request('taxonomies.list', {}));
    const found = all.find((one) => one.id === id);
    if (found === undefined) throw new Failed(`There is no taxonomy “${id}”. \`tessera taxonomy list\` shows the ids.`);
    await needed(client.request('taxonomies.remove', { taxonomy: id }));
    if (options.json === true) printJson({ removed: id });
    else print(words.removed(found.name));
    return EXIT.done;
  });
}

function describe({ added, unused }: TaxonomiesAdded): string {
  return [
    ...(added.length === 0 ? [words.done([])] : []),
    ...added.map(({ taxonomy, replaces }) => `${replaces ? 'Replaced' : 'Added'}: ${line(taxonomy)}`),
    ...(unused.length === 0 ? [] : [words.unused(unused.length)]),
  ].join('\n');
}

/** `esco  ESCO, version 1.2.0: 13,896 skills, 99,830 labels. Licence: …` */
function line({ id, name, version, counts, licence }: Taxonomy): string {
  const about = `${id}  ${name}, ${words.version(version)}: ${words.holds(counts.skills, counts.labels)}.`;
  return licence === null ? about : `${about} ${words.licence(licence)}`;
}

function workspaceOf(options: Options) {
  return { workspace: { folder: workspaceFolder(options.workspace) } };
}
