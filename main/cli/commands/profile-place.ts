import { Argument, type Command } from 'commander';
import type { Client } from '../../../shared/api/client.ts';
import { placing as words } from '../../../shared/messages/profile.en.ts';
import type { CandidateId, CredentialKey, JsonPointer } from '../../../shared/model/ids.ts';
import { ISCED_FIELDS } from '../../../shared/model/isced-fields.ts';
import { PROFILE_PLACES, type ProfilePlace, type TProfile } from '../../../shared/model/profile.ts';
import { candidateLabels } from '../candidate-labels.ts';
import type { Run } from '../command-options.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { Failed, needed, withClient } from '../open-client.ts';
import { describeProfile } from '../profile-text.ts';
import { print, printJson } from '../terminal.ts';
import { workspaceFolder } from '../workspace-folder.ts';

interface Options {
  readonly reason: string;
  readonly workspace?: string;
  readonly json?: boolean;
}

/** `tessera profile place …` and `take-back …`: a person says where a skill belongs, as in the window. */
export function addPlaceCommands(profile: Command, run: Run): void {
  withOptions(
    profile
      .command('place')
      .description('say where a skill of a person belongs; it stands over what the program found')
      .argument('<candidate>', 'as “profile” prints it')
      .argument('<words>', 'the skill as the credential has it: a “quote” of “profile --json”')
      .addArgument(
        new Argument('<place>', 'an ISCED-F narrow field, a transversal group, or none').choices([...PROFILE_PLACES]),
      ),
  ).action((candidate: string, quote: string, place: ProfilePlace, options: Options) =>
    run(() => placeSkill({ candidate, quote, place }, options)),
  );
  withOptions(
    profile
      .command('take-back')
      .description('take back what was said of a skill; it stands again where the program found it')
      .argument('<candidate>', 'as “profile” prints it')
      .argument('<words>', 'the skill as the credential has it'),
  ).action((candidate: string, quote: string, options: Options) =>
    run(() => placeSkill({ candidate, quote, place: null }, options)),
  );
}

function withOptions(command: Command): Command {
  return command
    .requiredOption('--reason <words>', 'why; the log keeps it')
    .option('--workspace <folder>', 'the workspace (default: the desktop app’s)')
    .option('--json', 'print the profile as one JSON line');
}

interface Placing {
  /** The label. */
  readonly candidate: string;
  readonly quote: string;
  readonly place: ProfilePlace | null;
}

async function placeSkill({ candidate: label, quote, place }: Placing, options: Options): Promise<ExitCode> {
  return withClient({ workspace: { folder: workspaceFolder(options.workspace) } }, async (client) => {
    const candidate = await candidateCalled(client, label);
    const skill = skillsOf(await profileOf(client, candidate)).find((one) => one.quote === quote);
    if (skill === undefined) {
      throw new Failed(`${label} has no skill “${quote}”. “tessera profile --json” prints the words as they stand.`);
    }
    await needed(client.request('profiles.place', { candidate, ...skill, place, reason: options.reason }));
    const profile = await profileOf(client, candidate);
    if (options.json === true) printJson({ ...profile, candidate: label });
    else print(`${label}: ${placed(quote, place, profile)} ${describeProfile(profile)}`);
    return EXIT.done;
  });
}

async function candidateCalled(client: Client, label: string): Promise<CandidateId> {
  for (const [candidate, known] of await candidateLabels(client)) if (known === label) return candidate;
  throw new Failed(`There is no candidate ${label}. “tessera profile” prints how each is called.`);
}

function profileOf(client: Client, candidate: CandidateId): Promise<TProfile> {
  return needed(client.request('profiles.get', { candidate, job: null }));
}

interface Skill {
  readonly credential: CredentialKey;
  readonly pointer: JsonPointer;
  readonly quote: string;
}

/** Every skill of a profile, wherever it stands. What is said of one wording holds for all credentials that have it. */
function skillsOf({ fields, transversal, notPlaced }: TProfile): readonly Skill[] {
  const parts = [...fields, ...transversal].flatMap((place) => place.parts);
  const placed = parts.flatMap(({ credential, skills }) =>
    skills.map(({ pointer, quote }) => ({ credential, pointer, quote })),
  );
  return [...placed, ...notPlaced.map(({ credential, pointer, quote }) => ({ credential, pointer, quote }))];
}

function placed(quote: string, place: ProfilePlace | null, { transversal }: TProfile): string {
  if (place === null) return `“${quote}” stands again where the program found it.`;
  return `“${quote}” belongs in: ${nameOf(place, transversal)}.`;
}

function nameOf(place: ProfilePlace, groups: TProfile['transversal']): string {
  if (place === 'none') return words.nowhere;
  const group = groups.find(({ code }) => code === place);
  return group === undefined
    ? (Object.entries(ISCED_FIELDS).find(([code]) => code === place)?.[1] ?? place)
    : words.group(group.name);
}
