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
      'der die das und ist sind wir sie ihre ihr mit für auf den dem ein eine einer eines zu zur zum im von bei als oder nicht haben werden auch sowie dich dein deine du uns',
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

/** With fewer words nothing can be told, and an ad of keywords is no other language. */
const LEAST_WORDS = 8;

/** @returns True where a text is in another language than English, or in another script. */
export function isForeign(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters >= 2 && latin < letters / 2) return true;
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < LEAST_WORDS) return false;
  const counts = SMALL_WORDS.map(([, small]) => words.filter((word) => small.has(word)).length);
  const [english = 0, ...others] = counts;
  const most = Math.max(...others);
  return most >= 3 && most > english * 1.5;
}

function of(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
