import type { ContainerReader, ShapeReader } from './container.ts';
import { imageWithoutBadge } from './containers/image.ts';
import { json } from './containers/json.ts';
import { mdoc } from './containers/mdoc.ts';
import { office } from './containers/office.ts';
import { pdf } from './containers/pdf.ts';
import { png } from './containers/png.ts';
import { sdJwt } from './containers/sd-jwt.ts';
import { svg } from './containers/svg.ts';
import { vcJwt } from './containers/vc-jwt.ts';
import { xml } from './containers/xml.ts';
import { blockcerts } from './shapes/blockcerts.ts';
import { clr } from './shapes/clr.ts';
import { enveloped } from './shapes/enveloped.ts';
import { europass } from './shapes/europass.ts';
import { openBadges2 } from './shapes/open-badges-2.ts';
import { presentation } from './shapes/presentation.ts';
import { sdJwtJson } from './shapes/sd-jwt-json.ts';
import { sdJwtVc } from './shapes/sd-jwt-vc.ts';
import { verifiableCredential } from './shapes/verifiable-credential.ts';
import { wrapper } from './shapes/wrapper.ts';

/** The forms in which a file can come. The first that recognises it reads it. */
export const CONTAINER_READERS: readonly ContainerReader[] = [
  png,
  pdf,
  imageWithoutBadge,
  office,
  svg,
  xml,
  sdJwt,
  vcJwt,
  json,
  mdoc,
];

/** The documents that JSON (or the payload of a JWS) can be. The first that recognises it reads it. */
export const SHAPE_READERS: readonly ShapeReader[] = [
  blockcerts,
  sdJwtJson,
  europass,
  enveloped,
  presentation,
  clr,
  verifiableCredential,
  openBadges2,
  sdJwtVc,
  wrapper,
];
