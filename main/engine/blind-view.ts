import { HIDDEN, type Identity } from '../core/shortlists/blind-text.ts';
import {
  hideInProfile,
  hideInProfileSteps,
  hideInRanked,
  hidingOf,
  identityOf,
  type Hiding,
} from '../core/shortlists/hide-person.ts';
import type { Candidate, Credential } from '../../shared/model/credential.ts';
import type { CandidateId } from '../../shared/model/ids.ts';
import type { Json } from '../../shared/model/json.ts';
import type { Ranking } from '../../shared/model/match.ts';
import type { ProfileStep } from '../../shared/model/profile-change.ts';
import type { TProfile } from '../../shared/model/profile.ts';
import type { MovedVerdict, SeenIssuer } from '../../shared/model/trust.ts';
import type { EngineContext } from './engine-context.ts';

/** What one answer may show of people: everything, or nothing by which one could be known. */
export interface BlindView {
  candidate(candidate: Candidate): Candidate;
  credential(credential: Credential, of: CandidateId): Credential;
  /** A credential's decoded JSON as text. */
  json(text: string, of: CandidateId): string;
  profile(profile: TProfile): TProfile;
  profileSteps(steps: readonly ProfileStep[], of: CandidateId): readonly ProfileStep[];
  /** Words of a person's own records. */
  words(text: string, of: CandidateId): string;
  ranking(ranking: Ranking): Ranking;
  /** An issuer who is a person among the candidates loses the name; the id, by which one pins, stays. */
  issuer(seen: SeenIssuer): SeenIssuer;
  /** A verdict that moved, with the person's name or pseudonym. */
  movedVerdict(moved: Moved): MovedVerdict;
  /** Sentences of checks, which can name a subject. */
  reasons(because: MovedVerdict['because'], of: CandidateId): MovedVerdict['because'];
}

/** A verdict that moved, before it is put into an answer. */
export interface Moved extends Pick<MovedVerdict, 'candidate' | 'from' | 'to' | 'because'> {
  readonly credential: Credential;
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
  const hidings = new Map<CandidateId, Hiding>();
  const hiding = (id: CandidateId): Hiding => {
    const known = hidings.get(id) ?? hidingOf(identityOfCandidate(context, id));
    hidings.set(id, known);
    return known;
  };

  const personOf = (id: CandidateId): string => {
    const candidate = workspace.candidates.get(id);
    return (isHidden(id) ? null : candidate?.name) ?? candidate?.pseudonym ?? '';
  };
  const reasons: BlindView['reasons'] = (because, of) =>
    isHidden(of) ? because.map((reason) => ({ ...reason, message: hiding(of).trust(reason.message) })) : because;

  return {
    candidate: (candidate) =>
      isHidden(candidate.id) ? { ...candidate, ref: null, name: null, email: null } : candidate,
    credential: (credential, of) => (isHidden(of) ? blindCredential(credential, hiding(of)) : credential),
    json: (text, of) => (isHidden(of) ? hiding(of).words(hideSubjectFields(text)) : text),
    profile: (profile) => (isHidden(profile.candidate) ? hideInProfile(profile, hiding(profile.candidate)) : profile),
    profileSteps: (steps, of) => (isHidden(of) ? hideInProfileSteps(steps, hiding(of)) : steps),
    words: (text, of) => (isHidden(of) ? hiding(of).words(text) : text),
    ranking: (ranking) => ({
      ...ranking,
      candidates: ranking.candidates.map((ranked) =>
        isHidden(ranked.candidate) ? hideInRanked(ranked, hiding(ranked.candidate)) : ranked,
      ),
    }),
    issuer: (seen) => (blind && seen.recognition === 'self-asserted' ? { ...seen, claimedName: HIDDEN } : seen),
    movedVerdict({ credential, candidate, from, to, because }) {
      const achievement = (credential.achievement?.name ?? credential.name)?.text ?? null;
      return {
        credential: credential.key,
        candidate,
        person: personOf(candidate),
        achievement: achievement !== null && isHidden(candidate) ? hiding(candidate).words(achievement) : achievement,
        from,
        to,
        because: reasons(because, candidate),
      };
    },
    reasons,
  };
}

/** By what a person of the workspace could be known, earlier credentials and subject ids included. */
export function identityOfCandidate({ workspace }: EngineContext, id: CandidateId): Identity {
  const credentials = workspace.credentials.ofCandidate(id).map((stored) => stored.credential);
  return identityOf(workspace.candidates.get(id), credentials, workspace.candidates.subjectIds(id));
}

function blindCredential(credential: Credential, { words, trust }: Hiding): Credential {
  const rewritten = rewriteStrings(
    {
      name: credential.name,
      achievement: credential.achievement,
      results: credential.results,
      narrative: credential.narrative,
      role: credential.role,
    },
    words,
  );
  return {
    ...credential,
    ...rewritten,
    report: rewriteStrings(credential.report, trust),
    issuer: rewriteStrings(credential.issuer, trust),
    fileName: HIDDEN,
    licenseNumber: credential.licenseNumber === null ? null : { ...credential.licenseNumber, text: HIDDEN },
    source: credential.source === null ? null : trust(credential.source),
    credentialId: credential.credentialId === null ? null : words(credential.credentialId),
    subject: { id: null, name: null, identifiers: [] },
  };
}

/** Rewrites every text in a value of ours, whatever its shape. */
function rewriteStrings<Value>(value: Value, rewrite: (text: string) => string): Value {
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
  // Claims of tokens (OpenID Connect Core section 5.1, identity documents as SD-JWT VC).
  'sub',
  'cnf',
  'given_name',
  'family_name',
  'middle_name',
  'birth_given_name',
  'birth_family_name',
  'nickname',
  'preferred_username',
  'birthdate',
  'date_of_birth',
  'place_of_birth',
  'birth_place',
  'age_birth_year',
  'age_in_years',
  'age_equal_or_over',
  'nationalities',
  'sex',
  'phone_number',
  'mobile_phone_number',
  'email_address',
  'picture',
  'portrait',
  'profile',
  'website',
  'personal_administrative_number',
  'document_number',
  'resident_address',
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
