/** Numbers in one piece of memory that grows at its end: no object a number. */
export class GrowingUint32 {
  array: Uint32Array<ArrayBuffer>;
  length = 0;

  constructor(room = 1024) {
    this.array = new Uint32Array(room);
  }

  push(value: number): void {
    this.reserve(this.length + 1);
    this.array[this.length] = value;
    this.length += 1;
  }

  /** @returns 0 beyond the end. */
  at(index: number): number {
    return this.array[index] ?? 0;
  }

  /** Lets go of the room for what may come. */
  trim(): void {
    this.array = this.array.slice(0, Math.max(1, this.length));
  }

  private reserve(length: number): void {
    if (length <= this.array.length) return;
    const grown = new Uint32Array(Math.max(1024, Math.ceil(this.array.length * GROWTH)));
    grown.set(this.array);
    this.array = grown;
  }
}

/** Bytes in rows of equal length. */
export class GrowingRows {
  private readonly width: number;
  private bytes: Uint8Array<ArrayBuffer>;

  constructor(width: number) {
    this.width = width;
    this.bytes = new Uint8Array(1024 * width);
  }

  set(row: number, bytes: ArrayLike<number>): void {
    const end = (row + 1) * this.width;
    if (end > this.bytes.length) {
      const grown = new Uint8Array(Math.max(end, Math.ceil(this.bytes.length * GROWTH)));
      grown.set(this.bytes);
      this.bytes = grown;
    }
    this.bytes.set(bytes, row * this.width);
  }

  /** Lets go of the room for rows that may come after so many. */
  trim(rows: number): void {
    this.bytes = this.bytes.slice(0, rows * this.width);
  }

  /** A view. */
  get(row: number): Uint8Array {
    return this.bytes.subarray(row * this.width, (row + 1) * this.width);
  }

  /** As their hex digits compare: negative where the first of two rows comes first. */
  compare(one: number, other: number): number {
    for (let index = 0; index < this.width; index += 1) {
      const difference = this.byte(one, index) - this.byte(other, index);
      if (difference !== 0) return difference;
    }
    return 0;
  }

  byte(row: number, index: number): number {
    return this.bytes[row * this.width + index] ?? 0;
  }
}

/** Little more than what is needed: the arrays are the greater part of a large pool's memory. */
const GROWTH = 1.25;
