import { carriedContext } from '../../adapters/verification/contexts/context-table.ts';
import { resolveIssuer } from '../../adapters/verification/did-methods/registry.ts';
import { parseCompactJwt } from '../../adapters/verification/parse-compact-jwt.ts';
import type { IssuerPack } from '../../core/ports.ts';
import { instantOfSeconds, millisecondsOf } from '../../core/verification/instants.ts';
import { idOf, isObject, objectsOf, textOf } from '../../core/verification/json-fields.ts';
import { ok, type Result } from '../../../shared/api/problems.ts';
import type { Instant } from '../../../shared/model/ids.ts';
import type { JsonObject } from '../../../shared/model/json.ts';
import { openPack } from './pack-bytes.ts';

/** What a pack is, for a person who has to decide whether to take it. */
export interface PackDescription {
  readonly sha256: string;
  readonly version: string;
  readonly source: string;
  readonly retrievedAt: Instant;
  readonly expiresAt: Instant | null;
  /** Fingerprints of the keys that signed it; empty for an unsigned pack. */
  readonly publishers: readonly string[];
  /** Whole days from its retrieval to the day of judging. */
  readonly ageDays: number;
  readonly expired: boolean;
  readonly counts: Readonly<
    Record<'issuers' | 'keys' | 'didDocuments' | 'statusLists' | 'contexts' | 'schemas', number>
  >;
  readonly issuers: readonly DescribedIssuer[];
  /** What is past its date on the day of judging. */
  readonly stale: readonly {
    readonly kind: 'pack' | 'key' | 'status-list';
    readonly id: string;
    readonly since: Instant;
  }[];
  /** What is odd about it though it can be used. */
  readonly remarks: readonly PackRemark[];
}

export interface DescribedIssuer {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly keys: number;
  readonly evidence: readonly string[];
}

/** A context that is not used because Tessera carries it; an issuer whose keys stand nowhere; an id that deceives; a list by nobody known. */
export interface PackRemark {
  readonly code: 'context-carried' | 'issuer-without-keys' | 'issuer-id-deceptive' | 'list-of-unknown-issuer';
  readonly id: string;
}

/** Describes a pack as of a day. Problems: those of readIssuerPack. */
export function inspectPack(bytes: Uint8Array, at: Instant): Result<PackDescription> {
  const opened = openPack(bytes);
  if (!opened.ok) return opened;
  const { pack, json } = opened.value;
  const { sha256, version, source, retrievedAt, expiresAt } = pack;
  const keys = pack.entries.reduce((sum, entry) => sum + entry.keys.length, 0);
  return ok({
    ...{ sha256, version, source, retrievedAt, expiresAt },
    publishers: pack.publishers,
    ageDays: Math.max(0, Math.floor((millis(at) - millis(retrievedAt)) / MILLISECONDS_OF_A_DAY)),
    expired: expiresAt !== null && millis(expiresAt) < millis(at),
    counts: {
      issuers: pack.entries.length,
      keys,
      didDocuments: Object.keys(pack.didDocuments).length,
      statusLists: Object.keys(pack.statusLists).length,
      contexts: Object.keys(pack.contexts).length,
      schemas: Object.keys(pack.schemas).length,
    },
    issuers: pack.entries.map(describeIssuer),
    stale: staleIn(pack, at),
    remarks: [...remarksOnIssuers(pack), ...remarksOnLists(pack), ...remarksOnContexts(json)],
  });
}

const MILLISECONDS_OF_A_DAY = 24 * 60 * 60 * 1000;

function describeIssuer({ ids, names, keys, evidence = [] }: IssuerPack['entries'][number]): DescribedIssuer {
  const words = evidence.map(({ description, url, date }) => [description, url, date].filter((each) => each !== null));
  return { ids, names, keys: keys.length, evidence: words.map((each) => each.join(', ')) };
}

function staleIn(pack: IssuerPack, at: Instant): PackDescription['stale'] {
  const past = (kind: 'pack' | 'key' | 'status-list', id: string, end: Instant | null) =>
    end !== null && millis(end) < millis(at) ? [{ kind, id, since: end }] : [];
  return [
    ...past('pack', pack.source, pack.expiresAt),
    ...pack.entries.flatMap(({ ids, keys }) =>
      keys.flatMap((key) => past('key', `${ids[0] ?? ''} ${key.id}`, key.validUntil)),
    ),
    ...Object.entries(pack.statusLists).flatMap(([url, list]) => past('status-list', url, endOfList(list))),
  ];
}

/** The earliest end that a list gives itself, unproven: its dates, its time to live, the claims of a JWT. */
function endOfList(list: JsonObject | string): Instant | null {
  const jwt = typeof list === 'string' ? parseCompactJwt(list) : null;
  const json = typeof list === 'string' ? (jwt?.json ?? {}) : list;
  const claims = jwt?.securing.kind === 'jwt' ? jwt.securing.payload : {};
  const start = textOf(json['validFrom']) ?? textOf(json['issuanceDate']);
  const ttl = objectsOf(json['credentialSubject'])[0]?.['ttl'];
  const startMillis = start === null ? null : millisecondsOf(start);
  const lives = typeof ttl === 'number' && startMillis !== null ? instantOfSeconds((startMillis + ttl) / 1000) : null;
  const seconds = typeof claims['exp'] === 'number' ? instantOfSeconds(claims['exp']) : null;
  const ends = [textOf(json['validUntil']), textOf(json['expirationDate']), lives, seconds];
  return (
    ends
      .filter((end) => end !== null && millisecondsOf(end) !== null)
      .toSorted((one, other) => millis(one ?? '') - millis(other ?? ''))[0] ?? null
  );
}

function remarksOnIssuers(pack: IssuerPack): readonly PackRemark[] {
  const ids = pack.entries.flatMap((entry) => entry.ids);
  return ids.flatMap((id): readonly PackRemark[] => {
    switch (resolveIssuer(id, [pack]).state) {
      case 'refused':
        return [{ code: 'issuer-id-deceptive', id }];
      case 'missing':
        return [{ code: 'issuer-without-keys', id }];
      case 'found':
        return [];
    }
  });
}

function remarksOnLists(pack: IssuerPack): readonly PackRemark[] {
  return Object.entries(pack.statusLists).flatMap(([url, list]): readonly PackRemark[] => {
    const json = typeof list === 'string' ? (parseCompactJwt(list)?.json ?? {}) : list;
    const issuer = idOf(json['issuer']) ?? textOf(json['iss']);
    const isKnown = issuer !== null && resolveIssuer(issuer, [pack]).state === 'found';
    return isKnown ? [] : [{ code: 'list-of-unknown-issuer', id: url }];
  });
}

function remarksOnContexts(json: JsonObject): readonly PackRemark[] {
  const contexts = isObject(json['contexts']) ? Object.keys(json['contexts']) : [];
  return contexts.filter((url) => carriedContext(url) !== null).map((id) => ({ code: 'context-carried', id }));
}

function millis(instant: Instant): number {
  return millisecondsOf(instant) ?? Number.NaN;
}
