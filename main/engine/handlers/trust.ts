import { presentFor, readIssuerPack } from '../../adapters/verification/issuer-pack.ts';
import { differenceOfPacks } from '../../core/verification/trust-data/pack-difference.ts';
import type { Handlers } from '../../../shared/api/dispatcher.ts';
import { fail, ok } from '../../../shared/api/problems.ts';
import type { PackSummary } from '../../../shared/model/trust.ts';
import {
  isOfPinnedPublisher,
  mayAccept,
  rememberPack,
  replacedBy,
  rollbackOf,
  storePack,
  summaryOf,
} from '../accept-pack.ts';
import { createBlindView } from '../blind-view.ts';
import type { EngineContext } from '../engine-context.ts';
import { missingInWorkspace } from '../missing-in-workspace.ts';
import { previewChange } from '../recheck.ts';

type Names = Extract<keyof Handlers, `trust.${string}`>;

/** Whom the employer recognises: packs and their publishers, pins, the policy, and the issuers seen so far. */
export function trustHandlers(context: EngineContext): Pick<Handlers, Names> {
  return { ...overviewHandlers(context), ...packHandlers(context), ...pinHandlers(context) };
}

type OverviewNames = 'trust.overview' | 'trust.missing' | 'trust.preview' | 'trust.setPolicy';

function overviewHandlers(context: EngineContext): Pick<Handlers, OverviewNames> {
  const { workspace, tasks, clock } = context;
  return {
    'trust.overview': () => {
      const { issuer } = createBlindView(context);
      return ok({
        packs: packSummaries(context),
        pins: workspace.trust.pins(),
        publishers: workspace.trust.publishers(),
        policy: workspace.trust.policy(),
        issuers: workspace.credentials.issuers().map(issuer),
      });
    },
    'trust.missing': () => ok(missingInWorkspace(context)),
    'trust.preview': ({ change }) => tasks.start('trust.preview', (task) => previewChange(context, change, task)),
    'trust.setPolicy': ({ policy, reason }) => {
      const stored = workspace.transaction(() => {
        const next = workspace.trust.setPolicy(policy, { reason, setBy: context.by, setAt: clock.now() });
        context.record('trust.policy-set', null, { ...next, reason });
        return next;
      });
      context.changed('trust');
      return ok(stored);
    },
  };
}

type PackNames = 'trust.inspectPack' | 'trust.addPack' | 'trust.removePack';

function packHandlers(context: EngineContext): Pick<Handlers, PackNames> {
  const { workspace } = context;
  return {
    'trust.inspectPack': ({ bytes }) => {
      const read = readIssuerPack(bytes, presentFor(context.judgedAt()));
      if (!read.ok) return read;
      const pack = read.value;
      const rollback = rollbackOf(context, pack);
      if (!rollback.ok) return rollback;
      const { importedAt: _, ...summary } = summaryOf(pack, '');
      const older = replacedBy(pack, context.trust().packs)[0];
      return ok({
        summary,
        publisherPinned: pack.publishers.length === 0 ? null : isOfPinnedPublisher(context, pack),
        replaces: packSummaries(context).find((one) => one.sha256 === older?.sha256) ?? null,
        difference: older === undefined ? null : differenceOfPacks(older, pack),
      });
    },
    'trust.addPack': ({ bytes, reason }) => {
      const read = readIssuerPack(bytes, presentFor(context.judgedAt()));
      if (!read.ok) return read;
      // A pack that is there already was accepted before.
      const isThere = workspace.trust.packList().some((stored) => stored.sha256 === read.value.sha256);
      const accepted = isThere ? ok(null) : mayAccept(context, read.value, reason !== undefined);
      if (!accepted.ok) return accepted;
      const summary = storePack(context, read.value, bytes, reason ?? null);
      context.changed('trust');
      return ok(summary);
    },
    'trust.removePack': ({ sha256 }) => {
      const pack = context.trust().packs.find((one) => one.sha256 === sha256);
      const removed = workspace.transaction(() => {
        const found = workspace.trust.removePack(sha256);
        if (found && pack !== undefined) rememberPack(context, pack);
        if (found) context.record('trust.pack-removed', null, { sha256 });
        return found;
      });
      context.changed('trust');
      return removed ? ok(null) : fail('not-found', { pack: sha256 });
    },
  };
}

type PinNames = 'trust.pin' | 'trust.unpin' | 'trust.pinPublisher' | 'trust.unpinPublisher';

function pinHandlers(context: EngineContext): Pick<Handlers, PinNames> {
  const { workspace, clock } = context;
  return {
    'trust.pin': ({ issuerId, reason }) => {
      workspace.transaction(() => {
        workspace.trust.pin({ issuerId, reason, pinnedBy: context.by, pinnedAt: clock.now() });
        context.record('trust.pinned', null, { issuer: issuerId, reason });
      });
      context.changed('trust');
      return ok(null);
    },
    'trust.unpin': ({ issuerId, reason }) => {
      const removed = workspace.transaction(() => {
        const found = workspace.trust.unpin(issuerId);
        if (found) context.record('trust.unpinned', null, { issuer: issuerId, reason });
        return found;
      });
      context.changed('trust');
      return removed ? ok(null) : fail('not-found', { issuer: issuerId });
    },
    'trust.pinPublisher': ({ fingerprint, name, reason }) => {
      workspace.transaction(() => {
        workspace.trust.pinPublisher({ fingerprint, name, reason, pinnedBy: context.by, pinnedAt: clock.now() });
        context.record('trust.publisher-pinned', null, { fingerprint, name, reason });
      });
      context.changed('trust');
      return ok(null);
    },
    'trust.unpinPublisher': ({ fingerprint, reason }) => {
      const removed = workspace.transaction(() => {
        const found = workspace.trust.unpinPublisher(fingerprint);
        if (found) context.record('trust.publisher-unpinned', null, { fingerprint, reason });
        return found;
      });
      context.changed('trust');
      return removed ? ok(null) : fail('not-found', { publisher: fingerprint });
    },
  };
}

function packSummaries(context: EngineContext): readonly PackSummary[] {
  const importedAt = new Map(context.workspace.trust.packList().map((pack) => [pack.sha256, pack.importedAt]));
  return context.trust().packs.map((pack) => summaryOf(pack, importedAt.get(pack.sha256) ?? ''));
}
