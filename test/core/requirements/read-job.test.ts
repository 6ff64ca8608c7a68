import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { readJob } from '../../../main/core/requirements/read-job.ts';
import { suggestRequirements } from '../../../main/core/requirements/suggest-requirements.ts';

const lines = (text: string) => {
  const read = readJob(text);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value.lines;
};
const listed = (...entries: readonly string[]) =>
  suggestRequirements(['Requirements', ...entries.map((entry) => `- ${entry}`)].join('\n')).lines;

describe('a job file', () => {
  it('written by hand gets its defaults, with counted ids', () => {
    const text = JSON.stringify({
      title: 'Welder',
      requirements: [
        'welding',
        { skill: 'brazing', priority: 'want' },
        { name: 'forklift', type: 'license', must: true, level: 'EQF 4', frameworkId: 'urn:x' },
      ],
    });
    expect(lines(text)).toMatchObject([
      { id: 'r1', text: 'welding', kind: 'skill', priority: 'must', weight: 1, level: null, sourceSentence: 'welding' },
      { id: 'r2', text: 'brazing', priority: 'want', weight: 0.4 },
      { id: 'r3', text: 'forklift', kind: 'licence', priority: 'must', level: 4, frameworkIds: ['urn:x'] },
    ]);
    expect(readJob(text)).toEqual(readJob(text));
  });

  it.each([
    ['{"title": "x"', 'broken-json'],
    ['{"title": "x"}', 'no-requirements'],
    ['{"requirements": [{"kind": "skill"}]}', 'requirement-without-text'],
    ['{"requirements": [{"text": "a", "priority": "perhaps"}]}', 'unknown-priority'],
    ['{"requirements": [{"text": "a", "kind": "magic"}]}', 'unknown-kind'],
    ['{"requirements": [{"text": "a", "weight": 7}]}', 'weight-out-of-range'],
    ['{"requirements": [{"text": "a", "level": 9}]}', 'level-out-of-range'],
    ['{"requirements": [{"text": "a", "id": "x"}, {"text": "b", "id": "x"}]}', 'same-id-twice'],
    ['   ', 'empty'],
    ['[]', 'no-requirements'],
  ])('%s is refused: %s', (text, reason) => {
    expect(readJob(text)).toMatchObject({ ok: false, problem: { code: 'job-malformed', params: { reason } } });
  });
});

describe('a JobPosting', () => {
  const posting = {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    title: 'Welder',
    skills: 'welding, brazing',
    qualifications: 'Forklift licence',
    educationRequirements: { '@type': 'EducationalOccupationalCredential', credentialCategory: 'bachelor degree' },
    description:
      '<p>We build ships.</p><ul><li>Forging is an advantage</li></ul><script>alert("must know evil")</script>',
  };

  it('gives skills, qualifications and what the description asks', () => {
    expect(lines(JSON.stringify(posting)).map(({ id, text, kind, priority }) => [id, text, kind, priority])).toEqual([
      ['r1', 'welding', 'skill', 'must'],
      ['r2', 'brazing', 'skill', 'must'],
      ['r3', 'Forklift licence', 'licence', 'must'],
      ['r4', 'bachelor degree', 'credential', 'must'],
      ['r5', 'Forging', 'skill', 'want'],
    ]);
  });

  it('is found in a saved page', () => {
    const page = `<!doctype html><html><script type="application/ld+json">{"@graph": [${JSON.stringify(posting).replaceAll('</', '<\\/')}]}</script></html>`;
    expect(lines(page)).toEqual(lines(JSON.stringify(posting)));
  });
});

describe('a pasted ad', () => {
  const ad = `Welder (all genders)

We are a leading yard. Founded in 1901, we love ships.

Your tasks
- Weld pipes by hand
What you bring
- At least 3 years of experience with welding
- Knowledge of SQL, Python and Tableau
- A degree in engineering or an apprenticeship as a welder
- Brazing is a plus
- Native English speaker
- You are curious
What you can learn with us
- Forging
What we offer
- 30 days of holiday and Python courses
- Free welding masks

We are an equal opportunity employer, regardless of age. Apply now with your certificates.`;

  it('becomes lines with kind, priority, alternatives and warnings; boilerplate asks nothing', () => {
    expect(
      lines(ad).map(({ text, kind, priority, alternatives, warnings }) => [
        text,
        kind,
        priority,
        alternatives,
        warnings,
      ]),
    ).toEqual([
      ['Weld pipes by hand', 'competency', 'want', [], []],
      ['welding', 'skill', 'must', [], ['years-as-proxy']],
      ['SQL', 'skill', 'must', [], []],
      ['Python', 'skill', 'must', [], []],
      ['Tableau', 'skill', 'must', [], []],
      [
        'degree in engineering or an apprenticeship as a welder',
        'credential',
        'must',
        ['degree in engineering', 'apprenticeship as a welder'],
        [],
      ],
      ['Brazing', 'skill', 'want', [], []],
      ['Native English speaker', 'language', 'must', [], ['native-speaker']],
      ['curious', 'characteristic', 'must', [], []],
      ['Forging', 'skill', 'trainable', [], []],
    ]);
  });

  it('keeps the sentence from which each line came', () => {
    for (const { sourceSentence } of lines(ad)) expect(ad).toContain(sourceSentence);
  });

  it.each([
    ['Young and dynamic team player', ['age']],
    ['Digital native', ['digital-native']],
    ['Native-level English', ['native-speaker']],
    ['At least five years of experience', ['years-as-proxy']],
    ['5+ years of SQL', ['years-as-proxy']],
    ["Bachelor's degree in economics", ['degree-without-alternative']],
    ["Bachelor's degree or equivalent experience", []],
    ['Wound care', []],
  ])('warns: %s → %j', (entry, warnings) => {
    expect(listed(entry)[0]?.warnings).toEqual(warnings);
  });

  it('takes years, age and the like for no skill', () => {
    expect(listed('At least five years of experience', 'Digital native').map(({ kind }) => kind)).toEqual([
      'characteristic',
      'characteristic',
    ]);
  });

  it.each([
    ['Strong experience in wound care is required', 'wound care'],
    ['You have proven knowledge of hygiene rules', 'hygiene rules'],
    ['Ability to plan care', 'plan care'],
    ['Proficient in Node.js', 'Node.js'],
    ['C++', 'C++'],
  ])('asks for the thing itself: %s → %s', (entry, text) => {
    expect(listed(entry)[0]?.text).toBe(text);
  });

  it('never fails and never runs away, whatever is pasted', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300, unit: 'grapheme' }), (text) => {
        const read = readJob(text);
        expect(read.ok || read.problem.code === 'job-malformed').toBe(true);
      }),
      { numRuns: 300 },
    );
    expect(suggestRequirements(`experience ${'with a very strong '.repeat(20_000)}`).lines.length).toBeLessThan(3);
  });
});
