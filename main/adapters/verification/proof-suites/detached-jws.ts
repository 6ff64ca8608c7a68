import { createHash } from 'node:crypto';
import { errors, flattenedVerify } from 'jose';
import type { Finding } from '../../../core/verification/finding.ts';
import { isList, isObject } from '../../../core/verification/json-fields.ts';
import { VERIFICATION_LIMITS } from '../../../core/verification/verification-limits.ts';
import type { Json, JsonObject } from '../../../../shared/model/json.ts';
import type { PlainKey, VerificationKey } from '../keys/verification-key.ts';
import { canonicalProof } from '../canonical-options.ts';
import { findingOf } from '../signed-graph.ts';
import type { ProofQuestion } from './proof-suite.ts';

/** Which methods a suite of the older form takes for a kind of key. */
export type AlgorithmsOfKeys = Partial<Readonly<Record<PlainKey['kind'], readonly string[]>>>;

/**
 * Checks a proof of the older form: a JWS without its payload (RFC 7515 appendix F, RFC 7797), over SHA-256 of the
 * canonical proof options and SHA-256 of the canonical document. The report says that the form is an older one.
 */
export async function verifyDetachedJws(
  question: ProofQuestion,
  suite: string,
  algorithms: AlgorithmsOfKeys,
): Promise<Finding> {
  const { key } = question;
  const parts = partsOf(question.proof['jws']);
  const header = parts === null ? null : headerOf(parts.header);
  if (parts === null || header === null) return malformed('its value can’t be read');
  const refusal = refusalOf(header, key, suite, algorithms);
  if (refusal !== null) return refusal;
  if (key.key === null) return { code: 'key-kind-mismatch', evidence: { suite, kind: key.kind } };
  try {
    const payload = await jwsVerifyData(question);
    const jws = { protected: parts.header, payload, signature: parts.signature };
    await flattenedVerify(jws, key.key, { algorithms: [...(algorithmsFor(key, algorithms) ?? [])] });
    return { code: 'signature-valid-older-form', evidence: { suite } };
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed)
      return { code: 'signature-invalid', evidence: { suite } };
    return error instanceof errors.JOSEError ? malformed(error.code) : findingOf(error);
  }
}

/** The bytes that are signed behind the JWS header. */
export async function jwsVerifyData(
  question: Pick<ProofQuestion, 'document' | 'proof' | 'canonical' | 'contexts'>,
): Promise<Uint8Array> {
  const { jws: _, proofValue: __, signatureValue: ___, ...options } = question.proof;
  const hashes = [await canonicalProof(options, question), question.canonical].map((text) =>
    createHash('sha256').update(text).digest(),
  );
  return new Uint8Array(Buffer.concat(hashes));
}

/** `header..signature`, where both are base64url in its one canonical spelling. */
function partsOf(jws: Json | undefined): { readonly header: string; readonly signature: string } | null {
  const [, header, signature] = typeof jws === 'string' ? (/^([\w-]+)\.\.([\w-]+)$/.exec(jws) ?? []) : [];
  if (header === undefined || signature === undefined) return null;
  return [header, signature].every(isCanonical) ? { header, signature } : null;
}

function isCanonical(text: string): boolean {
  return Buffer.from(text, 'base64url').toString('base64url') === text;
}

function headerOf(encoded: string): JsonObject | null {
  try {
    const header = JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8')) as Json;
    return isObject(header) ? header : null;
  } catch {
    return null;
  }
}

/** What stands in such a header: the method, that the payload is not encoded, that this must be understood. */
const HEADER_MEMBERS = ['alg', 'b64', 'crit', 'kid', 'typ'];

function refusalOf(
  header: JsonObject,
  key: VerificationKey,
  suite: string,
  algorithms: AlgorithmsOfKeys,
): Finding | null {
  const { alg, b64, crit } = header;
  const every = Object.values(algorithms).flat();
  if (typeof alg !== 'string' || !every.includes(alg))
    return { code: 'jwt-algorithm-refused', evidence: { alg: typeof alg === 'string' ? alg : 'not stated' } };
  if (b64 !== false || !isList(crit) || !crit.includes('b64')) return malformed('its payload is not left as it is');
  const demanded = crit.find((name) => name !== 'b64');
  const unknown = demanded ?? Object.keys(header).find((name) => !HEADER_MEMBERS.includes(name));
  if (unknown !== undefined) return { code: 'jwt-header-not-understood', evidence: { detail: String(unknown) } };
  if (key.kind === 'RSA' && key.bits < VERIFICATION_LIMITS.rsaBits)
    return { code: 'key-too-weak', evidence: { bits: key.bits, minimum: VERIFICATION_LIMITS.rsaBits } };
  if (!algorithmsFor(key, algorithms)?.includes(alg))
    return { code: 'key-kind-mismatch', evidence: { suite: `${suite} (${alg})`, kind: key.kind } };
  return null;
}

function algorithmsFor(key: VerificationKey, algorithms: AlgorithmsOfKeys): readonly string[] | undefined {
  return key.kind === 'BLS12-381-G2' ? undefined : algorithms[key.kind];
}

function malformed(detail: string): Finding {
  return { code: 'proof-malformed', evidence: { detail } };
}
