/** A set of whole numbers below a size. */
export class Bitset {
  private readonly words: Uint32Array;

  constructor(size: number) {
    this.words = new Uint32Array((size + 31) >>> 5);
  }

  add(value: number): void {
    const word = value >>> 5;
    this.words[word] = (this.words[word] ?? 0) | (1 << (value & 31));
  }

  has(value: number): boolean {
    return (((this.words[value >>> 5] ?? 0) >>> (value & 31)) & 1) === 1;
  }

  /** How many are in it. */
  count(): number {
    let count = 0;
    for (let index = 0; index < this.words.length; index += 1) {
      for (let word = this.words[index] ?? 0; word !== 0; word &= word - 1) count += 1;
    }
    return count;
  }

  /** In rising order. */
  forEach(visit: (value: number) => void): void {
    for (let index = 0; index < this.words.length; index += 1) {
      for (let word = this.words[index] ?? 0; word !== 0; word &= word - 1) {
        visit((index << 5) + (31 - Math.clz32(word & -word)));
      }
    }
  }
}
