/** Every number that bounds or decides a verification, with its reason. */
export const VERIFICATION_LIMITS = {
  /** Proofs looked at on one credential. */
  proofs: 8,
  /** Statements that a bbs-2023 proof may sign one by one: each costs 10 to 30 ms before anything is known (100: 2.7 s). */
  bbsMessages: 100,
  /** Vocabularies (`@context` URLs) of one credential. */
  contexts: 20,
  /** Status entries of one credential. */
  statusEntries: 8,
  /** Endorsements verified on one credential; more are counted as not checked. */
  endorsements: 20,
  /** Schemas run over one credential. */
  schemas: 4,
  /** Values in a schema with all that it refers to: it bounds the work of making one ready. */
  schemaNodes: 10_000,
  /** Milliseconds for making a schema ready, once, and for holding one credential against it. */
  schemaMilliseconds: { compile: 2500, run: 500 },
  /** An RSA key below this can be forged (NIST SP 800-131A). */
  rsaBits: 2048,
  /** Bytes of a status list after inflating: 128 million entries of one bit. */
  statusListBytes: 16 * 1024 * 1024,
  /** How far a signer's clock may be ahead of ours, in seconds. */
  clockSkewSeconds: 300,
  /** Exponent of the bound on the work of canonicalisation (rdf-canonize `maxWorkFactor`): 1 is linear. */
  canonicalisationWorkFactor: 1,
  /** Days after which a pack that gives no end of its own is out of date: keys change seldom, but they do. */
  undatedPackDays: 365,
  /** Milliseconds that one credential may take, as may opening a file, before the worker is replaced. */
  credentialMilliseconds: 5000,
  /** Milliseconds that all credentials of one file may take together; those that are left are then given up. */
  fileMilliseconds: 60_000,
  /** Credentials of one file that may each cost a worker; then the rest of the file is given up too. */
  lossesOfOneFile: 3,
  /** Megabytes of heap of one worker: what the libraries need, and what a file may ask for beside them. */
  workerHeapMegabytes: 192,
} as const;

/** Raised whenever a rule changes in a way that can change a verdict: old reports are then made again. */
export const VERIFICATION_POLICY_VERSION = 4;
