import { createHash } from 'node:crypto';
import type { Json, JsonObject } from '../../../../shared/model/json.ts';
import { decodeText } from '../decode-text.ts';
import { isArray, isObject } from '../json-values.ts';
import { LIMITS } from '../limits.ts';
import { parseStrictJson } from '../strict-json.ts';

/** What came of the disclosures: the processed payload, or in plain words why the SD-JWT is refused. */
export type Processing =
  | {
      readonly accepted: true;
      readonly payload: JsonObject;
      /** Names of claims that were disclosed at the top level. */
      readonly disclosedNames: readonly string[];
      /** Digests without a disclosure where a date or a status could stand: at the top level and in the claim `vc`. */
      readonly keptBack: number;
    }
  | { readonly accepted: false; readonly refusal: string };

/** Names in the registry of hash algorithms (IANA Named Information) that are accepted in `_sd_alg`. */
const DIGESTS: Readonly<Record<string, string>> = { 'sha-256': 'sha256', 'sha-384': 'sha384', 'sha-512': 'sha512' };

/** The digest of a text as `_sd_alg` asks (sha-256 where it is absent), in base64url; null for a method that is not accepted. */
export function digestBy(algorithm: Json | undefined): ((text: string) => string) | null {
  const name = algorithm ?? 'sha-256';
  const method = typeof name === 'string' && Object.hasOwn(DIGESTS, name) ? DIGESTS[name] : undefined;
  return method === undefined ? null : (text) => createHash(method).update(text, 'ascii').digest('base64url');
}

/**
 * RFC 9901 section 7.1, steps 2d to 5: puts the disclosed claims where their digests stand and takes every other
 * digest out. Refuses what the RFC refuses: an unknown digest method, a digest that occurs twice, a disclosure that no
 * digest refers to or that is of the wrong form, reserved and doubled names. Stricter than it asks are duplicate JSON
 * keys and prototype names in disclosures, anything beside a digest in an array element, and the limits of a JSON file.
 */
export function processDisclosures(payload: JsonObject, disclosures: readonly string[]): Processing {
  try {
    return new Disclosing(payload, disclosures).process();
  } catch (error) {
    if (error instanceof Refusal) return { accepted: false, refusal: error.message };
    throw error;
  }
}

class Refusal extends Error {}

const ARRAY_DIGEST = '...';
const RESERVED = ['_sd', ARRAY_DIGEST];
const PROTOTYPE_NAMES = ['__proto__', 'constructor', 'prototype'];

class Disclosing {
  readonly #payload: JsonObject;
  readonly #byDigest = new Map<string, readonly Json[]>();
  readonly #seen = new Set<string>();
  readonly #used = new Set<string>();
  readonly #disclosedNames: string[] = [];
  #keptBack = 0;
  #nodes = 0;

  constructor(payload: JsonObject, disclosures: readonly string[]) {
    this.#payload = payload;
    const digest = digestBy(payload['_sd_alg']);
    if (digest === null) throw new Refusal('its digest method is not accepted');
    for (const encoded of disclosures) {
      const at = digest(encoded);
      if (this.#byDigest.has(at)) throw new Refusal('it discloses the same entry twice');
      this.#byDigest.set(at, openDisclosure(encoded));
    }
  }

  process(): Processing {
    const { _sd_alg: _, ...payload } = this.#payload;
    const processed = this.#object(payload, 0, true);
    if (this.#used.size < this.#byDigest.size) throw new Refusal('it discloses an entry that was not signed');
    return {
      accepted: true,
      payload: processed,
      disclosedNames: this.#disclosedNames,
      keptBack: this.#keptBack,
    };
  }

  /** @param decides whether it is an object in which dates and status of a credential stand. */
  #value(value: Json, depth: number, decides = false): Json {
    this.#nodes += 1;
    if (depth > LIMITS.jsonDepth) throw new Refusal('its disclosures are nested too deeply');
    if (this.#nodes > LIMITS.jsonNodes) throw new Refusal('it discloses too many entries');
    if (isArray(value)) return value.flatMap((item) => this.#element(item, depth + 1));
    return isObject(value) ? this.#object(value, depth, decides) : value;
  }

  /** None where the element was kept back. */
  #element(item: Json, depth: number): readonly Json[] {
    if (!isObject(item) || !Object.hasOwn(item, ARRAY_DIGEST)) return [this.#value(item, depth)];
    if (Object.keys(item).length !== 1) throw new Refusal('something stands beside a digest');
    const disclosed = this.#find(item[ARRAY_DIGEST]);
    if (disclosed === null) return [];
    const [, value] = disclosed;
    if (disclosed.length !== 2 || value === undefined) throw new Refusal('a disclosure is of the wrong form');
    return [this.#value(value, depth)];
  }

  #object(json: JsonObject, depth: number, decides: boolean): JsonObject {
    const { _sd: digests = [], ...plain } = json;
    if (Object.hasOwn(plain, ARRAY_DIGEST)) throw new Refusal('a reserved name is used');
    const claims: Record<string, Json> = {};
    const isCredential = (name: string): boolean => depth === 0 && name === 'vc';
    for (const [name, value] of Object.entries(plain)) claims[name] = this.#value(value, depth + 1, isCredential(name));
    if (!isArray(digests)) throw new Refusal('its digests are no list');
    for (const digest of digests) {
      const disclosed = this.#find(digest);
      if (disclosed === null) {
        if (decides) this.#keptBack += 1;
        continue;
      }
      const [, name, value] = disclosed;
      if (disclosed.length !== 3 || typeof name !== 'string' || value === undefined)
        throw new Refusal('a disclosure is of the wrong form');
      if (RESERVED.includes(name) || PROTOTYPE_NAMES.includes(name)) throw new Refusal('a reserved name is disclosed');
      if (Object.hasOwn(claims, name)) throw new Refusal('it discloses an entry that is there already');
      claims[name] = this.#value(value, depth + 1, isCredential(name));
      if (depth === 0) this.#disclosedNames.push(name);
    }
    return claims;
  }

  /** The disclosure of a digest; null for one that was kept back, or a decoy. */
  #find(digest: Json | undefined): readonly Json[] | null {
    if (typeof digest !== 'string') throw new Refusal('a digest is no text');
    if (this.#seen.has(digest)) throw new Refusal('a digest occurs twice');
    this.#seen.add(digest);
    const disclosed = this.#byDigest.get(digest);
    if (disclosed !== undefined) this.#used.add(digest);
    return disclosed ?? null;
  }
}

/** Salt, name and value of a claim, or salt and value of an array element (RFC 9901 section 4.2). */
function openDisclosure(encoded: string): readonly Json[] {
  const text = /^[\w-]+$/.test(encoded) ? decodeText(Buffer.from(encoded, 'base64url')) : null;
  const parsed = text === null ? null : parseStrictJson(text);
  const value = parsed?.ok === true ? parsed.value : null;
  if (value === null || !isArray(value) || typeof value[0] !== 'string')
    throw new Refusal('a disclosure is of the wrong form');
  return value;
}
