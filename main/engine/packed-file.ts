import { withoutLoneEndorsements } from '../core/credentials/lone-endorsements.ts';
import { outlineOf, type CredentialOutline } from '../core/credentials/credential-outline.ts';
import type { PackedFile, VerifiedFile } from '../core/ports.ts';
import { readStatements } from '../core/skills/read-statements.ts';
import type { Credential } from '../../shared/model/credential.ts';
import type { Instant } from '../../shared/model/ids.ts';

/** A credential as it is imported; the texts are JSON in UTF-8, ready to be stored. */
export interface PackedCredential {
  readonly outline: CredentialOutline;
  /** The `Credential`. */
  readonly record: Uint8Array;
  /** Its statements as they are where nobody's name is known beside the subject's own. */
  readonly statements: Uint8Array;
}

/** Writes down what verification found so that the engine's thread need neither read nor write most of it. */
export function packFile(file: VerifiedFile): PackedFile {
  const { credentials, problems } = withoutLoneEndorsements(file);
  let text = '';
  let length = 0;
  const append = (part: string): Span => {
    const start = length;
    text += part;
    length += Buffer.byteLength(part);
    return [start, length];
  };
  append(`{"file":${JSON.stringify(file.file)},"credentials":[`);
  const records = new Map<Credential, Span>();
  for (const [index, credential] of file.credentials.entries()) {
    if (index > 0) append(',');
    records.set(credential, append(JSON.stringify(credential)));
  }
  const [, verifiedEnd] = append(`],"problems":${JSON.stringify(file.problems)}}`);
  const places: readonly Place[] = credentials.map((credential) => ({
    outline: outlineOf(credential),
    record: records.get(credential) ?? NOWHERE,
    statements: append(JSON.stringify(readStatements(credential))),
  }));
  const [first] = file.credentials;
  return {
    file: file.file,
    problems,
    at: first?.report.at ?? null,
    holdsUntil: earliest(file.credentials.map(({ report }) => report.holdsUntil)),
    credentials: JSON.stringify(places),
    text: encoder.encode(text),
    verifiedEnd,
  };
}

/** What is imported of the file; what was packed by us is of our own model and taken at its type. */
export function packedCredentials({ credentials, text }: PackedFile): readonly PackedCredential[] {
  const places = JSON.parse(credentials) as readonly Place[];
  return places.map(({ outline, record, statements }) => ({
    outline,
    record: text.subarray(...record),
    statements: text.subarray(...statements),
  }));
}

export function unpackFile({ text, verifiedEnd }: PackedFile): VerifiedFile {
  return JSON.parse(decoder.decode(text.subarray(0, verifiedEnd))) as VerifiedFile;
}

export function unpackCredential({ record }: PackedCredential): Credential {
  return JSON.parse(decoder.decode(record)) as Credential;
}

/** Bytes from the first up to, and without, the second. */
type Span = readonly [start: number, end: number];

interface Place {
  readonly outline: CredentialOutline;
  readonly record: Span;
  readonly statements: Span;
}

const NOWHERE: Span = [0, 0];
const encoder = new TextEncoder();
const decoder = new TextDecoder();

function earliest(instants: readonly (Instant | null)[]): Instant | null {
  return instants.reduce((one, other) => {
    if (one === null || other === null) return one ?? other;
    return Date.parse(one) <= Date.parse(other) ? one : other;
  }, null);
}
