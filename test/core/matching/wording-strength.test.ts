import { describe, expect, it } from 'vitest';
import { RELATED, TAXONOMY } from '../../../main/core/matching/settings.ts';
import { createSimilarity } from '../../../main/core/matching/similarity.ts';
import { internWords, prepareRequirement, textsToEmbed } from '../../../main/core/matching/wording-strength.ts';
import { ENCODER } from '../../../main/adapters/embedding/model-manifest.ts';
import { calibratedMatch } from '../../../main/core/matching/calibration.ts';
import { readStatements } from '../../../main/core/skills/read-statements.ts';
import { credential, requirement, vectorsFor } from './sample-evidence.ts';

const statements = (words: Parameters<typeof credential>[0]) => readStatements(credential(words));

describe('the strength of a wording', () => {
  const vectors = vectorsFor({ weld: [1, 0], solder: [0.8, 0.6], braze: [0.9, Math.sqrt(1 - 0.81)], bake: [0, 1] });
  const similarity = createSimilarity([], vectors);
  const words = (text: string) => ({ text, pieces: [text] });

  it('is P with the credit for related skills, and says what was compared', () => {
    const match = prepareRequirement(requirement('Weld'), similarity, ENCODER.sha256).compare(words('solder'));
    const p = calibratedMatch(match.similarity, ENCODER.sha256) ?? Number.NaN;
    const related = Math.min(1, (match.similarity.hybrid - RELATED.from) / RELATED.span);
    expect(related).toBeGreaterThan(0);
    expect(match).toMatchObject({ wording: 'weld', piece: 'solder', probability: p });
    expect(match.strength).toBeCloseTo((p + RELATED.share * related) / (1 + RELATED.share), 12);
  });

  it('is the best over alternatives and pieces', () => {
    const prepared = prepareRequirement(requirement('bake', { alternatives: ['Weld'] }), similarity, ENCODER.sha256);
    expect(prepared.compare({ text: 'x', pieces: ['solder', 'braze'] })).toMatchObject({
      wording: 'weld',
      piece: 'braze',
    });
  });

  it('is less by another name, with odds of its own, and the words of the requirement go first', () => {
    const names = [{ text: 'weld', label: 'Weld', taxonomy: 'crafts' }];
    const own = prepareRequirement(requirement('weld'), similarity, ENCODER.sha256).compare(words('braze'));
    const prepared = prepareRequirement(requirement('bake'), similarity, ENCODER.sha256, names);
    const match = prepared.compare(words('braze'));
    expect(match).toMatchObject({ wording: 'weld', similarity: own.similarity });
    const [p, q] = [own.probability ?? Number.NaN, match.probability ?? Number.NaN];
    expect(q / (1 - q)).toBeCloseTo((p / (1 - p)) * TAXONOMY.otherNameOdds, 9);
    expect(match.strength).toBeLessThan(own.strength);
    expect(prepareRequirement(requirement('weld'), similarity, ENCODER.sha256, names).compare(words('braze'))).toEqual(
      own,
    );
    const uncalibrated = [undefined, names].map(
      (given) =>
        prepareRequirement(
          requirement(given === undefined ? 'weld' : 'bake'),
          similarity,
          'another model',
          given,
        ).compare(words('braze')).strength,
    );
    expect(uncalibrated[1]).toBeLessThan(uncalibrated[0] ?? 0);
    expect(uncalibrated[1]).toBeGreaterThan(0);
  });

  it('is related credit alone for a model without calibration', () => {
    const match = prepareRequirement(requirement('weld'), similarity, 'another model').compare(words('bake'));
    expect(match).toMatchObject({ probability: null, strength: 0 });
  });
});

describe('what has to be embedded', () => {
  it('is every wording once: requirements, alternatives, fields whole, narratives in pieces', () => {
    const texts = textsToEmbed(
      [requirement('Weld', { alternatives: ['weld', 'Braze'] })],
      statements({ name: 'Welding', tags: ['weld'], criteria: 'Welds steel pipes' }),
    );
    expect(texts).toEqual(['weld', 'braze', 'welding', 'welds steel pipes', 'welds steel', 'steel pipes']);
  });

  it('has the subject of an ambiguous name with it', () => {
    expect(textsToEmbed([requirement('Rust')], [])).toEqual(['rust', 'computer programming']);
  });
});

describe('statements with the same words', () => {
  it('are one object, but a field and a narrative are two', () => {
    const intern = internWords();
    const [name, tag, clause] = statements({ name: 'Welds pipes', tags: ['welds PIPES'], criteria: 'Welds pipes' }).map(
      intern,
    );
    expect(tag).toBe(name);
    expect(clause).not.toBe(name);
  });
});
