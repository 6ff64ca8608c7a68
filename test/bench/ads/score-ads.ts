import { normaliseSkillText } from '../../../main/core/skills/normalise.ts';
import type { SuggestedRequirement } from '../../../shared/model/job.ts';
import type { ExpectedLine, SampleAd } from './ad-set.ts';

/** Two lines are the same where their words overlap at least so much (Dice, words that carry no meaning left out). */
const SAME_LINE = 0.6;

const EMPTY_WORDS = new Set(
  'a an the of in on at to with and or for as is are be our your you we their have has by from'.split(' '),
);

export interface FoundLine {
  readonly expected: ExpectedLine;
  readonly line: SuggestedRequirement;
}

/** How one ad was read against what a person would have written down. */
export interface AdResult {
  readonly ad: SampleAd;
  readonly found: readonly FoundLine[];
  readonly missed: readonly ExpectedLine[];
  readonly extra: readonly SuggestedRequirement[];
}

/** Pairs lines with expectations, each with one other at most, the most alike first. */
export function compareAd(ad: SampleAd, lines: readonly SuggestedRequirement[]): AdResult {
  const pairs = ad.expected
    .flatMap((expected) => lines.map((line) => ({ expected, line, alike: overlap(expected.text, line.text) })))
    .filter(({ alike }) => alike >= SAME_LINE)
    .sort((one, other) => other.alike - one.alike);
  const found: FoundLine[] = [];
  for (const { expected, line } of pairs) {
    if (!found.some((pair) => pair.expected === expected || pair.line === line)) found.push({ expected, line });
  }
  return {
    ad,
    found,
    missed: ad.expected.filter((expected) => !found.some((pair) => pair.expected === expected)),
    extra: lines.filter((line) => !found.some((pair) => pair.line === line)),
  };
}

/** What is wrong with a line that was found, by name of the part. */
export function faultsOf({ expected, line }: FoundLine): readonly Fault[] {
  return [
    fault('kind', expected.kind, line.kind),
    fault('priority', expected.priority, line.priority),
    fault('years', expected.years, line.years),
    fault('level', expected.level, line.level),
    fault('stated level', expected.statedLevel, line.statedLevel),
    fault('alternatives', list(expected.alternatives), list(line.alternatives)),
    fault('warnings', [...expected.warnings].sort().join(', '), [...line.warnings].sort().join(', ')),
  ].filter((one) => one !== null);
}

export interface Fault {
  readonly part: 'kind' | 'priority' | 'years' | 'level' | 'stated level' | 'alternatives' | 'warnings';
  readonly expected: string;
  readonly read: string;
}

export interface AdFigures {
  readonly ads: number;
  readonly expected: number;
  readonly suggested: number;
  /** Share of the expected lines that were found. */
  readonly found: number;
  /** Share of the suggested lines that were expected. */
  readonly precision: number;
  /** Shares of the found lines in which the part is right; years, levels and alternatives among lines that have or got one. */
  readonly right: Readonly<Record<'kind' | 'priority' | 'years and levels' | 'alternatives' | 'warnings', number>>;
}

export function figuresOf(results: readonly AdResult[]): AdFigures {
  const found = results.flatMap((result) => result.found);
  const expected = results.reduce((sum, { ad }) => sum + ad.expected.length, 0);
  const suggested = found.length + results.reduce((sum, { extra }) => sum + extra.length, 0);
  const share = (lines: readonly FoundLine[], ...parts: readonly Fault['part'][]) =>
    lines.length === 0
      ? 1
      : lines.filter((pair) => !faultsOf(pair).some(({ part }) => parts.includes(part))).length / lines.length;
  return {
    ads: results.length,
    expected,
    suggested,
    found: found.length / expected,
    precision: suggested === 0 ? 1 : found.length / suggested,
    right: {
      kind: share(found, 'kind'),
      priority: share(found, 'priority'),
      'years and levels': share(found.filter(hasMeasure), 'years', 'level', 'stated level'),
      alternatives: share(found.filter(hasAlternatives), 'alternatives'),
      warnings: share(found.filter(hasWarnings), 'warnings'),
    },
  };
}

function hasMeasure({ expected, line }: FoundLine): boolean {
  return [expected, line].some(({ years, level, statedLevel }) =>
    [years, level, statedLevel].some((one) => one !== null),
  );
}

function hasAlternatives({ expected, line }: FoundLine): boolean {
  return expected.alternatives.length + line.alternatives.length > 0;
}

function hasWarnings({ expected, line }: FoundLine): boolean {
  return expected.warnings.length + line.warnings.length > 0;
}

function overlap(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const both = [...a].filter((word) => b.has(word)).length;
  return a.size + b.size === 0 ? 0 : (2 * both) / (a.size + b.size);
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(
    normaliseSkillText(text)
      .split(' ')
      .filter((word) => word !== '' && !EMPTY_WORDS.has(word)),
  );
}

function list(texts: readonly string[]): string {
  return texts.map(normaliseSkillText).sort().join(' / ');
}

function fault(part: Fault['part'], expected: string | number | null, read: string | number | null): Fault | null {
  const same = String(expected ?? '').toLowerCase() === String(read ?? '').toLowerCase();
  return same ? null : { part, expected: String(expected ?? '–') || '–', read: String(read ?? '–') || '–' };
}
