import { createHash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import jsonld from 'jsonld';
import rdfCanonize from 'rdf-canonize';
import type { JsonObject } from '../../shared/model/json.ts';
import { carriedContext } from '../../main/adapters/verification/contexts/context-table.ts';

/** What becomes of a document: the hash of its canonical statements, and whether all of its values are in them. */
export interface CanonicalOutcome {
  readonly sha256: string | null;
  readonly complete: boolean;
  /** Of the JSON-LD form into which its statements are brought back, where some values are not in them and it was asked for. */
  readonly compactSha256: string | null;
}

/** jsonld as it comes, in a thread of its own, because Tessera changes in its own how the library shares its work. */
parentPort?.on('message', ({ documents, compact }: { documents: readonly JsonObject[]; compact: boolean }) => {
  void Promise.all(documents.map((document) => canonicalise(document, compact))).then((outcomes) =>
    parentPort?.postMessage(outcomes),
  );
});

async function canonicalise(document: JsonObject, compact: boolean): Promise<CanonicalOutcome> {
  let complete = true;
  const options = {
    documentLoader,
    base: null,
    eventHandler: ({ event, next }: { readonly event: { readonly level: string }; readonly next: () => void }) => {
      if (event.level === 'warning') complete = false;
      next();
    },
  };
  try {
    const dataset = await jsonld.toRDF(document, {
      ...options,
      rdfDirection: 'i18n-datatype',
      produceGeneralizedRdf: false,
    });
    const canonical = await rdfCanonize.canonize(dataset, { algorithm: 'RDFC-1.0', maxWorkFactor: 1 });
    const compactSha256 = complete || !compact ? null : hashOf(await compacted(document));
    return { sha256: hashOf(canonical), complete, compactSha256 };
  } catch {
    return { sha256: null, complete: false, compactSha256: null };
  }
}

async function compacted(document: JsonObject): Promise<string> {
  const expanded = await jsonld.expand(document, { documentLoader, base: null });
  const context = { '@context': document['@context'] ?? [] };
  return JSON.stringify(await jsonld.compact(expanded, context, { documentLoader, base: null, skipExpansion: true }));
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

async function documentLoader(url: string) {
  const document = carriedContext(url);
  if (document === null) throw new Error('Not carried');
  return { contextUrl: null, documentUrl: url, document, tag: 'static' as const };
}
