import { createHash } from 'node:crypto';
import { decode, type DecodeOptions } from 'cborg';
import { decodeMultibase } from '../keys/multibase.ts';
import { renameBlankNodes } from './blank-nodes.ts';

/**
 * What the suites of selective disclosure (ecdsa-sd-2023, bbs-2023) have in common: a proof value in CBOR, blank nodes
 * that carry the issuer's labels, and statements of which some are mandatory and the rest are proven one by one.
 *
 * The transformation is ours and not the library's: docs/decisions/selective-disclosure.md says why.
 */

/** How a proof value begins: the CBOR tag 0x5d.. of the suite and of what it holds. */
export type ProofHeader = readonly [0xd9, 0x5d, number];

/** The parts of a proof value; null where it is no multibase CBOR with this header and this many parts. */
export function readProofValue(proofValue: unknown, header: ProofHeader, parts: number): readonly unknown[] | null {
  const bytes = bytesOfProofValue(proofValue);
  if (bytes === null || !header.every((byte, index) => bytes[index] === byte)) return null;
  try {
    const value: unknown = decode(bytes.subarray(header.length), STRICT_CBOR);
    return Array.isArray(value) && value.length === parts ? value : null;
  } catch {
    return null;
  }
}

/** The third byte of the header, which tells a base proof from a derived one; null where it is no such proof value. */
export function kindOfProofValue(proofValue: unknown): number | null {
  const bytes = bytesOfProofValue(proofValue);
  return bytes?.[0] === 0xd9 && bytes[1] === 0x5d ? (bytes[2] ?? null) : null;
}

/** Which statements the issuer demands to be shown, and those that the holder chose to show. */
export interface DisclosedStatements {
  readonly mandatory: readonly string[];
  readonly chosen: readonly string[];
}

/**
 * The statements of a revealed document under the issuer's labels. A label stands for one node: two nodes under one
 * label would let a holder take one thing apart, or show one thing twice, with every signature holding.
 *
 * @returns null where the labels don't fit the document, or an index of a mandatory statement is none of its statements.
 */
export function disclosedStatements(
  canonical: string,
  labels: ReadonlyMap<string, string>,
  mandatoryIndexes: readonly number[],
): DisclosedStatements | null {
  if (new Set(labels.values()).size !== labels.size) return null;
  const statements = relabel(canonical, labels);
  if (statements === null) return null;
  // By code units, as those who sign do; where statements differ first in a character beyond them, orders may differ.
  const sorted = statements.toSorted((one, other) => (one < other ? -1 : one > other ? 1 : 0));
  const mandatory = new Set(mandatoryIndexes);
  if (mandatory.size !== mandatoryIndexes.length || mandatoryIndexes.some((index) => sorted[index] === undefined))
    return null;
  return {
    mandatory: sorted.filter((_, index) => mandatory.has(index)),
    chosen: sorted.filter((_, index) => !mandatory.has(index)),
  };
}

/**
 * The issuer's labels by the canonical names of blank nodes: `{ 0: value }` stands for `c14n0` and the label that the
 * suite makes of the value. Null where an entry has another form.
 */
export function readLabels(
  compressed: unknown,
  labelOf: (value: unknown) => string | null,
): ReadonlyMap<string, string> | null {
  if (!(compressed instanceof Map)) return null;
  const labels = new Map<string, string>();
  for (const [index, value] of compressed) {
    const label = labelOf(value);
    if (!Number.isSafeInteger(index) || label === null) return null;
    labels.set(`c14n${index}`, label);
  }
  return labels;
}

/** SHA-256 of statements, one after the other. */
export function hashOfStatements(statements: readonly string[]): Buffer {
  return createHash('sha256').update(statements.join('')).digest();
}

/** Bytes, where a part of a proof value is that. */
export function isBytes(value: unknown): value is Uint8Array {
  return value instanceof Uint8Array;
}

/** A list of indexes, each of which stands in it once. */
export function isIndexes(value: unknown): value is readonly number[] {
  return (
    Array.isArray(value) &&
    value.every((index) => Number.isSafeInteger(index) && index >= 0) &&
    new Set(value).size === value.length
  );
}

/** Only what the suites write: no floats or tags but the one for bytes, no key twice, nothing of open length. */
const STRICT_CBOR: DecodeOptions = {
  useMaps: true,
  rejectDuplicateMapKeys: true,
  allowIndefinite: false,
  allowUndefined: false,
  allowNaN: false,
  allowInfinity: false,
  tags: Object.assign([], { 64: (bytes: unknown) => bytes }),
};

function bytesOfProofValue(proofValue: unknown): Uint8Array | null {
  return typeof proofValue === 'string' && proofValue.startsWith('u') ? decodeMultibase(proofValue) : null;
}

/** Null where the document has a node for which the issuer made no label. */
function relabel(canonical: string, labels: ReadonlyMap<string, string>): readonly string[] | null {
  let complete = true;
  const statements = renameBlankNodes(canonical, (name) => {
    const label = labels.get(name);
    complete &&= label !== undefined;
    return label ?? name;
  });
  return complete ? statements : null;
}
