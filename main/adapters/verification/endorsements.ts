import type { Securing } from '../../core/credentials/found-credential.ts';
import type { CredentialFacts } from '../../core/verification/facts.ts';
import { isList, isObject, objectsOf, valuesOf } from '../../core/verification/json-fields.ts';
import { VERIFICATION_LIMITS } from '../../core/verification/verification-limits.ts';
import { parseCompactJwt } from './parse-compact-jwt.ts';
import type { Json, JsonObject } from '../../../shared/model/json.ts';
import { verifyCredential, type VerificationSetting } from './verify-credential.ts';

/**
 * Verifies the endorsements that stand in a credential, wherever in it (of the credential, the achievement, the
 * issuer), each on its own as a credential; an endorsement's own endorsements are not followed.
 */
export async function verifyEndorsements(
  credential: JsonObject,
  setting: VerificationSetting,
): Promise<CredentialFacts['endorsements']> {
  if (!setting.followEndorsements) return [];
  const found = findEndorsements(credential);
  if (found.length === 0) return [];
  const endorsed = idsIn(credential);
  const checked = found.slice(0, VERIFICATION_LIMITS.endorsements);
  const states: CredentialFacts['endorsements'][number][] = [];
  for (const endorsement of checked) states.push(await verifyEndorsement(endorsement, endorsed, setting));
  return [...states, ...found.slice(checked.length).map(() => 'not-checked' as const)];
}

interface FoundEndorsement {
  readonly json: JsonObject;
  readonly securing: Securing;
}

function findEndorsements(value: Json, depth = 0): readonly FoundEndorsement[] {
  if (depth > 12) return [];
  if (isList(value)) return value.flatMap((item) => findEndorsements(item, depth + 1));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    if (name === 'endorsement') return valuesOf(inner).flatMap(asEmbedded);
    if (name === 'endorsementJwt') return valuesOf(inner).flatMap(asJwt);
    // Members of a record are credentials of their own and are verified as such.
    return name === 'verifiableCredential' || name === 'proof' ? [] : findEndorsements(inner, depth + 1);
  });
}

function asEmbedded(value: Json): readonly FoundEndorsement[] {
  if (!isObject(value)) return [];
  return [{ json: value, securing: { kind: value['proof'] === undefined ? 'none' : 'embedded-proof' } }];
}

function asJwt(value: Json): readonly FoundEndorsement[] {
  const jwt = typeof value === 'string' ? parseCompactJwt(value) : null;
  return jwt === null ? [{ json: {}, securing: { kind: 'none' } }] : [jwt];
}

async function verifyEndorsement(
  { json, securing }: FoundEndorsement,
  endorsed: ReadonlySet<string>,
  setting: VerificationSetting,
): Promise<'pass' | 'fail' | 'not-checked'> {
  const subjects = objectsOf(json['credentialSubject']).map((subject) => subject['id']);
  // An endorsement of something else, put here, says nothing about this credential.
  if (!subjects.every((id) => typeof id === 'string' && endorsed.has(id))) return 'fail';
  const found = {
    pointer: '',
    container: 'endorsement-member',
    standard: 'endorsement-3.0',
    json,
    securing,
    presentation: null,
    parent: null,
  } as const;
  const nobody = { emails: [], subjectIds: [] };
  // One level only: an endorsement of an endorsement says nothing about the candidate.
  const { report } = await verifyCredential(found, {
    ...setting,
    holder: nobody,
    envelope: null,
    followEndorsements: false,
  });
  if (report.verdict === 'not-valid') return 'fail';
  return report.verdict === 'cannot-verify-offline' ? 'not-checked' : 'pass';
}

/** Every id that stands in the credential outside its endorsements: what they can speak of. */
function idsIn(value: Json, ids: Set<string> = new Set()): ReadonlySet<string> {
  if (isList(value)) value.forEach((item) => idsIn(item, ids));
  else if (isObject(value)) {
    if (typeof value['id'] === 'string') ids.add(value['id']);
    if (typeof value['issuer'] === 'string') ids.add(value['issuer']);
    for (const [name, inner] of Object.entries(value)) if (name !== 'endorsement') idsIn(inner, ids);
  }
  return ids;
}
