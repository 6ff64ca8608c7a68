import { describe, expect, it } from 'vitest';
import { createCorpusSearch, narrativePieces } from '../../../../main/core/matching/hybrid/corpus-search.ts';
import { WORDS_ONLY, type SearchNumbers } from '../../../../main/core/matching/hybrid/model-numbers.ts';

const ENTRIES = [
  { id: 'weld', names: ['join metal', 'Welding'] },
  { id: 'bake', names: ['bake bread', 'Bake Bread', 'work at the oven'] },
  { id: 'lead', names: ['lead a team', 'welding'] },
];
const NUMBERS: SearchNumbers = {
  ...WORDS_ONLY.search,
  preferredShare: 0.4,
  letters: 0,
  exactFirst: false,
  narrativeLetters: 0,
};
const search = (numbers: Partial<SearchNumbers> = {}) => createCorpusSearch(ENTRIES, { ...NUMBERS, ...numbers });

/** Cosines by name; a name that is not said has none. */
const cosines = (byName: Readonly<Record<string, number>>) => () =>
  Float32Array.from(search().names, (name) => byName[name] ?? 0);
const NO_MODEL = () => null;
const order = (scores: Float64Array) =>
  [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0)).map((entry) => ENTRIES[entry]?.id);

describe('a search in a corpus', () => {
  it('has each name of an entry once, normalised', () => {
    expect(search().names).toEqual([
      'join metal',
      'welding',
      'bake bread',
      'work at the oven',
      'lead a team',
      'welding',
    ]);
  });

  it('weighs the preferred name beside the nearest one', () => {
    const [, bake] = search().scorePhrase('pastry', cosines({ 'bake bread': 0.5, 'work at the oven': 1 }));
    expect(bake).toBeCloseTo(0.6 * 1 + 0.4 * 0.5, 6);
  });

  it('adds letters to meaning, and has them alone without a model', () => {
    const near = cosines({ 'join metal': 0.5, 'bake bread': 0.5 });
    expect(order(search({ letters: 1 }).scorePhrase('bread', near))[0]).toBe('bake');
    expect(order(search({ letters: 1 }).scorePhrase('bread', NO_MODEL))[0]).toBe('bake');
    const alone = createCorpusSearch(ENTRIES.slice(1, 2), { ...NUMBERS, lettersOneName: 1 });
    expect(alone.scorePhrase('bread', NO_MODEL)[0]).toBe(0);
  });

  it('takes something off a name in a crowd where entries have one name each', () => {
    const oneName = ENTRIES.map(({ id, names }) => ({ id, names: names.slice(0, 1) }));
    const near = () => Float32Array.of(0.5, 0.6, 0.1);
    const crowding = [0.2, 0.9, 0];
    const alone = createCorpusSearch(oneName, { ...NUMBERS, crowding: 0.5 });
    expect(alone.hasOneNameEach).toBe(true);
    expect([...alone.scorePhrase('solder', near, crowding)]).toEqual(
      [0.4, 0.15, 0.1].map((score) => expect.closeTo(score, 6) as number),
    );
    expect(order(alone.scorePhrase('solder', near))[0]).toBe('bake');
    // Without a model there is nothing to take it off.
    expect(alone.scorePhrase('bread', NO_MODEL, crowding)).toEqual(alone.scorePhrase('bread', NO_MODEL));
    const several = search({ crowding: 0.5 });
    expect(several.hasOneNameEach).toBe(false);
    const same = cosines({ 'join metal': 0.5 });
    expect(several.scorePhrase('solder', same, [1, 1, 1, 1, 1, 1])).toEqual(several.scorePhrase('solder', same));
  });

  it('puts exact names first, preferred ones before others, whatever the cosines say', () => {
    const far = cosines({ 'bake bread': 1, 'work at the oven': 1 });
    expect(order(search({ exactFirst: true }).scorePhrase('WELDING', far))).toEqual(['weld', 'lead', 'bake']);
    expect(order(search({ exactFirst: true }).scorePhrase('Lead a team!', far))[0]).toBe('lead');
    expect(order(search().scorePhrase('lead a team', far))[0]).toBe('bake');
  });

  it('reads a narrative as a whole and by its best windows', () => {
    const cosinesOf = (text: string) =>
      Float32Array.from(search().names, (name) => Number(text === 'bakes fresh bread' && name === 'bake bread'));
    const narrative = 'In the mornings she bakes fresh bread for forty people, who come from far away';
    expect(order(search({ windowShare: 0.5 }).scoreNarrative(narrative, cosinesOf))[0]).toBe('bake');
    expect([...search({ windowShare: 0 }).scoreNarrative(narrative, cosinesOf)]).toEqual([0, 0, 0]);
  });

  it('suggests the best entries, the surest first', () => {
    const some = search().suggest('pastry', cosines({ 'bake bread': 0.9, 'join metal': 0.4 }), 2);
    expect(some.map(({ entry }) => ENTRIES[entry]?.id)).toEqual(['bake', 'weld']);
    const [bake, weld] = some;
    expect(bake?.lead).toBeCloseTo(0.9 - 0.4, 6);
    expect(weld?.lead).toBeCloseTo(0.4 - 0.9, 6);
  });

  it('says how sure it is by all that it saw', () => {
    const suggestion = { a: -2, preferred: 1, nearest: 2, letters: 0.25, lead: 3, exactPreferred: 1.5, brevity: 0.5 };
    const near = cosines({ 'lead a team': 0.6, welding: 0.8, 'join metal': 0.1 });
    const exactFirst = search({ suggestion, exactFirst: true });
    const first = (phrase: string) => exactFirst.suggest(phrase, near, 1)[0];
    const seen = first('Lead a team');
    expect(seen).toMatchObject({
      preferred: expect.closeTo(0.6, 6) as number,
      nearest: expect.closeTo(0.8, 6) as number,
      exactPreferred: 1,
      brevity: 1 / 3,
    });
    const logOdds = -2 + 0.6 + 2 * 0.8 + 0.25 * (seen?.letters ?? NaN) + 3 * (seen?.lead ?? NaN) + 1.5 + 0.5 / 3;
    expect(seen?.probability).toBeCloseTo(1 / (1 + Math.exp(-logOdds)), 6);
    // An alternative name, in one word.
    expect(first('welding')).toMatchObject({ exactPreferred: 0, brevity: 1 });
  });

  it('takes no name without letters for another', () => {
    const odd = createCorpusSearch(
      [
        { id: 'a', names: ['!', 'Weld'] },
        { id: 'b', names: ['?'] },
      ],
      NUMBERS,
    );
    expect(odd.names).toEqual(['weld', '']);
    expect([...odd.scorePhrase('???', NO_MODEL)]).toEqual([0, 0]);
  });

  it('gives the same scores twice', () => {
    const twice = [search({ letters: 1 }), search({ letters: 1 })].map((one) =>
      one.scorePhrase('weld metal', NO_MODEL),
    );
    expect(twice[0]).toEqual(twice[1]);
  });
});

describe('the pieces of a narrative', () => {
  it('are the whole and the windows of its clauses; what stands for a name parts them', () => {
    const { whole, windows } = narrativePieces('At <ORGANIZATION> weld pipes; no baking');
    expect(whole).toBe('at weld pipes no baking');
    expect(windows).toEqual(['at', 'weld pipes']);
  });
});
