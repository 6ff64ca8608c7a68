import type { IssuerPack } from '../core/ports.ts';
import { fail, ok, type Result } from '../../shared/api/problems.ts';
import type { Instant } from '../../shared/model/ids.ts';
import type { PackSummary } from '../../shared/model/trust.ts';
import type { EngineContext } from './engine-context.ts';

/**
 * Whether a pack may be taken (docs/decisions/verification-policy.md). An older state of its source never is: it could
 * bring back a key that was withdrawn since. A pack that is unsigned, or signed by somebody whom the employer has not
 * pinned, or by somebody else than the packs of the same source before, is taken only on a person's reason.
 *
 * Problems: `pack-rollback`, `pack-publisher-changed`, `pack-unsigned`, `pack-publisher-unpinned`.
 */
export function mayAccept(context: EngineContext, pack: IssuerPack, hasReason: boolean): Result<null> {
  const rollback = rollbackOf(context, pack);
  if (!rollback.ok || hasReason) return rollback;
  const before = publishersOfSource(context, pack.source);
  const signers = signersOf(pack);
  const fingerprint = pack.publishers[0] ?? 'none';
  if (before.length > 0 && !signers.some((signer) => before.includes(signer))) {
    return fail('pack-publisher-changed', { source: pack.source, fingerprint, before: before[0] ?? 'none' });
  }
  if (pack.publishers.length === 0) return fail('pack-unsigned', { source: pack.source });
  return isOfPinnedPublisher(context, pack)
    ? ok(null)
    : fail('pack-publisher-unpinned', { source: pack.source, fingerprint });
}

/** Whether the employer takes packs of somebody who signed it. Every signature is over the whole pack. */
export function isOfPinnedPublisher({ workspace }: EngineContext, pack: IssuerPack): boolean {
  const pinned = workspace.trust.publishers().map((pin) => pin.fingerprint);
  return pack.publishers.some((publisher) => pinned.includes(publisher));
}

/** Everyone who signed it; null alone stands for nobody. */
function signersOf(pack: IssuerPack): readonly (string | null)[] {
  return pack.publishers.length === 0 ? [null] : pack.publishers;
}

/** Refuses a pack of which a newer state is there, or was there and has been removed. */
export function rollbackOf(context: EngineContext, pack: IssuerPack): Result<null> {
  const present = context.trust().packs.filter((one) => one.source === pack.source);
  const remembered = context.workspace.trust
    .knownSources(pack.source)
    .filter((known) => signersOf(pack).includes(known.publisher));
  const newer = [...present, ...remembered].find((one) => instantOf(one.retrievedAt) > instantOf(pack.retrievedAt));
  return newer === undefined ? ok(null) : fail('pack-rollback', { source: pack.source, version: newer.version });
}

/** The packs in whose place a pack of the same source would stand, newest first. */
export function replacedBy(pack: IssuerPack, present: readonly IssuerPack[]): readonly IssuerPack[] {
  return present
    .filter((one) => one.source === pack.source && one.sha256 !== pack.sha256)
    .toSorted((one, other) => instantOf(other.retrievedAt) - instantOf(one.retrievedAt));
}

/** Stores a pack in place of those of the same source, and remembers how new the source was. */
export function storePack(
  context: EngineContext,
  pack: IssuerPack,
  bytes: Uint8Array,
  reason: string | null,
): PackSummary {
  const { workspace, clock } = context;
  const stored = workspace.trust.packList().find((one) => one.sha256 === pack.sha256);
  if (stored !== undefined) return summaryOf(pack, stored.importedAt);
  const importedAt = clock.now();
  const replaced = replacedBy(pack, context.trust().packs);
  workspace.transaction(() => {
    for (const older of replaced) {
      workspace.trust.removePack(older.sha256);
      rememberPack(context, older);
    }
    workspace.trust.addPack({ sha256: pack.sha256, importedAt, bytes });
    rememberPack(context, pack);
    const { sha256, version, publishers } = pack;
    const replaces = replaced[0]?.sha256 ?? null;
    const publisher = publishers[0] ?? null;
    context.record('trust.pack-added', null, { sha256, version, publisher, replaces, reason });
  });
  return summaryOf(pack, importedAt);
}

/** Keeps how new the source was, for when the pack itself is gone. */
export function rememberPack({ workspace }: EngineContext, pack: IssuerPack): void {
  const { source, version, retrievedAt } = pack;
  for (const publisher of signersOf(pack)) {
    const known = workspace.trust.knownSources(source).find((one) => one.publisher === publisher);
    if (known !== undefined && instantOf(known.retrievedAt) >= instantOf(retrievedAt)) continue;
    workspace.trust.rememberSource({ source, publisher, version, retrievedAt });
  }
}

export function summaryOf(pack: IssuerPack, importedAt: Instant): PackSummary {
  const { sha256, version, source, retrievedAt, expiresAt } = pack;
  const publisher = pack.publishers[0] ?? null;
  const counts = { issuers: pack.entries.length, statusLists: Object.keys(pack.statusLists).length };
  return { sha256, version, source, retrievedAt, expiresAt, publisher, ...counts, importedAt };
}

/** Who signed the packs of a source up to now; null stands for nobody. */
function publishersOfSource(context: EngineContext, source: string): readonly (string | null)[] {
  const present = context.trust().packs.filter((one) => one.source === source);
  const remembered = context.workspace.trust.knownSources(source).map((known) => known.publisher);
  return [...present.flatMap(signersOf), ...remembered];
}

function instantOf(text: Instant): number {
  return Date.parse(text);
}
