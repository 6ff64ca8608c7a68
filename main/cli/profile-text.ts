import type { TProfile } from '../../shared/model/profile.ts';

/** A T-profile in one line: its shape, its fields with their depth, its bar. */
export function describeProfile(profile: TProfile): string {
  const fields = profile.fields.map((field) => `${field.name} ${field.depth.toFixed(2)}`);
  const bar = profile.transversal.filter((group) => group.evidenced).map((group) => group.name);
  const shape = profile.shape === 'not-enough-evidence' ? 'not enough evidence for a shape' : `shape ${profile.shape}`;
  return [
    shape,
    fields.length === 0 ? 'no field' : fields.join(', '),
    bar.length === 0 ? 'no bar' : `bar: ${bar.join(', ')}`,
  ].join('; ');
}
