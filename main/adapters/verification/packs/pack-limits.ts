/** How much an issuer pack may hold; beyond this it is refused. Generous: a register of a large country fits. */
export const PACK_LIMITS = {
  /** A pack is read whole into memory. */
  bytes: 64 * 1024 * 1024,
  /** Levels of objects and arrays in one another; as for credentials. */
  depth: 64,
  /** JSON values of any kind. */
  nodes: 5_000_000,
  entries: 100_000,
  idsOfEntry: 100,
  namesOfEntry: 100,
  keysOfEntry: 500,
  evidenceOfEntry: 50,
  didDocuments: 100_000,
  statusLists: 20_000,
  contexts: 1000,
  schemas: 1000,
  proofs: 8,
  /** Characters of an id or a URL. */
  idLength: 2048,
  /** Characters of a name, a source, a version. */
  nameLength: 500,
  /** How far a publisher's clock may be ahead of ours, in milliseconds. */
  clockSkew: 300_000,
} as const;
