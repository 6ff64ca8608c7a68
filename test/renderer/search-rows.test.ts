import { describe, expect, it } from 'vitest';
import { coverageState, shownByNobody, widestGapsFirst } from '../../renderer/features/search/coverage-rows.ts';
import { bandOfLine, foundPeople, linesOf, notShownBy } from '../../renderer/features/search/found-people.ts';
import { search } from '../../shared/messages/ui.en.ts';
import type { CandidateRow } from '../../shared/api/contract.ts';
import type { CandidateId, RequirementId } from '../../shared/model/ids.ts';
import type { MatchEvidence, RequirementMatch } from '../../shared/model/match.ts';
import type { FoundPerson, RequirementCoverage, SearchResult } from '../../shared/model/search.ts';

const evidence = { quote: 'SQL' } as MatchEvidence;

function line(id: string, strength: number, more: Partial<RequirementMatch> = {}): RequirementMatch {
  return {
    requirement: id as RequirementId,
    requirementText: `text of ${id}`,
    tier: 'similarity',
    strength,
    band: 'possible',
    evidenced: false,
    claimed: false,
    factors: [],
    evidence,
    metBy: null,
    identity: null,
    judgement: null,
    refusals: [],
    points: 0,
    ...more,
  };
}

function person(candidate: string, shown: readonly string[], requirements: readonly RequirementMatch[]): FoundPerson {
  return {
    candidate: candidate as CandidateId,
    rank: 1,
    band: 'none',
    score: 1,
    mustHaves: { evidenced: 0, total: 0 },
    requirements,
    counterfactual: null,
    shown: shown as readonly string[] as readonly RequirementId[],
  };
}

const rowOf = (id: string, importedAt: string) => ({ candidate: { id, importedAt } }) as unknown as CandidateRow;

describe('people who were found', () => {
  const one = person('p1', ['a'], [line('a', 0.9)]);
  const two = person('p2', [], [line('a', 0.2)]);
  const three = person('p3', ['a'], [line('a', 0.5)]);
  const result: SearchResult = {
    searched: [],
    leftOut: [],
    found: [one, two, three],
    alike: 2,
    people: 3,
    of: 5,
    model: { state: 'ready', id: 'm', sha256: '', calibrated: true },
  };
  const rows = [rowOf('p3', '2026-01-01'), rowOf('p1', '2026-01-02'), rowOf('p2', '2026-01-02')];

  it('stand best first, who is only distantly alike apart', () => {
    expect(foundPeople(result, rows)).toEqual({ showing: [one, three], distant: [two] });
  });

  it('stand in the order of import where AI is off, and best first where the model is missing', () => {
    const by = (code: 'switched-off' | 'model-missing') =>
      foundPeople({ ...result, model: { state: 'absent', code } }, rows).showing;
    expect(by('switched-off')).toEqual([three, one]);
    expect(by('model-missing')).toEqual([one, three]);
  });

  it('show their lines strongest first, and name those that they do not show', () => {
    const some = person('p', ['b', 'a'], [line('a', 0.4), line('b', 0.9), line('c', 0.1)]);
    expect(linesOf(some).map(({ requirement }) => requirement)).toEqual(['b', 'a']);
    expect(notShownBy(some)).toEqual(['text of c']);
  });

  it('show what comes nearest where they show nothing, and never a line without words', () => {
    const nearest = person('p', [], [line('a', 0.1), line('b', 0.2), line('c', 0, { evidence: null })]);
    expect(linesOf(nearest).map(({ requirement }) => requirement)).toEqual(['b']);
    expect(linesOf(person('p', [], [line('c', 0, { evidence: null })]))).toEqual([]);
  });

  it('have no line that is shown and called little shown', () => {
    expect(bandOfLine(line('a', 0.31, { band: 'none' }), true)).toBe('possible');
    expect(bandOfLine(line('a', 0.31, { band: 'none' }), false)).toBe('none');
    expect(bandOfLine(line('a', 0.9, { band: 'strong' }), true)).toBe('strong');
  });
});

describe('what was left out of a search', () => {
  it('is named with the reason, and counted where it is much', () => {
    const many = Array.from({ length: 7 }, (_, index) => ({ text: `line ${index}`, because: 'too-many' as const }));
    const sentence = search.leftOut([{ text: 'no Java', because: 'denied' }, ...many]);
    expect(sentence).toMatch(/^Not searched: “no Java”, “line 0”, .*“line 3” and 3 more\. /);
    expect(sentence).toContain('denied');
    expect(sentence).toContain('too much');
  });
});

describe('what nobody shows', () => {
  const coverage = (requirement: string, evidenced: number, alike: number): RequirementCoverage => ({
    requirement: requirement as RequirementId,
    requirementText: requirement,
    evidenced,
    alike,
    strongest: 0,
  });

  it('stands first, then what few evidence; equal lines stay as the job has them', () => {
    const lines = [
      coverage('a', 3, 0),
      coverage('b', 0, 2),
      coverage('c', 0, 0),
      coverage('d', 1, 9),
      coverage('e', 0, 0),
    ];
    expect(widestGapsFirst(lines).map(({ requirement }) => requirement)).toEqual(['c', 'e', 'b', 'd', 'a']);
    expect(lines.map(coverageState)).toEqual(['evidenced', 'alike', 'nobody', 'evidenced', 'nobody']);
    expect(shownByNobody(lines)).toBe(2);
  });
});
