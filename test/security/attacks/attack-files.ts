import type { Problem } from '../../../shared/api/problems.ts';
import type { CheckAxis } from '../../../shared/model/check.ts';
import type { Attack, AttackedFile } from './attack.ts';
import { applicationOf } from './carriers.ts';
import { ATTACKS } from './catalogue.ts';

export { attackPackBytes } from './trust.ts';

/** An attack as a file of a batch, with what a person must be told about it. */
export interface AttackFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly attack: string;
  readonly hope: string;
  readonly family: string;
  /** The axis on which the trust panel must say something; null where the file is refused with a problem. */
  readonly axis: CheckAxis | null;
  /** One of these codes must be found: of the check catalogue on that axis, or of the problems. */
  readonly codes: readonly (string | Problem['code'])[];
  /** True where the verdict may be “verified with reservations”. */
  readonly reservation: boolean;
}

/**
 * So many attacks, one of each family in turn, as files that a candidate could hand in. They are judged under
 * {@link attackPackBytes} on the day of the sample pool.
 */
export async function attackFiles(count: number = Infinity): Promise<readonly AttackFile[]> {
  const families = Object.entries(ATTACKS).map(([family, attacks]) => ({
    family,
    attacks: attacks.filter((attack) => !SLOW.includes(attack.name)),
  }));
  const files: AttackFile[] = [];
  for (let round = 0; files.length < count && families.some(({ attacks }) => round < attacks.length); round++) {
    for (const { family, attacks } of families) {
      const attack = attacks[round];
      if (attack === undefined || files.length >= count) continue;
      files.push(asFile(attack, await applicationOf(attack, round), family));
    }
  }
  return files;
}

/** Of megabytes, or stopped by the clock: they are tried in the suite and would only make a journey long. */
const SLOW: readonly string[] = [
  'poison-clique-large',
  'poison-clock',
  'png-large',
  'zip-many',
  'svg-many',
  'two-megabytes',
  'png-bomb',
];

function asFile(attack: Attack, file: AttackedFile, family: string): AttackFile {
  const check = attack.lands.find((landing) => landing.kind === 'check');
  return {
    name: file.name,
    bytes: new Uint8Array(file.bytes),
    attack: attack.name,
    hope: attack.hope,
    family,
    axis: check?.axis ?? null,
    codes: attack.lands.flatMap((landing) => landing.codes),
    reservation: attack.reservation !== null,
  };
}
