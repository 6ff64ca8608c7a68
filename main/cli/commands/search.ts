import type { Command } from 'commander';
import type { Client } from '../../../shared/api/client.ts';
import type { CandidateId } from '../../../shared/model/ids.ts';
import type { RequirementMatch } from '../../../shared/model/match.ts';
import type { FoundPerson, SearchResult } from '../../../shared/model/search.ts';
import { candidateLabels } from '../candidate-labels.ts';
import type { Run } from '../command-options.ts';
import { WrongUse } from '../exit-codes.ts';
import { useJobFile } from '../job-file.ts';
import { needed } from '../open-client.ts';
import { describeCoverage, describeSearch } from '../search-text.ts';
import { createProgress, print, printJson } from '../terminal.ts';
import { addPeopleOptions, withPeople, type PeopleOptions } from '../with-paths.ts';

interface Options extends PeopleOptions {
  readonly like?: string;
  readonly job?: string;
  readonly gaps?: boolean;
  readonly limit: string;
  readonly withoutModel?: boolean;
  readonly json?: boolean;
}

/** `tessera search`: people by a skill or a text, by an example, and what of a job nobody shows. */
export function addSearchCommand(program: Command, run: Run): void {
  addPeopleOptions(
    program
      .command('search')
      .description('find people by what their credentials show')
      .argument('[text]', 'a skill, or a text whose clauses are searched each')
      .argument('[path...]', 'files, folders or ZIP archives; without any, the workspace’s candidates')
      .option('--like <person>', 'people like this one, as other commands call the person (instead of a text)')
      .option('--gaps', 'how many people evidence what --job asks, what nobody shows first (instead of a text)')
      .option('--job <file>', 'the job of --gaps, in any form that `tessera match` takes')
      .option('--limit <number>', 'how many people are listed, up to 1000', '20'),
    { taxonomies: true },
  )
    .option('--without-model', 'compare identities and words only')
    .option('--json', 'print one JSON object')
    .action((first: string | undefined, rest: readonly string[], options: Options) =>
      run((signal) => {
        const { asked, paths } = readArguments(first, rest, options);
        return withPeople(paths, options, signal, (client) => answer(client, asked, options, signal));
      }),
    );
}

type Asked =
  | { readonly kind: 'text'; readonly text: string; readonly limit: number }
  | { readonly kind: 'like'; readonly person: string; readonly limit: number }
  | { readonly kind: 'gaps'; readonly job: string };

/** @throws {WrongUse} where it is not clear what is asked. */
function readArguments(
  first: string | undefined,
  rest: readonly string[],
  { like, gaps = false, job, limit }: Options,
): { readonly asked: Asked; readonly paths: readonly string[] } {
  if (like !== undefined && gaps) throw new WrongUse('Give --like or --gaps, not both.');
  if (gaps !== (job !== undefined)) throw new WrongUse('--gaps and --job go together.');
  const all = first === undefined ? rest : [first, ...rest];
  if (job !== undefined) return { asked: { kind: 'gaps', job }, paths: all };
  const listed = /^\d{1,4}$/.test(limit) ? Number(limit) : 0;
  if (listed < 1 || listed > 1000) throw new WrongUse('--limit is a whole number from 1 to 1000.');
  if (like !== undefined) return { asked: { kind: 'like', person: like, limit: listed }, paths: all };
  if (first === undefined || first.trim() === '') throw new WrongUse('Give a text, --like or --gaps.');
  return { asked: { kind: 'text', text: first, limit: listed }, paths: rest };
}

async function answer(client: Client, asked: Asked, options: Options, signal: AbortSignal): Promise<void> {
  if (asked.kind === 'gaps') return answerGaps(client, asked.job, options);
  const labels = await candidateLabels(client);
  const listing = { limit: asked.limit, useModel: options.withoutModel !== true };
  const work = { onProgress: createProgress(), signal };
  const result = await needed(
    asked.kind === 'text'
      ? client.runTask('search.people', { text: asked.text, ...listing }, work)
      : client.runTask('search.like', { candidate: personCalled(asked.person, labels), ...listing }, work),
  );
  if (options.json === true) printJson(searchOutput(result, labels));
  else print(describeSearch(result, labels));
}

function personCalled(name: string, labels: ReadonlyMap<CandidateId, string>): CandidateId {
  for (const [id, label] of labels) if (label === name || id === name) return id;
  throw new WrongUse(`There is nobody called “${name}” here. \`tessera profile --json\` lists how people are called.`);
}

async function answerGaps(client: Client, path: string, options: Options): Promise<void> {
  await useJobFile(client, path, async (job) => {
    const { DEFAULT_SETTINGS } = await import('../../engine/default-settings.ts');
    const settings = { ...DEFAULT_SETTINGS, useModel: options.withoutModel !== true };
    const coverage = await needed(client.request('search.gaps', { job: job.id, settings }));
    const people = (await needed(client.request('candidates.list', {}))).length;
    if (options.json === true) printJson({ job: job.title, people, requirements: coverage });
    else print(describeCoverage(job.title, people, coverage));
  });
}

/** The form on which other tools rely; fields are added and never renamed. */
function searchOutput(result: SearchResult, labels: ReadonlyMap<CandidateId, string>) {
  const { searched, leftOut, found, alike, people, of, model } = result;
  return {
    model:
      model.state === 'ready' ? { id: model.id, sha256: model.sha256 } : { id: null, sha256: null, absent: model.code },
    searched,
    leftOut,
    alike,
    distant: people - alike,
    of,
    found: found.map((person) => personOutput(person, labels)),
  };
}

function personOutput(
  { candidate, score, shown, requirements }: FoundPerson,
  labels: ReadonlyMap<CandidateId, string>,
) {
  return {
    candidate: labels.get(candidate) ?? candidate,
    score,
    shown,
    lines: requirements.map(lineOutput),
  };
}

function lineOutput({ requirement, tier, strength, band, claimed, evidence }: RequirementMatch) {
  return {
    line: requirement,
    tier,
    strength,
    band,
    claimed,
    evidence:
      evidence === null
        ? null
        : {
            credentialId: evidence.credentialId,
            credential: evidence.credential,
            pointer: evidence.pointer,
            quote: evidence.quote,
            verdict: evidence.verdict,
          },
  };
}
