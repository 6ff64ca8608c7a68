import type { Check } from '../../../shared/model/check.ts';
import type { Instant, JsonPointer } from '../../../shared/model/ids.ts';
import { CHECK_CODES, type CheckCode, type CheckCodeEntry } from './check-codes.ts';

/** What was seen, before it is put into words: a code with the values that its sentence needs. */
export interface Finding {
  readonly code: CheckCode;
  readonly evidence?: Readonly<Record<string, string | number | boolean>>;
  readonly pointer?: JsonPointer;
  readonly asOf?: Instant | null;
}

/** A finding with its state and its sentences from the catalogue. */
export function toCheck(finding: Finding): Check {
  const entry: CheckCodeEntry = CHECK_CODES[finding.code];
  const values = { ...finding.evidence, ...(finding.pointer === undefined ? {} : { pointer: finding.pointer }) };
  return {
    state: entry.state,
    code: finding.code,
    message: fill(entry.message, values),
    ...(finding.pointer === undefined ? {} : { pointer: finding.pointer }),
    ...(finding.asOf ? { asOf: finding.asOf } : {}),
    ...(finding.evidence === undefined ? {} : { evidence: finding.evidence }),
    ...(entry.settledBy === null ? {} : { settledBy: fill(entry.settledBy, values) }),
  };
}

/** The state that a finding's code has in the catalogue. */
export function stateOf(finding: Finding): Check['state'] {
  return CHECK_CODES[finding.code].state;
}

function fill(sentence: string, values: Readonly<Record<string, string | number | boolean>>): string {
  if (!sentence.includes('{')) return sentence;
  const parts = PARTS.get(sentence) ?? sentence.split(/\{(\w+)\}/);
  PARTS.set(sentence, parts);
  // Words and names take turns, words first.
  return parts.map((part, index) => (index % 2 === 0 ? part : String(values[part] ?? 'not stated'))).join('');
}

/** The sentences of the catalogue, taken apart at their gaps. */
const PARTS = new Map<string, readonly string[]>();
