import { readCredential } from '../../../main/core/credentials/read-credential.ts';
import type { Check, VerificationReport } from '../../../shared/model/check.ts';
import type { Container, Credential, Standard } from '../../../shared/model/credential.ts';
import { credentialKey, type DocumentHash } from '../../../shared/model/ids.ts';
import type { JsonObject } from '../../../shared/model/json.ts';

const open: Check = { state: 'not-checked', code: 'not-checked', message: '' };

export const REPORT: VerificationReport = {
  verdict: 'cannot-verify-offline',
  checks: {
    format: open,
    schema: open,
    integrity: open,
    'key-binding': open,
    issuer: open,
    validity: open,
    status: open,
    holder: open,
    endorsements: open,
  },
  recognition: 'unknown',
  at: '2026-11-01T00:00:00Z',
  holdsUntil: null,
  trustSnapshot: '',
  proofs: [],
  unsignedPaths: [],
};

export interface Circumstances {
  readonly standard?: Standard;
  readonly container?: Container;
  readonly content?: Credential['content'];
  readonly document?: string;
  readonly pointer?: string;
  readonly parent?: string | null;
  readonly fileName?: string;
}

/** Reads a credential's JSON as if it had been verified. */
export function read(json: JsonObject, circumstances: Circumstances = {}): Credential {
  const {
    standard = 'open-badges-3.0',
    container = 'json',
    content = 'signed',
    document = 'd0',
    pointer = '',
    parent = null,
  } = circumstances;
  const hash = document as DocumentHash;
  return readCredential({
    found: { pointer, container, standard, json, securing: { kind: 'embedded-proof' }, presentation: null, parent },
    document: hash,
    fileName: circumstances.fileName ?? `${document}.json`,
    content,
    view: json,
    report: REPORT,
    parent: parent === null ? null : credentialKey(hash, parent),
  });
}
