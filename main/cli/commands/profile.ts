import type { Command } from 'commander';
import type { Client } from '../../../shared/api/client.ts';
import type { Job } from '../../../shared/model/job.ts';
import type { TProfile } from '../../../shared/model/profile.ts';
import { candidateLabels } from '../candidate-labels.ts';
import type { Run } from '../command-options.ts';
import { useJobFile } from '../job-file.ts';
import { needed } from '../open-client.ts';
import { describeProfile } from '../profile-text.ts';
import { print, printJson } from '../terminal.ts';
import { addPeopleOptions, withPeople, type PeopleOptions } from '../with-paths.ts';
import { addPlaceCommands } from './profile-place.ts';

interface Options extends PeopleOptions {
  readonly job?: string;
  readonly json?: boolean;
}

/** `tessera profile`: T-profiles, one JSON line a person; and where a person says that skills belong. */
export function addProfileCommand(program: Command, run: Run): void {
  const profile = program.command('profile').description('read credentials as T-profiles');
  addPlaceCommands(profile, run);
  addPeopleOptions(
    profile
      .argument('[path...]', 'files, folders or ZIP archives; without any, the workspace’s candidates')
      .option('--job <file>', 'read them relative to this job'),
    { taxonomies: false },
  )
    .option('--json', 'print one JSON line for each person')
    .action((paths: readonly string[], options: Options) =>
      run((signal) =>
        withPeople(paths, options, signal, async (client) => {
          if (options.job === undefined) await profiles(client, null, options);
          else await useJobFile(client, options.job, (job) => profiles(client, job, options));
        }),
      ),
    );
}

async function profiles(client: Client, job: Job | null, options: Options): Promise<void> {
  for (const [candidate, label] of await candidateLabels(client)) {
    const profile = await needed(client.request('profiles.get', { candidate, job: job?.id ?? null }));
    if (options.json === true) printJson(profileOutput(profile, label, job));
    else print(`${label}: ${describeProfile(profile)}`);
  }
}

/** The form on which other tools rely; fields are added and never renamed. */
function profileOutput(profile: TProfile, label: string, job: Job | null) {
  return { ...profile, candidate: label, job: job?.title ?? null };
}
