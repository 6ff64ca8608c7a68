import type { Command } from 'commander';
import type { Client } from '../../../shared/api/client.ts';
import type { CandidateId } from '../../../shared/model/ids.ts';
import type { Job } from '../../../shared/model/job.ts';
import type { ModelState, RankedCandidate, Ranking } from '../../../shared/model/match.ts';
import { candidateLabels } from '../candidate-labels.ts';
import type { Run } from '../command-options.ts';
import { useJobFile } from '../job-file.ts';
import { needed } from '../open-client.ts';
import { EXPLAINED_AT_ONCE, rankedPeople } from '../ranked-people.ts';
import { describeCandidate, describeHead, describeModel } from '../ranking-text.ts';
import { createProgress, print, printJsonList, tell } from '../terminal.ts';
import { addPeopleOptions, withPeople, type PeopleOptions } from '../with-paths.ts';

interface Options extends PeopleOptions {
  readonly job: string;
  readonly withoutModel?: boolean;
  readonly json?: boolean;
}

/** `tessera match`: people against a job, ranked and explained. */
export function addMatchCommand(program: Command, run: Run): void {
  addPeopleOptions(
    program
      .command('match')
      .description('rank candidates for a job')
      .argument('[path...]', 'files, folders or ZIP archives; without any, the workspace’s candidates')
      .requiredOption(
        '--job <file>',
        'job: the text of an ad, CSV, Tessera’s JSON, a schema.org JobPosting or an HR Open JobDescription',
      ),
    { taxonomies: true },
  )
    .option('--without-model', 'compare identities and words only')
    .option('--json', 'print one JSON object')
    .action((paths: readonly string[], options: Options) =>
      run((signal) => withPeople(paths, options, signal, (client) => match(client, options, signal))),
    );
}

async function match(client: Client, options: Options, signal: AbortSignal): Promise<void> {
  await useJobFile(client, options.job, async (job) => {
    const { DEFAULT_SETTINGS } = await import('../../engine/default-settings.ts');
    const settings = { ...DEFAULT_SETTINGS, useModel: options.withoutModel !== true };
    const asked = { job: job.id, settings, explained: EXPLAINED_AT_ONCE };
    const ranking = await needed(client.runTask('ranking.compute', asked, { onProgress: createProgress(), signal }));
    const labels = await candidateLabels(client);
    const people = rankedPeople(client, ranking);
    if (options.json === true) {
      if (ranking.model.state === 'absent') tell(describeModel(ranking.model));
      await printJsonList(matchOutput(job, ranking), 'candidates', people, (one) => candidateOutput(one, labels));
    } else {
      print(describeHead(job, ranking));
      for await (const ranked of people) print(describeCandidate(ranked, labels));
    }
  });
}

/** The form on which other tools rely, `candidates` coming last; fields are added and never renamed. */
function matchOutput(job: Job, ranking: Ranking) {
  return {
    job: { title: job.title, field: job.field, requirements: job.requirements.length },
    model: modelOutput(ranking.model),
    settings: ranking.settings,
    inputsHash: ranking.inputsHash,
  };
}

function modelOutput(model: ModelState) {
  return model.state === 'ready'
    ? { id: model.id, sha256: model.sha256 }
    : { id: null, sha256: null, absent: model.code };
}

function candidateOutput(ranked: RankedCandidate, labels: ReadonlyMap<CandidateId, string>) {
  return {
    candidate: labels.get(ranked.candidate) ?? ranked.candidate,
    rank: ranked.rank,
    band: ranked.band,
    score: ranked.score,
    mustHaves: ranked.mustHaves,
    requirements: ranked.requirements.map((one) => ({
      requirement: one.requirement,
      text: one.requirementText,
      tier: one.tier,
      strength: one.strength,
      band: one.band,
      evidenced: one.evidenced,
      claimed: one.claimed,
      metBy: one.metBy,
      judgement: one.judgement,
      points: one.points,
      factors: one.factors,
      evidence:
        one.evidence === null
          ? null
          : {
              credentialId: one.evidence.credentialId,
              credential: one.evidence.credential,
              pointer: one.evidence.pointer,
              quote: one.evidence.quote,
              verdict: one.evidence.verdict,
            },
    })),
    counterfactual: ranked.counterfactual,
  };
}
