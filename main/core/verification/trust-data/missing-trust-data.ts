import type { MissingTrustData } from '../../../../shared/model/trust.ts';
import type { TrustReference } from './trust-references.ts';

/** Whether what a reference names is at hand, or would be of no use if it were. */
export type IsHeld = (reference: TrustReference) => boolean;

/**
 * What credentials refer to and nobody holds, with the number of credentials that it would help; sorted by kind, then
 * by id. `references` has one list for each credential.
 */
export function missingTrustData(
  references: Iterable<readonly TrustReference[]>,
  isHeld: IsHeld,
): readonly MissingTrustData[] {
  const missing = new Map<string, MissingTrustData>();
  const held = new Map<string, boolean>();
  for (const ofOne of references) {
    for (const { kind, id } of ofOne) {
      const text = `${kind} ${id}`;
      const known = held.get(text) ?? isHeld({ kind, id });
      held.set(text, known);
      if (!known) missing.set(text, { kind, id, credentials: (missing.get(text)?.credentials ?? 0) + 1 });
    }
  }
  return [...missing.values()].toSorted(
    (one, other) => KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind) || (one.id < other.id ? -1 : 1),
  );
}

const KINDS: readonly MissingTrustData['kind'][] = ['did-document', 'issuer', 'status-list', 'context', 'schema'];
