import type { CheckCode } from '../../../main/core/verification/check-codes.ts';
import type { NamedFile } from '../../../main/core/ports.ts';
import type { ProblemCode } from '../../../shared/api/problems.ts';
import type { CheckAxis } from '../../../shared/model/check.ts';
import type { JsonPointer } from '../../../shared/model/ids.ts';
import type { JsonObject } from '../../../shared/model/json.ts';
import type { Genuine } from './genuine.ts';

/** The word that a forger wants to be read. It stands in no genuine specimen, so that it can be looked for. */
export const FORGED = 'Astronaut Licence';

/** The containers in which a credential can travel, and the ZIP around files. */
export const PLACES = ['JSON', 'JWT', 'SD-JWT', 'PNG', 'SVG', 'VP', 'CLR member', 'ZIP'] as const;
export type Place = (typeof PLACES)[number];

/** One way to deceive, with what has to be said of it. */
export interface Attack {
  /** Unique; the file names of a batch are made from it. */
  readonly name: string;
  /** What the forger hopes for, in one sentence. */
  readonly hope: string;
  readonly forge: Forging;
  /** Containers in which it makes no sense or is another attack. */
  readonly except: readonly Place[];
  /** What may be found; one of them must be, in every container. */
  readonly lands: readonly Landing[];
  /** Why the verdict may be “verified with reservations”; null where it may not. */
  readonly reservation: string | null;
  /** True where the forger signs their own words with their own key: these are then rightly called signed, by them. */
  readonly ownWords: boolean;
}

/** Where an attack must land: on an axis with a code of the catalogue, or as a named problem of the file. */
export type Landing =
  | { readonly kind: 'check'; readonly axis: CheckAxis; readonly codes: readonly CheckCode[] }
  | { readonly kind: 'problem'; readonly codes: readonly ProblemCode[] };

/** How the attacked credential is made from the genuine one. A maker's text is JSON or a compact JWS. */
export interface Forging {
  /** JSON with an embedded proof, or JSON text of any form. */
  readonly object?: (genuine: Genuine) => JsonObject | string | Promise<JsonObject | string>;
  /** A compact JWS, or text that wants to be one. */
  readonly token?: (genuine: Genuine) => string | Promise<string>;
  /** Whole files, where the container itself is the weapon. */
  readonly files?: (genuine: Genuine) => readonly AttackedFile[] | Promise<readonly AttackedFile[]>;
}

/** An attacked file, and where in it the attacked credential stands. */
export interface AttackedFile extends NamedFile {
  readonly place: Place;
  readonly pointer: JsonPointer;
}

interface Options {
  readonly except?: readonly Place[];
  readonly reservation?: string;
  readonly ownWords?: boolean;
}

export function attack(
  name: string,
  hope: string,
  forge: Forging,
  lands: readonly Landing[],
  { except = [], reservation, ownWords = false }: Options = {},
): Attack {
  return { name, hope, forge, lands, except, reservation: reservation ?? null, ownWords };
}

export function on(axis: CheckAxis, ...codes: readonly CheckCode[]): Landing {
  return { kind: 'check', axis, codes };
}

export function refused(...codes: readonly ProblemCode[]): Landing {
  return { kind: 'problem', codes };
}
