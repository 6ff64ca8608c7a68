import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENCODER } from '../../main/adapters/embedding/model-manifest.ts';
import { normaliseSkillText } from '../../main/core/skills/normalise.ts';
import type { CandidateId } from '../../shared/model/ids.ts';
import {
  candidate,
  credential,
  job,
  rank,
  requirement,
  vectorsFor,
  type CredentialWords,
} from '../core/matching/sample-evidence.ts';

/*
 * A must-have is never met by similarity alone. Wordings of a few made-up skills all have one and the same vector, so
 * that the encoder calls any two of them the same; whether a must-have is met is then told by plain rules that know
 * nothing of the matching.
 */
const WORDINGS = ['weld pipes', 'pipe welding', 'welding of pipes', 'weld pipe', 'PIPE-WELDING!', 'joining tubes'];
const vectors = vectorsFor(Object.fromEntries(WORDINGS.map((wording) => [wording, [1, 0]])));
const model = { state: 'ready', id: ENCODER.id, sha256: ENCODER.sha256, calibrated: true } as const;

const wording = fc.constantFrom(...WORDINGS);
const uri = fc.constantFrom('https://skills.example/1', 'https://skills.example/2');
const badge = fc.record({
  document: fc.uuid(),
  name: wording,
  tags: fc.array(wording, { maxLength: 2 }),
  alignments: fc.array(
    uri.map((targetUrl) => ({ targetName: 'Another name', targetUrl })),
    { maxLength: 1 },
  ),
  verdict: fc.constantFrom('verified', 'verified-with-reservations', 'cannot-verify-offline', 'not-valid'),
  recognition: fc.constantFrom('recognised', 'unknown', 'self-asserted'),
  content: fc.constantFrom('signed', 'claimed'),
  results: fc.array(fc.constantFrom({ status: 'Failed' }, { status: 'Completed' }, { status: 'InProgress' }), {
    maxLength: 1,
  }),
}) satisfies fc.Arbitrary<CredentialWords>;
const pool = fc.array(fc.array(badge, { maxLength: 3 }), { minLength: 1, maxLength: 5 });
const must = fc.record({
  text: wording,
  alternatives: fc.array(wording, { maxLength: 1 }),
  frameworkIds: fc.array(uri, { maxLength: 1 }),
  level: fc.constantFrom(null, 5),
});
const asked = fc.uniqueArray(must, { minLength: 1, maxLength: 3, selector: ({ text }) => text });

type Badge = typeof badge extends fc.Arbitrary<infer Value> ? Value : never;
type Must = typeof must extends fc.Arbitrary<infer Value> ? Value : never;

/** By the letter of the rule: the same words or the same entry, proven, valid and passed. */
function isEvidence(one: Badge, { text, alternatives, frameworkIds }: Must): boolean {
  const counts = one.verdict !== 'not-valid' && one.content === 'signed' && one.recognition !== 'self-asserted';
  const isPassed = one.results.every(({ status }) => status === 'Completed');
  const wordings = [text, ...alternatives].map(normaliseSkillText);
  const isSameWords = [one.name, ...one.tags].map(normaliseSkillText).some((said) => wordings.includes(said));
  const isSameEntry = one.alignments.some(({ targetUrl }) => frameworkIds.includes(targetUrl));
  return counts && isPassed && (isSameWords || isSameEntry);
}

describe('a must-have', () => {
  it('is evidenced by identity on proven words, or by a person, and by nothing else', () => {
    fc.assert(
      fc.property(pool, asked, fc.array(fc.nat(14)), (people, musts, confirmed) => {
        const lines = musts.map((line) => requirement(line.text, line));
        const judgements = confirmed.flatMap((number) => {
          const line = lines[number % lines.length];
          const id = `c${number % people.length}` as CandidateId;
          return line === undefined ? [] : [{ candidate: id, requirement: line.id, judgement: 'meets' as const }];
        });
        const ranking = rank(
          job(...lines),
          people.map((badges, index) => candidate(`c${index}`, ...badges.map(credential))),
          { model, vectors, judgements },
        );
        for (const [index, badges] of people.entries()) {
          const ranked = ranking.candidates.find(({ candidate: id }) => id === `c${index}`);
          const isMet = musts.map(
            (line) =>
              badges.some((one) => isEvidence(one, line)) ||
              judgements.some((said) => said.candidate === `c${index}` && said.requirement === line.text),
          );
          expect(ranked?.requirements.map(({ evidenced }) => evidenced)).toEqual(isMet);
          expect(ranked?.mustHaves.evidenced).toBe(isMet.filter(Boolean).length);
          for (const { evidenced, tier, identity } of ranked?.requirements ?? []) {
            if (evidenced) expect(tier === 'similarity' ? identity?.tier : tier).toMatch(/^(person|framework|label)$/);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is not met however alike the words are, though they bring points', () => {
    const line = requirement('weld pipes');
    const [first] = rank(job(line), [candidate('a', credential({ name: 'Joining tubes' }))], {
      model,
      vectors,
    }).candidates;
    expect(first).toMatchObject({ mustHaves: { evidenced: 0, total: 1 } });
    expect(first?.requirements[0]).toMatchObject({ tier: 'similarity', band: 'strong', evidenced: false });
    expect(first?.score).toBeGreaterThan(50);
  });
});
