import type { Shortlist } from '../../../../shared/model/shortlist.ts';

/**
 * The versioned JSON form, for systems:
 * `{ format: 'tessera-shortlist', version: 1, blind, judgedAt, job, model, settings, inputsHash, people, refused }`,
 * the rest as in shared/model/shortlist.ts. A reader must refuse a version that it does not know; members are only added
 * within a version. Keys stand in the order of the model, so that equal shortlists give equal bytes.
 */
export function exportJson(shortlist: Shortlist): Uint8Array {
  const document = { format: 'tessera-shortlist', version: 1, ...shortlist };
  return new TextEncoder().encode(`${JSON.stringify(document, null, 2)}\n`);
}
