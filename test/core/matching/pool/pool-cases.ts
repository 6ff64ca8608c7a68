import fc from 'fast-check';
import { normaliseSkillText } from '../../../../main/core/skills/normalise.ts';
import { roundVector } from '../../../../main/core/matching/pool/round-vector.ts';
import type { MatchJudgement, RankingCandidate } from '../../../../main/core/matching/rank-candidates.ts';
import type { RankingQuestion } from '../../../../main/core/matching/ranking-frame.ts';
import { NO_TAXONOMIES } from '../../../../main/core/taxonomies/taxonomies.ts';
import { createTaxonomyIndex } from '../../../../main/core/taxonomies/taxonomy-index.ts';
import { textsToEmbed } from '../../../../main/core/matching/wording-strength.ts';
import type { CandidateId, RefusalId, RequirementId } from '../../../../shared/model/ids.ts';
import type { Requirement } from '../../../../shared/model/job.ts';
import type { ModelState, Refusal } from '../../../../shared/model/match.ts';
import { concept, taxonomy } from '../../taxonomies/make-taxonomy.ts';
import { candidate, credential, job, sha256, type CredentialWords } from '../sample-evidence.ts';

/** Generated pools and questions, small and full of what a ranking treats in its own way. */

export const MODEL: ModelState = {
  state: 'ready',
  id: 'made-up',
  sha256: '369c01942a44e081142e84567e1eac99269f7ecf095edb012a56bfd8188fa885',
  calibrated: true,
};

const URI = 'http://data.europa.eu/esco/skill/1973c966-f236-40c9-b2d4-5d71a89019be';
const WORDS = ['weld', 'pipes', 'teach', 'care', 'plan', 'nursing', 'rust', 'excel', 'use', 'tables', 'the', 'licence'];
/** Names of entries, unlike one another, so that what a taxonomy says of them counts for more than their letters. */
const NAMES = ['zoology', 'beekeeping', 'queen marking', 'rust', 'hjj'];
const words = fc.oneof(
  fc.constantFrom(...NAMES),
  fc.constantFrom(...NAMES),
  fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' ')),
  fc.constantFrom('Rust', 'Excel', 'systems programming', 'remove rust from vehicles', 'rust services', 'weld pipes'),
);
const ENTRIES = [URI, 'urn:entry:1', 'urn:entry:2', 'urn:entry:3', 'urn:entry:4'] as const;
const entry = fc.constantFrom(...ENTRIES);
const date = fc.constantFrom('1999-01-01T00:00:00Z', '2020-05-01T00:00:00Z', '2026-08-01T00:00:00Z', 'no date');

const badge: fc.Arbitrary<CredentialWords> = fc
  .record({
    document: fc.uuid(),
    name: words,
    tags: fc.array(words, { maxLength: 3 }),
    criteria: fc.array(words, { maxLength: 3 }).map((parts) => parts.join(' and then ')),
    narrative: words,
    type: fc.constantFrom('Badge', 'License'),
    verdict: fc.constantFrom('verified', 'verified-with-reservations', 'cannot-verify-offline', 'not-valid' as const),
    recognition: fc.constantFrom('recognised', 'unknown', 'self-asserted' as const),
    content: fc.constantFrom('signed', 'signed', 'claimed' as const),
    awardedDate: date,
    alignments: fc.array(
      fc.oneof(
        fc.constantFrom('3', '4', '5', '6', '7').map((code) => ({
          targetFramework: 'EQF',
          targetCode: code,
          targetName: `EQF level ${code}`,
        })),
        fc.record({ targetName: words, targetUrl: entry }),
      ),
      { maxLength: 2 },
    ),
    results: fc.array(fc.constantFrom({ status: 'Failed' }, { status: 'Completed' }), { maxLength: 1 }),
  })
  .map(({ content, ...rest }) => ({ ...rest, content }) as CredentialWords);

/** One name of an entry and nothing else, so that nothing hides what a taxonomy says of it. */
const plainBadge: fc.Arbitrary<CredentialWords> = fc.record({
  document: fc.uuid(),
  name: fc.constantFrom(...NAMES),
  verdict: fc.constantFrom('verified', 'not-valid' as const),
  awardedDate: date,
});

const people = fc
  .array(fc.oneof(fc.array(badge, { maxLength: 3 }), fc.array(plainBadge, { maxLength: 2 })), { maxLength: 8 })
  .map((all) => all.map((badges, index) => candidate(`c${index}`, ...badges.map(credential))));

const requirement: fc.Arbitrary<Omit<Requirement, 'id'>> = fc.record({
  text: fc.oneof(words, fc.constantFrom(...NAMES)),
  kind: fc.constantFrom('skill', 'skill', 'credential', 'licence', 'characteristic'),
  priority: fc.constantFrom('must', 'want', 'trainable'),
  weight: fc.constantFrom(0, 0.1, 0.3, 0.4, 1),
  level: fc.constantFrom(null, null, 5, 6),
  alternatives: fc.array(words, { maxLength: 2 }),
  frameworkIds: fc.oneof(fc.constantFrom([], [URI.replace('http', 'https')]), fc.tuple(entry)),
  maxAgeYears: fc.constantFrom(null, null, 3),
  sourceSentence: fc.constant(null),
});

/** Entries around the words that are asked and shown; most steps lead on, so that few of them are circles. */
const entries = fc
  .tuple(
    ...ENTRIES.map((uri, at) =>
      fc.record({
        uri: fc.constant(uri),
        label: fc.oneof(fc.constant(NAMES[at] ?? ''), words),
        alternatives: fc.array(words, { maxLength: 2 }),
        broader: fc.oneof(fc.constant(ENTRIES.slice(at + 1, at + 2)), fc.array(entry, { maxLength: 2 })),
        exact: fc.oneof(fc.constant([]), fc.array(entry, { maxLength: 1 })),
        close: fc.array(entry, { maxLength: 2 }),
      }),
    ),
  )
  .chain((all) => fc.subarray(all));
const taxonomies = fc
  .array(entries, { maxLength: 2 })
  .map((all) =>
    all.length === 0
      ? null
      : createTaxonomyIndex(
          all.map((given, index) => taxonomy(`t${index}`, ...given.map((one) => concept(one.uri, one)))),
        ),
  );

export interface PoolCase {
  readonly question: RankingQuestion;
  readonly people: readonly RankingCandidate[];
  /** Rounded as the product compares them; null where the case has no model. */
  readonly vectors: ReadonlyMap<string, Float32Array> | null;
}

export const poolCases: fc.Arbitrary<PoolCase> = fc
  .record({
    people,
    taxonomies,
    requirements: fc.array(requirement, { minLength: 1, maxLength: 4 }),
    said: fc.array(
      fc.record({
        candidate: fc.nat(7),
        requirement: fc.nat(3),
        judgement: fc.constantFrom('meets', 'not-the-same', 'withdrawn' as const),
      }),
      { maxLength: 3 },
    ),
    refused: fc.array(fc.tuple(words, words), { maxLength: 2 }),
    model: fc.constantFrom('all', 'all', 'some', 'none' as const),
    weights: fc.constantFrom({ must: 1, want: 0.4, trainable: 0.2 }, { must: 0.7, want: 0.9, trainable: 0 }),
  })
  .map(({ people: pool, taxonomies: index, requirements, said, refused, model, weights }): PoolCase => {
    const lines = requirements.map((line, index) => ({ ...line, id: `r${index}` as RequirementId }));
    const judgements = said.map((one): MatchJudgement => ({
      candidate: `c${one.candidate}` as CandidateId,
      requirement: `r${one.requirement}` as RequirementId,
      judgement: one.judgement as MatchJudgement['judgement'],
    }));
    const refusals = refused.map(([asked, held], index): Refusal => ({
      id: `f${index}` as RefusalId,
      at: '2026-01-01T00:00:00Z',
      by: 'tester',
      reason: 'not the same',
      job: null,
      asked: normaliseSkillText(asked),
      held: normaliseSkillText(held),
    }));
    const texts = textsToEmbed(
      lines,
      pool.flatMap(({ statements }) => statements),
      index ?? NO_TAXONOMIES,
    );
    // Where only some are embedded yet, every third text is missing.
    const embedded = model === 'some' ? texts.filter((_, index) => index % 3 !== 0) : texts;
    return {
      question: {
        job: job(...lines),
        settings: { useModel: true, weights },
        model: model === 'none' ? { state: 'absent', code: 'model-missing' } : MODEL,
        judgements,
        refusals,
        taxonomies: index,
        at: '2026-09-01T00:00:00Z',
      },
      people: pool,
      vectors: model === 'none' ? null : new Map(embedded.map((text) => [text, roundVector(vectorOf(text))])),
    };
  });

const WIDTH = 16;

/** A made-up vector of length 1: the mean of its words', each of which follows from the word's hash. */
export function vectorOf(text: string): Float32Array {
  const sum = new Float64Array(WIDTH);
  for (const word of text.split(' ')) {
    const hash = sha256(word);
    for (let index = 0; index < WIDTH; index += 1) {
      sum[index] = (sum[index] ?? 0) + Number.parseInt(hash.slice(2 * index, 2 * index + 2), 16) / 255 - 0.3;
    }
  }
  const length = Math.hypot(...sum);
  return Float32Array.from(sum, (value) => value / length);
}
