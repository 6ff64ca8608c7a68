import { blindText, HIDDEN, type Identity } from '../core/shortlists/blind-text.ts';
import type { Candidate, Credential } from '../../shared/model/credential.ts';
import type { CandidateId } from '../../shared/model/ids.ts';
import type { Json } from '../../shared/model/json.ts';
import type { RankedCandidate, Ranking } from '../../shared/model/match.ts';
import type { ProfilePart, TProfile } from '../../shared/model/profile.ts';
import type { EngineContext } from './engine-context.ts';

/** What one answer may show of people: everything, or nothing by which one could be known. */
export interface BlindView {
  candidate(candidate: Candidate): Candidate;
  credential(credential: Credential, of: CandidateId): Credential;
  /** A credential's decoded JSON as text. */
  json(text: string, of: CandidateId): string;
  profile(profile: TProfile): TProfile;
  ranking(ranking: Ranking): Ranking;
}

/**
 * Blind mode is kept here and not on a screen: what is hidden never leaves the engine. A person who was revealed (a
 * logged act) is shown from then on; for all others names, addresses and subject ids are blanked, and words of theirs
 * in any text are replaced.
 */
export function createBlindView(context: EngineContext): BlindView {
  const { workspace } = context;
  const blind = workspace.settings.read().blind;
  const isHidden = (id: CandidateId) => blind && !workspace.log.hasEntry('candidate.revealed', id);
  const identities = new Map<CandidateId, Identity>();
  const identityOf = (id: CandidateId): Identity => {
    const identity = identities.get(id) ?? readIdentity(context, id);
    identities.set(id, identity);
    return identity;
  };
  const rewriterOf = (id: CandidateId) => (text: string) => blindText(text, identityOf(id));

  return {
    candidate: (candidate) =>
      isHidden(candidate.id) ? { ...candidate, ref: null, name: null, email: null } : candidate,
    credential: (credential, of) => (isHidden(of) ? blindCredential(credential, identityOf(of)) : credential),
    json: (text, of) => (isHidden(of) ? blindText(hideSubjectFields(text), identityOf(of)) : text),
    profile: (profile) =>
      isHidden(profile.candidate) ? blindProfile(profile, rewriterOf(profile.candidate)) : profile,
    ranking: (ranking) => ({
      ...ranking,
      candidates: ranking.candidates.map((ranked) =>
        isHidden(ranked.candidate) ? blindRanked(ranked, rewriterOf(ranked.candidate)) : ranked,
      ),
    }),
  };
}

type Rewrite = (text: string) => string;

function readIdentity({ workspace }: EngineContext, id: CandidateId): Identity {
  const candidate = workspace.candidates.get(id);
  const credentials = workspace.credentials.ofCandidate(id).map((stored) => stored.credential);
  return {
    names: present([candidate?.name, ...credentials.map((credential) => credential.subject.name)]),
    identifiers: present([
      candidate?.email,
      candidate?.ref,
      ...credentials.map((credential) => credential.subject.id),
      ...credentials.flatMap(({ subject }) => subject.identifiers.map((identifier) => identifier.identityHash)),
      ...workspace.candidates.subjectIds(id),
    ]),
  };
}

function present(texts: readonly (string | null | undefined)[]): readonly string[] {
  return [
    ...new Set(texts.filter((text): text is string => text !== null && text !== undefined && text.trim() !== '')),
  ];
}

function blindCredential(credential: Credential, identity: Identity): Credential {
  const rewrite = (text: string) => blindText(text, identity);
  const words = rewriteStrings(
    {
      name: credential.name,
      achievement: credential.achievement,
      results: credential.results,
      narrative: credential.narrative,
      role: credential.role,
    },
    rewrite,
  );
  return {
    ...credential,
    ...words,
    report: rewriteStrings(credential.report, (text) => blindText(text, wholeNamesOnly(identity))),
    fileName: HIDDEN,
    licenseNumber: credential.licenseNumber === null ? null : { ...credential.licenseNumber, text: HIDDEN },
    source: credential.source === null ? null : rewrite(credential.source),
    credentialId: credential.credentialId === null ? null : rewrite(credential.credentialId),
    subject: { id: null, name: null, identifiers: [] },
  };
}

/** A report speaks of issuers, packs and keys: a word of theirs that is also a surname is no secret there. */
function wholeNamesOnly({ names, identifiers }: Identity): Identity {
  return { names: [], identifiers: [...identifiers, ...names] };
}

/** Rewrites every text in a value of ours, whatever its shape. */
function rewriteStrings<Value>(value: Value, rewrite: Rewrite): Value {
  const rewritten: unknown =
    typeof value === 'string'
      ? rewrite(value)
      : Array.isArray(value)
        ? value.map((item: unknown) => rewriteStrings(item, rewrite))
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(Object.entries(value).map(([key, member]) => [key, rewriteStrings(member, rewrite)]))
          : value;
  // Texts become texts and everything else keeps its shape.
  return rewritten as Value;
}

function blindProfile(profile: TProfile, rewrite: Rewrite): TProfile {
  const parts = (all: readonly ProfilePart[]) =>
    all.map((part) => ({ ...part, credentialName: rewrite(part.credentialName), quote: rewrite(part.quote) }));
  return {
    ...profile,
    fields: profile.fields.map((field) => ({ ...field, parts: parts(field.parts) })),
    transversal: profile.transversal.map((group) => ({ ...group, parts: parts(group.parts) })),
    notPlaced: profile.notPlaced.map((skill) => ({
      ...skill,
      credentialName: rewrite(skill.credentialName),
      quote: rewrite(skill.quote),
    })),
  };
}

function blindRanked(ranked: RankedCandidate, rewrite: Rewrite): RankedCandidate {
  return {
    ...ranked,
    requirements: ranked.requirements.map((match) => ({
      ...match,
      factors: match.factors.map((factor) => ({ ...factor, reason: rewrite(factor.reason) })),
      evidence:
        match.evidence === null
          ? null
          : {
              ...match.evidence,
              credentialId: match.evidence.credential,
              credentialName: rewrite(match.evidence.credentialName),
              quote: rewrite(match.evidence.quote),
            },
    })),
  };
}

/** Fields of a subject that tell who it is (OB 3.0 Profile and IdentityObject, VCDM `holder`), wherever they stand. */
const PERSONAL_FIELDS: ReadonlySet<string> = new Set([
  'givenName',
  'familyName',
  'additionalName',
  'familyNamePrefix',
  'honorificPrefix',
  'honorificSuffix',
  'patronymicName',
  'dateOfBirth',
  'birthDate',
  'email',
  'phone',
  'telephone',
  'address',
  'image',
  'photo',
  'identityHash',
  'salt',
  'gender',
  'nationality',
  'licenseNumber',
  'studentId',
  'identifier',
  'sourcedId',
  'recipient',
  'holder',
]);

function hideSubjectFields(text: string): string {
  const parsed: unknown = JSON.parse(text);
  return JSON.stringify(hideWithin(parsed as Json, null), null, 2);
}

function hideWithin(value: Json, key: string | null): Json {
  if (Array.isArray(value)) return value.map((item: Json) => hideWithin(item, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      // An issuer's own name, address and logo are no secret of the person.
      if (key === 'issuer' || key === 'creator') return [name, member];
      const isSubjectIdentity = key === 'credentialSubject' && (name === 'id' || name === 'name');
      return [name, isSubjectIdentity || PERSONAL_FIELDS.has(name) ? HIDDEN : hideWithin(member, name)];
    }),
  );
}
