import { gunzipSync } from 'node:zlib';
import type { Securing } from '../../../core/credentials/found-credential.ts';
import type { IssuerPack } from '../../../core/ports.ts';
import { bindsAndHolds } from '../../../core/verification/checks/key-binding.ts';
import { stateOf, type Finding } from '../../../core/verification/finding.ts';
import { idOf, objectsOf, textOf } from '../../../core/verification/json-fields.ts';
import { VERIFICATION_LIMITS } from '../../../core/verification/verification-limits.ts';
import type { Instant } from '../../../../shared/model/ids.ts';
import type { JsonObject } from '../../../../shared/model/json.ts';
import { parseCompactJwt } from '../parse-compact-jwt.ts';
import { verifySecuring } from '../secured.ts';

/** A status list whose own signature holds, with its bits. */
export interface ProvenStatusList {
  readonly json: JsonObject;
  readonly bits: Uint8Array;
  /** The end that only a JWT's claims give. */
  readonly claimedEnd: Instant | null;
}

/** A list as it stands in a pack, and whose it has to be. */
export interface StatusListQuestion {
  readonly url: string;
  readonly pack: IssuerPack;
  readonly issuerId: string | null;
  /** All packs: the issuer's keys may stand in another one than its list. */
  readonly packs: readonly IssuerPack[];
}

/**
 * Proves a list: its signature holds, with a key of the issuer of the credentials that refer to it. One list serves
 * many credentials, so what came of it is kept for as long as its pack is; nothing in it hangs on the time of judging.
 */
export function proveStatusList(question: StatusListQuestion): Promise<ProvenStatusList | Finding> {
  const kept = PROVEN.get(question.pack) ?? new Map<string, Promise<ProvenStatusList | Finding>>();
  PROVEN.set(question.pack, kept);
  const key = JSON.stringify([question.url, question.issuerId, question.packs.map((pack) => pack.sha256)]);
  const found = kept.get(key);
  if (found !== undefined) return found;
  const oldest = kept.keys().next();
  if (kept.size >= KEPT_LISTS && oldest.done !== true) kept.delete(oldest.value);
  const proving = prove(question);
  kept.set(key, proving);
  return proving;
}

const PROVEN = new WeakMap<IssuerPack, Map<string, Promise<ProvenStatusList | Finding>>>();
/** A list takes 16 KB as a rule and 16 MB at most. */
const KEPT_LISTS = 16;

async function prove({ url, pack, issuerId, packs }: StatusListQuestion): Promise<ProvenStatusList | Finding> {
  const opened = openList(pack.statusLists[url]);
  if (opened === null) return unusable('it can’t be read');
  const listIssuer = idOf(opened.json['issuer']);
  if (listIssuer === null || listIssuer !== issuerId) {
    return { code: 'status-list-foreign', evidence: { issuer: listIssuer ?? 'not stated' } };
  }
  const question = { signer: listIssuer, relationship: 'assertionMethod', packs } as const;
  const secured = await verifySecuring(opened.json, opened.securing, question);
  const broken = secured.proofs.find(
    (proof) => stateOf(proof.integrity) === 'fail' || stateOf(proof.binding) === 'fail',
  );
  if (secured.refusal !== null || broken !== undefined || !secured.proofs.some(bindsAndHolds)) {
    const detail = broken?.integrity.code ?? secured.proofs[0]?.integrity.code ?? secured.refusal?.code ?? 'no-proof';
    return { code: 'status-list-unproven', evidence: { detail } };
  }
  const bits = inflate(textOf(objectsOf(secured.view['credentialSubject'])[0]?.['encodedList']));
  if (bits === null) return unusable('its bits can’t be read within the limits');
  return { json: secured.view, bits, claimedEnd: secured.claims.expires };
}

/** A list that is there and can't be used for what is asked. */
export function unusable(detail: string): Finding {
  return { code: 'status-list-unusable', evidence: { detail } };
}

/** A list comes as JSON with a proof, or as a JWT. */
function openList(
  list: JsonObject | string | undefined,
): { readonly json: JsonObject; readonly securing: Securing } | null {
  if (list === undefined) return null;
  if (typeof list === 'string') return parseCompactJwt(list);
  return { json: list, securing: { kind: list['proof'] === undefined ? 'none' : 'embedded-proof' } };
}

/** Multibase base64url (`u`) in Bitstring Status List, plain base64url in StatusList2021; GZIP in both. */
function inflate(encoded: string | null): Uint8Array | null {
  if (encoded === null) return null;
  const text = encoded.startsWith('u') ? encoded.slice(1) : encoded;
  try {
    return gunzipSync(Buffer.from(text, 'base64url'), { maxOutputLength: VERIFICATION_LIMITS.statusListBytes });
  } catch {
    return null;
  }
}
