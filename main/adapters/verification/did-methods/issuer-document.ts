import type { IssuerPack } from '../../../core/ports.ts';
import type { Instant } from '../../../../shared/model/ids.ts';
import type { VerificationKey } from '../keys/verification-key.ts';

/** One key of an issuer, as its document or its pack entry states it. */
export interface IssuerKeyMethod {
  /** Absolute: the document's id with its fragment. */
  readonly id: string;
  readonly controller: string;
  /** Null where the key is of a kind that is not known; `kind` then says which. */
  readonly key: VerificationKey | null;
  readonly kind: string;
  readonly validFrom: Instant | null;
  readonly validUntil: Instant | null;
  readonly revoked: boolean;
}

/** Which keys belong to an id, and for what. */
export interface IssuerDocument {
  readonly id: string;
  readonly methods: readonly IssuerKeyMethod[];
  readonly assertionMethods: readonly string[];
  readonly authenticationMethods: readonly string[];
  /** The pack it stands in; null where it follows from the id itself. */
  readonly pack: IssuerPack | null;
}

export type IssuerResolution =
  | { readonly state: 'found'; readonly document: IssuerDocument }
  /** Nothing at hand says which keys the id has. */
  | { readonly state: 'missing' }
  /** The id is written in a form that deceives, or is malformed; `reason` says in words what is in it. */
  | { readonly state: 'refused'; readonly reason: string };

/** A way to find the keys of an id without a network. */
export interface DidMethod {
  readonly name: string;
  /** True for ids that this method resolves. */
  readonly recognises: (id: string) => boolean;
  readonly resolve: (id: string, packs: readonly IssuerPack[]) => IssuerResolution;
}

/** A document whose only key is the id itself; `kind` names a kind of key that is known but can't be used. */
export function singleKeyDocument(
  id: string,
  methodId: string,
  key: VerificationKey | null,
  kind: string | null = null,
): IssuerResolution {
  const named = key?.kind ?? kind;
  if (named === null) return { state: 'refused', reason: 'a key that is none' };
  const method = {
    id: methodId,
    controller: id,
    key,
    kind: named,
    validFrom: null,
    validUntil: null,
    revoked: false,
  };
  return {
    state: 'found',
    document: { id, methods: [method], assertionMethods: [methodId], authenticationMethods: [methodId], pack: null },
  };
}
