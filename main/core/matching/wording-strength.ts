import type { Requirement } from '../../../shared/model/job.ts';
import type { SkillStatement, StatementSource } from '../../../shared/model/skill.ts';
import { windowsOf } from '../skills/windows.ts';
import { normaliseSkillText } from '../skills/normalise.ts';
import { otherNamesOf } from '../taxonomies/identity-through.ts';
import { NO_TAXONOMIES, type ConceptName, type Taxonomies } from '../taxonomies/taxonomies.ts';
import { ambiguousNameIn, type AmbiguousName } from './ambiguous-names.ts';
import { calibratedMatch } from './calibration.ts';
import { AMBIGUOUS_NAME, RELATED, TAXONOMY } from './settings.ts';
import type { Similarity, TextSimilarity } from './similarity.ts';

/** How strongly one statement speaks for one requirement by wording alone, before verification and level. */
export interface WordingMatch {
  readonly similarity: TextSimilarity;
  /** P that both name the same skill; null for a model without calibration. */
  readonly probability: number | null;
  /** 0–1: (P + share · related) / (1 + share). */
  readonly strength: number;
  /** The piece of the statement and the wording of the requirement that came nearest. */
  readonly piece: string;
  readonly wording: string;
}

/** What two statements with the same words and the same kind of field share: compared once for all who hold it. */
export interface StatementWords {
  readonly text: string;
  /** The statement whole, or the windows of a narrative. */
  readonly pieces: readonly string[];
}

/** @returns A function that gives equal statements one and the same object. */
export function internWords(): (statement: SkillStatement) => StatementWords {
  const fields = new Map<string, StatementWords>();
  const narratives = new Map<string, StatementWords>();
  return (statement) => {
    const known = isNarrative(statement.source) ? narratives : fields;
    let words = known.get(statement.text);
    if (words === undefined) {
      words = { text: statement.text, pieces: piecesOf(statement) };
      known.set(statement.text, words);
    }
    return words;
  };
}

/** A requirement made ready for many comparisons. */
export interface PreparedRequirement {
  readonly requirement: Requirement;
  /** Text and alternatives, normalised. */
  readonly wordings: readonly string[];
  /** What taxonomies call the skill beside that. */
  readonly otherNames: readonly ConceptName[];
  /** All that is compared: the wordings, then the other names. */
  readonly compared: readonly string[];
  readonly frameworkIds: ReadonlySet<string>;
  /** The best of all that is compared against all pieces of the statement. */
  compare(words: StatementWords): WordingMatch;
  /** True where one of these is near what an ambiguous name is about. */
  supports(name: AmbiguousName, statements: Iterable<StatementWords>): boolean;
}

export function prepareRequirement(
  requirement: Requirement,
  similarity: Similarity,
  modelSha256: string | null,
  otherNames: readonly ConceptName[] = [],
): PreparedRequirement {
  const wordings = wordingsOf(requirement);
  const compared = [...wordings, ...otherNames.map(({ text }) => text)];
  const known = new Map<StatementWords, WordingMatch>();
  return {
    requirement,
    wordings,
    otherNames,
    compared,
    frameworkIds: new Set(requirement.frameworkIds.map(normaliseFrameworkId)),
    compare(words) {
      let match = known.get(words);
      if (match === undefined) {
        match = bestOf(compared, wordings.length, words.pieces, similarity, modelSha256);
        known.set(words, match);
      }
      return match;
    },
    supports({ subject }, statements) {
      const near = (piece: string) => similarity.compare(subject, piece).hybrid >= AMBIGUOUS_NAME.leastSupport;
      for (const { pieces } of statements) if (pieces.some(near)) return true;
      return false;
    },
  };
}

/**
 * @param taxonomies Those with which the requirements are ranked.
 * @returns Every text that a ranking compares, normalised, each once: what has to be embedded.
 */
export function textsToEmbed(
  requirements: readonly Requirement[],
  statements: Iterable<SkillStatement>,
  taxonomies: Taxonomies = NO_TAXONOMIES,
): readonly string[] {
  const wordings = requirements.flatMap((requirement) => [
    ...wordingsOf(requirement),
    ...otherNamesOf(taxonomies, requirement).map(({ text }) => text),
  ]);
  const subjects = wordings.map((wording) => ambiguousNameIn(wording)?.subject);
  const texts = new Set<string>([...wordings, ...subjects.filter((subject) => subject !== undefined)]);
  const intern = internWords();
  const seen = new Set<StatementWords>();
  for (const statement of statements) seen.add(intern(statement));
  for (const { pieces } of seen) for (const piece of pieces) texts.add(piece);
  return [...texts];
}

/** Framework URIs are compared without scheme, trailing slash and case: `http` and `https` name the same skill. */
export function normaliseFrameworkId(id: string): string {
  return id
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/u, '')
    .replace(/\/+$/u, '');
}

function wordingsOf(requirement: Requirement): readonly string[] {
  const wordings = [requirement.text, ...requirement.alternatives].map(normaliseSkillText);
  return [...new Set(wordings)].filter((wording) => wording !== '');
}

function piecesOf(statement: SkillStatement): readonly string[] {
  return isNarrative(statement.source) ? windowsOf(statement.text) : [statement.text];
}

/** Running text, which is compared by its windows. */
export function isNarrative(source: StatementSource): boolean {
  return source === 'criteria' || source === 'description' || source === 'narrative';
}

/** @param own How many of what is compared are the requirement's own wordings; the others are other names. */
function bestOf(
  compared: readonly string[],
  own: number,
  pieces: readonly string[],
  similarity: Similarity,
  modelSha256: string | null,
): WordingMatch {
  let best: WordingMatch | null = null;
  for (const [index, wording] of compared.entries()) {
    const odds = index < own ? 1 : TAXONOMY.otherNameOdds;
    for (const piece of pieces) {
      const match = strengthOf(wording, piece, similarity.compare(wording, piece), modelSha256, odds);
      if (best === null || match.strength > best.strength) best = match;
    }
  }
  return best ?? strengthOf('', '', { cosine: null, lexical: 0, hybrid: 0 }, modelSha256, 1);
}

function strengthOf(
  wording: string,
  piece: string,
  similarity: TextSimilarity,
  modelSha256: string | null,
  odds: number,
): WordingMatch {
  const calibrated = calibratedMatch(similarity, modelSha256);
  const probability = calibrated === null ? null : withOdds(calibrated, odds);
  const related = withOdds(Math.min(1, Math.max(0, (similarity.hybrid - RELATED.from) / RELATED.span)), odds);
  const strength = ((probability ?? related) + RELATED.share * related) / (1 + RELATED.share);
  return { similarity, probability, strength, piece, wording };
}

/** A share whose odds are multiplied; the very same number where they are multiplied with 1. */
function withOdds(share: number, odds: number): number {
  return odds === 1 ? share : (share * odds) / (share * odds + 1 - share);
}
