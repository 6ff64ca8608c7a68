import { GrowingRows, GrowingUint32, GrowingVarints, VarintReader } from './growing-array.ts';

/**
 * Ids with a row of their own, counted from 0: as bytes in one piece of memory and found by a hash table of numbers,
 * because a million texts in a map are a hundred megabytes that every collection of garbage walks along. Who is removed
 * keeps the row and isn't found any more; the same id gets a new row when it comes again.
 */
export class IdRows<Id extends string> {
  /** Rows that were ever given. */
  size = 0;
  /** Rows that were not removed. */
  count = 0;
  /** UTF-16 code units: one byte for each sign of an id of the product. */
  private readonly units = new GrowingVarints();
  private readonly starts = new GrowingUint32();
  private readonly there = new GrowingRows(1);
  /** A row plus 1 where its id was hashed to or in the next place that was free; 0 where nothing is. */
  private slots = new Uint32Array(1024);

  /** @param id One that has no row. */
  add(id: Id): number {
    const row = this.size;
    this.starts.push(this.units.length);
    for (let index = 0; index < id.length; index += 1) this.units.push(id.charCodeAt(index));
    this.there.set(row, THERE);
    this.size += 1;
    this.count += 1;
    if (2 * this.size > this.slots.length) this.hashAnew();
    else this.place(row, id);
    return row;
  }

  remove(row: number): void {
    if (!this.has(row)) return;
    this.there.set(row, GONE);
    this.count -= 1;
  }

  has(row: number): boolean {
    return this.there.byte(row, 0) === 1;
  }

  rowOf(id: string): number | undefined {
    const mask = this.slots.length - 1;
    for (let slot = hashOf(id) & mask; ; slot = (slot + 1) & mask) {
      const row = (this.slots[slot] ?? 0) - 1;
      if (row < 0) return undefined;
      if (this.has(row) && this.isAt(row, id)) return row;
    }
  }

  /** @returns Of a removed row too; undefined where there never was one. */
  idOf(row: number): Id | undefined {
    if (!(row >= 0 && row < this.size)) return undefined;
    const reader = new VarintReader(this.units.bytes, this.starts.at(row));
    const end = this.endOf(row);
    let id = '';
    while (reader.at < end) id += String.fromCharCode(reader.next());
    // Written by `add` as such an id.
    return id as Id;
  }

  /** In the order of rows, those that were not removed. */
  forEach(visit: (row: number) => void): void {
    for (let row = 0; row < this.size; row += 1) if (this.has(row)) visit(row);
  }

  /** Lets go of the room that growing took. */
  trim(): void {
    this.units.trim();
    this.starts.trim();
    this.there.trim(this.size);
  }

  private hashAnew(): void {
    this.slots = new Uint32Array(2 * this.slots.length);
    this.forEach((row) => this.place(row, this.idOf(row) ?? ''));
  }

  private place(row: number, id: string): void {
    const mask = this.slots.length - 1;
    let slot = hashOf(id) & mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    this.slots[slot] = row + 1;
  }

  private isAt(row: number, id: string): boolean {
    const reader = new VarintReader(this.units.bytes, this.starts.at(row));
    const end = this.endOf(row);
    for (let index = 0; index < id.length; index += 1) {
      if (reader.at >= end || reader.next() !== id.charCodeAt(index)) return false;
    }
    return reader.at === end;
  }

  private endOf(row: number): number {
    return row + 1 < this.size ? this.starts.at(row + 1) : this.units.length;
  }
}

const THERE = [1];
const GONE = [0];

/** FNV-1a, 32 bit, over UTF-16 code units; the last steps spread what ids that count up differ in. */
function hashOf(id: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < id.length; index += 1) value = Math.imul(value ^ id.charCodeAt(index), 0x01000193);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}
