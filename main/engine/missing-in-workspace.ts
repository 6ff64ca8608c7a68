import { openDocument } from '../adapters/formats/open-document.ts';
import { createContextTable } from '../adapters/verification/contexts/context-table.ts';
import { resolveIssuer } from '../adapters/verification/did-methods/registry.ts';
import { parseCompactJwt } from '../adapters/verification/parse-compact-jwt.ts';
import type { IssuerPack, TrustContext } from '../core/ports.ts';
import { millisecondsOf } from '../core/verification/instants.ts';
import { missingTrustData, type IsHeld } from '../core/verification/trust-data/missing-trust-data.ts';
import { referencesOf, type TrustReference } from '../core/verification/trust-data/trust-references.ts';
import type { JsonObject } from '../../shared/model/json.ts';
import type { MissingTrustData } from '../../shared/model/trust.ts';
import type { EngineContext } from './engine-context.ts';

/**
 * What the workspace's credentials refer to and no pack that is still in date holds. Read from the original files, as
 * a report keeps neither contexts nor endorsers; nothing is verified for it.
 */
export function missingInWorkspace({ workspace, trust }: EngineContext): readonly MissingTrustData[] {
  return missingTrustData(referencesIn(workspace), heldBy(trust()));
}

function* referencesIn(workspace: EngineContext['workspace']): Generator<readonly TrustReference[]> {
  for (const hash of workspace.credentials.documents()) {
    const document = workspace.documents.get(hash);
    if (document === null) continue;
    const { found } = openDocument({ name: document.fileName, bytes: document.bytes });
    for (const { json } of found) yield referencesOf(json, readJwt);
  }
}

function readJwt(compact: string): JsonObject | null {
  return parseCompactJwt(compact)?.json ?? null;
}

function heldBy({ packs, at }: TrustContext): IsHeld {
  const current = packs.filter((pack) => isCurrent(pack, at));
  const contexts = createContextTable(packs);
  const holds = (kind: 'statusLists' | 'schemas', id: string) => current.some((pack) => Object.hasOwn(pack[kind], id));
  return ({ kind, id }) => {
    switch (kind) {
      case 'did-document':
      case 'issuer':
        // An id that deceives is refused whatever a pack says: there is nothing to fetch for it.
        return resolveIssuer(id, current).state !== 'missing';
      case 'status-list':
        return holds('statusLists', id);
      case 'schema':
        return holds('schemas', id);
      case 'context':
        return contexts.has(id);
    }
  };
}

function isCurrent(pack: IssuerPack, at: string): boolean {
  const end = pack.expiresAt === null ? null : millisecondsOf(pack.expiresAt);
  return end === null || end >= (millisecondsOf(at) ?? 0);
}
