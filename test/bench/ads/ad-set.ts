import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PRIORITIES, REQUIREMENT_KINDS, type Priority, type RequirementKind } from '../../../shared/model/job.ts';

const FOLDER = fileURLToPath(new URL('../../fixtures/ads/', import.meta.url));

/** By number, in which round of work the ads were written and first read. */
export const ROUNDS = [
  { name: 'Ads 1–20, looked at while the reader was made', from: 1, to: 20 },
  { name: 'Ads 21–30, kept back at first', from: 21, to: 30 },
  { name: 'Ads 31–39, of other styles, looked at while it was mended', from: 31, to: 39 },
  { name: 'Ads 40–44, of other styles, kept back at first', from: 40, to: 44 },
  { name: 'Ads 45–49, of other styles, kept back at first', from: 45, to: 49 },
  { name: 'Ads 50–53, of other styles, kept back at first', from: 50, to: 53 },
] as const;

/** What a person who reads the ad would write down as one line. */
export interface ExpectedLine {
  readonly text: string;
  readonly kind: RequirementKind;
  readonly priority: Priority;
  readonly years: number | null;
  /** EQF level of a degree. */
  readonly level: number | null;
  /** CEFR level or word of degree, as in "C1" or "advanced". */
  readonly statedLevel: string | null;
  readonly alternatives: readonly string[];
  readonly warnings: readonly string[];
}

export interface SampleAd {
  readonly name: string;
  readonly text: string;
  readonly expected: readonly ExpectedLine[];
  /** Name of one of the {@link ROUNDS}. */
  readonly round: string;
}

/** The ads of `test/fixtures/ads` with what is expected of each; the form is in the README there. */
export function sampleAds(): readonly SampleAd[] {
  const files = readdirSync(FOLDER).sort();
  return files
    .filter((file) => file.endsWith('.expected'))
    .map((file) => {
      const name = file.replace(/\.expected$/u, '');
      const ad = files.find((other) => other === `${name}.txt` || other === `${name}.html`);
      if (ad === undefined) throw new Error(`There is no ad for ${file}`);
      return {
        name,
        text: readFileSync(`${FOLDER}${ad}`, 'utf8'),
        expected: readFileSync(`${FOLDER}${file}`, 'utf8').trim().split('\n').map(expectedLine),
        round: roundOf(Number.parseInt(name, 10)),
      };
    });
}

function roundOf(number: number): string {
  const round = ROUNDS.find(({ from, to }) => number >= from && number <= to);
  if (round === undefined) throw new Error(`Ad ${number} belongs to no round`);
  return round.name;
}

function expectedLine(row: string): ExpectedLine {
  const [priority, kind, text, ...rest] = row.split('|').map((part) => part.trim());
  const field = (name: string) => rest.find((part) => part.startsWith(`${name} `))?.slice(name.length + 1) ?? null;
  const number = (name: string) => (field(name) === null ? null : Number(field(name)));
  const foundKind = REQUIREMENT_KINDS.find((one) => one === kind);
  const foundPriority = PRIORITIES.find((one) => one === priority);
  if (foundKind === undefined || foundPriority === undefined || text === undefined)
    throw new Error(`Unreadable: ${row}`);
  return {
    text,
    kind: foundKind,
    priority: foundPriority,
    years: number('years'),
    level: number('eqf'),
    statedLevel: field('level'),
    alternatives: field('or')?.split(/\s+\/\s+/u) ?? [],
    warnings: field('warn')?.split(/,\s*/u) ?? [],
  };
}
