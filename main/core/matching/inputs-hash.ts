import type { CandidateId } from '../../../shared/model/ids.ts';
import type { RankingCandidate } from './rank-candidates.ts';
import { modelInUse, type RankingQuestion } from './ranking-frame.ts';

/** Lower-case hex SHA-256 of the text's UTF-8. */
export type Sha256 = (text: string) => string;

/**
 * SHA-256 over everything that a ranking follows from: job, settings, model, taxonomies, the refusals that hold for the
 * job, and of each candidate statements, verdicts and judgements. Neither the ids that this workspace gave to people nor
 * the order of import are among it; the date only where a requirement limits age.
 *
 * @param people {@link digestOfPeople}.
 * @param person {@link digestOfPerson} of one candidate; null where nobody has the id.
 */
export function hashInputs(
  question: RankingQuestion,
  people: string,
  person: (candidate: CandidateId) => string | null,
  sha256: Sha256,
): string {
  const { job, settings, judgements, refusals, taxonomies, at } = question;
  const model = modelInUse(question);
  const dated = job.requirements.some(({ maxAgeYears }) => maxAgeYears !== null);
  const said = judgements.flatMap(({ candidate, requirement, judgement }) => {
    const of = person(candidate);
    return of === null ? [] : [{ of, said: [requirement, judgement] }];
  });
  return sha256(
    JSON.stringify([
      job.title,
      job.field,
      job.requirements.map((r) => [
        r.id,
        r.text,
        r.kind,
        r.priority,
        r.weight,
        r.level,
        r.alternatives,
        r.frameworkIds,
        r.maxAgeYears,
      ]),
      [settings.useModel, settings.weights.must, settings.weights.want, settings.weights.trainable],
      model.state === 'ready' ? [model.id, model.sha256, model.calibrated] : [model.code],
      people,
      // Of one person in the order in which it was said; the people in an order that no import decides.
      said.toSorted((a, b) => (a.of < b.of ? -1 : a.of > b.of ? 1 : 0)).map((one) => [one.of, one.said]),
      refusals
        .filter((rule) => rule.job === null || rule.job === job.id)
        .map(({ asked, held }) => JSON.stringify([asked, held]))
        .sort(),
      (taxonomies?.state ?? []).map(({ id, sha256: of }) => [id, of]),
      dated ? at.slice(0, 10) : null,
    ]),
  );
}

/** SHA-256 over what is known of one person: statements, and what was found about the credentials. */
export function digestOfPerson({ statements, credentials }: RankingCandidate, sha256: Sha256): string {
  const stated = statements.map((s) =>
    JSON.stringify([s.credential, s.pointer, s.text, s.source, s.frameworkIds, s.level, s.noEvidence]),
  );
  const judged = credentials.map(({ key, content, awardedDate, validFrom, report }) =>
    JSON.stringify([key, content, report.verdict, report.recognition, awardedDate ?? validFrom]),
  );
  return sha256(JSON.stringify([stated.sort(), judged.sort()]));
}

/** Buckets of {@link digestOfPeople}, by the first hex digits of a digest. */
export const DIGEST_BUCKETS = { digits: 2, count: 256 } as const;

/**
 * One digest over those of all people, in no order: a hash over 256 buckets, each a hash over its sorted digests. So a
 * change of one person among a million hashes one bucket again, and not a million.
 */
export function digestOfPeople(digests: readonly string[], sha256: Sha256): string {
  const buckets = Array.from({ length: DIGEST_BUCKETS.count }, (): string[] => []);
  for (const digest of digests) buckets[Number.parseInt(digest.slice(0, DIGEST_BUCKETS.digits), 16)]?.push(digest);
  return digestOfBuckets(
    buckets.map((bucket) => digestOfBucket(bucket, sha256)),
    sha256,
  );
}

/** @returns '' for an empty bucket. */
export function digestOfBucket(digests: readonly string[], sha256: Sha256): string {
  return digests.length === 0 ? '' : sha256(digests.toSorted().join('\n'));
}

export function digestOfBuckets(buckets: readonly string[], sha256: Sha256): string {
  return sha256(buckets.join('\n'));
}

/**
 * Where a candidate stands among equals: by a hash of the words of their credentials, then by their bytes. It has no
 * meaning, changes with no name, and is the same on every import.
 *
 * @returns 32 hex digits.
 */
export function orderKeyOf(candidate: RankingCandidate, sha256: Sha256): string {
  const words = candidate.statements.map(({ pointer, text }) => `${pointer} ${text}`).sort();
  const keys = candidate.credentials.map(({ key }) => key).sort();
  return sha256(JSON.stringify(words)).slice(0, 16) + sha256(JSON.stringify(keys)).slice(0, 16);
}
