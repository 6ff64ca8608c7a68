import type { LeftOutSentence, Priority, SuggestedRequirement } from '../../../shared/model/job.ts';
import { normaliseSkillText } from '../skills/normalise.ts';
import { actsOf } from './acts.ts';
import { SECTION_PRIORITY, type AdSection } from './ad-headings.ts';
import { isForeign } from './ad-language.ts';
import { linesOfAd } from './ad-lines.ts';
import { sentencesOfAd } from './ad-sentences.ts';
import { alternativesIn } from './alternatives.ts';
import { askedWords } from './asked-words.ts';
import { isAside } from './aside-sentences.ts';
import { clausesOf, type Clause } from './clauses.ts';
import { entriesOf } from './entries.ts';
import { suggestedLine } from './job-file.ts';
import { kindOf } from './line-kind.ts';
import { isNotAsked } from './line-priority.ts';
import { isOrderToProgram } from './orders-to-programs.ts';
import { isOnlyProxy, proxiesIn } from './proxies.ts';
import { beginsWithThirdPerson } from './verbs.ts';
import { eqfLevel, statedLevel, yearsAsked } from './years-and-levels.ts';

/** More lines than this nobody would accept one by one. */
const MOST_LINES = 200;
const MOST_LEFT_OUT = 2000;
const LONGEST_LINE = 300;

/** An ad as it was read: what it may ask, and what was left out of it and why. */
export interface ReadAd {
  readonly lines: readonly SuggestedRequirement[];
  readonly leftOut: readonly LeftOutSentence[];
  /** Lines that were found beyond those that are suggested. */
  readonly beyond: number;
}

/**
 * Reads an ad's requirements: each line with the sentence it came from, for a person to accept. What stands in an ad
 * is text and nothing else, also where it reads like an order to a program.
 *
 * @param ad Plain text.
 */
export function suggestRequirements(ad: string): ReadAd {
  const seen = new Set<string>();
  const lines: ReadLine[] = [];
  const leftOut: LeftOutSentence[] = [];
  const title = adTitle(ad);
  const sentences = sentencesOfAd(ad);
  for (const [index, { text, section, listed }] of sentences.entries()) {
    // The title names the job; it asks nothing of itself.
    if (
      index === 0 &&
      sentences.length > 1 &&
      (!listed || sentences[1]?.listed === false) &&
      title?.startsWith(text) === true
    )
      continue;
    const reason = isOrderToProgram(text) ? 'order' : isForeign(text) ? 'not-english' : null;
    const read = reason === null && section !== 'aside' ? linesOfSentence(text, section, listed) : [];
    if (read.length === 0) leftOut.push({ text, reason: reason ?? 'asks-nothing', rule: null });
    for (const line of read) {
      const key = normaliseSkillText(line.text);
      if (key === '' || seen.has(key)) continue;
      seen.add(key);
      lines.push(line);
    }
  }
  return {
    lines: lines.slice(0, MOST_LINES).map((line, index) => suggestedLine(index, line)),
    leftOut: leftOut.slice(0, MOST_LEFT_OUT),
    beyond: Math.max(0, lines.length - MOST_LINES),
  };
}

/** The lines of one phrase that is known to ask something, as in a JobPosting's `skills`. */
export function linesOfPhrase(phrase: string, priority: Priority): readonly SuggestedRequirement[] {
  const section = { must: 'asked', want: 'wished', trainable: 'learned' } as const;
  return isOrderToProgram(phrase)
    ? []
    : linesOfSentence(phrase.trim(), section[priority], true).map((line, index) => suggestedLine(index, line));
}

/** @returns The first line of an ad where it is short enough for a title. */
export function adTitle(ad: string): string | null {
  const first = (linesOfAd(ad).find(({ isBlank }) => !isBlank)?.text ?? '')
    .replace(/^(?:job title|title|position|vacancy|role|post)\s*:\s*/iu, '')
    .trim();
  return first !== '' && first.split(/\s+/u).length <= 12 && !/[.!?]$/u.test(first) ? first : null;
}

type ReadLine = Parameters<typeof suggestedLine>[1];

function linesOfSentence(sentence: string, section: AdSection, listed: boolean): readonly ReadLine[] {
  const [refused, instead] = sentence.split(/:\s+/u, 2);
  const only = isNotAsked(sentence) ? ONLY_INSTEAD.exec(sentence)?.[1] : undefined;
  const asking = only !== undefined ? `You need ${only}` : isNotAsked(refused ?? '') ? (instead ?? '') : sentence;
  if (asking === '' || isNotAsked(asking)) return [];
  return withoutLabel(asking, section)
    .split(
      /\s*;\s+|\s+and\s+(?=(?:is|are|will be)\s+(?:also\s+)?subject to\b)|,\s+where\s+(?=you(?:['’]ll|\s+will)\b)/u,
    )
    .filter((part) => !isAsideIn(part, listed && isAskedSection(section)))
    .flatMap((part) => clausesOf(part.replace(PICTOGRAPHS, ' '), section, listed))
    .flatMap((clause) => linesOfClause(clause, sentence));
}

/** "You don't need experience, just an interest in food." */
const ONLY_INSTEAD = /,\s+(?:just|only|but(?: you (?:do )?need)?)\s+(?!not\b)(.{3,200})$/iu;

/** "Teamwork: works with others to achieve goals": among what is asked, a label says again what its words say. */
function withoutLabel(sentence: string, section: AdSection): string {
  if (section === 'open' || section === 'aside') return sentence;
  const label = /^\p{Lu}[\p{L}&/ -]{2,40}:\s+(?=\S+\s+\S)/u.exec(sentence)?.[0];
  return label === undefined || label.split(/\s+/u).length > 5 ? sentence : sentence.slice(label.length);
}

/** Signs within a sentence; the sentence that is shown keeps them. */
const PICTOGRAPHS = /\s*(?:\p{Extended_Pictographic}[\p{Emoji_Modifier}\u200D]*)+\s*/gu;

/** In a list of what is asked, brackets tell what goes with it: "driving licence (van and fuel card provided)". */
function isAsideIn(part: string, isAskedEntry: boolean): boolean {
  if (!isAskedEntry) return isAside(part);
  return isAside(part.replace(/\s*\([^()]*\)/gu, '')) && !isWorkWith(part);
}

function isAskedSection(section: AdSection): boolean {
  return section === 'asked' || section === 'wished';
}

/** "Work bank holidays", "knowledge of private healthcare": a benefit elsewhere, asked for in a list of what is asked. */
function isWorkWith(entry: string): boolean {
  return /^(?:\p{L}+\s+){0,2}?(?:work\w*|willing\w*|able|ability|available|availability|knowledge|experience|understanding)\b/iu.test(
    entry,
  );
}

function linesOfClause(clause: Clause, sentence: string): readonly ReadLine[] {
  const { words, section } = clause;
  if (section === 'aside') return [];
  const source = {
    sourceSentence: sentence.slice(0, 5000),
    priority: clause.priority ?? SECTION_PRIORITY[section],
    years: yearsAsked(words),
  };
  const isDuty = clause.section === 'tasks';
  if (isOnlyProxy(words) || isOnlyProxy(clause.asked)) {
    const text = cut((yearsAsked(words) === null ? askedWords(words) || words : words).replace(/[\s.;:,!]+$/u, ''));
    return [
      { ...source, text, kind: isCredentialed(text) ? 'credential' : 'characteristic', warnings: proxiesIn(words) },
    ];
  }
  const acts = clause.isTold ? actsOf(clause.asked).map((act) => askedWords(act, true)) : [];
  const isOneDuty = isDuty && beginsWithThirdPerson(clause.asked) && clause.asked.split(/\s+/u).length > 2;
  const entries = isOneDuty
    ? [askedWords(clause.asked, true)]
    : acts.length > 1
      ? acts
      : entriesOf(askedWords(clause.asked, isDuty));
  return entries
    .flatMap((entry) => (acts.length > 1 || isOneDuty ? entry : entriesOf(entry).map((one) => askedWords(one, isDuty))))
    .filter((entry) => !/^(?:us|me)\s/iu.test(entry) && /\p{L}{2,}|^[CR](?!\p{L})|\d/u.test(entry))
    .map((entry) => {
      const kind = kindOf(entry, words, section);
      const alternatives = alternativesIn(entry).map(cut);
      return {
        ...source,
        text: cut(entry),
        kind,
        level: kind === 'competency' ? null : eqfLevel(entry),
        statedLevel: statedLevel(kind === 'language' ? entry : words, kind === 'language'),
        alternatives,
        // "Supervise PhD students" asks for no degree.
        warnings: (entries.length > 1
          ? ownProxies(entry, words, alternatives.length > 0)
          : proxiesIn(words, alternatives.length > 0)
        ).filter((code) => kind !== 'competency' || code !== 'degree-without-alternative'),
      };
    });
}

/** Of several things asked at once each has its own proxies, but the years stand for all of them. */
function ownProxies(entry: string, clause: string, hasAlternative: boolean): readonly string[] {
  const own = proxiesIn(entry, hasAlternative);
  return proxiesIn(clause, hasAlternative).filter((code) => code === 'years-as-proxy' || own.includes(code));
}

function isCredentialed(text: string): boolean {
  return /\bdegree\b/iu.test(text);
}

function cut(text: string): string {
  return text.slice(0, LONGEST_LINE);
}
