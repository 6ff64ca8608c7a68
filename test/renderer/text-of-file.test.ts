import { describe, expect, it } from 'vitest';
import { textOfFile } from '../../renderer/features/jobs/text-of-file.ts';

const AD = 'Welder, £14 – “night shift”';
const utf16 = (text: string, isLittle: boolean) =>
  Uint8Array.from(
    [...`\uFEFF${text}`].flatMap((sign) => {
      const code = sign.codePointAt(0) ?? 0;
      return isLittle ? [code & 0xff, code >> 8] : [code >> 8, code & 0xff];
    }),
  );

describe('a file with an ad in it', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(AD)],
    ['UTF-8 with a byte order mark', new TextEncoder().encode(`\uFEFF${AD}`)],
    ['UTF-16, as Notepad calls Unicode', utf16(AD, true)],
    ['UTF-16, the other way round', utf16(AD, false)],
    [
      'Windows-1252',
      Uint8Array.from([...AD].map((sign) => ({ '–': 0x96, '“': 0x93, '”': 0x94 })[sign] ?? sign.charCodeAt(0))),
    ],
  ])('is read in %s', (_, bytes) => {
    expect(textOfFile(bytes)).toBe(AD);
  });
});
