/**
 * `npm run -s fairness -- [--people N] [--seed S] [--jobs N] [--matchbench DIR] [--without-model]`
 *
 * Gives generated people (or those of a bench) other names, addresses, pronouns, pictures, dates of birth and issuers,
 * ranks them again, and prints per check one JSON line with the number of bits compared and of bits changed, which has
 * to be 0. Ends with 1 where it is not.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkModelFiles, ENCODER } from '../../main/adapters/embedding/model-manifest.ts';
import { hasCalibration } from '../../main/core/matching/calibration.ts';
import { textsToEmbed } from '../../main/core/matching/wording-strength.ts';
import { MODEL_FOLDER_IN_SOURCES } from '../../main/engine/embedder-host.ts';
import type { ModelState } from '../../shared/model/match.ts';
import { vectorsOf } from '../evaluate/vector-store.ts';
import { benchAchievements, benchJobs } from './bench-people.ts';
import { checkFairness, peopleOf, type FairnessCase } from './checks.ts';
import { makeAchievements } from './make-people.ts';
import { makeJobs } from './make-jobs.ts';
import { seeded } from './seeded.ts';

const values = readOptions();
const count = whole(values.people, 'people');
const seed = whole(values.seed, 'seed');
const jobs = whole(values.jobs, 'jobs');
let changed = 0;
for (const [file, people] of await pools()) {
  const given = {
    people: people.slice(0, count),
    jobs: values.matchbench === undefined ? makeJobs(seeded(seed + 1), jobs) : benchJobs(values.matchbench, jobs),
    seed,
  };
  const { model, vectors } = await withModel(given);
  for (const { check, bits, changedBits } of checkFairness({ ...given, model, vectors })) {
    changed += changedBits;
    const by = model.state === 'ready' ? model.id : 'words only';
    const line = {
      check,
      file,
      people: given.people.length,
      jobs: given.jobs.length,
      seed,
      model: by,
      bits,
      changedBits,
    };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  }
}
process.exitCode = changed === 0 ? 0 : 1;

async function pools(): Promise<readonly (readonly [file: string, people: FairnessCase['people']])[]> {
  const folder = values.matchbench;
  if (folder === undefined) {
    const random = seeded(seed);
    return [['generated', Array.from({ length: count }, () => makeAchievements(random))]];
  }
  if (!existsSync(folder)) fail(`${folder} is not there`);
  const files = readdirSync(folder).filter((name) => /^candidates.*\.jsonl$/u.test(name));
  if (files.length === 0) fail(`${folder} has no candidates_*.jsonl`);
  return files.sort().map((file) => [file, benchAchievements(join(folder, file), seeded(seed))] as const);
}

/** Vectors of the encoder that is installed; of both identities, so that a difference could show. */
async function withModel(
  given: Pick<FairnessCase, 'people' | 'jobs' | 'seed'>,
): Promise<Pick<FairnessCase, 'model' | 'vectors'>> {
  const absent: ModelState = { state: 'absent', code: 'model-missing' };
  if (values['without-model']) return { model: absent, vectors: null };
  if (!(await checkModelFiles(MODEL_FOLDER_IN_SOURCES)).ok) return { model: absent, vectors: null };
  const statements = [...peopleOf(given), ...peopleOf(given, true)].flatMap((person) => person.statements);
  const texts = textsToEmbed(
    given.jobs.flatMap(({ requirements }) => requirements),
    statements,
  );
  const { id, sha256 } = ENCODER;
  return {
    model: { state: 'ready', id, sha256, calibrated: hasCalibration(sha256) },
    vectors: await vectorsOf(texts),
  };
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        people: { type: 'string', default: '1000' },
        seed: { type: 'string', default: '1' },
        jobs: { type: 'string', default: '3' },
        matchbench: { type: 'string' },
        'without-model': { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    return fail(error instanceof Error ? error.message : 'The options can’t be read.');
  }
}

function whole(text: string, name: string): number {
  const value = Number(text);
  return Number.isSafeInteger(value) && value > 0 ? value : fail(`--${name} takes a whole number above 0`);
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}
