/** Sentences that ask nothing of anybody wherever they stand: pay, benefits, equal opportunity, how to apply, who the employer is. */
const ASIDES: readonly RegExp[] = [
  /\b(?:equal (?:employment )?opportunit\w*|regardless of|without regard to|protected (?:characteristic|status|veteran)|disability confident|all (?:qualified )?(?:applicants|sections of the community)|under-?represented|affirmative action|e-?verify|positively encourage|welcome applications?|particularly encourage|encouraged? to apply|welcome to apply|inclusive (?:workplace|employer|culture)|celebrates? (?:difference|diversity)|values? diversity|equality of opportunity|committed to (?:equality|diversity|an inclusive|safeguarding|creating|building|being)|reasonable (?:accommodations?|adjustments?)|need (?:any )?adjustments|does not discriminate)\b/iu,
  /^(?:salary|pay)\b|\b(?:(?:competitive|attractive|fair|generous|starting|annual|basic|base|gross)\s+(?:\p{L}+\s+){0,2}salary|salary\s*(?::|of|is|range|from|ranging|up to|[£$€])|per (?:hour|annum|month|year|week)\b|p\/h|an hour\b|gross per|pro rata|rate of pay|competitive (?:pay|salary|package)|bonus scheme|commission|stock options|401\(k\)|pto\b|pension|paid (?:leave|holiday|time off|vacation)|\d+ days?['’]? (?:of )?(?:holiday|leave|vacation|annual|off)|annual leave|bank holidays|health insurance|private healthcare|gym membership|free (?:fruit|parking|drinks?|lunch\w*|meals?|uniform|coffee)|cycle[- ]to[- ]work|discounted|discount\b|% off|canteen|company car|car allowance|fuel card|relocation (?:package|support)|home office allowance|staff meals|tips shared|straight shifts|outside ir35)\b/iu,
  /(?:^|\s)[£$€]\s?\d|\d\s?(?:€|£|USD|EUR|GBP)\b/iu,
  /\b(?:we offer|we can offer|we are proud|we['’]re proud|our benefits|in return|you(?:['’]ll| will) (?:get|receive|enjoy|be rewarded)|what(?:['’]s| is) in it for you|we pay)\b/iu,
  /\b(?:apply (?:now|by|with|via|at|through|today|online|here)|(?<!(?:required|expected|able|ability|how|capacity) )to apply(?! (?:your|their|the|an?|knowledge|skills?|best|and|principles|appropriate|\p{L}+ing))|how to apply(?! (?:the|an?|your))|send (?:us )?(?:your|a|an)|submit (?:your|a|an)|please (?:send|submit|note|tell|apply|contact|e-?mail|call|quote|state)|cover letter|drop us a line|sounds like you|interested\?|call \p{Lu}|ring \p{Lu}|contact \p{Lu}|text \p{Lu}|informal enquir\w+|interviews? (?:will|are)|closing date|close the vacancy|shortlisted|your cv|curriculum vitae|no agencies|recruitment agenc\w+|speculative|feedback will|considered on merit)\b/iu,
  /\b(?:(?:was |were |been )?founded in|established in|since (?:1[89]|20)\d\d|is (?:a|an|the|one of the) (?:leading|global|world|market|fast|family|award|mid-sized|small|large|research|friendly|growing|subsidiary)|(?:1[89]|20)\d\d,? we|our mission|our values|headquartered|employs? (?:over |more than |about )?\d|\d[\d,.]* (?:employees|colleagues|students|people in|offices|shops|countries)|was rated|fastest-growing|raised our|data protection notice|privacy (?:policy|notice)|cookies|kept confidential|eeo guidelines|all rights reserved|no-smoking|probationary period|e-?mail us|#li-\w+)/iu,
  /^(?:at|here at) \p{Lu}[^,]{0,60},? we\b/u,
  /^(?!are you (?:an? .{3,60} (?:with|who|experienced in|skilled in|proficient in|able to)|able|capable|experienced|skilled|proficient|familiar|fluent|passionate|comfortable|confident|qualified|someone who)|do you (?:have|bring|know|speak|hold|possess|understand))(?:do|are|would|does|have|ready|want|sounds?|fancy|why)\b[^.]{0,200}\?$/iu,
  // How a line of a person specification is tested.
  /^(?:(?:application(?: form)?|interview|tests?|references?|certificates?|cv|assessment(?: centre)?|presentation|how (?:identified|assessed|tested)|method of assessment)(?:\s*(?:\/|,|&|and|or)\s*|$))+$/iu,
  /^(?!own\b).*\b(?:accommodation|uniform|cottage|meals?|tools|van|equipment|ppe|lunch) (?:is |are |will be )?(?:provided|supplied|included)\b|\bconsidered\.?$/iu,
  /^(?:phone|whatsapp|message|dm|e-?mail|text|call|ring)\b|(?:^|\s)(?:0\d{3,4}|\+\d{1,3})[ -]?\d[\d ]{5,}/iu,
  /^interested\b.{0,60}\?$/iu,
  // "Legal Secretary required for a busy department": the title of the job.
  /^(?!.*\b(?:[Ll]icen[cs]e|[Cc]ertificat|[Dd]egree|[Ee]xperience|[Ss]kills|[Kk]nowledge|[Qq]ualif|[Tt]raining|[Cc]heck|DBS|[Cc]learance|[Vv]etting|[Cc]ards?\b|[Tt]icket|[Rr]eferences|[Rr]egistration|[Pp]ortfolio|[Vv]isa|[Dd]iploma|[Ee]nglish|[Tt]ransport))(?:[Aa]n? |\d+ )?(?:\p{Lu}[\p{L}/&-]*\s+){1,6}(?:required|wanted|needed|sought|REQUIRED|WANTED|NEEDED)(?=[\s!.]*$|\s+(?:for|to|in|by|at|on|immediately|urgently)\b)/u,
  /\brequired (?:as soon|asap|immediately)\b/iu,
  /^(?:[Rr]equired|[Ww]anted|[Nn]eeded) (?:for|from|in|by) \p{Lu}/u,
  // The same words stand under the ads of a whole country.
  /\b(?:veteran[- ]aware|armed forces covenant|mindful employer|living wage|investors? in people|employer recognition|exempt from the rehabilitation|rehabilitation of offenders|exempt(?:ed)? (?:organisation|charity)|registered charity|acting as an? (?:employment|recruitment)|employment (?:agency|business)|volume of applications|only respond|consider the environment|confidential information|intended recipient|(?:any )?other (?:\p{L}+ )?duties|(?:meets?|met) (?:all )?(?:the|these|our) (?:minimum )?(?:requirements|criteria)|(?:minimum|preferred|desirable|these) (?:requirements|qualifications|criteria) (?:are|is|will)|in lieu of|does not charge|referees|upload (?:a|your)|duties may be assigned|this (?:list|description|job description) is not|reserve the right|further (?:information|details)|please see|attached job description|right to (?:close|withdraw)|sponsorship should|perform (?:this|the) job successfully|each essential (?:duty|function)|essential functions?|applications? will be|\bsifted\b|success profiles|not eligible for (?:visa )?sponsorship|fair chance|genetic information|pay transparency)\b/iu,
  // Who is welcome here is welcome to come and see, or to apply.
  /\b(?:visits?|enquir\w+|applications?|applicants|feedback|cvs?|questions|calls)\b.{0,60}\bwelcomed?\b/iu,
  /^(?:hi|hello|hey|dear|cheers|thanks|thank you|kind regards|best regards|best wishes|yours|many thanks)(?:\s+\S+){0,3}[,.!]?$/iu,
  /^(?:[A-Z]{1,2}\s*[=:]\s*\p{L}[\p{L} ]{2,40}[,.;]?\s*)+$/u,
  /https?:\/\/|\bwww\.|\S+@\S+\.\S+/iu,
];

/** What is a wage or a welcome in other sentences is asked for in these: "knowledge of pension law". */
const ASKS_ALL_THE_SAME =
  /^(?:\p{L}+\s+){0,2}(?:candidates|applicants|individuals|professionals)\s+(?:with|who)\b.{0,40}\b(?:knowledge|experience|understanding|expertise|ability|proficiency)\b|\b(?:knowledge|experience|understanding|expertise|skilled) (?:of|in|with)\b.{0,90}\b(?:pension|salary|commission|insurance|data protection|equality|diversity)|\bmust\b.{0,60}\b(?:hold|have|be able)\b/iu;

export function isAside(sentence: string): boolean {
  return ASIDES.some((pattern) => pattern.test(sentence)) && !ASKS_ALL_THE_SAME.test(sentence);
}
