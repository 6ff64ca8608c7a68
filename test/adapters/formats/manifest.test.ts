import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isManifest, readManifest } from '../../../main/adapters/formats/manifest.ts';
import { textFile } from './build-containers.ts';

const read = (text: string | Uint8Array) => readManifest(Buffer.from(text));

function rows(text: string | Uint8Array) {
  const manifest = read(text);
  return manifest.ok ? manifest.value.rows : manifest.problem;
}

const ADA = {
  line: 2,
  file: 'ada.json',
  ref: 'C-1',
  name: 'Ada Nowhere',
  email: 'ada@example.org',
  job: 'crane',
  phone: null,
  consentDate: null,
  source: null,
};

describe('the manifest', () => {
  it.each([
    ['commas', 'file,candidate_ref,name,email,job\nada.json,C-1,Ada Nowhere,ada@example.org,crane\n'],
    [
      'semicolons, as spreadsheets of many countries save',
      'file;candidate_ref;name;email;job\r\nada.json;C-1;Ada Nowhere;ada@example.org;crane',
    ],
    ['tabs', 'file\tcandidate_ref\tname\temail\tjob\nada.json\tC-1\tAda Nowhere\tada@example.org\tcrane'],
    [
      'a byte order mark and quotes',
      '\ufeff"file","candidate_ref","name","email","job"\n"ada.json","C-1","Ada Nowhere","ada@example.org","crane"',
    ],
    [
      'headings in other case and with spaces',
      ' File , Candidate Ref , NAME , E-mail ,email, job \nada.json, C-1 ,Ada Nowhere,,ada@example.org,crane',
    ],
    [
      'other columns and order',
      'shoe size,email,file,job,name,candidate_ref\n43,ada@example.org,ada.json,crane,Ada Nowhere,C-1',
    ],
  ])('is read with %s', (_what, text) => {
    expect(rows(text)).toEqual([ADA]);
  });

  it('is read in UTF-16 and in the Windows code page', () => {
    expect(rows(Buffer.from('\ufefffile,name\na.json,Zo\u00eb Nowhere', 'utf16le'))).toMatchObject([
      { name: 'Zo\u00eb Nowhere' },
    ]);
    expect(rows(Buffer.from('file,name\na.json,Zo\u00eb Nowhere', 'latin1'))).toMatchObject([
      { name: 'Zo\u00eb Nowhere' },
    ]);
  });

  it('keeps quoted separators and line breaks, and counts lines of the file', () => {
    const text = 'file,name,email\na.json,"Nowhere, Ada\nof X",ada@example.org\nb.json,Bo,\n';
    expect(rows(text)).toMatchObject([{ name: 'Nowhere, Ada\nof X' }, { name: 'Bo', line: 4 }]);
  });

  it('keeps consent, phone and source, and turns backslashes of paths', () => {
    const text = 'file,candidate_ref,phone,consent_date,source\nsub\\a.json,C-1,123,2026-01-01,fair';
    expect(rows(text)).toMatchObject([{ file: 'sub/a.json', phone: '123', consentDate: '2026-01-01', source: 'fair' }]);
  });

  it.each([
    ['no file', ',C-1,,,', 'file-empty'],
    ['nobody', 'a.json,,,,crane', 'nobody-named'],
    ['no e-mail where one should be', 'a.json,C-1,,ada at example,', 'email'],
    ['more fields than headings', 'a.json,C-1,,,,,,x', 'columns'],
    ['an endless field', `a.json,C-1,${'x'.repeat(2001)},,`, 'too-long'],
  ])('names the line of a row with %s and keeps the others', (_what, row, reason) => {
    const manifest = read(`file,candidate_ref,name,email,job\n${row}\nada.json,C-1,Ada,,\n`);
    expect(manifest).toMatchObject({
      ok: true,
      value: { rows: [{ line: 3 }], problems: [{ code: 'manifest-row', params: { line: 2, reason } }] },
    });
  });

  it.each([
    ['nothing', '', 'empty'],
    ['no column for files', 'name,email\nAda,ada@example.org', 'no-file-column'],
    ['an open quote', 'file,name\n"a.json,Ada', 'csv'],
  ])('is refused as a whole with %s', (_what, text, reason) => {
    expect(read(text)).toMatchObject({ ok: false, problem: { code: 'manifest-malformed', params: { reason } } });
  });

  it('is a file named manifest.csv, or any .csv with a column for files', () => {
    expect(isManifest(textFile('x', 'pool/Manifest.CSV'))).toBe(true);
    expect(isManifest(textFile('\ufeff"File";name\n', 'people.csv'))).toBe(true);
    expect(isManifest({ name: 'people.csv', bytes: Buffer.from('\ufefffile;name\n', 'utf16le') })).toBe(true);
    expect(isManifest(textFile('name,email\n', 'people.csv'))).toBe(false);
    expect(isManifest(textFile('file,name\n', 'people.txt'))).toBe(false);
  });

  it('survives any bytes', () => {
    const text = fc.array(fc.constantFrom('file', 'name', ',', ';', '"', '\n', '\r', '\t', 'a', '\ufeff', '\0', ' '), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(text, (parts) => void read(parts.join(''))),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => void read(bytes)),
      { numRuns: 1000 },
    );
  });
});
