import { hash } from 'node:crypto';
import type { DocumentOpening, FoundCredential, SdJwtSecuring } from '../../core/credentials/found-credential.ts';
import { credentialOfClaims, presentationOfClaims } from '../../core/credentials/jwt-claims.ts';
import type { NamedFile } from '../../core/ports.ts';
import type { Problem } from '../../../shared/api/problems.ts';
import type { DocumentHash, JsonPointer } from '../../../shared/model/ids.ts';
import type { Json, JsonObject } from '../../../shared/model/json.ts';
import { decodeCompactJws, looksLikeCompactJws } from './compact-jws.ts';
import { CONTAINER_READERS, SHAPE_READERS } from './container-registry.ts';
import type { Harvest, Place, RawFile, Readers, SecuredJson } from './container.ts';
import { isArray, isObject, listOf } from './json-values.ts';
import { LIMITS } from './limits.ts';
import { looksLikeSdJwt, readSdJwt } from './sd-jwt/read-sd-jwt.ts';
import { credentialOfSdJwt } from './sd-jwt/sd-jwt-claims.ts';
import { parseStrictJson } from './strict-json.ts';

const MAXIMUM_PROBLEMS = 100;

/**
 * Opens one file that is not a ZIP and finds the credentials in it, without verifying anything. A CLR stands before
 * its members. Never throws and reads nothing but the bytes: what can't be read is a problem beside what could.
 */
export function openDocument(file: NamedFile): DocumentOpening {
  const document = file.hash ?? (hash('sha256', file.bytes, 'hex') as DocumentHash);
  const harvest: Harvest = { found: [], problems: [] };
  try {
    readFile(file, harvest);
  } catch {
    // A fault of ours must not take the rest of a batch with it; the fuzz tests hold that none is known.
    return { document, found: [], problems: [{ code: 'internal', params: {} }] };
  }
  return { document, ...harvest };
}

function readFile(file: NamedFile, harvest: Harvest): void {
  const raw: RawFile = { ...file, start: Buffer.from(file.bytes.subarray(0, 4096)).toString('latin1') };
  const report = (problem: Problem) => harvest.problems.push(problem);
  if (file.bytes.length === 0) {
    report({ code: 'file-empty', params: {} });
    return;
  }
  const container = CONTAINER_READERS.find((reader) => reader.recognises(raw));
  const maximumBytes = container?.maximumBytes ?? LIMITS.fileBytes;
  if (file.bytes.length > maximumBytes) {
    report({ code: 'file-too-large', params: { bytes: file.bytes.length, limit: maximumBytes } });
  } else if (container) {
    container.read(raw, readersInto(harvest));
  } else {
    report({ code: 'not-a-credential', params: { reason: 'unknown-format' } });
  }
}

function readersInto(harvest: Harvest): Readers {
  const place = (at: Place): Problem['params'] => (at.pointer === '' ? {} : { pointer: at.pointer });
  const readers: Readers = {
    text(text, at) {
      const trimmed = text.trim();
      if (looksLikeCompactJws(trimmed)) return readers.jws(trimmed, at);
      if (looksLikeSdJwt(trimmed)) return readers.sdJwt(trimmed, at);
      const parsed = parseStrictJson(text);
      if (parsed.ok) readers.json(parsed.value, at);
      else readers.problem(parsed.problem);
    },
    json(value, at) {
      if (isArray(value)) readArray(value, at, readers);
      else if (typeof value === 'string' && looksLikeCompactJws(value.trim()))
        readers.jws(value.trim(), inToken('vc-jwt', at));
      else if (typeof value === 'string' && looksLikeSdJwt(value.trim()))
        readers.sdJwt(value.trim(), inToken('sd-jwt', at));
      else if (isObject(value)) readShape({ json: value, token: null }, at, readers);
      else readers.problem({ code: 'not-a-credential', params: { ...place(at), reason: 'other-json' } });
    },
    jws(compact, at) {
      const decoded = decodeCompactJws(compact);
      if (!decoded.ok) {
        readers.problem({ ...decoded.problem, params: { ...decoded.problem.params, ...place(at) } });
        return;
      }
      const token = { kind: 'jwt', ...decoded.value } as const;
      const { payload } = token;
      const { vc, vp } = payload;
      if (isObject(vp)) {
        readShape({ json: presentationOfClaims(vp, payload), token }, at, readers);
      } else if (isObject(vc)) {
        readShape({ json: credentialOfClaims(vc, payload), token }, at, readers);
      } else if (hasDigests(payload)) {
        // Without its last tilde it is no SD-JWT (RFC 9901 section 4): the disclosures were lost with it.
        readers.problem({ code: 'jwt-malformed', params: { ...place(at), reason: 'tilde' } });
      } else {
        readShape({ json: payload, token }, at, readers);
      }
    },
    sdJwt(compact, at) {
      const token = readSdJwt(compact);
      if (token.ok) readSelective(token.value, at, readers);
      else readers.problem({ ...token.problem, params: { ...token.problem.params, ...place(at) } });
    },
    found(credential) {
      const problem = overLimit(credential);
      if (problem) readers.problem(problem);
      else if (harvest.found.length < LIMITS.credentials) harvest.found.push(credential);
      else reportTooMany(harvest);
    },
    problem(problem) {
      // A file that is wrong in thousands of places is described well enough by the first hundred.
      if (harvest.problems.length < MAXIMUM_PROBLEMS) harvest.problems.push(problem);
    },
  };
  return readers;
}

/** A token that stands as a string in plain JSON is itself what travelled. */
function inToken(container: 'vc-jwt' | 'sd-jwt', place: Place): Place {
  return place.container === 'json' ? { ...place, container } : place;
}

function hasDigests(payload: JsonObject): boolean {
  return isArray(payload['_sd']) || payload['_sd_alg'] !== undefined;
}

/** One whose disclosures are refused is still a credential that was handed in: the verification says what is wrong. */
function readSelective(token: SdJwtSecuring, place: Place, readers: Readers): void {
  const json = credentialOfSdJwt(token.payload);
  if (token.refusal === null) readShape({ json, token }, place, readers);
  else readers.found({ ...place, standard: 'sd-jwt-vc', json, securing: token });
}

function readArray(values: readonly Json[], place: Place, readers: Readers): void {
  if (values.length === 0) readers.problem({ code: 'not-a-credential', params: { reason: 'empty-array' } });
  for (const [index, value] of values.entries()) {
    const pointer: JsonPointer = `${place.pointer}/${index}`;
    // An array in an array is no list of credentials.
    if (isArray(value)) readers.problem({ code: 'not-a-credential', params: { pointer, reason: 'other-json' } });
    else readers.json(value, { ...place, pointer });
  }
}

function readShape(secured: SecuredJson, place: Place, readers: Readers): void {
  const shape = SHAPE_READERS.find((reader) => reader.recognises(secured.json));
  if (shape) {
    shape.read(secured, place, readers);
  } else {
    const at = place.pointer === '' ? {} : { pointer: place.pointer };
    readers.problem({ code: 'not-a-credential', params: { ...at, reason: 'other-json' } });
  }
}

function overLimit({ json, pointer }: FoundCredential): Problem | null {
  const contexts = listOf(json['@context']).length;
  const proofs = listOf(json['proof']).length;
  const over = (what: string, count: number, limit: number): Problem => ({
    code: 'too-complex',
    params: { pointer, what, count, limit },
  });
  if (contexts > LIMITS.contexts) return over('contexts', contexts, LIMITS.contexts);
  if (proofs > LIMITS.proofs) return over('proofs', proofs, LIMITS.proofs);
  return null;
}

/** Said once for a file: the first {@link LIMITS.credentials} are read, the others are not. */
function reportTooMany({ problems }: Harvest): void {
  if (problems.some((problem) => problem.code === 'too-many-credentials')) return;
  problems.push({ code: 'too-many-credentials', params: { limit: LIMITS.credentials } });
}
