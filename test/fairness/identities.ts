import { createHash } from 'node:crypto';
import type { Seeded } from './seeded.ts';

/** Who somebody is, and who issued to them: everything that must not move a score. All of it is made up. */
export interface Identity {
  readonly name: string;
  readonly email: string;
  readonly did: string;
  readonly birthDate: string;
  readonly image: string;
  readonly address: string;
  readonly pronouns: Pronouns;
  readonly title: string;
  readonly issuer: { readonly id: string; readonly name: string; readonly image: string };
}

interface Pronouns {
  readonly they: string;
  readonly them: string;
  readonly their: string;
  readonly themself: string;
}

const PRONOUNS: readonly (Pronouns & { readonly titles: readonly string[] })[] = [
  { they: 'she', them: 'her', their: 'her', themself: 'herself', titles: ['Ms', 'Mrs', 'Miss'] },
  { they: 'he', them: 'him', their: 'his', themself: 'himself', titles: ['Mr'] },
  { they: 'they', them: 'them', their: 'their', themself: 'themself', titles: ['Mx'] },
];

const GIVEN = (
  'Li Bo Amina Björn Chidi Dagny Emeka Farida Giulia Hiroshi Ingrid José Katarzyna Lwazi Mei Nguyễn Oluwaseun ' +
  'Priya Quentin Rosa Søren Tariq Ulrike Vihaan Wanjiru Xóchitl Yusuf Zsófia 太郎 Анна محمد'
).split(' ');
const FAMILY = (
  'Example Fictional Sample Specimen Placeholder Invented Testperson Madeup Noone Nobody Mustermann Beispiel ' +
  'Ejemplo Exemple Esempio Voorbeeld 山田 Иванова'
).split(' ');
const BEFORE = ['de la', 'van', 'al-', 'O’', ''];

const ISSUERS = [
  'Grand Old University of Everywhere',
  'Royal Academy of Distinction',
  'Evening School behind the Station',
  'Volunteers’ Workshop of Lower Meadow',
  'State Polytechnic of Somewhere',
  'Online Lessons of No Renown',
];

export function makeIdentity(random: Seeded, serial: string): Identity {
  const pronouns = random.pick(PRONOUNS);
  const [given, before, family] = [random.pick(GIVEN), random.pick(BEFORE), random.pick(FAMILY)];
  const space = before === '' || before.endsWith('-') || before.endsWith('’') ? '' : ' ';
  const issuer = random.pick(ISSUERS);
  const mark = createHash('sha256').update(serial).digest('hex').slice(0, 12);
  return {
    name: `${given} ${before}${space}${family}`,
    email: `${mark}@people.example`,
    did: `did:example:${mark}`,
    birthDate: `${1950 + random.below(55)}-0${1 + random.below(9)}-1${random.below(10)}`,
    image: `data:image/png;base64,${mark}`,
    address: `${random.below(400)} ${random.pick(FAMILY)} Street`,
    pronouns,
    title: random.pick(pronouns.titles),
    issuer: { id: `did:example:issuer-${mark}`, name: issuer, image: `https://issuer.example/${mark}.png` },
  };
}

/** A sentence about somebody, by the words that stand for them. */
export function aboutPerson(sentence: string, { name, title, pronouns }: Identity): string {
  const { they, them, their, themself } = pronouns;
  const words: Readonly<Record<string, string>> = {
    NAME: name,
    GIVEN: name.split(' ')[0] ?? name,
    FAMILY: name.split(' ').slice(1).join(' '),
    TITLE: title,
    they,
    them,
    their,
    themself,
    They: capital(they),
    Their: capital(their),
  };
  return sentence.replace(/\{(\w+)\}/gu, (whole, key: string) => words[key] ?? whole);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
