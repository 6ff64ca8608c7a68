import type { RequirementKind } from '../../../shared/model/job.ts';
import type { AdSection } from './ad-headings.ts';
import { beginsWithBaseVerb, beginsWithGerund, beginsWithThirdPerson, isAct } from './verbs.ts';

const LICENCE =
  /\b(?:licen[cs]e[ds]?|licensure|registration (?:as|with)|registered (?:with|as)|registrable|registered (?:general )?(?:nurse|engineer|architect|manager|social worker|midwife)|(?:nmc|hcpc|gmc|gphc|gdc) (?:registration|pin|registered)|current registration|(?:full |professional |valid |statutory )registration|(?:\p{Lu}{3,5}) registration|driving permit|permit to|qualified teacher status|qts|security (?:check|clearance|vetting)|clearance|(?:jib|ecs|cscs|cpcs|npors|sia|cpc|tachograph|gold)\b(?: gold| driver)? (?:card|badge|licen[cs]e)|(?<![\p{L}\d])(?:b\+e|c1\+e|c\+e|d1\+e)(?![\p{L}\d])|category [a-d]\d?\+?e?\b|adr|bar admission|admitted to the bar|approbation)\b/iu;
const CREDENTIAL =
  /\b(?:(?<!(?:\d|high|large|certain|greater|360)[\s-])degrees?|bachelor(?:['’]?s)?|master(?:['’]s|s degree|s? in|s? of)|b\.?sc|m\.?sc|bsn|msn|(?:b\.?a|b\.?s|m\.?a|m\.?s|b\.?eng|m\.?eng)\.?(?:\/(?:b|m)\.?(?:a|s)\.?)? (?:in|degree)|mba|ph\.?d|doctorate|diploma|certificates?|certifications?|certified|apprenticeship|qualifications?|qualified|nvq|btec|gcses?|a-levels?|hnd|hnc|rqf|ged|baccalaureate|abitur|prince2|pmp|itil|six sigma|aca|acca|cima|cfa|cpa|aat|smsts|sssts|ipaf|nebosh|iosh|(?:18th|17th) edition|level [2-8] (?:in|food|award)|completed training|vocational training|chartered|accredited|graduate|first aid at work|first[- ]?aiders?|fire marshal|ticket|(?:technical|professional|further|teacher|nurse|nursing|specialist) training|training as an?|time-served|papers|food hygiene (?:level|certificate)|member(?:ship)? of|memberships?|chartership|chartered|accreditation|finalist)\b/iu;
const LANGUAGES =
  /\b(?:english|french|german|spanish|italian|portuguese|dutch|polish|czech|slovak|hungarian|romanian|bulgarian|greek|turkish|arabic|hebrew|russian|ukrainian|chinese|mandarin|cantonese|japanese|korean|hindi|urdu|bengali|punjabi|tamil|vietnamese|thai|swedish|norwegian|danish|finnish|estonian|latvian|lithuanian|croatian|serbian|slovenian|irish|welsh|gaelic|catalan|swahili|tagalog|sign language|(?:european|foreign|second|additional) languages?|mother tongue|native speaker)\b/iu;
const LANGUAGE_USE =
  /\b(?:languages?|fluen\w+|speak\w*|spoken|written|writing|native|mother tongue|[abc][12]\b|working language|proficien\w+|conversational|communicate|command of|bilingual)/iu;
const CHARACTERISTIC =
  /\b(?:(?<![\p{L}-])organi[sz]ed(?=$|\s+and\b)|prioriti[sz]e$|curious|curiosity|motivated|self-motivat\w+|passionat\w+|passion|enthusias\w+|team[ -]?(?:players?|spirit)|self-?starters?|reliable|reliability|flexib\w+|resilien\w+|hard[- ]?working|dynamic|energetic|ambitious|ambition|positive (?:attitude|outlook)|proactive|friendly|trustworthy|honest\w*|integrity|detail-oriented|attention to detail|eye for detail|creative mind|creative|open-?minded|humou?r|patien(?:t|ce)|work well with others|can-do|hands-on mentality|go-getter|empath\w+|compassion\w*|kind(?:ness)?|caring(?! for)|warm|punctual\w*|discretion|discreet|well[- ]organi[sz]ed|adaptab\w+|independent(?:ly)? work\w*|work independently|conscientious\w*|calm|confident (?:manner|personality)|personality|manners|appearance|well-groomed|way of working|careful|precise|hungry|commitment to|committed to|sense of|high expectations|dedicated|dedication|digital natives?|young|mature person|respectful|approachable|happy (?:to|outdoors|working)|stamina|portfolio|entrepreneurial|innovative thinker|tenac\w+|drive|assertive\w*|courteous|courtesy|polite\w*|tact\w*|diplomatic|diplomacy|diligen\w+|conscientious|loyal\w*|persisten\w+|perseverance|decisive\w*|initiative|energy(?= and|$)|bags of|time-?keep\w+|presentable|well[- ](?:presented|spoken|mannered)|tidy|neat|cheerful|outgoing|sociable|supportive|inquisitive|self-(?:aware\w*|confiden\w+|disciplin\w+|directed|driven|starting)|disciplined|mature outlook|maturity|(?:work(?:ing)?|perform|cope) (?:well )?under pressure|tight deadlines|love (?:of|for)|interest in|desire to|good with|people person|sensitiv\w+|consider\w+te|non-judgement\w*|optimis\w+|level-headed|cool head|thick skin|common sense|willingness|personable|genuine interest|high standards|work ethic|growth mindset)\b/iu;
/** What somebody can or will do beside the work itself; it goes to the interview like a characteristic. */
const CONDITION =
  /\b(?:shifts?|shift patterns?|weekends?|evenings?|nights?|overtime|on-call|travel(?:ling)? (?:up to|regularly|within|between|\d|internationally|as required|is)|willing(?:ness)? to (?:travel|work|relocate|be)|available|availability|relocate|own (?:transport|car|vehicle|tools|hand tools|laptop)|right to work|eligib\w+ to work|authori[sz]ed to work|work (?:permit|authori[sz]ation|visa)|visa|dbs|background check|criminal record|drug|physically (?:fit|able)|^(?:\p{L}+ly )?(?:sit|stand|walk|talk|reach|bend|kneel|stoop|climb|hear)(?:,| and\b)|(?:lift|carry|move) (?:and\/or move )?(?:up to )?\d|lift(?:ing)? (?:and\/or|up to|weights|heavy|\d+)|1[5-9](?: years)?(?: of age)? (?:or|and) (?:over|older|above)|(?:cold|wet|noisy|dusty|hot|chilled|freezer|outdoor)\b.{0,30}\b(?:environments?|conditions)|non-smoker|stand for|penalty points|clean driving record|at least 1[68]\b|over (?:18|21)\b|years? old|vaccinat\w+|on[- ]call|bank holidays?|references|time zone|safety (?:shoes|boots|footwear)|own (?:ppe|boots|equipment|phone|computer)|come (?:in )?to (?:our|the) office|can[- ]do|^own \p{L}+$|in the office|legally (?:authori[sz]ed|entitled|able)|work permit|physical(?:ly)? (?:fitness|demanding)|chilled|outdoors|travel to|travel around|stand(?:ing)? for|medical(?:ly)? fit|heights|all weathers|citizen\w*|security vetted|post-apprenticeship|similar role|live (?:in|near|within)|commut\w+)\b/iu;
const ALIKE_IN_SKILLS =
  /\b(?:driving|management|care plan|creative (?:suite|cloud|writing|direction)|innovation|agile|patient (?:care|records|assessment|safety|handling)|patients|travel (?:industry|booking|agency|management)|drug (?:administration|discovery|development|calculations)|shift (?:supervis\w+|planning)|kind of|drive (?:change|growth|sales|results|improvements?)|precise measur\w+|warm-up|night nursing|flexible (?:working|packaging)|dynamic (?:programming|systems|modelling)|available (?:data|systems)|medical|visa application|consider(?:ed|ing|ation)|young (?:people|children|adults|persons?|learners|offenders|patients)|interest(?:s|ed)? (?:rates?|groups)|reference (?:data|management|architecture|desk)|heights? of|energy (?:efficien\w+|management|systems?|sector|market)|initiatives)/iu;

/** What kind of thing a line asks. In case of doubt a skill; what a person is like goes to the interview. */
export function kindOf(entry: string, clause: string, section: AdSection): RequirementKind {
  if (LICENCE.test(entry)) return 'licence';
  if (isLanguage(entry, clause)) return 'language';
  const isDone = isAct(entry) && (section === 'tasks' || !isNamed(entry, clause) || !beginsWithBaseVerb(entry));
  if (!isDone && isCredential(entry)) return 'credential';
  if ((CONDITION.test(entry) || isCharacteristic(entry)) && !ALIKE_IN_SKILLS.test(entry)) {
    // What is done at work stays an act, whatever the manner: "provide friendly service".
    if (!isDone || section !== 'tasks')
      return isDone && !CONDITION.test(entry) && !/^(?:like|work|be)\b/iu.test(entry) ? 'competency' : 'characteristic';
  }
  if (/\bwilling(?:ness)? to\b/iu.test(clause) && isDone && section !== 'tasks') return 'characteristic';
  const isNominal =
    section === 'tasks' &&
    (NOMINAL_ACT.test(entry) || ((beginsWithGerund(entry) || beginsWithThirdPerson(entry)) && /\s/u.test(entry)));
  return isDone || isNominal ? 'competency' : 'skill';
}

/** "Preparation of accounts", as duties are told. */
const NOMINAL_ACT = /^\p{L}+(?:ion|ment|ance|al|sis)\s+of\s/iu;

export function isCredential(entry: string): boolean {
  return CREDENTIAL.test(entry);
}

/** True for what somebody is like, or will do beside the work. */
export function isOfThePerson(entry: string): boolean {
  return (isCharacteristic(entry) || CONDITION.test(entry)) && !ALIKE_IN_SKILLS.test(entry);
}

/** Said of a person near the start; further on it is said of the work: "techniques for precise analyses". */
function isCharacteristic(entry: string): boolean {
  const at = CHARACTERISTIC.exec(entry)?.index ?? -1;
  return at >= 0 && entry.slice(0, at).split(/\s+/u).length <= 4;
}

/** Behind "with", "of" or "a" stands a noun, also where it looks like a verb: "confident with stock systems". */
function isNamed(entry: string, clause: string): boolean {
  const at = clause.indexOf(entry);
  return at > 0 && /\b(?:with|of|in|on|using|an?|the)\s+(?:\p{L}+\s+and\s+)?$/iu.test(clause.slice(0, at));
}

function isLanguage(entry: string, clause: string): boolean {
  if (!LANGUAGES.test(entry)) return false;
  const words = entry.split(/\s+/u).filter((word) => !/^(?:or|and|&)$/iu.test(word)).length;
  if (isCredential(entry) && words > 3) return false;
  return words <= 2 || LANGUAGE_USE.test(entry) || (LANGUAGE_USE.test(clause) && words <= 5);
}
