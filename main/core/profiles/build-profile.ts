import type { Achievement, Credential } from '../../../shared/model/credential.ts';
import type { CandidateId } from '../../../shared/model/ids.ts';
import { ISCED_FIELDS, narrowField } from '../../../shared/model/isced-fields.ts';
import type { Job } from '../../../shared/model/job.ts';
import type {
  ProfileField,
  ProfilePart,
  Shape,
  TProfile,
  TransversalGroup,
  UnplacedSkill,
} from '../../../shared/model/profile.ts';
import type { SkillStatement, StatementSource } from '../../../shared/model/skill.ts';
import type { Similarity } from '../matching/similarity.ts';
import { isLevelAlignment } from '../skills/level.ts';
import { assessmentBasis } from './assessment-basis.ts';
import { roundResult } from '../matching/round-result.ts';
import { depth, quality, standingOf, trustOf } from './depth.ts';
import { credentialLevel } from './level.ts';
import { namesField, placeSkill, statedField, type Placement } from './place-skill.ts';
import { PROFILE_SETTINGS } from './profile-settings.ts';
import { breadthFields, shapeOf } from './shape.ts';
import { TRANSVERSAL_GROUPS } from './transversal.ts';
import { volumes } from './volume.ts';

export { profileTexts } from './place-skill.ts';

export interface ProfileInput {
  readonly candidate: CandidateId;
  /** Set to read the profile relative to a job: its core field is the stem. */
  readonly job: Job | null;
  /** The candidate's credentials, in any order. */
  readonly credentials: readonly Credential[];
  /** The skill statements of these credentials, in any order; those of others are passed over. */
  readonly statements: readonly SkillStatement[];
  readonly similarity: Similarity;
  /** The shape shown before, for the hysteresis. */
  readonly previousShape?: Shape | null;
}

/**
 * Reads a person's credentials as a T-profile: fields with their depth, transversal groups, shape. Only what a
 * credential states counts; not-valid and withheld credentials, and results that were not reached, contribute nothing.
 * Equal inputs in any order give an equal profile. The profile ranks nobody and enters no score.
 */
export function buildProfile(input: ProfileInput): TProfile {
  const credentials = input.credentials.filter(isReadable).toSorted((a, b) => compareText(a.key, b.key));
  const shares = credentials.map((credential) => shareOf(credential, input.statements, input.similarity));
  const counted = shares.filter((share) => share.placed.length > 0);
  const volume = volumes(counted.map((share) => share.credential));
  const parts = counted.flatMap((share) => partsOf(share, volume.get(share.credential.key) ?? 0));

  const fields = fieldsOf(parts);
  const transversal = TRANSVERSAL_GROUPS.map(({ code, name }) => groupOf(code, name, parts));
  const depths = new Map(fields.map((field) => [field.code, field.depth]));
  const items = new Set(counted.flatMap((share) => share.placed.map(({ statement }) => statement.text))).size;
  const jobField = input.job?.field ?? null;
  const coreField = jobField === null ? null : (narrowField(jobField)?.code ?? null);
  const groups = transversal.filter((group) => group.evidenced).length;

  const shape = shapeOf({ items, depths, groups, coreField }, input.previousShape ?? null);
  const hasStem = shape !== 'dash' && shape !== 'not-enough-evidence';
  const stem = coreField ?? (hasStem ? (fields[0]?.code ?? null) : null);
  return {
    candidate: input.candidate,
    job: input.job?.id ?? null,
    shape,
    stem,
    fields,
    breadth: { fields: breadthFields(depths, stem), groups },
    transversal,
    notPlaced: shares.flatMap((share) => share.notPlaced),
    evidenceCount: items,
  };
}

type ReadableCredential = Credential & { readonly achievement: Achievement };

interface PlacedStatement {
  readonly statement: SkillStatement;
  readonly placement: Exclude<Placement, { readonly kind: 'none' }>;
}

/** What one credential brings into the profile. */
interface Share {
  readonly credential: ReadableCredential;
  readonly placed: readonly PlacedStatement[];
  readonly notPlaced: readonly UnplacedSkill[];
}

interface PlacedPart {
  readonly placement: PlacedStatement['placement'];
  readonly part: ProfilePart;
}

function isReadable(credential: Credential): credential is ReadableCredential {
  return (
    credential.report.verdict !== 'not-valid' && credential.content !== 'withheld' && credential.achievement !== null
  );
}

function shareOf(credential: ReadableCredential, all: readonly SkillStatement[], similarity: Similarity): Share {
  const stated = statedField(credential);
  const own = all
    .filter((statement) => statement.credential === credential.key && statement.noEvidence === null)
    .filter((statement) => isSkill(statement, credential))
    .toSorted((a, b) => compareText(a.pointer, b.pointer) || compareText(a.text, b.text))
    // One title can be read twice: as the name and as that of a licence.
    .filter((one, index, sorted) => one.pointer !== sorted[index - 1]?.pointer || one.text !== sorted[index - 1]?.text);
  const place = (statements: readonly SkillStatement[]) =>
    statements.map((statement) => ({ statement, placement: placeSkill(statement, stated, similarity) }));

  const short = place(own.filter((statement) => SHORT_SOURCES.has(statement.source)));
  const isBare = short.every(({ placement }) => placement.kind === 'none');
  // Sentences place a skill less surely than a name does: they speak only where no name has.
  const spoken = isBare ? [...short, ...place(own.filter((statement) => !SHORT_SOURCES.has(statement.source)))] : short;
  return {
    credential,
    placed: withoutStrayFields(spoken.filter(isPlaced)),
    notPlaced: short.flatMap(({ statement, placement }) =>
      placement.kind === 'none' ? [unplaced(statement, credential)] : [],
    ),
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

/** Drops fields with too small a share of the credential's skills, unless they are its strongest. */
function withoutStrayFields(placed: readonly PlacedStatement[]): readonly PlacedStatement[] {
  const inFields = placed.filter(({ placement }) => placement.kind === 'field');
  const count = (code: string) => inFields.filter(({ placement }) => placement.code === code).length;
  const most = Math.max(0, ...inFields.map(({ placement }) => count(placement.code)));
  return placed.filter(({ placement }) => {
    if (placement.kind === 'group') return true;
    const own = count(placement.code);
    return own === most || own / inFields.length >= PROFILE_SETTINGS.placing.leastShare;
  });
}

function unplaced(statement: SkillStatement, credential: ReadableCredential): UnplacedSkill {
  return {
    credential: credential.key,
    credentialName: nameOf(credential),
    pointer: statement.pointer,
    quote: statement.quote,
  };
}

/** One part for each field and group; the credential's volume is divided among its fields by the skills placed in each. */
function partsOf({ credential, placed }: Share, volume: number): readonly PlacedPart[] {
  const step = assessmentBasis(credential).step;
  const ofCredential = credentialLevel(credential);
  const trust = trustOf(credential);
  const inFields = placed.filter(({ placement }) => placement.kind === 'field').length;
  return [...new Set(placed.map(({ placement }) => `${placement.kind} ${placement.code}`))].map((place) => {
    const here = placed.filter(({ placement }) => `${placement.kind} ${placement.code}` === place);
    const telling = here.reduce((one, other) => (other.placement.confidence > one.placement.confidence ? other : one));
    const stated = telling.statement.level;
    const level = stated === null ? ofCredential : stated / PROFILE_SETTINGS.level.eqfLevels;
    const part: ProfilePart = {
      credential: credential.key,
      credentialName: nameOf(credential),
      issuerName: credential.issuer.name ?? credential.issuer.id ?? '',
      pointer: telling.statement.pointer,
      quote: telling.statement.quote,
      verdict: credential.report.verdict,
      standing: standingOf(credential),
      level: level === null ? null : roundResult(level),
      assessmentBasis: step,
      volume: telling.placement.kind === 'field' ? roundResult((volume * here.length) / inFields) : 0,
      trust,
      quality: roundResult(quality(level, step, trust)),
    };
    return { placement: telling.placement, part };
  });
}

function fieldsOf(parts: readonly PlacedPart[]): readonly ProfileField[] {
  const inFields = parts.flatMap(({ placement, part }) => (placement.kind === 'field' ? [{ placement, part }] : []));
  return [...new Set(inFields.map(({ placement }) => placement.code))]
    .map((code): ProfileField => {
      const here = inFields.filter(({ placement }) => placement.code === code);
      const surest = here.map(({ placement }) => placement).reduce((a, b) => (isSurer(b, a) ? b : a));
      const own = here.map(({ part }) => part);
      return {
        code,
        name: ISCED_FIELDS[code],
        source: surest.source,
        confidence: roundResult(surest.confidence),
        depth: roundResult(depth(own)),
        parts: own.toSorted(byQuality),
      };
    })
    .toSorted((a, b) => b.depth - a.depth || compareText(a.code, b.code));
}

type FieldPlacement = Extract<Placement, { readonly kind: 'field' }>;

function isSurer(one: FieldPlacement, other: FieldPlacement): boolean {
  const [first, second] = [SOURCE_ORDER.indexOf(one.source), SOURCE_ORDER.indexOf(other.source)];
  return first === second ? one.confidence > other.confidence : first < second;
}

const SOURCE_ORDER: readonly ProfileField['source'][] = ['stated', 'framework', 'similarity'];

function groupOf(code: TransversalGroup['code'], name: string, parts: readonly PlacedPart[]): TransversalGroup {
  const own = parts.flatMap(({ placement, part }) =>
    placement.kind === 'group' && placement.code === code ? [part] : [],
  );
  return { code, name, evidenced: own.length > 0, parts: own.toSorted(byQuality) };
}

function byQuality(a: ProfilePart, b: ProfilePart): number {
  return b.quality - a.quality || compareText(a.credential, b.credential);
}

function nameOf(credential: ReadableCredential): string {
  return credential.achievement.name?.text ?? credential.name?.text ?? credential.types.at(-1) ?? '';
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
