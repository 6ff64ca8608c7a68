import type { Json } from '../../../shared/model/json.ts';
import type { FoundCredential } from './found-credential.ts';

/** For which lists of a result description the order in the file is the issuer's. */
export interface SignedOrder {
  readonly levels: boolean;
  readonly allowedValues: boolean;
}

/**
 * Suites that canonicalise to RDF sign what an unordered list holds, not its order: whoever has the file may reorder it.
 * `rubricCriterionLevel` is unordered (`@container: @set`) in every Open Badges 3.0 context; `allowedValue` is a list
 * from 3.0.2 on. A token and a JCS proof sign every byte, and where nothing is signed there is no order to protect.
 */
export function signedOrder({ json, securing, container }: FoundCredential): SignedOrder {
  const bytesCount = {
    jwt: true,
    'sd-jwt': true,
    'embedded-proof': asList(json['proof']).every(signsBytes),
    // A member without a proof of its own is covered by its record's, of whatever suite that is.
    none: container !== 'clr-member',
  }[securing.kind];
  if (bytesCount) return { levels: true, allowedValues: true };
  return { levels: false, allowedValues: asList(json['@context']).some(listsAllowedValues) };
}

function signsBytes(proof: Json): boolean {
  if (proof === null || typeof proof !== 'object' || !('cryptosuite' in proof)) return false;
  return typeof proof.cryptosuite === 'string' && proof.cryptosuite.includes('-jcs-');
}

function listsAllowedValues(context: Json): boolean {
  const edition =
    typeof context === 'string' ? /\/ob\/v3p0\/context-3\.0\.(\d+)\.json$/u.exec(context)?.[1] : undefined;
  return edition !== undefined && Number(edition) >= 2;
}

function asList(value: Json | undefined): readonly Json[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
