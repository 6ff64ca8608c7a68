import { readJob } from '../../../main/core/requirements/read-job.ts';
import { ROUNDS, type SampleAd } from './ad-set.ts';
import { compareAd, faultsOf, figuresOf, type AdFigures, type AdResult } from './score-ads.ts';
import type { SentenceFigures } from './sentence-set.ts';

/** Reads the ads as the product does. */
export function readAds(ads: readonly SampleAd[]): readonly AdResult[] {
  return ads.map((ad) => {
    const job = readJob(ad.text);
    if (!job.ok) throw new Error(`${ad.name} can't be read: ${JSON.stringify(job.problem)}`);
    return compareAd(ad, job.value.lines);
  });
}

/**
 * Shares found, and expected of those suggested, in ads at the first reading, before anybody had looked at a line of it:
 * by the reader as it was mended with all ads before these, and by the one that was made with ads 1–30. Such a reading
 * can't be had again, so it is written down here.
 */
const FIRST_READ = [
  { ads: '21–30', mended: [0.889, 0.904], before: null },
  { ads: '31–39', mended: [0.765, 0.688], before: [0.765, 0.688] },
  { ads: '40–44', mended: [0.737, 0.795], before: [0.684, 0.756] },
  { ads: '45–49', mended: [0.613, 0.676], before: [0.587, 0.611] },
  { ads: '50–53', mended: [0.864, 0.836], before: [0.847, 0.82] },
] as const;

/** The page `docs/ads.md`: figures first, then each difference by ad. */
export function adReport(results: readonly AdResult[], sentences: readonly SentenceFigures[]): string {
  const groups = [
    ...ROUNDS.map(({ name }) => ({ name, of: results.filter(({ ad }) => ad.round === name) })),
    { name: 'All', of: results },
  ].filter(({ of }) => of.length > 0);
  return [
    '# How ads are read',
    '',
    'Made by `npm run -s evaluate:ads`; do not edit by hand. The ads and what is expected of each stand in',
    '[test/fixtures/ads](../test/fixtures/ads/README.md). A line counts as found where it shares at least 0.6 (Dice) of',
    'its words with the expected one, each with one other at most; the other columns are shares of the found lines.',
    '',
    '| | Ads | Lines expected | suggested | found | of the suggested, expected | kind right | must / want right | years and levels right | alternatives right | warnings right |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...groups.map(({ name, of }) => rowOf(name, figuresOf(of))),
    '',
    '## What to expect of an ad that nobody has seen',
    '',
    'The table above is of ads that the reader was mended with. These shares are of ads that it read for the first time,',
    'before anybody had looked at what came of them. Ads 31–53 were written to be unlike those before them: person',
    'specifications in tables, quoted mail, web pages with their menus, entries without bullets, capitals, one long',
    'paragraph. After each first reading its faults were mended by general rules, and the next ads were written. The gain',
    'on ads not seen before is much smaller than the one on ads that were looked at.',
    '',
    '| Ads | found at first | of the suggested, expected | found by the reader of ads 1–30 | of the suggested, expected |',
    '| --- | --- | --- | --- | --- |',
    ...FIRST_READ.map(
      ({ ads, mended, before }) =>
        `| ${[ads, ...mended.map(threeDigits), ...(before?.map(threeDigits) ?? ['–', '–'])].join(' | ')} |`,
    ),
    '',
    ...sentenceTable(sentences),
    '## What is read otherwise than expected',
    '',
    'None of it is hidden from the person who accepts the lines: what was left out of an ad is listed under them.',
    ...results.flatMap(differencesOf),
    '',
  ].join('\n');
}

function rowOf(name: string, { ads, expected, suggested, found, precision, right }: AdFigures): string {
  const shares = [found, precision, ...Object.values(right)].map((share) => share.toFixed(3));
  return `| ${[name, ads, expected, suggested, ...shares].join(' | ')} |`;
}

function sentenceTable(sentences: readonly SentenceFigures[]): readonly string[] {
  if (sentences.length === 0) return [];
  return [
    'Sentences of other people’s sets, each of which asks at least one skill (the sets stay on the development',
    'machine). A skill that the sentence names in the very words of its label is kept where a line still has all of them.',
    '',
    '| Set | Sentences | with a line | lines a sentence | named skills | kept in a line |',
    '| --- | --- | --- | --- | --- | --- |',
    ...sentences.map(
      ({ set, sentences: count, read, lines, named, kept }) =>
        `| ${[set, count, (read / count).toFixed(3), (lines / count).toFixed(2), named, (kept / Math.max(1, named)).toFixed(3)].join(' | ')} |`,
    ),
    '',
  ];
}

function differencesOf(result: AdResult): readonly string[] {
  const { ad, missed, extra, found } = result;
  const lines = [
    ...missed.map(({ text, kind, priority }) => `- not found: “${plain(text)}” (${priority}, ${kind})`),
    ...extra.map(({ text, kind, priority }) => `- not expected: “${plain(text)}” (${priority}, ${kind})`),
    ...found.flatMap((pair) =>
      faultsOf(pair).map(
        ({ part, expected, read }) =>
          `- ${part} of “${plain(pair.line.text)}”: ${plain(expected)} expected, ${plain(read)} read`,
      ),
    ),
  ];
  return lines.length === 0 ? [] : ['', `**${ad.name}**`, '', ...lines];
}

function threeDigits(share: number): string {
  return share.toFixed(3);
}

function plain(text: string): string {
  return text.replace(/[*_<>|`]/gu, ' ');
}
