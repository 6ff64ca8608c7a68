import type { Requirement } from '../../../shared/model/job.ts';
import type { SkillStatement, StatementSource } from '../../../shared/model/skill.ts';
import { windowsOf } from '../skills/windows.ts';
import { normaliseSkillText } from '../skills/normalise.ts';
import { calibratedMatch } from './calibration.ts';
import { RELATED } from './settings.ts';
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

/** A requirement made ready for many comparisons. */
export interface PreparedRequirement {
  readonly requirement: Requirement;
  /** Text and alternatives, normalised. */
  readonly wordings: readonly string[];
  readonly frameworkIds: ReadonlySet<string>;
  /** The best of all wordings against all pieces of the statement; each distinct statement is compared once. */
  compare(statement: SkillStatement): WordingMatch;
}

export function prepareRequirement(
  requirement: Requirement,
  similarity: Similarity,
  modelSha256: string | null,
): PreparedRequirement {
  const wordings = wordingsOf(requirement);
  const known = new Map<string, WordingMatch>();
  return {
    requirement,
    wordings,
    frameworkIds: new Set(requirement.frameworkIds.map(normaliseFrameworkId)),
    compare(statement) {
      const key = `${isNarrative(statement.source) ? 'narrative' : 'field'} ${statement.text}`;
      let match = known.get(key);
      if (match === undefined) {
        match = bestOf(wordings, piecesOf(statement), similarity, modelSha256);
        known.set(key, match);
      }
      return match;
    },
  };
}

/** @returns Every text that a ranking compares, normalised, each once: what has to be embedded. */
export function textsToEmbed(
  requirements: readonly Requirement[],
  statements: Iterable<SkillStatement>,
): readonly string[] {
  const texts = new Set<string>(requirements.flatMap(wordingsOf));
  const seen = new Set<string>();
  for (const statement of statements) {
    const key = `${statement.source} ${statement.text}`;
    if (seen.has(key)) continue;
    seen.add(key);
    for (const piece of piecesOf(statement)) texts.add(piece);
  }
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

function isNarrative(source: StatementSource): boolean {
  return source === 'criteria' || source === 'description' || source === 'narrative';
}

function bestOf(
  wordings: readonly string[],
  pieces: readonly string[],
  similarity: Similarity,
  modelSha256: string | null,
): WordingMatch {
  let best: WordingMatch | null = null;
  for (const wording of wordings) {
    for (const piece of pieces) {
      const match = strengthOf(wording, piece, similarity.compare(wording, piece), modelSha256);
      if (best === null || match.strength > best.strength) best = match;
    }
  }
  return best ?? strengthOf('', '', { cosine: null, lexical: 0, hybrid: 0 }, modelSha256);
}

function strengthOf(
  wording: string,
  piece: string,
  similarity: TextSimilarity,
  modelSha256: string | null,
): WordingMatch {
  const probability = calibratedMatch(similarity, modelSha256);
  const related = Math.min(1, Math.max(0, (similarity.hybrid - RELATED.from) / RELATED.span));
  const strength = ((probability ?? related) + RELATED.share * related) / (1 + RELATED.share);
  return { similarity, probability, strength, piece, wording };
}
