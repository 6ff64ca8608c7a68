import { openDocument } from '../adapters/formats/open-document.ts';
import { presentFor, readIssuerPack } from '../adapters/verification/issuer-pack.ts';
import { followReferences, idsOfPack, valuesOfSecuring } from '../adapters/verification/references.ts';
import { bearsOnNames } from '../core/verification/checks/issuer.ts';
import type { IssuerPack, TrustContext } from '../core/ports.ts';
import { fail, ok, type Result } from '../../shared/api/problems.ts';
import { assertNever } from '../../shared/model/never.ts';
import type { Json } from '../../shared/model/json.ts';
import type { TrustChange } from '../../shared/model/trust.ts';
import { replacedBy, rollbackOf } from './accept-pack.ts';
import type { EngineContext } from './engine-context.ts';

/** The trust data as they would be after a change, and which files the change can touch. */
export interface TriedChange {
  readonly trust: TrustContext;
  /** Whether a verdict in the file can depend on what is changed; rather true once too often than false. */
  touches(file: { readonly name: string; readonly bytes: Uint8Array }): boolean;
}

/** Makes a change in thought. Problems: those of reading the pack, `pack-rollback`, `not-found`. */
export function tryChange(context: EngineContext, change: TrustChange): Result<TriedChange> {
  const before = context.trust();
  switch (change.kind) {
    case 'add-pack': {
      const read = readIssuerPack(change.bytes, presentFor(before.at));
      if (!read.ok) return read;
      const pack = read.value;
      const rollback = rollbackOf(context, pack);
      if (!rollback.ok) return rollback;
      if (before.packs.some((one) => one.sha256 === pack.sha256)) return ok({ trust: before, touches: () => false });
      const replaced = replacedBy(pack, before.packs);
      const packs = [...before.packs.filter((one) => !replaced.includes(one)), pack];
      return ok(withPacks(before, packs, [pack, ...replaced]));
    }
    case 'remove-pack': {
      const pack = before.packs.find((one) => one.sha256 === change.sha256);
      if (pack === undefined) return fail('not-found', { pack: change.sha256 });
      return ok(
        withPacks(
          before,
          before.packs.filter((one) => one !== pack),
          [pack],
        ),
      );
    }
    case 'pin': {
      const { issuerId } = change;
      const pin = { issuerId, reason: '', pinnedBy: context.by, pinnedAt: before.at };
      const pins = [...before.pins.filter((one) => one.issuerId !== issuerId), pin];
      return ok(withPins(before, pins, issuerId));
    }
    case 'unpin': {
      const pins = before.pins.filter((one) => one.issuerId !== change.issuerId);
      if (pins.length === before.pins.length) return fail('not-found', { issuer: change.issuerId });
      return ok(withPins(before, pins, change.issuerId));
    }
    case 'pin-publisher': {
      const { fingerprint } = change;
      const pin = { fingerprint, name: '', reason: '', pinnedBy: context.by, pinnedAt: before.at };
      const publishers = [...before.publishers.filter((one) => one.fingerprint !== fingerprint), pin];
      return ok(withPublishers(before, publishers, fingerprint));
    }
    case 'unpin-publisher': {
      const { fingerprint } = change;
      const publishers = before.publishers.filter((one) => one.fingerprint !== fingerprint);
      if (publishers.length === before.publishers.length) return fail('not-found', { publisher: fingerprint });
      return ok(withPublishers(before, publishers, fingerprint));
    }
    case 'policy': {
      const policy = { ...change.policy, version: before.policy.version + 1 };
      return ok({ trust: { ...before, policy }, touches: () => true });
    }
    default:
      return assertNever(change);
  }
}

function withPacks(before: TrustContext, packs: readonly IssuerPack[], changed: readonly IssuerPack[]): TriedChange {
  const all = [...new Set([...before.packs, ...changed])];
  return { trust: { ...before, packs }, touches: restsOn(changed, all) };
}

/** Whose packs they are decides whose issuers count, and which unsigned lists are vouched for. */
function withPublishers(
  before: TrustContext,
  publishers: TrustContext['publishers'],
  fingerprint: string,
): TriedChange {
  const signed = before.packs.filter((pack) => pack.publishers.includes(fingerprint));
  return { trust: { ...before, publishers }, touches: restsOn(signed, before.packs) };
}

/** Whether anything in a file leads to something in one of these packs, or to a name like one of theirs. */
function restsOn(changed: readonly IssuerPack[], all: readonly IssuerPack[]): TriedChange['touches'] {
  const ids = new Set(changed.flatMap((pack) => [...idsOfPack(pack)]));
  return (file) => {
    const { texts } = followReferences(valuesIn(file), all);
    return [...texts].some((text) => ids.has(text) || changed.some((pack) => bearsOnNames(pack, text)));
  };
}

function withPins(before: TrustContext, pins: TrustContext['pins'], issuerId: string): TriedChange {
  return {
    trust: { ...before, pins },
    touches: (file) => followReferences(valuesIn(file), before.packs).texts.has(issuerId),
  };
}

/** All that stands in a file, read without verifying it. */
function valuesIn(file: { readonly name: string; readonly bytes: Uint8Array }): readonly Json[] {
  return openDocument(file).found.flatMap(({ json, securing, presentation }) => [
    json,
    ...valuesOfSecuring(securing),
    ...(presentation === null ? [] : [presentation.json, ...valuesOfSecuring(presentation.securing)]),
  ]);
}
