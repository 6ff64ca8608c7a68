import type { CandidateId, RequirementId } from './ids.ts';
import type { ModelState, RankedCandidate, Ranking } from './match.ts';

/** Who shows what was searched for, best first; whoever shows nothing of it is counted and not listed. */
export interface SearchResult {
  /** What was compared, as lines of a question; the ids are those of the matches. */
  readonly searched: readonly { readonly id: RequirementId; readonly text: string }[];
  readonly leftOut: readonly LeftOutOfSearch[];
  readonly found: readonly FoundPerson[];
  /** People who show any line at least possibly (strength ≥ .3), beyond those who are listed too. */
  readonly alike: number;
  /** People whose words have any likeness with it, the `alike` among them. */
  readonly people: number;
  /** People there are, without the one whose like are searched. */
  readonly of: number;
  /** By what it was compared: without a model by identity and letters alone. */
  readonly model: ModelState;
}

/** Words that were not compared: they deny a skill, or there are too many lines for one search. */
export interface LeftOutOfSearch {
  readonly text: string;
  readonly because: 'denied' | 'too-many';
}

/** Score: the share of the lines that is shown, 0–100. Nobody is judged by it; nothing is must-have. */
export interface FoundPerson extends RankedCandidate {
  /** The lines that the person shows at least possibly, strongest first; none where all is only distantly alike. */
  readonly shown: readonly RequirementId[];
}

/** How many people show what a requirement asks. */
export interface RequirementCoverage {
  readonly requirement: RequirementId;
  readonly requirementText: string;
  /** By an identity on proven words, or by a person's word. */
  readonly evidenced: number;
  /** Others with words that are at least possibly the same (strength ≥ .3). */
  readonly alike: number;
  /** 0–1, the strongest match of anybody. */
  readonly strongest: number;
}

/** A ranking while texts are still embedded. */
export interface RankingSoFar {
  /** The first people only. */
  readonly ranking: Ranking;
  readonly people: number;
  /** People of whom a text has no vector yet: it is compared by its letters until it has. */
  readonly waiting: readonly CandidateId[];
}
