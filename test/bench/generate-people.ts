import type { Credential } from '../../shared/model/credential.ts';
import { credentialKey, type CandidateId, type DocumentHash } from '../../shared/model/ids.ts';
import type { SkillStatement } from '../../shared/model/skill.ts';
import type { RankingCandidate } from '../../main/core/matching/rank-candidates.ts';
import { credential as sampleCredential } from '../core/matching/sample-evidence.ts';

/** People, skills and vectors that follow from numbers: the same on every run, and no person's. */

const VERBS = (
  'use plan manage teach operate repair design test write review install configure monitor analyse build check clean ' +
  'assemble document calibrate measure negotiate present schedule supervise coordinate translate edit audit forecast ' +
  'budget sell purchase pack transport inspect weld paint cut sew cook serve nurse counsel assess diagnose prescribe ' +
  'treat record archive catalogue research publish model simulate deploy secure encrypt'
).split(' ');
const THINGS = (
  'spreadsheets databases networks pipes engines wounds lessons invoices contracts warehouses circuits bridges menus ' +
  'garments timber concrete soil crops livestock vaccines samples sensors robots servers websites campaigns budgets ' +
  'audits payrolls portfolios policies standards drawings maps surveys archives exhibitions interviews workshops ' +
  'shipments orders tools machines boilers pumps valves turbines panels batteries vehicles aircraft vessels trains ' +
  'signals cables antennas images sounds texts reports statistics'
).split(' ');
const CONTEXTS = (
  'at home|in hospitals|in schools|for small firms|under supervision|by the standard|in teams|for export|on site|' +
  'with children|outdoors|in laboratories|for laypeople|at scale|by hand'
).split('|');

/** As many distinct statements as are asked for, up to 56,000. */
export function vocabulary(size: number): readonly string[] {
  const texts: string[] = [];
  for (const context of CONTEXTS) {
    for (const verb of VERBS) for (const thing of THINGS) texts.push(`${verb} ${thing} ${context}`);
  }
  if (texts.length < size) throw new Error(`the words make ${texts.length} statements only`);
  // Neighbours in the list are alike; every statement of a shorter list stands far from the next.
  return Array.from({ length: size }, (_, index) => texts[(index * 7919) % texts.length] ?? '');
}

/** The same numbers between 0 and 1 for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const WIDTH = 384;
/** Free directions and common part that give pairs the cosines of our encoder, a little more alike than they are. */
const DIRECTIONS = 44;
const COMMON = 0.09;

/** A made-up vector of length 1; pairs have the spread of cosines that pairs of skills have (see the bench's output). */
export function makeVectors(): (seed: number) => Float32Array {
  const gauss = (next: () => number) => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const basis = Array.from({ length: DIRECTIONS + 1 }, (_, row) => {
    const next = random(1_000_000_000 + row);
    const values = Float64Array.from({ length: WIDTH }, () => gauss(next));
    const length = Math.hypot(...values);
    return values.map((value) => value / length);
  });
  return (seed) => {
    const next = random(seed);
    const parts = basis.map((_, row) =>
      row === 0 ? Math.sqrt(COMMON) : gauss(next) * Math.sqrt((1 - COMMON) / DIRECTIONS),
    );
    const sum = new Float64Array(WIDTH);
    for (const [row, part] of parts.entries()) {
      for (let index = 0; index < WIDTH; index += 1) sum[index] = (sum[index] ?? 0) + part * (basis[row]?.[index] ?? 0);
    }
    const length = Math.hypot(...sum);
    return Float32Array.from(sum, (value) => value / length);
  };
}

const SKILLS = 20;
const CREDENTIALS = 4;
const DAY = 24 * 60 * 60 * 1000;

/** How credentials come out of a check, with how often. */
const STANDINGS = [
  [0.6, sampleCredential({})],
  [0.75, sampleCredential({ verdict: 'verified-with-reservations', recognition: 'unknown' })],
  [0.9, sampleCredential({ verdict: 'cannot-verify-offline', recognition: 'unknown' })],
  [0.98, sampleCredential({ recognition: 'self-asserted' })],
  [1, sampleCredential({ verdict: 'not-valid' })],
] as const;

/** A person with twenty statements in four credentials; few statements are common and most are rare. */
export function makePerson(number: number, texts: readonly string[]): RankingCandidate {
  const next = random(number);
  const credentials: Credential[] = [];
  const statements: SkillStatement[] = [];
  for (let index = 0; index < CREDENTIALS; index += 1) {
    const document = `${number.toString(16).padStart(62, '0')}${index.toString(16).padStart(2, '0')}` as DocumentHash;
    const key = credentialKey(document, '');
    const draw = next();
    const like = (STANDINGS.find(([below]) => draw < below) ?? STANDINGS[0])[1];
    const awardedDate = new Date(Date.UTC(2016, 0, 1) + Math.floor(next() * 3650) * DAY).toISOString();
    const level = next() < 0.3 ? 3 + Math.floor(next() * 5) : null;
    credentials.push({ ...like, key, document, awardedDate });
    for (let skill = 0; skill < SKILLS / CREDENTIALS; skill += 1) {
      // The 50th most common statement is half as common as the first.
      const text = texts[Math.floor(50 * ((texts.length / 50 + 1) ** next() - 1))] ?? '';
      statements.push({
        credential: key,
        pointer: `/credentialSubject/achievement/tag/${skill}`,
        quote: text,
        text,
        source: skill === 0 ? 'achievement-name' : skill === 1 ? 'alignment' : 'tag',
        frameworkIds: [],
        level,
        noEvidence: like.report.verdict === 'not-valid' ? 'not-valid' : null,
      });
    }
  }
  // One piece of memory, as ids that come out of the store.
  const id = Buffer.from(`person-${number.toString(36).padStart(6, '0')}`).toString('latin1');
  return { candidate: id as CandidateId, credentials, statements };
}
