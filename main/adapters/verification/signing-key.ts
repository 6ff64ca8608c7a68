import type { IssuerPack } from '../../core/ports.ts';
import type { Finding } from '../../core/verification/finding.ts';
import { millisecondsOf } from '../../core/verification/instants.ts';
import type { Instant } from '../../../shared/model/ids.ts';
import type { IssuerDocument, IssuerKeyMethod } from './did-methods/issuer-document.ts';
import { resolveIssuer } from './did-methods/registry.ts';
import type { VerificationKey } from './keys/verification-key.ts';

/** Whose signature is asked for, and by which key it says it was made. */
export interface KeyQuestion {
  /** The issuer of a credential, the holder of a presentation. */
  readonly signer: string | null;
  /** The proof's `verificationMethod` or the JWT's `kid`; null where none is named. */
  readonly method: string | null;
  readonly relationship: 'assertionMethod' | 'authentication';
  readonly signedAt: Instant | null;
}

/** A key to check a signature with, and whether it is the signer's. */
export interface SigningKey {
  /** Null where no key can be had that is more than the file's own word; `unavailable` then says why. */
  readonly key: VerificationKey | null;
  /** An `integrity` finding, set where `key` is null. */
  readonly unavailable: Finding;
  /** A `key-binding` finding. */
  readonly binding: Finding;
}

/** Finds the keys that may have made a signature; more than one only where the signature names none. */
export function findSigningKeys(
  question: KeyQuestion,
  packs: readonly IssuerPack[],
): readonly [SigningKey, ...SigningKey[]] {
  const { signer } = question;
  if (signer === null) return [foreignKey(question, packs, { code: 'issuer-id-missing' })];
  const resolution = resolveIssuer(signer, packs);
  switch (resolution.state) {
    case 'refused':
      return [foreignKey(question, packs, deceptive(signer, resolution.reason))];
    case 'missing':
      return [ofUnknownSigner(question, signer, packs)];
    case 'found':
      return ofKnownSigner(question, resolution.document, packs);
  }
}

function deceptive(issuer: string, detail: string): Finding {
  return { code: 'issuer-id-deceptive', evidence: { issuer, detail } };
}

function ofKnownSigner(
  question: KeyQuestion,
  document: IssuerDocument,
  packs: readonly IssuerPack[],
): readonly [SigningKey, ...SigningKey[]] {
  const method = question.method === null ? null : absoluteMethod(question.method, document.id);
  const methods = document.methods.filter((each) => method === null || each.id === method);
  const [first, ...others] = methods.map((each) => ofMethod(question, document, each));
  return first === undefined ? [foreignKey(question, packs, somebodyElse(question))] : [first, ...others];
}

function ofMethod(question: KeyQuestion, document: IssuerDocument, method: IssuerKeyMethod): SigningKey {
  return {
    key: method.key,
    unavailable: { code: 'key-type-not-supported', evidence: { kind: method.kind } },
    binding: bindingOf(question, document, method),
  };
}

function bindingOf(question: KeyQuestion, document: IssuerDocument, method: IssuerKeyMethod): Finding {
  const evidence = { method: method.id, issuer: document.id };
  if (method.controller !== document.id) return { code: 'key-of-somebody-else', evidence };
  if (!allows(document, method.id, question.relationship)) return { code: 'key-not-for-assertions', evidence };
  if (method.revoked) return { code: 'key-revoked', evidence };
  const window = windowFinding(question, method);
  if (window !== null) return window;
  if (document.pack === null) return { code: 'key-is-issuer', evidence };
  return {
    code: 'key-of-issuer',
    evidence: { ...evidence, source: document.pack.source },
    asOf: document.pack.retrievedAt,
  };
}

function allows(document: IssuerDocument, methodId: string, relationship: KeyQuestion['relationship']): boolean {
  const allowed = relationship === 'assertionMethod' ? document.assertionMethods : document.authenticationMethods;
  return allowed.includes(methodId);
}

function windowFinding(question: KeyQuestion, method: IssuerKeyMethod): Finding | null {
  if (method.validFrom === null && method.validUntil === null) return null;
  const signedAt = question.signedAt === null ? null : millisecondsOf(question.signedAt);
  if (signedAt === null) return { code: 'key-window-undated' };
  const from = method.validFrom === null ? -Infinity : (millisecondsOf(method.validFrom) ?? Infinity);
  const until = method.validUntil === null ? Infinity : (millisecondsOf(method.validUntil) ?? -Infinity);
  if (signedAt >= from && signedAt <= until) return null;
  return { code: 'key-outside-window', evidence: { date: question.signedAt ?? '' } };
}

/**
 * Nothing says which keys the signer has. A key under the signer's own id can then not be judged; a key that is
 * itself another id (a did:key under a URL's name) is that other id's key, whatever the signer's would be.
 */
function ofUnknownSigner(question: KeyQuestion, signer: string, packs: readonly IssuerPack[]): SigningKey {
  const missing: Finding = { code: 'issuer-document-missing', evidence: { issuer: signer } };
  if (question.method === null) return without(question, missing);
  const owner = ownerOf(absoluteMethod(question.method, signer));
  if (owner === signer || !owner.startsWith('did:')) return without(question, missing);
  return foreignKey(question, packs, somebodyElse(question));
}

/** The key of an id other than the signer's: good to tell whether the text was changed, never to tell who signed. */
function foreignKey(question: KeyQuestion, packs: readonly IssuerPack[], binding: Finding): SigningKey {
  if (question.method === null) return without(question, binding);
  const method = absoluteMethod(question.method, question.signer ?? '');
  const resolution = resolveIssuer(ownerOf(method), packs);
  if (resolution.state === 'missing') return without(question, binding);
  const found =
    resolution.state === 'found' ? resolution.document.methods.find((each) => each.id === method) : undefined;
  // Whoever owns the name of the key is known and has no such key: there is nothing that a pack could add.
  if (found === undefined)
    return { key: null, unavailable: { code: 'key-nonexistent', evidence: { method } }, binding };
  return { key: found.key, unavailable: { code: 'key-type-not-supported', evidence: { kind: found.kind } }, binding };
}

function without(question: KeyQuestion, binding: Finding): SigningKey {
  const unavailable: Finding = { code: 'key-unavailable', evidence: { method: question.method ?? 'not named' } };
  return { key: null, unavailable, binding };
}

function somebodyElse(question: KeyQuestion): Finding {
  return {
    code: 'key-of-somebody-else',
    evidence: { method: question.method ?? 'not named', issuer: question.signer ?? '' },
  };
}

function ownerOf(method: string): string {
  return method.split('#', 1)[0] ?? '';
}

/** A method's full id: did:key may be named without its fragment, a `kid` may be the fragment alone. */
function absoluteMethod(method: string, signer: string): string {
  if (method.startsWith('did:key:') && !method.includes('#')) return `${method}#${method.slice('did:key:'.length)}`;
  if (method.startsWith('did:jwk:') && !method.includes('#')) return `${method}#0`;
  if (method.startsWith('#')) return `${signer}${method}`;
  return /^[a-z][a-z\d+.-]*:/i.test(method) ? method : `${signer}#${method}`;
}
