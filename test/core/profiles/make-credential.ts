import {
  CHECK_AXES,
  type Check,
  type Checks,
  type IssuerRecognition,
  type Verdict,
} from '../../../shared/model/check.ts';
import type { Achievement, Alignment, Credential } from '../../../shared/model/credential.ts';
import { credentialKey, type DocumentHash } from '../../../shared/model/ids.ts';
import type { SkillStatement, StatementSource } from '../../../shared/model/skill.ts';
import type { Similarity } from '../../../main/core/matching/similarity.ts';
import { createPlacer } from '../../../main/core/profiles/nearness.ts';
import { normaliseSkillText } from '../../../main/core/skills/normalise.ts';

/** The few things that a profile test says of a credential; the rest is a plain signed and verified badge. */
export interface CredentialSketch {
  readonly key: string;
  readonly name?: string;
  readonly type?: string;
  readonly field?: string;
  readonly credits?: number;
  readonly tags?: readonly string[];
  readonly alignments?: readonly Partial<Alignment>[];
  readonly verdict?: Verdict;
  readonly recognition?: IssuerRecognition;
  readonly achievement?: Partial<Achievement>;
  readonly rest?: Partial<Credential>;
}

export function makeCredential(sketch: CredentialSketch): Credential {
  const document = sketch.key.padEnd(64, '0') as DocumentHash;
  const quoted = (text: string | undefined, pointer: string) => (text === undefined ? null : { text, pointer });
  const at = '/credentialSubject/achievement';
  return {
    key: credentialKey(document, ''),
    document,
    pointer: '',
    fileName: `${sketch.key}.json`,
    standard: 'open-badges-3.0',
    container: 'json',
    content: 'signed',
    credentialId: `urn:example:${sketch.key}`,
    types: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: null,
    issuer: { id: 'did:example:college', name: 'Fictional College' },
    subject: { id: null, name: null, identifiers: [] },
    validFrom: '2024-01-01T00:00:00Z',
    validUntil: null,
    awardedDate: null,
    achievement: {
      id: `urn:example:achievement:${sketch.name ?? sketch.key}`,
      name: quoted(sketch.name ?? sketch.key, `${at}/name`),
      description: null,
      criteria: null,
      achievementType: quoted(sketch.type, `${at}/achievementType`),
      fieldOfStudy: quoted(sketch.field, `${at}/fieldOfStudy`),
      specialization: null,
      tags: (sketch.tags ?? []).map((text, index) => ({ text, pointer: `${at}/tag/${index}` })),
      creditsAvailable: sketch.credits ?? null,
      inLanguage: null,
      alignments: (sketch.alignments ?? []).map((alignment, index) => ({
        pointer: `${at}/alignment/${index}`,
        targetName: null,
        targetUrl: null,
        targetCode: null,
        targetFramework: null,
        targetType: null,
        targetDescription: null,
        ...alignment,
      })),
      resultDescriptions: [],
      ...sketch.achievement,
    },
    results: [],
    creditsEarned: null,
    licenseNumber: null,
    role: null,
    narrative: null,
    source: null,
    evidenceCount: 0,
    associations: [],
    parent: null,
    report: {
      verdict: sketch.verdict ?? 'verified',
      checks: allChecks(),
      recognition: sketch.recognition ?? 'recognised',
      at: '2026-11-22T00:00:00Z',
      holdsUntil: null,
      trustSnapshot: '0'.repeat(64),
      proofs: [],
      unsignedPaths: [],
    },
    ...sketch.rest,
  };
}

function allChecks(): Checks {
  const pass: Check = { state: 'pass', code: 'pass', message: 'As it should be.' };
  return Object.fromEntries(CHECK_AXES.map((axis) => [axis, pass])) as unknown as Checks;
}

/** Name, tags, alignments and field of study as statements, as the reader of skills gives them. */
export function statementsOf(credential: Credential): readonly SkillStatement[] {
  const { achievement } = credential;
  if (achievement === null) return [];
  const statement = (quote: string, pointer: string, source: StatementSource): SkillStatement => ({
    credential: credential.key,
    pointer,
    quote,
    text: normaliseSkillText(quote),
    source,
    frameworkIds: [],
    level: null,
    noEvidence: null,
  });
  return [
    ...(achievement.name === null
      ? []
      : [statement(achievement.name.text, achievement.name.pointer, 'achievement-name')]),
    ...(achievement.fieldOfStudy === null
      ? []
      : [statement(achievement.fieldOfStudy.text, achievement.fieldOfStudy.pointer, 'field-of-study')]),
    ...achievement.tags.map((tag) => statement(tag.text, tag.pointer, 'tag')),
    ...achievement.alignments.flatMap(({ targetName, pointer }) =>
      targetName === null ? [] : [statement(targetName, `${pointer}/targetName`, 'alignment')],
    ),
  ];
}

/** Similarity by shared words alone (Dice), as it is without a model. */
export const wordSimilarity: Similarity = {
  compare(a, b) {
    const [first, second] = [new Set(a.split(' ')), new Set(b.split(' '))];
    const shared = [...first].filter((word) => second.has(word)).length;
    const lexical = (2 * shared) / (first.size + second.size);
    return { cosine: null, lexical, hybrid: lexical };
  },
};

export const wordPlacer = createPlacer(wordSimilarity);
