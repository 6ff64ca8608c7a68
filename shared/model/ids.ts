/**
 * Branded identifiers: a string of one kind can't be passed where another is meant.
 * Ids that Tessera makes are ULIDs, but for {@link CredentialKey} and {@link DocumentHash},
 * which follow from the bytes, so that a second import finds what is already there.
 */
type Brand<Name extends string> = string & { readonly __brand: Name };

/** Lower-case hex SHA-256 of a file's original bytes. */
export type DocumentHash = Brand<'DocumentHash'>;
/** `<document hash>#<JSON Pointer>` of the place at which the credential stands in its document. */
export type CredentialKey = Brand<'CredentialKey'>;
export type CandidateId = Brand<'CandidateId'>;
export type JobId = Brand<'JobId'>;
export type RequirementId = Brand<'RequirementId'>;
export type BatchId = Brand<'BatchId'>;
export type TaskId = Brand<'TaskId'>;
export type EventId = Brand<'EventId'>;
/** Of a file that is being handed out piece by piece. */
export type ExportId = Brand<'ExportId'>;
/** Of a person's rule that two wordings are not the same skill. */
export type RefusalId = Brand<'RefusalId'>;
/** Of a rule about a wording of ads. */
export type RequirementRuleId = Brand<'RequirementRuleId'>;

/** RFC 6901 JSON Pointer into the credential's decoded JSON ('' is the whole). */
export type JsonPointer = string;
/** RFC 3339 instant, for example `2026-11-22T00:00:00Z`. */
export type Instant = string;

/** The stable key of the credential at `pointer` of the document with this hash. */
export function credentialKey(document: DocumentHash, pointer: JsonPointer): CredentialKey {
  return `${document}#${pointer}` as CredentialKey;
}
