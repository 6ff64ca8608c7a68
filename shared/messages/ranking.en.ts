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
  similarity: 'Text similarity',
  none: 'No evidence',
} satisfies Record<MatchTier, string>;

export const factors = {
  verification: 'Verification',
  level: 'Level',
  recency: 'Recency',
  'text-similarity': 'Text similarity',
  'word-similarity': 'Word similarity',
  'calibrated-match': 'Calibrated match',
} satisfies Record<Factor['name'], string>;

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
  export: 'Export',
  exportAs: { csv: 'Table (CSV)', json: 'Data (JSON)', html: 'Report (HTML)' },
  exportNamed: 'With names',
  exportedNames: 'Names are hidden in exports while blind mode is on.',
  exported: (file: string) => `Exported ${file}.`,
  table: 'Ranking of candidates',
  columns: {
    rank: 'Rank',
    candidate: 'Candidate',
    band: 'Band',
    musts: 'Must-haves',
    evidence: 'Evidence',
    points: 'Points',
  },
  musts: (evidenced: number, total: number) => `${evidenced} of ${total}`,
  mustsLong: (evidenced: number, total: number) =>
    `${evidenced} of ${counted(total, 'must-have', 'must-haves')} evidenced`,
  noMusts: 'none asked',
  missing: 'one missing',
  split: { verified: 'verified', reserved: 'reserved', claimed: 'claimed', judged: 'judged', none: 'no evidence' },
  splitLabel: (split: Readonly<Record<'verified' | 'reserved' | 'claimed' | 'judged' | 'none', number>>) =>
    `${split.verified} verified, ${split.reserved} with reservations, ${split.claimed} claimed, ${split.judged} judged by a person, ${split.none} without evidence`,
  keys: 'J and K or the arrow keys move, Enter explains, Escape closes.',
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
  counterfactualText: (requirement: string, now: string, then: string, rank: number) =>
    `One verified credential for “${requirement}” would move the points from ${now} to ${then}, which is rank ${rank}.`,
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
      'You say that this evidence is about something else. It no longer counts, and the log keeps your reason.',
    withdrawn: 'The machine’s own result counts again. The log keeps both.',
  },
  judgeConfirm: 'Record judgement',
  openCandidate: 'Open candidate',
  openTrust: 'Open trust panel',
  announce: (count: number) => `${counted(count, 'candidate', 'candidates')} ranked.`,
};
