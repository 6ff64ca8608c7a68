import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import type { Client } from '../../../shared/api/client.ts';
import { problemSentence } from '../../../shared/messages/problem-messages.ts';
import type { CandidateId } from '../../../shared/model/ids.ts';
import { isRefused, type ImportReport } from '../../../shared/model/import.ts';
import type { TProfile } from '../../../shared/model/profile.ts';
import { candidatePseudonyms } from '../candidate-labels.ts';
import type { Run } from '../command-options.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { addPacks, importPaths } from '../import-paths.ts';
import { readJobFile } from '../job-file.ts';
import { needed, withClient } from '../open-client.ts';
import { describeProfile } from '../profile-text.ts';
import { describeModel, describeRanking } from '../ranking-text.ts';
import { createProgress, print } from '../terminal.ts';
import { writeExport } from '../write-export.ts';

const POOL = fileURLToPath(new URL('../../../test/fixtures/pool', import.meta.url));
const REPORT = join('out', 'tessera-demo-report.html');
/** People shown for each job; the report has all of them. */
const PEOPLE_SHOWN = 5;
/** Two wordings of one skill without a common word. */
const WORDINGS = ['use spreadsheets', 'Microsoft Excel'] as const;

/** `tessera demo`: the whole path on the sample pool, in memory. */
export function addDemoCommand(program: Command, run: Run): void {
  program
    .command('demo')
    .description('import, verify and match the sample pool of fictional people, and write a report')
    .action(() => run(demo));
}

async function demo(signal: AbortSignal): Promise<ExitCode> {
  const pool = await readPool();
  return withClient({ workspace: 'memory', at: pool.at }, async (client) => {
    print(`Sample pool of fictional people, judged as of ${pool.at.slice(0, 10)}; nothing leaves this machine.`);
    await addPacks(client, [join(POOL, pool.pack)]);
    const paths = pool.files.map((path) => join(POOL, path));
    const report = await importPaths(client, paths, signal);
    showImport(report);
    await showModel(client);
    const [firstJob] = pool.jobs;
    for (const job of pool.jobs) await showRanking(client, join(POOL, job), { writeReport: job === firstJob, signal });
    return EXIT.done;
  });
}

async function readPool() {
  const { z } = await import('zod');
  const text = z.string();
  const pool = z.object({ at: text, pack: text, jobs: z.array(text).min(1), files: z.array(text).min(1) });
  return pool.parse(JSON.parse(readFileSync(join(POOL, 'demo.json'), 'utf8')));
}

function showImport(report: ImportReport): void {
  const { files, imported, candidates } = report.counts;
  const verdicts = Map.groupBy(
    report.files.flatMap((file) => file.credentials),
    (credential) => credential.verdict,
  );
  print(`\nImported ${imported} credentials of ${candidates} people from ${files} files.`);
  for (const [verdict, credentials] of [...verdicts].sort((one, other) => other[1].length - one[1].length)) {
    print(`   ${String(credentials.length).padStart(4)} ${verdict.replaceAll('-', ' ')}`);
  }
  const refused = report.files.filter(isRefused);
  print(`\nRefused files (${refused.length}):`);
  for (const { file, problems } of refused) {
    const name = file.slice(POOL.length + 1);
    print(`   ${problems.map((problem) => problemSentence(problem, name)).join(' ')}`);
  }
}

async function showModel(client: Client): Promise<void> {
  const { model } = await needed(client.request('workspace.status', {}));
  print(`\n${describeModel(model)}`);
  if (model.state === 'absent') return;
  const [one, other] = WORDINGS;
  const { compareWordings } = await import('../../engine/compare-wordings.ts');
  const alike = await compareWordings(one, other);
  if (alike?.cosine == null) return;
  print(
    `“${one}” and “${other}” have no word in common: text similarity ${alike.cosine.toFixed(2)}, ` +
      `word similarity ${alike.lexical.toFixed(2)}, together ${alike.hybrid.toFixed(2)}.`,
  );
}

async function showRanking(
  client: Client,
  jobFile: string,
  { writeReport, signal }: { readonly writeReport: boolean; readonly signal: AbortSignal },
): Promise<void> {
  const job = await needed(client.request('jobs.save', await readJobFile(client, jobFile)), jobFile);
  const { DEFAULT_SETTINGS } = await import('../../engine/default-settings.ts');
  const request = { job: job.id, settings: DEFAULT_SETTINGS };
  const ranking = await needed(client.runTask('ranking.compute', request, { onProgress: createProgress(), signal }));
  const labels = await candidatePseudonyms(client);
  const profiles = new Map<CandidateId, TProfile>();
  for (const { candidate } of ranking.candidates.slice(0, PEOPLE_SHOWN)) {
    profiles.set(candidate, await needed(client.request('profiles.get', { candidate, job: job.id })));
  }
  const beside = (candidate: CandidateId) => {
    const profile = profiles.get(candidate);
    return profile === undefined ? null : describeProfile(profile);
  };
  print(`\n${describeRanking(job, ranking, labels, { people: PEOPLE_SHOWN, beside })}`);
  if (!writeReport) return;
  await writeExport(client, { ...request, format: 'html', named: false }, REPORT);
  print(`\nReport with T-profile pictures: ${REPORT}`);
}
