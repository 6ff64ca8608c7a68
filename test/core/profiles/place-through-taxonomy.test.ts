import { describe, expect, it } from 'vitest';
import { createPlacer } from '../../../main/core/profiles/nearness.ts';
import { placeSkill, placeWords } from '../../../main/core/profiles/place-skill.ts';
import { NO_TAXONOMIES, type Taxonomies } from '../../../main/core/taxonomies/taxonomies.ts';
import { wordSimilarity } from './make-credential.ts';

const taxonomies: Taxonomies = {
  ...NO_TAXONOMIES,
  fieldOf: (uri) => (uri === 'urn:looms' ? '072' : null),
  transversalGroupOf: (uri) => (uri === 'urn:calm' ? 'T3' : null),
};
const placer = createPlacer(wordSimilarity, new Map(), taxonomies);
const statement = (text: string, frameworkIds: readonly string[]) => ({ text, frameworkIds, source: 'tag' as const });

describe('A taxonomy of the workspace', () => {
  it('places a skill before any likeness does', () => {
    expect(placeSkill(statement('nursing', ['urn:looms']), null, placer)).toMatchObject({
      kind: 'field',
      code: '072',
      source: 'framework',
      confidence: 1,
    });
    expect(placeWords({ text: 'nursing', frameworkIds: ['urn:looms'] }, placer)).toMatchObject({ code: '072' });
    expect(placeSkill(statement('nursing', []), null, placer)).toMatchObject({ code: '091', source: 'similarity' });
  });

  it('gives way to the field that the credential states, but not for what is transversal', () => {
    const stated = { code: '061', source: 'stated' } as const;
    expect(placeSkill(statement('loom setting', ['urn:looms']), stated, placer)).toMatchObject({ code: '061' });
    expect(placeSkill(statement('keeping calm', ['urn:calm']), stated, placer)).toMatchObject({
      kind: 'group',
      code: 'T3',
      source: 'framework',
    });
  });

  it('gives way to a person', () => {
    const edit = { place: '023', by: 'me', at: '2026-11-22T00:00:00Z', reason: 'seen' } as const;
    expect(placeSkill(statement('x', ['urn:looms']), null, placer, edit)).toMatchObject({ code: '023' });
  });
});
