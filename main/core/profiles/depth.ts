import type { Credential } from '../../../shared/model/credential.ts';
import type { EvidenceStanding } from '../../../shared/model/profile.ts';
import { verificationFactor } from '../matching/settings.ts';
import { PROFILE_SETTINGS } from './profile-settings.ts';

/**
 * Depth of a field, 0–1, of the credentials in it:
 * 0.7 · best(quality) + 0.3 · (1 − e^(−Σ volume·trust / 0.5)). A sum in sorted order, so that the order of the parts
 * changes no bit.
 */
export function depth(
  parts: readonly { readonly quality: number; readonly volume: number; readonly trust: number }[],
): number {
  const { qualityShare, volumeShare, volumeScale } = PROFILE_SETTINGS.depth;
  const best = parts.reduce((most, part) => Math.max(most, part.quality), 0);
  const volume = parts
    .map((part) => part.volume * part.trust)
    .sort((a, b) => a - b)
    .reduce((sum, one) => sum + one, 0);
  return qualityShare * best + volumeShare * (1 - Math.exp(-volume / volumeScale));
}

/** level × assessment basis × trust, 0–1; a level that is not stated counts as the middle of the scale. */
export function quality(level: number | null, basisStep: number, trust: number): number {
  return (level ?? PROFILE_SETTINGS.level.notStated) * (basisStep / PROFILE_SETTINGS.basis.steps) * trust;
}

/** How much a credential's verification lets it weigh, 0–1: the same as in the score. */
export function trustOf(credential: Credential): number {
  return verificationFactor(credential).value;
}

/** How the credential's part is drawn. */
export function standingOf(credential: Credential): EvidenceStanding {
  if (credential.content !== 'signed' || credential.report.verdict === 'cannot-verify-offline') return 'claimed';
  return credential.report.verdict === 'verified' ? 'verified' : 'reserved';
}
