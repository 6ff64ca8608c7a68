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

/**
 * Whole numbers below 2³² in as few bytes as each needs, end to end: seven bits a byte, the lowest first, and the eighth
 * says that more follow (LEB128). Half of the memory of an array of numbers, where most are small.
 */
export class GrowingVarints {
  bytes: Uint8Array<ArrayBuffer> = new Uint8Array(1024);
  /** In bytes: where the next number will stand. */
  length = 0;

  push(value: number): void {
    this.bytes = withRoom(this.bytes, this.length + MOST_BYTES);
    this.length = writeVarint(this.bytes, this.length, value);
  }

  /** Lets go of the room for what may come. */
  trim(): void {
    this.bytes = this.bytes.slice(0, Math.max(1024, this.length));
  }
}

const MOST_BYTES = 5;

/** @returns Where the next number stands. */
export function writeVarint(bytes: Uint8Array, at: number, value: number): number {
  let rest = value;
  for (; rest > 0x7f; rest >>>= 7) {
    bytes[at] = (rest & 0x7f) | 0x80;
    at += 1;
  }
  bytes[at] = rest;
  return at + 1;
}

/** Bytes that a number takes. */
export function varintBytes(value: number): number {
  return value < 0x80 ? 1 : value < 0x4000 ? 2 : value < 0x200000 ? 3 : value < 0x10000000 ? 4 : 5;
}

/** Reads numbers one after the other. */
export class VarintReader {
  private readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  next(): number {
    let byte = this.bytes[this.at] ?? 0;
    let value = byte & 0x7f;
    this.at += 1;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = this.bytes[this.at] ?? 0;
      value |= (byte & 0x7f) << shift;
      this.at += 1;
    }
    return value >>> 0;
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
    this.bytes = withRoom(this.bytes, (row + 1) * this.width);
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

/** @returns The same bytes where they are as many; else a longer copy. */
function withRoom(bytes: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> {
  if (length <= bytes.length) return bytes;
  const grown = new Uint8Array(Math.max(length, Math.ceil(bytes.length * GROWTH)));
  grown.set(bytes);
  return grown;
}
