import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionOfPerson, questionOfText } from '../../../../main/core/matching/pool/search-question.ts';
import type { CredentialKey } from '../../../../shared/model/ids.ts';
import type { SkillStatement } from '../../../../shared/model/skill.ts';

const linesOf = (text: string) => questionOfText(text).job.requirements.map((line) => line.text);

describe('a text that is searched', () => {
  it.each([
    ['SQL', ['SQL']],
    ['C, R; C++\n.NET', ['C', 'R', 'C++', '.NET']],
    ['Python (pandas), python', ['Python', 'pandas']],
    ['- Dress wounds\n- Plan care.', ['Dress wounds', 'Plan care']],
    ['no-code platforms', ['no-code platforms']],
    ['  ;, …', []],
  ])('%j has a line for each clause, once', (text, lines) => {
    expect(linesOf(text)).toEqual(lines);
  });

  it('is not searched for what it denies, and says so', () => {
    const { job, leftOut } = questionOfText('Python, no Java, without supervision');
    expect(job.requirements.map((line) => line.text)).toEqual(['Python']);
    expect(leftOut).toEqual([
      { text: 'no Java', because: 'denied' },
      { text: 'without supervision', because: 'denied' },
    ]);
  });

  it('loses nothing without saying so, however long it is', () => {
    const text = Array.from({ length: 75 }, (_, index) => `skill ${index}`).join('\n');
    const { job, leftOut } = questionOfText(text);
    expect([...job.requirements.map((line) => line.text), ...leftOut.map((left) => left.text)].join('\n')).toBe(text);
    expect(new Set(leftOut.map(({ because }) => because))).toEqual(new Set(['too-many']));
  });

  it('asks for nothing as a must-have, and each line counts alike', () => {
    for (const { priority, weight } of questionOfText('SQL, R').job.requirements) {
      expect([priority, weight]).toEqual(['want', 1]);
    }
  });
});

const statement = (text: string, credential: string, more: Partial<SkillStatement> = {}): SkillStatement => ({
  credential: credential as CredentialKey,
  pointer: '/credentialSubject/achievement/name',
  quote: text,
  text: text.toLowerCase(),
  source: 'achievement-name',
  frameworkIds: [],
  level: null,
  noEvidence: null,
  ...more,
});

describe('a person whose like are searched', () => {
  it('is compared by what fields evidence, each wording once, and by no running text', () => {
    const { job } = questionOfPerson([
      statement('SQL', 'a', { frameworkIds: ['urn:one'] }),
      statement('sql', 'b', { frameworkIds: ['urn:two'] }),
      statement('Wrote a long story about data', 'a', { source: 'narrative' }),
      statement('Welding', 'a', { noEvidence: 'failed' }),
    ]);
    expect(job.requirements).toMatchObject([{ text: 'SQL', frameworkIds: ['urn:one', 'urn:two'] }]);
  });

  it('of very many wordings keeps those that most credentials state', () => {
    const many = Array.from({ length: 70 }, (_, index) => statement(`skill ${100 + index}`, 'a'));
    const { job, leftOut } = questionOfPerson([...many, statement('zeal', 'a'), statement('zeal', 'b')]);
    expect(job.requirements[0]?.text).toBe('zeal');
    expect(job.requirements.length + leftOut.length).toBe(71);
  });

  it('is the same question in whatever order the credentials came', () => {
    const some = fc.array(
      fc.record({
        text: fc.constantFrom('SQL', 'sql', 'R', 'Wounds', 'wounds'),
        credential: fc.constantFrom('a', 'b'),
      }),
      { minLength: 1, maxLength: 12 },
    );
    const shuffled = some.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        const asked = (all: typeof one) =>
          questionOfPerson(all.map(({ text, credential }) => statement(text, credential)));
        expect(asked(other)).toEqual(asked(one));
      }),
    );
  });
});
