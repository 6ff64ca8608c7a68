import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexDomains, indexLookAlikes, looksLike } from '../../../main/core/verification/look-alike-names.ts';
import { domainInLetters } from '../../../main/core/verification/punycode.ts';

describe('names that look alike', () => {
  it.each([
    ['Lakeside College', 'the same name'],
    ['LAKESIDE COLLEGE', 'case'],
    ['Lakésidé Collège', 'accents'],
    ['Lakeside  College.', 'spaces and punctuation'],
    ['Lake-side (College)', 'more punctuation'],
    ['Lakeside\u00a0College', 'a space that is another'],
    ['Lakeside\u200b College', 'a space without width'],
    ['Lake\u00adside College', 'a hyphen that does not show'],
    ['Lakeside\u2060 Colle\u200dge\ufeff', 'joiners'],
    ['Lakeside College\u{e0041}', 'tags'],
    ['\u202aLakeside College\u202c', 'direction controls'],
    ['\u202eegelloC edisekaL', 'turned round'],
    ['Lakeside \u202eegelloC\u202c', 'turned round in part'],
    ['Lаkeside College', 'a Cyrillic а'],
    ['Lakesidе Соllеgе', 'several Cyrillic letters'],
    ['Lakeside Cοllege', 'a Greek ο'],
    ['Ｌａｋｅｓｉｄｅ College', 'full width'],
    ['𝐋𝐚𝐤𝐞𝐬𝐢𝐝𝐞 𝒞ollege', 'mathematical letters'],
    ['Ⓛakeside College', 'letters in circles'],
    ['Lakes1de Col1ege', 'digits for letters'],
    ['Lakeslde CoIIege', 'letters drawn alike'],
    ['Lakeside C0llege', 'a zero'],
    ['Lake5ide College', 'a five'],
  ])('%s (%s)', (name) => {
    expect(looksLike(name, 'Lakeside College')).toBe(true);
  });

  it.each([
    ['Modern Art School', 'Modem Art School'],
    ['Savvy Institute', 'Sawy Institute'],
    ['MIT', 'M I T'],
    ['MIT', 'M.I.T.'],
    ['MIT', 'mit'],
    ['MIT', 'МІТ'],
    ['MIT', 'M\u200bIT'],
    ['IT Guild', 'lT Guild'],
    ['ETH', 'ЕТН'],
    ['École Été', 'ECOLE ETE'],
    ['Школа ремёсел', 'школа ремесел'],
  ])('short or long: %s and %s', (one, other) => {
    expect(looksLike(one, other)).toBe(true);
    expect(looksLike(other, one)).toBe(true);
  });

  it.each([
    ['Lakeside University', 'Lakeside College'],
    ['Riverside College', 'Lakeside College'],
    ['Lakeside Colleges', 'Lakeside College'],
    ['IT', 'LT'],
    ['BIT', 'BLT'],
    ['MIT', 'MT'],
    ['MIT', 'NIT'],
    ['MIT', 'TIM'],
    ['ILO', 'LIO'],
    ['S5', 'SS'],
    ['B0', 'BO'],
    ['School 1', 'School 2'],
    ['School 10', 'School 11'],
    ['Lyceum 15', 'Lyceum 51'],
    ['C', 'C++'],
    ['C++ Guild', 'C# Guild'],
    ['Рог', 'Роя'],
    ['Дом культуры', 'Том культуры'],
    ['Όμιλος Α', 'Όμιλος Β'],
    ['東京大学', '京都大学'],
    ['جامعة النور', 'جامعة النيل'],
    ['', 'MIT'],
    ['…', '!'],
    ['\u200b', '\u200c'],
  ])('are not merely alike: %s and %s', (one, other) => {
    expect(looksLike(one, other)).toBe(false);
    expect(looksLike(other, one)).toBe(false);
  });

  it('are found in an index as they are one by one, the first listed first', () => {
    const words = fc.stringMatching(/^[A-Ia-il1O0 оіа.]{1,8}$/);
    fc.assert(
      fc.property(fc.array(words, { maxLength: 8 }), words, (recognised, name) => {
        const expected = recognised.find((each) => looksLike(name, each)) ?? null;
        expect(indexLookAlikes(recognised)(name)).toBe(expected);
      }),
    );
  });

  it('are so both ways round, and never throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
        expect(looksLike(one, other)).toBe(looksLike(other, one));
      }),
    );
  });
});

describe('domains that look alike', () => {
  it.each([
    'lakes1de.example',
    'lakeslde.example',
    'lake-side.example',
    'xn--lkeside-2fg.example',
    'lakeside.example.login.test',
    'lakesideexample',
  ])('%s', (domain) => {
    expect(indexDomains(['riverside.example', 'lakeside.example'])(domain)).toBe('lakeside.example');
  });

  it.each([
    'lakeside.example',
    'badges.lakeside.example',
    'riverside.example',
    'lakeside.test',
    'xn--bcher-kva.example',
  ])('not %s', (domain) => {
    expect(indexDomains(['lakeside.example'])(domain)).toBeNull();
  });

  // RFC 3492 §7.1 and well-known domains.
  it.each([
    ['xn--bcher-kva.example', 'bücher.example'],
    ['xn--mnchen-3ya', 'münchen'],
    ['xn--maana-pta.com', 'mañana.com'],
    ['xn--egbpdaj6bu4bxfgehfvwxn', 'ليهمابتكلموشعربي؟'],
    ['xn--ihqwcrb4cv8a8dqg056pqjye', '他们为什么不说中文'],
    ['xn--d9juau41awczczp.xn--de-jg4avhby1noc0d', 'そのスピードで.パフィーdeルンバ'],
    ['lakeside.example', 'lakeside.example'],
    ['xn--', 'xn--'],
    ['xn--99999999', 'xn--99999999'],
  ])('are compared in letters: %s', (domain, letters) => {
    expect(domainInLetters(domain)).toBe(letters);
  });

  it('never throws on what is no domain', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^xn--[a-z0-9-]{0,70}$/), (label) => typeof domainInLetters(label) === 'string'),
    );
  });
});
