import { presentFor, readIssuerPack } from '../adapters/verification/issuer-pack.ts';
import type { Workspace } from '../adapters/sqlite/open-workspace.ts';
import type { IssuerPack, TrustContext } from '../core/ports.ts';
import type { Instant } from '../../shared/model/ids.ts';

/** Reads packs, pins, publishers and policy out of the workspace; a pack is parsed once and kept while it is there. */
export function createTrustReader(workspace: Workspace): (at: Instant) => TrustContext {
  const parsed = new Map<string, IssuerPack>();
  return (at) => {
    const packs = workspace.trust.packList().flatMap(({ sha256 }) => {
      const known = parsed.get(sha256);
      if (known !== undefined) return [known];
      const bytes = workspace.trust.packBytes(sha256);
      if (bytes === null) return [];
      const read = readIssuerPack(bytes, presentFor(at));
      // It was readable when it was imported; a later version may have become stricter, and then it counts no more.
      if (!read.ok) return [];
      parsed.set(sha256, read.value);
      return [read.value];
    });
    const { trust } = workspace;
    return { packs, pins: trust.pins(), publishers: trust.publishers(), policy: trust.policy(), at };
  };
}
