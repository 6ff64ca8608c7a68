import type { RankingCandidate, RankingInput } from './rank-candidates.ts';

/**
 * SHA-256 over everything that a ranking follows from: job, settings, model, taxonomies, the refusals that hold for the
 * job, and of each candidate statements, verdicts and judgements. Neither the ids that this workspace gave to people nor
 * the order of import are among it; the date only where a requirement limits age.
 */
export function hashInputs({
  job,
  settings,
  model,
  candidates,
  judgements,
  refusals,
  taxonomies,
  at,
  sha256,
}: RankingInput): string {
  const dated = job.requirements.some(({ maxAgeYears }) => maxAgeYears !== null);
  const people = candidates.map((candidate) => {
    const own = judgements.filter((judgement) => judgement.candidate === candidate.candidate);
    return sha256(
      JSON.stringify([describe(candidate), own.map(({ requirement, judgement }) => [requirement, judgement])]),
    );
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
      people.sort(),
      refusals
        .filter((rule) => rule.job === null || rule.job === job.id)
        .map(({ asked, held }) => JSON.stringify([asked, held]))
        .sort(),
      (taxonomies?.state ?? []).map(({ id, sha256: of }) => [id, of]),
      dated ? at.slice(0, 10) : null,
    ]),
  );
}

/**
 * Where a candidate stands among equals: by a hash of the words of their credentials, then by their bytes. It has no
 * meaning, changes with no name, and is the same on every import.
 */
export function orderKeyOf(candidate: RankingCandidate, sha256: (text: string) => string): string {
  const words = candidate.statements.map(({ pointer, text }) => `${pointer} ${text}`).sort();
  const keys = candidate.credentials.map(({ key }) => key).sort();
  return sha256(JSON.stringify(words)) + sha256(JSON.stringify(keys));
}

function describe({ statements, credentials }: RankingCandidate): unknown {
  return [
    statements
      .map((s) => JSON.stringify([s.credential, s.pointer, s.text, s.source, s.frameworkIds, s.level, s.noEvidence]))
      .sort(),
    credentials
      .map(({ key, content, awardedDate, validFrom, report }) =>
        JSON.stringify([key, content, report.verdict, report.recognition, awardedDate ?? validFrom]),
      )
      .sort(),
  ];
}
