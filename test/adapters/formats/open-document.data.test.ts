import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDocument } from '../../../main/adapters/formats/open-document.ts';

const data = process.env['TESSERA_DATA'] ?? join(import.meta.dirname, '../../../../shared/data');

/** Real files of other makers; only on machines that have them. */
describe.skipIf(!existsSync(join(data, 'credentials')))('opening credentials of other makers', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['1edtech-samples/complete.json', ['json open-badges-3.0 embedded-proof'], []],
    ['1edtech-samples/simple.jwt', ['vc-jwt open-badges-3.0 jwt'], []],
    ['1edtech-samples/endorsement-valid.json', ['json endorsement-3.0 embedded-proof'], []],
    [
      '1edtech-samples/clr-simple.json',
      ['json clr-2.0 embedded-proof', 'clr-member open-badges-3.0 embedded-proof'],
      [],
    ],
    ['dcc-v1/oidf-noStatus-noExpiry.json', ['json open-badges-3.0 embedded-proof'], []],
    // This fixture is an empty file in the set as it was published.
    ['dcc-v1/legacy-noStatus-noExpiry.json', [], ['file-empty']],
    ['w3c-eddsa/eddsa-rdfc-2022/signedDataInt.json', ['json vcdm-2.0 embedded-proof'], []],
    ['w3c-eddsa/unsigned.json', ['json vcdm-2.0 none'], []],
    ['w3c-eddsa/keyPair.json', [], ['not-a-credential']],
    ['w3c-eddsa/eddsa-rdfc-2022/canonDocDataInt.txt', [], ['not-a-credential']],
  ])('%s', (name, found, problems) => {
    const opening = openDocument({ name, bytes: readFileSync(join(data, 'credentials', name)) });
    expect(opening.found.map((one) => `${one.container} ${one.standard} ${one.securing.kind}`)).toEqual(found);
    expect(opening.problems.map((problem) => problem.code)).toEqual(problems);
  });
});
