import type { SubjectIdentifier } from '../../../shared/model/credential.ts';
import {
  hashedSpellings,
  isEmailIdentity,
  readIdentityHash,
  type IdentityHashAlgorithm,
} from '../verification/identity-hash.ts';
import { comparableEmail, type CredentialSigns } from './candidate-evidence.ts';

/** Lower-case hex digest of the UTF-8 bytes of a text. */
export type HashFunction = (algorithm: IdentityHashAlgorithm, text: string) => string;

/** Most issuers use one salt, or none, for all they issue: digests of so many salts are kept. */
const KEPT_SALTS = 8;

/** The e-mails that the employer knows, to be recognised in what a credential says of its subject. */
export class KnownEmails {
  /** As people wrote them, and in lower case: an issuer may have hashed either. */
  readonly #wordings = new Set<string>();
  readonly #comparable = new Set<string>();
  readonly #digests = new Map<string, Map<string, string>>();
  readonly #hash: HashFunction;

  constructor(hash: HashFunction) {
    this.#hash = hash;
  }

  add(email: string): void {
    const comparable = comparableEmail(email);
    this.#comparable.add(comparable);
    for (const wording of hashedSpellings(email)) this.#wordings.add(wording);
    this.#digests.clear();
  }

  /** The known e-mails (in comparable form) that the credential's subject is identified by, sorted. */
  namedBy(credentials: readonly CredentialSigns[]): readonly string[] {
    const named = credentials.flatMap(({ subject }) => {
      const identifiers = subject.identifiers
        .filter(({ identityType }) => isEmailIdentity(identityType))
        .flatMap((identifier) => this.#resolve(identifier) ?? []);
      const address = /^mailto:([^?]+)/i.exec(subject.id ?? '')?.[1];
      return address === undefined ? identifiers : [...identifiers, ...this.#known(address)];
    });
    return [...new Set(named)].sort();
  }

  #resolve({ hashed, identityHash, salt }: SubjectIdentifier): readonly string[] {
    if (!hashed) return this.#known(identityHash);
    const hash = readIdentityHash(identityHash);
    if (hash === null) return [];
    const wording = this.#digestsFor(hash.algorithm, salt ?? '').get(hash.digest);
    return wording === undefined ? [] : [comparableEmail(wording)];
  }

  #known(email: string): readonly string[] {
    const comparable = comparableEmail(email);
    return this.#comparable.has(comparable) ? [comparable] : [];
  }

  /** The salt is appended to the e-mail (OB 3.0 IdentityObject; OB 2.0, IdentityObject). */
  #digestsFor(algorithm: IdentityHashAlgorithm, salt: string): ReadonlyMap<string, string> {
    const key = `${algorithm} ${salt}`;
    const kept = this.#digests.get(key);
    if (kept) return kept;
    const digests = new Map([...this.#wordings].map((wording) => [this.#hash(algorithm, wording + salt), wording]));
    if (this.#digests.size < KEPT_SALTS) this.#digests.set(key, digests);
    return digests;
  }
}
