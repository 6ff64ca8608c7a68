import type { ShapeReader } from '../container.ts';
import { typesOf } from '../json-values.ts';

/**
 * Properties under which published interfaces hand a credential over: VC API (`verifiableCredential`,
 * `verifiablePresentation`, `credential`) and OpenID for Verifiable Credential Issuance (`credential`, `credentials`).
 */
const PROPERTIES = ['verifiableCredential', 'verifiablePresentation', 'credential', 'credentials'] as const;

/** An untyped object around credentials, by exactly one of the known properties: a rule, not a search. */
export const wrapper: ShapeReader = {
  name: 'wrapper',
  recognises: (json) => typesOf(json).length === 0 && propertiesIn(json).length === 1,
  read({ json }, place, readers) {
    const [property] = propertiesIn(json);
    const value = property === undefined ? undefined : json[property];
    if (value !== undefined) readers.json(value, { ...place, pointer: `${place.pointer}/${property}` });
  },
};

function propertiesIn(json: Parameters<ShapeReader['recognises']>[0]): readonly string[] {
  return PROPERTIES.filter((property) => json[property] !== undefined);
}
