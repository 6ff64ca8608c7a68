import type {
  FoundCredential,
  FoundPresentation,
  SdJwtSecuring,
  Securing,
} from '../../core/credentials/found-credential.ts';
import type { Problem } from '../../../shared/api/problems.ts';
import type { Container } from '../../../shared/model/credential.ts';
import type { JsonPointer } from '../../../shared/model/ids.ts';
import type { Json, JsonObject } from '../../../shared/model/json.ts';

/** A file as a container looks at it. */
export interface RawFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The first 4 KB as Latin-1: enough to tell formats apart without decoding the file. */
  readonly start: string;
}

/** Where something stands: what carries it, and what already stands around it. */
export interface Place {
  readonly pointer: JsonPointer;
  readonly container: Container;
  readonly parent: JsonPointer | null;
  readonly presentation: FoundPresentation | null;
}

/** What has come out of a file so far. Credentials and problems can stand beside each other. */
export interface Harvest {
  readonly found: FoundCredential[];
  readonly problems: Problem[];
}

/** The ways in which containers and shapes hand on what they carry; given to them, so that none imports another. */
export interface Readers {
  /** Reads text that is JSON or a compact JWS. */
  text(text: string, place: Place): void;
  /** Reads a JSON value: a credential, a presentation, an array of them, or a compact JWS as a string. */
  json(value: Json, place: Place): void;
  /** Reads a compact JWS. */
  jws(compact: string, place: Place): void;
  /** Reads a compact SD-JWT. */
  sdJwt(compact: string, place: Place): void;
  /** Adds a credential, within the limits of {@link LIMITS}. */
  found(credential: FoundCredential): void;
  problem(problem: Problem): void;
}

/** One form in which a file can come. A container that is recognised but not read reports its problem. */
export interface ContainerReader {
  readonly name: string;
  readonly maximumBytes: number;
  /** Judges by the bytes, never by the file's name. */
  recognises(file: RawFile): boolean;
  read(file: RawFile, readers: Readers): void;
}

/** A JSON object together with the token from which it was decoded, where there is one. */
export interface SecuredJson {
  readonly json: JsonObject;
  readonly token: Extract<Securing, { readonly kind: 'jwt' }> | SdJwtSecuring | null;
}

/** A compact JWS, decoded with duplicate keys refused. Nothing in it is trusted. */
export interface DecodedJws {
  readonly compact: string;
  readonly header: JsonObject;
  readonly payload: JsonObject;
}

/** One kind of JSON document that may stand in any container. */
export interface ShapeReader {
  readonly name: string;
  recognises(json: JsonObject): boolean;
  read(secured: SecuredJson, place: Place, readers: Readers): void;
}
