import type { SkillStatement } from '../../../../shared/model/skill.ts';
import { isClaimed } from '../identity.ts';
import type { EvidenceItem } from '../match-requirement.ts';
import { internWords, isNarrative, normaliseFrameworkId, type StatementWords } from '../wording-strength.ts';
import { GrowingUint32 } from './growing-array.ts';

/**
 * What statements have in common, each thing once:
 * - a *text*: words of one kind of field with their framework URIs; all that a comparison of wordings looks at,
 * - a *class*: all else that a match looks at, but for the credential's date and its other skills,
 * - a *kind*: a text of a class. Statements of one kind are worth the same.
 */
export class StatementTable {
  /** By text. */
  readonly words: StatementWords[] = [];
  private readonly frameworkIds: (readonly string[])[] = [];
  /** Kinds of a text: the last one that was made plus 1, then {@link nextKind} from there; 0 ends. */
  readonly firstKind = new GrowingUint32();

  /** By kind. */
  readonly kindText = new GrowingUint32();
  readonly kindClass = new GrowingUint32();
  readonly nextKind = new GrowingUint32();

  /** By class, one statement that has it. */
  readonly classes: EvidenceItem[] = [];

  private readonly texts = new Map<string, number>();
  private readonly plainFields = new Map<string, number>();
  private readonly plainNarratives = new Map<string, number>();
  private readonly classIds = new Map<string, number>();
  private readonly byFramework = new Map<string, number[]>();
  private readonly byWords = new Map<string, number[]>();
  private readonly intern = internWords();

  kindOf(item: EvidenceItem): number {
    return this.findKind(this.textOf(item.statement), this.classOf(item));
  }

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

  /** A statement of the kind as a match sees it, in a credential with this date; `credential` keeps several apart. */
  itemOf(kind: number, credential?: EvidenceItem['credential']): EvidenceItem | null {
    return this.item(this.kindText.at(kind), this.kindClass.at(kind), credential);
  }

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

  private textOf(statement: SkillStatement): number {
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
    this.firstKind.push(0);
    for (const id of ids) append(this.byFramework, id, made);
    append(this.byWords, statement.text, made);
    return made;
  }

  private classOf(item: EvidenceItem): number {
    const { source, level, noEvidence } = item.statement;
    const key = `${source} ${level} ${noEvidence} ${item.verification.value} ${isClaimed(item.credential)}`;
    const known = this.classIds.get(key);
    if (known !== undefined) return known;
    this.classIds.set(key, this.classes.length);
    this.classes.push(item);
    return this.classes.length - 1;
  }

  /** A text has few kinds: going along them needs no table of its own. */
  private findKind(text: number, classId: number): number {
    for (let kind = this.firstKind.at(text); kind !== 0; kind = this.nextKind.at(kind - 1)) {
      if (this.kindClass.at(kind - 1) === classId) return kind - 1;
    }
    const made = this.kindText.length;
    this.kindText.push(text);
    this.kindClass.push(classId);
    this.nextKind.push(this.firstKind.at(text));
    this.firstKind.array[text] = made + 1;
    return made;
  }
}

const NONE: readonly never[] = [];

function append(map: Map<string, number[]>, key: string, value: number): void {
  const there = map.get(key);
  if (there === undefined) map.set(key, [value]);
  else there.push(value);
}
