/** Verbs with which ads say what is done at work (our own list, in the base form). */
const BASE = new Set(
  `accept accompany achieve act adapt address adhere administer administrate advise agree align analyse analyze answer anticipate apply
  appraise approve arrange articulate assemble assess assign assist assure attend audit authorise automate balance bake be book brief
  bring budget build calculate calibrate care carry cash chair champion change check choose clarify clean close coach code collaborate
  collate collect communicate compile complete comply compose conceive conduct configure connect consult contribute control
  convey convert cook cooperate coordinate co-ordinate correct counsel cover create cultivate cut deal debug decide define
  delegate deliver demonstrate deploy describe design detect determine develop devise diagnose direct discuss dispatch
  dispense display dispose distribute document draft draw drive earn edit educate elaborate empty enable encourage enforce
  engage enhance ensure enter escalate establish estimate evaluate examine execute expand explain exploit explore export
  extend extract fabricate facilitate feed file find fit fix fly focus follow forecast form formulate foster fulfil fulfill
  fund gather generate get give go greet groom grow guide handle harvest have help hire hold host identify illustrate implement
  import improve increase influence inform initiate innovate input inspect inspire install instruct integrate interact
  interpret interview introduce inventory investigate invoice join keep know label launch lead learn learn lift listen liaise
  load locate look maintain make manage manufacture map market master maximise maximize measure meet mentor merge migrate
  minimise minimize mix model moderate modify monitor motivate move navigate negotiate network observe obtain offer open operate
  optimise optimize order organise organize oversee own pack package pass paint pair participate perform persuade pick place plan plant
  play point practise practice prepare prescribe present preserve prevent prioritise prioritize process procure produce
  program programme project promote propose protect prototype provide prune publish purchase pursue put read receive
  recommend reconcile record recruit reduce refer refine refurbish register reinforce relate remove renew renovate repair
  replace reply report represent research resolve respond restore review revise rewire rotate run safeguard sand schedule
  screen script seal search secure select sell serve service set sew shape share ship show sign simplify solve sort source
  speak specify sterilise stimulate stock store strengthen study submit supervise supply support survey stay take talk teach test thrive
  track trade train transcribe transfer transform translate transport travel treat triage troubleshoot turn type understand
  undertake unload update upgrade use utilise utilize validate verify visit wash watch weigh weld win work wire write
  advocate allocate amend archive author bid brainstorm canvass capture catalogue chase classify consolidate construct convene craft
  curate debrief decorate deputise deputize dig elicit embed empower enrich enrol erect evangelise finalise finalize flag furnish grease harness inject issue
  iterate launder leverage line-manage mop wax merchandise lay manoeuvre mark mobilise mobilize nurture onboard orchestrate partner patrol peel pioneer polish pour price progress
  proofread query quote raise rear rectify redesign refill regulate rehearse reset retain retrieve return rinse scrub scale scan scope seek segment
  settle shadow shortlist sift signpost spearhead spot stack steer streamline structure sustain sweep synthesise synthesize tackle
  tailor tend tidy tow trial trim tune unblock unpack uphold vaccinate value wait water wrap`
    .split(/\s+/u)
    .filter((verb) => verb !== ''),
);

/** Words in -ing that name a skill or a thing by themselves, and take no object when an ad lists them. */
const NAMES_IN_ING = new Set(
  `accounting advertising advising auditing baking banking bookkeeping branding budgeting cleaning coaching coding computing consulting
  controlling cooking copywriting counselling debugging dressing drawing driving editing engineering farming financing forecasting
  forging gardening hosting invoicing joining learning lifting lighting logging machining manufacturing marketing mentoring merchandising
  milling mining modelling modeling monitoring moulding networking nursing painting planning pipetting plumbing pricing printing
  programming proofreading prototyping purchasing recruiting refactoring reporting rigging rostering roofing sampling scheduling
  scripting selling sewing safeguarding shipping sourcing spraying staffing tailoring testing timekeeping training troubleshooting turning tutoring typing
  upholstering weaving welding working writing`.split(/\s+/u),
);

const PARTICLES = new Set('up out on off in down over away back with for to'.split(' '));

/** True where a phrase begins with what is done: "plan care", "managing budgets". */
export function isAct(phrase: string): boolean {
  const words = phrase
    .toLowerCase()
    .replace(/,(?=\s)/gu, ' and')
    .split(/\s+/u);
  const [first = '', second = '', third = ''] = words;
  if (second === '') return false;
  if (/^(?:and|or|&)$/u.test(second)) {
    return (
      isSharedObject(words) ||
      (isThirdPerson(first) && isBaseVerb(third.replace(/e?s$/u, ''))) ||
      (isBaseVerb(first) && isBaseVerb(third)) ||
      (isGerund(first) && isGerund(third) && words.length > 3 && words[3] !== 'and')
    );
  }
  if (isBaseVerb(first)) return !(NOUNS_TOO.has(first) && isCompound(second, words.length));
  if (isThirdPerson(first)) return true;
  if (words.length === 2 && NAMED_IN_ING.test(second)) return false;
  return isGerund(first) && (!NAMES_IN_ING.has(first) || phrase.toLowerCase().startsWith('working with '));
}

/** "designing, deploying and supporting systems": several acts on one thing that stands behind the last. */
function isSharedObject(words: readonly string[]): boolean {
  let at = 0;
  while (/^(?:and|&)$/u.test(words[at + 1] ?? '') && isGerund(words[at] ?? '')) at += words[at + 2] === 'and' ? 3 : 2;
  return at > 2 && isGerund(words[at] ?? '') && words[at + 1] !== undefined;
}

function isCompound(second: string, words: number): boolean {
  return (
    /^(?:management|managers?|engineering|control|skills?|law)$/u.test(second) || (words <= 3 && NOMINAL.test(second))
  );
}

/** Verbs that are nouns as often: "project management", "process engineering" are no acts, "process invoices" is one. */
const NOUNS_TOO = new Set(
  `author bid capture craft issue mark master merchandise partner patrol polish price progress query quote return scan scope shadow spot stack structure trial trim tune value water wrap account audit balance book budget change contract control coordinate cut deal design document draft drive feed file focus form fund handle
  help host input interview inventory invoice key label lead map market measure model network object offer open order pack paint pair
  place plan plant play point position practice process produce program project purchase record report research review run sample sand
  scale schedule screen script search seal service set shape share ship show sort source staff stock store study supply support survey
  talk test track trade train transfer transport treat type update upgrade use visit wash watch work`.split(/\s+/u),
);
/** "Mapping software", "closing skills": the word in -ing says of what kind. */
const NAMED_IN_ING =
  /^(?:skills?|experience|techniques?|equipment|software|tools?|methods?|systems?|guidelines|standards|principles|process(?:es)?|procedures?|environments?|machines?|regulations|strateg(?:y|ies)|theory|technolog(?:y|ies))$/u;
const NOMINAL =
  /(?:ing|ment|ion|ity|sis|ance|ence|ship|ics|ware|logy|manager|control|law|skills?|work|design|research|support|security|service|engineer\w*)$/u;

/** True where a phrase begins with a base form: "plan care". */
export function beginsWithBaseVerb(phrase: string): boolean {
  const [first = '', second = ''] = phrase.toLowerCase().split(/\s+/u);
  // "Work is steady": a noun, for a verb has no other behind it.
  return isBaseVerb(first) && !/^(?:is|are|was|were|has|will)$/u.test(second);
}

/** True where a phrase begins with any word in -ing that is made of one of the verbs. */
export function beginsWithGerund(phrase: string): boolean {
  return isGerund(phrase.toLowerCase().split(/\s+/u)[0] ?? '');
}

/** True where a phrase begins with a word in -ing that is no name of a skill, and goes on: "greasing tins". */
export function beginsWithDoing(phrase: string): boolean {
  const [first = '', second] = phrase.toLowerCase().split(/\s+/u);
  return (
    /^\p{L}{3,}ing$/u.test(first) && second !== undefined && !NAMES_IN_ING.has(first) && !/^(?:and|or)$/u.test(second)
  );
}

/** True where a phrase begins with what somebody does: "places orders". */
export function beginsWithThirdPerson(phrase: string): boolean {
  const [first = ''] = phrase.toLowerCase().split(/[\s,]+/u);
  return /[^s]s$/u.test(first) && [/s$/u, /es$/u].some((end) => isBaseVerb(first.replace(end, '')));
}

/** True for "plan" and "set up": a verb whose object stands behind the next verb. */
export function isBareVerb(phrase: string): boolean {
  const [first = '', second, third] = phrase.toLowerCase().trim().split(/\s+/u);
  return (
    (isBaseVerb(first) || isGerund(first)) && third === undefined && (second === undefined || PARTICLES.has(second))
  );
}

function isBaseVerb(word: string): boolean {
  return BASE.has(word) || BASE.has(word.replace(/^(?:co|re)-?(?=\p{L}{4})/u, ''));
}

/** "assesses", "carries": what somebody does. */
function isThirdPerson(word: string): boolean {
  return [word.replace(/s$/u, ''), word.replace(/es$/u, ''), word.replace(/ies$/u, 'y')].some(
    (base) => base !== word && isBaseVerb(base) && (base === 'use' || !NOUNS_TOO.has(base)),
  );
}

function isGerund(word: string): boolean {
  if (!word.endsWith('ing') || word.length < 5) return false;
  const stem = word.slice(0, -3);
  const undoubled = /(.)\1$/u.test(stem) ? stem.slice(0, -1) : stem;
  return BASE.has(stem) || BASE.has(`${stem}e`) || BASE.has(undoubled) || NAMES_IN_ING.has(word);
}
