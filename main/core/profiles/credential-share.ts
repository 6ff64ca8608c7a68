import type { Achievement, Credential } from '../../../shared/model/credential.ts';
import type { UnplacedSkill } from '../../../shared/model/profile.ts';
import type { SkillStatement, StatementSource } from '../../../shared/model/skill.ts';
import { compare } from '../credentials/compare.ts';
import { isLevelAlignment } from '../skills/level.ts';
import type { Placer } from './nearness.ts';
import {
  namesField,
  placeSkill,
  statedField,
  type NotPlaced,
  type Placement,
  type StandingEdit,
} from './place-skill.ts';
import { PROFILE_SETTINGS } from './profile-settings.ts';

/** A credential whose words may count. */
export type ReadableCredential = Credential & { readonly achievement: Achievement };

/** A skill with the field or the group in which it stands. */
export interface PlacedStatement {
  readonly statement: SkillStatement;
  readonly placement: Exclude<Placement, NotPlaced>;
}

/** What one credential brings into a profile. */
export interface Share {
  readonly credential: ReadableCredential;
  readonly placed: readonly PlacedStatement[];
  readonly notPlaced: readonly UnplacedSkill[];
}

/** Not-valid and withheld credentials, and those without an achievement, contribute nothing. */
export function isReadable(credential: Credential): credential is ReadableCredential {
  return (
    credential.report.verdict !== 'not-valid' && credential.content !== 'withheld' && credential.achievement !== null
  );
}

/** Places what one credential states: its names and tags, and sentences only where none of those finds a place. */
export function shareOf(
  credential: ReadableCredential,
  statements: readonly SkillStatement[],
  { placer, edits }: { readonly placer: Placer; readonly edits?: ReadonlyMap<string, StandingEdit> },
): Share {
  const stated = statedField(credential);
  const own = statements
    .filter((statement) => statement.noEvidence === null && isSkill(statement, credential))
    .toSorted((a, b) => compare(a.pointer, b.pointer) || compare(a.text, b.text))
    // One title can be read twice: as the name and as that of a licence.
    .filter((one, index, sorted) => one.pointer !== sorted[index - 1]?.pointer || one.text !== sorted[index - 1]?.text);
  const place = (some: readonly SkillStatement[]) =>
    some.map((statement) => ({
      statement,
      placement: placeSkill(statement, stated, placer, edits?.get(statement.text) ?? null),
    }));

  const short = place(own.filter((statement) => SHORT_SOURCES.has(statement.source)));
  const isBare = short.every(({ placement }) => placement.kind === 'none');
  // Sentences place a skill less surely than a name does: they speak only where no name has.
  const spoken = isBare ? [...short, ...place(own.filter((statement) => !SHORT_SOURCES.has(statement.source)))] : short;
  const placed = spoken.filter(isPlaced);
  const kept = withoutStrayFields(placed);
  const strays = placed.filter((one) => !kept.includes(one) && SHORT_SOURCES.has(one.statement.source));
  return {
    credential,
    placed: kept,
    notPlaced: [
      ...short.flatMap(({ statement, placement }) =>
        placement.kind === 'none'
          ? [unplaced(statement, credential, placement.edit === null ? 'nothing-near' : 'person', placement.edit)]
          : [],
      ),
      ...strays.map(({ statement }) => unplaced(statement, credential, 'stray', null)),
    ],
  };
}

const SHORT_SOURCES: ReadonlySet<StatementSource> = new Set([
  'alignment',
  'result-alignment',
  'achievement-name',
  'tag',
  'licence',
  'field-of-study',
]);

/** An alignment to a framework's level or field places the credential; it is no skill itself. */
function isSkill(statement: SkillStatement, credential: ReadableCredential): boolean {
  return !credential.achievement.alignments.some(
    (alignment) =>
      statement.pointer.startsWith(`${alignment.pointer}/`) && (isLevelAlignment(alignment) || namesField(alignment)),
  );
}

function isPlaced(one: { readonly statement: SkillStatement; readonly placement: Placement }): one is PlacedStatement {
  return one.placement.kind !== 'none';
}

/**
 * Drops fields with too small a share of the credential's skills, unless they are its strongest or a person said that
 * the skill belongs there.
 */
function withoutStrayFields(placed: readonly PlacedStatement[]): readonly PlacedStatement[] {
  const inFields = placed.filter(({ placement }) => placement.kind === 'field');
  const count = (code: string) => inFields.filter(({ placement }) => placement.code === code).length;
  const most = Math.max(0, ...inFields.map(({ placement }) => count(placement.code)));
  return placed.filter(({ placement }) => {
    if (placement.kind === 'group' || placement.source === 'person') return true;
    const own = count(placement.code);
    return own === most || own / inFields.length >= PROFILE_SETTINGS.placing.leastShare;
  });
}

function unplaced(
  statement: SkillStatement,
  credential: ReadableCredential,
  why: UnplacedSkill['why'],
  edit: UnplacedSkill['edit'],
): UnplacedSkill {
  return {
    credential: credential.key,
    credentialName: nameOf(credential),
    pointer: statement.pointer,
    quote: statement.quote,
    why,
    edit,
  };
}

export function nameOf(credential: ReadableCredential): string {
  return credential.achievement.name?.text ?? credential.name?.text ?? credential.types.at(-1) ?? '';
}
