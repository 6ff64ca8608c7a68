import { PROFILE_DEPTHS } from '../../../shared/model/profile.ts';

/**
 * Every number that decides how a T-profile is read, in one place. The formulas are those published with the app:
 *
 *   depth   = qualityShare · best(level × basis/5 × trust) + volumeShare · (1 − e^(−Σ volume·trust / volumeScale))
 *   volume  = min(1, credits / creditsOfFullVolume), or volumeWithoutCredits
 *
 * All values are 0–1 unless a unit is named. `trust` is the verification factor of the score (matching/settings.ts).
 */
export const PROFILE_SETTINGS = {
  depth: { qualityShare: 0.7, volumeShare: 0.3, volumeScale: 0.5 },
  volume: {
    /**
     * ECTS credits that make a full volume. Open Badges has no unit for credits; the number is read as ECTS, which
     * understates semester hours and never overstates them.
     */
    creditsOfFullVolume: 60,
    withoutCredits: 0.15,
    /** A degree that states no credits: every cycle of the European framework takes at least 60 ECTS. */
    degreeWithoutCredits: 1,
  },
  level: {
    eqfLevels: 8,
    /** Where nothing is stated: the middle of the scale, shown as "not stated". */
    notStated: 0.5,
  },
  basis: {
    steps: 5,
    /** At or below this step (attendance, participation) a credential gives breadth and no volume. 0 is "not stated". */
    recognitionOnly: 1,
  },
  /**
   * How a skill finds its field by similarity. Measured on 700 knowledge concepts of ESCO 1.1.1, whose field is known
   * (docs/decisions/t-profile.md): 61 % fall in the right one of 26 fields by themselves, 74 % of those above
   * `leastConfidence`, which leaves four in ten not placed.
   */
  placing: {
    /** A field is as near as the mean of so many of its nearest phrases, a group as its nearest. */
    fieldPhrases: 3,
    groupPhrases: 1,
    /** Below this a skill is listed as not placed. */
    leastConfidence: 0.5,
    /** A lead over the next field beyond this says no more. */
    mostLead: 0.3,
    withModel: {
      /** Confidence = σ(intercept + score · similarity + lead · lead over the next field). */
      confidence: { intercept: -1.42, score: 2.32, lead: 11.5 },
      /** Least similarity to a transversal group's phrase; it must also be nearer than any field's. */
      group: 0.45,
      /** Within a credential that states its field, a skill leaves for the bar only from here. */
      groupAgainstStatedField: 0.6,
    },
    withoutModel: {
      confidence: { intercept: -1.29, score: 0, lead: 8.97 },
      group: 0.5,
      groupAgainstStatedField: 0.6,
    },
    /** A field needs this share of a credential's placed skills, so that one stray word moves no degree. */
    leastShare: 0.25,
  },
  shape: {
    /** Distinct skill statements below which no shape is given. */
    leastEvidence: 3,
    /** Depth from which a field is a stem. */
    stem: PROFILE_DEPTHS.stem,
    /** Depth from which another field counts as breadth. */
    breadth: PROFILE_DEPTHS.breadth,
    /** Fields and groups beside the stem that make a bar. */
    bar: 1,
    /** A shape stays while depths that differ by this much at most would give it. */
    hysteresis: PROFILE_DEPTHS.margin,
  },
  /** A depth that moves by less is shown as unmoved. */
  leastChange: 0.005,
  job: {
    /** The step of the assessment ladder at which a line of a job is taken to be evidenced, by its priority. */
    basis: { must: 4, want: 3, trainable: 2 },
  },
} as const;
