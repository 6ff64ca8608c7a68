import type { JsonObject } from '../../shared/model/json.ts';
import { CLR_2, CREDENTIALS_V2, OPEN_BADGES_3 } from '../fixtures/signing/contexts.ts';
import { signCredential } from '../fixtures/signing/data-integrity.ts';
import { didKey, ed25519TestKey } from '../fixtures/signing/keys.ts';

const WORK = ['plan', 'analyse', 'repair', 'teach', 'design', 'measure', 'describe', 'operate', 'test', 'maintain'];
const MATTER = [
  'databases',
  'bicycles',
  'gardens',
  'budgets',
  'web pages',
  'wounds',
  'timetables',
  'bridges',
  'surveys',
];
/** Real pools have over a hundred awards per definition; here a definition is awarded about twenty times. */
const DEFINITIONS = WORK.length * MATTER.length;
const ISSUED = '2025-06-01T09:00:00Z';

export interface GeneratedBadge {
  readonly name: string;
  readonly credential: JsonObject;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Signed Open Badges 3.0, ten a person, each by one of five issuers; the same count gives the same badges. */
export async function generateBadges(count: number): Promise<readonly GeneratedBadge[]> {
  const issuers = Array.from({ length: 5 }, (_, index) => {
    const key = ed25519TestKey(`bench issuer ${index}`);
    return { key, ...didKey(key) };
  });
  const badges: GeneratedBadge[] = [];
  for (let index = 0; index < count; index += 1) {
    const issuer = issuers[index % issuers.length];
    if (issuer === undefined) throw new Error('No issuer');
    const unsigned = badge(index, issuer.did);
    const credential = await signCredential(unsigned, issuer, 'eddsa-rdfc-2022', ISSUED);
    const bytes = new Uint8Array(Buffer.from(JSON.stringify(credential, null, 2)));
    badges.push({ name: `badges/${String(index).padStart(5, '0')}.json`, credential, bytes });
  }
  return badges;
}

/** Comprehensive Learner Records, each with `members` badges of its own, by one issuer; all signed. */
export async function generateRecords(count: number, members: number): Promise<readonly GeneratedBadge[]> {
  const badges = await generateBadges(count * members);
  const key = ed25519TestKey('bench registrar');
  const registrar = { key, ...didKey(key) };
  const records: GeneratedBadge[] = [];
  for (let index = 0; index < count; index += 1) {
    const unsigned: JsonObject = {
      '@context': [CREDENTIALS_V2, CLR_2, OPEN_BADGES_3],
      id: `urn:example:bench:record:${index}`,
      type: ['VerifiableCredential', 'ClrCredential'],
      name: 'Comprehensive Learner Record',
      issuer: { id: registrar.did, type: ['Profile'], name: 'Example Registrar' },
      validFrom: ISSUED,
      credentialSubject: {
        id: `did:example:person-${index}`,
        type: ['ClrSubject'],
        verifiableCredential: badges.slice(index * members, (index + 1) * members).map((each) => each.credential),
      },
    };
    const credential = await signCredential(unsigned, registrar, 'eddsa-rdfc-2022', ISSUED);
    const bytes = new Uint8Array(Buffer.from(JSON.stringify(credential, null, 2)));
    records.push({ name: `records/${String(index).padStart(5, '0')}.json`, credential, bytes });
  }
  return records;
}

function badge(index: number, issuer: string): JsonObject {
  const definition = (index * 7) % DEFINITIONS;
  const skill = `${WORK[definition % WORK.length]} ${MATTER[Math.floor(definition / WORK.length)]}`;
  return {
    '@context': [CREDENTIALS_V2, OPEN_BADGES_3],
    id: `urn:example:bench:${index}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: `Badge: ${skill}`,
    issuer: { id: issuer, type: ['Profile'], name: `Example Issuer ${index % 5}` },
    validFrom: ISSUED,
    credentialSubject: {
      id: `did:example:person-${Math.floor(index / 10)}`,
      type: ['AchievementSubject'],
      achievement: {
        id: `urn:example:achievement:${definition}`,
        type: ['Achievement'],
        achievementType: 'Badge',
        name: skill,
        description: `Shows that the holder can ${skill} without help, in a task of the issuer’s own.`,
        criteria: { narrative: `The holder had to ${skill} in two hours, watched by one assessor.` },
        tag: [skill, MATTER[Math.floor(definition / WORK.length)] ?? ''],
      },
    },
  };
}
