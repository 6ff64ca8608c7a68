import { describe, expect, it } from 'vitest';
import { bindManifest, type ManifestRow } from '../../../main/core/credentials/manifest.ts';

describe('binding the manifest to files', () => {
  const files = ['pool/ada/one.json', 'pool/ada/two.json', 'pool/bo.zip/x/badge.png', 'pool/badge.png'];
  const bound = (rows: readonly ManifestRow[], manifest = 'pool/manifest.csv') => {
    const { rowOfFile, problems } = bindManifest(rows, files, manifest);
    return { bound: [...rowOfFile].map(([file, of]) => `${file} ${of.line}`).sort(), problems };
  };

  it.each([
    ['a path from the manifest\u2019s folder', 'ada/one.json', ['pool/ada/one.json 2']],
    ['a whole path', 'pool/ada/one.json', ['pool/ada/one.json 2']],
    ['a file name alone', 'two.json', ['pool/ada/two.json 2']],
    ['a name in other case', './ADA/One.JSON', ['pool/ada/one.json 2']],
    ['the file beside the manifest before one deeper', 'badge.png', ['pool/badge.png 2']],
    ['a folder', 'ada/', ['pool/ada/one.json 2', 'pool/ada/two.json 2']],
    ['an archive', 'bo.zip', ['pool/bo.zip/x/badge.png 2']],
  ])('takes %s', (_what, file, expected) => {
    expect(bound([row(2, file)])).toEqual({ bound: expected, problems: [] });
  });

  it('lets the row of a file go before that of its folder, in any order', () => {
    expect(bound([row(2, 'ada'), row(3, 'ada/two.json')]).bound).toEqual([
      'pool/ada/one.json 2',
      'pool/ada/two.json 3',
    ]);
  });

  it('names rows whose file is missing and files that are named twice', () => {
    expect(bound([row(2, 'nobody.json'), row(3, 'ada/one.json'), row(4, 'ada/one.json')]).problems).toMatchObject([
      { code: 'manifest-row', params: { line: 4, reason: 'file-named-twice' } },
      { code: 'manifest-file-missing', params: { line: 2 } },
    ]);
  });
});

function row(line: number, file: string, person: Partial<ManifestRow> = {}): ManifestRow {
  return {
    line,
    file,
    ref: null,
    name: null,
    email: null,
    job: null,
    phone: null,
    consentDate: null,
    source: null,
    ...person,
  };
}
