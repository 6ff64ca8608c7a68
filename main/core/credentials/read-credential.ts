import type { VerificationReport } from '../../../shared/model/check.ts';
import type { Association, Credential, Standard } from '../../../shared/model/credential.ts';
import { credentialKey, type CredentialKey, type DocumentHash, type Instant } from '../../../shared/model/ids.ts';
import type { JsonObject } from '../../../shared/model/json.ts';
import type { FoundCredential } from './found-credential.ts';
import { at, instant, list, member, number, object, stated, text, texts, type Located } from './located.ts';
import { readAchievement, readResultAlignments, readResults } from './read-achievement.ts';
import { signedOrder, type SignedOrder } from './signed-order.ts';
import { readOpenBadge2 } from './read-open-badge-2.ts';
import { readIdentifiers, readName } from './read-subject.ts';

/** What is needed to read one credential after it was verified. */
export interface CredentialReading {
  readonly found: FoundCredential;
  readonly document: DocumentHash;
  readonly fileName: string;
  /** What verification allows to be read; see {@link Credential}. */
  readonly content: Credential['content'];
  /** The signed view, with the paths of `found.json`; for `claimed` content the decoded JSON itself. */
  readonly view: JsonObject;
  readonly report: VerificationReport;
  readonly parent: CredentialKey | null;
}

/** The part of a credential that is read from its words; the rest is identity. */
export type CredentialContent = Omit<
  Credential,
  'key' | 'document' | 'pointer' | 'fileName' | 'standard' | 'container' | 'content' | 'parent' | 'report'
>;

/**
 * Reads a verified credential into the model. Values of the wrong type are left out, never guessed and never thrown:
 * a property may be a string or an object, one value or many, a number or its text, plain or a language map.
 * Pointers point into the decoded credential, at the words themselves.
 */
export function readCredential(reading: CredentialReading): Credential {
  const { found, document, fileName, content, view, report, parent } = reading;
  return {
    key: credentialKey(document, found.pointer),
    document,
    pointer: found.pointer,
    fileName,
    standard: found.standard,
    container: found.container,
    content,
    parent,
    report,
    ...(content === 'withheld' ? identityOnly(view) : readContent(found.standard, at(view), signedOrder(found))),
  };
}

function readContent(standard: Standard, credential: Located, order: SignedOrder): CredentialContent {
  return standard === 'open-badges-2.0'
    ? readOpenBadge2(credential)
    : readVerifiableCredential(standard, credential, order);
}

/** Integrity failed: any word may be the forger's. Only ids are kept, by which a person can tell which file it is. */
function identityOnly(view: JsonObject): CredentialContent {
  const credential = at(view);
  return {
    ...EMPTY,
    credentialId: stated(member(credential, 'id')),
    types: readTypes(credential),
    issuer: { id: readIssuer(member(credential, 'issuer')).id, name: null },
  };
}

const EMPTY: CredentialContent = {
  credentialId: null,
  types: [],
  name: null,
  issuer: { id: null, name: null },
  subject: { id: null, name: null, identifiers: [] },
  validFrom: null,
  validUntil: null,
  awardedDate: null,
  achievement: null,
  results: [],
  creditsEarned: null,
  licenseNumber: null,
  role: null,
  narrative: null,
  source: null,
  evidenceCount: 0,
  associations: [],
};

function readVerifiableCredential(standard: Standard, credential: Located, order: SignedOrder): CredentialContent {
  const subject = mainSubject(credential);
  const source = member(subject, 'source');
  // A CLR's subject lists definitions of achievements; nobody is said to have achieved them. Its members say that.
  const achievement = standard === 'clr-2.0' ? null : readAchievement(subject, order);
  return {
    credentialId: stated(member(credential, 'id')),
    types: readTypes(credential),
    name: text(member(credential, 'name')),
    issuer: readIssuer(member(credential, 'issuer')),
    subject: {
      id: stated(member(subject, 'id')),
      name: text(member(subject, 'name'))?.text ?? readName(member(subject, 'identifier')),
      identifiers: readIdentifiers(member(subject, 'identifier')),
    },
    validFrom: firstInstant(credential, ['validFrom', 'issuanceDate', 'issued']),
    validUntil: firstInstant(credential, ['validUntil', 'expirationDate']),
    awardedDate: firstInstant(credential, ['awardedDate']),
    achievement: achievement && {
      ...achievement,
      alignments: [...achievement.alignments, ...readResultAlignments(subject)],
    },
    results: readResults(subject),
    creditsEarned: number(member(subject, 'creditsEarned')),
    licenseNumber: text(member(subject, 'licenseNumber')),
    role: text(member(subject, 'role')),
    narrative: text(member(subject, 'narrative')),
    source: text(member(object(source), 'name'))?.text ?? stated(member(object(source), 'id')) ?? stated(source),
    evidenceCount: list(member(credential, 'evidence')).length,
    associations: readAssociations(subject),
  };
}

/** Several subjects are allowed; the achievement's holder is the one that matters here. */
function mainSubject(credential: Located): Located | null {
  const subjects = list(member(credential, 'credentialSubject')).map(object);
  return subjects.find((subject) => member(subject, 'achievement') !== null) ?? subjects[0] ?? null;
}

export function readTypes(credential: Located): readonly string[] {
  const types = texts(member(credential, 'type') ?? member(credential, '@type'));
  return types.map((type) => type.text);
}

export function readIssuer(issuer: Located | null): Credential['issuer'] {
  const profile = object(list(issuer)[0] ?? null);
  if (!profile) return { id: stated(issuer), name: null };
  return { id: stated(member(profile, 'id')), name: text(member(profile, 'name'))?.text ?? null };
}

export function firstInstant(json: Located | null, properties: readonly string[]): Instant | null {
  for (const property of properties) {
    const value = instant(member(json, property));
    if (value !== null) return value;
  }
  return null;
}

function readAssociations(subject: Located | null): readonly Association[] {
  return list(member(subject, 'association')).flatMap((entry) => {
    const association = object(entry);
    const type = stated(member(association, 'associationType'));
    const sourceId = stated(member(association, 'sourceId'));
    const targetId = stated(member(association, 'targetId'));
    return type !== null && sourceId !== null && targetId !== null ? [{ type, sourceId, targetId }] : [];
  });
}
