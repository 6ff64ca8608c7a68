import type { Instant } from '../../../../shared/model/ids.ts';
import { ambiguousNameIn } from '../ambiguous-names.ts';
import { recencyFactor } from '../factors.ts';
import { matchRequirement, type EvidenceItem, type FoundMatch, type PersonalJudgement } from '../match-requirement.ts';
import type { FrameLine } from '../ranking-frame.ts';
import { stepsOf } from '../round-result.ts';
import { LEAST_STRENGTH } from '../settings.ts';
import type { StatementWords } from '../wording-strength.ts';
import type { CandidatePool } from './candidate-pool.ts';
import { classFactor, withoutIdentity } from './class-factors.ts';
import type { TextScan } from './text-scan.ts';

/** Set in a value beside the strength where the statement evidences the requirement. */
export const EVIDENCED = 0x8000;
export const STRENGTH = 0x7fff;

/**
 * What every text of every class is worth for one requirement: strength in steps, and {@link EVIDENCED}.
 *
 * The strength of a wording is compared once for each text, by the very code that explains it; the factor of everything
 * else is asked of that code once for each class (class-factors.ts). Two kinds of text are not
 * worth the same to everybody and are *looked at person by person*: those that rest on an ambiguous name, which the
 * other skills of the credential decide, and all where the requirement limits age.
 */
export class LineValues {
  /** Texts that may count, in rising order. */
  readonly counting: number[] = [];
  private readonly countingWords = new Set<StatementWords>();
  /** Wording strength of texts that may count. */
  private readonly strengths = new Map<number, number>();
  private flags = new Uint8Array(0);
  private readonly recencies = new Map<number, number>();
  /** By text, then by class and date. */
  private readonly identities = new Map<number, Map<number, number>>();
  private readonly isDated: boolean;
  private readonly mayBeAmbiguous: boolean;
  private known = 0;

  private readonly pool: CandidatePool;
  private readonly line: FrameLine;
  private readonly at: Instant;

  constructor(pool: CandidatePool, line: FrameLine, at: Instant) {
    this.pool = pool;
    this.line = line;
    this.at = at;
    const { requirement, compared } = line.prepared;
    this.isDated = requirement.maxAgeYears !== null;
    this.mayBeAmbiguous = compared.some((wording) => ambiguousNameIn(wording) !== null);
  }

  /** What has to be looked up by vector before {@link update}; nothing where that would be no use. */
  toLookUp(): readonly string[] {
    return this.pool.statements.words.length - this.known < FEW_TEXTS ? [] : this.line.prepared.compared;
  }

  /**
   * Looks at the texts that came since the last time.
   * @param scan Leaves out what can't count by its vector; without it every text is compared.
   */
  update(scan: TextScan | null): void {
    const { words } = this.pool.statements;
    const [from, to] = [this.known, words.length];
    if (from === to) return;
    const flags = new Uint8Array(to);
    flags.set(this.flags);
    this.flags = flags;
    const identities = this.identityTexts(from, to);
    const near = scan === null || to - from < FEW_TEXTS ? null : this.nearTexts(scan, from);
    if (near === null) for (let text = from; text < to; text += 1) this.look(text, identities.has(text));
    else {
      const close = Uint32Array.from(new Set([...near, ...identities])).sort();
      for (const text of close) this.look(text, identities.has(text));
    }
    this.known = to;
  }

  /**
   * The match of somebody in the pool, with everything that explains it. A match passes over wordings that can't count,
   * so that they are left out here; where a name is ambiguous, all skills of a credential may decide.
   */
  explain(items: readonly EvidenceItem[], judgement: PersonalJudgement): FoundMatch {
    const { prepared, rules } = this.line;
    const telling = this.mayBeAmbiguous
      ? items
      : items.filter(({ words }) => this.countingWords.has(words) || rules.refused?.has(words.text) === true);
    return matchRequirement(prepared, telling, judgement, this.at, rules);
  }

  /** True where what the text is worth hangs on the person. */
  isPersonal(text: number): boolean {
    return this.isDated || ((this.flags[text] ?? 0) & AMBIGUOUS) !== 0;
  }

  /** What a statement is worth in a credential of this date, ambiguous names left aside. */
  valueOf(text: number, classId: number, date: number): number {
    if (((this.flags[text] ?? 0) & IDENTITY) !== 0) return this.identityValue(text, classId, date);
    const strength = this.strengths.get(text) ?? 0;
    return strength < LEAST_STRENGTH ? 0 : stepsOf(strength * this.factorOf(classId, date));
  }

  /** What a person is worth: the strongest of what is shown, evidenced if any of it evidences. */
  valueOfPerson(row: number): number {
    let [best, evidenced, isAmbiguous] = [0, 0, false];
    this.pool.visit(row, {
      statement: (text, classId, date) => {
        const flags = this.flags[text] ?? 0;
        if ((flags & COUNTS) === 0) return;
        if ((flags & AMBIGUOUS) !== 0) isAmbiguous = true;
        const value = this.valueOf(text, classId, date);
        if ((value & STRENGTH) > best) best = value & STRENGTH;
        evidenced |= value & EVIDENCED;
      },
    });
    return isAmbiguous ? this.weighInFull(row) : best | evidenced;
  }

  private look(text: number, isIdentity: boolean): void {
    const { statements } = this.pool;
    const words = statements.words[text];
    if (words === undefined || this.line.rules.refused?.has(words.text) === true) return;
    const { strength } = this.line.prepared.compare(words);
    if (strength < LEAST_STRENGTH && !isIdentity) return;
    this.strengths.set(text, strength);
    this.flags[text] = COUNTS | (isIdentity ? IDENTITY : 0) | (this.isAmbiguous(text) ? AMBIGUOUS : 0);
    this.counting.push(text);
    this.countingWords.add(words);
  }

  /** @returns Null where every text may be near. */
  private nearTexts(scan: TextScan, from: number): readonly number[] | null {
    const all: number[] = [];
    for (const wording of this.line.prepared.compared) {
      const near = scan.near(wording);
      if (near === null) return null;
      for (const text of near) if (text >= from) all.push(text);
    }
    return all;
  }

  /** Texts that can be the very skill that is asked, whatever their vectors say. */
  private identityTexts(from: number, to: number): ReadonlySet<number> {
    const { statements } = this.pool;
    const { prepared, rules } = this.line;
    const found = new Set<number>();
    const add = (texts: readonly number[]) => {
      for (const text of texts) if (text >= from) found.add(text);
    };
    for (const id of prepared.frameworkIds) add(statements.textsWithFramework(id));
    for (const words of prepared.wordings) add(statements.textsWithWords(words));
    const { finder } = rules;
    if (finder != null) {
      for (let text = from; text < to; text += 1) {
        const item = statements.item(text, 0);
        if (item !== null && finder(item.statement) !== null) found.add(text);
      }
    }
    return found;
  }

  private factorOf(classId: number, date: number): number {
    const factor = classFactor(this.pool.statements, this.line.prepared, classId, this.at);
    return this.isDated ? factor * this.recencyOf(date) : factor;
  }

  /** The last factor in the product of a match, so that this product has the same bits. */
  private recencyOf(date: number): number {
    let recency = this.recencies.get(date);
    if (recency === undefined) {
      const item = this.pool.statements.item(0, 0);
      const { maxAgeYears } = this.line.prepared.requirement;
      recency =
        item === null ? 1 : (recencyFactor(maxAgeYears, this.dated(item, date).credential, this.at)?.value ?? 1);
      this.recencies.set(date, recency);
    }
    return recency;
  }

  private identityValue(text: number, classId: number, date: number): number {
    const known = this.identities.get(text) ?? new Map<number, number>();
    this.identities.set(text, known);
    const key = classId * DATES + (this.isDated ? date : 0);
    let value = known.get(key);
    if (value === undefined) {
      const item = this.pool.statements.item(text, classId);
      value = item === null ? 0 : valueOfMatch(this.match([this.dated(item, date)]));
      known.set(key, value);
    }
    return value;
  }

  /** True where the strength of the wording hangs on the other skills of the credential. */
  private isAmbiguous(text: number): boolean {
    if (!this.mayBeAmbiguous) return false;
    const item = this.pool.statements.item(text, 0);
    if (item === null) return false;
    const statement = { ...item.statement, source: 'alignment', noEvidence: null } as const;
    const plain = [{ ...item, statement, verification: { ...item.verification, value: 1 } }];
    const [alone, supported] = [false, true].map(
      (isSupported) =>
        matchRequirement(withoutIdentity(this.line.prepared, isSupported), plain, null, this.at).strength,
    );
    return alone !== supported;
  }

  private weighInFull(row: number): number {
    const { pool } = this;
    const items: EvidenceItem[] = [];
    let date = 0;
    let credential: EvidenceItem['credential'] | undefined;
    pool.visit(row, {
      credential: (of) => {
        date = of;
        credential = undefined;
      },
      statement: (text, classId) => {
        const item = pool.statements.item(text, classId);
        if (item === null) return;
        // The skills of one credential are told by its object.
        credential ??= this.dated(item, date).credential;
        items.push({ ...item, credential });
      },
    });
    return valueOfMatch(this.match(items));
  }

  private match(items: readonly EvidenceItem[]): FoundMatch {
    return matchRequirement(this.line.prepared, items, null, this.at, this.line.rules);
  }

  private dated(item: EvidenceItem, date: number): EvidenceItem {
    const awardedDate = this.pool.dates[date] ?? null;
    return { ...item, credential: { ...item.credential, awardedDate, validFrom: null } };
  }
}

/** So few are compared faster than all vectors are walked along. */
const FEW_TEXTS = 64;
const COUNTS = 1;
const IDENTITY = 2;
const AMBIGUOUS = 4;
/** More dates than there are, so that a number and a date make one key. */
const DATES = 2 ** 24;

function valueOfMatch({ strength, evidenced }: FoundMatch): number {
  return stepsOf(strength) | (evidenced ? EVIDENCED : 0);
}
