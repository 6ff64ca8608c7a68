import type { Priority, RequirementKind } from '../model/job.ts';
import type { ModelState } from '../model/match.ts';
import { counted } from './plural.ts';

/** Words of the exported report. */
export const report = {
  kicker: 'Tessera shortlist',
  blind: 'Blind: names, addresses and other identifying words are hidden',
  named: 'With names',
  facts: {
    job: 'Job',
    version: 'Version of the job',
    judgedAt: 'Credentials judged as of',
    people: 'Candidates',
    identity: 'Identity',
    model: 'Text model',
    modelHash: 'Its SHA-256',
    weights: 'Weights',
    inputs: 'Inputs (SHA-256)',
  },
  weights: (must: number, want: number, trainable: number) => `must ${must}, want ${want}, trainable ${trainable}`,
  methodTitle: 'How to read this',
  method: [
    'Each requirement takes the best evidence that a person’s credentials give, quoted with the field in which it stands. Points are weight × strength; strength is the calibrated match times the factors listed beside it.',
    'A must-have counts as evidenced only by the same framework entry or the same words in a credential whose proof covers them, or by a person’s judgement, never by text similarity alone.',
    'A credential that is not valid gives no points. One from an unknown issuer, or one that can’t be verified offline, gives fewer, and says so.',
    'A T-profile says what is evidenced. It ranks nobody and stays out of the score.',
  ],
  limitsTitle: 'What this cannot say',
  limits: [
    'Text similarity says how alike two wordings are. It says nothing of how well a person can do the work.',
    'What no credential shows is unknown, which is not the same as missing. Ask.',
    'Verification rests on the trust data of the date above. A credential revoked later is not seen here.',
    'Nobody is rejected here and nobody is left out. A decision is a named person’s, with a reason.',
  ],
  requirementsTitle: 'What the job asks for',
  requirement: 'Requirement',
  kind: 'Kind',
  priority: 'Priority',
  weight: 'Weight',
  orAny: 'or',
  kinds: {
    skill: 'skill',
    competency: 'competency',
    characteristic: 'characteristic (for the interview, not matched)',
    credential: 'credential',
    licence: 'licence',
    language: 'language',
  } satisfies Record<RequirementKind, string>,
  priorities: { must: 'must', want: 'want', trainable: 'trainable after hire' } satisfies Record<Priority, string>,
  overviewTitle: 'Ranking',
  overview: {
    rank: 'Rank',
    candidate: 'Candidate',
    band: 'Band',
    musts: 'Must-haves',
    points: 'Points',
    shape: 'T-profile',
  },
  noPeople: 'There are no candidates.',
  personTitle: (rank: number, label: string) => `${rank}. ${label}`,
  contact: 'Contact',
  why: 'Requirement by requirement',
  evidence: 'Evidence',
  foundBy: 'Found by',
  points: 'Points',
  factor: (name: string, value: number, reason: string) => `${name} ${value.toFixed(2)}: ${reason}`,
  mustMissing: 'must-have not evidenced',
  mustClaimed: 'must-have claimed, not evidenced',
  mustMet: 'must-have evidenced',
  profileTitle: 'T-profile',
  profileTable: 'The same as a table',
  noProfile: 'No T-profile could be made.',
  credentialsTitle: (count: number) => `${counted(count, 'credential', 'credentials')}`,
  refusedTitle: 'Files that gave nothing',
  refusedNone: 'Every file was read.',
  file: 'File',
  reason: 'Why',
  footer: 'Made offline by Tessera. Nothing in this page is loaded from elsewhere.',
};

/** One line on the encoder, or on why there is none. */
export function modelLine(model: ModelState): string {
  if (model.state === 'ready') return model.calibrated ? model.id : `${model.id} (not calibrated: bands of rank only)`;
  return MODEL_ABSENT[model.code];
}

const MODEL_ABSENT: Readonly<Record<Extract<ModelState, { state: 'absent' }>['code'], string>> = {
  'model-missing': 'none found: matched by identity and words alone',
  'model-hash-mismatch': 'refused, its hash is wrong: matched by identity and words alone',
  'model-failed': 'failed: matched by identity and words alone',
  'switched-off': 'switched off: matched by identity and words alone',
};
