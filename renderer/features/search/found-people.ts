import type { CandidateRow } from '../../../shared/api/contract.ts';
import type { Band, ModelState, RequirementMatch } from '../../../shared/model/match.ts';
import type { FoundPerson, SearchResult } from '../../../shared/model/search.ts';

/** The people of a result in two groups, each in the order in which the screen shows it. */
export interface FoundPeople {
  /** Who shows something that was searched for. */
  readonly showing: readonly FoundPerson[];
  /** Whose words are only distantly alike; shown when somebody asks. */
  readonly distant: readonly FoundPerson[];
}

/** Best first; where AI is off in the order of import, so that nothing but the person's own reading orders people. */
export function foundPeople({ found, model }: SearchResult, people: readonly CandidateRow[]): FoundPeople {
  const ordered = isSwitchedOff(model) ? inImportOrder(found, people) : found;
  return {
    showing: ordered.filter(({ shown }) => shown.length > 0),
    distant: ordered.filter(({ shown }) => shown.length === 0),
  };
}

/** True where a person switched AI off; a model that is missing is another matter. */
export function isSwitchedOff(model: ModelState): boolean {
  return model.state === 'absent' && model.code === 'switched-off';
}

/** The lines that a person shows, strongest first; of who shows none the one that comes nearest. */
export function linesOf(person: FoundPerson): readonly RequirementMatch[] {
  const byId = new Map(person.requirements.map((match) => [match.requirement, match]));
  if (person.shown.length > 0) return person.shown.flatMap((id) => byId.get(id) ?? []);
  const nearest = person.requirements.filter(({ evidence }) => evidence !== null);
  return nearest.toSorted((one, other) => other.strength - one.strength).slice(0, 1);
}

/** The lines that a person does not show, as they were searched. */
export function notShownBy(person: FoundPerson): readonly string[] {
  return person.requirements
    .filter(({ requirement }) => !person.shown.includes(requirement))
    .map(({ requirementText }) => requirementText);
}

/** A line that is shown is shown at least possibly, even where the band rests on less than its strength does. */
export function bandOfLine({ band }: RequirementMatch, isShown: boolean): Band {
  return isShown && band === 'none' ? 'possible' : band;
}

function inImportOrder(found: readonly FoundPerson[], people: readonly CandidateRow[]): readonly FoundPerson[] {
  const keys = new Map(people.map(({ candidate }) => [candidate.id, `${candidate.importedAt} ${candidate.id}`]));
  const keyOf = ({ candidate }: FoundPerson) => keys.get(candidate) ?? candidate;
  return found.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}
