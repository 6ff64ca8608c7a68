import { askedWords } from './asked-words.ts';
import { isCredential } from './line-kind.ts';
import { isAct } from './verbs.ts';

/**
 * "…or equivalent", "or another JVM language", "or a comparable qualification" open the door, but name nothing that
 * could be compared: what stands before them is then the one thing named. "Or equivalent experience" names another way.
 */
const NAMES_NOTHING =
  /^(?:in )?(?:(?:an? |any |some )?(?:closely )?(?:other|another|equivalent|similar|comparable|related|relevant|alternative|like)(?: (?!.*\b(?:experience|education and|combination)\b).{1,60})?|(?:an? )?(?:equivalent|similar|comparable)(?:,? if .*)?|(?:be )?(?:prepared|willing\w*|able|happy|working|work|studying|studies|part[- ]qualified)\b.*|an? (?:wish|desire|willingness|interest)\b.*|the like|older|better|higher|above|over|more|so|etc\.?)$/iu;
const OTHER_WAY =
  /\b(?:experience|equivalent|comparable|qualif\w+|diploma|degree|apprenticeship|training|certificat\w+|ged|education|licen[cs]e|background|working towards|finalist)\b/iu;

/**
 * "A degree or equivalent experience", "Java or Kotlin", "statistics (R or Python)": any one would do, and each is
 * compared on its own. "A degree in marketing or business" has no alternative: the "or" is between subjects.
 */
export function alternativesIn(entry: string): readonly string[] {
  const plainOr = entry.replace(/\band\/or\b/giu, 'or');
  // "InDesign (or similar)" is "InDesign or similar".
  const opened = plainOr.replace(/\s*\(or\s+([^()]*)\)/giu, ' or $1');
  const text = (opened.match(/\bor\b/giu) ?? []).length > 1 ? plainOr : opened;
  // "With or without adjustments" asks for neither.
  if (/\bwith or without\b/iu.test(entry)) return [];
  // "In a local authority or a charity" says where, and names no two things.
  if (/\s(?:in|at|for|within|from)\s+an?\s[^,]*\sor\s+an?\s/iu.test(entry)) return [];
  const within = /\(([^()]*\bor\b[^()]*)\)/iu.exec(text)?.[1];
  const outside = text.replace(/\s*\((?!hons)[^()]*\)/giu, '').trim();
  const plain = /\bor\b/iu.test(outside) ? outside : (within ?? '');
  if (!/\bor\b/iu.test(plain)) return [];
  const parts = partsOf(
    plain.replace(
      /^.*?\b(?:such as|like|e\.g\.|including|(?:one|any|two|three|either)(?: or more)? of(?: the following:?)?)\s+/iu,
      '',
    ),
  );
  const isWay = isCredential(plain) && plain === outside;
  const named = isWay
    ? credentialsIn(plain, parts).map(withoutArticle)
    : sharing(
        parts.filter((part) => !NAMES_NOTHING.test(part)),
        plain,
      ).map((part) => askedWords(part));
  return [...new Set(named)].filter((part) => part !== '' && part !== entry && !NAMES_NOTHING.test(part));
}

function partsOf(text: string): readonly string[] {
  return text.split(/\s*,\s*(?:or\s+)?|\s+or\s+/iu).filter((part) => part !== '');
}

/** Only what is a way of its own to qualify counts: after the comma, or with words of its own for it. */
function credentialsIn(text: string, parts: readonly string[]): readonly string[] {
  // "ACA, ACCA or CIMA qualified": names of qualifications, with what they have in common behind the last.
  if (parts.every((part) => NAME_OF_QUALIFICATION.test(part))) {
    return parts.map((part) => part.replace(/\s+(?:qualified|qualification|certification|certificate)$/iu, ''));
  }
  const atComma = text.split(/,\s*or\s+/iu);
  const isTwo = atComma.length === 2 && /\bor\b/iu.test(atComma[0] ?? '') && OTHER_WAY.test(atComma[1] ?? '');
  if (!isTwo && parts.length > 2 && parts.every((part) => OTHER_WAY.test(part) || NAMES_NOTHING.test(part)))
    return parts;
  const ways = atComma.length > 1 && OTHER_WAY.test(atComma.at(-1) ?? '') ? atComma : text.split(/\s+or\s+/iu);
  const [first = '', ...others] = ways;
  return others.every((way) => OTHER_WAY.test(way)) ? shareTail([first, ...others]) : [];
}

const NAME_OF_QUALIFICATION =
  /^\p{Lu}[\p{Lu}\d/+-]{1,7}(?:\s\p{Lu}[\p{Lu}\d/+-]{1,7})?(?:\s+(?:qualified|qualification|certificate|certification|[Ll]evel \d))?$/u;

function withoutArticle(way: string): string {
  return way.replace(/^(?:an?|the)\s+/iu, '').replace(/[\s.,;]+$/u, '');
}

/** "Degree or diploma in nursing": what stands behind the last belongs to each. */
function shareTail(ways: readonly string[]): readonly string[] {
  const tail = /^\p{L}+\s+((?:in|of|as)\s.+)$/iu.exec(ways.at(-1) ?? '')?.[1];
  return tail === undefined ? ways : ways.map((way) => (/^\p{L}+$/u.test(way) ? `${way} ${tail}` : way));
}

/** What stands behind the last of several is said of each, and is no part of the thing: "sales or service background". */
const SHARED_NOUN =
  /\s(?:background|experience|knowledge|setting|environment|sector|industry|training|role|position|certification)$/iu;

/** The words before the first name belong to each of them, and so does the noun behind the last. */
function sharing(parts: readonly string[], plain: string): readonly string[] {
  const [first = '', ...others] = parts;
  const last = others.at(-1) ?? '';
  // "program in Python or R": the names alone will do.
  const name = /\s(?:in|with|of|using)\s+(\p{Lu}\S*)$/u.exec(first)?.[1];
  const spoken = /^(?:spoken|written|fluent|good|basic|conversational)\s+(\p{Lu}\S*)$/iu.exec(first)?.[1];
  if (name === undefined && isAct(plain)) return [];
  if (name !== undefined || spoken !== undefined) return [name ?? spoken ?? first, ...others];
  const field = SHARED_NOUN.exec(last)?.[0];
  if (field !== undefined && !parts.slice(0, -1).some((part) => SHARED_NOUN.test(part)))
    return parts.map((part) => part.replace(SHARED_NOUN, '').replace(/^(?:an?|the)\s+/iu, ''));
  const noun = /^(\p{Lu}\S*)\s+(\p{Ll}+s|\p{Ll}+ (?:development|analysis|management|testing|design))$/u.exec(last)?.[2];
  return noun !== undefined &&
    [first, ...others.slice(0, -1)].every((part) => /^\p{Lu}\S*$/u.test(part)) &&
    !plain.includes(',')
    ? parts.map((part) => (part.endsWith(noun) ? part : `${part} ${noun}`))
    : parts;
}
