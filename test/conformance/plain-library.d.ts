import type { JsonObject } from '../../shared/model/json.ts';

type Loader = (url: string) => Promise<{ readonly document: unknown }>;

export function plainVerdict(credential: JsonObject, documentLoader: Loader, now: string): Promise<boolean>;
