import type { Credential } from '../../../shared/model/credential.ts';
import type { CredentialKey } from '../../../shared/model/ids.ts';
import { assessmentBasis } from './assessment-basis.ts';
import { trustOf } from './depth.ts';
import { DEGREE_EQF } from '../skills/level.ts';
import { PROFILE_SETTINGS } from './profile-settings.ts';

/**
 * The volume of learning of each credential, 0–1, every piece of learning counted once: a credential that another held
 * one subsumes (CLR associations) and a second copy of one achievement have 0, and so have attendance and
 * participation. A parent that states no credits has the volume of its parts. Duration is not read at all.
 */
export function volumes(credentials: readonly Credential[]): ReadonlyMap<CredentialKey, number> {
  const sorted = credentials.toSorted((a, b) => compareText(a.key, b.key));
  const counted = withoutCopies(sorted);
  const byAchievement = new Map(counted.map((one) => [one.achievement?.id ?? null, one] as const));
  const parents = subsumption(sorted, byAchievement);
  const result = new Map<CredentialKey, number>(credentials.map((one) => [one.key, 0]));
  for (const credential of counted) {
    if (parents.has(credential.key)) continue;
    const parts = counted.filter((one) => isBelow(one.key, credential.key, parents));
    const ofParts = Math.min(
      1,
      parts.reduce((sum, one) => sum + ownVolume(one), 0),
    );
    result.set(
      credential.key,
      credits(credential) === null ? Math.max(ownVolume(credential), ofParts) : ownVolume(credential),
    );
  }
  return result;
}

function ownVolume(credential: Credential): number {
  const step = assessmentBasis(credential).step;
  if (step > 0 && step <= PROFILE_SETTINGS.basis.recognitionOnly) return 0;
  const stated = credits(credential);
  if (stated !== null) return Math.min(1, stated / PROFILE_SETTINGS.volume.creditsOfFullVolume);
  const isDegree = Object.hasOwn(DEGREE_EQF, credential.achievement?.achievementType?.text ?? '');
  return isDegree ? PROFILE_SETTINGS.volume.degreeWithoutCredits : PROFILE_SETTINGS.volume.withoutCredits;
}

function credits(credential: Credential): number | null {
  const stated = credential.creditsEarned ?? credential.achievement?.creditsAvailable ?? null;
  return stated !== null && Number.isFinite(stated) && stated >= 0 ? stated : null;
}

/** One credential for each achievement of each issuer: the one whose volume weighs most, then the smaller key. */
function withoutCopies(credentials: readonly Credential[]): readonly Credential[] {
  const kept = new Map<string, Credential>();
  for (const credential of credentials) {
    const what =
      credential.achievement?.id ?? credential.achievement?.name?.text.trim().toLowerCase() ?? credential.key;
    const identity = JSON.stringify([credential.issuer.id, what]);
    const other = kept.get(identity);
    if (other === undefined || isBetterCopy(credential, other)) kept.set(identity, credential);
  }
  return [...kept.values()];
}

function isBetterCopy(one: Credential, other: Credential): boolean {
  const [first, second] = [ownVolume(one) * trustOf(one), ownVolume(other) * trustOf(other)];
  return first === second ? one.key < other.key : first > second;
}

/** Child → parent among the held credentials. Of two that name each other as a part, the smaller key is the parent. */
function subsumption(
  credentials: readonly Credential[],
  byAchievement: ReadonlyMap<string | null, Credential>,
): ReadonlyMap<CredentialKey, CredentialKey> {
  const pairs = credentials
    .flatMap((credential) => credential.associations)
    .flatMap(({ type, sourceId, targetId }) => {
      const [part, whole] = type === 'isParentOf' ? [targetId, sourceId] : [sourceId, targetId];
      if (type !== 'isParentOf' && type !== 'isPartOf' && type !== 'isChildOf') return [];
      const [child, parent] = [byAchievement.get(part)?.key, byAchievement.get(whole)?.key];
      return child === undefined || parent === undefined || child === parent ? [] : [{ child, parent }];
    })
    .sort((a, b) => compareText(a.parent, b.parent) || compareText(a.child, b.child));
  const parents = new Map<CredentialKey, CredentialKey>();
  for (const { child, parent } of pairs) {
    if (!parents.has(child) && !isBelow(parent, child, parents)) parents.set(child, parent);
  }
  return parents;
}

function isBelow(
  key: CredentialKey,
  above: CredentialKey,
  parents: ReadonlyMap<CredentialKey, CredentialKey>,
): boolean {
  for (let parent = parents.get(key); parent !== undefined; parent = parents.get(parent)) {
    if (parent === above) return true;
  }
  return false;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
