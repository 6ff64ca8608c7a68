import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rankCandidates } from '../../../../main/core/matching/rank-candidates.ts';
import { sha256 } from '../sample-evidence.ts';
import { poolCases } from './pool-cases.ts';

it('a related skill and another name meet no must-have, whatever the taxonomies say', () => {
  fc.assert(
    fc.property(poolCases, ({ question, people, vectors }) => {
      const ranking = rankCandidates({ ...question, candidates: people, vectors, sha256 });
      for (const { tier, identity, evidenced } of ranking.candidates.flatMap(({ requirements }) => requirements)) {
        const met = [tier, identity?.tier].some((one) => one === 'person' || one === 'framework' || one === 'label');
        if (evidenced) expect(met).toBe(true);
      }
    }),
  );
});

it('another credential never lowers a score, whatever the taxonomies say of it', () => {
  fc.assert(
    fc.property(poolCases, ({ question, people, vectors }) => {
      const scoresOf = (candidates: typeof people) =>
        new Map(
          rankCandidates({ ...question, candidates, vectors, sha256 }).candidates.map((one) => [
            one.candidate,
            one.score,
          ]),
        );
      const all = scoresOf(people);
      const fewer = scoresOf(
        people.map((person) => {
          const [gone, ...credentials] = person.credentials;
          const statements = person.statements.filter(({ credential }) => credential !== gone?.key);
          return { ...person, credentials, statements };
        }),
      );
      for (const [person, score] of fewer) expect(all.get(person)).toBeGreaterThanOrEqual(score);
    }),
  );
});

it('the generated pools, on which the bytes are compared, reach every way in which a taxonomy counts', () => {
  const found = new Map<string, number>();
  for (const { question, people, vectors } of fc.sample(poolCases, { seed: 5, numRuns: 300 })) {
    const ranking = rankCandidates({ ...question, candidates: people, vectors, sha256 });
    for (const { tier, metBy } of ranking.candidates.flatMap(({ requirements }) => requirements)) {
      if (metBy?.kind !== 'taxonomy' && metBy?.kind !== 'other-name') continue;
      const way = metBy.kind === 'taxonomy' ? `${tier} ${metBy.relation}` : metBy.kind;
      found.set(way, (found.get(way) ?? 0) + 1);
    }
  }
  for (const way of ['label same', 'label narrower', 'related broader', 'related close', 'other-name']) {
    expect(found.get(way) ?? 0, way).toBeGreaterThan(2);
  }
});
