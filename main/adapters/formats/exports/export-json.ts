import type { ShortlistHead } from '../../../../shared/model/shortlist.ts';
import type { FilePart } from './file-part.ts';

/**
 * The versioned JSON form, for systems:
 * `{ format: 'tessera-shortlist', version: 1, blind, judgedAt, job, model, settings, inputsHash, people, refused }`,
 * the rest as in shared/model/shortlist.ts. A reader must refuse a version that it does not know; members are only added
 * within a version. Keys stand in the order of the model, so that equal shortlists give equal bytes.
 */
export function exportJson({ count, refused, ...head }: ShortlistHead): readonly FilePart[] {
  const opened = JSON.stringify({ format: 'tessera-shortlist', version: 1, ...head }, null, 2).replace(/\n\}$/u, '');
  return [
    `${opened},\n  "people": [`,
    (people, isFirst) =>
      people.map((person, index) => `${isFirst && index === 0 ? '' : ','}\n    ${indented(person, 4)}`).join(''),
    `${count === 0 ? '' : '\n  '}],\n  "refused": ${indented(refused, 2)}\n}\n`,
  ];
}

/** As it stands inside a document; a JSON text has no line break but between its members. */
function indented(value: unknown, spaces: number): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${' '.repeat(spaces)}`);
}
