import type { IssuerPack } from '../../../core/ports.ts';
import { bindsAndHolds } from '../../../core/verification/checks/key-binding.ts';
import { stateOf, type Finding } from '../../../core/verification/finding.ts';
import { idOf, textOf } from '../../../core/verification/json-fields.ts';
import type { Instant } from '../../../../shared/model/ids.ts';
import type { JsonObject } from '../../../../shared/model/json.ts';
import { verifySecuring } from '../secured.ts';
import { openList, type OpenedList } from './list-in-pack.ts';
import { keepsListsFor } from './list-keeper.ts';

/** A status list whose own signature holds. */
export interface ProvenStatusList {
  /** What its signature covers. */
  readonly json: JsonObject;
  /** The header of a JWT; null where the proof is embedded. */
  readonly header: JsonObject | null;
  /** The beginning that only a JWT's claims give. */
  readonly claimedStart: Instant | null;
  /** Ends that only a JWT's claims or the proofs give. */
  readonly claimedEnds: readonly (Instant | null)[];
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
const KEPT_LISTS = 16;

async function prove({ url, pack, issuerId, packs }: StatusListQuestion): Promise<ProvenStatusList | Finding> {
  const opened = openList(pack.statusLists[url]);
  if (opened === 'cbor') return { code: 'status-list-form-unknown', evidence: { form: 'CBOR (CWT)' } };
  if (opened === null) return unusable('it can’t be read');
  // A token status list need not name its issuer: then only the credential's own issuer can have signed it.
  const keeper = keeperOf(opened) ?? (isToken(opened) ? issuerId : null);
  if (keeper === null || issuerId === null || !keepsListsFor(keeper, issuerId, packs)) {
    return { code: 'status-list-foreign', evidence: { issuer: keeper ?? 'not stated' } };
  }
  const question = { signer: keeper, relationship: 'assertionMethod', packs } as const;
  const secured = await verifySecuring(opened.json, opened.securing, question);
  const broken = secured.proofs.find(
    (proof) => stateOf(proof.integrity) === 'fail' || stateOf(proof.binding) === 'fail',
  );
  if (secured.refusal !== null || broken !== undefined || !secured.proofs.some(bindsAndHolds)) {
    const detail = broken?.integrity.code ?? secured.proofs[0]?.integrity.code ?? secured.refusal?.code ?? 'no-proof';
    return { code: 'status-list-unproven', evidence: { detail } };
  }
  const header = opened.securing.kind === 'jwt' ? opened.securing.header : null;
  const claimedEnds = [secured.claims.expires, ...secured.proofs.map((proof) => proof.expires)];
  return { json: secured.view, header, claimedStart: secured.claims.notBefore, claimedEnds };
}

/** A list that is there and can't be used for what is asked. */
export function unusable(detail: string): Finding {
  return { code: 'status-list-unusable', evidence: { detail } };
}

function keeperOf({ json, securing }: OpenedList): string | null {
  return idOf(json['issuer']) ?? (securing.kind === 'jwt' ? textOf(securing.payload['iss']) : null);
}

function isToken({ securing }: OpenedList): boolean {
  return securing.kind === 'jwt' && securing.payload['status_list'] !== undefined;
}
