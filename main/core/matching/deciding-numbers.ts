import type { DecidingNumber } from '../../../shared/model/match.ts';
import { PROFILE_SETTINGS } from '../profiles/profile-settings.ts';
import { modelNumbers, modelsWithNumbers, WORDS_ONLY, type ModelNumbers } from './hybrid/model-numbers.ts';
import {
  BAND_FROM,
  DEFAULT_SETTINGS,
  LEAST_STRENGTH,
  LEVEL_FACTOR,
  RECENCY_FACTOR,
  RELATED,
  SEARCH,
  SENSITIVITY,
  SIMILARITY,
  TAXONOMY,
  VERIFICATION_FACTOR,
  WINDOWS,
} from './settings.ts';

/** Every number that decides something about a person, read from the tables that the scoring itself reads. */
export function decidingNumbers(): readonly DecidingNumber[] {
  const { weights } = DEFAULT_SETTINGS;
  const { depth, volume, level, placing, shape, job } = PROFILE_SETTINGS;
  return [
    ...group('Weight of a requirement', [
      ['must', weights.must, 'How much a must-have counts, unless a person edits it.'],
      ['want', weights.want, 'How much a wish counts.'],
      ['trainable', weights.trainable, 'How much counts what can be learned after hire.'],
    ]),
    ...group('Verification factor', [
      ['verified, issuer recognised', VERIFICATION_FACTOR.recognised, 'Evidence counts in full.'],
      ['verified, issuer unknown', VERIFICATION_FACTOR.issuerUnknown, 'Evidence counts a little less.'],
      ['cannot be verified offline', VERIFICATION_FACTOR.notVerifiableOffline, 'Evidence counts less.'],
      ['self-asserted', VERIFICATION_FACTOR.selfAsserted, 'The holder’s own claim counts least.'],
      ['not valid', VERIFICATION_FACTOR.notValid, 'Evidence counts for nothing and is reported.'],
    ]),
    ...group('Level factor', [
      ['level reached', LEVEL_FACTOR.reached, 'The credential states the level that is asked, or a higher one.'],
      ['one level below', LEVEL_FACTOR.oneBelow, 'The credential states one level less.'],
      ['two or more below', LEVEL_FACTOR.twoBelow, 'The credential states two levels less, or still less.'],
      ['not stated', LEVEL_FACTOR.notStated, 'No level is stated: the benefit of the doubt, with a flag.'],
    ]),
    ...group('Recency factor, where the requirement limits age', [
      ['within the limit', RECENCY_FACTOR.withinLimit, 'The evidence is young enough.'],
      ['too old', RECENCY_FACTOR.tooOld, 'The evidence is older than the requirement allows.'],
      ['date unknown', RECENCY_FACTOR.dateUnknown, 'No date is stated: the benefit of the doubt, with a flag.'],
    ]),
    ...group('Comparison of wordings', [
      ['share of meaning', SIMILARITY.embeddingWeight, 'Share of the text similarity in the order of matches.'],
      ['share of letters', SIMILARITY.lexicalWeight, 'Share of the word similarity in the order of matches.'],
      ['longest clause', WINDOWS.longestWholeClause, 'Words up to which a clause is compared as a whole.'],
      ['least strength', LEAST_STRENGTH, 'A match weaker than this is none.'],
    ]),
    ...group('Related credit', [
      ['from', RELATED.from, 'Similarity at which a related skill begins to count.'],
      ['span', RELATED.span, 'Similarity above that at which related credit is full.'],
      ['share', RELATED.share, 'How much related credit can add.'],
    ]),
    ...group('Related by a taxonomy', [
      ['close match', TAXONOMY.related.close, 'Strength of a skill that is stated to mean nearly the same.'],
      ['broader skill', TAXONOMY.related.broader, 'Strength of a skill that is one step broader than the one asked.'],
      ['each further step', TAXONOMY.related.eachFurtherStep, 'What that is multiplied with for each step more.'],
      ['most steps', TAXONOMY.mostSteps, 'Steps up to which one skill counts as broader than another.'],
      ['odds by another name', TAXONOMY.otherNameOdds, 'What the odds of a match by another name are multiplied with.'],
      ['other names', TAXONOMY.mostNames, 'How many other names of a skill that is asked are compared.'],
    ]),
    ...group('Bands', [
      ['strong', BAND_FROM.strong, 'Calibrated match from which a band is called strong.'],
      ['likely', BAND_FROM.likely, 'Calibrated match from which a band is called likely.'],
      ['possible', BAND_FROM.possible, 'Calibrated match from which a band is called possible.'],
    ]),
    ...group('Search', [
      ['shown from', BAND_FROM.possible, 'Strength from which somebody counts as showing what was searched.'],
      ['most lines', SEARCH.mostLines, 'Lines of a text, or wordings of a person, that one search compares.'],
    ]),
    ...group('Sensitivity', [
      [
        'change of weights',
        SENSITIVITY.change,
        'Share by which weights are moved to see whether a rank hangs on them.',
      ],
      ['few places', SENSITIVITY.fewPlaces, 'Places from which on a move is told.'],
    ]),
    ...modelsWithNumbers().flatMap((sha256) => ofModel(`model ${sha256.slice(0, 8)}`, modelNumbers(sha256))),
    ...ofModel('no model', WORDS_ONLY),
    ...group('T-profile: depth', [
      ['share of quality', depth.qualityShare, 'Share of the best evidence in the depth of a field.'],
      ['share of volume', depth.volumeShare, 'Share of the amount of learning in the depth of a field.'],
      ['scale of volume', depth.volumeScale, 'How fast more learning stops adding depth.'],
      ['credits of a full volume', volume.creditsOfFullVolume, 'ECTS credits that count as a full volume.'],
      ['volume without credits', volume.withoutCredits, 'Volume of a badge that states no credits.'],
      ['level not stated', level.notStated, 'Level where a credential states none.'],
    ]),
    ...group('T-profile: fields and shape', [
      ['placed in a field', placing.leastConfidence, 'Least confidence at which a skill is placed in a field.'],
      [
        'placed in the bar',
        placing.withModel.group,
        'Least similarity at which a skill is placed in a transversal group.',
      ],
      ['stem', shape.stem, 'Depth from which a field is a stem.'],
      ['breadth', shape.breadth, 'Depth from which another field counts as breadth.'],
      ['least evidence', shape.leastEvidence, 'Distinct skills below which no shape is given.'],
      ['margin of a shape', shape.hysteresis, 'A shape stays until a depth passes a boundary by this much.'],
    ]),
    ...group('T-profile: what a job needs', [
      ['must-have', job.basis.must, 'Step of the assessment ladder (0–5) at which a must-have counts as evidenced.'],
      ['want', job.basis.want, 'The same for a wish.'],
      ['trainable', job.basis.trainable, 'The same for what can be learned after hire.'],
    ]),
  ];
}

function ofModel(name: string, numbers: ModelNumbers | null): readonly DecidingNumber[] {
  if (numbers === null) return [];
  const { pair, search } = numbers;
  const { suggestion } = search;
  return [
    ...group(`Calibration, ${name}`, [
      ['constant', pair.a, 'The match of two wordings that share nothing, in log odds.'],
      ['text similarity', pair.b, 'What a text similarity of 1 adds, in log odds.'],
      ['word similarity', pair.d, 'What a word similarity of 1 adds, in log odds.'],
      ['both', pair.e, 'What both add together, in log odds.'],
    ]),
    ...group(`Search in a taxonomy, ${name}`, [
      ['preferred name', search.preferredShare, 'Share of the preferred name beside the nearest of all names.'],
      ['letters', search.letters, 'What a full likeness of letters adds to that of meaning.'],
      ['letters, one name each', search.lettersOneName, 'The same where no entry has a second name.'],
      ['crowding', search.crowding, 'What is taken off for a name in the midst of ten like ones; one name each.'],
      ['windows', search.windowShare, 'Share of the best words of a sentence beside the sentence as a whole.'],
      ['letters in a sentence', search.narrativeLetters, 'Share of letters where a sentence is searched for.'],
      ['suggestion: constant', suggestion.a, 'A suggestion that shares nothing, in log odds of being right.'],
      ['suggestion: preferred name', suggestion.preferred, 'What a full likeness to its preferred name adds.'],
      ['suggestion: nearest name', suggestion.nearest, 'What a full likeness to the nearest of its names adds.'],
      ['suggestion: letters', suggestion.letters, 'What a full likeness of letters adds.'],
      ['suggestion: lead', suggestion.lead, 'What a lead of 1 over the next suggestion adds, in log odds.'],
      ['suggestion: exact name', suggestion.exactPreferred, 'What the very words of its preferred name add.'],
      ['suggestion: short phrase', suggestion.brevity, 'What a phrase of one word adds; one of two words adds half.'],
    ]),
  ];
}

function group(
  name: string,
  rows: readonly (readonly [name: string, value: number, decides: string])[],
): readonly DecidingNumber[] {
  return rows.map(([row, value, decides]) => ({ group: name, name: row, value, decides }));
}
