/** The turns of phrase by which ads speak to the reader; `clauses.ts` says what follows from each. */

/** Where a sentence turns to another thing to ask. */
export const TURNS =
  /\s*;\s+|,?\s+and\s+(?=(?:if you(?:['’]\p{L}+)?\s[^,]{3,140},|you(?:['’]\p{L}+)?|we|the successful candidate)\s)|,\s+(?:but\s+)?(?=you(?:['’]\p{L}+)?\s+(?:must|should|can|have|are|need|know|enjoy|love|speak|hold|bring|understand|like)\b)|\s+(?=(?:duties|responsibilities) (?:include|incl|are)\b)|(?<=\p{Ll}{2,})\s+(?=you (?:must|will need|should)\b)|,\s+for which\s+|,\s+so\s+(?=you\b)|\s+but\s+(?=(?:we\s+)?would (?:also )?consider\b)|,?\s+and\s+(?=because\b)|,\s+(?=otherwise\s+we\b)|,\s+so\s+(?=(?:an? |your )?[^,]{3,60}\s(?:is|are|will be)\s(?:needed|required|essential|necessary))/iu;
/** …and to another thing that somebody must have or be, after "must". */
export const TURNS_OF_ASKED =
  /(?:,\s+(?:and\s+)?|\s+and\s+)(?=(?:(?:to )?(?:be|have|hold)|know|understand|speak|possess|demonstrate|enjoy|(?:are|is)(?! (?:also )?(?:an? )?(?:\p{L}+ )?(?:essential|required|desirable|necessary|needed|preferred|must|plus|advantage|crucial|key|vital|critical|important|requirement)\b)|can|has|knows|holds|speaks)\s|(?:experienced|comfortable|confident|familiar|proficient|skilled|able|willing|fluent|happy|qualified) (?:in|with|at|to|working)\s|(?:of|in|with) \p{L}+ing\s|(?<=\b(?:knowledge|experience|understanding|awareness) of .{3,200})of (?:the|our|its)\s|(?:an? |the |good |strong |excellent |proven )?(?:experience|knowledge|ability|proficiency|familiarity|understanding|background|willingness) (?:of|in|with|to)\s)/iu;
/** …and between entries that each name what is asked: "good skills and the ability to …". */
export const TURNS_OF_NOUNS =
  /(?:,\s+(?:and\s+)?|\s+and\s+)(?=(?:an? |the )?(?:ability|experience|proficiency|familiarity|willingness) (?:of|in|with|to)\s)/iu;
/** "X is desirable, as is Y" says of both what it says of the first. */
export const LIKEWISE =
  /^(.{3,300}?)\s(helps?|(?:is|are|would be)\s[^,]{4,40})(?:,\s+as\s+(?:is|are|would(?: be)?)|,?\s+and\s+so\s+(?:is|are|does|do))\s+([^,]+)(?:,.*)?$/iu;

export const LEAD_IN =
  /^(?:(?:during|after|within|over|throughout|for (?:this|the|our)|in (?:this|your|the)|as(?! well)|on a|(?:reporting|working|based|located|joining|supporting|responding) (?:directly )?(?:in)?(?:to|with|from|at|in|for|alongside|under|across|closely)|joining|supporting|while \p{L}+ing|because of|from time to time|at times|occasionally|together with|alongside)\b[^,]{0,80}?(?:,\s*|\s+(?=(?:you|we)\b)))/iu;
const SOMEBODY =
  '(?:the (?:person|post ?holder|job ?holder|role holder|incumbent|employee|individual)|(?:(?:the|an?|our|your) )?(?:(?:most )?(?:successful|ideal|perfect|right|strong|suitable|chosen|selected|qualified|exceptional|preferred) )?(?:candidates?|applicants?)|he or she|they)(?:(?: applying)? for (?:this|the|our) (?:\\p{L}+ )?(?:role|position|job|post|opportunity))?';
const WHO = `(?:you|${SOMEBODY})`;
/** "The ideal candidate integrates …": what somebody does. */
export const WHO_DOES = new RegExp(`^${SOMEBODY}\\s+(?:\\p{L}+ly\\s+)?(?=(\\p{L}+)s\\s)`, 'iu');
/** "Candidates with a deep understanding of welding are encouraged to apply." */
export const WHO_MAY_APPLY =
  /^(?:an? |the )?(?:\p{L}[\p{L}-]*\s+){0,5}?\p{L}+s?\s+(?:with|who (?:have|has|are|is|can|possess(?:es)?))\s+(.{3,600}?),?\s+(?:(?:is|are|will be)\s+(?:\p{L}+ly\s+)?(?:encouraged|invited|welcomed?|preferred|sought|considered|wanted)|will (?:thrive|excel|succeed|be successful))\b.*$/iu;
/** "…, where your expertise in welding will count": said of what the reader has, wherever it stands. */
export const YOUR_SKILL =
  /\byour\s+(?:\p{L}[\p{L}-]*,?\s+(?:and\s+)?){0,4}?(?:expertise|experience|knowledge|understanding|proficiency|skills?|command|mastery)\s+(?:in|of|with)\s+(.{3,600}?)(?:\s+(?:will|to|is|are)\s.*)?$|\byour\s+((?:\p{L}[\p{L}-]*\s+(?:and\s+)?){1,5}?skills)\b/iu;
/** "…, demonstrating proficiency in welding", "…, leveraging simulation tools": with what it is done, or what it shows. */
export const TURNS_OF_MEANS =
  /(?:,\s+(?:(?:and|while|all while|also)\s+)*|\s+(?:all )?while\s+)(?=(?:demonstrating|displaying|showcasing|leveraging|utili[sz]ing|possessing|applying|drawing on|harnessing)\s)|,?\s+(?:as well as|along with|coupled with|combined with|together with|complemented by|and possessing)\s+(?=(?:an? |the |your )?(?:\p{L}[\p{L}-]*,?\s+(?:and\s+)?){0,3}?(?:knowledge|expertise|understanding|experience|proficiency|skills?|command|background|ability|grasp|foundation|familiarity|competence)\b)/iu;
export const MEANS =
  /^(?:demonstrating|displaying|showcasing|leveraging|utili[sz]ing|possessing|applying|drawing on|harnessing)\s+/iu;
/** "The Management Accountant will": the job's title in capitals. */
export const TITLE_WILL = /^[Tt]he \p{Lu}\p{L}+(?: \p{Lu}\p{L}+){0,3} will\s+/u;
/** "Security: the successful candidate …" */
export const SIDE_LABEL = /^\p{Lu}[\p{L} ]{2,30}:\s+(?=(?:you|the|candidates?|applicants?|we|this)\b)/u;
export const WHO_WILL = new RegExp(
  `^${WHO}(?:['’]ll| will| would| are going to|['’]ll be| shall| may(?= (?:also |occasionally )?be (?:required|asked|expected)))\\s+(?:also |then |mainly |primarily |regularly |typically |currently )*`,
  'iu',
);
export const WHO_ASKED = new RegExp(
  `^(?:ideally,? |preferably,? )?(?:${WHO}|someone(?: who)?)(?:(?:['’]ve|\\s+have)\\s+\\p{L}+(?:ed|lt|ght|wn|en)(?=\\s)|(?:['’](?:ve|re|d|s))?\\s+(?:must|should|has|have|is|are|can|(?:do |will |would )?(?:also )?needs?|(?:['’]d|would) have to|brings?|knows?|holds?|speaks?|excels?|shows?|understands?|possess(?:es)?|writes?|enjoys?|likes?|loves?|demonstrates?|got|a|an|able|comfortable|confident|fluent|experienced|familiar|happy|not)\\b)`,
  'iu',
);
export const HAVING =
  /^(?:be (?:an? (?:\p{L}+ )?(?:team player|person|self-starter|communicator|graduate|member|driver|qualified|good|strong|confident|natural)|highly|well|fully|fluent|self-\p{L}+|discreet|calm|organi[sz]ed|motivated|\p{L}+(?:able|ive|ful|ous|ible|ent|iant|etic|astic|ated|fied)\b)|have(?! to\b)|need|bring|possess|hold (?=(?:[\p{L}-]+ ){0,6}?(?:licen[cs]e|certif\p{L}+|qualif\p{L}+|degree|registration|diploma|pin|card|right|gcse|nvq|accreditation|clearance)\b)|demonstrate|be (?:able|subject to|an?|comfortable|confident|fluent|familiar|experienced|qualified|required to have|someone|proficient|skilled|willing|happy|expected to have))\b/iu;
export const LEARNING =
  /^(?:(?:also )?learn|be (?:trained|taught)|train in|receive training in|complete (?:the|your|an?) .*(?:certificate|training))\b/iu;
export const EVENTS =
  /^(?:(?:achieve|gain|earn|work towards|study for|complete) (?:[^.]{0,60})?\b(?:apprenticeship|qualification|certificate|diploma|standard|award)\b|spend|get|receive|enjoy|earn|join|find|benefit|become|be (?:offered|paid|given|based|rewarded|part|joining|working|notified|contacted|asked|invited)|report|start|work (?:from|in|at|for|\d|on a|alongside|within)|not|only|see|feel|love)\b/iu;
export const EVENTS_OF_APPLYING =
  /^(?:join|apply (?:for|to|now|today)|contact|send|visit|see|please|email|call|click|read more|find out|learn more|write to|drop (?:by|in|us)|pop in|message|text|ring|read on|come (?:by|and|along|to see)|stop by|phone|work (?:from|in|at|for|with us)|get|make (?:a|the|your)|take (?:a|the) next|share (?:this|your)|change (?:your|the)|start)\b/iu;
/** "The candidate will: have a degree": among duties what somebody is or has is asked all the same. */
export const BEING =
  /^(?:be (?!responsible|in charge|the|part|involved|accountable|tasked|expected|working|based|a key)|have (?!responsibility|oversight|charge|overall|to)|possess|demonstrate (?:an?|the|strong|excellent|good))\s*(?=\S)/iu;
export const IN_CHARGE =
  /^be (?:responsible for|in charge of|expected to|tasked with|involved in|required to|accountable for)\s+(?:the\s+)?/iu;
export const DUTIES =
  /^(?:an?|your|the) typical (?:day|week|month|shift)\s+(?:\p{L}+\s+)?(?:might |may |could |will |can )?(?:include|involve|look like|be)s?:?\s+|^this (?:entails|involves|includes|means)\s+|^(?:(?:the|your|this|main|key)\s+)*(?:role|job|work|position|tasks?|duties|responsibilities|post)\s*(?:(?:will|to|may)\s+)?(?:also\s+)?(?:incl(?:udes?|uding|ude)?\.?|involves?|consists? of|comprises?|entails?|are to)\s*(?:but (?:are|is) not limited to)?\s*:?\s+/iu;
export const TAUGHT =
  /^(?:you(?:['’]ll| will| can) (?:also )?(?:learn|be trained in|be taught)|we(?:['’]ll| will| can)? (?:teach|train|show) you(?: in| how to| to)?:?|we(?:['’]ll| will) put you through)\s+/iu;
/** "This post is subject to a check". */
export const SUBJECT_TO =
  /^(?:(?:this|the|any|all) (?:posts?|roles?|positions?|appointments?|jobs?|offers?(?: of employment)?)\s+)?(?:(?:is|are|will be)\s+)?(?:also\s+)?subject to\s+/iu;
export const TRAINING_IN =
  /^(?:full |further )?training (?:in|on|for)\s+(.{3,120}?)\s+(?:is|can be|will be) (?:provided|given|offered|available)\b.*$/iu;
/** "Full training will be given" says something of what stands before it. */
export const TRAINING =
  /^(?:if (?:you|not)\b[^,]*,\s*)?(?:full |further |on-the-job )?training (?:is|can|will|may)\b/iu;
export const SOUGHT =
  /^(?:(?:[Ww]e|(?:[Aa]n? )?(?:\p{L}[\p{L},-]*\s){1,8}?(?:company|firm|organi[sz]ation|team|start-?up|practice|school|contractor|agency|charity|restaurant|hotel|business|client)|[Tt]his (?:position|role|job|post)|[Oo]ur client|[Tt]he (?:[Gg]overnors|[Bb]oard|[Tt]rust|[Cc]ompany|[Cc]ouncil|[Ss]chool|[Uu]niversity|[Tt]eam)|(?!You)\p{Lu}[\p{L}&'’]+(?: (?:\p{Lu}|of |and |& |the )[\p{L}&'’]*){0,6}?)\s*(?:['’](?:re|d|m)|are|is)?\s+(?:currently )?(?:looking for|seeking|searching for|in (?:need|search) of|need|needs|require|requires|expect(?: that)?(?=\s)|want|wants|wish(?:es)? to appoint|would (?:also )?(?:love|like|prefer|consider)|love|invites? applications from)|[Ll]ooking for|[Ss]eeking|[Ww]ould (?:also )?(?:consider|prefer|like|love)|(?:.{0,40}\s)?[Oo]pportunity (?:has arisen |exists )?for|[Ww]anted:?|[Rr]equired:)\s+(?:you to\s+)?/u;
export const SOMEONE =
  /^(?:an? |the )?(?:(?:\p{L}[\p{L}-]*\s+){0,3}?)(?:someone|somebody|person|people|individuals?|candidates?|colleagues?|applicants?|team member|professionals?)\s+(?:with|who(?:['’]s)?|that|to)\s+/iu;
/** "An engineer proficient in …": what follows the person is what is asked. */
export const ABLE =
  /^(?:an? |the )?(?:\p{L}[\p{L}-]*,?\s+){1,8}?(?=(?:proficient|experienced|skilled|adept|expert|competent|capable|knowledgeable|specialis\p{L}+|specializ\p{L}+|versed|fluent)\s(?:in|at|with|of|to)\s)/iu;
export const NOUNS_OF_ASKING =
  /^(?:(?:\p{L}[\p{L}-]*\s+){0,5}?)(?:proficient|skilled|experienced|familiar|fluent|adept|competent|capable|expert|able to|well-versed|knack|eye for|flair|experience|knowledge|ability|proficiency|familiarity|fluency|understanding|expertise|background|command|competence|skills?|willingness|readiness|aptitude|track record|commitment|passion|speakers?|licen[cs]e|degree|diploma|qualification)\b/iu;
/** "Are you able to …?", "Do you have …?" ask; other questions only catch the eye. */
export const QUESTIONS: readonly (readonly [RegExp, string])[] = [
  [
    /^are you (?=(?:an? .{3,60} (?:with|who|experienced in|skilled in|proficient in|able to)|able|capable|experienced|skilled|proficient|familiar|fluent|passionate|comfortable|confident|qualified|someone who)\b)/iu,
    'you are ',
  ],
  [/^do you (?=(?:have|bring|know|speak|hold|possess|understand)\b)/iu, 'you '],
  [
    /^we(?:['’]d| would) (?:also )?(?:love|like|prefer) it if you (?=(?:have|are|know|can|speak|hold)\b)/iu,
    'ideally you ',
  ],
  [/^(?:can you|are you someone who can) /iu, 'you can '],
];
/** "You might be a good fit if you have …": what follows asks. */
export const GOOD_FIT =
  /^(?:you(?:['’](?:ll|re|d)| might| may| could| will| would| are)?\s+(?:probably\s+)?(?:be\s+)?|this (?:role|job) (?:is|might be|could be) )(?:an? )?(?:(?:good|great|perfect|ideal|right|strong) )?(?:fit|match|for you|right|successful|happy here|thrive|enjoy this|love this)[^.]{0,30}?\sif you(?=['’]|\s)/iu;
/** "If you've worked with charities, even better." */
export const EVEN_BETTER =
  /^(?:and )?if you(?:['’]ve| have| can| know| are|['’]re)?\s+(?:already\s+)?(.{3,160}?),?\s+(?:(?:that['’]?s|that is|that would be|then|it['’]?s|all the|so much the|even)\s+)*(?:better|great|good|wonderful|fantastic|amazing|brilliant|lovely|perfect|nice|(?:an? )?(?:big )?(?:bonus|plus|advantage|added))\b.*$/iu;
/** "If you have a flair for colour, we want you." */
export const IF_YOU =
  /^if you(?:['’]re| are| have| possess|['’]ve got)?\s+(?=(?:an? |the )?(?:\p{L}[\p{L}-]*\s+){0,3}?(?:ability|able to|passion\w*|experience|experienced|knowledge|skills?|skilled|proficient|flair|talent|background|expertise|understanding)\b)(.{3,400}?),\s+(?:and\s+)?(?:then\s+)?(?:we|this|you|join|it|look no)\b.*$/iu;
/** "A basic DBS check will be carried out." */
export const CHECKED =
  /^(?:an? |all )?((?:\p{L}+\s+){0,4}?(?:dbs|disclosure|background|criminal records?|security|references?|medical|drug)\b[^.]{0,40}?(?:checks?|clearance|disclosures?|screening|tests?))\s+(?:will|is|are|must|may)\s+(?:be\s+)?(?:carried out|undertaken|required|made|sought|requested|needed|necessary|performed|conducted)\b.*$/iu;
/** "Because we work outside a driving licence is essential": the reason stands before what is asked. */
export const REASON =
  /^(?:because|as|since)\s.{3,120}?\s(?=(?:an?|your)\s[^,]{3,80}\s(?:is|are)\s(?:essential|required|necessary|needed|a must|vital)\b)/iu;
/** "The employee is regularly required to stand". */
export const EMPLOYEE =
  /^(?:the |an |all |our )?(?:employee|individual|incumbent|staff|members? of staff|post ?holder)s?\s+(?:(?:is|are|may be|will be)\s+(?:\p{L}+ly\s+)?(?:required|expected|asked|able) to|must)\s+(?:be able to\s+)?/iu;
/** "Join our team and …": what follows is what is done. */
export const INVITES =
  /^(?:come and )?(?:join|become part of)\s[^,.]{0,80}?\b(?:team|company|us|organi[sz]ation|firm)\b[^,.]{0,60}?\s(?:and|to|where you(?:['’]ll| will))\s+/iu;
export const JOINS_US = /\s+to (?:join|work (?:in|at|for|with)|support|strengthen|help|lead|run|manage)\b.*$/iu;
/** A word of priority before a list is about all of it: "you must have …", "we train you in …". */
export const FRAMED_PRIORITY =
  /^.{0,40}?\b(?:must|should|need to|has to|have to|required to|train you|teach you|learn)\b/iu;
