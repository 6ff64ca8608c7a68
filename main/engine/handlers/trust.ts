import { createBlindView } from '../blind-view.ts';
import { readIssuerPack } from '../../adapters/verification/issuer-pack.ts';
import type { IssuerPack } from '../../core/ports.ts';
import type { Handlers } from '../../../shared/api/dispatcher.ts';
import { fail, ok } from '../../../shared/api/problems.ts';
import type { Instant } from '../../../shared/model/ids.ts';
import type { PackSummary } from '../../../shared/model/trust.ts';
import type { EngineContext } from '../engine-context.ts';

type Names = 'trust.overview' | 'trust.addPack' | 'trust.removePack' | 'trust.pin' | 'trust.unpin';

/** Whom the employer recognises: packs, pins, and the issuers seen so far. */
export function trustHandlers(context: EngineContext): Pick<Handlers, Names> {
  const { workspace, clock } = context;
  return {
    'trust.overview': () => {
      const importedAt = new Map(workspace.trust.packs().map((pack) => [pack.sha256, pack.importedAt]));
      const packs = context.trust().packs.map((pack) => summaryOf(pack, importedAt.get(pack.sha256) ?? ''));
      const { issuer } = createBlindView(context);
      return ok({ packs, pins: workspace.trust.pins(), issuers: workspace.credentials.issuers().map(issuer) });
    },
    'trust.addPack': ({ bytes }) => {
      const read = readIssuerPack(bytes);
      if (!read.ok) return read;
      const pack = read.value;
      // An old pack could bring back a key that its publisher has withdrawn since.
      const newer = context.trust().packs.find((one) => one.source === pack.source && isOlder(pack, one));
      if (newer !== undefined) return fail('pack-rollback', { source: pack.source, version: newer.version });
      const importedAt = clock.now();
      workspace.transaction(() => {
        workspace.trust.addPack({ sha256: pack.sha256, importedAt, bytes });
        context.record('trust.pack-added', null, { sha256: pack.sha256, version: pack.version });
      });
      context.changed('trust');
      return ok(summaryOf(pack, importedAt));
    },
    'trust.removePack': ({ sha256 }) => {
      const removed = workspace.transaction(() => {
        const found = workspace.trust.removePack(sha256);
        if (found) context.record('trust.pack-removed', null, { sha256 });
        return found;
      });
      context.changed('trust');
      return removed ? ok(null) : fail('not-found', { pack: sha256 });
    },
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
  };
}

function isOlder(pack: IssuerPack, than: IssuerPack): boolean {
  return Date.parse(pack.retrievedAt) < Date.parse(than.retrievedAt);
}

function summaryOf(pack: IssuerPack, importedAt: Instant): PackSummary {
  const { sha256, version, source, retrievedAt, expiresAt, publisher } = pack;
  const counts = { issuers: pack.entries.length, statusLists: Object.keys(pack.statusLists).length };
  return { sha256, version, source, retrievedAt, expiresAt, publisher, ...counts, importedAt };
}
