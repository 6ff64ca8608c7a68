import { ranking as words } from '../../shared/messages/ranking.en.ts';
import type { CandidateId } from '../../shared/model/ids.ts';
import type { Job } from '../../shared/model/job.ts';
import type { ModelState, RankedCandidate, Ranking, RequirementMatch } from '../../shared/model/match.ts';

/** Which encoder made the similarities, or the banner that there was none. */
export function describeModel(model: ModelState): string {
  if (model.state === 'ready') return `Model: ${model.id}, SHA-256 ${model.sha256}`;
  return `*** No language model (${model.code}): only identical skills and like words are matched. ***`;
}

export interface RankingTextOptions {
  /** How many people are shown; default all that are explained. */
  readonly people?: number;
  /** Added to the line of a person. */
  readonly beside?: (candidate: CandidateId) => string | null;
}

/** The first of a ranking as plain text with the reason of each place, and how many more there are. */
export function describeRanking(
  job: Job,
  ranking: Ranking,
  labels: ReadonlyMap<CandidateId, string>,
  options: RankingTextOptions = {},
): string {
  const shown = ranking.candidates.slice(0, options.people ?? ranking.candidates.length);
  const hidden = ranking.candidates.length + (ranking.others?.candidates.length ?? 0) - shown.length;
  return [
    describeHead(job, ranking),
    ...shown.map((ranked) => describeCandidate(ranked, labels, options)),
    ...(hidden > 0 ? ['', `and ${hidden} more, all in the report and in --json output.`] : []),
  ].join('\n');
}

/** What stands before the people. */
export function describeHead(job: Job, { model }: Pick<Ranking, 'model'>): string {
  return [job.title, '='.repeat(job.title.length), describeModel(model)].join('\n');
}

/** One person with the reasons, an empty line before. */
export function describeCandidate(
  ranked: RankedCandidate,
  labels: ReadonlyMap<CandidateId, string>,
  { beside }: RankingTextOptions = {},
): string {
  const { mustHaves, counterfactual } = ranked;
  const label = labels.get(ranked.candidate) ?? ranked.candidate;
  const addition = beside?.(ranked.candidate) ?? null;
  return [
    '',
    `${ranked.rank}. ${label}  ${ranked.score.toFixed(1)} points, ${ranked.band}; ` +
      `${mustHaves.evidenced} of ${mustHaves.total} must-haves evidenced${addition === null ? '' : `; ${addition}`}`,
    ...ranked.requirements.filter((match) => !isWeak(match)).map(describeMatch),
    ...listed(
      '   ~ like wording only, weak',
      ranked.requirements.filter((match) => isWeak(match) && match.tier !== 'none'),
    ),
    ...listed(
      '   ? not evidenced',
      ranked.requirements.filter((match) => match.tier === 'none'),
    ),
    ...(counterfactual === null
      ? []
      : [
          `   One verified credential for “${counterfactual.requirementText}” would move ` +
            `${counterfactual.scoreNow.toFixed(1)} to ${counterfactual.scoreThen.toFixed(1)} (rank ${counterfactual.rankThen}).`,
        ]),
  ].join('\n');
}

function describeMatch(match: RequirementMatch): string {
  const { evidence } = match;
  const source =
    evidence === null
      ? ''
      : ` ← “${evidence.quote}” in “${evidence.credentialName}” by ${evidence.issuerName} ${evidence.pointer}`;
  const verdict = evidence === null ? '' : `, ${evidence.verdict.replaceAll('-', ' ')}`;
  const claimed = match.claimed ? ', claimed only' : '';
  const by = byTaxonomy(match.metBy);
  const line = `   + ${match.requirementText}: ${match.tier}${verdict}${claimed}, ${match.points.toFixed(1)} points${source}`;
  return by === null ? line : `${line}\n       ${by}`;
}

/** What a taxonomy says of the two; null where none was needed. */
function byTaxonomy(metBy: RequirementMatch['metBy']): string | null {
  if (metBy?.kind === 'other-name') return words.metBy.otherName(metBy.words);
  return metBy?.kind === 'taxonomy' ? words.metBy[metBy.relation](metBy.words, metBy.held) : null;
}

/** Below every band: a likeness that says next to nothing. */
function isWeak(match: RequirementMatch): boolean {
  return match.tier === 'none' || (match.tier === 'similarity' && match.band === 'none');
}

function listed(title: string, matches: readonly RequirementMatch[]): readonly string[] {
  return matches.length === 0 ? [] : [`${title}: ${matches.map((match) => match.requirementText).join('; ')}`];
}
