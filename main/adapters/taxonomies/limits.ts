/** What the files of taxonomies may ask of us. ESCO and O*NET stay far below; what is above is refused by name. */
export const TAXONOMY_LIMITS = {
  /** Files of one call, after archives were unpacked. */
  files: 500,
  /** Bytes of one file. ESCO's largest has about 25 million, of relations that are not read. */
  fileBytes: 100_000_000,
  /** Bytes of one archive's files together. */
  archiveBytes: 300_000_000,
  /** Rows of one table. */
  rows: 1_000_000,
  /** Characters of one cell of a table. */
  cell: 100_000,
  /** Nested objects and arrays of one JSON text. */
  jsonDepth: 64,
  /** Values of one JSON text. */
  jsonNodes: 5_000_000,
  /** Concepts of one taxonomy. */
  concepts: 200_000,
  /** Characters of one label: longer words are a text and no name. */
  label: 2000,
  /** Labels of one concept beside its preferred one. */
  alternatives: 2000,
  /** Broader concepts, exact or close matches of one concept, each. */
  links: 200,
  /** Problems of one file that are listed; the last says how many more there are. */
  problems: 20,
} as const;
