/**
 * What one file may ask of us. Real credentials stay far below; what is above is refused with a named reason
 * before any cryptography or JSON-LD sees it.
 */
export const LIMITS = {
  /** Bytes of a JSON, JWT or other text file, and of the text inside an image. */
  fileBytes: 2_000_000,
  /** Bytes of a PNG or SVG. */
  imageBytes: 10_000_000,
  /** Nested arrays and objects of one JSON text. */
  jsonDepth: 64,
  /** Values of one JSON text, keys not counted. */
  jsonNodes: 20_000,
  /** Credentials read from one file, CLR members and presentation entries included. */
  credentials: 100,
  /** Entries of one credential's `@context`. */
  contexts: 20,
  /** Proofs of one credential. */
  proofs: 8,
} as const;

/** What one archive may ask of us. */
export const ARCHIVE_LIMITS = {
  /** Entries, directories and ignored ones included. */
  entries: 20_000,
  /** Bytes of one entry after inflation: the largest file that could be read at all. */
  entryBytes: LIMITS.imageBytes,
  /** Bytes of all entries together after inflation. */
  totalBytes: 500_000_000,
  /** Inflated bytes per deflated byte; honest JSON and SVG stay below 100. */
  ratio: 200,
  /** Below this many inflated bytes the ratio is not judged: tiny files can shrink a lot. */
  ratioFromBytes: 1_000_000,
  /** Archives inside archives: 1 means a ZIP in a ZIP. */
  nesting: 1,
} as const;

/** The same limits with other numbers, for tests. */
export type ArchiveLimits = { readonly [Limit in keyof typeof ARCHIVE_LIMITS]: number };
