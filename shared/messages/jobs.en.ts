import type { LeftOutSentence, Priority, RequirementKind } from '../model/job.ts';
import { counted } from './plural.ts';

export const kinds = {
  skill: 'Skill',
  competency: 'Competency',
  characteristic: 'Characteristic',
  credential: 'Credential',
  licence: 'Licence',
  language: 'Language',
} satisfies Record<RequirementKind, string>;

export const priorities = {
  must: 'Must have',
  want: 'Want',
  trainable: 'Trainable after hire',
} satisfies Record<Priority, string>;

/** What to think about before a suggested line is accepted, by warning code. */
export const warnings: Readonly<Record<string, string>> = {
  'years-as-proxy':
    'Years stand in for a skill here. Ask for the skill itself, or for a level: people reach it at different speeds.',
  'degree-without-alternative':
    'A degree is asked for without an alternative. Name what it stands for, or accept experience as well.',
  age: 'This may ask for an age. Ask for what the work needs instead.',
  'native-speaker': 'This may ask for an origin. Ask for a level of the language instead.',
  'digital-native': 'This may ask for an age. Name the tools that are used.',
  gender: 'This may ask for a gender. Ask for what the work needs instead.',
};
export const unknownWarning = (code: string) => `To think about: ${code.replaceAll('-', ' ')}.`;

/** Words of the screens Jobs and Job. */
export const jobs = {
  title: 'Jobs',
  lead: 'A job is a list of requirements that you have accepted, line by line.',
  create: 'New job',
  emptyTitle: 'No jobs yet',
  empty: 'Paste an ad and accept its lines, or write the requirements by hand.',
  table: 'Jobs',
  columns: {
    title: 'Job',
    requirements: 'Requirements',
    musts: 'Must-haves',
    version: 'Version',
    saved: 'Saved',
    act: 'Act',
  },
  edit: 'Edit',
  rank: 'Rank candidates',
  remove: 'Remove',
  removeNamed: (title: string) => `Remove the job ${title}`,
  removeTitle: 'Remove this job',
  removeText: 'Removes the job with its requirements. Candidates and credentials stay.',
  removeConfirm: 'Remove job',
  versionOf: (version: number) => `Version ${version}`,
};

export const job = {
  newTitle: 'New job',
  back: 'Jobs',
  rank: 'Rank candidates',
  name: 'Title of the job',
  namePlaceholder: 'For example: Data analyst',
  field: 'Core field (ISCED-F code)',
  fieldHint:
    'Optional. Three digits, for example 061 for computing; it becomes the stem when a T-profile is read against this job.',
  pasteTitle: 'Read an ad',
  pasteText:
    'Paste an ad in English, or open an ad, a CSV file, a schema.org JobPosting, an HR Open JobDescription or a Tessera job file. Nothing is taken over until you accept it.',
  paste: 'Text of the ad',
  suggest: 'Suggest requirements',
  importFile: 'Open a file',
  suggestedTitle: 'Suggested lines',
  suggested: (left: number) =>
    left === 0 ? 'No lines left to decide.' : `${counted(left, 'line', 'lines')} to decide`,
  noneFound: 'No requirement was found in this text. Write the requirements by hand.',
  from: 'From the ad',
  accept: 'Accept',
  reject: 'Reject',
  acceptAll: 'Accept all without warnings',
  correct: 'Edit',
  correctLine: (text: string) => `Edit “${text}”`,
  corrected: 'Done',
  correctedLine: (text: string) => `Done with “${text}”`,
  yearsOf: (years: number) => `${counted(years, 'year', 'years')} in the ad`,
  statedLevelOf: (level: string) => `Level in the ad: ${level}`,
  measuresTitle: 'For the interview',
  measuresText: 'What the ad states beside these lines. It is kept with them and makes no score.',
  forgetMeasure: 'Forget',
  forgetMeasureOf: (text: string) => `Forget what the ad states beside “${text}”`,
  announceForgotten: (text: string) => `Forgotten: what the ad states beside ${text}`,
  byRule: 'By a rule learned here.',
  beyond: (lines: number) =>
    `${counted(lines, 'more line was', 'more lines were')} found in this text. Only the first are suggested: read the ad in parts to see the others.`,
  leftOut: (count: number) => `Left out of the ad: ${counted(count, 'sentence', 'sentences')}`,
  leftOutText: 'No line was made of these. Make one where something is asked after all.',
  leftOutReasons: {
    rule: 'Refused before, so a rule leaves it out.',
    order: 'Speaks to a program, not to a candidate. Nothing here follows it.',
    'not-english': 'Not in English.',
    'asks-nothing': 'Asks nothing of a candidate, as far as its words tell.',
  } satisfies Record<LeftOutSentence['reason'], string>,
  anyOf: 'Any one will do',
  take: 'Make a line',
  takeLine: (text: string) => `Make a line of “${text}”`,
  announceTaken: (text: string) => `To decide: ${text}`,
  rulesTitle: 'Rules learned',
  rulesCount: (count: number) => `Rules learned: ${count}`,
  rulesText:
    'What you accepted and refused, by exact wording, for every job of this workspace. Rules are learned when a job is saved, and a rule that you remove counts no more.',
  noRules: 'Nothing yet. Refuse a line, or change its kind or priority, and save the job.',
  refusedRule: (text: string) => `Lines that say “${text}” are no requirements.`,
  acceptedRule: (text: string, made: string) => `“${text}” is a requirement: ${made}.`,
  asTheAdSays: 'kind and priority as the ad says',
  removeRule: 'Remove',
  removeRuleNamed: (text: string) => `Remove the rule about “${text}”`,
  announceRuleRemoved: (text: string) => `Removed the rule about ${text}`,
  acceptLine: (text: string) => `Accept “${text}”`,
  rejectLine: (text: string) => `Reject “${text}”`,
  requirementsTitle: 'Requirements',
  requirements: (count: number, musts: number) =>
    `${counted(count, 'requirement', 'requirements')}, ${counted(musts, 'must-have', 'must-haves')}`,
  noRequirements: 'No requirements yet. Accept suggested lines or add one by hand.',
  whatIsMust: 'What is a must-have?',
  alternativeCount: (count: number) => counted(count, 'other wording', 'other wordings'),
  add: 'Add requirement',
  addLabel: 'New requirement',
  addPlaceholder: 'For example: build dashboards in Power BI',
  text: 'Requirement',
  kind: 'Kind',
  priority: 'Priority',
  weight: 'Weight',
  level: 'Level (EQF)',
  anyLevel: 'Any level',
  levelOf: (level: number) => `Level ${level} or above`,
  alternatives: 'Other wordings that would do',
  alternativesHint: 'One a line. Any one of them meets the requirement.',
  maxAge: 'Evidence not older than (years)',
  more: 'More about this requirement',
  interviewOnly: 'Goes to the interview, never to the match.',
  sourceNone: 'Written by hand',
  remove: 'Remove',
  removeLine: (text: string) => `Remove “${text}”`,
  save: 'Save job',
  saved: (version: number) => `Saved as version ${version}.`,
  unsaved: 'Not saved yet',
  needsTitle: 'Give the job a title to save it.',
  needsLines: 'Add at least one requirement to save the job.',
  emptyLine: 'A requirement has no words.',
  announceAccepted: (text: string) => `Accepted: ${text}`,
  announceRejected: (text: string) => `Rejected: ${text}`,
};
