import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { CandidateId } from '../../../shared/model/ids.ts';
import { makeCredential } from '../../core/profiles/make-credential.ts';
import { fullPool, makeCandidate, makeExport, wholeFile } from '../../core/shortlists/make-ranking.ts';

const person = makeCandidate({ id: '01ANN' as CandidateId, name: 'Ann Fictive', pseudonym: 'Candidate 7QK3' });
const input = makeExport([{ candidate: person, credentials: fullPool() }]);
const read = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
const cells = (bytes: Uint8Array): string[][] => parse(read(bytes), { bom: true });

function hostile(words: string) {
  return makeExport([
    { candidate: person, credentials: [makeCredential({ key: 'h', name: words, tags: ['teamwork'] })] },
  ]);
}

describe('Exported file', () => {
  it.each(['csv', 'json', 'html'] as const)('%s is named after no person and gives equal bytes twice', (format) => {
    const file = wholeFile(format, { ...input, named: true });
    expect(file.fileName).toBe(`tessera-shortlist-v3-2026-11-22.${format}`);
    expect(wholeFile(format, { ...input, named: true }).bytes).toEqual(file.bytes);
  });

  it.each(['csv', 'json', 'html'] as const)('%s names nobody unless asked to', (format) => {
    expect(read(wholeFile(format, input).bytes)).not.toContain('Ann Fictive');
    expect(read(wholeFile(format, { ...input, named: true }).bytes)).toContain('Ann Fictive');
  });
});

describe('An export in pieces', () => {
  const people = Array.from({ length: 7 }, (_, index) => ({
    candidate: makeCandidate({ id: `01P${index}` as CandidateId, pseudonym: `Candidate ${index}` }),
    credentials: fullPool().slice(index),
  }));

  it.each(['csv', 'json', 'html'] as const)('%s has the same bytes whatever the size of a piece', (format) => {
    const whole = read(wholeFile(format, makeExport(people), 7).bytes);
    for (const size of [1, 2, 3, 6]) expect(read(wholeFile(format, makeExport(people), size).bytes)).toBe(whole);
    for (const { candidate } of people) expect(whole).toContain(candidate.pseudonym);
  });

  it('gives no id twice, in however many chapters', () => {
    const ids = [...read(wholeFile('html', makeExport(people)).bytes).matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(people.length);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is whole where there is nobody', () => {
    expect(JSON.parse(read(wholeFile('json', makeExport([])).bytes))).toMatchObject({ people: [], refused: [] });
    expect(cells(wholeFile('csv', makeExport([])).bytes)).toHaveLength(1);
    expect(read(wholeFile('html', makeExport([])).bytes)).toMatch(/<\/main>.*<\/body>\n<\/html>\n$/su);
  });
});

describe('CSV export', () => {
  it('begins with a byte order mark, ends lines with CRLF and has as many cells in each row', () => {
    const text = read(wholeFile('csv', input).bytes);
    expect(text.startsWith('\uFEFFRank,')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    expect(new Set(cells(wholeFile('csv', input).bytes).map((row) => row.length)).size).toBe(1);
  });

  it.each(['=HYPERLINK("x")', '+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\u200B=1', '＝1'])(
    'runs no formula: %j',
    (words) => {
      const quotes = cells(wholeFile('csv', hostile(words)).bytes).flatMap((row) =>
        row.filter((cell) => cell.endsWith(words)),
      );
      expect(quotes.length).toBeGreaterThan(0);
      for (const cell of quotes) expect(cell).toBe(`'${words}`);
    },
  );

  it('keeps quotes, commas and line breaks of a credential in one cell', () => {
    const words = 'one, "two"\r\nthree';
    const rows = cells(wholeFile('csv', hostile(words)).bytes);
    expect(rows[1]).toContain(words);
  });
});

describe('JSON export', () => {
  it('says its format and version', () => {
    const document: unknown = JSON.parse(read(wholeFile('json', input).bytes));
    expect(document).toMatchObject({
      format: 'tessera-shortlist',
      version: 1,
      blind: true,
      people: [{ label: 'Candidate 7QK3' }],
    });
  });
});

describe('HTML export', () => {
  const page = (words: string) => read(wholeFile('html', hostile(words)).bytes);

  it('is one page without script or outside resource', () => {
    const html = read(wholeFile('html', input).bytes);
    expect(html).toContain(`default-src 'none'; style-src 'unsafe-inline'; img-src data:`);
    expect(html).not.toMatch(/<script|<link|<img|<iframe|\bon[a-z]+=|@import|url\((?!#)|https?:\/\//iu);
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '"><svg/onload=alert(1)>',
    '</title><b>',
    '</style><b>',
  ])('shows %s as text', (words) => {
    const html = page(words);
    expect(html).not.toContain(words);
    expect(html).toContain(words.replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'));
  });

  it('makes no link of a credential’s words', () => {
    const html = page('javascript:alert(1)');
    expect([...html.matchAll(/href="([^"]*)"/gu)].every(([, target]) => target?.startsWith('#person-'))).toBe(true);
  });

  it('lets text that turns its direction turn nothing outside itself', () => {
    const words = '\u202Eevil';
    const html = page(words);
    expect(
      html
        .split(words)
        .slice(0, -1)
        .every((part) => /<bdi>$/u.test(part)),
    ).toBe(true);
  });
});
