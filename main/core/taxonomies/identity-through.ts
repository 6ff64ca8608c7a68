import type { Requirement } from '../../../shared/model/job.ts';
import type { SkillStatement } from '../../../shared/model/skill.ts';
import { TAXONOMY } from '../matching/settings.ts';
import { normaliseSkillText } from '../skills/normalise.ts';
import type { ConceptName, ConceptRelation, Taxonomies } from './taxonomies.ts';

/** What a statement is to a requirement, by what the workspace's taxonomies say of the two. */
export interface TaxonomyIdentity {
  /** What is held, seen from what is asked; `close` by a cross-walk that says "nearly the same". */
  readonly relation: ConceptRelation | 'close';
  /** Steps between the two, for `narrower` and `broader`; 0 for the others. */
  readonly steps: number;
  /** True for `same` and `narrower`: identity, which may meet a must-have. The others are related skills and may not. */
  readonly meets: boolean;
  /** `framework` where URIs alone led to it, `label` where a label of either side was needed. */
  readonly tier: 'framework' | 'label';
  readonly asked: NamedConcept;
  readonly held: NamedConcept;
}

/** A concept for the explanation. */
export interface NamedConcept {
  readonly uri: string;
  /** Its preferred label as published; the URI where no taxonomy has it. */
  readonly label: string;
  /** Id of the taxonomy that has it; null where none has. */
  readonly taxonomy: string | null;
}

export type AskedWords = Pick<Requirement, 'kind' | 'text' | 'alternatives' | 'frameworkIds'>;
export type HeldWords = Pick<SkillStatement, 'text' | 'frameworkIds'>;

/**
 * The strongest identity of a statement with a requirement that the taxonomies know, or null. Each side is the concepts
 * that its framework URIs name, and those whose label its text is exactly; a label that several skills of a taxonomy
 * have names none. A narrower skill that is held meets a broader one that is asked; the reverse is only related.
 *
 * Licences, credentials and characteristics are not skills of a taxonomy: for them it is null. Where `tier` is `label`,
 * the rule on which fields name a skill by a word (match-requirement.ts) holds as for any label.
 *
 * @param requirement Its text and alternatives as they are written; each may name a concept.
 * @param statement Its text as it is compared (normalised).
 */
export function identityThrough(
  taxonomies: Taxonomies,
  requirement: AskedWords,
  statement: HeldWords,
): TaxonomyIdentity | null {
  return createIdentityFinder(taxonomies, requirement)(statement);
}

/** {@link identityThrough} for one requirement and many statements: what is asked is looked up once. */
export function createIdentityFinder(
  taxonomies: Taxonomies,
  requirement: AskedWords,
): (statement: HeldWords) => TaxonomyIdentity | null {
  const asked = ASKS_A_SKILL.has(requirement.kind) ? conceptsAsked(taxonomies, requirement) : [];
  if (asked.length === 0) return () => null;
  const byText = new Map<string, TaxonomyIdentity | null>();
  return (statement) => {
    const found = (held: readonly Candidate[]) => strongest(taxonomies, asked, held);
    // Most statements carry no URI; then equal words have equal answers.
    if (statement.frameworkIds.length > 0) return found(conceptsHeld(taxonomies, statement));
    let known = byText.get(statement.text);
    if (known === undefined) {
      known = found(conceptsHeld(taxonomies, statement));
      byText.set(statement.text, known);
    }
    return known;
  };
}

/**
 * Other names of the skills that a requirement names, for comparing wordings: what a person confirmed by a URI, or what
 * the exact label of one skill says; never a nearest neighbour. Preferred labels come first, and of many names only the
 * first `TAXONOMY.mostNames` are compared. A name that several skills of its taxonomy share is none of this one.
 */
export function otherNamesOf(taxonomies: Taxonomies, requirement: AskedWords): readonly ConceptName[] {
  if (!ASKS_A_SKILL.has(requirement.kind)) return [];
  const own = new Set([requirement.text, ...requirement.alternatives].map(normaliseSkillText));
  const names = new Map<string, ConceptName>();
  for (const { uri } of conceptsAsked(taxonomies, requirement)) {
    for (const name of taxonomies.namesOf(uri)) {
      if (names.size >= TAXONOMY.mostNames) return [...names.values()];
      if (own.has(name.text) || names.has(name.text)) continue;
      const isItsOwn = taxonomies.conceptsNamed(name.text).some((named) => taxonomies.relation(named, uri) === 'same');
      if (isItsOwn) names.set(name.text, name);
    }
  }
  return [...names.values()];
}

const ASKS_A_SKILL: ReadonlySet<Requirement['kind']> = new Set(['skill', 'competency', 'language']);

interface Candidate {
  readonly uri: string;
  readonly by: 'framework' | 'label';
}

function conceptsAsked(taxonomies: Taxonomies, requirement: AskedWords): readonly Candidate[] {
  const wordings = [requirement.text, ...requirement.alternatives].map(normaliseSkillText);
  return candidates(taxonomies, requirement.frameworkIds, wordings);
}

function conceptsHeld(taxonomies: Taxonomies, statement: HeldWords): readonly Candidate[] {
  return candidates(taxonomies, statement.frameworkIds, [statement.text]);
}

function candidates(taxonomies: Taxonomies, ids: readonly string[], texts: readonly string[]): readonly Candidate[] {
  return [
    ...ids.map((uri) => ({ uri, by: 'framework' as const })),
    ...texts.flatMap((text) => taxonomies.conceptsNamed(text)).map((uri) => ({ uri, by: 'label' as const })),
  ];
}

function strongest(
  taxonomies: Taxonomies,
  asked: readonly Candidate[],
  held: readonly Candidate[],
): TaxonomyIdentity | null {
  let best: TaxonomyIdentity | null = null;
  for (const one of asked) {
    for (const other of held) {
      const way = taxonomies.wayBetween(other.uri, one.uri) ?? (taxonomies.areClose(other.uri, one.uri) ? CLOSE : null);
      if (way === null) continue;
      const found: TaxonomyIdentity = {
        ...way,
        meets: way.relation === 'same' || way.relation === 'narrower',
        tier: one.by === 'framework' && other.by === 'framework' ? 'framework' : 'label',
        asked: named(taxonomies, one.uri),
        held: named(taxonomies, other.uri),
      };
      if (best === null || orderKey(found) < orderKey(best)) best = found;
    }
  }
  return best;
}

const CLOSE = { relation: 'close', steps: 0 } as const;
const STRONGEST_FIRST = ['same', 'narrower', 'close', 'broader'] as const;

/** Fewer steps stand first, or a broader skill further up could hide a nearer one. */
function orderKey({ relation, steps, tier, asked, held }: TaxonomyIdentity): string {
  return [STRONGEST_FIRST.indexOf(relation), String(steps).padStart(3, '0'), tier, asked.uri, held.uri].join('\n');
}

function named(taxonomies: Taxonomies, uri: string): NamedConcept {
  const found = taxonomies.concept(uri);
  if (found === null) return { uri, label: uri, taxonomy: null };
  return { uri: found.concept.uri, label: found.concept.label, taxonomy: found.taxonomy };
}
