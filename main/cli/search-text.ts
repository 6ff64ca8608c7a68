import type { CandidateId } from '../../shared/model/ids.ts';
import type { RequirementMatch } from '../../shared/model/match.ts';
import type { FoundPerson, RequirementCoverage, SearchResult } from '../../shared/model/search.ts';
import { describeModel } from './ranking-text.ts';

/** A search as plain text: who shows what, in which words. Whoever is only distantly alike is counted. */
export function describeSearch(result: SearchResult, labels: ReadonlyMap<CandidateId, string>): string {
  const { searched, leftOut, found, alike, people, of, model } = result;
  const showing = found.filter(({ shown }) => shown.length > 0);
  return [
    describeModel(model),
    `Searched: ${searched.map(({ text }) => text).join(' · ') || 'nothing'}`,
    ...(leftOut.length === 0 ? [] : [`Not searched: ${leftOut.map(({ text }) => text).join(' · ')}`]),
    `${alike} of ${of} people show it; ${people - alike} more have words that are only distantly alike.`,
    ...showing.flatMap((person) => describePerson(person, searched.length, labels)),
    ...(showing.length < alike ? ['', `and ${alike - showing.length} more; --limit lists them.`] : []),
  ].join('\n');
}

/** How the pool stands to a job, the gaps first. */
export function describeCoverage(title: string, people: number, coverage: readonly RequirementCoverage[]): string {
  const lines = coverage.toSorted((one, other) => one.evidenced - other.evidenced || one.alike - other.alike);
  return [
    title,
    '='.repeat(title.length),
    ...lines.map(
      ({ requirementText, evidenced, alike }) =>
        `${stateOf(evidenced, alike)}: ${requirementText} (evidenced by ${evidenced} of ${people}, similar words of ${alike} more)`,
    ),
  ].join('\n');
}

function stateOf(evidenced: number, alike: number): string {
  if (evidenced > 0) return '   + evidenced';
  return alike > 0 ? '   ~ similar words only' : '   ? nobody shows it';
}

function describePerson(
  { candidate, shown, requirements }: FoundPerson,
  searched: number,
  labels: ReadonlyMap<CandidateId, string>,
): readonly string[] {
  const of = searched === 1 ? '' : `  shows ${shown.length} of ${searched}`;
  return [
    '',
    `${labels.get(candidate) ?? candidate}${of}`,
    ...shown.flatMap((id) => requirements.filter(({ requirement }) => requirement === id).map(describeLine)),
  ];
}

function describeLine({ requirementText, tier, band, evidence, claimed }: RequirementMatch): string {
  const how = tier === 'similarity' ? `text similarity, ${band === 'none' ? 'possible' : band}` : tier;
  if (evidence === null) return `   + ${requirementText}: ${how}`;
  const verdict = `${evidence.verdict.replaceAll('-', ' ')}${claimed ? ', claimed only' : ''}`;
  return `   + ${requirementText}: ${how}, ${verdict} ← “${evidence.quote}” in “${evidence.credentialName}” by ${evidence.issuerName}`;
}
