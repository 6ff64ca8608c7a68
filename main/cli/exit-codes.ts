/** How a command ends; other programs rely on these. */
export const EXIT = { done: 0, doneWithRefusedFiles: 1, wrongUse: 2, failed: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The command was called in a way that can't be carried out; nothing was done. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
}
