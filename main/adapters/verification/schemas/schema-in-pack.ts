import type { IssuerPack } from '../../../core/ports.ts';
import type { JsonObject } from '../../../../shared/model/json.ts';

/** The schema under this URL in the newest pack that holds one; null where none does. Nothing is ever fetched. */
export function schemaInPacks(url: string, packs: readonly IssuerPack[]): JsonObject | null {
  const [plain = url] = url.split('#', 1);
  const holding = packs.filter((pack) => Object.hasOwn(pack.schemas, plain));
  const [newest] = holding.toSorted((one, other) => other.retrievedAt.localeCompare(one.retrievedAt));
  return newest?.schemas[plain] ?? null;
}
