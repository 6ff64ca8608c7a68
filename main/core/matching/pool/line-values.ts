import type { Instant } from '../../../../shared/model/ids.ts';
import { ambiguousNameIn } from '../ambiguous-names.ts';
import { recencyFactor } from '../factors.ts';
import { matchRequirement, type EvidenceItem, type FoundMatch, type PersonalJudgement } from '../match-requirement.ts';
import type { FrameLine } from '../ranking-frame.ts';
import { stepsOf } from '../round-result.ts';
import { LEAST_STRENGTH } from '../settings.ts';
import type { PreparedRequirement, StatementWords } from '../wording-strength.ts';
import type { CandidatePool } from './candidate-pool.ts';
import type { PoolVectors } from './pool-vectors.ts';
import type { TextRows } from './text-rows.ts';

/** Set in a value beside the strength where the kind evidences the requirement. */
export const EVIDENCED = 0x8000;
export const STRENGTH = 0x7fff;

/**
 * What every kind of statement is worth for one requirement: strength in steps, and {@link EVIDENCED}.
 *
 * The strength of a wording is compared once for each text, by the very code that explains it; the factor of everything
 * else is asked of that code once for each class, by giving it a wording of full strength. Two kinds of text are not
 * worth the same to everybody and are *looked at person by person*: those that rest on an ambiguous name, which the
 * other skills of the credential decide, and all where the requirement limits age.
 */
export class LineValues {
  /** Texts that may count, in rising order. */
  readonly counting: number[] = [];
  private readonly countingWords = new Set<StatementWords>();
  /** Wording strength by text; 0 where it can't count. */
  private strengths = new Float64Array(0);
  private flags = new Uint8Array(0);
  private readonly factors = new Map<number, number>();
  private readonly recencies = new Map<number, number>();
  private readonly identities = new Map<number, number>();
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

  /**
   * Looks at the texts that came since the last time.
   * @param scan Leaves out what can't count by its vector; without it every text is compared.
   */
  update(scan: { readonly vectors: PoolVectors; readonly rows: TextRows; readonly least: number } | null): void {
    const { words } = this.pool.statements;
    if (this.known === words.length) return;
    const [from, to] = [this.known, words.length];
    this.strengths = grown(this.strengths, to, Float64Array);
    this.flags = grown(this.flags, to, Uint8Array);
    const near =
      scan === null || to - from < FEW_TEXTS ? new Uint8Array(to).fill(1, from) : this.nearTexts(scan, from, to);
    const identities = this.identityTexts(from, to);
    for (const text of identities) near[text] = 1;
    for (let text = from; text < to; text += 1) if (near[text] === 1) this.look(text, identities.has(text));
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

  /** What a kind is worth in a credential of this date, ambiguous names left aside. */
  valueOf(kind: number, date: number): number {
    const text = this.pool.statements.kindText.at(kind);
    const strength = this.strengths[text] ?? 0;
    if (((this.flags[text] ?? 0) & IDENTITY) !== 0) return this.identityValue(kind, date);
    if (strength < LEAST_STRENGTH) return 0;
    return stepsOf(strength * this.factorOf(this.pool.statements.kindClass.at(kind), date));
  }

  /** What a person is worth: the strongest of what is shown, evidenced if any of it evidences. */
  valueOfPerson(row: number): number {
    let [best, evidenced, isAmbiguous] = [0, 0, false];
    const { kindText } = this.pool.statements;
    this.pool.visit(row, {
      kind: (kind, date) => {
        const flags = this.flags[kindText.at(kind)] ?? 0;
        if ((flags & COUNTS) === 0) return;
        if ((flags & AMBIGUOUS) !== 0) isAmbiguous = true;
        const value = this.valueOf(kind, date);
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
    this.strengths[text] = strength;
    this.flags[text] = COUNTS | (isIdentity ? IDENTITY : 0) | (this.isAmbiguous(text) ? AMBIGUOUS : 0);
    this.counting.push(text);
    this.countingWords.add(words);
  }

  private nearTexts(
    { vectors, rows, least }: { readonly vectors: PoolVectors; readonly rows: TextRows; readonly least: number },
    from: number,
    to: number,
  ): Uint8Array {
    const near = rows.incomplete.slice(0, to);
    for (const wording of this.line.prepared.compared) {
      const dots = vectors.dots(wording);
      if (dots === null) return near.fill(1);
      for (let text = from; text < to; text += 1) {
        for (let at = rows.starts[text] ?? 0, end = rows.starts[text + 1] ?? 0; at < end; at += 1) {
          if ((dots[rows.rows[at] ?? 0] ?? 0) >= least) near[text] = 1;
        }
      }
    }
    return near;
  }

  /** Texts that can be the very skill that is asked, whatever their vectors say. */
  private identityTexts(from: number, to: number): ReadonlySet<number> {
    const { statements } = this.pool;
    const { prepared, rules } = this.line;
    const found = new Set<number>();
    for (const id of prepared.frameworkIds) for (const text of statements.textsWithFramework(id)) found.add(text);
    for (const words of prepared.wordings) for (const text of statements.textsWithWords(words)) found.add(text);
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
    let factor = this.factors.get(classId);
    if (factor === undefined) {
      const item = this.pool.statements.item(0, classId);
      const full = atFullStrength(this.line.prepared);
      factor = item === null ? 0 : matchRequirement(full, [item], null, this.at).strength;
      this.factors.set(classId, factor);
    }
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

  private identityValue(kind: number, date: number): number {
    const key = kind * DATES + (this.isDated ? date : 0);
    let value = this.identities.get(key);
    if (value === undefined) {
      const item = this.pool.statements.itemOf(kind);
      value = item === null ? 0 : valueOfMatch(this.match([this.dated(item, date)]));
      this.identities.set(key, value);
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
      kind: (kind) => {
        const item = pool.statements.itemOf(kind);
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

/** So few are compared faster than all vectors are scanned. */
const FEW_TEXTS = 64;
const COUNTS = 1;
const IDENTITY = 2;
const AMBIGUOUS = 4;
/** More dates than there are, so that a number and a date make one key. */
const DATES = 2 ** 24;

function valueOfMatch({ strength, evidenced }: FoundMatch): number {
  return stepsOf(strength) | (evidenced ? EVIDENCED : 0);
}

function atFullStrength(prepared: PreparedRequirement): PreparedRequirement {
  const full = {
    similarity: { cosine: 1, lexical: 1, hybrid: 1 },
    probability: 1,
    strength: 1,
    piece: '',
    wording: '',
  };
  const requirement = { ...prepared.requirement, maxAgeYears: null };
  return { ...withoutIdentity(prepared, true), requirement, compare: () => full };
}

function withoutIdentity(prepared: PreparedRequirement, isSupported: boolean): PreparedRequirement {
  return { ...prepared, wordings: [], frameworkIds: new Set(), supports: () => isSupported };
}

function grown<Numbers extends Float64Array | Uint8Array>(
  old: Numbers,
  length: number,
  type: new (length: number) => Numbers,
): Numbers {
  const made = new type(length);
  made.set(old);
  return made;
}
