import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { TrustContext } from '../../core/ports.ts';
import { VERIFICATION_POLICY_VERSION } from '../../core/verification/verification-limits.ts';

/**
 * SHA-256 over all that decides a verdict beside the file, its candidate and the time: packs, pins, pinned publishers,
 * the employer's policy and our own rules. Time has no part in it: each report says until when it holds
 * (docs/decisions/verdict-rules.md).
 */
export function trustSnapshotOf(trust: TrustContext): string {
  const known = SNAPSHOTS.get(trust);
  if (known !== undefined) return known;
  const snapshot = hashOf(trust);
  SNAPSHOTS.set(trust, snapshot);
  return snapshot;
}

/** Trust data is read-only, and the same for all files of a batch. */
const SNAPSHOTS = new WeakMap<TrustContext, string>();

function hashOf(trust: TrustContext): string {
  const data = {
    rules: VERIFICATION_POLICY_VERSION,
    policy: { ...trust.policy },
    packs: trust.packs.map((pack) => pack.sha256).toSorted(),
    pins: trust.pins.map((pin) => pin.issuerId).toSorted(),
    publishers: trust.publishers.map((pin) => pin.fingerprint).toSorted(),
  };
  return createHash('sha256')
    .update(canonicalize(data) ?? '')
    .digest('hex');
}
