import type { CheckAxis, Verdict } from '../../shared/model/check.ts';
import type { TrustContext, VerifiedFile } from '../../main/core/ports.ts';
import { verifyFile } from '../../main/engine/verify-file.ts';
import { dataBytes, NO_TRUST } from './sample-data.ts';

/**
 * What a vector comes to, as named values in reading order: `{ verdict: 'not-valid', integrity: 'signature-valid' }`
 * for a credential, `{ bytes: 'equal' }` for an intermediate value, `{ problem: 'file-empty' }` for a file that holds
 * nothing. Values are codes, never sentences.
 */
export type Outcome = Readonly<Record<string, string>>;

/** One published vector: one row of docs/conformance.md. */
export interface ConformanceVector {
  /** Its file under the folder of published credentials, `w3c-ecdsa/…/signedECDSAP256.json`; with what in it, if not all. */
  readonly name: string;
  /** Files (paths as in `name`) that this vector uses up; a test holds that no file of a set is left over. */
  readonly files: readonly string[];
  /** What it is, in a phrase: `a credential signed with ecdsa-rdfc-2019 (P-256)`. */
  readonly what: string;
  /** All of these must be so; what `run` says beyond them is not compared. */
  readonly expected: Outcome;
  /** Why this is right where it is not what the file's name promises; null where it is. */
  readonly why: string | null;
  /** What Tessera does not support in it, by name; null where it supports all. */
  readonly unsupported: string | null;
  /** Runs it through the product's own verification. */
  readonly run: () => Promise<Outcome>;
}

/** The vectors of one folder: one module that exports one of these, and one line in `conformance-sets.ts`. */
export interface ConformanceSet {
  /** Folder under the published credentials. */
  readonly folder: string;
  /** Whose vectors they are and which specification they test. */
  readonly title: string;
  readonly vectors: readonly ConformanceVector[];
}

/** A credential in a published file, with the verdict and the codes of the axes that decide it. */
export interface CredentialExpectation {
  readonly file: string;
  /** Pointer of the credential; '' is the file. */
  readonly pointer?: string;
  readonly what: string;
  readonly verdict: Verdict;
  /** The code of each axis that decides, or that is worth holding. */
  readonly checks: Partial<Record<CheckAxis, string>>;
  readonly why?: string;
  readonly unsupported?: string;
  /** Without packs and pins unless told otherwise. */
  readonly trust?: TrustContext;
  /** The bytes to verify where they are made from the file and are not the file itself. */
  readonly bytes?: () => Uint8Array;
}

/** A row that hands a file to the product as a candidate would, and reads the report. */
export function credentialVector(expectation: CredentialExpectation): ConformanceVector {
  const { file, pointer = '', what, verdict, checks, why, unsupported } = expectation;
  return {
    name: pointer === '' ? file : `${file} ${pointer}`,
    files: [file],
    what,
    expected: { verdict, ...checks, 'unsigned parts': '0' },
    why: why ?? null,
    unsupported: unsupported ?? null,
    run: async () => outcomeOf(await verifyVector(expectation), pointer),
  };
}

/** A row for an intermediate value that must come out byte for byte; `compute` answers what Tessera makes of it. */
export function valueVector(
  name: string,
  what: string,
  compare: () => Promise<readonly [got: string, published: string]>,
): ConformanceVector {
  return {
    name,
    files: [name],
    what,
    expected: { bytes: 'equal' },
    why: null,
    unsupported: null,
    run: async () => {
      const [got, published] = await compare();
      return { bytes: got === published ? 'equal' : 'different' };
    },
  };
}

/** The verdict and every axis of the credential at a pointer, or the problem where there is none. */
export function outcomeOf(verified: VerifiedFile, pointer: string): Outcome {
  const credential = verified.credentials.find((each) => each.pointer === pointer);
  if (credential === undefined) return { problem: verified.problems[0]?.code ?? 'no credential there' };
  const { verdict, checks, unsignedPaths } = credential.report;
  const codes = Object.entries(checks).map(([axis, check]) => [axis, check.code]);
  return { verdict, ...Object.fromEntries(codes), 'unsigned parts': String(unsignedPaths.length) };
}

/** The values of `got` that differ from what is expected; empty where the vector passes. */
export function differencesOf(expected: Outcome, got: Outcome): readonly string[] {
  return Object.keys(expected).filter((name) => expected[name] !== got[name]);
}

function verifyVector({ file, bytes, trust = NO_TRUST }: CredentialExpectation): Promise<VerifiedFile> {
  const content = bytes === undefined ? dataBytes(file) : bytes();
  return verifyFile({ name: file, bytes: content }, { emails: [], subjectIds: [] }, trust);
}
