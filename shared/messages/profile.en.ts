import {
  PROFILE_DEPTHS,
  type EvidenceStanding,
  type PlaceSource,
  type Shape,
  type UnplacedSkill,
} from '../model/profile.ts';
import { counted } from './plural.ts';

export const shapes = {
  I: 'I: depth in one field',
  T: 'T: depth in one field under a bar',
  Π: 'Π: depth in two fields',
  comb: 'Comb: depth in three fields or more',
  dash: 'Dash: breadth without a stem',
  'not-enough-evidence': 'Not enough evidence for a shape',
} satisfies Record<Shape, string>;

export const shapeNames = {
  I: 'I-shape',
  T: 'T-shape',
  Π: 'Π-shape',
  comb: 'Comb shape',
  dash: 'Dash shape',
  'not-enough-evidence': 'No shape yet',
} satisfies Record<Shape, string>;

export const standings = {
  verified: 'Verified',
  reserved: 'Verified with reservations',
  claimed: 'Claimed',
} satisfies Record<EvidenceStanding, string>;

export const fieldSources = {
  person: 'put here by a person',
  stated: 'stated field of study',
  specialization: 'stated specialization',
  framework: 'by framework code',
  similarity: 'by text similarity',
} satisfies Record<PlaceSource, string>;

export const notPlacedReasons = {
  'nothing-near': 'near to no field',
  stray: 'too small a share of its credential',
  person: 'taken out by a person',
} satisfies Record<UnplacedSkill['why'], string>;

/** The steps 0–5 of the assessment ladder. */
export const assessmentBases = [
  'not stated',
  'attendance or participation',
  'completion',
  'knowledge assessed',
  'application assessed',
  'application assessed, with evidence and assessor',
] as const;

/** Words of the T-profile's picture and table. */
export const profile = {
  title: (label: string) => `T-profile of ${label}`,
  summary: (shape: string, stem: string | null, fields: number, groups: number) =>
    [
      `${shape}.`,
      ...(stem === null ? [] : [`Stem: ${stem}.`]),
      `Breadth: ${counted(fields, 'other field', 'other fields')} and ${counted(groups, 'transversal group', 'transversal groups')} of 6.`,
    ].join(' '),
  neededDepth: (depth: number) => `the job needs ${percent(depth)}`,
  neededShort: (depth: number) => `job needs ${Math.round(depth * 100)}`,
  neededGroup: 'the job asks for it',
  neededLegend: 'What the job needs: one assessed, verified credential for each of its lines',
  reachedOfNeeded: (reached: number, needed: number) =>
    `As deep as the job needs in ${reached} of ${counted(needed, 'field', 'fields')}.`,
  reached: 'reached',
  notReached: 'not reached',
  depth: (depth: number) => `depth ${percent(depth)}`,
  bar: 'Transversal skills',
  jobField: 'core field of the job',
  /** The same, as lines in the picture. */
  jobFieldLines: ['core field', 'of the job'],
  edited: 'with a skill that a person put here',
  editedLines: ['edited by', 'a person'],
  nothingHere: 'nothing evidenced',
  stemFrom: 'stem',
  breadthFrom: 'breadth',
  more: (count: number) => `and ${counted(count, 'more field', 'more fields')} in the table`,
  numbers: 'Numbers: depth of 100',
  empty: 'No credential could be placed in a field yet.',
  columns: {
    field: 'Field or group',
    depth: 'Depth',
    placed: 'Placed',
    credential: 'Credential',
    words: 'Its words',
    basis: 'Rests on',
    level: 'Level',
    standing: 'Standing',
  },
  levelNotStated: 'not stated',
  notPlaced: 'Not placed in any field',
  confidence: (confidence: number) => `${percent(confidence)} sure`,
  note: 'A T-profile says what is evidenced. It ranks nobody and stays out of the score. Depth never grows by the number of badges, by duration or by attendance.',
};

/** 0–1 as a whole number of hundredths. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** Words of where skills stand, and of moving them. */
export const placing = {
  title: 'Where this skill belongs',
  text: 'What you say stands over what the program found, for this person, until it is taken back. The log keeps it with your reason.',
  place: 'Belongs in',
  group: (name: string) => `Transversal: ${name}`,
  nowhere: 'No field',
  confirm: 'Move skill',
  takeBack: 'Take back the edit',
  move: 'Move',
  moveLabel: (quote: string) => `Move “${quote}”`,
  edited: (by: string, on: string) => `Placed by ${by}, ${on}:`,
  neededBy: 'The job asks for',
  showNotPlaced: (count: number) => `${counted(count, 'skill stands', 'skills stand')} in no field`,
  held: (plain: string) =>
    `By the numbers alone now: ${plain}. A shape stays until a depth passes a boundary by ${Math.round(PROFILE_DEPTHS.margin * 100)} of 100.`,
};

/** Words of what imports changed. */
export const profileSteps = {
  title: 'What each import changed',
  first: (on: string) => `First import, ${on}:`,
  added: (on: string) => `Added ${on}:`,
  credentials: (count: number) => counted(count, 'credential', 'credentials'),
  replaced: (count: number) => `${count} in the place of an older edition`,
  unmoved: 'Nothing in the profile moved.',
  shape: (from: string, to: string) => `Shape: from ${from} to ${to}.`,
  fields: {
    new: (name: string, _from: number, to: number) => `New field: ${name}, depth ${percent(to)}.`,
    deepened: (name: string, from: number, to: number) => `Deeper: ${name}, from ${percent(from)} to ${percent(to)}.`,
    lessened: (name: string, from: number, to: number) => `Less: ${name}, from ${percent(from)} to ${percent(to)}.`,
  },
  becomes: { stem: 'It is a stem now.', breadth: 'It counts as breadth now.' },
  groups: {
    new: (name: string) => `New in the bar: ${name}.`,
    gone: (name: string) => `No longer in the bar: ${name}.`,
  },
  because: 'Because of',
};
