import type { ContainerReader } from '../container.ts';

/** PDF, recognised by its header within the first kilobyte (ISO 32000 annex H.3.4.1). Named, not read. */
export const pdf: ContainerReader = {
  name: 'pdf',
  maximumBytes: Number.MAX_SAFE_INTEGER,
  recognises: ({ start }) => /^[^{[]{0,1024}%PDF-/.test(start),
  read: (_file, readers) => readers.problem({ code: 'format-pdf', params: {} }),
};
