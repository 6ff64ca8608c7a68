/**
 * Which language an ad is in, by its commonest small words (our own lists). Only English is read: the wordings by
 * which requirements are found are English ones.
 */
const SMALL_WORDS: readonly (readonly [language: string, words: ReadonlySet<string>])[] = [
  [
    'english',
    of(
      'the and of to in for with you your our we is are be will a an on at as or have has that this from by who if must not can',
    ),
  ],
  [
    'german',
    of(
      'der die das und ist sind wir sie ihre ihr an am mit für auf den dem ein eine einer eines zu zur zum im von bei als oder nicht haben werden auch sowie dich dein deine du uns',
    ),
  ],
  [
    'french',
    of(
      'le la les des et est nous vous votre vos notre nos avec pour dans sur une un du aux ou de au ce qui que être vous avez ainsi',
    ),
  ],
  ['spanish', of('el la los las y es con para en una un del al que o de por tu su sus nuestro nuestra como más se')],
  ['italian', of('il lo la gli le e di che con per una un del della nel alla sono siamo o come più si i')],
  ['portuguese', of('o os as e é com para em uma um do da no na que ou por seu sua nosso nossa como mais se')],
  ['dutch', of('de het een en van je jij wij voor met op in is zijn als of bij aan ons onze jouw niet naar ook')],
  ['polish', of('i w z na do jest nie się oraz dla od lub o po za przez jako twoje nasz')],
  ['czech', of('a v na s z je se do pro od nebo ve si jako naše vaše')],
  ['swedish', of('och att det som en ett på är av för med till den du vi din vår eller har om')],
  ['danish', of('og at det som en et på er af for med til den du vi din vores eller har om')],
  ['finnish', of('ja on ei se että tai sekä ovat olet meillä sinulla')],
  ['hungarian', of('a az és hogy nem egy van is vagy meg')],
  ['romanian', of('și de la în cu un o pentru din pe sau este sunt')],
  ['turkish', of('ve bir bu için ile olan da de veya')],
];

/** The languages, as places in the table, in which a word is a small one. */
const LANGUAGES_OF: ReadonlyMap<string, readonly number[]> = new Map(
  [...new Set(SMALL_WORDS.flatMap(([, small]) => [...small]))].map((word) => [
    word,
    SMALL_WORDS.flatMap(([, small], place) => (small.has(word) ? [place] : [])),
  ]),
);
const ENGLISH = SMALL_WORDS[0]?.[1] ?? new Set<string>();

/** With fewer words nothing can be told, and an ad of keywords is no other language. */
const LEAST_WORDS = 8;

/**
 * An ad is foreign where it is so as a whole and none of its blocks speaks English: an ad in two languages is read in
 * its English part.
 */
export function isForeignAd(ad: string): boolean {
  if (!isForeign(ad)) return false;
  const blocks = ad.split(/\n\s*\n/u);
  // Beside another script English shows by its letters.
  if (isInOtherScript(ad)) {
    return !blocks.some(
      (block) => !isForeign(block) && wordsOf(block).filter((word) => /^[a-z]{3,}$/u.test(word)).length >= 3,
    );
  }
  const counts = countsIn(wordsOf(ad)).slice(1);
  const [, theirs] = SMALL_WORDS[1 + counts.indexOf(Math.max(...counts))] ?? ['', new Set<string>()];
  return !blocks.some(
    (block) => !isForeign(block) && wordsOf(block).filter((word) => ENGLISH.has(word) && !theirs.has(word)).length >= 2,
  );
}

/** @returns True where a text is in another language than English, or in another script. */
export function isForeign(text: string): boolean {
  if (isInOtherScript(text)) return true;
  const words = wordsOf(text);
  if (words.length < LEAST_WORDS) return false;
  const [english = 0, ...others] = countsIn(words);
  const most = Math.max(...others);
  return most >= 3 && most > english * 1.5;
}

function isInOtherScript(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return letters >= 2 && latin < letters / 2;
}

/** How many of the words are small words of each language, in the order of the table. */
function countsIn(words: readonly string[]): readonly number[] {
  const counts = SMALL_WORDS.map(() => 0);
  for (const word of words) {
    for (const language of LANGUAGES_OF.get(word) ?? []) counts[language] = (counts[language] ?? 0) + 1;
  }
  return counts;
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}

function of(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
