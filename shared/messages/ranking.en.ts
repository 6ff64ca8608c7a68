import type { Counterfactual, GapReason, Sensitivity, WeightChange } from '../model/explanation.ts';
import type { Priority } from '../model/job.ts';
import type { Band, Factor, MatchTier } from '../model/match.ts';
import { counted } from './plural.ts';

export const bands = {
  strong: 'Strong',
  likely: 'Likely',
  possible: 'Possible',
  none: 'Little shown',
} satisfies Record<Band, string>;

export const tiers = {
  person: 'A person’s judgement',
  framework: 'Same framework entry',
  label: 'Same words',
  related: 'Related skill',
  similarity: 'Text similarity',
  none: 'No evidence',
} satisfies Record<MatchTier, string>;

export const factors = {
  verification: 'Verification',
  level: 'Level',
  recency: 'Recency',
  'related-skill': 'Related skill',
  'text-similarity': 'Text similarity',
  'word-similarity': 'Word similarity',
  'calibrated-match': 'Calibrated match',
} satisfies Record<Factor['name'], string>;

/** The two people of a comparison, as the screen calls them. */
interface Names {
  readonly above: string;
  readonly below: string;
}

/** Why a gap is open. */
export const gapReasons = {
  'not-shown': 'no credential shows it so far',
  'only-alike': 'what is shown is only alike in words',
  'only-related': 'what is shown is a related skill, by a taxonomy',
  claimed: 'so far it is only claimed',
  'not-valid': 'the credential that shows it is not valid',
  'not-verified-in-full': 'the credential that shows it could not be verified in full',
  'level-below': 'the credential that shows it is below the level that is asked',
  'too-old': 'the credential that shows it is older than is asked',
} satisfies Record<GapReason, string>;

const prioritiesOf = { must: 'must-haves', want: 'wants', trainable: 'trainable skills' } satisfies Record<
  Priority,
  string
>;

/** Words of the screen Ranking and of the explanation. */
export const ranking = {
  title: 'Ranking',
  lead: 'Orders people by what their credentials show for a job. It hides and rejects nobody: you decide.',
  job: 'Job',
  chooseJob: 'Choose a job',
  noJobs: 'There is no job to rank for yet.',
  createJob: 'Create a job',
  noCandidates: 'There are no candidates to rank yet.',
  settings: 'How much requirements weigh',
  weights: { must: 'Must-haves', want: 'Wants', trainable: 'Trainable' },
  ai: 'Use text similarity (AI)',
  aiOn: 'The text model helps to find evidence in other words.',
  aiOff: 'AI is off: people stand in import order, matched by identity and words alone.',
  whatIsSimilarity: 'What is text similarity?',
  reset: 'Reset weights',
  computing: 'Ranking',
  soFar: 'People compared in full',
  soFarNote:
    'The order may still change: the others are compared by letters until the text model has read their words. Only the first hundred are shown so far.',
  stillAsked: 'being asked …',
  stillRead: 'still being read',
  export: 'Export',
  exportAs: { csv: 'Table (CSV)', json: 'Data (JSON)', html: 'Report (HTML)' },
  exportNamed: 'With names',
  exportedNames: 'Names are hidden in exports while blind mode is on.',
  exporting: 'Writing the file …',
  exported: (file: string) => `Exported ${file}.`,
  table: 'Ranking of candidates',
  columns: {
    rank: 'Rank',
    candidate: 'Candidate',
    band: 'Band',
    musts: 'Must-haves',
    evidence: 'Evidence',
    points: 'Points',
    choose: 'Choose',
  },
  musts: (evidenced: number, total: number) => `${evidenced} of ${total}`,
  mustsLong: (evidenced: number, total: number) =>
    `${evidenced} of ${counted(total, 'must-have', 'must-haves')} evidenced`,
  noMusts: 'none asked',
  missing: 'one missing',
  split: { verified: 'verified', reserved: 'reserved', claimed: 'claimed', judged: 'judged', none: 'no evidence' },
  splitLabel: (split: Readonly<Record<'verified' | 'reserved' | 'claimed' | 'judged' | 'none', number>>) =>
    `${split.verified} verified, ${split.reserved} with reservations, ${split.claimed} claimed, ${split.judged} judged by a person, ${split.none} without evidence`,
  keys: 'J and K or the arrow keys move, Enter explains, X chooses for a comparison, Escape closes.',
  inputs: (hash: string) => `Same inputs give the same ranking. Inputs ${hash}`,
  explain: (name: string) => `Explain ${name}`,
  closeExplanation: 'Close explanation',
  why: (rank: number) => (rank === 1 ? 'Why number 1 is number 1' : `Why this is number ${rank}`),
  tied: (count: number) => `Shared with ${counted(count, 'other', 'others')}: ties are ties.`,
  points: (points: string) => `${points} points`,
  ofHundred: (score: string) => `${score} of 100 points`,
  whyCovered: (shown: number, all: number, verified: number) =>
    `Credentials show ${shown} of ${counted(all, 'requirement', 'requirements')}, ${verified} of them verified.`,
  whyFirst: (requirement: string, points: string, credential: string) =>
    `The largest part, ${points} points, comes from “${requirement}”, shown by ${credential}.`,
  whyNothing: 'No credential shows anything that the job asks for.',
  ahead: (points: string, name: string) => `${points} points ahead of ${name}.`,
  level: (name: string) => `As many points as ${name}.`,
  decisive: (requirement: string) => `The widest gap to the next is at “${requirement}”.`,
  counterfactual: 'What would change this',
  counterfactualText: (
    { requirementText, level, maxAgeYears, because, rankThen }: Counterfactual,
    now: string,
    then: string,
  ) =>
    [
      `One verified credential for “${requirementText}”`,
      ...(level === null ? [] : [`at EQF level ${level} or above`]),
      ...(maxAgeYears === null ? [] : [`of the last ${counted(maxAgeYears, 'year', 'years')}`]),
      `would move the points from ${now} to ${then}, which is rank ${rankThen}`,
    ].join(' ') + `: ${gapReasons[because]}.`,
  sensitivity: 'Does the rank hang on the weights?',
  sensitivityPending: 'Counting …',
  sensitivityText: ({ verdict, bestRank, worstRank, fewPlaces, change }: Sensitivity) => {
    const percent = `${Math.round(change * 100)} %`;
    const range =
      bestRank === worstRank ? `The rank stays ${bestRank}` : `The rank stays between ${bestRank} and ${worstRank}`;
    switch (verdict) {
      case 'steady':
        return `No. ${range}, however the weights are moved by up to ${percent}.`;
      case 'may-move':
        return `Only if several change together. ${range}, however the weights are moved by up to ${percent}; no single one moves it by more than ${counted(fewPlaces, 'place', 'places')}.`;
      case 'moves':
        return `Yes. A change of up to ${percent} can move it by more than ${counted(fewPlaces, 'place', 'places')}.`;
    }
  },
  sensitivityWidest: ({ changed, times, rankThen }: WeightChange) =>
    `${times < 1 ? 'Less' : 'More'} weight on ${
      'priority' in changed ? `all ${prioritiesOf[changed.priority]}` : `“${changed.requirementText}”`
    } (${times < 1 ? '−' : '+'}${Math.round(Math.abs(times - 1) * 100)} %) would give rank ${rankThen}.`,
  choosePerson: (name: string) => `Choose ${name}`,
  chosen: 'Chosen people',
  chosenOne: (name: string) =>
    `${name} is chosen. Choose one more person to see why one stands above the other, or several to compare them.`,
  chosenPeople: (names: readonly string[]) => `${names.length} people chosen: ${names.join(', ')}.`,
  chosenCount: (count: number) => (count === 0 ? 'Nobody is chosen.' : `${counted(count, 'person', 'people')} chosen.`),
  chosenFull: 'That is the most that can be compared.',
  chosenMost: (count: number) =>
    `${counted(count, 'person is', 'people are')} chosen, the most that can be compared. Take one out first.`,
  chooseNobody: 'Choose nobody',
  askWhyAnswer: 'Why one stands above the other',
  closeWhy: 'Close the answer',
  whyAboveTitle: (above: string, below: string) => `Why is ${above} above ${below}?`,
  whyEqualTitle: (one: string, other: string) => `Why do ${one} and ${other} share a rank?`,
  whyAbovePoints: (
    names: Names,
    difference: string,
    widest: { readonly requirement: string; readonly points: string; readonly shows: string; readonly lacks: string },
  ) =>
    `${names.above} stands above ${names.below} by ${difference} points, and the largest difference, ${widest.points} points, is at “${widest.requirement}”: ${names.above} ${widest.shows}, ${names.below} ${widest.lacks}.`,
  whyAboveMusts: (names: Names, points: string, more: number, fewer: number, total: number) =>
    `${names.above} and ${names.below} both have ${points} points; ${names.above} stands above because ${more} of ${counted(total, 'must-have is', 'must-haves are')} evidenced, against ${fewer}.`,
  whyEqual: (names: Names, rank: number, points: string) =>
    `${names.above} and ${names.below} share rank ${rank}: both have ${points} points and as many must-haves evidenced. Ties are ties.`,
  whyOff: 'AI is off, so the list stands in the order of import. By points alone:',
  showsBy: (credential: string, tier: string) => `shows it by “${credential}” (${tier.toLowerCase()})`,
  hasByPerson: 'has it by a person’s judgement',
  showsNothing: 'shows nothing for it',
  whyTable: 'Points of both, requirement by requirement',
  difference: 'Difference',
  requirement: 'Requirement',
  total: 'All',
  nobodyHasAll: 'Nobody has every must-have evidenced. The others are only hidden.',
  filterMusts: 'Only people with every must-have evidenced',
  hiddenByFilter: (count: number) => `${count} hidden by filters`,
  showHidden: 'Show',
  refusals: (count: number) => `Wordings that you said are not the same skill (${count})`,
  refusalsTable: 'Wordings that are not the same skill',
  refusalColumns: { asked: 'Asked', held: 'Not the same', where: 'Where', reason: 'Reason', act: 'Change' },
  takeBackText:
    'The wording counts again, for everybody. The log keeps both until the person is erased of whom it was said; name nobody else in your reason.',
  reasonErased: 'Erased with the person of whom it was said',
  takeBackRefusal: (held: string) => `Take back: “${held}” is not the same skill`,
  everyJob: 'Every job',
  thisJob: 'This job',
  otherJob: 'Another job',
  refusedHere: (held: string) => `“${held}” does not count here: it was said not to be the same skill.`,
  notSameEverywhere: 'In every job of this workspace, not in this one only',
  metBy: {
    text: 'Met by its own words.',
    alternative: (words: string) => `Met by the alternative “${words}”.`,
    framework: (uri: string) => `Met by the framework entry ${uri}.`,
    same: (asked: string, held: string) => `A taxonomy knows “${held}” as another name of “${asked}”.`,
    narrower: (asked: string, held: string) => `A taxonomy knows “${held}” as a narrower skill than “${asked}”.`,
    broader: (asked: string, held: string) =>
      `A taxonomy knows “${held}” as a broader skill than “${asked}”: related, and not the same.`,
    close: (asked: string, held: string) =>
      `A taxonomy knows “${held}” as nearly the same as “${asked}”: related, and not the same.`,
    otherName: (words: string) =>
      `Compared by its other name “${words}”, which a taxonomy gives and which counts less than its own words.`,
  },
  alsoBy: (credential: string, quote: string) =>
    `What evidences it is “${quote}” in “${credential}”; the match above brings more points.`,
  alsoClaimedBy: (credential: string, quote: string) => `“${quote}” in “${credential}” claims it.`,
  claimedMust: 'Must-have claimed, not evidenced',
  claimed: 'Claimed by the holder; confirm it to let it count as evidenced.',
  assessment: 'Assessed by',
  requirements: 'Requirement by requirement',
  evidence: 'Evidence',
  noEvidence: 'No credential shows this. Unknown is not no: ask.',
  field: 'Signed field',
  tier: 'Found by',
  factorsTitle: 'How the points come about',
  factor: 'Factor',
  value: 'Value',
  because: 'Because',
  strength: 'Strength',
  sum: (weight: string, points: string) => `times the weight ${weight}: ${points} of 100 points`,
  flagged: 'not stated',
  evidencedMust: 'Must-have evidenced',
  missingMust: 'Must-have not evidenced',
  judge: 'Your judgement',
  meets: 'This meets it',
  notSame: 'Not the same skill',
  withdraw: 'Take back',
  judgeTitle: {
    meets: 'This meets the requirement',
    'not-the-same': 'Not the same skill',
    withdrawn: 'Take back the judgement',
  },
  judgeText: {
    meets:
      'You say that the person meets this requirement. It counts beside the machine’s result and is logged with your reason.',
    'not-the-same':
      'You say that these words are about something else. They no longer count for this requirement, whoever shows them; what was written about one person is judged for that person alone. You can take it back. The rule stays when this person is erased; your reason goes with them, so name nobody else in it.',
    withdrawn: 'The machine’s own result counts again. The log keeps both.',
  },
  judgeConfirm: 'Record judgement',
  openCandidate: 'Open candidate',
  openTrust: 'Open trust panel',
  announce: (count: number) => `${counted(count, 'candidate', 'candidates')} ranked.`,
};
