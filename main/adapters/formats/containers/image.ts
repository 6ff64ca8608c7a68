import type { ContainerReader, RawFile } from '../container.ts';

/** Pictures into which no badge can be baked. Named, not read. */
export const imageWithoutBadge: ContainerReader = {
  name: 'image',
  maximumBytes: Number.MAX_SAFE_INTEGER,
  recognises: (file) => kindOf(file) !== null,
  read: (file, readers) => readers.problem({ code: 'format-image', params: { image: kindOf(file) ?? '' } }),
};

function kindOf({ start }: RawFile): string | null {
  if (start.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (/^GIF8[79]a/.test(start)) return 'gif';
  if (/^RIFF[^]{4}WEBP/.test(start)) return 'webp';
  if (/^[^]{4}ftyp(?:heic|heix|mif1|avif)/.test(start)) return 'heif';
  if (start.startsWith('II*\0') || start.startsWith('MM\0*')) return 'tiff';
  return /^BM[^]{4}\0\0\0\0/.test(start) ? 'bmp' : null;
}
