/**
 * The closed list of problems. Errors never cross a process border as `Error`: the wire has `{ code, params }`,
 * the log has the stack, `shared/messages` has the words.
 */
export const PROBLEM_CODES = [
  // The request itself
  'unknown-operation',
  'invalid-input',
  'too-large',
  'not-found',
  'internal',
  'cancelled',
  'sender-refused',
  // The workspace
  'workspace-newer',
  'workspace-damaged',
  'workspace-on-network-drive',
  // A file: what is wrong with it
  'file-empty',
  'file-too-large',
  'file-unreadable',
  'not-a-credential',
  'endorsement-alone',
  'broken-json',
  'duplicate-json-key',
  'json-too-deep',
  'json-too-large',
  'prototype-key',
  'image-without-badge',
  'image-damaged',
  'image-more-badges',
  'badge-link-only',
  'svg-unsafe',
  'zip-damaged',
  'zip-bomb',
  'zip-encrypted',
  'zip-path-traversal',
  'zip-nested-too-deep',
  'jwt-malformed',
  'too-many-credentials',
  'too-complex',
  'manifest-malformed',
  'manifest-row',
  'manifest-file-missing',
  // A file: formats that are named but not read
  'format-pdf',
  'format-blockcerts',
  'format-europass',
  'format-mdoc',
  'format-sd-jwt',
  'format-image',
  'format-office',
  // Trust data
  'pack-malformed',
  'pack-signature',
  'pack-rollback',
  'pack-unsigned',
  'pack-publisher-unpinned',
  'pack-publisher-changed',
  'pack-part-unusable',
  'pack-signed-already',
  'publisher-key-unreadable',
  // Exports
  'export-overtaken',
  // Jobs
  'job-malformed',
  // Taxonomies
  'taxonomy-unknown',
  'taxonomy-malformed',
  'taxonomy-row',
  // Model
  'model-missing',
  'model-hash-mismatch',
  'model-failed',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** What went wrong, as a value. `params` fills the words of the message; never personal data in what is logged. */
export interface Problem {
  readonly code: ProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export type Result<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Problem };

export const ok = <Value>(value: Value): Result<Value> => ({ ok: true, value });
export const fail = (
  code: ProblemCode,
  params: Problem['params'] = {},
): { readonly ok: false; readonly problem: Problem } => ({
  ok: false,
  problem: { code, params },
});
