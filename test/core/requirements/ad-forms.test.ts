import { describe, expect, it } from 'vitest';
import { readJob } from '../../../main/core/requirements/read-job.ts';

const read = (text: string) => {
  const job = readJob(text);
  if (!job.ok) throw new Error(JSON.stringify(job.problem));
  return job.value;
};
const linesOf = (text: string) => read(text).lines.map(({ text: words, priority }) => [words, priority]);

describe('a mail', () => {
  it('is read without its head, its marks of quotation and its signature, with cut lines put together', () => {
    const mail = [
      'From: A. Sample <a@mail.example>',
      'To: List <l@mail.example>',
      'Subject: a job',
      '',
      '> Hi all,',
      '>',
      '> We need a welder for our yard in Aldermere. You must have some years of work with',
      '> steel behind you, you must be able to read technical drawings and to work with the',
      '> crane, and you must hold a forklift licence.',
      '>',
      '> Would help:',
      '> - brazing and other ways of joining pipes, which',
      '>   we do on Fridays',
      '>',
      '> --',
      '> Must have nothing to do with it: the signature',
    ].join('\n');
    const lines = read(mail).lines;
    expect(lines.map(({ text }) => text)).toContain('forklift licence');
    expect(lines.some(({ text }) => text.includes('technical drawings'))).toBe(true);
    expect(lines.filter(({ priority }) => priority === 'want').map(({ text }) => text)[0]).toContain('brazing');
    expect(lines.some(({ sourceSentence }) => /signature|Hi all|Subject|>/u.test(sourceSentence))).toBe(false);
  });

  it('is not seen in a list whose bullets are the same sign', () => {
    expect(linesOf('Requirements\n> SQL\n> Welding\n> Brazing')).toEqual([
      ['SQL', 'must'],
      ['Welding', 'must'],
      ['Brazing', 'must'],
    ]);
  });
});

describe('a table that was pasted', () => {
  it('with a column of E and D says of each row how much it is asked', () => {
    const table = 'Criteria\tE/D\tAssessed by\nTools\nSQL\tE\tA/I\nWelding\tD\tI\nPeople\nBrazing\tE\tA';
    expect(linesOf(table)).toEqual([
      ['SQL', 'must'],
      ['Welding', 'want'],
      ['Brazing', 'must'],
    ]);
  });

  it('with a column for each says so by its heading', () => {
    expect(linesOf('Essential\tDesirable\nSQL\tWelding\nKnowledge of steel\t\nBrazing\tForging')).toEqual([
      ['SQL', 'must'],
      ['steel', 'must'],
      ['Brazing', 'must'],
      ['Welding', 'want'],
      ['Forging', 'want'],
    ]);
  });
});

describe('entries without bullets', () => {
  it('are told from the headings between them', () => {
    const ad = [
      'Skills and knowledge',
      'Essential criteria',
      'Good written and verbal communication skills',
      'Willing to work weekends and bank holidays',
      'Desirable criteria',
      'Experience of welding',
      'Benefits',
      'Free steel',
    ].join('\n');
    expect(linesOf(ad)).toEqual([
      ['written and verbal communication skills', 'must'],
      ['work weekends and bank holidays', 'must'],
      ['welding', 'want'],
    ]);
  });
});

describe('a page', () => {
  it('is read without its menus, its notice on cookies and the jobs beside', () => {
    const page = `<div class="cookie-banner"><p>You must accept cookies</p></div><div role="navigation">Must know Ada</div>
      <div class="job"><p>You must have:</p><p>- SQL<br>- Welding</p></div>
      <section class="related-jobs"><li>Experience with COBOL</li></section><h3>Similar jobs</h3><ul><li>Brazing</li></ul>`;
    expect(linesOf(page)).toEqual([
      ['SQL', 'must'],
      ['Welding', 'must'],
    ]);
  });
});

describe('other ways that an ad opens', () => {
  const alternatives = (entry: string) => read(`Requirements\n- ${entry}`).lines[0]?.alternatives;

  it.each([
    ['Experience with Java, Kotlin or another JVM language', ['Java', 'Kotlin']],
    ['Jigsaw or another housing system', ['Jigsaw']],
    ['InDesign (or similar)', ['InDesign']],
    ['NVQ Level 3 or equivalent qualification', ['NVQ Level 3']],
    ['BSc in Biology or a comparable degree', ['BSc in Biology']],
    ['Makaton and/or PECS', ['Makaton', 'PECS']],
    ['One or more of Go, Java or Ruby', ['Go', 'Java', 'Ruby']],
    [
      'A degree in steel or a related subject, or equivalent experience',
      ['degree in steel or a related subject', 'equivalent experience'],
    ],
    ['Casework in a council or a charity', []],
  ])('“%s” names only what can be compared', (entry, named) => {
    expect(alternatives(entry)).toEqual(named);
  });
});
