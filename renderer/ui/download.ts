import type { ExportedFile } from '../../shared/api/contract.ts';

/** A file that came in pieces is a blob of blobs, which the browser keeps outside of the page's memory. */
export interface DownloadedFile extends Omit<ExportedFile, 'bytes'> {
  readonly bytes: Uint8Array | Blob;
}

/** Hands a finished file to the system's own way of saving. */
export function download(file: DownloadedFile): void {
  const url = URL.createObjectURL(new Blob([blobOf(file.bytes)], { type: file.mediaType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = file.fileName;
  document.body.append(link);
  link.click();
  link.remove();
  // The download reads the blob after this turn; a minute is more than any disk needs.
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Takes bytes out of the page's own memory. */
export function blobOf(bytes: Uint8Array | Blob): Blob {
  return bytes instanceof Blob ? bytes : new Blob([new Uint8Array(bytes)]);
}
