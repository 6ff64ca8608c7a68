/**
 * What surrounds the thing asked: how much of it, how it is wished for, and whose it is. Taken off until nothing is
 * left to take.
 */
const HAD =
  /^(?:are|is|be|being|have|has|having|hold|holds|holding|possess|possesses|bring|brings|demonstrate|show|know|knows|understand|understands|can(?! do)|could|need|needs|got|feel|enjoy|enjoys|speak|speaks(?= \p{Lu}))\s+(?=\S)(?!a key person)/iu;

const BEFORE: readonly RegExp[] = [
  /^(?:and|or|also|plus|as well as|preferably|ideally|additionally|furthermore|desirable|essential|required|optional|bonus)(?:[,:–-]\s*|\s+)/iu,
  /^(?:you|candidates?|applicants?|someone|(?:the )?(?:(?:ideal|successful) )?(?:candidate|applicant|post ?holder))(?:['’](?:ve|re|d|ll))?\s+(?:who\s+)?(?:(?:should|must|will|can|could|may|would|also|already|confidently|do|need|needs|really|genuinely|likely|ideally|probably|have to)\s+)*(?:to\s+)?(?:(?:have|has|got|bring|possess|be|are|is|know|need|demonstrate|hold|holds|show|understand|understands|feel|enjoy|know your way around|care about|are up for|be up for)\s+)?/iu,
  /^(?:must|should|would|will|can|may)\s+(?:also\s+)?(?:have|be|hold|possess|bring)\s+/iu,
  HAD,
  /^(?:confident|secure|safe|proficient|competent)\s+(?:handling|use|command|operation)\s+of\s+/iu,
  /^(?:an?\s+)?(?:high|large|certain|good)\s+(?:degree|level)\s+of\s+/iu,
  /^successfully\s+(?=\p{L}+ed\s)/iu,
  /^(?:know(?:s|ing)? )?(?:your way (?:a?round)|how to)\s+/iu,
  /^cares? (?:deeply )?about\s+/iu,
  /^(?:we (?:will )?(?:train|teach) you in|we (?:expect|need|require|look for|are looking for))\s+/iu,
  /^(?:an?|the|some|any(?! other)|your|our|their)\s+/iu,
  /^(?:very|strong|solid|good(?! (?:with|at)\b)|excellent|great|proven|demonstrated|demonstrable|deep|broad|basic|advanced(?! (?:university|degree|life|level))|expert|sound|extensive|practical|hands-on|relevant(?! (?:experience|level))|previous|prior|working(?= (?:knowledge|experience|understanding|command))|professional(?= (?:experience|knowledge))|first(?= experience)|initial|confident|outstanding|exceptional|in-depth|thorough|comprehensive|significant|substantial|progressive|progressively responsible|increasingly responsible|verifiable|direct(?= experience)|clear|intermediate|general(?= (?:knowledge|understanding|experience|awareness))|both|full(?= (?:&|and|knowledge|understanding))|some|recent(?! graduate)|genuine|real|effective|superior|high-level|comfortable|experienced(?= \p{L}+ing)|flawless|completely|fully)(?:\s*,?\s+(?:and\s+|&\s+)?)(?=\p{L})/iu,
  /^(?:(?:at least|over|more than|about|around|a minimum of)\s+)?a year(?:['’]s)?\s+(?:of\s+)?(?=\S)/iu,
  /^(?:at least |a minimum of |minimum(?: of)? |min\.? |over |more than |ideally )?(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|several|many)\s*\+?(?:\s*[-–]\s*\d{1,2}|\s+to\s+\w+)?\+?\s+(?:years?|yrs?|months?)['’]?s?\s+(?!(?:or|and) (?:older|over|above))(?:(?:of|in|as(?: an?)?|with)\s+)?(?:(?:relevant|proven|professional|hands-on|practical)\s+)?(?=\S)/iu,
  /^(?:experience|work(?:ing)? experience|work|experienced|track record)\s+(?:with|within|across|in|of|using|as|at|on)\s+(?:an?\s+|the\s+)?(?:using\s+|working with\s+(?!\p{L}+holders)|the use of\s+)?/iu,
  /^experience\s+(?=\p{L}+ing\b)/iu,
  /^post-\p{L}+\s+experience\s+(?:of|in|with|as)\s+/iu,
  /^(?:knowledge|understanding|command|mastery|grasp|feel|appreciation|awareness|use|usage)\s+(?:of|in|for)\s+/iu,
  /^(?:(?:keen |good |sharp |great |critical )?eye|knack|penchant|flair|talent|gift|head)\s+for\s+/iu,
  /^(?:detail-oriented|self-motivated|highly|proactive)\s+(?=\p{L}+ (?:in|at|with)\b)/iu,
  /^(?:excels?|adept|expert)\s+(?:in|at)\s+/iu,
  /^(?:familiarity|expertise|proficiency|competence|competency|skills?|background|confidence|interest|fluency|track record|record)\s+(?:with|in|of|at|on|using)\s+/iu,
  /^(?:familiar with|confident (?:with|in|using)|comfortable (?:with|in|using|working with)|at ease with|proficient (?:with|in|at)|skilled (?:in|at|with)|expert in|competent (?:in|with)|versed in|well[- ]versed in|trained in|adept at|qualified in|with)\s+/iu,
  /^(?:(?:the )?ability|able|capable|capability|willing|willingness|ready|readiness|aptitude)\s+(?:to|of)\s+/iu,
  /^(?:at least )?(?:one|two|three|some|any|either)(?: or more)? of (?:the following:?\s+)?(?=\S)/iu,
  /^(?:hold|have)?,?\s*or (?:be )?(?:close to|near(?:ing)?|about to|expect(?:ing|ed)? to)[^,]{0,40},?\s+(?:an?\s+)?/iu,
  /^(?:to|required:?|essential:?|demonstrate evidence of)\s+/iu,
  /^writes?\s+(?=(?:\p{Ll}+\s)?\p{Lu}\p{Ll}+$)/u,
  /^worked (?:on|with|in|as)\s+/iu,
  /^(?:of|in)\s+(?=\p{L}+ing\s|(?:the|our|its)\s)/iu,
  /^(?:the )?(?:employee|individual|incumbent)s?\s+(?:is|are|must|will|may)\s+(?:be\s+)?(?:\p{L}+ly\s+)?(?:(?:required|expected|able)\s+)?(?:to\s+)?/iu,
  /^(?:subject to|hold or (?:be )?(?:able|willing) to (?:obtain|get)|(?:obtain|have) or obtain)\s+/iu,
];

const BEHIND: readonly RegExp[] = [
  /\s*\([^()]*\b(?:provided|supplied|paid|reimbursed|arranged|covered)\)$/iu,
  /,?\s+(?:where|when|if|as|whenever) (?:needed|required|necessary|appropriate|applicable|possible|requested|directed)[.]?$/iu,
  /(?:,\s+(?:thereby |thus |while )?(?:ensuring|enabling|driving|fostering|leveraging|utili[sz]ing|allowing|contributing|resulting|adhering|demonstrating|facilitating|enhancing|maximi[sz]ing)\b|,\s+while\b|\s+in order to\b|\s+to (?:ensure|drive|enhance|maximi[sz]e|support (?:our|the) (?:growth|business))\b|,\s+to\s).*$/iu,
  /[\s.;:,!?"”–-]+$/u,
  /\s*\((?:[ED]|essential|desirable|desired|required|preferred|optional|a must|must|non-negotiable|nice to have|(?:full )?training (?:is |can be |will be )?(?:provided|given)|our [\p{L} ]{2,30})\)$/iu,
  /\s*[–-]\s*(?:essential|desirable|required|preferred|optional)$/iu,
  /[\s,(]+(?:(?:is|are|would|will|can)\s*)?(?:be\s+)?(?:also\s+|strongly\s+|highly\s+|very\s+|considered\s+|seen as\s+)*(?:an? )?(?:(?:big|clear|definite|real|strong|distinct) )?(?:advantage|advantageous|plus|must|bonus|handy|asset|crucial|critical|vital|key|imperative|required|preferred|desirable|desired|essential|mandatory|necessary|needed|welcome|welcomed|helpful|helps|useful|beneficial|appreciated|nice to have|prerequisite|ideal|great|lovely|amazing|fantastic|brilliant|provided|(?:taught|trained|learned|learnt))(?:,? (?:but|though) (?:it |they )?(?:is |are |it['’]s )?(?:not|isn['’]t|aren['’]t) (?:an? )?(?:[\p{L}-]+(?: ?-?breaker)?))?\)?$/iu,
  /\s+(?:is|are) (?:needed|expected|involved|given)$/iu,
  /,?\s+(?:is|are|will be|would be) (?:an? )?(?:absolutely )?(?:crucial|critical|vital|key|essential|desirable|mandatory|important|imperative|required|necessary|needed|must|plus|advantage|asset|helpful|useful|beneficial)(?: requirement)?\s+(?:for|to|in|of|but|though)\s.*$/iu,
  /\s+(?:is |are )?(?:required|needed|essential|necessary)\s+(?:before|prior to|upon|due to|owing to|because of)\s.*$/iu,
  /,\s+working (?:closely |directly )?(?:with|alongside)\s.*$/iu,
  /,?\s+(?:once|when|whenever|until|while|so that) (?:you|we|they|it|the|our|your)(?:['’]\p{L}+)?\s.*$/iu,
  /\s*\((?:sorry|because|we|you|our|this|these|it|training|full training|can be|will be|will train|can train|or we|please|not)\b[^()]*\)$/iu,
  /\s+[–-]\s+(?:we|you|our|this|it|full)\b.*$|,\s+[^,]*\b(?:supplied|provided)$/iu,
  /,\s+(?:at least \S+ )?of which\s.*$/iu,
  /,\s+(?:both\s+)?(?:written|verbal|oral|spoken|in writing)\s+(?:and|&|or)\s+(?:written|verbal|verbally|oral|orally|spoken)$/iu,
  /,\s+(?:our|we|it|that|this|otherwise|since|as (?:our|we))(?:['’]\p{L}+)?\s(?:[^,]*\s)?(?:is|are|have|has|will|do|does|can|be|need|needs)\b.*$/iu,
  /\s+(?:to|at) an? (?:basic|intermediate|advanced|expert|high|good|professional|proficient) (?:level|standard)(?=$|\s*\()/iu,
  /,\s+(?:but|ideally|preferably|because|although|which|where|particularly|especially|notably|with full|as (?:we|you|the|most|our|there|it|this|is|are))\b.*$/iu,
  /\s+(?:before$|(?:needed|required) (?:for|to|in)\s|used (?:for|to|in) (?:this|our|the)\s|but (?:full|training|not(?! limited)|we|you|is|are|if)|(?<!such )as (?:full|we|site|the site|this|there|you|is|are)|because|(?:has|have) to be|matters?(?: more| most)?|handy but|(?:is|are) the (?:working|official) languages?|to (?:join|succeed|get started))\b.*$/iu,
  /\s+(?:with (?:confidence|care|ease)|as your working language|inside out|deeply|well|a lot|in all aspects|appropriate to your (?:level|career stage)|would fit right in)(?=$|\s+and\s)/iu,
  /\s+(?:in|during|within) (?:your|the) first (?:\S+ )?\S+$/iu,
  /\s+(?:is|are) the (?:working|official) languages?.*$/iu,
  /\s+who (?:is|are) (?:keen|eager|willing|ready|looking|happy|prepared)\b.*$/iu,
  /\s+for (?:at least |over |more than |a minimum of )?(?:an?|one|two|three|\d{1,2}\+?) (?:years?|months?)$/iu,
  /\s+(?:ready|keen|eager|looking|wanting) to\s.*$/iu,
];

/** "Pastry experience": the thing is pastry; "work experience" is no thing. */
const OF_EXPERIENCE = /\s(?:experience|knowledge)$/iu;
const NO_THING =
  /(?:\b(?:work|relevant|equivalent|comparable|industry|professional|years['’]?|years of|\p{L}+-registration \p{L}+)|^(?:\p{L}?|subject|product|market|business|local))\s(?:experience|knowledge)$/iu;

/** More rounds than this take nothing more off. */
const ROUNDS = 7;

/**
 * @param isDuty Where the words tell what is done at work, "hold a caseload" is one thing.
 * @returns The thing asked, without what surrounds it; empty where nothing is asked but to be asked.
 */
export function askedWords(clause: string, isDuty = false): string {
  let words = clause.trim().replace(/\bw\/\s?/giu, 'with ');
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = words;
    for (const pattern of BEHIND) words = words.replace(pattern, '').trim();
    if (OF_EXPERIENCE.test(words) && !NO_THING.test(words) && !/\bor\b|\byears?\b/iu.test(words))
      words = words.replace(OF_EXPERIENCE, '');
    for (const pattern of BEFORE) if (!isDuty || pattern !== HAD) words = words.replace(pattern, '').trim();
    words = words.replace(/^["“'‘(]+(?=[^)]*$)/u, '');
    if (/\([^()]*$/u.test(words)) words += ')';
    if (words === before) break;
  }
  return words;
}
