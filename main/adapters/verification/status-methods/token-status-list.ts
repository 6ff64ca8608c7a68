import type { Finding } from '../../../core/verification/finding.ts';
import { instantOfSeconds } from '../../../core/verification/instants.ts';
import { isObject, textOf } from '../../../core/verification/json-fields.ts';
import type { Instant } from '../../../../shared/model/ids.ts';
import type { Json, JsonObject } from '../../../../shared/model/json.ts';
import { ageOf, isOfTomorrow, type ListAge } from './list-age.ts';
import { bitsOf, valueAt } from './list-bits.ts';
import { packWithList } from './list-in-pack.ts';
import { proveStatusList, unusable } from './proven-status-list.ts';
import type { StatusMethod } from './status-method.ts';

/**
 * Token Status List (draft-ietf-oauth-status-list): the claim `status.status_list` of an SD-JWT VC or a JWT gives a
 * place in a list that is a JWT of type `statuslist+jwt`. Lists in CBOR are named and not read.
 */
export const tokenStatusList: StatusMethod = {
  types: ['status_list'],
  async evaluate({ entry, issuerId, trust }) {
    const uri = textOf(entry['uri']);
    const index = entry['idx'];
    if (uri === null) return { code: 'status-entry-malformed', evidence: { detail: 'it names no list' } };
    if (!isCount(index)) {
      return { code: 'status-entry-malformed', evidence: { detail: 'its place in the list is no number' } };
    }
    const pack = packWithList(uri, trust);
    if (pack === null) return { code: 'status-list-missing', evidence: { list: uri } };
    const token = await proveStatusList({ url: uri, pack, issuerId, packs: trust.packs });
    if ('code' in token) return token;
    const list = readList(token.json, token.header, uri);
    if ('code' in list) return list;
    if (isOfTomorrow(list.issued, trust)) return unusable('it is not valid yet');
    const bits = bitsOf(token.json, list.encoded, 'zlib');
    if ('code' in bits) return bits;
    const value = valueAt(bits, index, list.size, 'low');
    if (value === null) return unusable(`it has no place ${index}`);
    const dates = { from: list.issued, until: [list.expires], ttl: list.ttl };
    return findingOf(value, ageOf(dates, pack, trust));
  },
};

interface TokenList {
  readonly encoded: string | null;
  /** Bits of one place: 1, 2, 4 or 8. */
  readonly size: number;
  readonly issued: Instant | null;
  readonly expires: Instant | null;
  /** Milliseconds. */
  readonly ttl: number | null;
}

const SIZES: readonly Json[] = [1, 2, 4, 8];

/** §5.1: `typ` is `statuslist+jwt`, `sub` is the address of the list, `iat` is there, `ttl` is in seconds. */
function readList(payload: JsonObject, header: JsonObject | null, uri: string): TokenList | Finding {
  const type = textOf(header?.['typ'])
    ?.toLowerCase()
    .replace(/^application\//, '');
  const list = payload['status_list'];
  const bits = isObject(list) ? list['bits'] : undefined;
  if (type !== 'statuslist+jwt') return unusable('it does not call itself a status list');
  if (payload['sub'] !== uri) return unusable('its address is another one');
  if (!isObject(list) || !SIZES.includes(bits ?? null)) return unusable('the size of its entries is not allowed');
  const [issued, expires, ttl] = [payload['iat'], payload['exp'], payload['ttl']];
  if (typeof issued !== 'number') return unusable('it has no date');
  return {
    encoded: textOf(list['lst']),
    size: Number(bits),
    issued: instantOfSeconds(issued),
    expires: typeof expires === 'number' ? instantOfSeconds(expires) : null,
    ttl: typeof ttl === 'number' && ttl > 0 ? ttl * 1000 : null,
  };
}

/** §7.1: 0 is valid, 1 invalid, 2 suspended; every other value is the issuer's own. */
function findingOf(value: number, { asOf, stale }: ListAge): Finding {
  const evidence = { date: asOf, purpose: 'status_list' };
  if (value === 1) return { code: 'revoked', evidence, asOf };
  if (value === 2) return { code: 'suspended', evidence, asOf };
  if (value !== 0) {
    return { code: 'status-message', evidence: { ...evidence, value, message: `value ${value} of its own` }, asOf };
  }
  return { code: stale ? 'status-list-stale' : 'status-clear', evidence, asOf };
}

function isCount(value: Json | undefined): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 999_999_999_999;
}
