/** Where a worker is: at which file, and at which credential of it; null between two files. */
export interface WorkPlace {
  readonly file: number;
  /** Counts the credentials as they were found; -1 while the file is being opened. */
  readonly credential: number;
}

/**
 * What a worker and the pool tell each other while the worker computes: then it neither sends nor reads messages. The
 * memory is shared; both sides wrap the same buffer.
 */
export interface SharedProgress {
  readonly buffer: SharedArrayBuffer;
  /** Worker: says where it is. */
  enter(place: WorkPlace | null): void;
  /** Pool: where the worker is, and a number that changes whenever it goes on. */
  look(): { readonly place: WorkPlace | null; readonly mark: number };
  /** Pool: nobody waits for this file any more. */
  cancel(file: number): void;
  /** Worker: whether anybody still waits for it. */
  isCancelled(file: number): boolean;
}

/** Files that one worker can hold at a time, at most. */
export const FILES_IN_WORKER = 256;

/** Credentials of one file that can be told apart; {@link LIMITS} of formats allow a hundred. */
const CREDENTIALS = 128;
/** Ids of files are counted round, so that a place fits into 32 bits. */
const FILES = 2 ** 24;

export function shareProgress(
  buffer = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT * (1 + FILES_IN_WORKER)),
): SharedProgress {
  const words = new Int32Array(buffer);
  const slotOf = (file: number) => 1 + (file % FILES_IN_WORKER);
  return {
    buffer,
    enter(place) {
      const mark =
        place === null ? 0 : (place.file % FILES) * CREDENTIALS + Math.min(place.credential + 1, CREDENTIALS - 1);
      Atomics.store(words, 0, mark | 0);
    },
    look() {
      const mark = Atomics.load(words, 0);
      const place = mark >>> 0;
      if (place === 0) return { place: null, mark };
      return { place: { file: Math.floor(place / CREDENTIALS), credential: (place % CREDENTIALS) - 1 }, mark };
    },
    cancel: (file) => void Atomics.store(words, slotOf(file), file),
    isCancelled: (file) => Atomics.load(words, slotOf(file)) === file,
  };
}

/** The number after this one: never 0, which means none. */
export function nextFile(file: number): number {
  return file + 1 === FILES ? 1 : file + 1;
}
