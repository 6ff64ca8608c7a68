import type { Priority } from '../../../shared/model/job.ts';

/** What is said not to be needed asks nothing: "no experience needed", "we don't care whether you have a degree". */
const NOT_ASKED =
  /\b(?:each essential (?:duty|function)|perform (?:this|the) job successfully|(?:don['’]t|do not|needn['’]t|need not) (?:need|require|have to have|care)|no (?:prior |previous |special |formal )?(?:experience|qualifications?|degree|cv|cover letter|agencies)\b.{0,20}(?:needed|required|necessary|please)|(?:is|are) not (?:needed|required|necessary) (?:at all|here))/iu;

const TRAINABLE =
  /\b(?:will train\b|we(?: will| can|['’]ll)? (?:train|teach|show|put you through|happily (?:train|teach|show)|support you (?:to|in|through))\b|(?:full |on-the-job |further )?training (?:is |can be |will be )?(?:provided|given|offered|available|possible)|training\b.{0,50}\bis possible|(?:can|will) be (?:trained|taught|learn(?:ed|t)|provided with training)|(?:you['’]ll|you will|you can|can be|will be) (?:be )?learn(?:ed|t)?\b|willing(?:ness)? to (?:learn|train|work towards)\b(?! )|acquired? (?:on the job|after hire))/iu;

const WANT =
  /\b(?:advantage|advantageous|(?:a|big|real|definite) plus|preferred|preferably|nice[- ]to[- ]haves?|would be nice|desirable|desired|love it if|ideally|ideal(?! (?:candidates?|applicants?|person|fit|match))|bonus|welcome|welcomed|helpful|helps|useful|beneficial|an asset|appreciated|optional|would be (?:great|good|lovely)|not (?:essential|required|necessary|mandatory|a must)|would fit|not a deal-?breaker|good to have|handy(?! (?:with|at))|so much the better|extra love|would (?:also )?(?:prefer|consider))\b|\(D\)\s*\.?$/iu;

const MUST =
  /\b(?:must|(?:is|are) (?:crucial|critical|vital|imperative|key)|(?<!\b(?:where|when|if|as|whenever) )required|requires|essential|mandatory|(?<!\b(?:where|when|if|as|whenever) )(?:necessary|needed)|minimum|at least (?=(?:an? |one |two |three |four |five |\d+ ?)(?:\p{L}+ )?(?:years?|yrs?|months?|level|grade|degree|gcse)|[abc][12]\b)|prerequisite|indispensable|compulsory|non-negotiable|has to|have to)\b|\(E\)\s*\.?$/iu;

/** What a tail wishes for is about the tail: "experience in service, ideally in shops". */
const WISHED_TAIL = /[,(]\s*(?:but )?(?:ideally|preferably|preferred in)\b[^,)]*\)?/giu;

/** "A case system (Proclaim preferred)": only the name is wished for. */
const WISHED_NAME = /\((?:ideally |preferably )?\p{Lu}[^()]*\s(?:preferred|desirable|an advantage|a plus|ideally)\)/gu;

/** @returns What the words themselves say about how much something is asked, or null where they say nothing. */
export function statedPriority(words: string): Priority | null {
  const plain = words
    .replace(WISHED_NAME, ' ')
    .replace(WISHED_TAIL, ' ')
    .replace(/\([^()]*,[^()]*\)/gu, ' ');
  if (TRAINABLE.test(plain)) return 'trainable';
  if (WANT.test(plain)) return 'want';
  return MUST.test(plain) ? 'must' : null;
}

export function isNotAsked(words: string): boolean {
  return NOT_ASKED.test(words);
}
