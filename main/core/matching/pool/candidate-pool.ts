import type { Credential } from '../../../../shared/model/credential.ts';
import type { CandidateId } from '../../../../shared/model/ids.ts';
import {
  DIGEST_BUCKETS,
  digestOfBucket,
  digestOfBuckets,
  digestOfPerson,
  orderKeyOf,
  type Sha256,
} from '../inputs-hash.ts';
import { evidenceItems } from '../match-requirement.ts';
import type { RankingCandidate } from '../rank-candidates.ts';
import { GrowingRows, GrowingUint32, GrowingVarints, VarintReader } from './growing-array.ts';
import { bytesOfHex, hexOfBytes } from './hex.ts';
import { IdRows } from './id-rows.ts';
import { StatementTable } from './statement-table.ts';

/**
 * Everybody with what their credentials state, in numbers: about 200 bytes a person of twenty statements, lists and all. A person has
 * a row, which stays theirs; a row whose person was removed or changed is written anew.
 */
export class CandidatePool {
  readonly statements = new StatementTable();
  /** Dates of credentials, each once; null where a credential states none. */
  readonly dates: (string | null)[] = [null];
  /** Rows in the order of their last change: whoever remembers how long this was knows what changed since. */
  readonly changes = new GrowingUint32();

  private readonly ids = new IdRows<CandidateId>();
  private readonly dateIds = new Map<string, number>();
  /** Credential by credential: 0 and the date's number, then of each statement the text's, from 1, and the class's. */
  private readonly entries = new GrowingVarints();
  private readonly starts = new GrowingUint32();
  private readonly ends = new GrowingUint32();
  private readonly digests = new GrowingRows(DIGEST_BYTES);
  private readonly orderKeys = new GrowingRows(ORDER_KEY_BYTES);
  private readonly buckets: (string | null)[] = Array.from({ length: DIGEST_BUCKETS.count }, () => '');
  private ordered = new Uint32Array(0);
  private orderedChanges = 0;

  private readonly sha256: Sha256;

  constructor(sha256: Sha256) {
    this.sha256 = sha256;
  }

  /** Rows there are, those of removed people among them. */
  get size(): number {
    return this.ids.size;
  }

  /** People there are. */
  get count(): number {
    return this.ids.count;
  }

  /** Adds the person, or puts this in place of what was known. Says whether anything changed. */
  put(candidate: RankingCandidate): boolean {
    const digest = digestOfPerson(candidate, this.sha256);
    const known = this.ids.rowOf(candidate.candidate);
    if (known !== undefined && hexOfBytes(this.digests.get(known)) === digest) return false;
    const row = known ?? this.ids.add(candidate.candidate);
    if (known === undefined) {
      this.starts.push(0);
      this.ends.push(0);
    } else this.touchBucket(row);
    this.digests.set(row, bytesOfHex(digest));
    this.touchBucket(row);
    this.orderKeys.set(row, bytesOfHex(orderKeyOf(candidate, this.sha256)));
    this.starts.array[row] = this.entries.length;
    this.write(candidate);
    this.ends.array[row] = this.entries.length;
    this.changes.push(row);
    return true;
  }

  remove(id: CandidateId): void {
    const row = this.ids.rowOf(id);
    if (row === undefined) return;
    this.touchBucket(row);
    this.ids.remove(row);
    this.ends.array[row] = this.starts.at(row);
    this.changes.push(row);
  }

  idOf(row: number): CandidateId | undefined {
    return this.ids.idOf(row);
  }

  /** Goes through everybody who is there, in the order of rows. */
  forEachRow(visit: (row: number, id: CandidateId) => void): void {
    this.ids.forEach((row) => {
      const id = this.ids.idOf(row);
      if (id !== undefined) visit(row, id);
    });
  }

  rowOf(id: CandidateId): number | undefined {
    return this.ids.rowOf(id);
  }

  /** Lets go of the room that growing took. */
  trim(): void {
    for (const array of [this.entries, this.starts, this.ends, this.changes]) array.trim();
    this.ids.trim();
    this.digests.trim(this.size);
    this.orderKeys.trim(this.size);
  }

  /** Goes through what a person shows, credential by credential. */
  visit(row: number, visitor: EntryVisitor): void {
    const reader = new VarintReader(this.entries.bytes, this.starts.at(row));
    const end = this.ends.at(row);
    let date = 0;
    while (reader.at < end) {
      const text = reader.next();
      if (text > 0) visitor.statement(text - 1, reader.next(), date);
      else {
        date = reader.next();
        visitor.credential?.(date);
      }
    }
  }

  /** Tells what everybody before row `rows` shows, row by row. */
  forEachStatement(rows: number, visit: (row: number, text: number, classId: number) => void): void {
    let row = 0;
    const visitor = { statement: (text: number, classId: number) => visit(row, text, classId) };
    for (; row < rows; row += 1) this.visit(row, visitor);
  }

  digestOf(id: CandidateId): string | null {
    const row = this.ids.rowOf(id);
    return row === undefined ? null : hexOfBytes(this.digests.get(row));
  }

  /** `digestOfPeople` of everybody; only buckets in which somebody changed are hashed again. */
  digestOfPeople(): string {
    const stale = new Map<number, number[]>();
    for (const [bucket, digest] of this.buckets.entries()) if (digest === null) stale.set(bucket, []);
    if (stale.size > 0) {
      this.ids.forEach((row) => stale.get(this.digests.byte(row, 0))?.push(row));
      // One bucket's digests as text at a time: a million at once are a hundred megabytes.
      for (const [bucket, rows] of stale) {
        const digests = rows.map((row) => hexOfBytes(this.digests.get(row)));
        this.buckets[bucket] = digestOfBucket(digests, this.sha256);
      }
    }
    return digestOfBuckets(
      this.buckets.map((digest) => digest ?? ''),
      this.sha256,
    );
  }

  /** Everybody's row in the order in which equals stand. */
  neutralOrder(): Uint32Array {
    if (this.orderedChanges === this.changes.length) return this.ordered;
    const changed = new Set(this.changes.array.subarray(this.orderedChanges, this.changes.length));
    const compare = (one: number, other: number) => this.compareNeutrally(one, other);
    const fresh = Uint32Array.from(changed)
      .filter((row) => this.isThere(row))
      .sort(compare);
    const kept = this.ordered.filter((row) => !changed.has(row));
    this.ordered = merge(kept, fresh, compare);
    this.orderedChanges = this.changes.length;
    return this.ordered;
  }

  /** Negative where the first of two stands first among equals. */
  compareNeutrally(one: number, other: number): number {
    return this.orderKeys.compare(one, other) || ((this.idOf(one) ?? '') < (this.idOf(other) ?? '') ? -1 : 1);
  }

  isThere(row: number): boolean {
    return this.ids.has(row);
  }

  private touchBucket(row: number): void {
    this.buckets[this.digests.byte(row, 0)] = null;
  }

  private write({ statements, credentials }: RankingCandidate): void {
    const items = evidenceItems(statements, credentials, (statement) => this.statements.wordsOf(statement));
    const byCredential = Map.groupBy(items, ({ credential }) => credential);
    for (const [credential, own] of byCredential) {
      this.entries.push(0);
      this.entries.push(this.dateOf(credential));
      for (const item of own) {
        this.entries.push(this.statements.textOf(item.statement) + 1);
        this.entries.push(this.statements.classOf(item));
      }
    }
  }

  private dateOf({ awardedDate, validFrom }: Credential): number {
    const date = awardedDate ?? validFrom;
    if (date === null) return 0;
    const known = this.dateIds.get(date);
    if (known !== undefined) return known;
    this.dateIds.set(date, this.dates.length);
    this.dates.push(date);
    return this.dates.length - 1;
  }
}

/** Is told what somebody shows: numbers of dates, texts and classes. */
export interface EntryVisitor {
  credential?(date: number): void;
  statement(text: number, classId: number, date: number): void;
}

const DIGEST_BYTES = 32;
const ORDER_KEY_BYTES = 16;

function merge(
  kept: Uint32Array,
  fresh: Uint32Array,
  compare: (one: number, other: number) => number,
): Uint32Array<ArrayBuffer> {
  const merged = new Uint32Array(kept.length + fresh.length);
  let [left, right] = [0, 0];
  for (let at = 0; at < merged.length; at += 1) {
    const [one, other] = [kept[left], fresh[right]];
    const takeFresh = one === undefined || (other !== undefined && compare(other, one) < 0);
    merged[at] = (takeFresh ? other : one) ?? 0;
    if (takeFresh) right += 1;
    else left += 1;
  }
  return merged;
}
