import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ENCODER } from '../../main/adapters/embedding/model-manifest.ts';
import { hasCalibration } from '../../main/core/matching/calibration.ts';
import { textsToEmbed } from '../../main/core/matching/wording-strength.ts';
import { checkFairness, peopleOf, type FairnessCase } from './checks.ts';
import { makeAchievements, type Achievements } from './make-people.ts';
import { makeJobs } from './make-jobs.ts';
import { seeded } from './seeded.ts';

const SEED = 7;
const jobs = makeJobs(seeded(SEED), 1);

function generated(count: number): readonly Achievements[] {
  const random = seeded(SEED);
  return Array.from({ length: count }, () => makeAchievements(random));
}

const WORDS_ONLY = { model: { state: 'absent', code: 'model-missing' }, vectors: null } as const;

/**
 * Vectors by the hash of the text: they mean nothing, but a text that differs by one letter has another one, so that no
 * change of what is compared can stay unseen. (`npm run fairness` does the same with the encoder itself.)
 */
function withVectors(people: readonly Achievements[]): Pick<FairnessCase, 'model' | 'vectors'> {
  const given = { people, seed: SEED };
  const statements = [...peopleOf(given), ...peopleOf(given, true)].flatMap((person) => person.statements);
  const texts = textsToEmbed(
    jobs.flatMap(({ requirements }) => requirements),
    statements,
  );
  const { id, sha256 } = ENCODER;
  return {
    model: { state: 'ready', id, sha256, calibrated: hasCalibration(sha256) },
    vectors: new Map(texts.map((text) => [text, vectorOf(text)])),
  };
}

function vectorOf(text: string): Float32Array {
  const values = Array.from(createHash('sha256').update(text).digest(), (byte) => byte / 128);
  const length = Math.hypot(...values);
  return Float32Array.from(values, (value) => value / length);
}

const changed = (given: Omit<FairnessCase, 'seed' | 'jobs'>) =>
  Object.fromEntries(
    checkFairness({ ...given, seed: SEED, jobs }).map(({ check, changedBits }) => [check, changedBits]),
  );

const NOTHING = { 'identity-swap': 0, 'order-of-import': 0, 'second-run': 0, 'unrelated-credential': 0 };

describe('over a thousand generated people, no bit of score or order changes', () => {
  const people = generated(1000);
  it('by identities, order of import, another run or an unrelated credential, with words only', () => {
    expect(changed({ people, ...WORDS_ONLY })).toEqual(NOTHING);
  }, 180_000);
  it('nor with vectors by which any other text would be seen', () => {
    expect(changed({ people, ...withVectors(people) })).toEqual(NOTHING);
  }, 180_000);
});

describe('the check itself', () => {
  const some = generated(60);
  it.each([
    ['a name in a tag', (one: Achievements[number]) => ({ ...one, tags: [...one.tags, '{GIVEN}'] })],
    ['a pronoun in the name of the award', (one: Achievements[number]) => ({ ...one, name: `{Their} ${one.name}` })],
  ])('sees it where identity gets into what is compared: %s', (_, leak) => {
    const people = some.map((achievements) => achievements.map(leak));
    expect(changed({ people, ...withVectors(people) })['identity-swap']).toBeGreaterThan(0);
  });
});
