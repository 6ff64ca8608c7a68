import type { ExportedFile } from '../../shared/api/contract.ts';

/** Hands a finished file to the system's own way of saving. */
export function download(file: ExportedFile): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(file.bytes)], { type: file.mediaType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = file.fileName;
  document.body.append(link);
  link.click();
  link.remove();
  // The download reads the blob after this turn; a minute is more than any disk needs.
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
