import type { SkillStatement } from '../../../../shared/model/skill.ts';
import { isClaimed } from '../identity.ts';
import type { EvidenceItem } from '../match-requirement.ts';
import { internWords, isNarrative, normaliseFrameworkId, type StatementWords } from '../wording-strength.ts';

/**
 * What statements have in common, each thing once:
 * - a *text*: words of one kind of field with their framework URIs; all that a comparison of wordings looks at,
 * - a *class*: all else that a match looks at, but for the credential's date and its other skills.
 *
 * Statements of one text and one class are worth the same.
 */
export class StatementTable {
  /** By text. */
  readonly words: StatementWords[] = [];
  private readonly frameworkIds: (readonly string[])[] = [];
  /** By class, one statement that has it. */
  readonly classes: EvidenceItem[] = [];

  private readonly texts = new Map<string, number>();
  private readonly plainFields = new Map<string, number>();
  private readonly plainNarratives = new Map<string, number>();
  private readonly classIds = new Map<string, number>();
  private readonly byFramework = new Map<string, number[]>();
  private readonly byWords = new Map<string, number[]>();
  private readonly intern = internWords();

  /** The one object that equal words share, as comparisons remember it. */
  wordsOf(statement: SkillStatement): StatementWords {
    return this.intern(statement);
  }

  /** Texts that name one of these (normalised) framework URIs. */
  textsWithFramework(id: string): readonly number[] {
    return this.byFramework.get(id) ?? NONE;
  }

  textsWithWords(text: string): readonly number[] {
    return this.byWords.get(text) ?? NONE;
  }

  /** A statement of a text and a class as a match sees it; `credential` keeps several apart. */
  item(text: number, classId: number, credential?: EvidenceItem['credential']): EvidenceItem | null {
    const [like, words] = [this.classes[classId], this.words[text]];
    if (like === undefined || words === undefined) return null;
    const { text: quote } = words;
    const frameworkIds = this.frameworkIds[text] ?? NONE;
    return {
      ...like,
      statement: { ...like.statement, text: quote, quote, frameworkIds },
      words,
      credential: credential ?? like.credential,
    };
  }

  textOf(statement: SkillStatement): number {
    const { text, source, frameworkIds } = statement;
    if (frameworkIds.length === 0) {
      const plain = isNarrative(source) ? this.plainNarratives : this.plainFields;
      const known = plain.get(text) ?? this.makeText(statement, []);
      plain.set(text, known);
      return known;
    }
    const ids = [...new Set(frameworkIds.map(normaliseFrameworkId))].sort();
    const key = [isNarrative(source) ? 'narrative' : 'field', text, ...ids].join('\n');
    const known = this.texts.get(key);
    if (known !== undefined) return known;
    const made = this.makeText(statement, ids);
    this.texts.set(key, made);
    return made;
  }

  private makeText(statement: SkillStatement, ids: readonly string[]): number {
    const made = this.words.length;
    this.words.push(this.intern(statement));
    this.frameworkIds.push(ids);
    for (const id of ids) append(this.byFramework, id, made);
    append(this.byWords, statement.text, made);
    return made;
  }

  classOf(item: EvidenceItem): number {
    const { source, level, noEvidence } = item.statement;
    const key = `${source} ${level} ${noEvidence} ${item.verification.value} ${isClaimed(item.credential)}`;
    const known = this.classIds.get(key);
    if (known !== undefined) return known;
    this.classIds.set(key, this.classes.length);
    this.classes.push(item);
    return this.classes.length - 1;
  }
}

const NONE: readonly never[] = [];

function append(map: Map<string, number[]>, key: string, value: number): void {
  const there = map.get(key);
  if (there === undefined) map.set(key, [value]);
  else there.push(value);
}
