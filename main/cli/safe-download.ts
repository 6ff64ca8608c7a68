import { lookup as lookupName } from 'node:dns';
import { request as requestHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import type { Load, Loaded } from '../engine/issuer-packs/gather-trust-data.ts';
import { WrongUse } from './exit-codes.ts';

/** What a download may take. */
export interface DownloadLimits {
  /** Bytes of one document. */
  readonly bytes: number;
  /** Milliseconds for one document, redirections included. */
  readonly milliseconds: number;
  readonly redirections: number;
}

/** A status list of 16 million entries fits. */
export const DOWNLOAD_LIMITS: DownloadLimits = { bytes: 4 * 1024 * 1024, milliseconds: 20_000, redirections: 3 };

export interface DownloadOptions {
  readonly signal: AbortSignal;
  /** An origin on the loopback address to which every request is sent, for tests; null in use. */
  readonly connectTo: string | null;
  readonly limits?: DownloadLimits;
}

/**
 * Makes the way to load a document: https only, no address of a private network (also not by a name or a redirection
 * that leads there), few redirections, capped in size and time, no cookies, no compression, one connection a document.
 * What can't be had comes back as a reason.
 */
export function createDownload({ signal, connectTo, limits = DOWNLOAD_LIMITS }: DownloadOptions): Load {
  const route = connectTo === null ? ROUTE_OF_USE : routeTo(connectTo);
  return async (url, accept) => {
    const deadline = AbortSignal.any([signal, AbortSignal.timeout(limits.milliseconds)]);
    try {
      return await follow(url, { accept, route, limits, deadline });
    } catch (error) {
      signal.throwIfAborted();
      if (deadline.aborted) return refused(`no full answer within ${limits.milliseconds / 1000} seconds`);
      return refused(error instanceof Refused ? error.message : `no connection (${codeOf(error)})`);
    }
  };
}

/** Where a request for a URL really goes. */
type Route = (url: URL) => { readonly origin: URL; readonly options: RequestOptions };

interface Download {
  readonly accept: string;
  readonly route: Route;
  readonly limits: DownloadLimits;
  readonly deadline: AbortSignal;
}

class Refused extends Error {
  override readonly name = 'Refused';
}

async function follow(from: string, download: Download): Promise<Loaded> {
  let url = checkedUrl(from);
  for (let redirections = 0; redirections <= download.limits.redirections; redirections += 1) {
    const response = await answerTo(url, download);
    const status = response.statusCode ?? 0;
    const { location } = response.headers;
    if (status >= 300 && status < 400 && location !== undefined) {
      response.destroy();
      url = checkedUrl(location, url);
      continue;
    }
    if (status !== 200) {
      response.destroy();
      return refused(`the server answered ${status}`);
    }
    return { ok: true, bytes: await readBody(response, download.limits.bytes), url: url.href };
  }
  return refused(`more than ${download.limits.redirections} redirections`);
}

function checkedUrl(text: string, base?: URL): URL {
  if (!URL.canParse(text, base?.href)) throw new Refused('its address is no URL');
  const url = new URL(text, base);
  const leading = base === undefined ? '' : 'it leads to an address that is not fetched: ';
  if (url.protocol !== 'https:') throw new Refused(`${leading}only https is fetched, not ${url.protocol.slice(0, -1)}`);
  if (url.username !== '' || url.password !== '') throw new Refused(`${leading}its address carries a user name`);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && isPrivate(host)) throw new Refused(`${leading}${PRIVATE}`);
  url.hash = '';
  return url;
}

function answerTo(url: URL, { accept, route, deadline }: Download): Promise<IncomingMessage> {
  const { origin, options } = route(url);
  const request = origin.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const headers = {
      host: url.host,
      accept,
      'accept-encoding': 'identity',
      'user-agent': 'tessera-pack-fetch',
    };
    const target = new URL(`${url.pathname}${url.search}`, origin);
    const sent = request(target, { ...options, method: 'GET', agent: false, headers, signal: deadline }, resolve);
    sent.once('error', reject);
    sent.end();
  });
}

async function readBody(response: IncomingMessage, limit: number): Promise<Uint8Array> {
  const encoding = response.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') {
    response.destroy();
    throw new Refused(`it came compressed (${encoding}), which was not asked for`);
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) {
      response.destroy();
      throw new Refused(`it is larger than ${limit} bytes`);
    }
    chunks.push(chunk);
  }
  if (!response.complete) throw new Refused('it broke off');
  return Buffer.concat(chunks);
}

const PRIVATE = 'it leads into a private network';

/** The connection is made to the very addresses that were judged, so a second answer of the name server changes nothing. */
const lookup: LookupFunction = (hostname, options, callback) => {
  lookupName(hostname, { ...options, all: true }, (error, addresses) => {
    const first = addresses?.[0];
    if (error !== null || first === undefined) {
      callback(error ?? new Refused('its domain has no address'), '', 4);
    } else if (addresses.some(({ address }) => isPrivate(address))) {
      callback(new Refused(PRIVATE), '', 4);
    } else if (options.all === true) {
      callback(null, addresses);
    } else {
      callback(null, first.address, first.family);
    }
  });
};

const ROUTE_OF_USE: Route = (url) => ({ origin: new URL(url.origin), options: { lookup } });

/** For tests: everything goes to one server on the loopback address, with the host that was meant in its header. */
function routeTo(text: string): Route {
  const origin = URL.canParse(text) ? new URL(text) : null;
  if (origin === null || origin.protocol !== 'http:' || !['127.0.0.1', '[::1]'].includes(origin.hostname)) {
    throw new WrongUse('--connect-to is for tests, and takes http://127.0.0.1:PORT alone.');
  }
  return () => ({ origin, options: {} });
}

/** Addresses that are not in the public internet (RFC 6890 and its registries), in both forms of writing. */
export function isPrivate(address: string): boolean {
  const family = isIP(address);
  return family === 0 || PRIVATE_ADDRESSES.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

const PRIVATE_ADDRESSES = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  PRIVATE_ADDRESSES.addSubnet(net, prefix, 'ipv4');
}
for (const [net, prefix] of [
  ['::', 127],
  // IPv4 in IPv6 by translation and by tunnels: they can lead to any of the above.
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  PRIVATE_ADDRESSES.addSubnet(net, prefix, 'ipv6');
}

function refused(reason: string): Loaded {
  return { ok: false, reason };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'broken off';
}
