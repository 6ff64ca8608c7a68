import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { TrustContext } from '../../core/ports.ts';
import { VERIFICATION_POLICY_VERSION } from '../../core/verification/verification-limits.ts';

/**
 * SHA-256 over all that decides a verdict beside the file and its candidate: packs, pins, policy, and the day. Within
 * one day a stored verdict is used again; the next day dates and lists are judged anew (docs/decisions/verdict-rules.md).
 */
export function trustSnapshotOf(trust: TrustContext): string {
  const data = {
    policy: VERIFICATION_POLICY_VERSION,
    day: trust.at.slice(0, 10),
    packs: trust.packs.map((pack) => pack.sha256).toSorted(),
    pins: trust.pins.map((pin) => pin.issuerId).toSorted(),
  };
  return createHash('sha256')
    .update(canonicalize(data) ?? '')
    .digest('hex');
}
