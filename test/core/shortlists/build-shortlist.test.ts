import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CandidateId } from '../../../shared/model/ids.ts';
import { blindText, HIDDEN } from '../../../main/core/shortlists/blind-text.ts';
import { shortlistColumns, shortlistRows } from '../../../main/core/shortlists/shortlist-rows.ts';
import { makeCredential } from '../profiles/make-credential.ts';
import { buildShortlist, makeCandidate, makeExport } from './make-ranking.ts';

const person = makeCandidate({
  id: '01ANN' as CandidateId,
  name: 'Ann Fictive-Example',
  email: 'ann@example.org',
  ref: 'REF-77',
});
const telling = makeCredential({
  key: 'ann',
  name: 'Project management',
  tags: ['Ann leads teams; write to ann@example.org or did:example:ann'],
  rest: {
    credentialId: 'https://college.example/credentials/ann-fictive-example',
    fileName: 'ann-fictive-example.json',
    subject: { id: 'did:example:ann', name: 'Ann Fictive-Example', identifiers: [] },
  },
});
const input = makeExport([{ candidate: person, credentials: [telling] }], {
  refused: [{ file: 'post/Ann Fictive-Example cv.PDF', reason: '“Ann Fictive-Example cv.PDF” is a PDF.' }],
});

describe('Blind shortlist', () => {
  it('holds nothing by which the person could be known', () => {
    const text = JSON.stringify(buildShortlist(input)).toLowerCase();
    for (const word of ['fictive', 'ann@', 'ref-77', 'did:example:ann', 'ann leads']) expect(text).not.toContain(word);
  });

  it('names people by pseudonym and files by number', () => {
    const { people, refused } = buildShortlist(input);
    expect(people[0]?.label).toBe('Candidate 7QK3');
    expect(refused).toEqual([{ file: 'File 1 (.pdf)', reason: '“File 1 (.pdf)” is a PDF.' }]);
  });

  it('has no column that names a person', () => {
    expect(shortlistColumns(true).map(({ key }) => key)).not.toEqual(
      expect.arrayContaining(['name', 'email', 'reference']),
    );
  });

  it('does not depend on who the person is', () => {
    const other = makeExport([
      {
        candidate: { ...person, name: 'Bo Madeup', email: 'bo@example.net', ref: 'REF-1' },
        credentials: [{ ...telling, subject: { id: 'did:example:bo', name: 'Bo Madeup', identifiers: [] } }],
      },
    ]);
    const [one, two] = [buildShortlist(other), buildShortlist({ ...input, refused: [] })];
    expect(one.people[0]?.ranked).toEqual(two.people[0]?.ranked);
  });
});

describe('The order of a shortlist', () => {
  const imported = (id: string, day: number) => ({
    candidate: makeCandidate({ id: id as CandidateId, importedAt: `2026-11-0${day}T00:00:00Z` }),
    credentials: [],
  });
  const ranked = makeExport([imported('third', 3), imported('first', 1), imported('second', 2)]);
  const order = (useModel: boolean) => {
    const { settings } = ranked.ranking;
    const list = buildShortlist({ ...ranked, ranking: { ...ranked.ranking, settings: { ...settings, useModel } } });
    return list.people.map(({ candidate }) => candidate);
  };

  it('is that of the ranking', () => expect(order(true)).toEqual(['third', 'first', 'second']));
  it('is that of the import where AI is off', () => expect(order(false)).toEqual(['first', 'second', 'third']));
});

describe('Named shortlist', () => {
  it('shows name, address, reference and file', () => {
    const named = buildShortlist({ ...input, named: true });
    expect(named.people[0]).toMatchObject({ label: 'Ann Fictive-Example', email: 'ann@example.org', ref: 'REF-77' });
    expect(named.refused[0]?.file).toContain('Ann');
  });
});

describe('Rows of a shortlist', () => {
  it('leaves out nobody, not even who has no evidence', () => {
    const empty = makeCandidate({ id: '02' as CandidateId });
    const list = buildShortlist(makeExport([{ candidate: empty, credentials: [] }]));
    const rows = shortlistRows(list, list.people);
    expect(rows.map((row) => [row.tier, row.points])).toEqual([
      ['none', 0],
      ['none', 0],
    ]);
  });
});

describe('Blind text', () => {
  const identity = { names: ['Mary O’Neil (Jr.)'], identifiers: ['did:key:z6Mk'] };

  it.each([
    ['mary o’neil (jr.) did it', `${HIDDEN} did it`],
    ['Mary built it', `${HIDDEN} built it`],
    ['MARY built it', `${HIDDEN} built it`],
    ['a merry marya', 'a merry marya'],
    ['She wrote to x.y@mail.example.', `[they] wrote to ${HIDDEN}.`],
    ['The heroine here', 'The heroine here'],
    ['of DID:KEY:z6Mk', `of ${HIDDEN}`],
  ])('%s → %s', (text, blind) => {
    expect(blindText(text, identity)).toBe(blind);
  });

  describe('hides two-letter parts of a name where they can be nothing else', () => {
    const short = { names: ['Wei Quillon Li', 'Maria So'], identifiers: [] };

    it.each([
      // In the order of the name with a part left out, turned about, in capitals, after a title.
      ['Wei Li built it', `${HIDDEN} ${HIDDEN} built it`],
      ['Li Wei built it', `${HIDDEN} ${HIDDEN} built it`],
      ['LI WEI built it', `${HIDDEN} ${HIDDEN} built it`],
      ['Thanks to Dr. Li and Ms So', `Thanks to Dr. ${HIDDEN} and Ms ${HIDDEN}`],
      ['signed Maria So', `signed ${HIDDEN}`],
      // A word of its own, part of another, in small letters, on the next line, or at the head of a sentence.
      ['Li-ion cells, and Li alone', 'Li-ion cells, and Li alone'],
      ['Lisp by Wei', `Lisp by ${HIDDEN}`],
      ['so Maria learned, then li Wei', `so ${HIDDEN} learned, then li ${HIDDEN}`],
      ['So Maria learned to weld', `So ${HIDDEN} learned to weld`],
      ['for Maria\nSo far', `for ${HIDDEN}\nSo far`],
      ['to Maria. So far', `to ${HIDDEN}. So far`],
    ])('%s → %s', (text, blind) => expect(blindText(text, short)).toBe(blind));

    it('each beside the other, however many there are', () => {
      expect(blindText('Xu Bo and Bo Xu', { names: ['Bo Li Xu'], identifiers: [] })).toBe(
        `${HIDDEN} ${HIDDEN} and ${HIDDEN} ${HIDDEN}`,
      );
    });

    it('never in a text that has no other part of the name and no title', () => {
      const words = fc.constantFrom('Do', 'An', 'Li', 'So', 'do', 'the', 'Li-ion', 'we', 'Go', 'weld', 'C++', '.');
      fc.assert(
        fc.property(fc.array(words), (all) => {
          const text = all.join(' ');
          const names = ['Marlene Do', 'Jorinde An', 'Wenzel Li', 'Ottilie So'];
          expect(blindText(text, { names, identifiers: [] })).toBe(text);
        }),
      );
    });
  });

  it('never fails, whatever a name is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme', minLength: 2 }), (text, name) => {
        expect(typeof blindText(`${text} ${name}`, { names: [name], identifiers: [name] })).toBe('string');
      }),
    );
  });
});
